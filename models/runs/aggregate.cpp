// SPDX-License-Identifier: MIT
#include "models/runs/aggregate.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <stdexcept>
#include <utility>

#include "engine/statistics/interval.hpp"
#include "engine/statistics/no_value.hpp"
#include "engine/statistics/proportion.hpp"
#include "models/measures/month_values.hpp"
#include "models/runs/estimates.hpp"
#include "models/runs/lost_rows.hpp"
#include "models/runs/payback.hpp"
#include "models/runs/pooled.hpp"
#include "models/runs/range.hpp"
#include "models/runs/windows.hpp"
#include "models/staircase/period.hpp"
#include "models/staircase/scenario.hpp"

namespace trapphus::models {
namespace {

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

void add_spread(Series& series, std::vector<double> column) {
  std::erase_if(column, [](double value) { return std::isnan(value); });
  std::sort(column.begin(), column.end());
  series.p5.push_back(engine::quantile(column, 0.05));
  series.p95.push_back(engine::quantile(column, 0.95));
}

void add_step(Series& series, std::vector<double> column, const ValueRange& range) {
  const Estimate mean = within(range, estimate(column));
  series.mean.push_back(mean.mean);
  series.low.push_back(mean.low);
  series.high.push_back(mean.high);
  add_spread(series, std::move(column));
}

/// Of a measure that is a ratio, in steps of so many months: all parts in the step of all wholes in it.
Series ratio_series(ReplicationSpan replications, std::size_t measure, const Period& period, int months,
                    const ValueRange& range) {
  std::vector<std::vector<double>> parts, wholes;
  for (const ReplicationResult& replication : replications) {
    const auto& by_month = replication.monthly[0].at(measure);
    const auto& divided_by = replication.monthly_wholes.at(measure);
    std::vector<double> part(by_month.size());
    for (std::size_t i = 0; i < part.size(); ++i) part[i] = divided_by[i] == 0 ? 0 : by_month[i] * divided_by[i];
    parts.push_back(in_steps(MonthKind::Count, period, part, months));
    wholes.push_back(in_steps(MonthKind::Count, period, divided_by, months));
  }
  Series series;
  series.from = first_step(period, months);
  std::vector<Quotient> quotients(replications.size());
  std::vector<double> column(replications.size());
  for (std::size_t i = 0; i < parts.front().size(); ++i) {
    for (std::size_t r = 0; r < quotients.size(); ++r) {
      quotients[r] = {parts[r][i], wholes[r][i]};
      column[r] = wholes[r][i] == 0 ? engine::kNoValue : parts[r][i] / wholes[r][i];
    }
    const engine::Interval ratio = within(range, ratio_of_sums(quotients).interval());
    series.mean.push_back(ratio.mean);
    series.low.push_back(ratio.low);
    series.high.push_back(ratio.high);
    add_spread(series, column);
  }
  return series;
}

void add_series(MeasureSet& set, std::size_t group, const MeasureTable& table, const Period& period,
                ReplicationSpan replications) {
  for (const auto& [measure, first] : replications.front().monthly[group]) {
    const MonthKind kind = month_kind(table[measure]);
    const ValueRange range = range_of(table[measure]);
    if (group == 0 && replications.front().monthly_wholes.contains(measure)) {
      set.monthly.emplace(measure, ratio_series(replications, measure, period, 1, range));
      set.tertial.emplace(measure, ratio_series(replications, measure, period, 4, range));
      set.yearly.emplace(measure, ratio_series(replications, measure, period, 12, range));
      continue;
    }
    std::vector<std::vector<double>> months, tertials, years;
    for (const ReplicationResult& replication : replications) {
      months.push_back(replication.monthly[group].at(measure));
      tertials.push_back(in_steps(kind, period, months.back(), 4));
      years.push_back(in_steps(kind, period, months.back(), 12));
    }
    set.monthly.emplace(measure, series_of(period.month(0), months, range));
    set.tertial.emplace(measure, series_of(first_step(period, 4), tertials, range));
    set.yearly.emplace(measure, series_of(first_step(period, 12), years, range));
  }
}

template <class Things, class Id>
std::string name_of(const Things& things, Id id) {
  return id.valid() ? things[id.index()].name : std::string();
}

/// The replications of an alternative have the same accounts in the same order.
void add_line(std::vector<LedgerRow>& rows, std::size_t account, const Settings& settings, const Period& period,
              ReplicationSpan replications) {
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

engine::Interval predicted_share(const Observation& observation, std::span<const engine::Proportion> counts) {
  return engine::share_prediction(counts, observation.of ? *observation.of : usual_whole(counts));
}

std::size_t place_of(const Scenario& scenario, const std::string& alternative, std::span<const Replicated> runs,
                     const char* who) {
  for (std::size_t i = 0; i < runs.size(); ++i) {
    if (scenario.alternatives[i].name == alternative) return i;
  }
  throw std::invalid_argument(std::string(who) + " names an alternative that is not there: " + alternative);
}

const Replicated& run_of(const Scenario& scenario, const Observation& observation, std::span<const Replicated> runs) {
  if (observation.alternative.empty()) return runs.front();
  return runs[place_of(scenario, observation.alternative, runs, "an observation")];
}

std::vector<CircularWaitResult> circular_waits(const Settings& settings, ReplicationSpan replications) {
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
                            ReplicationSpan replications, const PooledRows& rows) {
  AlternativeResult result{alternative.name, alternative.label, {}, {}, {}};
  if (replications.empty()) return result;
  const Period period(scenario.from, scenario.to);
  auto values = estimates(table, replications, rows);
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

}  // namespace

Series series_of(engine::Month from, const std::vector<std::vector<double>>& rows, const ValueRange& range) {
  Series series;
  series.from = from;
  std::vector<double> column(rows.size());
  for (std::size_t i = 0; i < rows.front().size(); ++i) {
    for (std::size_t r = 0; r < rows.size(); ++r) column[r] = rows[r][i];
    add_step(series, column, range);
  }
  return series;
}

AlternativeResult summarise(const Scenario& scenario, const MeasureTable& table, const Alternative& alternative,
                            ReplicationSpan replications) {
  return summarise(scenario, table, alternative, replications, pooled(references(replications)));
}

ObservationResult compare(const Scenario& scenario, const MeasureTable& table, const Observation& observation,
                          ReplicationSpan replications) {
  const auto measure = table.find(observation.measure);
  if (!measure) throw std::invalid_argument("an observation's measure is not known: " + observation.measure);
  const Period period(scenario.from, scenario.to);
  std::vector<double> values;
  for (const ReplicationResult& replication : replications) {
    values.push_back(simulated(observation, table, period, replication));
  }
  const std::size_t row = observation.group.valid() ? 1 + observation.group.index() : 0;
  ReplicationRefs measured;  // none where the value is added up from months
  for (const ReplicationResult& replication : replications) {
    if (const auto* found = measured_in(observation, table, period, replication)) measured.push_back(found);
  }
  const bool counted = !measured.empty() && is_counted({measured.front(), 1}, row, *measure);
  std::vector<engine::Proportion> counts;
  for (const ReplicationResult* one : measured) {
    if (counted) counts.push_back(one->counts[row].at(*measure));
  }
  engine::Interval interval = counted ? predicted_share(observation, counts)
                                      : within(range_of(table[*measure]), engine::prediction_interval(values));
  bool at_least = false;
  if (!counted && !measured.empty()) {
    if (const auto together = pooled(measured, row, *measure)) {
      interval.mean = together->value.value;
      at_least = together->at_least;
      if (at_least) {
        if (std::isnan(interval.low)) interval.low = interval.mean;
        interval.high = engine::kNoValue;
      }
    }
  }
  const std::string group = name_of(first_settings(scenario).groups, observation.group);
  return {observation, group, interval.mean, interval.low, interval.high, at_least};
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
  std::vector<PooledRows> rows;
  for (const Replicated& run : runs) rows.push_back(pooled(references(run)));
  for (std::size_t i = 0; i < runs.size(); ++i) {
    const Alternative& alternative = scenario.alternatives[i];
    results.alternatives.push_back(summarise(scenario, table, alternative, runs[i], rows[i]));
    if (i == 0) continue;
    results.differences.push_back(difference(alternative.name, runs.front(), rows.front(), runs[i], rows[i]));
    results.savings.push_back(savings(scenario, alternative, runs.front(), runs[i]));
    if (alternative.shows_part_of.empty()) continue;
    const std::size_t whole = place_of(scenario, alternative.shows_part_of, runs, alternative.name.c_str());
    Difference part = difference(alternative.name, runs[i], rows[i], runs[whole], rows[whole]);
    results.contributions.push_back(
        {alternative.name, alternative.shows_part_of, std::move(part.all), std::move(part.groups)});
  }
  for (const Observation& observation : scenario.observations) {
    results.observations.push_back(compare(scenario, table, observation, run_of(scenario, observation, runs)));
  }
}

CaseResult aggregate_case(const Case& assumptions, const MeasureTable& table, std::span<const Replicated> runs) {
  CaseResult result{assumptions.name, assumptions.label, {}, {}};
  std::vector<PooledRows> rows;
  for (std::size_t i = 0; i < runs.size(); ++i) {
    rows.push_back(pooled(references(runs[i])));
    auto values = estimates(table, runs[i], rows[i]);
    result.alternatives.push_back(values.empty() ? std::vector<Estimate>() : std::move(values.front()));
    if (i == 0) continue;
    result.differences.push_back(
        difference(assumptions.alternatives[i].name, runs.front(), rows.front(), runs[i], rows[i]));
  }
  return result;
}

}  // namespace trapphus::models
