// SPDX-License-Identifier: MIT
#include "output/json/parts.hpp"

#include <cmath>
#include <nlohmann/json.hpp>

#include "models/measures/measure.hpp"
#include "models/runs/results.hpp"

namespace trapphus::output {

using Json = nlohmann::ordered_json;

std::string indented(const Json& json) {
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string in_one_line(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Json parsed_json(std::string_view text) {
  constexpr int kDeepestJson = 64;
  return Json::parse(text, [](int depth, Json::parse_event_t, const Json&) {
    if (depth > kDeepestJson) throw NestedTooDeeply();
    return true;
  });
}

Json number_json(double value) {
  return std::isfinite(value) ? Json(value) : Json(nullptr);
}

Json text_or_null(const std::string& text) {
  return text.empty() ? Json(nullptr) : Json(text);
}

Json numbers_json(const std::vector<double>& values) {
  Json list = Json::array();
  for (const double value : values) list.push_back(number_json(value));
  return list;
}

Json label_json(const models::Label& label) {
  return {{"sv", label.sv}, {"en", label.en}};
}

Json estimate_json(const models::Estimate& estimate) {
  Json json = {
      {"mean", number_json(estimate.mean)}, {"low", number_json(estimate.low)}, {"high", number_json(estimate.high)}};
  if (estimate.at_least) json["at_least"] = true;
  return json;
}

Json more_is_better_json(const models::Measure& measure) {
  if (measure.better == models::Better::Neither) return nullptr;
  return measure.better == models::Better::More;
}

Json lost_json(const std::vector<models::LostRow>& rows) {
  Json list = Json::array();
  for (const auto& row : rows)
    list.push_back({{"stage", text_or_null(row.stage)},
                    {"group", row.group},
                    {"cause", row.cause},
                    {"days", number_json(row.days.mean)},
                    {"low", number_json(row.days.low)},
                    {"high", number_json(row.days.high)}});
  return list;
}

}  // namespace trapphus::output
