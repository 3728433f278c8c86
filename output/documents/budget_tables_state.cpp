// SPDX-License-Identifier: MIT
#include <algorithm>

#include "output/documents/budget_tables.hpp"
#include "output/language/measure_words.hpp"

namespace trapphus::output {
namespace {

using models::Settings;
using models::Stage;
using models::StageKind;

int households_at_first(const Settings& settings, std::size_t stage) {
  int sum = 0;
  for (const auto& initial : settings.initial) {
    if (initial.stage.index() == stage) sum += initial.households;
  }
  return sum;
}

/// The price, or from the lowest to the highest if groups and forms differ.
std::string price_of(const Words& words, const Stage& stage) {
  if (stage.kind == StageKind::Apartment)
    return stage.rent.amount == models::Money() ? std::string() : words.price(stage.rent);
  std::vector<models::Price> prices(stage.price.begin(), stage.price.end());
  if (!stage.forms.empty()) prices.clear();
  for (const auto& form : stage.forms) prices.insert(prices.end(), form.price.begin(), form.price.end());
  std::string text;
  std::vector<models::Price> distinct;
  for (const auto& price : prices) {
    if (price.amount == models::Money() || std::find(distinct.begin(), distinct.end(), price) != distinct.end())
      continue;
    distinct.push_back(price);
    text += (text.empty() ? "" : "; ") + words.price(price);
  }
  return text;
}

}  // namespace

DocumentTable BudgetTables::present_state() const {
  const Settings& settings = figures_.zero_settings();
  DocumentTable table{words_("sheet.present"),
                      words_("table.present", {{"date", engine::to_string(figures_.scenario.from)}}),
                      {head("column.stage", true), head("column.kind", true), head("column.units"),
                       head("column.households"), head("column.price_or_rent", true)},
                      {},
                      {}};
  for (std::size_t i = 0; i < settings.stages.size(); ++i) {
    const Stage& stage = settings.stages[i];
    if (stage.kind == StageKind::Exit) continue;
    table.rows.push_back({{Cells::text(words_.called(stage.label, stage.name)),
                           Cells::text(words_("kind." + std::string(engine::word_of(models::kStageKinds, stage.kind)))),
                           stage.units ? cells_.number(*stage.units, 0) : Cells::text(""),
                           cells_.number(households_at_first(settings, i), 0), Cells::text(price_of(words_, stage))},
                          false});
  }
  return table;
}

DocumentTable BudgetTables::what_changes() const {
  DocumentTable table{
      words_("sheet.changes"),
      words_("table.changes", {{"date", engine::to_string(figures_.begins)}}),
      {head("column.what", true), head("column.unit", true), {called(figures_.zero())}, {called(figures_.project())}},
      {},
      words_("note.changes")};
  add_staff_changes(table);
  add_unit_changes(table);
  add_cost_changes(table);
  return table;
}

void BudgetTables::add_staff_changes(DocumentTable& table) const {
  const Settings& zero = figures_.zero_settings_then();
  const Settings& project = figures_.project_settings_then();
  for (std::size_t i = 0; i < project.teams.size(); ++i) {
    const auto& team = project.teams[i];
    const double before = i < zero.teams.size() ? zero.teams[i].fte : 0;
    if (before == team.fte) continue;
    table.rows.push_back({{Cells::text(words_.called(team.label, team.name)), Cells::text(words_("unit.fte")),
                           cells_.written(before), cells_.written(team.fte)},
                          false});
  }
}

void BudgetTables::add_unit_changes(DocumentTable& table) const {
  const Settings& zero = figures_.zero_settings_then();
  const Settings& project = figures_.project_settings_then();
  for (std::size_t i = 0; i < project.stages.size(); ++i) {
    const Stage& stage = project.stages[i];
    const Stage before = i < zero.stages.size() ? zero.stages[i] : Stage();
    const std::string name = words_.called(stage.label, stage.name);
    if (before.units != stage.units)
      table.rows.push_back({{Cells::text(name), Cells::text(words_("unit.units")),
                             before.units ? cells_.number(*before.units, 0) : Cells::text(""),
                             stage.units ? cells_.number(*stage.units, 0) : Cells::text("")},
                            false});
    if (before.allotted != stage.allotted)
      table.rows.push_back({{Cells::text(name), Cells::text(words_("unit.new_units_a_year")),
                             cells_.number(before.allotted.per_year(), 1), cells_.number(stage.allotted.per_year(), 1)},
                            false});
  }
}

void BudgetTables::add_cost_changes(DocumentTable& table) const {
  const Settings& zero = figures_.zero_settings_then();
  for (const auto& cost : figures_.project_settings_then().costs) {
    const auto same = [&](const auto& other) { return other.name == cost.name; };
    const auto before = std::find_if(zero.costs.begin(), zero.costs.end(), same);
    const models::Price amount = before == zero.costs.end() ? models::Price() : before->amount;
    if (amount == cost.amount) continue;
    const auto written = [&](const models::Price& price) {
      return Cells::text(price.amount == models::Money() ? words_("none") : words_.price(price));
    };
    table.rows.push_back({{Cells::text(words_.called(cost.label, cost.name)), Cells::text(words_("unit.kronor")),
                           written(amount), written(cost.amount)},
                          false});
  }
}

}  // namespace trapphus::output
