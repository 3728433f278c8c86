// SPDX-License-Identifier: MIT
#include "scenarios/reading/warnings.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "models/life/start.hpp"
#include "models/staircase/scenario.hpp"

namespace trapphus::scenarios {
namespace {

constexpr std::size_t kNamed = 3;

struct Inherited {
  std::size_t count = 0;
  std::string paths;  ///< The first ones.
};

}  // namespace

std::vector<models::Notice> inherited_sources(const Node& root, const models::Scenario& scenario) {
  const Node* name = root.find("name");
  if (name == nullptr || !name->at.file || *name->at.file != scenario.file) return {};
  std::map<std::pair<std::string, std::string>, Inherited> by_file_and_source;
  for (const auto& input : scenario.inputs) {
    if (input.source.empty() || input.file == scenario.file) continue;
    Inherited& inherited = by_file_and_source[{input.file, input.source}];
    if (++inherited.count <= kNamed) inherited.paths += (inherited.paths.empty() ? "" : ", ") + input.path;
  }
  std::vector<models::Notice> warnings;
  for (const auto& [from, inherited] : by_file_and_source) {
    const auto& [file, source] = from;
    const std::string paths = inherited.paths + (inherited.count > kNamed ? ", ..." : "");
    warnings.push_back(
        {"sources." + source,
         models::Phrase{"reader.source.inherited",
                        {{"source", source}, {"file", file}, {"n", inherited.count}, {"paths", paths}}}});
  }
  return warnings;
}

std::vector<models::Notice> short_follow_up(const models::Scenario& scenario) {
  if (scenario.to - scenario.from <= engine::kYear) return {};
  std::string exits;
  for (const auto& stage : first_settings(scenario).stages) {
    const auto& relapse = stage.relapse;
    const bool comes_back = relapse && std::any_of(relapse->rate.begin(), relapse->rate.end(),
                                                   [](const auto& rate) { return rate.per_second() > 0; });
    if (comes_back) exits += (exits.empty() ? "" : ", ") + stage.name;
  }
  if (exits.empty()) return {};
  return {{"stages", models::Phrase{"reader.relapse.followed", {{"stages", exits}}}}};
}

std::vector<models::Notice> initial_that_cannot_be(const models::Scenario& scenario) {
  std::vector<models::Notice> warnings;
  for (const auto& alternative : scenario.alternatives) {
    const models::Settings& settings = alternative.epochs.front().settings;
    for (const std::size_t row : models::rows_that_cannot_be(alternative, scenario.from)) {
      const models::Initial& initial = settings.initial[row];
      const std::string& stage = settings.stages[initial.stage.index()].name;
      const std::string& group = settings.groups[initial.group.index()].name;
      const models::Notice warning{fmt::format("initial.{}.{}", stage, group),
                                   models::Phrase{"reader.initial.cannot_be", {{"stage", stage}, {"group", group}}}};
      if (std::find(warnings.begin(), warnings.end(), warning) == warnings.end()) warnings.push_back(warning);
    }
  }
  return warnings;
}

}  // namespace trapphus::scenarios
