// SPDX-License-Identifier: MIT
#include "scenarios/format/yaml/shipped.hpp"

#include <algorithm>

#include "scenarios/format/yaml/nearest.hpp"
#include "scenarios/format/yaml/problem.hpp"

namespace trapphus::scenarios {

namespace {
constexpr std::string_view kPrefix = "trapphus:";
}

bool is_shipped(const std::filesystem::path& name) {
  return name.native().starts_with(kPrefix);
}

std::string shipped_name(std::string_view name) {
  const std::filesystem::path inner(name.substr(kPrefix.size()));
  return std::string(kPrefix) + inner.lexically_normal().string();
}

std::string_view shipped_text(const std::string& name) {
  const auto& all = shipped_scenarios();
  const auto found = std::ranges::find(all, shipped_name(name), &Shipped::name);
  if (found != all.end()) return found->text;
  std::vector<std::string> names;
  for (const auto& one : all) names.emplace_back(one.name);
  throw Unreadable(Phrase{"reader.shipped.unknown", {{"name", name}, {"suggestion", suggestion(name, names)}}});
}

}  // namespace trapphus::scenarios
