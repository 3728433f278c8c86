// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

namespace trapphus::models {
struct Settings;
}  // namespace trapphus::models

namespace trapphus::output {

/// One number that differs between two settings of the same staircase, in parts that the viewer puts into words.
struct Change {
  std::string field;  ///< What kind of number: "team.fte", "move.offers"; the viewer's catalogues have them all.
  std::string thing;  ///< Name of the stage, team, service, group...; of a move, the stage that it leaves.
  std::string other;  ///< The stage that a move or a board leads to, a form, an attribute; may be empty.
  std::string group;  ///< Empty: all groups.
  double before = 0, after = 0;
  std::string unit;  ///< "FTE", "share", "SEK/month", "per year", "days", "h", "h/week", "yes" (1 or 0), or empty.
  friend bool operator==(const Change&, const Change&) = default;
};

/// In the order of the settings; a number that changes alike for all groups stands there once. Of distributions, the
/// means are compared.
[[nodiscard]] std::vector<Change> changes(const models::Settings& before, const models::Settings& after);

}  // namespace trapphus::output
