// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "models/counts/retention.hpp"
#include "models/runs/results.hpp"
#include "models/runs/run.hpp"
#include "models/staircase/scenario.hpp"

/// Several scenarios side by side: what `compare` finds, before it is written as text, CSV or JSON.
namespace trapphus::models {

/// A scenario that is set beside others.
struct ComparedScenario {
  Scenario scenario;
  std::string alternative;  ///< Of which there is a row; empty: of all of them.
};

struct ComparisonOptions {
  std::vector<std::string> measures;    ///< Empty: every definition of retention, or headline measures without tenants.
  std::optional<Retention> definition;  ///< The only one shown, and the one that teams are compared on.
  RunOptions run;                       ///< Seed and replications are those of all scenarios.
};

struct ComparedColumn {
  Measure measure;
  bool more_is_better = true;
  bool scaled = false;  ///< A count or cost, which is also given per apartment, FTE and inhabitant.
  /// Over the rows that have a rank (engine/statistics/ranking.hpp).
  int pairs = 0, told_apart = 0;
  double tied = 0;
};

struct ComparedValue {
  Estimate value;
  double prediction_low, prediction_high;  ///< Where 95 % of realisations lie, of as many tenants for a share of them.
  bool counted = false;                    ///< A share of counted tenants.
  int rank = 0;                            ///< 0: none.
  bool shared = false;
  double rank_probability;  ///< That one realisation of each row gives it this rank.
};

/// Why a team's own figure is not another's: what its definition does on the same simulated tenants, and what its work
/// does on the same definition. own - mean of the teams = by_definition + by_work.
struct RetentionSplit {
  std::optional<Retention> definition;  ///< Its own; the rest is NaN without.
  Estimate observed;                    ///< By its own definition; the interval that of k of n, where n is known.
  std::optional<int> of;
  Estimate own;            ///< Simulated, by its own definition.
  Estimate common;         ///< Simulated, by the comparison's.
  Estimate by_definition;  ///< own - common, paired.
  Estimate by_work;        ///< common - mean of the rows' common, paired; NaN with one row.
};

struct ComparedRow {
  std::string scenario, file, alternative;
  std::string name;                          ///< For readers; with the alternative where all of them are shown.
  std::optional<Label> shown_with;           ///< That alternative's label.
  double apartments = 0, fte = 0;            ///< At the end of the period, as the scenario has them; 0: none.
  double mean_apartments = 0, mean_fte = 0;  ///< Over the period: what values are divided by.
  std::optional<int> inhabitants, landlords;
  std::optional<std::int64_t> tenants;  ///< Ever, in one replication on average.
  /// Of what values are divided by, the caseload and the period: those that are assumptions.
  std::vector<Input> assumed;
  std::vector<std::optional<ComparedValue>> values;  ///< By column; absent: the scenario has no such measure.
  std::optional<RetentionSplit> retention;  ///< Of those that follow tenants, when there is a common definition.
};

struct Comparison {
  std::uint64_t seed = 0;
  int replications = 0;
  std::optional<Retention> common;  ///< The definition that teams are compared on.
  bool common_chosen = false;       ///< By the reader, not because most teams use it.
  double common_mean = 0;           ///< Of the rows; NaN without.
  std::vector<ComparedColumn> columns;
  std::vector<ComparedRow> rows;
  std::vector<std::string> unfinished;  ///< Scenarios that an interruption left out.
};

/// Simulates all scenarios with the same random numbers and sets them side by side. Seed: the options', else the first
/// scenario's; replications: the options', else the most that a scenario asks for. Throws StudyError for measures that
/// no scenario has, or a definition where nobody follows tenants. There is at least one entry.
[[nodiscard]] Comparison compare(const std::vector<ComparedScenario>& entries, const ComparisonOptions& options);

/// The value by one of it: per apartment, per FTE, per 1000 inhabitants. NaN where there is none.
enum class Denominator : std::uint8_t { Apartment, Fte, ThousandInhabitants };
[[nodiscard]] double count_of(const ComparedRow& row, Denominator denominator);

/// Name of the alternative that is what happened: the one that most observations name, else `as_written` (the one that
/// changes nothing) if it is there, else the first.
[[nodiscard]] std::string usual_alternative(const Scenario& scenario, const std::string& as_written);

}  // namespace trapphus::models
