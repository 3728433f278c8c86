// SPDX-License-Identifier: MIT
#include "models/studies/comparison.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "engine/statistics/interval.hpp"
#include "engine/statistics/no_value.hpp"
#include "engine/statistics/ranking.hpp"
#include "models/runs/range.hpp"
#include "models/staircase/selection.hpp"
#include "models/studies/compared_facts.hpp"
#include "models/studies/compared_retention.hpp"
#include "models/studies/study_error.hpp"

namespace trapphus::models {
namespace {

using Column = std::vector<double>;  ///< By replication.

/// The scenario with only the alternatives that have rows, and without what is not compared.
Scenario rows_of(const ComparedScenario& entry) {
  Selection selection{.cases = false, .application = false};
  if (!entry.alternative.empty()) selection.alternatives = {entry.alternative};
  Scenario part = selected(entry.scenario, selection);
  for (Observation& observation : part.observations) {
    if (observation.alternative.empty()) observation.alternative = entry.scenario.alternatives.front().name;
  }
  std::erase_if(part.observations, [&part](const Observation& observation) {
    return alternative_called(part, observation.alternative) == nullptr || std::isnan(observation.value);
  });
  for (auto& alternative : part.alternatives) alternative.shows_part_of.clear();
  return part;
}

/// A row with its simulated measures.
struct Simulated {
  ComparedRow row;
  const Scenario* scenario;
  std::size_t family;
  MeasureSet set;
  std::vector<Column> columns;  ///< By measure of the row's table.
};

class ComparisonBuilder {
 public:
  ComparisonBuilder(const std::vector<ComparedScenario>& entries, const ComparisonOptions& options)
      : entries_(entries), options_(options) {
    for (const auto& entry : entries) {
      parts_.push_back(rows_of(entry));
      tables_.emplace_back(parts_.back());
    }
  }

  Comparison make() {
    check_measures();
    for (const auto& name : column_names()) add_column(name);
    comparison_.seed = options_.run.seed.value_or(parts_.front().seed);
    comparison_.replications = options_.run.replications.value_or(
        std::max_element(parts_.begin(), parts_.end(), [](const auto& a, const auto& b) {
          return a.replications < b.replications;
        })->replications);
    simulate();
    compare_exposure();
    choose_definition();
    for (std::size_t c = 0; c < comparison_.columns.size(); ++c) fill(c);
    split();
    for (auto& simulated : simulated_) comparison_.rows.push_back(std::move(simulated.row));
    return std::move(comparison_);
  }

 private:
  [[nodiscard]] bool has(std::string_view measure) const {
    return std::any_of(tables_.begin(), tables_.end(), [&](const auto& table) { return table.find(measure); });
  }
  [[nodiscard]] bool follows_tenants(std::size_t scenario) const {
    return tables_[scenario].find(models::definition_of(Retention::OneYear).measure).has_value();
  }

  void check_measures() const {
    std::string wrong, nearest;
    for (const auto& name : options_.measures) {
      if (has(name)) continue;
      const std::string comma = wrong.empty() ? "" : ", ";
      wrong.append(comma).append("\"").append(name).append("\"");
      nearest.append(comma).append("\"").append(tables_.front().nearest(name)).append("\"");
    }
    if (!wrong.empty()) throw StudyError({"usage.measures", {{"found", wrong}, {"nearest", nearest}}});
    if (options_.definition && !has(definition_of(*options_.definition).measure))
      throw StudyError({"usage.no_tenants", {}});
  }

  void compare_exposure() {
    double least = std::numeric_limits<double>::infinity(), most = 0;
    for (const Simulated& simulated : simulated_) {
      if (!follows_tenants(simulated.family)) continue;
      least = std::min(least, simulated.row.exposure);
      most = std::max(most, simulated.row.exposure);
    }
    comparison_.equal_exposure = most <= kEqualExposure * least;
  }
  /// Of shares of tenants ever, only if all tenants have had the same time.
  [[nodiscard]] bool is_comparable(std::string_view measure) const {
    const auto& all = retention_definitions();
    const auto definition =
        std::find_if(all.begin(), all.end(), [measure](const auto& one) { return measure == one.measure; });
    return definition == all.end() || definition->at_fixed_time || comparison_.equal_exposure;
  }

