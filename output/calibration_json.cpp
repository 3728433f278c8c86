// SPDX-License-Identifier: MIT
#include "output/calibration_json.hpp"

#include <algorithm>
#include <cmath>

#include "models/observed.hpp"
#include "output/json_parts.hpp"
#include "scenarios/free.hpp"

namespace trapphus::output {
namespace {

using Json = nlohmann::ordered_json;

constexpr int kBoundDigits = 3;

const char* remark_id(const FittedScenario& fitted, std::size_t input) {
  const auto& found = fitted.fit.inputs[input];
  if (found.unknown) return "unknown";
  if (found.at_low) return "at_low";
  if (found.at_high) return "at_high";
  for (const auto& alike : fitted.fit.alike)
    if (std::ranges::find(alike.inputs, input) != alike.inputs.end()) return "alike";
  const auto& free = fitted.scenario.free[input];
  return found.low <= free.lowest && found.high >= free.highest ? "wide" : "";
}

Json bound(const models::FreeInput& free, double value) {
  return std::isfinite(value) ? Json(scenarios::written(free, value, kBoundDigits)) : Json(nullptr);
}

Json inputs_json(const FittedScenario& fitted) {
  Json list = Json::array();
  for (std::size_t j = 0; j < fitted.scenario.free.size(); ++j) {
    const auto& free = fitted.scenario.free[j];
    const auto& found = fitted.fit.inputs[j];
    list.push_back({{"path", free.path},
                    {"before", free.value},
                    {"fitted", scenarios::written(free, found.value, kFittedDigits)},
                    {"low", bound(free, found.low)},
                    {"high", bound(free, found.high)},
                    {"remark", remark_id(fitted, j)}});
  }
  return list;
}

Json observations_json(const FittedScenario& fitted) {
  Json list = Json::array();
  const auto places = models::measured(fitted.scenario);
  const auto& groups = first_settings(fitted.scenario).groups;
  for (std::size_t i = 0; i < places.size(); ++i) {
    const auto& o = fitted.scenario.observations[places[i]];
    list.push_back({{"measure", o.measure},
                    {"group", o.group.valid() ? groups[o.group.index()].name : ""},
                    {"alternative", o.alternative},
                    {"from", engine::to_string(o.from)},
                    {"to", engine::to_string(o.to)},
                    {"observed", number_json(o.value)},
                    {"assumption", !o.assumption.empty()},
                    {"uncertainty", number_json(fitted.fit.uncertainty[i])},
                    {"before", number_json(fitted.fit.before[i])},
                    {"after", number_json(fitted.after[i])}});
  }
  return list;
}

Json alike_json(const FittedScenario& fitted) {
  Json list = Json::array();
  for (const auto& alike : fitted.fit.alike) {
    Json paths = Json::array();
    for (const std::size_t input : alike.inputs) paths.push_back(fitted.scenario.free[input].path);
    list.push_back(std::move(paths));
  }
  return list;
}

}  // namespace

std::string calibration_data(const FittedScenario& fitted, const std::string& yaml) {
  const Json root = {{"kind", "calibration"},
                     {"complete", !fitted.fit.interrupted},
                     {"converged", fitted.fit.converged},
                     {"replications", fitted.replications},
                     {"seed", fitted.seed},
                     {"yaml", yaml},
                     {"inputs", inputs_json(fitted)},
                     {"observations", observations_json(fitted)},
                     {"alike", alike_json(fitted)}};
  return root.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace trapphus::output
