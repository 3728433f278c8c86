// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "engine/enum_table.hpp"

namespace trapphus::models {

struct Alternative;
struct Settings;

/// What somebody who plans a staircase can have more of. The market's offers are nobody's to buy: they are there to be
/// held against the others.
enum class LeverKind : std::uint8_t { Units, Staff, Allotments, Budget, Market };
inline constexpr auto kLeverKinds = engine::enum_table<LeverKind>({{LeverKind::Units, "units"},
                                                                   {LeverKind::Staff, "staff"},
                                                                   {LeverKind::Allotments, "allotments"},
                                                                   {LeverKind::Budget, "budget"},
                                                                   {LeverKind::Market, "market"}});

/// One small change, made for the whole period.
struct Lever {
  LeverKind kind = LeverKind::Units;
  std::size_t subject = 0;  ///< The index of the stage, team or ceiling; 0 for the market.
  double step = 0;          ///< Units; FTE; units a year; for budgets and the market a share (0.1 is 10 % more).
  friend bool operator==(const Lever&, const Lever&) = default;
};

/// The changes that can be made to an alternative, in the order of the kinds: a unit more of each limited pool that has
/// any (in those epochs in which it has), half a post more of each team that sees clients, an apartment more a year
/// where some are allotted or taken over for good, ten per cent more of each budget that refuses; last, ten per cent
/// more offers. Acute placements are never full, so their beds are no lever.
[[nodiscard]] std::vector<Lever> levers(const Alternative& alternative);

/// The alternative with this change in every epoch. Whatever it costs, the ledger books: rents, posts, nights.
[[nodiscard]] Alternative pulled(Alternative alternative, const Lever& lever);

/// The field that it changes, as a scenario addresses it: "staff.project.fte". For the market "moves.*.offers".
[[nodiscard]] std::string path_of(const Settings& settings, const Lever& lever);

}  // namespace trapphus::models
