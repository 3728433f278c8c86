// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

/// Housing retention: the share of tenants that stay housed. Every team measures it in its own way; these are the ways,
/// all of them computed from one history of tenants.
namespace trapphus::models {

enum class Retention : std::uint8_t {
  NotGivenNotice,
  NotEvicted,
  OneYear,
  Takeover18Months,
  ClosedFirstHand,
  StaysOrMovesOn,
  SinceMoveIn,
  MoveBalance,
  HomeKept,
  UnplannedEndings  ///< No retention itself, but what one team counts beside it.
};
inline constexpr std::size_t kRetentions = 10;
/// Those that are definitions of retention: all but the last.
inline constexpr std::size_t kRetentionDefinitions = 9;

/// What a definition counts. "Ever" is up to the end of the period; who lived there when it begins is a tenant too, for
/// as long as it has lived there, while those who had left before are not known. A household that loses its tenancy
/// and gets another one is a new tenant.
struct RetentionDefinition {
  const char* name;     ///< As in `retention.NAME` and the profile's `definition`.
  const char* measure;  ///< The measure's whole name.
  const char* meaning;  ///< One sentence: what of what.
  const char* used_by;  ///< Who measures so, by the survey.
};
[[nodiscard]] const std::array<RetentionDefinition, kRetentions>& retention_definitions();
[[nodiscard]] const RetentionDefinition& definition_of(Retention retention);
/// The definition of retention of this name: `one_year`, or `retention.one_year`.
[[nodiscard]] std::optional<Retention> find_definition(std::string_view name);

}  // namespace trapphus::models
