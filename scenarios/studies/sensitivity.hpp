// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "models/runs/results.hpp"
#include "models/runs/run.hpp"
#include "models/staircase/evidence.hpp"
#include "scenarios/reading/reader.hpp"

namespace trapphus::models {
struct Scenario;
}  // namespace trapphus::models

/// What a saving is most sensitive to: each input whose range the scenario states is set to its low and to its high
/// end, one at a time, with the same households.
namespace trapphus::scenarios {

struct Sensitivity {
  models::Input input;
  models::Estimate low, high;  ///< The saving in the whole period with the input at its ends, SEK.
  models::Estimate swing;      ///< The second less the first, paired.
  models::Phrase problem;      ///< Why it cannot be varied alone (shares that no longer add up); empty: it can.
};

struct Sensitivities {
  models::Estimate base;  ///< The saving as the scenario has it, with as many replications.
  int replications = 0;
  bool complete = true;             ///< False: interrupted.
  std::vector<Sensitivity> inputs;  ///< The greatest swing first; those that cannot be varied at the end.
};

struct SensitivityRun {
  Source file;
  std::vector<Override> overrides;
  std::string alternative;
  models::RunOptions options;  ///< Its seed, threads, replications, progress and stop are used.
};

/// An input's value at the end of its range. A range of a distribution is one of its mean: the deviation follows, so
/// that the shape stays ("gamma(20 h, 12 h)" at "30 h" is "gamma(30 h; 18 h)").
[[nodiscard]] std::string value_at(const std::string& value, const std::string& end);

/// The inputs that have a range and that the difference of this alternative to the first depends on.
[[nodiscard]] std::vector<models::Input> with_ranges(const models::Scenario& scenario, const std::string& alternative);

/// Reads and runs the scenario once for each end of each range. Throws what reading throws for the scenario itself.
[[nodiscard]] Sensitivities sensitivities(const SensitivityRun& run);

}  // namespace trapphus::scenarios
