// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "scenarios/format/fields/field.hpp"
#include "scenarios/format/yaml/document.hpp"
#include "scenarios/format/yaml/problem.hpp"

namespace trapphus::scenarios {

/// A value to be set at a path, such as `staff.project.fte` or `moves.hotel.own_home.offers.families`. What a change
/// sets has a path of its own: `timeline.2012-05-01.PATH`, `alternatives.NAME.PATH`, `cases.NAME.PATH`.
struct Patch {
  std::string path;
  Position at;  ///< Where the change is written.
  Node value;
};

/// Who asks, which decides what may be changed.
enum class Reach {
  Everything,   ///< `--set`: whatever is in the file.
  Alternative,  ///< The staircase: new things too, but nothing of the run itself.
  Timeline      ///< Numbers only: nothing appears or disappears while a run goes on.
};

/// Sets the value in the scenario's tree. Adds a problem with the nearest valid path if there is no such path.
void apply(Node& root, const Patch& patch, Reach reach, Problems& problems);

/// What stands at a path.
struct Target {
  const TypeInfo* type = nullptr;  ///< Of a single value; null for anything else.
  std::optional<Node> value;       ///< Absent if nothing is written there.
};
/// Gives nothing, and adds a problem with the nearest valid path, if there is no such path.
[[nodiscard]] std::optional<Target> look_up(const Node& root, const std::string& path, const Position& at,
                                            Problems& problems);

/// Where the thing at a path is written; of a path that leads nowhere, the nearest thing above.
[[nodiscard]] Position locate(const Node& root, std::string_view path);

}  // namespace trapphus::scenarios
