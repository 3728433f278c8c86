// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "engine/time.hpp"
#include "output/language/language.hpp"

namespace trapphus::models {
struct ComparedRow;
struct ComparedScenario;
struct Comparison;
struct Scenario;
struct Settings;
}  // namespace trapphus::models

/// What things are called when people read about them in a terminal.
namespace trapphus::output {

/// What a scenario is called: its name in this language, else that of its file.
[[nodiscard]] std::string called(const Words& words, const models::Scenario& scenario);

/// What a household waits for, by the name of the cause: "pool:training" -> "a free unit, Training apartment".
[[nodiscard]] std::string cause_in_words(const Words& words, std::string_view cause, const models::Settings& settings);

/// The label of the stage of this name; the name where there is none.
[[nodiscard]] std::string stage_in_words(const Words& words, std::string_view stage, const models::Settings& settings);

/// The label of the group of this name; the name where there is none.
[[nodiscard]] std::string group_in_words(const Words& words, std::string_view group, const models::Settings& settings);

/// How a unit is shown, and what values are multiplied with for it: shares become per cent.
struct ShownUnit {
  std::string text;
  double factor = 1;
};
[[nodiscard]] ShownUnit shown(const Words& words, std::string_view unit);
/// Of a difference: those of shares are in percentage points.
[[nodiscard]] std::string unit_of_difference(const Words& words, std::string_view unit);

/// "2011-09 to 2011-12" for whole calendar months, "2011-09-01 to 2011-12-15" (last day included) otherwise.
[[nodiscard]] std::string dates(const Words& words, engine::Time from, engine::Time to);

/// Calendar months between the two; fractions of mean months where they are not whole.
[[nodiscard]] double months(engine::Time from, engine::Time to);

/// What was compared: the scenarios have the labels that a comparison's names stand for.
using ComparedScenarios = std::vector<models::ComparedScenario>;

/// The scenario, with the alternative where all of them are shown.
[[nodiscard]] std::string name_in(const Words& words, const models::ComparedRow& row);
/// A scenario by its name (Comparison::unfinished).
[[nodiscard]] std::string scenario_called(const Words& words, const std::string& name,
                                          const ComparedScenarios& scenarios);

/// Of the row's scenario; without stages or services if it is not among these.
[[nodiscard]] const models::Settings& settings_of(const models::ComparedRow& row, const ComparedScenarios& scenarios);
/// Of a scenario that has the column's measure, for its name may be about one of that scenario's stages.
[[nodiscard]] const models::Settings& settings_for(std::size_t column, const models::Comparison& comparison,
                                                   const ComparedScenarios& scenarios);

}  // namespace trapphus::output
