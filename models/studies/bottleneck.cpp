// SPDX-License-Identifier: MIT
#include "models/studies/bottleneck.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>
#include <tuple>

#include "engine/experiments/experiment.hpp"
#include "engine/statistics/interval.hpp"
#include "models/measures/measure_recorder.hpp"
#include "models/runs/lost_rows.hpp"
#include "models/staircase/period.hpp"
#include "models/staircase/scenario.hpp"
#include "models/staircase/selection.hpp"

namespace trapphus::models {
namespace {

Estimate estimate(const engine::Interval& interval) {
  return {interval.mean, interval.low, interval.high, interval.count};
}
Estimate estimate_of(const std::vector<double>& values) {
  return estimate(engine::confidence_interval(values));
}

/// Result of a variant in a replication.
struct Outcome {
  double measure = 0, cost = 0;
};
struct Outcomes {
  std::vector<Outcome> by_variant;
  std::vector<WaitingDays> lost;  // of the first variant
};

/// Values of a variant by replication.
struct MeasureAndCost {
  std::vector<double> measure, cost;
};

MeasureAndCost column(const std::vector<Outcomes>& replications, std::size_t variant) {
  MeasureAndCost values;
  for (const Outcomes& replication : replications) {
    values.measure.push_back(replication.by_variant[variant].measure);
    values.cost.push_back(replication.by_variant[variant].cost);
  }
  return values;
}

std::vector<double> minus(const std::vector<double>& a, const std::vector<double>& b) {
  std::vector<double> difference(std::min(a.size(), b.size()));
  for (std::size_t i = 0; i < difference.size(); ++i) difference[i] = a[i] - b[i];
  return difference;
}

MeasureAndCost minus(const MeasureAndCost& a, const MeasureAndCost& b) {
  return {minus(a.measure, b.measure), minus(a.cost, b.cost)};
}

const Alternative& alternative_of(const Scenario& scenario, const std::string& name) {
  if (const Alternative* match = alternative_called(scenario, name)) return *match;
  throw std::invalid_argument("no alternative is called " + name);
}

/// Simulates the changes and ranks them.
class Search {
 public:
  Search(const Scenario& scenario, const BottleneckOptions& options)
      : scenario_(scenario),
        options_(options),
        alternative_(alternative_of(scenario, options.alternative)),
        table_(scenario),
        measure_(measure_index()),
        cost_(*table_.find("cost.total")),
        period_(scenario.from, scenario.to) {}

  Bottleneck find() {
    Bottleneck result = described();
    const std::vector<Lever> all = levers(alternative_);
    std::vector<Alternative> variants{alternative_};
    for (const Lever& lever : all) variants.push_back(pulled(alternative_, lever));
    const auto run = replicate(variants, "one change at a time");
    base_ = column(run.results, 0);
    result.replications = static_cast<int>(run.results.size());
    result.complete = run.complete();
    result.base = estimate_of(base_.measure);
    result.base_cost = estimate_of(base_.cost);
    result.lost = lost(run.results);
    for (std::size_t i = 0; i < all.size(); ++i) {
      const LeverEffect effect = effect_of(all[i], minus(column(run.results, 1 + i), base_), result.more_is_better);
      if (all[i].kind == LeverKind::Market)
        result.market = effect;
      else
        result.ranked.push_back(effect);
    }
    rank(result);
    if (result.complete) two_together(result, all, run.results);
    return result;
  }

 private:
  [[nodiscard]] std::size_t measure_index() const {
    const auto index = table_.find(options_.measure);
    if (!index) throw std::invalid_argument("no measure is called " + options_.measure);
    if (options_.measure.rfind("cost", 0) == 0) throw std::invalid_argument("effects are held against costs");
    return *index;
  }

  [[nodiscard]] Bottleneck described() const {
    Bottleneck result;
    result.alternative = alternative_.name;
    result.label = alternative_.label;
    result.measure = table_[measure_];
    result.more_is_better = more_is_better(result.measure, alternative_.epochs.front().settings);
    result.seed = seed();
    const auto& epochs = alternative_.epochs;
    result.limits.push_back({epochs.front().from, pathway_limits(epochs.front().settings)});
    if (epochs.size() > 1) result.limits.push_back({epochs.back().from, pathway_limits(epochs.back().settings)});
    return result;
  }

  [[nodiscard]] std::uint64_t seed() const { return options_.run.seed.value_or(scenario_.seed); }

