// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace trapphus::models {

/// In ledgers a grant has a line of its own among those of costs: "grant:NAME", with negative amounts.
inline constexpr std::string_view kGrantPrefix = "grant:";

[[nodiscard]] inline std::string grant_line(std::string_view name) {
  return std::string(kGrantPrefix).append(name);
}
[[nodiscard]] inline bool is_grant_line(std::string_view line) {
  return line.starts_with(kGrantPrefix);
}
/// The name of the grant whose line it is.
[[nodiscard]] inline std::string granted_by(std::string_view line) {
  return std::string(line.substr(kGrantPrefix.size()));
}

}  // namespace trapphus::models
