// SPDX-License-Identifier: MIT
#include "scenarios/format/yaml/nearest.hpp"

#include <algorithm>

#include "engine/edit_distance.hpp"

namespace trapphus::scenarios {

std::string nearest(std::string_view name, const std::vector<std::string>& candidates) {
  constexpr std::size_t kLongest = 100;  // bounds the work for long texts that are no names
  if (name.size() > kLongest) return {};
  std::string best;
  std::size_t least = std::max<std::size_t>(2, name.size() / 3) + 1;
  for (const auto& candidate : candidates) {
    if (candidate.size() > kLongest) continue;
    const std::size_t distance = engine::edit_distance(name, candidate);
    if (distance < least && distance < candidate.size()) {
      least = distance;
      best = candidate;
    }
  }
  return best;
}

models::Phrase suggestion(std::string_view name, const std::vector<std::string>& candidates) {
  const std::string best = nearest(name, candidates);
  if (!best.empty()) return {"reader.suggestion.nearest", {{"nearest", best}}};
  constexpr std::size_t kMostListed = 16;
  if (candidates.empty()) return {};
  if (candidates.size() <= kMostListed) return {"reader.suggestion.valid", {{"names", listed(candidates)}}};
  return {"reader.suggestion.some", {{"names", listed({candidates.begin(), candidates.begin() + kMostListed})}}};
}

std::string listed(const std::vector<std::string>& names) {
  std::string text;
  for (const auto& name : names) text += (text.empty() ? "" : ", ") + name;
  return text;
}

}  // namespace trapphus::scenarios