  /// The definition of the options, or the most frequent among the teams; if their tenants have had unequal time, one
  /// that does not depend on it.
  void choose_definition() {
    comparison_.common = options_.definition;
    comparison_.common_chosen = options_.definition.has_value();
    if (comparison_.common) return;
    std::array<int, kRetentions> used{};
    for (std::size_t i = 0; i < entries_.size(); ++i) {
      const auto own = find_definition(parts_[i].profile.definition);
      if (own && follows_tenants(i)) ++used[static_cast<std::size_t>(*own)];
    }
    const auto most = std::max_element(used.begin(), used.end());
    if (*most == 0) return;
    comparison_.common = comparison_.equal_exposure ? static_cast<Retention>(most - used.begin()) : Retention::OneYear;
  }

  [[nodiscard]] std::vector<std::string> column_names() const {
    if (!options_.measures.empty()) return options_.measures;
    if (options_.definition) return {definition_of(*options_.definition).measure};
    std::vector<std::string> names;
    bool all_follow = true;
    for (std::size_t i = 0; i < entries_.size(); ++i) all_follow = all_follow && follows_tenants(i);
    for (const auto& definition : retention_definitions()) {
      if (has(definition.measure)) names.emplace_back(definition.measure);
    }
    for (const char* headline : {"homes", "first_hand", "households.acute", "cost.total"}) {
      if (!all_follow && has(headline)) names.emplace_back(headline);
    }
    return names;
  }

  void add_column(const std::string& name) {
    for (std::size_t i = 0; i < tables_.size(); ++i) {
      const auto index = tables_[i].find(name);
      if (!index) continue;
      const auto& measure = tables_[i][*index];
      const std::string& unit = measure.unit;
      const bool scaled = unit == "households" || unit == "per year" || unit == "SEK/month" || unit == "SEK/year" ||
                          unit == "household-days/year";
      comparison_.columns.push_back({measure, scaled, 0, 0, engine::kNoValue});
      return;
    }
  }

  void simulate() {
    for (std::size_t i = 0; i < parts_.size(); ++i) {
      if (!simulate(i)) comparison_.unfinished.push_back(parts_[i].name);
    }
  }

  /// Whether all replications are complete, as the paired comparison requires.
  bool simulate(std::size_t i) {
    if (options_.run.stop != nullptr && options_.run.stop->load()) return false;
    std::vector<Simulated> rows;
    for (const auto& alternative : parts_[i].alternatives) {
      const bool name_it = entries_[i].alternative.empty();
      rows.push_back({facts_of(parts_[i], alternative, name_it), &entries_[i].scenario, i, {}, {}});
    }
    RunOptions replicated = options_.run;
    replicated.seed = comparison_.seed;
    replicated.replications = comparison_.replications;
    replicated.check = CheckChoice::Off;
    if (options_.run.progress) {
      replicated.progress = [this, i](const Progress& progress) {
        options_.run.progress({parts_[i].name.c_str(), progress.done, progress.total});
      };
    }
    replicated.inspect = [&](const std::vector<std::vector<ReplicationResult>>& runs) {
      for (std::size_t a = 0; a < rows.size(); ++a) keep(rows[a], parts_[i].alternatives[a], runs[a]);
    };
    const auto results = run(parts_[i], replicated);
    if (!results.complete || results.replications < comparison_.replications) return false;
    for (std::size_t a = 0; a < rows.size(); ++a) {
      rows[a].set = results.alternatives[a].all;
      observe(rows[a].row, parts_[i], tables_[i], results);
    }
    const auto ever = tables_[i].find(definition_of(Retention::NotEvicted).measure);
    for (auto& simulated : rows) {
      if (ever && simulated.set.counts.contains(*ever)) simulated.row.tenants = simulated.set.counts.at(*ever).of;
      simulated_.push_back(std::move(simulated));
    }
    return true;
  }

  static void observe(ComparedRow& row, const Scenario& part, const MeasureTable& table, const Results& results) {
    for (const ObservationResult& result : results.observations) {
      const Observation& observed = result.observation;
      const auto measure = table.find(observed.measure);
      if (observed.alternative != row.alternative || !measure) continue;
      ComparedObservation one{result, table[*measure], std::nullopt, std::nullopt};
      if (observed.group.valid()) one.group = first_settings(part).groups[observed.group.index()].label;
      if (std::isfinite(result.low) && std::isfinite(result.high))
        one.fits = observed.value >= result.low && observed.value <= result.high;
      row.observations.push_back(std::move(one));
    }
  }

