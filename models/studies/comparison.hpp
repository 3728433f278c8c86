// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/enum_table.hpp"
#include "models/counts/retention.hpp"
#include "models/runs/results.hpp"
#include "models/runs/run.hpp"
#include "models/staircase/profile.hpp"
#include "models/staircase/scenario.hpp"

/// Several scenarios side by side: what `compare` finds, before it is written as text, CSV or JSON.
namespace trapphus::models {

/// A scenario to be compared.
struct ComparedScenario {
  Scenario scenario;
  std::string alternative;  ///< The only one with a row; empty: all have rows.
};

struct ComparisonOptions {
  std::vector<std::string> measures;    ///< Empty: every definition of retention, or headline measures without tenants.
  std::optional<Retention> definition;  ///< The only definition shown, on which teams are compared.
  RunOptions run;                       ///< Seed and replications are common to all scenarios.
};

struct ComparedColumn {
  Measure measure;
  bool scaled = false;  ///< A count or cost: also given per apartment, FTE and inhabitant.
  /// Of the rows that have a rank (engine/statistics/ranking.hpp): none where no direction of the measure is better.
  int pairs = 0, told_apart = 0;
  double tied = 0;
  /// False: shares of all tenants ever of rows whose tenants have had unequal time (ComparedRow::exposure). No row is
  /// ranked.
  bool comparable = true;
};

struct ComparedValue {
  Estimate value;
  double prediction_low, prediction_high;  ///< 95 % prediction interval, for a share with the same number of tenants.
  bool counted = false;                    ///< A share of counted tenants.
  int rank = 0;                            ///< 0: none.
  bool shared = false;
  double rank_probability;  ///< Probability of this rank among single realisations of the rows.
};

/// What the rates of a row's moves rest on.
enum class Rates : std::uint8_t {
  Assumed,  ///< On assumptions only.
  Shared,   ///< Fitted in a file that the scenario extends: together with those of others.
  Own       ///< Fitted in the scenario's own file.
};
inline constexpr auto kRates =
    engine::enum_table<Rates>({{Rates::Assumed, "assumed"}, {Rates::Shared, "shared"}, {Rates::Own, "own"}});

/// Decomposition of a team's own figure: the effect of its definition on the same simulated tenants, and of everything
/// else by the same definition. own - mean of the teams = by_definition + by_rest.
struct RetentionSplit {
  std::optional<Retention> definition;  ///< The team's own; if absent, the rest is NaN.
  Estimate observed;                    ///< By its own definition; with the interval of k of n, if n is known.
  std::optional<int> of;
  Estimate own;            ///< Simulated, by its own definition.
  Estimate common;         ///< Simulated, by the comparison's.
  Estimate by_definition;  ///< own - common, paired.
  Estimate by_rest;        ///< common - mean of the rows' common, paired; NaN with one row. The work if is_work().
};

/// What was observed of a row's own scenario, beside what is simulated.
struct ComparedObservation {
  ObservationResult result;
  Measure measure;
  std::optional<Label> group;  ///< Of the observed group; absent: all.
  /// Whether the observed value is among those that 95 % of the realisations give; absent without a value or an
  /// interval.
  std::optional<bool> fits;
};

struct ComparedRow {
  std::string scenario, file, alternative;
  Label label;                               ///< Of the scenario.
  std::string name;                          ///< For people; with the alternative if all of them are shown.
  std::optional<Label> shown_with;           ///< Label of that alternative.
  double apartments = 0, fte = 0;            ///< At the end of the period, by the scenario; 0: none.
  double mean_apartments = 0, mean_fte = 0;  ///< Over the period: denominators.
  /// Years that the apartments have been there, on average: each from when it was new to the end of the period.
  double exposure = 0;
  Rates rates = Rates::Assumed;
  TeamProfile profile;
  std::optional<std::int64_t> tenants;  ///< All tenants of a replication, on average.
  /// The assumptions among the denominators, the caseload and the period.
  std::vector<Input> assumed;
  std::vector<std::optional<ComparedValue>> values;  ///< By column; absent: the scenario has no such measure.
  std::vector<ComparedObservation> observations;     ///< Of this alternative.
  std::optional<RetentionSplit> retention;           ///< If the row follows tenants and there is a common definition.
};

struct Comparison {
  std::uint64_t seed = 0;
  int replications = 0;
  std::optional<Retention> common;  ///< The definition on which teams are compared.
  bool common_chosen = false;       ///< By an option, not as the most frequent.
  bool equal_exposure =
      true;  ///< Of the rows that follow tenants: the longest is at most kEqualExposure times the shortest.
  double common_mean = 0;  ///< Of the rows; NaN without.
  std::vector<ComparedColumn> columns;
  std::vector<ComparedRow> rows;
  std::vector<std::string> unfinished;  ///< Scenarios left out because of an interruption.
};

/// Simulates all scenarios with common random numbers. Seed: the options', else the first scenario's; replications: the
/// options', else the greatest number of a scenario. Throws StudyError for measures that no scenario has, and for a
/// definition if no scenario follows tenants. Requires at least one entry.
[[nodiscard]] Comparison compare(const std::vector<ComparedScenario>& entries, const ComparisonOptions& options);

/// Greatest ratio of two exposures that count as equal.
inline constexpr double kEqualExposure = 1.1;

/// Whether a row's difference by the common definition is that of its work: its rates are its own, and its tenants have
/// had as much time as those of the others.
[[nodiscard]] bool is_work(const Comparison& comparison, const ComparedRow& row);

/// Denominators of scaled values. count_of() is NaN if the row has none.
enum class Denominator : std::uint8_t { Apartment, Fte, ThousandInhabitants };
[[nodiscard]] double count_of(const ComparedRow& row, Denominator denominator);

/// Name of the alternative that was realised: the one that most observations name, else `as_written` (the alternative
/// without changes) if it exists, else the first.
[[nodiscard]] std::string usual_alternative(const Scenario& scenario, const std::string& as_written);

}  // namespace trapphus::models
