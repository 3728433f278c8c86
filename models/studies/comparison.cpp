// SPDX-License-Identifier: MIT
#include "models/studies/comparison.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "engine/statistics/interval.hpp"
#include "engine/statistics/no_value.hpp"
#include "engine/statistics/ranking.hpp"
#include "models/staircase/selection.hpp"
#include "models/studies/bottleneck.hpp"
#include "models/studies/compared_facts.hpp"
#include "models/studies/compared_retention.hpp"
#include "models/studies/study_error.hpp"

namespace trapphus::models {
namespace {

using Column = std::vector<double>;  ///< By replication.

/// The alternatives of the entry's rows, all of them alike, and nothing that is not compared.
Scenario rows_of(const ComparedScenario& entry) {
  Selection selection{.cases = false, .observations = false, .application = false};
  if (!entry.alternative.empty()) selection.alternatives = {entry.alternative};
  Scenario part = selected(entry.scenario, selection);
  for (auto& alternative : part.alternatives) alternative.shows_part_of.clear();
  return part;
}

/// A row with the measures that its run gave.
struct Simulated {
  ComparedRow row;
  const Scenario* scenario;
  std::size_t family;
  MeasureSet set;
  std::vector<Column> columns;  ///< By measure of its own table.
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
    choose_definition();
    for (const auto& name : column_names()) add_column(name);
    found_.seed = options_.run.seed.value_or(parts_.front().seed);
    found_.replications = options_.run.replications.value_or(
        std::max_element(parts_.begin(), parts_.end(), [](const auto& a, const auto& b) {
          return a.replications < b.replications;
        })->replications);
    simulate();
    for (std::size_t c = 0; c < found_.columns.size(); ++c) fill(c);
    split();
    for (auto& one : simulated_) found_.rows.push_back(std::move(one.row));
    return std::move(found_);
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

  /// The reader's, or the one that most teams use themselves.
  void choose_definition() {
    found_.common = options_.definition;
    found_.common_chosen = options_.definition.has_value();
    if (found_.common) return;
    std::array<int, kRetentions> used{};
    for (std::size_t i = 0; i < entries_.size(); ++i) {
      const auto own = find_definition(parts_[i].profile.definition);
      if (own && follows_tenants(i)) ++used[static_cast<std::size_t>(*own)];
    }
    const auto most = std::max_element(used.begin(), used.end());
    if (*most > 0) found_.common = static_cast<Retention>(most - used.begin());
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
      const auto& settings = parts_[i].alternatives.front().epochs.front().settings;
      const std::string& unit = measure.unit;
      const bool scaled = unit == "households" || unit == "per year" || unit == "SEK/month" || unit == "SEK/year" ||
                          unit == "household-days/year";
      found_.columns.push_back({measure, more_is_better(measure, settings), scaled, 0, 0, engine::kNoValue});
      return;
    }
  }

  void simulate() {
    for (std::size_t i = 0; i < parts_.size(); ++i) {
      if (!simulate(i)) found_.unfinished.push_back(parts_[i].name);
    }
  }

  /// Whether all replications were finished: rows are compared replication by replication.
  bool simulate(std::size_t i) {
    if (options_.run.stop != nullptr && options_.run.stop->load()) return false;
    std::vector<Simulated> rows;
    for (const auto& alternative : parts_[i].alternatives) {
      const bool name_it = entries_[i].alternative.empty();
      rows.push_back({facts_of(parts_[i], alternative, name_it), &entries_[i].scenario, i, {}, {}});
    }
    RunOptions replicated = options_.run;
    replicated.seed = found_.seed;
    replicated.replications = found_.replications;
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
    if (!results.complete || results.replications < found_.replications) return false;
    for (std::size_t a = 0; a < rows.size(); ++a) rows[a].set = results.alternatives[a].all;
    const auto ever = tables_[i].find(definition_of(Retention::NotEvicted).measure);
    for (auto& one : rows) {
      if (ever && one.set.counts.contains(*ever)) one.row.tenants = one.set.counts.at(*ever).of;
      simulated_.push_back(std::move(one));
    }
    return true;
  }

  static void keep(Simulated& one, const Alternative& alternative, const std::vector<ReplicationResult>& replications) {
    one.row.mean_apartments = mean_apartments(alternative.epochs.front().settings, replications);
    if (replications.empty()) return;
    one.columns.resize(replications.front().values.front().size());
    for (const auto& replication : replications) {
      for (std::size_t m = 0; m < one.columns.size(); ++m) one.columns[m].push_back(replication.values.front()[m]);
    }
  }

  [[nodiscard]] std::optional<std::size_t> place(const Simulated& one, std::string_view measure) const {
    return tables_[one.family].find(measure);
  }

  void fill(std::size_t c) {
    ComparedColumn& column = found_.columns[c];
    std::vector<engine::Contestant> contestants;
    for (Simulated& one : simulated_) {
      const auto at = place(one, column.measure.name);
      contestants.push_back({at ? one.columns[*at] : Column(), one.family});
      one.row.values.push_back(at ? std::optional(value(one, *at)) : std::nullopt);
    }
    const engine::Ranking ranking = engine::rank(contestants, column.more_is_better);
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

  static ComparedValue value(const Simulated& one, std::size_t at) {
    ComparedValue cell{one.set.values[at], engine::kNoValue, engine::kNoValue, false, 0, false, engine::kNoValue};
    if (const auto count = one.set.counts.find(at); count != one.set.counts.end()) {
      cell.counted = true;
      cell.prediction_low = count->second.low;
      cell.prediction_high = count->second.high;
    } else {
      const auto next = engine::prediction_interval(one.columns[at]);
      cell.prediction_low = next.low;
      cell.prediction_high = next.high;
    }
    return cell;
  }

  [[nodiscard]] TeamFigures followed(const Simulated& one) const {
    TeamFigures found{one.scenario, {}, {}};
    for (const auto& definition : retention_definitions()) {
      const std::size_t at = *place(one, definition.measure);
      found.estimates.push_back(one.set.values[at]);
      found.columns.push_back(one.columns[at]);
    }
    return found;
  }

  void split() {
    found_.common_mean = engine::kNoValue;
    if (!found_.common) return;
    std::vector<Simulated*> ours;
    std::vector<TeamFigures> rows;
    for (Simulated& one : simulated_) {
      if (!follows_tenants(one.family)) continue;
      ours.push_back(&one);
      rows.push_back(followed(one));
    }
    const RetentionSplits splits = split_retention(rows, *found_.common);
    found_.common_mean = splits.mean;
    for (std::size_t i = 0; i < ours.size(); ++i) ours[i]->row.retention = splits.rows[i];
  }

  const std::vector<ComparedScenario>& entries_;
  const ComparisonOptions& options_;
  std::vector<Scenario> parts_;
  std::vector<MeasureTable> tables_;  ///< By scenario.
  std::vector<Simulated> simulated_;
  Comparison found_;
};

}  // namespace

Comparison compare(const std::vector<ComparedScenario>& entries, const ComparisonOptions& options) {
  return ComparisonBuilder(entries, options).make();
}

}  // namespace trapphus::models
