// SPDX-License-Identifier: MIT
#include "models/runs/headline.hpp"

#include <algorithm>
#include <string>

#include "models/runs/results.hpp"
#include "models/staircase/scenario.hpp"

namespace trapphus::models {
namespace {

const std::vector<std::string> kDefaultHeadline{"households.acute",  "arrivals",   "homes",        "first_hand",
                                                "days_to_home.mean", "returns",    "turnover.*",   "child_nights.acute",
                                                "utilisation.*",     "cost.total", "cost_per_home"};

bool matches(const std::string& pattern, const std::string& measure) {
  if (!pattern.ends_with(".*")) return pattern == measure;
  return measure.starts_with(pattern.substr(0, pattern.size() - 1));
}

}  // namespace

std::vector<std::size_t> headline(const Scenario& scenario, const Results& results) {
  std::vector<std::size_t> indices;
  for (const auto& pattern : scenario.headline.empty() ? kDefaultHeadline : scenario.headline)
    for (std::size_t m = 0; m < results.measures.size(); ++m)
      if (matches(pattern, results.measures[m].name) && std::find(indices.begin(), indices.end(), m) == indices.end())
        indices.push_back(m);
  return indices;
}

}  // namespace trapphus::models
