// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace trapphus::models {

/// Prefix of a grant's ledger line, "grant:NAME", whose amounts are negative.
inline constexpr std::string_view kGrantPrefix = "grant:";

[[nodiscard]] inline std::string grant_line(std::string_view name) {
  return std::string(kGrantPrefix).append(name);
}
[[nodiscard]] inline bool is_grant_line(std::string_view line) {
  return line.starts_with(kGrantPrefix);
}
/// Name of the grant of a grant line.
[[nodiscard]] inline std::string granted_by(std::string_view line) {
  return std::string(line.substr(kGrantPrefix.size()));
}

}  // namespace trapphus::models
