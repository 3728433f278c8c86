// SPDX-License-Identifier: MIT
#include "models/studies/bottleneck.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <stdexcept>
#include <tuple>
#include <utility>

#include "engine/experiments/experiment.hpp"
#include "engine/statistics/interval.hpp"
#include "models/measures/measure_recorder.hpp"
#include "models/runs/lost_rows.hpp"
#include "models/runs/pooled.hpp"
#include "models/runs/range.hpp"
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

/// The replications of a variant: of each what its measure needs, and the costs.
struct Variant {
  std::vector<ReplicationResult> replications;
  std::vector<double> cost;
};

struct Outcomes {
  std::vector<ReplicationResult> by_variant;
  std::vector<double> costs;      // by variant
  std::vector<WaitingDays> lost;  // of the first variant
};

Variant variant(const std::vector<Outcomes>& replications, std::size_t place) {
  Variant values;
  for (const Outcomes& replication : replications) {
    values.replications.push_back(replication.by_variant[place]);
    values.cost.push_back(replication.costs[place]);
  }
  return values;
}

std::vector<double> minus(const std::vector<double>& a, const std::vector<double>& b) {
  std::vector<double> difference(std::min(a.size(), b.size()));
  for (std::size_t i = 0; i < difference.size(); ++i) difference[i] = a[i] - b[i];
  return difference;
}

/// The means of the sections.
std::vector<double> by_section(const std::vector<double>& values, const std::vector<std::size_t>& sizes) {
  std::vector<double> means;
  std::size_t at = 0;
  for (const std::size_t size : sizes) {
    double sum = 0;
    for (const std::size_t end = at + size; at < end; ++at) sum += values[at];
    means.push_back(sum / static_cast<double>(size));
  }
  return means;
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
    base_ = values(variant(run.results, 0));
    result.replications = static_cast<int>(run.results.size());
    result.complete = run.complete();
    result.base = within(range_of(table_[measure_]), with_interval(base_.measure));
    result.base_cost = estimate_of(base_.cost);
    result.lost = lost(run.results);
    for (std::size_t i = 0; i < all.size(); ++i) {
      const Values found = values(variant(run.results, 1 + i));
      const LeverEffect effect = effect_of(all[i], minus(found, base_));
      effects_.push_back(found.measure - base_.measure);
      if (all[i].kind == LeverKind::Market)
        result.market = effect;
      else
        result.ranked.push_back(effect);
    }
    rank(result);
    if (result.complete) two_together(result, all);
    return result;
  }

 private:
  /// A variant's, or the paired difference of two.
  struct Values {
    Pooled measure;
    std::vector<double> cost;  ///< By replication.
  };

  static Values minus(const Values& a, const Values& b) {
    return {a.measure - b.measure, models::minus(a.cost, b.cost)};
  }

  /// A mean over the replications is its own jackknife.
  [[nodiscard]] Values values(const Variant& variant) const {
    const ReplicationRefs all = references(variant.replications);
    if (auto together = pooled(all, 0, measure_)) return {std::move(*together), variant.cost};
    std::vector<double> column;
    for (const ReplicationResult* one : all) column.push_back(one->values[0][measure_]);
    return {mean(column), variant.cost};
  }

  static Pooled mean(const std::vector<double>& column) {
    const auto count = static_cast<double>(column.size());
    const double sum = std::accumulate(column.begin(), column.end(), 0.0);
    Pooled result{
        {sum / count, {}, std::vector<std::size_t>(column.size(), 1)}, false, static_cast<int>(column.size())};
    for (const double value : column) result.value.without.push_back((sum - value) / (count - 1));
    return result;
  }

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
        outcomes.by_variant.push_back(only(result, measure_));
        outcomes.costs.push_back(result.values[0][cost_]);
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

  [[nodiscard]] LeverEffect effect_of(const Lever& lever, const Values& difference) const {
    LeverEffect effect{lever, with_interval(difference.measure), estimate_of(difference.cost), kNoEstimate};
    if (!improves(table_[measure_], effect)) return effect;
    // A flow: cost of the period for its events in the period; otherwise cost of a year.
    const bool counted = table_[measure_].unit == "per year";
    const double sign = table_[measure_].better == Better::More ? 1 : -1;
    std::vector<double> cost = by_section(difference.cost, difference.measure.value.sizes);
    std::vector<double> gained = difference.measure.value.pseudo_values();
    for (double& value : cost) value *= counted ? period_.in_months() : 12;
    for (double& value : gained) value *= (counted ? period_.years() : 1) * sign;
    effect.price = estimate(engine::ratio_interval(cost, gained));
    return effect;
  }

  static void rank(Bottleneck& result) {
    // Ascending: class, then the key within the class.
    const bool by_size = result.measure.better == Better::Neither;
    const auto place = [&result, by_size](const LeverEffect& e) {
      const double size = std::isnan(e.effect.mean) ? 0 : std::abs(e.effect.mean);
      if (result.helps(e) && e.cost.mean <= 0) return std::tuple(0, -size);
      if (result.helps(e)) return std::tuple(1, e.price.mean);
      return std::tuple(e.distinguishable() ? (by_size ? 1 : 3) : 2, -size);
    };
    std::stable_sort(result.ranked.begin(), result.ranked.end(),
                     [&place](const LeverEffect& a, const LeverEffect& b) { return place(a) < place(b); });
  }

  /// Simulates the best two changes combined, for their interaction.
  void two_together(Bottleneck& result, const std::vector<Lever>& all) const {
    if (result.ranked.size() < 2 || !result.helps(result.ranked[1])) return;
    const Lever first = result.ranked[0].lever, second = result.ranked[1].lever;
    const auto run = replicate({pulled(pulled(alternative_, first), second)}, "the best two together");
    if (!run.complete()) {
      result.complete = false;
      return;
    }
    const Values both = minus(values(variant(run.results, 0)), base_);
    Pooled beyond = both.measure;
    for (const Lever& lever : {first, second})
      beyond = beyond - effects_[static_cast<std::size_t>(std::find(all.begin(), all.end(), lever) - all.begin())];
    result.together =
        TwoTogether{first, second, with_interval(both.measure), estimate_of(both.cost), with_interval(beyond)};
  }

  const Scenario& scenario_;
  const BottleneckOptions& options_;
  const Alternative& alternative_;
  MeasureTable table_;
  std::size_t measure_, cost_;
  Period period_;
  Values base_;
  std::vector<Pooled> effects_;  // by lever
};

}  // namespace

bool improves(const Measure& measure, const LeverEffect& effect) {
  if (measure.better == Better::Neither || !effect.distinguishable()) return false;
  return (effect.effect.mean > 0) == (measure.better == Better::More);
}

Bottleneck find_bottleneck(const Scenario& scenario, const BottleneckOptions& options) {
  return Search(scenario, options).find();
}

}  // namespace trapphus::models
