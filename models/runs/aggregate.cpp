// SPDX-License-Identifier: MIT
#include "models/runs/aggregate.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>
#include <stdexcept>
#include <utility>

#include "engine/statistics/interval.hpp"
#include "engine/statistics/proportion.hpp"
#include "models/measures/month_values.hpp"
#include "models/runs/lost_rows.hpp"
#include "models/runs/payback.hpp"
#include "models/staircase/period.hpp"
#include "models/staircase/scenario.hpp"

namespace trapphus::models {
namespace {

using Replications = std::span<const ReplicationResult>;

Estimate from(const engine::Interval& interval) {
  return {interval.mean, interval.low, interval.high, interval.count};
}

/// An estimate for each measure of each group, of the value that a replication gives it.
std::vector<std::vector<Estimate>> each_measure(
    Replications replications, const std::function<double(std::size_t r, std::size_t group, std::size_t m)>& value) {
  std::vector<std::vector<Estimate>> all;
  if (replications.empty()) return all;
  std::vector<double> column(replications.size());
  for (std::size_t g = 0; g < replications.front().values.size(); ++g) {
    auto& measures = all.emplace_back();
    for (std::size_t m = 0; m < replications.front().values[g].size(); ++m) {
      for (std::size_t r = 0; r < column.size(); ++r) column[r] = value(r, g, m);
      measures.push_back(estimate(column));
    }
  }
  return all;
}

std::vector<engine::Proportion> counts_of(Replications replications, std::size_t group, std::size_t measure) {
  std::vector<engine::Proportion> counts;
  for (const ReplicationResult& replication : replications) counts.push_back(replication.counts[group].at(measure));
  return counts;
}

/// Members of one replication, on average.
std::int64_t usual_whole(std::span<const engine::Proportion> counts) {
  double whole = 0;
  for (const engine::Proportion& count : counts) whole += static_cast<double>(count.whole);
  return std::llround(whole / static_cast<double>(counts.size()));
}

Counted counted(std::span<const engine::Proportion> counts) {
  Counted result;
  for (const engine::Proportion& one : counts) {
    result.part += one.part;
    result.whole += one.whole;
  }
  result.of = usual_whole(counts);
  const engine::Interval next = engine::share_prediction(counts, result.of);
  result.low = next.low;
  result.high = next.high;
  return result;
}

void add_step(Series& series, std::vector<double> column) {
  const Estimate mean = estimate(column);
  series.mean.push_back(mean.mean);
  series.low.push_back(mean.low);
  series.high.push_back(mean.high);
  std::erase_if(column, [](double value) { return std::isnan(value); });
  std::sort(column.begin(), column.end());
  series.p5.push_back(engine::quantile(column, 0.05));
  series.p95.push_back(engine::quantile(column, 0.95));
}

void add_series(MeasureSet& set, std::size_t group, const MeasureTable& table, const Period& period,
                Replications replications) {
  for (const auto& [measure, first] : replications.front().monthly[group]) {
    const MonthKind kind = month_kind(table[measure]);
    std::vector<std::vector<double>> months, tertials, years;
    for (const ReplicationResult& replication : replications) {
      months.push_back(replication.monthly[group].at(measure));
      tertials.push_back(in_steps(kind, period, months.back(), 4));
      years.push_back(in_steps(kind, period, months.back(), 12));
    }
    set.monthly.emplace(measure, series_of(period.month(0), months));
    set.tertial.emplace(measure, series_of(first_step(period, 4), tertials));
    set.yearly.emplace(measure, series_of(first_step(period, 12), years));
  }
}

template <class Things, class Id>
std::string name_of(const Things& things, Id id) {
  return id.valid() ? things[id.index()].name : std::string();
}

/// The replications of an alternative have the same accounts in the same order.
void add_line(std::vector<LedgerRow>& rows, std::size_t account, const Settings& settings, const Period& period,
              Replications replications) {
  const BookedLine& booked = replications.front().ledger[account];
  std::vector<Money> sums(period.months());
  bool anything = false;
  for (const ReplicationResult& replication : replications) {
    const auto& amounts = replication.ledger.at(account).amounts;
    for (std::size_t i = 0; i < sums.size(); ++i) {
      sums[i] += amounts[i];
      anything = anything || amounts[i] != Money();
    }
  }
  if (!anything) return;
  for (std::size_t i = 0; i < sums.size(); ++i) {
    rows.push_back({period.month(i), booked.line, name_of(settings.stages, booked.stage),
                    name_of(settings.groups, booked.group),
                    sums[i].in_kronor() / static_cast<double>(replications.size())});
  }
}

bool is_counted(Replications replications, std::size_t group, std::size_t measure) {
  return !replications.empty() && group < replications.front().counts.size() &&
         replications.front().counts[group].contains(measure);
}

engine::Interval predicted_share(const Observation& observation, std::span<const engine::Proportion> counts) {
  return engine::share_prediction(counts, observation.of ? *observation.of : usual_whole(counts));
}

const Replicated& run_of(const Scenario& scenario, const std::string& alternative, std::span<const Replicated> runs,
                         const char* who) {
  for (std::size_t i = 0; i < runs.size(); ++i) {
    if (scenario.alternatives[i].name == alternative) return runs[i];
  }
  throw std::invalid_argument(std::string(who) + " names an alternative that is not there: " + alternative);
}

const Replicated& run_of(const Scenario& scenario, const Observation& observation, std::span<const Replicated> runs) {
  if (observation.alternative.empty()) return runs.front();
  return run_of(scenario, observation.alternative, runs, "an observation");
}

Contribution contribution(const Scenario& scenario, std::size_t without, std::span<const Replicated> runs) {
  const Alternative& part = scenario.alternatives[without];
  const Replicated& whole = run_of(scenario, part.shows_part_of, runs, part.name.c_str());
  Difference found = difference(part.name, runs[without], whole);
  return {part.name, part.shows_part_of, std::move(found.all), std::move(found.groups)};
}

}  // namespace

Estimate estimate(std::span<const double> values) {
  return from(engine::confidence_interval(values));
}

Series series_of(engine::Month from, const std::vector<std::vector<double>>& rows) {
  Series series;
  series.from = from;
  std::vector<double> column(rows.size());
  for (std::size_t i = 0; i < rows.front().size(); ++i) {
    for (std::size_t r = 0; r < rows.size(); ++r) column[r] = rows[r][i];
    add_step(series, column);
  }
  return series;
}

double simulated(const Observation& observation, const MeasureTable& table, const Period& period,
                 const ReplicationResult& replication) {
  const auto measure = table.find(observation.measure);
  if (!measure) throw std::invalid_argument("an observation's measure is not known: " + observation.measure);
  const std::size_t group = observation.group.valid() ? 1 + observation.group.index() : 0;
  const auto found = replication.monthly[group].find(*measure);
  if (found == replication.monthly[group].end()) return replication.values[group][*measure];
  return observed_over(month_kind(table[*measure]), period, found->second, observation.from, observation.to);
}

std::vector<std::vector<Estimate>> estimates(Replications replications) {
  auto all = each_measure(replications,
                          [&](std::size_t r, std::size_t g, std::size_t m) { return replications[r].values[g][m]; });
  for (std::size_t g = 0; !replications.empty() && g < replications.front().counts.size(); ++g) {
    for (const auto& [measure, first] : replications.front().counts[g]) {
      all[g][measure] = from(engine::share_confidence(counts_of(replications, g, measure)));
    }
  }
  return all;
}

Difference difference(const std::string& name, Replications base, Replications other) {
  if (base.size() != other.size()) throw std::invalid_argument("alternatives must have the same replications");
  auto all = each_measure(
      base, [&](std::size_t r, std::size_t g, std::size_t m) { return other[r].values[g][m] - base[r].values[g][m]; });
  Difference difference{name, {}, {}};
  if (all.empty()) return difference;
  difference.all = std::move(all.front());
  difference.groups.assign(std::next(all.begin()), all.end());
  return difference;
}

std::vector<CircularWaitResult> circular_waits(const Settings& settings, Replications replications) {
  std::map<std::vector<StageId>, CircularWaitResult> found;
  for (const ReplicationResult& replication : replications) {
    for (const CircularWait& wait : replication.circular_waits) {
      CircularWaitResult& sum = found[wait.stages];
      if (sum.replications++ == 0 || wait.since < sum.earliest) sum.earliest = wait.since;
    }
  }
  std::vector<CircularWaitResult> result;
  for (auto& [stages, sum] : found) {
    for (const StageId stage : stages) sum.stages.push_back(settings.stages[stage.index()].name);
    result.push_back(std::move(sum));
  }
  return result;
}

AlternativeResult summarise(const Scenario& scenario, const MeasureTable& table, const Alternative& alternative,
                            Replications replications) {
  AlternativeResult result{alternative.name, alternative.label, {}, {}, {}};
  if (replications.empty()) return result;
  const Period period(scenario.from, scenario.to);
  auto values = estimates(replications);
  result.groups.resize(values.size() - 1);
  for (std::size_t g = 0; g < values.size(); ++g) {
    MeasureSet& set = g == 0 ? result.all : result.groups[g - 1];
    set.values = std::move(values[g]);
    add_series(set, g, table, period, replications);
    if (g >= replications.front().counts.size()) continue;
    for (const auto& [measure, first] : replications.front().counts[g]) {
      set.counts.emplace(measure, counted(counts_of(replications, g, measure)));
    }
  }
  for (std::size_t i = 0; i < replications.front().ledger.size(); ++i) {
    add_line(result.ledger, i, alternative.epochs.front().settings, period, replications);
  }
  result.lost = lost_rows(alternative.epochs.front().settings, replications);
  result.circular_waits = circular_waits(alternative.epochs.front().settings, replications);
  return result;
}

ObservationResult compare(const Scenario& scenario, const MeasureTable& table, const Observation& observation,
                          Replications replications) {
  const auto measure = table.find(observation.measure);
  if (!measure) throw std::invalid_argument("an observation's measure is not known: " + observation.measure);
  const Period period(scenario.from, scenario.to);
  std::vector<double> values;
  for (const ReplicationResult& replication : replications) {
    values.push_back(simulated(observation, table, period, replication));
  }
  const std::size_t row = observation.group.valid() ? 1 + observation.group.index() : 0;
  const engine::Interval interval = is_counted(replications, row, *measure)
                                        ? predicted_share(observation, counts_of(replications, row, *measure))
                                        : engine::prediction_interval(values);
  const std::string group = name_of(first_settings(scenario).groups, observation.group);
  return {observation, group, interval.mean, interval.low, interval.high};
}

void aggregate(const Scenario& scenario, const MeasureTable& table, std::span<const Replicated> runs,
               Results& results) {
  results.measures = table.all();
  results.groups.clear();
  for (const Group& group : first_settings(scenario).groups) results.groups.push_back(group.name);
  results.alternatives.clear();
  results.differences.clear();
  results.savings.clear();
  results.contributions.clear();
  results.observations.clear();
  for (std::size_t i = 0; i < runs.size(); ++i) {
    results.alternatives.push_back(summarise(scenario, table, scenario.alternatives[i], runs[i]));
    if (i == 0) continue;
    results.differences.push_back(difference(scenario.alternatives[i].name, runs.front(), runs[i]));
    results.savings.push_back(savings(scenario, scenario.alternatives[i], runs.front(), runs[i]));
    if (!scenario.alternatives[i].shows_part_of.empty()) {
      results.contributions.push_back(contribution(scenario, i, runs));
    }
  }
  for (const Observation& observation : scenario.observations) {
    results.observations.push_back(compare(scenario, table, observation, run_of(scenario, observation, runs)));
  }
}

CaseResult aggregate_case(const Case& assumptions, std::span<const Replicated> runs) {
  CaseResult result{assumptions.name, assumptions.label, {}, {}};
  for (std::size_t i = 0; i < runs.size(); ++i) {
    auto values = estimates(runs[i]);
    result.alternatives.push_back(values.empty() ? std::vector<Estimate>() : std::move(values.front()));
    if (i == 0) continue;
    result.differences.push_back(difference(assumptions.alternatives[i].name, runs.front(), runs[i]));
  }
  return result;
}

}  // namespace trapphus::models
