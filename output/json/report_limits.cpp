// SPDX-License-Identifier: MIT
#include <nlohmann/json.hpp>

#include "models/pathway/pathway.hpp"
#include "models/runs/results.hpp"
#include "models/staircase/scenario.hpp"
#include "output/json/parts.hpp"
#include "output/json/report_parts.hpp"

namespace trapphus::output {
namespace {

using models::PathwayLimits;
using Json = ReportJson;

Json limit_json(const models::Epoch& epoch) {
  const PathwayLimits limits = models::pathway_limits(epoch.settings);
  Json narrow = Json::array();
  for (const auto& narrowest : limits.narrow)
    narrow.push_back({{"kind", engine::word_of(models::kNarrowKinds, narrowest.kind)},
                      {"name", narrowest.name},
                      {"other", narrowest.other},
                      {"amount", narrowest.amount}});
  return {{"from", engine::to_string(epoch.from)},
          {"homes", limits.homes_per_year},
          {"greatest", number_json(limits.greatest_homes_per_year)},
          {"narrow", std::move(narrow)}};
}

}  // namespace

ReportJson limits_json(const models::Scenario& scenario) {
  Json object = Json::object();
  for (const auto& alternative : scenario.alternatives)
    object[alternative.name] = limit_json(alternative.epochs.back());
  return object;
}

}  // namespace trapphus::output
