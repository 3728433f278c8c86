// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

/// Housing retention: the share of tenants that stay housed, by the definitions that teams use, all computed from one
/// history of tenants.
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
  UnplannedEndings  ///< Not a definition of retention, but a figure that one team reports with it.
};
inline constexpr std::size_t kRetentions = 10;
/// Number of definitions of retention: all but the last.
inline constexpr std::size_t kRetentionDefinitions = 9;

/// A definition of retention. "Ever" extends to the end of the period. Initial residents are tenants since their entry;
/// those who left before the period are not known. A household that loses its tenancy and gets another counts as a new
/// tenant.
struct RetentionDefinition {
  const char* name;     ///< As in `retention.NAME` and the profile's `definition`.
  const char* measure;  ///< The measure's whole name.
  const char* meaning;  ///< One sentence: numerator and denominator.
  const char* used_by;  ///< Teams that use it, by the survey.
  /// Whether all tenants that count have had the same time; if not, a team of another age has another share for the
  /// same work.
  bool at_fixed_time = false;
};
[[nodiscard]] const std::array<RetentionDefinition, kRetentions>& retention_definitions();
[[nodiscard]] const RetentionDefinition& definition_of(Retention retention);
/// The definition of retention of this name: `one_year`, or `retention.one_year`.
[[nodiscard]] std::optional<Retention> find_definition(std::string_view name);

}  // namespace trapphus::models
