// SPDX-License-Identifier: MIT
#include "models/runs/pooled.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <limits>

#include "engine/statistics/interval.hpp"
#include "engine/statistics/no_value.hpp"
#include "engine/statistics/proportion.hpp"
#include "models/counts/stay_tables.hpp"

namespace trapphus::models {
namespace {

using engine::Jackknife;
using engine::Survival;

/// A table is merged and evaluated once a section.
constexpr std::size_t kSectionsOfTables = 24;

double value_of(Quotient sum) {
  return sum.whole == 0 ? engine::kNoValue : sum.part / sum.whole;
}

using Statistics = std::array<StayValue, kStayStatistics>;
using PooledStatistics = std::array<Pooled, kStayStatistics>;

/// The statistics of these tables of the replications, merged.
PooledStatistics of_tables(const ReplicationRefs& replications, const std::vector<std::size_t>& tables) {
  const auto begins = engine::sections(replications.size(), kSectionsOfTables);
  const std::size_t causes = replications.front()->tables[tables.front()].stays.causes();
  std::vector<Survival> sections;
  std::vector<std::size_t> sizes;
  Survival all(causes);
  for (std::size_t s = 0; s + 1 < begins.size(); ++s) {
    Survival& section = sections.emplace_back(causes);
    for (std::size_t r = begins[s]; r < begins[s + 1]; ++r) {
      for (const std::size_t table : tables) section.merge(replications[r]->tables[table].stays);
    }
    sizes.push_back(begins[s + 1] - begins[s]);
    all.merge(section);
  }
  PooledStatistics result;
  const Statistics values = statistics_of(all);
  for (std::size_t i = 0; i < kStayStatistics; ++i) result[i] = {{values[i].value, {}, sizes}, values[i].at_least, 0};
  for (const Survival& section : sections) {
    Survival rest = all;
    rest.remove(section);
    const Statistics without = statistics_of(rest);
    for (std::size_t i = 0; i < kStayStatistics; ++i) result[i].value.without.push_back(without[i].value);
  }
  return result;
}

/// The measures of the replications that are wanted.
class Pooling {
 public:
  using Wanted = std::function<bool(std::size_t row, std::size_t measure)>;

  Pooling(const ReplicationRefs& replications, Wanted wanted)
      : replications_(replications), first_(*replications.front()), wanted_(std::move(wanted)) {
    rows_.resize(first_.values.size());
  }

  std::vector<std::map<std::size_t, Pooled>> rows() {
    for (std::size_t row = 0; row < first_.quotients.size(); ++row) {
      for (const auto& [measure, quotient] : first_.quotients[row])
        add_ratio(row, measure, [row, m = measure](const ReplicationResult& one) { return one.quotients[row].at(m); });
    }
    for (std::size_t row = 0; row < first_.counts.size(); ++row) {
      for (const auto& [measure, count] : first_.counts[row]) {
        add_ratio(row, measure, [row, m = measure](const ReplicationResult& one) {
          const engine::Proportion& counted = one.counts[row].at(m);
          return Quotient{static_cast<double>(counted.part), static_cast<double>(counted.whole)};
        });
      }
    }
    for (std::size_t table = 0; table < first_.tables.size();) table = add_tables(table);
    return std::move(rows_);
  }

 private:
  void add(std::size_t row, std::size_t measure, Pooled value) {
    value.replications =
        static_cast<int>(std::count_if(replications_.begin(), replications_.end(), [&](const ReplicationResult* one) {
          return !std::isnan(one->values[row][measure]);
        }));
    rows_[row].insert_or_assign(measure, std::move(value));
  }

  template <class Part>
  void add_ratio(std::size_t row, std::size_t measure, const Part& part) {
    if (!wanted_(row, measure)) return;
    std::vector<Quotient> quotients;
    for (const ReplicationResult* one : replications_) quotients.push_back(part(*one));
    add(row, measure, {ratio_of_sums(quotients), false, 0});
  }

  /// The tables of all groups that have the same measures. Returns the first of the next ones.
  std::size_t add_tables(std::size_t first) {
    const auto& measures = first_.tables[first].measures;
    std::vector<std::size_t> groups;
    for (std::size_t table = first; table < first_.tables.size() && first_.tables[table].measures == measures; ++table)
      groups.push_back(table);
    if (groups.size() == 1) {
      add_statistics({0, 1 + first_.tables[first].group.index()}, measures, groups);
      return first + 1;
    }
    for (const std::size_t table : groups) add_statistics({1 + first_.tables[table].group.index()}, measures, {table});
    add_statistics({0}, measures, groups);
    return first + groups.size();
  }

