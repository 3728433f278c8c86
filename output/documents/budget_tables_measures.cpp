// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cmath>

#include "models/measures/month_values.hpp"
#include "models/staircase/cause.hpp"
#include "output/documents/budget_tables.hpp"
#include "output/language/measure_words.hpp"
#include "output/language/wording.hpp"

namespace trapphus::output {
namespace {

using models::Estimate;

constexpr std::size_t kMostCauses = 6, kMostSensitive = 15;

std::string unit_of(const models::Measure& measure) {
  return models::unit_by_period(measure);
}

}  // namespace

Estimate BudgetTables::value(const models::AlternativeResult& alternative, std::size_t measure) const {
  return measure < alternative.all.values.size() ? alternative.all.values[measure] : models::kNoEstimate;
}

Estimate BudgetTables::change(std::size_t measure) const {
  const auto& all = figures_.difference().all;
  return measure < all.size() ? all[measure] : models::kNoEstimate;
}

DocumentTable BudgetTables::observed() const {
  constexpr std::size_t kObservedColumn = 5;
  DocumentTable table{words_("sheet.observed"),
                      words_("table.observed"),
                      {head("column.measure", true), head("column.unit", true), head("column.when", true),
                       head("column.group", true), head("column.alternative", true), head("column.observed"),
                       head("column.simulated", false, true), head("column.source", true)},
                      {},
                      words_("note.prediction")};
  for (const auto& result : figures_.results.observations) {
    const auto& o = result.observation;
    const auto m = figures_.find(o.measure);
    if (!m || !std::isfinite(o.value)) continue;
    if (!o.assumption.empty()) {
      table.title = words_("observations.title.assumed");
      table.columns[kObservedColumn] = head("column.observed.assumed");
    }
    const auto& unit = figures_.results.measures[*m].unit;
    Cell value = unit == "share" ? cells_.percent(o.value) : cells_.written(o.value);
    const auto& groups = figures_.zero_settings().groups;
    const std::string group =
        o.group.valid() ? words_.called(groups[o.group.index()].label, result.group) : words_("all_groups");
    const auto& alternatives = figures_.results.alternatives;
    const auto seen = std::find_if(alternatives.begin(), alternatives.end(),
                                   [&](const auto& one) { return one.name == o.alternative; });
    const std::string source = o.assumption.empty() ? o.source : words_("source.assumption", {{"text", o.assumption}});
    table.rows.push_back(
        {{Cells::text(measure_in_words(words_, o.measure, figures_.zero_settings())),
          Cells::text(unit_in_words(words_, unit)), Cells::text(words_.span(o.from, o.to)), Cells::text(group),
          Cells::text(called(seen == alternatives.end() ? alternatives.front() : *seen)), std::move(value),
          cells_.estimate({result.simulated, result.low, result.high, 1}, unit), Cells::text(source)},
         false});
  }
  return table;
}

DocumentTable BudgetTables::alternatives() const {
  const auto cost = figures_.find("cost.total"), homes = figures_.find("homes");
  DocumentTable table{words_("sheet.alternatives"),
                      words_("table.alternatives"),
                      {head("column.alternative", true), head("column.cost_a_year", false, true),
                       head("column.saving", false, true), head("column.homes_a_year", false, true)},
                      {},
                      words_("note.alternatives")};
  // There is no saving before the first replication.
  const bool pays = !figures_.results.savings.empty() && figures_.saving().cost.payback.defined();
  if (pays) table.columns.insert(table.columns.end(), {head("column.payback", true), head("column.probability")});
  for (std::size_t a = 0; a < figures_.results.alternatives.size(); ++a) {
    const auto& alternative = figures_.results.alternatives[a];
    // What only shows a part of another alternative is none that was considered.
    if (a != figures_.alternative && !figures_.scenario.alternatives[a].shows_part_of.empty()) continue;
    DocumentTable::Row row{
        {Cells::text(called(alternative)), cells_.kronor(cost ? value(alternative, *cost) : models::kNoEstimate, 12)},
        a == figures_.alternative};
    const bool compared = a > 0 && a <= figures_.results.savings.size();
    const auto* saving = compared ? &figures_.results.savings[a - 1].cost : nullptr;
    row.cells.push_back(saving != nullptr ? cells_.kronor(saving->all, 1, Sign::Both) : Cells::text(""));
    row.cells.push_back(cells_.estimate(homes ? value(alternative, *homes) : models::kNoEstimate, "per year"));
    if (!pays) {
      table.rows.push_back(std::move(row));
      continue;
    }
    row.cells.push_back(Cells::text(saving != nullptr ? payback_in_words(saving->payback) : ""));
    row.cells.push_back(saving != nullptr ? cells_.percent(saving->payback.probability) : Cells::text(""));
    table.rows.push_back(std::move(row));
  }
  return table;
}

DocumentTable BudgetTables::measures(const std::vector<std::string>& names, const std::string& name,
                                     const std::string& title) const {
  DocumentTable table{name,
                      title,
                      {head("column.measure", true),
                       head("column.unit", true),
                       {called(figures_.zero()), false, true},
                       {called(figures_.project()), false, true},
                       head("column.difference", false, true)},
                      {},
                      words_("note.confidence")};
  for (const auto& one : names) {
    const auto m = figures_.find(one);
    if (!m) continue;
    const auto& unit = figures_.results.measures[*m].unit;
    table.rows.push_back(
        {{Cells::text(measure_in_words(words_, one, figures_.zero_settings())),
          Cells::text(unit_in_words(words_, unit)), cells_.estimate(value(figures_.zero(), *m), unit),
          cells_.estimate(value(figures_.project(), *m), unit), cells_.estimate(change(*m), unit, 1, Sign::Both)},
         false});
  }
  return table;
}

DocumentTable BudgetTables::holding_back() const {
  std::vector<std::pair<double, std::string>> causes;
  for (std::size_t m = 0; m < figures_.results.measures.size(); ++m) {
    const std::string& name = figures_.results.measures[m].name;
    const double days = std::max(value(figures_.zero(), m).mean, value(figures_.project(), m).mean);
    if (name.starts_with("blocked.") && days > 0) causes.emplace_back(days, name);
  }
  std::stable_sort(causes.begin(), causes.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
  if (causes.size() > kMostCauses) causes.resize(kMostCauses);
  std::vector<std::string> names;
  for (auto& [days, name] : causes) names.push_back(std::move(name));
  return measures(names, words_("sheet.causes"), words_("table.causes"));
}

DocumentTable BudgetTables::zero_by_year() const {
  DocumentTable table{words_("sheet.zero"),
                      words_("table.zero"),
                      {head("column.measure", true), head("column.unit", true)},
                      {},
                      words_("note.confidence")};
  for (const auto& followed : figures_.followed) {
    const auto found = figures_.zero().all.yearly.find(followed.measure);
    if (found == figures_.zero().all.yearly.end()) continue;
    const auto& series = found->second;
    const auto& measure = figures_.results.measures[followed.measure];
    for (std::size_t i = table.columns.size(); i < series.mean.size() + 2; ++i)
      table.columns.push_back({std::to_string(series.from.year() + static_cast<int>(i) - 2), false, true});
    DocumentTable::Row row{{Cells::text(measure_in_words(words_, measure.name, figures_.zero_settings())),
                            Cells::text(unit_in_words(words_, unit_of(measure)))},
                           false};
    for (std::size_t i = 0; i < series.mean.size(); ++i)
      row.cells.push_back(cells_.estimate({series.mean[i], series.low[i], series.high[i], 1}, measure.unit));
    table.rows.push_back(std::move(row));
  }
  return table;
}

DocumentTable BudgetTables::efforts() const {
  DocumentTable table{words_("sheet.efforts"),
                      words_("table.efforts"),
                      {head("column.effort", true),
                       head("column.unit", true),
                       head("column.measure", true),
                       head("column.per_household"),
                       {called(figures_.zero()), false, true},
                       {called(figures_.project()), false, true},
                       head("column.freed", false, true),
                       head("column.source", true)},
                      {},
                      words_("note.efforts")};
  const auto& efforts = figures_.application().efforts;
  for (std::size_t i = 0; i < efforts.size(); ++i) {
    const auto& effort = efforts[i];
    const auto m = figures_.find(effort.measure);
    if (!m) continue;
    const double each = effort.amount / effort.households;
    table.rows.push_back(
        {{Cells::text(words_.text_of(effort.label)), Cells::text(words_.text_of(effort.unit)),
          Cells::text(measure_in_words(words_, effort.measure, figures_.zero_settings())), cells_.number(each, 1),
          cells_.estimate(value(figures_.zero(), *m), "", each),
          cells_.estimate(value(figures_.project(), *m), "", each), cells_.estimate(change(*m), "", -each, Sign::Both),
          Cells::text(source_of("application.efforts." + std::to_string(i + 1)))},
         false});
  }
  return table;
}

DocumentTable BudgetTables::events() const {
  DocumentTable table{words_("sheet.events"),
                      words_("table.events"),
                      {head("column.event", true),
                       head("column.cost_each"),
                       {called(figures_.zero()), false, true},
                       {called(figures_.project()), false, true},
                       head("column.saving_a_year", false, true),
                       head("column.source", true)},
                      {},
                      words_("note.events")};
  const auto& events = figures_.application().events;
  for (std::size_t i = 0; i < events.size(); ++i) {
    const auto m = figures_.find(events[i].measure);
    if (!m) continue;
    table.rows.push_back({{Cells::text(words_.text_of(events[i].label)), cells_.money(events[i].cost),
                           cells_.estimate(value(figures_.zero(), *m), "per year"),
                           cells_.estimate(value(figures_.project(), *m), "per year"),
                           cells_.kronor(change(*m), -events[i].cost.in_kronor(), Sign::Both),
                           Cells::text(source_of("application.events." + std::to_string(i + 1)))},
                          false});
  }
  return table;
}

DocumentTable BudgetTables::sensitivity() const {
  const auto& found = figures_.sensitivity;
  DocumentTable table{
      words_("sheet.sensitivity"),
      words_("table.sensitivity"),
      {head("column.input", true), head("column.now", true), head("column.range", true),
       head("column.at_low", false, true), head("column.at_high", false, true), head("column.swing", false, true)},
      {},
      {}};
  std::string left_out;
  for (const auto& one : found.inputs) {
    if (!one.problem.empty()) {
      left_out += (left_out.empty() ? "" : ", ") + one.input.path;
      continue;
    }
    if (table.rows.size() == kMostSensitive) continue;
    table.rows.push_back({{Cells::text(one.input.path), Cells::text(one.input.value),
                           Cells::text(words_("range", {{"low", one.input.low}, {"high", one.input.high}})),
                           cells_.kronor(one.low, 1, Sign::Both), cells_.kronor(one.high, 1, Sign::Both),
                           cells_.kronor(one.swing, 1, Sign::Both)},
                          false});
  }
  const Estimate& base = found.base;
  table.note = words_("note.sensitivity", {{"replications", words_.number(found.replications, 0)},
                                           {"base", words_.with_interval(base.mean, base.low, base.high, Sign::Both)}});
  if (!left_out.empty()) table.note += " " + words_("note.not_varied", {{"paths", left_out}});
  return table;
}

DocumentTable BudgetTables::follow_up() const {
  DocumentTable table{words_("sheet.follow_up"),
                      words_("table.follow_up"),
                      {head("column.measure", true),
                       head("column.unit", true),
                       head("column.when", true),
                       {called(figures_.project()), false, true},
                       {called(figures_.zero()), false, true}},
                      {},
                      words_("note.follow_up")};
  for (const auto& followed : figures_.followed) {
    if (!followed.series) continue;
    const auto& measure = figures_.results.measures[followed.measure];
    for (std::size_t i = 0; i < figures_.half_years.size(); ++i) {
      const auto& half = figures_.half_years[i];
      // A flow is held against an observation as of a whole year; here it is counted.
      const bool counted = models::month_kind(measure) == models::MonthKind::Count;
      const double factor = counted ? months(half.from, half.to) / 12 : 1;
      const auto cell = [&](const models::ObservationResult& result) {
        return cells_.estimate({result.simulated, result.low, result.high, 1}, measure.unit, factor);
      };
      table.rows.push_back(
          {{Cells::text(measure_in_words(words_, measure.name, figures_.zero_settings())),
            Cells::text(unit_in_words(words_, unit_of(measure))), Cells::text(words_.span(half.from, half.to)),
            cell(followed.project[i]), cell(followed.zero[i])},
           false});
    }
  }
  return table;
}

DocumentTable BudgetTables::follow_up_as_a_whole() const {
  DocumentTable table{words_("sheet.follow_up_whole"),
                      words_("table.follow_up_whole"),
                      {head("column.measure", true),
                       head("column.unit", true),
                       {called(figures_.project()), false, true},
                       {called(figures_.zero()), false, true}},
                      {},
                      words_("note.follow_up")};
  for (const auto& followed : figures_.followed) {
    if (followed.series) continue;
    const auto& measure = figures_.results.measures[followed.measure];
    const auto cell = [&](const models::ObservationResult& result) {
      return cells_.estimate({result.simulated, result.low, result.high, 1}, measure.unit);
    };
    table.rows.push_back({{Cells::text(measure_in_words(words_, measure.name, figures_.zero_settings())),
                           Cells::text(unit_in_words(words_, measure.unit)), cell(followed.project.front()),
                           cell(followed.zero.front())},
                          false});
  }
  return table;
}

}  // namespace trapphus::output