  [[nodiscard]] engine::Replications<Outcomes> replicate(const std::vector<Alternative>& variants,
                                                         const char* phase) const {
    engine::ExperimentOptions experiment;
    experiment.maximum = static_cast<std::size_t>(options_.run.replications.value_or(scenario_.replications));
    experiment.jobs = static_cast<std::size_t>(options_.run.jobs);
    experiment.stop = options_.run.stop;
    if (options_.run.progress) {
      experiment.progress = [this, phase](std::size_t done, std::size_t maximum) {
        options_.run.progress({phase, static_cast<std::int64_t>(done), static_cast<std::int64_t>(maximum)});
      };
    }
    return engine::replicate(experiment, [&](std::size_t replication) {
      Outcomes outcomes;
      for (const Alternative& variant : variants) {
        MeasureRecorder recorder(table_, variant.epochs.front().settings, scenario_.from, scenario_.to);
        replay(scenario_, variant, seed(), replication, recorder);
        ReplicationResult result = recorder.result();
        outcomes.by_variant.push_back({result.values[0][measure_], result.values[0][cost_]});
        if (&variant == &variants.front()) outcomes.lost = std::move(result.lost);
      }
      return outcomes;
    });
  }

  [[nodiscard]] std::vector<LostRow> lost(const std::vector<Outcomes>& replications) const {
    std::vector<ReplicationResult> results(replications.size());
    for (std::size_t i = 0; i < results.size(); ++i) results[i].lost = replications[i].lost;
    return lost_rows(alternative_.epochs.front().settings, results);
  }

  [[nodiscard]] LeverEffect effect_of(const Lever& lever, const MeasureAndCost& difference, bool more) const {
    LeverEffect effect{lever, estimate_of(difference.measure), estimate_of(difference.cost), kNoEstimate};
    if (!effect.distinguishable() || (effect.effect.mean > 0) != more) return effect;
    // A flow: cost of the period for its events in the period; otherwise cost of a year.
    std::vector<double> cost, gained;
    const bool counted = table_[measure_].unit == "per year";
    for (std::size_t i = 0; i < difference.cost.size(); ++i) {
      cost.push_back(difference.cost[i] * (counted ? period_.in_months() : 12));
      gained.push_back(difference.measure[i] * (counted ? period_.years() : 1) * (more ? 1 : -1));
    }
    effect.price = estimate(engine::ratio_interval(cost, gained));
    return effect;
  }

  static void rank(Bottleneck& result) {
    // Ascending: class, then the key within the class.
    const auto place = [&result](const LeverEffect& e) {
      const double size = std::abs(e.effect.mean);
      if (result.helps(e) && e.cost.mean <= 0) return std::tuple(0, -size);
      if (result.helps(e)) return std::tuple(1, e.price.mean);
      return std::tuple(e.distinguishable() ? 3 : 2, -size);
    };
    std::stable_sort(result.ranked.begin(), result.ranked.end(),
                     [&place](const LeverEffect& a, const LeverEffect& b) { return place(a) < place(b); });
  }

  /// Simulates the best two changes combined, for their interaction.
  void two_together(Bottleneck& result, const std::vector<Lever>& all, const std::vector<Outcomes>& singles) const {
    if (result.ranked.size() < 2 || !result.helps(result.ranked[1])) return;
    const Lever first = result.ranked[0].lever, second = result.ranked[1].lever;
    const auto run = replicate({pulled(pulled(alternative_, first), second)}, "the best two together");
    if (!run.complete()) {
      result.complete = false;
      return;
    }
    const MeasureAndCost both = minus(column(run.results, 0), base_);
    std::vector<double> beyond = both.measure;
    for (const Lever& lever : {first, second}) {
      const auto variant = static_cast<std::size_t>(std::find(all.begin(), all.end(), lever) - all.begin()) + 1;
      beyond = minus(beyond, minus(column(singles, variant), base_).measure);
    }
    result.together =
        TwoTogether{first, second, estimate_of(both.measure), estimate_of(both.cost), estimate_of(beyond)};
  }

  const Scenario& scenario_;
  const BottleneckOptions& options_;
  const Alternative& alternative_;
  MeasureTable table_;
  std::size_t measure_, cost_;
  Period period_;
  MeasureAndCost base_;
};

}  // namespace

bool more_is_better(const Measure& measure, const Settings& settings) {
  const std::string& name = measure.name;
  const auto begins = [&name](const char* prefix) { return name.rfind(prefix, 0) == 0; };
  const auto home = [&settings](const std::string& stage) {
    return std::any_of(settings.stages.begin(), settings.stages.end(),
                       [&](const Stage& exit) { return exit.name == stage && exit.home; });
  };
  if (begins("exits.")) return home(name.substr(6));
  for (const char* good : {"homes", "first_hand", "prevented", "home_within_year", "retention.", "turnover.", "moves."})
    if (begins(good)) return true;
  return false;
}

Bottleneck find_bottleneck(const Scenario& scenario, const BottleneckOptions& options) {
  return Search(scenario, options).find();
}

}  // namespace trapphus::models
