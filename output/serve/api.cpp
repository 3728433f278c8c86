// SPDX-License-Identifier: MIT
#include "output/serve/api.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "models/staircase/scenario.hpp"
#include "output/json/parts.hpp"
#include "output/report/report.hpp"
#include "output/serve/refused.hpp"
#include "output/serve/served_options.hpp"
#include "scenarios/format/yaml/problem.hpp"
#include "scenarios/format/yaml/shipped.hpp"
#include "scenarios/reference/schema.hpp"

namespace trapphus::output {
namespace {

using Json = Api::Json;

/// Time limit of requests for which a person waits.
constexpr std::int64_t kSecondsForAnswer = 20;
constexpr std::size_t kLongestName = 200;
constexpr const char* kShippedEtag = "shipped";

bool is_shipped(const std::string& id) {
  return scenarios::is_shipped(id);
}

std::string text_in(const Json& body, const char* key) {
  const auto found = body.find(key);
  if (found == body.end() || !found->is_string()) throw Refused(400, "refused.json", key);
  return found->get<std::string>();
}

std::optional<std::string> maybe_text_in(const Json& body, const char* key) {
  const auto found = body.find(key);
  if (found == body.end() || found->is_null()) return std::nullopt;
  return text_in(body, key);
}

/// Initial display name of a run.
std::string usual_name(const std::string& scenario, const Json& options) {
  if (!scenario.empty()) return scenario.substr(scenario.find(':') + 1);
  std::string names;
  for (const std::string name : options.at("scenarios")) names += (names.empty() ? "" : ", ") + name;
  return names.substr(0, kLongestName);
}

/// "report.html" is made from an answer on request; the scenario is stored with the run.
std::vector<std::string> offered(const StoredRun& run) {
  std::vector<std::string> names;
  const Study* study = find_study(run.input.kind);
  if (run.answer.number > 0 && study != nullptr && study->report) names.emplace_back("report.html");
  names.insert(names.end(), run.files.begin(), run.files.end());
  if (!run.input.scenario.empty()) names.emplace_back("scenario.yaml");
  return names;
}

}  // namespace

Json Api::program() const {
  return {{"version", TRAPPHUS_VERSION},
          {"folder", folder_.path().filename().string()},
          {"writable", true},
          {"limits",
           {{"bytes", kLargestBody},
            {"seconds", limits_.seconds},
            {"running", limits_.long_ones + limits_.quick_ones},
            {"replications", kMostServedReplications}}},
          {"studies", studies_json()}};
}

Json Api::fields(Language language) {
  Json fields = Json::parse(scenarios::fields_json(Words(language)));
  Json& enumerations = fields["enumerations"];
  for (const Study& study : studies()) enumerations["RunKind"].push_back(study.name);
  enumerations["RunState"] = engine::words_of(kRunStates);
  return fields;
}

Json Api::scenarios(Language language) const {
  auto names = folder_.names();
  for (const auto& shipped : scenarios::shipped_scenarios()) names.emplace_back(shipped.name);
  const Json request = {{"task", "list"},
                        {"folder", folder_.path().string()},
                        {"language", language.code()},
                        {"names", std::move(names)}};
  Json list = Json::parse(jobs_.ask(request.dump(), kSecondsForAnswer));
  for (auto& entry : list) {
    const std::string id = entry.at("id");
    entry["shipped"] = is_shipped(id);
    if (!is_shipped(id)) entry["modified"] = folder_.modified(id);
  }
  return list;
}

ScenarioFolder::File Api::read(const std::string& id) const {
  if (!is_shipped(id)) return folder_.read(id);
  try {
    return {std::string(scenarios::shipped_text(id)), kShippedEtag};
  } catch (const scenarios::Unreadable&) {
    throw Refused(404, "refused.no_scenario", id);
  }
}

Json Api::scenario(const std::string& id) const {
  const auto file = read(id);
  return {{"id", id}, {"text", file.text}, {"shipped", is_shipped(id)}, {"etag", file.etag}};
}

Json Api::save(const std::string& id, const Json& body) const {
  if (is_shipped(id)) throw Refused(403, "refused.shipped", id);
  return {{"id", id}, {"etag", folder_.write(id, text_in(body, "text"), maybe_text_in(body, "etag"))}};
}

std::string Api::check(const Json& body, Language language) const {
  const std::string id = text_in(body, "scenario");
  if (!is_shipped(id)) static_cast<void>(folder_.place(id));  // it need not be saved, but it has a place
  const auto text = maybe_text_in(body, "text");
  const Json request = {{"task", "check"},
                        {"folder", folder_.path().string()},
                        {"scenario", id},
                        {"text", text ? *text : read(id).text},
                        {"language", language.code()}};
  return jobs_.ask(request.dump(), kSecondsForAnswer);
}

Json Api::start(const Json& body, Language language) {
  RunInput input;
  input.kind = text_in(body, "kind");
  const Json options = body.value("options", Json::object());
  const Study* study = find_study(input.kind);
  if (study == nullptr) throw Refused(400, "refused.kind", input.kind.substr(0, kLongestName));
  check_options(*study, options);
  if (study->takes_several()) {
    for (const std::string id : options.at("scenarios")) static_cast<void>(read(id));
  } else {
    input.scenario = text_in(body, "scenario");
    if (!is_shipped(input.scenario)) static_cast<void>(folder_.place(input.scenario));
    const auto text = maybe_text_in(body, "text");
    input.text = text ? *text : read(input.scenario).text;
  }
  input.name = maybe_text_in(body, "name").value_or(usual_name(input.scenario, options)).substr(0, kLongestName);
  input.options = options.dump();
  input.language = language.code();
  return {{"id", jobs_.start(input, options.value("quick", false))}};
}

StoredRun Api::find(std::int64_t id) const {
  auto run = store_.find(id);
  if (!run) throw Refused(404, "refused.no_run");
  return *run;
}

Json Api::run_json(const StoredRun& run) const {
  Json json = {{"id", run.id},
               {"kind", run.input.kind},
               {"name", run.input.name},
               {"scenario", run.input.scenario},
               {"created", run.created},
               {"state", engine::word_of(kRunStates, run.state)},
               {"answer", run.answer.number},
               {"files", offered(run)}};
  if (run.answer.number > 0) {
    json["replications"] = run.answer.replications;
    json["quick"] = run.answer.quick;
    json["seconds"] = run.answer.seconds;
  }
  if (const auto progress = jobs_.progress(run.id))
    json["progress"] = {{"phase", progress->phase}, {"done", progress->done}, {"total", progress->total}};
  if (!run.error.empty()) json["error"] = run.error;
  if (!run.problems.empty()) json["problems"] = Json::parse(run.problems);
  return json;
}

Json Api::runs() const {
  Json list = Json::array();
  for (const auto& run : store_.all()) list.push_back(run_json(run));
  return list;
}

Json Api::run(std::int64_t id) const {
  return run_json(find(id));
}

Json Api::rename(std::int64_t id, const Json& body) {
  const std::string name = text_in(body, "name");
  if (name.empty() || name.size() > kLongestName) throw Refused(400, "refused.run_name");
  if (!store_.rename(id, name)) throw Refused(404, "refused.no_run");
  return run(id);
}

Json Api::cancel(std::int64_t id) {
  static_cast<void>(find(id));
  jobs_.cancel(id);
  return run(id);
}

Json Api::forget(std::int64_t id) {
  static_cast<void>(find(id));
  jobs_.remove(id);
  return Json::object();
}

std::string Api::data(std::int64_t id) const {
  static_cast<void>(find(id));
  auto data = store_.data(id);
  if (!data) throw Refused(404, "refused.no_answer");
  return *data;
}

Json Api::input(std::int64_t id) const {
  const StoredRun run = find(id);
  return {{"scenario", run.input.scenario}, {"text", run.input.text}, {"options", parsed_json(run.input.options)}};
}

std::string Api::file(std::int64_t id, const std::string& name) const {
  const StoredRun run = find(id);
  const auto names = offered(run);
  if (std::ranges::find(names, name) == names.end())
    throw Refused(404, "refused.no_file", name.substr(0, kLongestName));
  if (name == "report.html") return page_with(run.input.name, data(id));
  if (name == "scenario.yaml") return run.input.text;
  return store_.file(id, name).value_or(std::string());
}

}  // namespace trapphus::output
