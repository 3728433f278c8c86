// SPDX-License-Identifier: MIT
#include <map>
#include <nlohmann/json.hpp>
#include <tuple>

#include "models/runs/results.hpp"
#include "models/staircase/scenario.hpp"
#include "output/json/report_parts.hpp"
#include "output/language/wording.hpp"

namespace trapphus::output {
namespace {

using models::ClientId;
using models::EventKind;
using Json = ReportJson;

constexpr std::size_t kMostStories = 12;
/// Moves that the animation shows at most, over all alternatives: more would only make the file large.
constexpr std::size_t kMostMoves = 30'000;

Json months_of(const std::vector<models::LedgerRow>& rows) {
  std::map<std::tuple<std::string, std::string, std::string>, Json> accounts;
  for (const auto& row : rows) {
    auto& account = accounts[{row.line, row.stage, row.group}];
    if (account.is_null())
      account = {{"line", row.line},
                 {"stage", row.stage},
                 {"group", row.group},
                 {"from", engine::to_string(row.month)},
                 {"values", Json::array()}};
    account["values"].push_back(row.amount);
  }
  Json list = Json::array();
  for (auto& [key, account] : accounts) list.push_back(std::move(account));
  return list;
}

/// [group, children, day, stage, day, stage...]; stage -1: not in the staircase any more.
Json path_json(ClientId client, const models::Settings& settings, const Life& life) {
  Json path = {client.group.index(), life.children};
  for (const auto& event : life.events) {
    if (event.kind == EventKind::Entered && event.subject < settings.stages.size()) {
      path.push_back(event.day);
      path.push_back(event.subject);
    } else if (event.kind == EventKind::Gone && path.size() > 2) {
      path.push_back(event.day);
      path.push_back(-1);
    }
  }
  return path;
}

std::size_t moves_in(const std::vector<Lives>& lives) {
  std::size_t moves = 0;
  for (const Lives& all : lives)
    for (const auto& [client, life] : all)
      for (const auto& event : life.events) moves += event.kind == EventKind::Entered ? 1 : 0;
  return moves;
}

Json events_json(const Life& life) {
  Json list = Json::array();
  for (const auto& event : life.events) {
    Json row = {event.day, engine::word_of(models::kEventKinds, event.kind)};
    if (event.subject != models::kNoSubject) row.push_back(event.subject);
    list.push_back(std::move(row));
  }
  return list;
}

}  // namespace

ReportJson ledger_json(const models::Results& results) {
  Json object = Json::object();
  for (const auto& alternative : results.alternatives) object[alternative.name] = months_of(alternative.ledger);
  return object;
}

ReportJson inputs_json(const models::Scenario& scenario) {
  Json list = Json::array();
  for (const auto& input : scenario.inputs) {
    Json object = {{"path", input.path}, {"value", input.value}};
    const auto add = [&object](const char* key, const std::string& text) {
      if (!text.empty()) object[key] = text;
    };
    add("source", input.source);
    add("assumption", input.assumption);
    add("low", input.low);
    add("high", input.high);
    add("file", input.file);
    if (input.was) object["was"] = *input.was;
    object["line"] = input.line;
    list.push_back(std::move(object));
  }
  return list;
}

ReportJson paths_json(const models::Scenario& scenario, const std::vector<Lives>& lives) {
  const std::size_t every = moves_in(lives) / kMostMoves + 1;
  Json object = {{"every", every}, {"alternatives", Json::object()}};
  for (std::size_t a = 0; a < lives.size(); ++a) {
    Json list = Json::array();
    for (const auto& [client, life] : lives[a]) {
      if (client.number % every != 0) continue;
      Json path = path_json(client, first_settings(scenario), life);
      if (path.size() > 2) list.push_back(std::move(path));
    }
    object["alternatives"][scenario.alternatives[a].name] = std::move(list);
  }
  return object;
}

ReportJson stories_json(const models::Scenario& scenario, const std::vector<Lives>& lives) {
  Json list = Json::array();
  for (const ClientId client : worth_telling(first_settings(scenario), lives, kMostStories)) {
    Json events = Json::object();
    int children = 0;
    for (std::size_t a = 0; a < lives.size(); ++a) {
      const auto found = lives[a].find(client);
      if (found == lives[a].end()) continue;
      children = std::max(children, found->second.children);
      events[scenario.alternatives[a].name] = events_json(found->second);
    }
    list.push_back({{"group", first_settings(scenario).groups.at(client.group.index()).name},
                    {"number", client.number + 1},
                    {"children", children},
                    {"events", std::move(events)}});
  }
  return list;
}

}  // namespace trapphus::output
