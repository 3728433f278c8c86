// SPDX-License-Identifier: MIT
#include "output/json/calibration.hpp"

#include <cmath>
#include <nlohmann/json.hpp>

#include "models/measures/measure.hpp"
#include "models/runs/observed.hpp"
#include "models/runs/results.hpp"
#include "models/staircase/scenario.hpp"
#include "output/json/parts.hpp"
#include "output/json/report_parts.hpp"
#include "output/language/wording.hpp"
#include "output/terminal/calibration.hpp"
#include "scenarios/reading/free.hpp"

namespace trapphus::output {
namespace {

using Json = nlohmann::ordered_json;

constexpr int kBoundDigits = 3;

Json bound(const models::FreeInput& free, double value) {
  return std::isfinite(value) ? Json(scenarios::written(free, value, kBoundDigits)) : Json(nullptr);
}

Json fitted_inputs_json(const models::FittedScenario& fitted, const Words& words) {
  Json list = Json::array();
  for (std::size_t j = 0; j < fitted.scenario.free.size(); ++j) {
    const auto& free = fitted.scenario.free[j];
    const auto& input = fitted.fit.inputs[j];
    list.push_back({{"path", free.path},
                    {"before", free.value},
                    {"after", input.held ? free.value : scenarios::written(free, input.value, models::kFittedDigits)},
                    {"low", bound(free, input.low)},
                    {"high", bound(free, input.high)},
                    {"remark", remark(fitted, j, words)}});
  }
  return list;
}

Json observations_json(const models::FittedScenario& fitted, const Words& words) {
  Json list = Json::array();
  const auto places = models::measured(fitted.scenario);
  const models::MeasureTable table(fitted.scenario);
  for (std::size_t i = 0; i < places.size(); ++i) {
    const auto& o = fitted.scenario.observations[places[i]];
    const auto place = table.find(o.measure);
    const std::string unit = place ? table[*place].unit : std::string();
    const double factor = shown(words, unit).factor;
    list.push_back({{"text", observation_text(fitted.scenario, o)},
                    {"measure", o.measure},
                    {"group", text_or_null(group_name(fitted.scenario, o))},
                    {"alternative", text_or_null(o.alternative)},
                    {"from", engine::to_string(o.from)},
                    {"to", engine::to_string(o.to)},
                    {"unit", unit == "share" ? "%" : unit},
                    {"observed", number_json(o.value * factor)},
                    {"assumption", !o.assumption.empty()},
                    {"uncertainty", number_json(fitted.fit.uncertainty[i] * factor)},
                    {"before", number_json(fitted.fit.before[i] * factor)},
                    {"after", number_json(fitted.after[i] * factor)}});
  }
  return list;
}

/// What things are called.
Json viewer_json(const models::Scenario& scenario) {
  Json alternatives = Json::array();
  for (const auto& alternative : scenario.alternatives)
    alternatives.push_back({{"name", alternative.name}, {"label", label_json(alternative.label)}});
  return {{"staircase", staircase_json(first_settings(scenario))}, {"alternatives", alternatives}};
}

Json alike_json(const models::FittedScenario& fitted) {
  Json list = Json::array();
  for (const auto& confounded : fitted.fit.confounded) {
    Json paths = Json::array();
    for (const std::size_t input : confounded.inputs) paths.push_back(fitted.scenario.free[input].path);
    list.push_back(std::move(paths));
  }
  return list;
}

}  // namespace

std::string calibration_data(const models::FittedScenario& fitted, const std::string& yaml, const Words& words) {
  const Json root = {{"kind", "calibration"},
                     {"complete", !fitted.fit.interrupted},
                     {"converged", fitted.fit.converged},
                     {"replications", fitted.replications},
                     {"seed", fitted.seed},
                     {"text", calibration_report(fitted, words)},
                     {"yaml", yaml},
                     {"inputs", fitted_inputs_json(fitted, words)},
                     {"observations", observations_json(fitted, words)},
                     {"alike", alike_json(fitted)},
                     {"viewer", viewer_json(fitted.scenario)}};
  return in_one_line(root);
}

}  // namespace trapphus::output