  static void keep(Simulated& simulated, const Alternative& alternative,
                   const std::vector<ReplicationResult>& replications) {
    simulated.row.mean_apartments = mean_apartments(alternative.epochs.front().settings, replications);
    if (replications.empty()) return;
    simulated.columns.resize(replications.front().values.front().size());
    for (const auto& replication : replications) {
      for (std::size_t m = 0; m < simulated.columns.size(); ++m)
        simulated.columns[m].push_back(replication.values.front()[m]);
    }
  }

  [[nodiscard]] std::optional<std::size_t> place(const Simulated& simulated, std::string_view measure) const {
    return tables_[simulated.family].find(measure);
  }

  void fill(std::size_t c) {
    ComparedColumn& column = comparison_.columns[c];
    column.comparable = is_comparable(column.measure.name);
    std::vector<engine::Contestant> contestants;
    for (Simulated& simulated : simulated_) {
      const auto at = place(simulated, column.measure.name);
      // Neither a lower bound nor a share of tenants who have had unequal time has a rank.
      const bool ranked = at && column.comparable && !simulated.set.values[*at].at_least;
      contestants.push_back({ranked ? simulated.columns[*at] : Column(), simulated.family,
                             ranked ? simulated.set.values[*at].mean : engine::kNoValue});
      simulated.row.values.push_back(at ? std::optional(value(simulated, *at)) : std::nullopt);
    }
    if (column.measure.better == Better::Neither) return;
    const engine::Ranking ranking = engine::rank(contestants, column.measure.better == Better::More);
    column.pairs = ranking.pairs;
    column.told_apart = ranking.told_apart;
    column.tied = ranking.tied;
    for (std::size_t i = 0; i < simulated_.size(); ++i) {
      auto& cell = simulated_[i].row.values.back();
      if (!cell) continue;
      cell->rank = ranking.ranks[i].rank;
      cell->shared = ranking.ranks[i].shared;
      cell->rank_probability = ranking.ranks[i].probability;
    }
  }

  ComparedValue value(const Simulated& simulated, std::size_t at) const {
    const MeasureTable& table = tables_[simulated.family];
    ComparedValue cell{simulated.set.values[at], engine::kNoValue, engine::kNoValue, false, 0, false, engine::kNoValue};
    if (const auto count = simulated.set.counts.find(at); count != simulated.set.counts.end()) {
      cell.counted = true;
      cell.prediction_low = count->second.low;
      cell.prediction_high = count->second.high;
    } else {
      const ValueRange range = range_of(table[at]);
      const auto next = within(range, engine::prediction_interval(simulated.columns[at]));
      cell.prediction_low = next.low;
      cell.prediction_high = next.high;
    }
    return cell;
  }

  [[nodiscard]] TeamFigures followed(const Simulated& simulated) const {
    TeamFigures figures{simulated.scenario, {}, {}};
    for (const auto& definition : retention_definitions()) {
      const std::size_t at = *place(simulated, definition.measure);
      figures.estimates.push_back(simulated.set.values[at]);
      figures.columns.push_back(simulated.columns[at]);
    }
    return figures;
  }

  void split() {
    comparison_.common_mean = engine::kNoValue;
    if (!comparison_.common) return;
    std::vector<Simulated*> ours;
    std::vector<TeamFigures> rows;
    for (Simulated& simulated : simulated_) {
      if (!follows_tenants(simulated.family)) continue;
      ours.push_back(&simulated);
      rows.push_back(followed(simulated));
    }
    const RetentionSplits splits = split_retention(rows, *comparison_.common);
    comparison_.common_mean = splits.mean;
    for (std::size_t i = 0; i < ours.size(); ++i) ours[i]->row.retention = splits.rows[i];
  }

  const std::vector<ComparedScenario>& entries_;
  const ComparisonOptions& options_;
  std::vector<Scenario> parts_;
  std::vector<MeasureTable> tables_;  ///< By scenario.
  std::vector<Simulated> simulated_;
  Comparison comparison_;
};

}  // namespace

Comparison compare(const std::vector<ComparedScenario>& entries, const ComparisonOptions& options) {
  return ComparisonBuilder(entries, options).make();
}

}  // namespace trapphus::models
