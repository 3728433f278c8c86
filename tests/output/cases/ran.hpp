// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <cstddef>
#include <filesystem>
#include <stdexcept>
#include <string>
#include <vector>

#include "models/runs/results.hpp"
#include "models/runs/run.hpp"
#include "models/staircase/scenario.hpp"
#include "models/staircase/selection.hpp"
#include "scenarios/reading/reader.hpp"

namespace trapphus::tests {

inline std::filesystem::path case_file(const std::string& name) {
  return std::filesystem::path(TRAPPHUS_SCENARIOS).parent_path() / "tests" / "cases" / name;
}

/// A shipped scenario, as a name for Ran: "enheten/unit.yaml".
inline std::string shipped(const std::string& name) {
  return (std::filesystem::path(TRAPPHUS_SCENARIOS) / name).string();
}

/// A case ("28-initial-in-a-queue/a.yaml"), or a file by its whole path, that has been read and run.
class Ran {
 public:
  explicit Ran(const std::string& name, const std::vector<scenarios::Override>& changes = {},
               const models::RunOptions& options = {}, const models::Selection& selection = {})
      : scenario(models::selected(scenarios::read({case_file(name)}, changes), selection)),
        results(models::run(scenario, options)) {}

  /// Throws std::out_of_range for a measure, group or alternative that is not there. `group`: empty for all households.
  [[nodiscard]] models::Estimate estimate(const std::string& measure, const std::string& group = {},
                                          std::size_t alternative = 0) const {
    const models::AlternativeResult& result = results.alternatives.at(alternative);
    const models::MeasureSet& set = group.empty() ? result.all : result.groups.at(index(results.groups, group));
    return set.values.at(index(results.measures, measure));
  }
  [[nodiscard]] double mean(const std::string& measure, const std::string& group = {},
                            std::size_t alternative = 0) const {
    return estimate(measure, group, alternative).mean;
  }
  /// By month: its average level, its number of events, or SEK a month.
  [[nodiscard]] std::vector<double> monthly(const std::string& measure, const std::string& group = {},
                                            std::size_t alternative = 0) const {
    const models::AlternativeResult& result = results.alternatives.at(alternative);
    const models::MeasureSet& set = group.empty() ? result.all : result.groups.at(index(results.groups, group));
    return set.monthly.at(index(results.measures, measure)).mean;
  }

  models::Scenario scenario;
  models::Results results;

 private:
  static const std::string& name_of(const std::string& name) { return name; }
  static const std::string& name_of(const models::Measure& measure) { return measure.name; }
  template <class T>
  static std::size_t index(const std::vector<T>& things, const std::string& name) {
    const auto at = std::find_if(things.begin(), things.end(), [&](const T& thing) { return name_of(thing) == name; });
    if (at == things.end()) throw std::out_of_range(name);
    return static_cast<std::size_t>(at - things.begin());
  }
};

}  // namespace trapphus::tests
