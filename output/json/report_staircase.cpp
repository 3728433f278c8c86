// SPDX-License-Identifier: MIT
#include <nlohmann/json.hpp>

#include "models/runs/results.hpp"
#include "models/staircase/cause.hpp"
#include "models/staircase/scenario.hpp"
#include "output/json/parts.hpp"
#include "output/json/report_changes.hpp"
#include "output/json/report_parts.hpp"
#include "output/language/wording.hpp"

namespace trapphus::output {
namespace {

using namespace models;
using Json = ReportJson;

/// The things with their names and labels, and what `more` adds to each.
template <class Things, class More>
Json named(const Things& things, const More& more) {
  Json list = Json::array();
  for (const auto& thing : things) {
    Json object = {{"name", thing.name}, {"label", label_json(thing.label)}};
    more(thing, object);
    list.push_back(std::move(object));
  }
  return list;
}

template <class Things>
Json named(const Things& things) {
  return named(things, [](const auto&, Json&) {});
}

Json stages_json(const Settings& settings) {
  return named(settings.stages, [](const Stage& stage, Json& object) {
    object["kind"] = engine::word_of(kStageKinds, stage.kind);
    object["acute"] = stage.acute;
    object["home"] = stage.home;
    object["first_hand"] = stage.first_hand;
    object["line"] = stage.line;
    if (stage.units) object["units"] = *stage.units;
    object["forms"] = named(stage.forms);
  });
}

Json moves_json(const Settings& settings) {
  Json list = Json::array();
  for (const Move& move : settings.moves)
    list.push_back({{"from", settings.stages[move.from.index()].name},
                    {"to", settings.stages[move.to.index()].name},
                    {"kind", engine::word_of(kMoveKinds, move.kind)},
                    {"because", move.because},
                    {"takeover", move.takeover}});
  return list;
}

Json groups_json(const Settings& settings) {
  return named(settings.groups, [](const Group& group, Json& object) {
    object["enters"] = Json::array();
    for (const Share share : group.enters) object["enters"].push_back(share.value());
  });
}

Json causes_json(const Settings& settings) {
  const CauseTable causes(settings);
  Json list = Json::array();
  for (std::size_t i = 0; i < causes.count(); ++i) list.push_back(causes.name(i));
  return list;
}

Json changes_json(const std::vector<Change>& changes) {
  Json list = Json::array();
  for (const Change& change : changes)
    list.push_back({{"field", change.field},
                    {"thing", change.thing},
                    {"other", change.other},
                    {"group", change.group},
                    {"before", number_json(change.before)},
                    {"after", number_json(change.after)},
                    {"unit", change.unit}});
  return list;
}

/// By date: a date may have changes and posts that become vacant or are filled.
Json dated_changes(const Scenario& scenario, const Alternative& alternative) {
  std::map<Time, std::vector<Change>> dates;
  for (std::size_t e = 1; e < alternative.epochs.size(); ++e) {
    auto changed = changes(alternative.epochs[e - 1].settings, alternative.epochs[e].settings);
    if (!changed.empty()) dates[alternative.epochs[e].from] = std::move(changed);
  }
  for (const StaffTeam& team : alternative.epochs.front().settings.teams) {
    for (const Vacancy& vacancy : team.vacancies) {
      const auto vacant = [&](double before, double after) {
        return Change{"team.vacant", team.name, "", "", before, after, "FTE"};
      };
      if (vacancy.from >= scenario.from && vacancy.from < scenario.to)
        dates[vacancy.from].push_back(vacant(0, vacancy.fte));
      if (vacancy.to > scenario.from && vacancy.to < scenario.to) dates[vacancy.to].push_back(vacant(vacancy.fte, 0));
    }
  }
  Json list = Json::array();
  for (const auto& [on, changed] : dates)
    list.push_back({{"on", engine::to_string(on)}, {"changes", changes_json(changed)}});
  return list;
}

}  // namespace

ReportJson staircase_json(const Settings& settings) {
  return {{"groups", groups_json(settings)},
          {"attributes", settings.attributes},
          {"stages", stages_json(settings)},
          {"services", named(settings.services)},
          {"teams", named(settings.teams)},
          {"moves", moves_json(settings)},
          {"boards", named(settings.boards)},
          {"costs", named(settings.costs, [](const FixedCost& cost, Json& object) { object["line"] = cost.line; })},
          {"grants", named(settings.grants)},
          {"ceilings", named(settings.ceilings)},
          {"causes", causes_json(settings)}};
}

ReportJson timeline_json(const Scenario& scenario) {
  Json object = Json::object();
  for (const Alternative& alternative : scenario.alternatives)
    object[alternative.name] = dated_changes(scenario, alternative);
  return object;
}

ReportJson contrasts_json(const Scenario& scenario) {
  Json object = Json::object();
  for (std::size_t a = 1; a < scenario.alternatives.size(); ++a)
    object[scenario.alternatives[a].name] =
        changes_json(changes(first_settings(scenario), scenario.alternatives[a].epochs.front().settings));
  return object;
}

}  // namespace trapphus::output
