// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/time.hpp"
#include "models/pathway/pathway.hpp"
#include "models/runs/results.hpp"
#include "models/runs/run.hpp"
#include "models/studies/lever.hpp"

/// Which small change would give most for the money: each is made in turn, with the same households, and the
/// differences are taken replication by replication.
namespace trapphus::models {

/// What a change does, against the alternative as it is. Intervals of 95 % each by itself.
struct LeverEffect {
  Lever lever;
  Estimate effect;  ///< On the measure, in its unit.
  Estimate cost;    ///< On cost.total, SEK a month; below 0 it saves.
  /// SEK for each one more (or less, where less is better) of a measure that counts in a year; of another measure, SEK
  /// a year for one. Not defined (NaN) where the effect cannot be told from none, or goes the wrong way.
  Estimate price;
  /// The effect's interval does not include 0.
  [[nodiscard]] bool distinguishable() const { return effect.low > 0 || effect.high < 0; }
};

/// The best two changes made together.
struct TwoTogether {
  Lever first, second;
  Estimate effect, cost;
  Estimate interaction;  ///< The effect beyond the sum of the two by themselves; above 0 they need each other.
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
  bool more_is_better = true;
  std::uint64_t seed = 0;
  int replications = 0;
  bool complete = true;             ///< False: interrupted.
  Estimate base, base_cost;         ///< The measure and cost.total as it is.
  std::vector<LeverEffect> ranked;  ///< The best first: what costs nothing or saves by its effect, then by price; then
                                    ///< what cannot be told from chance; last what makes it worse.
  std::optional<LeverEffect> market;  ///< Ten per cent more offers, which nobody can buy.
  std::optional<TwoTogether> together;
  std::vector<LostRow> lost;  ///< As it is.
  struct Limit {
    engine::Time from;
    PathwayLimits limits;
  };
  std::vector<Limit> limits;  ///< By theory, of the first epoch and the last.

  /// The effect goes the right way, and can be told from none.
  [[nodiscard]] bool helps(const LeverEffect& effect) const {
    return effect.distinguishable() && (effect.effect.mean > 0) == more_is_better;
  }
};

/// Whether a measure is better when it is greater: homes and what leads to them are, queues, days, nights, returns and
/// costs are not.
[[nodiscard]] bool more_is_better(const Measure& measure, const Settings& settings);

/// Throws std::invalid_argument for an alternative or measure that is not there, and for a cost: that is what the
/// effects are held against.
[[nodiscard]] Bottleneck find_bottleneck(const Scenario& scenario, const BottleneckOptions& options);

}  // namespace trapphus::models
