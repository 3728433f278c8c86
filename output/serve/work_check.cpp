// SPDX-License-Identifier: MIT
#include <set>

#include "models/measures/measure.hpp"
#include "models/runs/results.hpp"
#include "models/staircase/scenario.hpp"
#include "output/json/parts.hpp"
#include "output/serve/problem_json.hpp"
#include "output/serve/work.hpp"
#include "scenarios/format/yaml/shipped.hpp"
#include "scenarios/format/yaml/tree_json.hpp"
#include "scenarios/reading/load.hpp"
#include "scenarios/reading/reader.hpp"

namespace trapphus::output {
namespace {

using Json = Work::Json;

template <class Things>
Json named_json(const Things& things) {
  Json list = Json::array();
  for (const auto& thing : things) list.push_back({{"name", thing.name}, {"label", label_json(thing.label)}});
  return list;
}

Json alternatives_json(const models::Scenario& scenario) {
  Json list = named_json(scenario.alternatives);
  for (std::size_t a = 0; a < scenario.alternatives.size(); ++a) {
    const std::string& whole = scenario.alternatives[a].shows_part_of;
    if (!whole.empty()) list[a]["part_of"] = whole;
  }
  return list;
}

Json measures_json(const models::Scenario& scenario) {
  Json list = Json::array();
  const models::MeasureTable table(scenario);
  for (const auto& measure : table.all())
    list.push_back({{"name", measure.name}, {"unit", measure.unit}, {"meaning", measure.meaning}});
  return list;
}

Json facts_json(const models::Scenario& scenario, const Words& words) {
  const models::Settings& settings = models::first_settings(scenario);
  return {{"name", words.called(scenario.label, scenario.name)},
          {"description", words.text_of(scenario.description)},
          {"from", engine::to_string(scenario.from)},
          {"to", engine::to_string(scenario.to)},
          {"replications", scenario.replications},
          {"alternatives", alternatives_json(scenario)},
          {"groups", named_json(settings.groups)},
          {"stages", named_json(settings.stages)},
          {"teams", named_json(settings.teams)},
          {"measures", measures_json(scenario)},
          {"observations", scenario.observations.size()},
          {"free", scenario.free.size()},
          {"application", scenario.application.has_value()}};
}

/// The text of a key in the language, if it has several.
std::string localized(const scenarios::Node& root, const char* key, const Words& words) {
  const scenarios::Node* node = root.find(key);
  if (node == nullptr) return {};
  if (node->is_scalar()) return node->text;
  return words.text_of({scenarios::text_of(*node, "sv"), scenarios::text_of(*node, "en")});
}

/// Adds a part to the answer, or its problems.
template <class Part>
void attempt(Json& answer, const std::string& file, Language language, Part part) {
  try {
    part();
  } catch (const scenarios::Invalid& invalid) {
    answer["problems"] = problems_json(invalid.problems(), language);
  } catch (const scenarios::Unreadable& error) {
    answer["problems"] =
        Json::array({{{"file", file}, {"line", 0}, {"column", 0}, {"message", Words(language)(error.phrase())}}});
  }
}

Json about(const Work& work, const std::string& id) {
  Json entry = {{"id", id}, {"name", ""}, {"description", ""}};
  try {
    scenarios::Problems problems;
    const auto loaded = scenarios::load(work.saved(id), problems);
    const Words words(work.language());
    entry["name"] = localized(loaded.root, "name", words);
    entry["description"] = localized(loaded.root, "description", words);
  } catch (const scenarios::Invalid& invalid) {
    entry["error"] = problem_text(invalid.problems().front(), work.language());
  } catch (const scenarios::Unreadable& error) {
    entry["error"] = Words(work.language())(error.phrase());
  }
  if (entry["name"].get_ref<const std::string&>().empty()) entry["name"] = std::filesystem::path(id).stem().string();
  return entry;
}

/// Shipped scenarios that other shipped scenarios extend.
std::set<std::string> shipped_bases() {
  std::set<std::string> bases;
  for (const auto& shipped : scenarios::shipped_scenarios()) {
    const std::string name(shipped.name);
    scenarios::Problems problems;
    const auto root =
        scenarios::parse_document(std::string(shipped.text), std::make_shared<const std::string>(name), problems);
    const std::string base = root ? scenarios::text_of(*root, "extends") : "";
    if (!base.empty()) bases.insert(scenarios::extended_by(name, base).string());
  }
  return bases;
}

}  // namespace

void work_check(Work& work) {
  const std::string id = work.request().at("scenario");
  Json answer = {{"problems", Json::array()}, {"file", id}};
  attempt(answer, id, work.language(), [&] {
    const scenarios::ScenarioFile file(work.source());
    answer["tree"] = scenarios::tree_json(file.tree());
    answer["facts"] = facts_json(file.scenario(), Words(work.language()));
  });
  work.write("answer.json", in_one_line(answer));
}

void work_list(Work& work) {
  Json list = Json::array();
  const std::set<std::string> bases = shipped_bases();
  for (const std::string id : work.request().at("names"))
    if (!bases.contains(id)) list.push_back(about(work, id));
  work.write("answer.json", in_one_line(list));
}

}  // namespace trapphus::output
