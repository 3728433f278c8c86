// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/time.hpp"
#include "models/measures/measure.hpp"
#include "models/pathway/pathway.hpp"
#include "models/runs/results.hpp"
#include "models/runs/run.hpp"
#include "models/studies/lever.hpp"

/// Which small change would give most for the money: each is made in turn, with the same households, and the
/// differences are taken replication by replication.
namespace trapphus::models {

/// Effect of a change against the unchanged alternative. Intervals of 95 %, not simultaneous.
struct LeverEffect {
  Lever lever;
  Estimate effect;  ///< On the measure, in its unit.
  Estimate cost;    ///< On cost.total, SEK a month; below 0 it saves.
  /// Cost per unit of improvement: SEK for a flow, SEK a year for other measures. NaN if the effect's interval includes
  /// 0 or the effect is a worsening.
  Estimate price;
  /// Whether the effect's interval excludes 0.
  [[nodiscard]] bool distinguishable() const { return effect.low > 0 || effect.high < 0; }
};

/// Whether the effect is a distinguishable improvement; never where no direction of the measure is better.
[[nodiscard]] bool improves(const Measure& measure, const LeverEffect& effect);

/// The best two changes combined.
struct TwoTogether {
  Lever first, second;
  Estimate effect, cost;
  Estimate interaction;  ///< Effect minus the sum of the two single effects; above 0: complements.
};

struct BottleneckOptions {
  std::string alternative;        ///< Empty: the first.
  std::string measure = "homes";  ///< Any but costs.
  RunOptions run;                 ///< Of these: seed, replications, jobs, progress, stop.
};

struct Bottleneck {
  std::string alternative;
  Label label;
  Measure measure;
  std::uint64_t seed = 0;
  int replications = 0;
  bool complete = true;               ///< False: interrupted.
  Estimate base, base_cost;           ///< The measure and cost.total without a change.
  std::vector<LeverEffect> ranked;    ///< The best first: improvements without cost by effect, others by price; then
                                      ///< effects that are not distinguishable; last worsenings. Where no direction of
                                      ///< the measure is better: distinguishable effects by size, then the others.
  std::optional<LeverEffect> market;  ///< Ten per cent more offers, for comparison: not for sale.
  std::optional<TwoTogether> together;
  std::vector<LostRow> lost;  ///< Without a change.
  struct Limit {
    engine::Time from;
    PathwayLimits limits;
  };
  std::vector<Limit> limits;  ///< Analytical, of the first epoch and the last.

  /// Whether the effect is a distinguishable improvement.
  [[nodiscard]] bool helps(const LeverEffect& effect) const { return improves(measure, effect); }
};

/// Throws std::invalid_argument for an unknown alternative or measure, and for a cost, which is the denominator.
[[nodiscard]] Bottleneck find_bottleneck(const Scenario& scenario, const BottleneckOptions& options);

}  // namespace trapphus::models
