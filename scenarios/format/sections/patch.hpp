// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "scenarios/format/fields/field.hpp"
#include "scenarios/format/yaml/document.hpp"
#include "scenarios/format/yaml/problem.hpp"

namespace trapphus::scenarios {

/// A value to be set at a path, such as `staff.project.fte` or `moves.hotel.own_home.offers.families`. Values of
/// changes have paths too: `timeline.2012-05-01.PATH`, `alternatives.NAME.PATH`, `cases.NAME.PATH`.
struct Patch {
  std::string path;
  Position at;  ///< Where the change is written.
  Node value;
};

/// Which values may be changed.
enum class Reach {
  Everything,   ///< `--set`: any value of the file.
  Alternative,  ///< The staircase, with new stages, teams etc., but not period, seed and the like.
  Timeline      ///< Numbers only: no stage or team is added or removed during a run.
};

/// The value, bare or with its source, as written; empty where there are several.
[[nodiscard]] const std::string& written_text(const Node& value);

/// Whether one path is the other or lies within it: the changes of one may replace those of the other.
[[nodiscard]] bool are_related(std::string_view one, std::string_view other);

/// Sets the value in the scenario's tree; a relative change (relative.hpp) changes what holds there, and with
/// Reach::Everything what the scenario's timeline sets there. Adds a problem with the nearest valid path if there is no
/// such path.
void apply(Node& root, const Patch& patch, Reach reach, Problems& problems);

/// The field and value at a path.
struct Target {
  const TypeInfo* type = nullptr;  ///< Of a single value; null for anything else.
  std::optional<Node> value;       ///< Absent if nothing is written there.
};
/// Absent, with a problem that has the nearest valid path, if there is no such path.
[[nodiscard]] std::optional<Target> look_up(const Node& root, const std::string& path, const Position& at,
                                            Problems& problems);

/// Position of the value at a path; for an invalid path, of the nearest existing parent.
[[nodiscard]] Position locate(const Node& root, std::string_view path);

}  // namespace trapphus::scenarios