  /// The same values for all these rows.
  void add_statistics(std::vector<std::size_t> rows, const std::array<std::size_t, kStayStatistics>& measures,
                      const std::vector<std::size_t>& tables) {
    const auto has = [&](std::size_t row, std::size_t measure) {
      return row < first_.values.size() && measure < first_.values[row].size() && wanted_(row, measure);
    };
    std::erase_if(rows, [&](std::size_t row) {
      return std::none_of(measures.begin(), measures.end(), [&](std::size_t measure) { return has(row, measure); });
    });
    if (rows.empty()) return;
    const PooledStatistics values = of_tables(replications_, tables);
    for (const std::size_t row : rows) {
      for (std::size_t i = 0; i < kStayStatistics; ++i) {
        if (has(row, measures[i])) add(row, measures[i], values[i]);
      }
    }
  }

  const ReplicationRefs& replications_;
  const ReplicationResult& first_;
  Wanted wanted_;
  std::vector<std::map<std::size_t, Pooled>> rows_;
};

}  // namespace

ReplicationRefs references(ReplicationSpan replications) {
  ReplicationRefs refs;
  for (const ReplicationResult& one : replications) refs.push_back(&one);
  return refs;
}

Jackknife ratio_of_sums(const std::vector<Quotient>& quotients) {
  Quotient all;
  for (const Quotient& one : quotients) {
    all.part += one.part;
    all.whole += one.whole;
  }
  Jackknife result{value_of(all), {}, std::vector<std::size_t>(quotients.size(), 1)};
  for (const Quotient& one : quotients)
    result.without.push_back(value_of({all.part - one.part, all.whole - one.whole}));
  return result;
}

std::vector<std::map<std::size_t, Pooled>> pooled(const ReplicationRefs& replications) {
  if (replications.empty()) return {};
  return Pooling(replications, [](std::size_t, std::size_t) { return true; }).rows();
}

std::optional<Pooled> pooled(const ReplicationRefs& replications, std::size_t row, std::size_t measure) {
  if (replications.empty()) return std::nullopt;
  auto rows = Pooling(replications, [&](std::size_t r, std::size_t m) { return r == row && m == measure; }).rows();
  const auto found = rows[row].find(measure);
  if (found == rows[row].end()) return std::nullopt;
  return std::move(found->second);
}

Pooled operator-(const Pooled& a, const Pooled& b) {
  Pooled result{a.value - b.value, a.at_least, std::min(a.replications, b.replications)};
  if (b.at_least) {
    result.value.value = engine::kNoValue;
    result.at_least = false;
    result.replications = 0;
  }
  return result;
}

Estimate with_interval(const Pooled& pooled) {
  if (std::isnan(pooled.value.value)) return kNoEstimate;
  const engine::Interval interval = pooled.value.interval();
  if (!pooled.at_least) return {interval.mean, interval.low, interval.high, pooled.replications};
  const double low = std::isnan(interval.low) ? interval.mean : interval.low;
  return {interval.mean, low, engine::kNoValue, pooled.replications, true};
}

double relative_half_width(const ReplicationRefs& replications, std::size_t measure) {
  const auto together = pooled(replications, 0, measure);
  if (!together) {
    std::vector<double> values;
    for (const ReplicationResult* one : replications) values.push_back(one->values[0][measure]);
    return engine::relative_half_width(values);
  }
  const double half_width = together->value.interval().half_width();
  if (std::isnan(half_width)) return std::numeric_limits<double>::infinity();
  return half_width == 0 ? 0 : half_width / std::abs(together->value.value);
}

ReplicationResult only(const ReplicationResult& replication, std::size_t measure) {
  ReplicationResult result;
  result.values.assign(1, std::vector<double>(measure + 1, engine::kNoValue));
  result.values[0][measure] = replication.values[0][measure];
  const auto keep = [measure](const auto& from, auto& to) {
    to.resize(1);
    if (from.empty()) return;
    if (const auto found = from[0].find(measure); found != from[0].end()) to[0].insert(*found);
  };
  keep(replication.quotients, result.quotients);
  keep(replication.counts, result.counts);
  for (const StayTable& table : replication.tables) {
    if (std::find(table.measures.begin(), table.measures.end(), measure) != table.measures.end())
      result.tables.push_back(table);
  }
  return result;
}

}  // namespace trapphus::models
