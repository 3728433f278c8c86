// SPDX-License-Identifier: MIT
#include "output/json/bottleneck.hpp"

#include <nlohmann/json.hpp>

#include "models/staircase/scenario.hpp"
#include "output/json/parts.hpp"
#include "output/json/report_parts.hpp"
#include "output/language/wording.hpp"

namespace trapphus::output {
namespace {

using Json = nlohmann::ordered_json;
using models::Bottleneck;
using models::LeverEffect;
using models::Settings;

Json effect_json(const Settings& settings, const Bottleneck& bottleneck, const LeverEffect& effect) {
  return {{"path", path_of(settings, effect.lever)}, {"step", effect.lever.step},
          {"effect", estimate_json(effect.effect)},  {"cost", estimate_json(effect.cost)},
          {"price", estimate_json(effect.price)},    {"distinguishable", effect.distinguishable()},
          {"helps", bottleneck.helps(effect)}};
}

Json together_json(const Settings& settings, const models::TwoTogether& two) {
  return {{"paths", {path_of(settings, two.first), path_of(settings, two.second)}},
          {"effect", estimate_json(two.effect)},
          {"cost", estimate_json(two.cost)},
          {"interaction", estimate_json(two.interaction)}};
}

Json reached_limits_json(const Bottleneck& bottleneck) {
  Json list = Json::array();
  for (const auto& [from, limits] : bottleneck.limits)
    list.push_back({{"from", engine::to_string(from)},
                    {"homes_per_year", number_json(limits.homes_per_year)},
                    {"greatest_homes_per_year", number_json(limits.greatest_homes_per_year)},
                    {"bottleneck", limits.bottleneck}});
  return list;
}

}  // namespace

Json bottleneck_object(const models::Scenario& scenario, const Bottleneck& bottleneck) {
  const Settings& settings = first_settings(scenario);
  Json root = {{"trapphus", 1},
               {"command", "bottleneck"},
               {"scenario", {{"name", scenario.name}, {"file", scenario.file}, {"sha256", scenario.sha256}}},
               {"period", {{"from", engine::to_string(scenario.from)}, {"to", engine::to_string(scenario.to)}}},
               {"alternative", bottleneck.alternative},
               {"seed", bottleneck.seed},
               {"replications", bottleneck.replications},
               {"complete", bottleneck.complete}};
  root["measure"] = {{"name", bottleneck.measure.name},
                     {"unit", bottleneck.measure.unit},
                     {"more_is_better", more_is_better_json(bottleneck.measure)}};
  root["as_it_is"] = {{"measure", estimate_json(bottleneck.base)}, {"cost", estimate_json(bottleneck.base_cost)}};
  root["changes"] = Json::array();
  for (const LeverEffect& effect : bottleneck.ranked)
    root["changes"].push_back(effect_json(settings, bottleneck, effect));
  root["market"] = bottleneck.market ? effect_json(settings, bottleneck, *bottleneck.market) : Json(nullptr);
  root["together"] = bottleneck.together ? together_json(settings, *bottleneck.together) : Json(nullptr);
  root["lost"] = lost_json(bottleneck.lost);
  root["limits"] = reached_limits_json(bottleneck);
  return root;
}

std::string bottleneck_json(const models::Scenario& scenario, const Bottleneck& bottleneck) {
  return indented(bottleneck_object(scenario, bottleneck));
}

std::string bottleneck_data(const models::Scenario& scenario, const Bottleneck& bottleneck) {
  Json root = bottleneck_object(scenario, bottleneck);
  root["kind"] = "bottleneck";
  root["viewer"] = {{"program", TRAPPHUS_VERSION},
                    {"label", label_json(bottleneck.label)},
                    {"staircase", staircase_json(first_settings(scenario))}};
  return in_one_line(root);
}

}  // namespace trapphus::output
