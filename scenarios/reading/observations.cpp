// SPDX-License-Identifier: MIT
#include "scenarios/reading/observations.hpp"

#include <algorithm>

#include "models/measures/measure.hpp"
#include "models/staircase/scenario.hpp"
#include "scenarios/format/sections/sections.hpp"
#include "scenarios/format/values/units.hpp"
#include "scenarios/format/yaml/nearest.hpp"
#include "scenarios/reading/as_written.hpp"

namespace trapphus::scenarios {

const Table<ObservationRow>& observation_table() {
  static const Table<ObservationRow> kTable(
      "observation",
      {fixed(field<ObservationRow>("measure", &ObservationRow::measure, kMeasureName, kRequired)),
       fixed(field<ObservationRow>("group", &ObservationRow::group, kGroup, "format.default.all")),
       fixed(field<ObservationRow>("from", &ObservationRow::from, kDate, "format.default.period_begins")),
       fixed(field<ObservationRow>("to", &ObservationRow::to, kLastDay, "format.default.period_ends")),
       fixed(field<ObservationRow>("value", &ObservationRow::written, kObserved, "format.default.forecast")),
       fixed(field<ObservationRow>("uncertainty", &ObservationRow::uncertain, kObserved, "format.default.none")),
       fixed(field<ObservationRow>("of", &ObservationRow::of, kCount, "format.default.as_many_as_there_are")),
       fixed(field<ObservationRow>("alternative", &ObservationRow::alternative, kText,
                                   "format.default.first_without_change"))});
  return kTable;
}

namespace {

/// "603 000 SEK/month", "39 %", or the bare number: always in the measure's unit.
double in_unit(const std::string& text, const std::string& unit) {
  const auto thousands = unit == "share" ? Thousands::Impossible : Thousands::Possible;
  const auto parts = split(text, {"reader.expected.measure", {{"unit", unit}}}, thousands);
  const auto [above, below] = ratio(parts.unit);
  const auto [wanted, per] = ratio(unit == "per year" ? "/year" : unit);
  if (parts.unit.empty()) {
    if (unit == "share") return parse_share(text).value();
    return parts.number;
  }
  if (unit == "share" && parts.unit == "%") return parts.number / 100;
  const bool money = kronor_in(above) && kronor_in(wanted);
  const bool households = wanted == "households" && (above == "household" || lower(above) == "hushåll");
  const bool same_above =
      money || households || above == wanted || (seconds_in(above) && seconds_in(above) == seconds_in(wanted));
  const bool same_below = below == per || (seconds_in(below) && seconds_in(below) == seconds_in(per));
  if (!same_above || !same_below)
    throw Mistake(Phrase{"reader.observation.unit", {{"text", tidy(text)}, {"unit", unit}}});
  return money ? parts.number * *kronor_in(above) : parts.number;
}

/// `day_after`: the period is written with the day after its last, and so may the observation be.
void check_dates(Context& context, const Node& node, bool day_after, ObservationRow& row) {
  if (context.is_wrong("from") || context.is_wrong("to")) return;
  if (node.find("from") == nullptr) row.from = context.from;
  if (node.find("to") == nullptr) row.to = context.to;
  if (day_after && row.to == context.to + engine::kDay) row.to = context.to;
  if (row.from < context.from || row.to > context.to) {
    context.problem(
        place_of_key(node, row.from < context.from ? "from" : "to"),
        Phrase{"reader.observation.outside",
               {{"from", engine::to_string(context.from)}, {"to", engine::to_string(context.to - engine::kDay)}}});
  } else if (row.to <= row.from) {
    context.problem(place_of_key(node, "to"), Phrase{"reader.observation.ends"});
  }
}

/// A count of a single day is no number a year, and its costs none a month.
void check_length(Context& context, const Node& node, const models::MeasureTable& table, const ObservationRow& row) {
  const auto index = table.find(row.measure);
  if (!index || context.is_wrong("from") || context.is_wrong("to") || row.to - row.from != engine::kDay) return;
  const std::string& unit = table[*index].unit;
  const bool over_time = unit.find("year") != std::string::npos || unit.find("SEK") != std::string::npos;
  if (over_time) {
    context.problem(place_of_key(node, node.find("to") != nullptr ? "to" : "from"),
                    Phrase{"reader.observation.one_day", {{"measure", row.measure}}});
  }
}

void check_measure(Context& context, const models::MeasureTable& table, const std::string& name, const Position& at) {
  if (table.find(name)) return;
  context.problem(at, Phrase{"reader.measure.unknown", {{"name", name}, {"nearest", table.nearest(name)}}});
}

/// What happened is the scenario as it is written: the first alternative that changes nothing.
std::string usual_alternative(const Node& root) {
  const Node* alternatives = root.find("alternatives");
  if (alternatives == nullptr || alternatives->entries.empty()) return "scenario";
  for (const auto& entry : alternatives->entries) {
    if (changes_nothing(entry)) return entry.key;
  }
  return alternatives->entries.front().key;
}

void check_alternative(Context& context, const Node& node, const ObservationRow& row,
                       const models::Scenario& scenario) {
  std::vector<std::string> names;
  for (const auto& alternative : scenario.alternatives) names.push_back(alternative.name);
  if (std::ranges::find(names, row.alternative) != names.end()) return;
  context.problem(place_of_key(node, "alternative"),
                  Phrase{"reader.alternative.unknown",
                         {{"name", row.alternative}, {"suggestion", suggestion(row.alternative, names)}}});
}

void take_values(Context& context, const Node& node, const models::MeasureTable& table, ObservationRow& row) {
  const auto index = table.find(row.measure);
  if (!index) return;
  const auto take = [&](const char* key, const std::string& text) {
    const Node* value = node.find(key);
    try {
      return in_unit(text, table[*index].unit);
    } catch (const Mistake& mistake) {
      context.problem(is_annotated(*value) ? value->find("value")->at : value->at, mistake.phrase());
      return 0.0;
    }
  };
  if (!row.written.empty()) row.value = take("value", row.written);
  if (row.uncertain) row.uncertainty = take("uncertainty", *row.uncertain);
  if (row.group.valid() && !table[*index].by_group) {
    context.problem(place_of_key(node, "group"), Phrase{"reader.observation.no_group", {{"measure", row.measure}}});
  }
}

/// The annotation of the value, else that of the whole observation.
std::string annotation(const Node& node, const char* key, const std::string& of_all) {
  const Node* value = node.find("value");
  const Node* own = value != nullptr && is_annotated(*value) ? value->find(key) : nullptr;
  return own != nullptr ? own->text : of_all;
}

}  // namespace

void read_observations(Context& context, const Node& root, const Head& head, models::Scenario& scenario) {
  const models::MeasureTable table(scenario);
  scenario.precision_measure = head.precision.empty() && table.find("cost.total") ? "cost.total" : head.precision;
  if (const Node* precision = root.find("precision")) check_measure(context, table, head.precision, precision->at);
  scenario.headline = head.headline;
  if (const Node* headline = root.find("headline")) {
    for (const Node& item : headline->items) check_measure(context, table, item.text, item.at);
    if (headline->is_scalar()) check_measure(context, table, headline->text, headline->at);
  }
  const Node* list = root.find("observations");
  if (list == nullptr) return;
  const bool day_after = excludes_last_day(text_of(root, "period"));
  if (!list->is_sequence()) context.problem(list->at, Phrase{"reader.no_list.mappings", {{"found", list->describe()}}});
  const Context::Scope outer(context, "observations", *list);
  for (std::size_t i = 0; i < list->items.size(); ++i) {
    const Node& node = list->items[i];
    const Context::Scope scope(context, std::to_string(i + 1), node);
    ObservationRow row;
    if (!observation_table().read(context, node, row)) continue;
    if (node.find("alternative") == nullptr) row.alternative = usual_alternative(root);
    row.source = annotation(node, "source", context.provenance().source);
    if (row.source.empty()) row.assumption = annotation(node, "assumption", context.provenance().assumption);
    if (!row.measure.empty()) check_measure(context, table, row.measure, place_of_key(node, "measure"));
    check_dates(context, node, day_after, row);
    check_alternative(context, node, row, scenario);
    take_values(context, node, table, row);
    check_length(context, node, table, row);
    scenario.observations.push_back(row);
  }
}

}  // namespace trapphus::scenarios
