// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "models/runs/results.hpp"
#include "models/runs/run.hpp"
#include "models/staircase/scenario.hpp"
#include "scenarios/studies/sensitivity.hpp"

/// The figures of the document on a budget.
namespace trapphus::scenarios {

/// One part of the follow-up: half a calendar year, as far as the project and the period cover it.
struct HalfYear {
  models::Time from, to;
};

/// A measure that is followed up.
struct FollowedMeasure {
  std::size_t measure = 0;
  bool series = false;  ///< Has values by half-year; else one for the project as a whole.
  /// By half-year (or one): 95 % prediction intervals of one realisation.
  std::vector<models::ObservationResult> project, zero;
};

struct BudgetFigures {
  models::Scenario scenario;
  models::Results results;
  std::size_t alternative = 0;  ///< In `results.alternatives`, never the first.
  models::Time begins, ends;    ///< The project, within the period.
  std::vector<HalfYear> half_years;
  std::vector<FollowedMeasure> followed;
  /// The first alternative, the staff gone and the staff permanent, simulated beyond the project's end.
  std::optional<models::Results> afterwards;
  Sensitivities sensitivity;
  bool complete = true;

  [[nodiscard]] const models::SavingResult& saving() const { return results.savings.at(alternative - 1); }
  [[nodiscard]] const models::AlternativeResult& zero() const { return results.alternatives.front(); }
  [[nodiscard]] const models::AlternativeResult& project() const { return results.alternatives.at(alternative); }
  [[nodiscard]] const models::Difference& difference() const { return results.differences.at(alternative - 1); }
  [[nodiscard]] const models::Settings& zero_settings() const;
  /// In force when the project begins.
  [[nodiscard]] const models::Settings& zero_settings_then() const;
  [[nodiscard]] const models::Settings& project_settings_then() const;
  /// The block; an empty one where the scenario has none.
  [[nodiscard]] const models::Application& application() const;
  [[nodiscard]] std::optional<std::size_t> find(const std::string& measure) const;
};

/// Runs what the document needs. `run.options.replications` may be absent. Throws StudyError if the alternative is the
/// first one or is not there. Interrupted before the first replication was finished, the results have 0 replications,
/// and nothing is there of what is computed from them.
[[nodiscard]] BudgetFigures budget_figures(const SensitivityRun& run);

/// Calendar half-years of [from, to).
[[nodiscard]] std::vector<HalfYear> half_years(models::Time from, models::Time to);

}  // namespace trapphus::scenarios
