// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

/// The scenarios compiled into the program: those in the folders of `scenarios` at build time.
namespace trapphus::scenarios {

struct Shipped {
  std::string_view name;  ///< "trapphus:hasselby/hasselby.yaml"
  std::string_view text;
};
/// By name.
[[nodiscard]] const std::vector<Shipped>& shipped_scenarios();

/// Whether a name has the form of a shipped scenario's, existing or not.
[[nodiscard]] bool is_shipped(const std::filesystem::path& name);
/// The normalized name: "trapphus:a/../b/c.yaml" is "trapphus:b/c.yaml".
[[nodiscard]] std::string shipped_name(std::string_view name);
/// Throws Unreadable, with the nearest name, for an unknown name.
[[nodiscard]] std::string_view shipped_text(const std::string& name);

}  // namespace trapphus::scenarios
