// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

/// The scenarios that are compiled into the program: those of this folder's own folders, as they were when it was
/// built.
namespace trapphus::scenarios {

struct Shipped {
  std::string_view name;  ///< "trapphus:hasselby/hasselby.yaml"
  std::string_view text;
};
/// By name.
[[nodiscard]] const std::vector<Shipped>& shipped_scenarios();

/// Whether a name says that it is of a shipped scenario, be there such a one or not.
[[nodiscard]] bool is_shipped(const std::filesystem::path& name);
/// The same name without detours: "trapphus:a/../b/c.yaml" is "trapphus:b/c.yaml".
[[nodiscard]] std::string shipped_name(std::string_view name);
/// Throws Unreadable, with the nearest name, if there is none of this name.
[[nodiscard]] std::string_view shipped_text(const std::string& name);

}  // namespace trapphus::scenarios
