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

/// Resources that a planner can increase. Offers of the housing market are not for sale; they are for comparison.
enum class LeverKind : std::uint8_t { Units, Staff, Allotments, Budget, Market };
inline constexpr auto kLeverKinds = engine::enum_table<LeverKind>({{LeverKind::Units, "units"},
                                                                   {LeverKind::Staff, "staff"},
                                                                   {LeverKind::Allotments, "allotments"},
                                                                   {LeverKind::Budget, "budget"},
                                                                   {LeverKind::Market, "market"}});

/// A small change, made for the whole period.
struct Lever {
  LeverKind kind = LeverKind::Units;
  std::size_t subject = 0;  ///< The index of the stage, team or ceiling; 0 for the market.
  double step = 0;          ///< Units; FTE; units a year; for budgets and the market a share (0.1 is 10 % more).
  friend bool operator==(const Lever&, const Lever&) = default;
};

/// The changes that apply to an alternative, in the order of the kinds: one more unit of each limited pool (in the
/// epochs in which it has units), half a post more in each team with client work, one more apartment a year where some
/// are allotted or taken over without replacement, ten per cent more of each budget that refuses; last, ten per cent
/// more offers. Acute placements admit above capacity, so their units are no lever.
[[nodiscard]] std::vector<Lever> levers(const Alternative& alternative);

/// The alternative with this change in every epoch. The ledger books the costs: rents, posts, nights.
[[nodiscard]] Alternative pulled(Alternative alternative, const Lever& lever);

/// Path of the changed field in a scenario: "staff.project.fte". For the market "moves.*.offers".
[[nodiscard]] std::string path_of(const Settings& settings, const Lever& lever);

}  // namespace trapphus::models
