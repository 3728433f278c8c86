// SPDX-License-Identifier: MIT
#include "models/measure.hpp"
#include "output/serve/problem_json.hpp"
#include "output/serve/work.hpp"
#include "scenarios/language.hpp"
#include "scenarios/load.hpp"
#include "scenarios/reader.hpp"

namespace trapphus::output {
namespace {

using Json = Work::Json;

Json label_json(const models::Label& label) {
  return {{"sv", label.sv}, {"en", label.en}};
}

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

Json facts_json(const models::Scenario& scenario, const std::string& description) {
  const models::Settings& settings = models::first_settings(scenario);
  return {{"name", scenario.name},
          {"description", description},
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

std::string description(const Json& tree) {
  for (const auto& entry : tree.value("map", Json::array()))
    if (entry.at(0) == "description") return entry.at(2).value("text", "");
  return {};
}

/// A part of the answer; what is wrong goes to the problems instead.
template <class Part>
void attempt(Json& answer, const std::string& file, Language language, Part part) {
  try {
    part();
  } catch (const scenarios::Invalid& invalid) {
    answer["problems"] = problems_json(invalid.problems(), language);
  } catch (const scenarios::Unreadable& error) {
    answer["problems"] = Json::array(
        {{{"file", file}, {"line", 0}, {"column", 0}, {"message", scenarios::text_in(error.phrase(), language)}}});
  }
}

Json about(const Work& work, const std::string& id) {
  Json one = {{"id", id}, {"name", ""}, {"description", ""}};
  try {
    scenarios::Problems problems;
    const auto loaded = scenarios::load(work.saved(id), problems);
    one["name"] = scenarios::text_of(loaded.root, "name");
    one["description"] = scenarios::text_of(loaded.root, "description");
  } catch (const scenarios::Invalid& invalid) {
    one["error"] = problem_text(invalid.problems().front(), work.language());
  } catch (const scenarios::Unreadable& error) {
    one["error"] = scenarios::text_in(error.phrase(), work.language());
  }
  if (one["name"] == "") one["name"] = std::filesystem::path(id).stem().string();
  return one;
}

}  // namespace

void work_check(Work& work) {
  const std::string id = work.request().at("scenario");
  Json answer = {{"problems", Json::array()}, {"file", id}};
  attempt(answer, id, work.language(), [&] {
    const scenarios::ScenarioFile file(work.source());
    const Json tree = Json::parse(file.tree_json());
    answer["tree"] = tree;
    const auto scenario = file.scenario();
    answer["facts"] = facts_json(scenario, description(tree));
  });
  work.write("answer.json", answer.dump(-1, ' ', false, Json::error_handler_t::replace));
}

void work_list(Work& work) {
  Json list = Json::array();
  for (const std::string id : work.request().at("names")) list.push_back(about(work, id));
  work.write("answer.json", list.dump(-1, ' ', false, Json::error_handler_t::replace));
}

}  // namespace trapphus::output
