// SPDX-License-Identifier: MIT
#include <algorithm>
#include <chrono>
#include <numeric>
#include <set>

#include "output/documents/budget_tables.hpp"
#include "output/language/evidence.hpp"

namespace trapphus::output {
namespace {

using models::BudgetLine;
using models::Money;
using models::SumLine;

bool belongs_to(const std::string& path, const std::string& prefix) {
  return path == prefix || path.starts_with(prefix + ".");
}

std::string last_day(models::Time end) {
  return engine::to_string(models::Time(std::chrono::floor<std::chrono::days>(end - engine::Duration(1))));
}

}  // namespace

std::string BudgetTables::source_of(const std::string& path) const {
  std::vector<std::string> texts;
  bool bare = false, any = false;
  const auto add = [&](const std::string& text) {
    if (std::find(texts.begin(), texts.end(), text) == texts.end()) texts.push_back(text);
  };
  for (const auto& input : figures_.scenario.inputs) {
    if (!belongs_to(input.path, path)) continue;
    any = true;
    if (!input.source.empty()) add(input.source);
    if (is_assumed(input)) add(words_("source.assumption", {{"text", assumption_in_words(input, words_)}}));
    bare = bare || (input.source.empty() && !is_assumed(input));
  }
  if (bare) add(words_("source.none"));
  if (!any) return {};
  std::string text;
  for (const auto& entry : texts) text += (text.empty() ? "" : "; ") + entry;
  return text;
}

DocumentTable BudgetTables::own_sum() const {
  const auto& sum = figures_.application().sum;
  DocumentTable table{words_("sheet.own_sum"),
                      words_("table.own_sum"),
                      {head("column.term", true), head("column.persons"), head("column.price"),
                       head("column.per", true), head("column.times"), head("column.product"), head("column.stated"),
                       head("column.counts"), head("column.source", true)},
                      {},
                      {}};
  static constexpr std::string_view kPer[]{"per.day", "per.week", "per.month", "per.year"};
  for (const SumLine& line : sum) {
    const std::size_t r = table.rows.size();
    const auto times = line.months ? line.months : line.days;
    const auto product = models::computed(line);
    Formula factors{Formula::Kind::Product, {{r, 1}, {r, 2}}, 1};
    if (times) factors.cells.emplace_back(r, 4);
    const std::size_t counted = line.amount ? 6 : 5;
    const Formula counts{Formula::Kind::Sum, {{r, counted}}, line.minus ? -1.0 : 1.0};
    const Cell none = Cells::text("");
    table.rows.push_back(
        {{Cells::text(words_.text_of(line.label)), line.persons ? cells_.number(*line.persons, 0) : none,
          line.price ? cells_.money(line.price->amount) : none,
          Cells::text(line.price ? words_(kPer[static_cast<std::size_t>(line.price->per)]) : ""),
          times ? cells_.number(*times, 0) : none, product ? Cells::made(cells_.money(*product), factors) : none,
          line.amount ? cells_.money(*line.amount) : none, Cells::made(cells_.money(signed_amount(line)), counts),
          Cells::text(source_of("application.sum." + std::to_string(r + 1)))},
         false});
    if (line.amount && product && *line.amount != *product) table.note = words_("note.own_sum");
  }
  if (sum.empty()) return table;
  DocumentTable::Row total{{Cells::text(words_("row.net_a_year"))}, true};
  total.cells.resize(7, Cells::text(""));
  total.cells.push_back(Cells::sum(cells_.money(models::total(sum)), 7, 0, table.rows.size()));
  total.cells.push_back(Cells::text(""));
  table.rows.push_back(std::move(total));
  return table;
}

DocumentTable BudgetTables::own_budget() const {
  const auto& application = figures_.application();
  std::set<int> distinct;
  bool undated = false;
  for (const auto* list : {&application.budget, &application.budget_stated}) {
    for (const BudgetLine& line : *list) {
      if (line.year) distinct.insert(*line.year);
    }
  }
  for (const BudgetLine& line : application.budget) undated = undated || !line.year;
  const std::vector<int> years(distinct.begin(), distinct.end());
  DocumentTable table{words_("sheet.own_budget"), words_("table.own_budget"), {head("column.line", true)}, {}, {}};
  for (const int year : years) table.columns.push_back({std::to_string(year)});
  if (undated) table.columns.push_back(head("column.no_year"));
  table.columns.push_back(head("column.whole_project"));
  table.columns.push_back(head("column.source", true));
  const std::size_t whole = table.columns.size() - 2;
  const auto column_of = [&](const BudgetLine& line) {
    if (!line.year) return whole - 1;
    return static_cast<std::size_t>(std::find(years.begin(), years.end(), *line.year) - years.begin()) + 1;
  };
  for (std::size_t i = 0; i < application.budget.size(); ++i) {
    const BudgetLine& line = application.budget[i];
    const std::string name = words_.text_of(line.label);
    DocumentTable::Row row{{Cells::text(name)}, false};
    row.cells.resize(whole, Cells::text(""));
    row.cells[column_of(line)] = cells_.money(line.amount);
    const Formula same{Formula::Kind::Sum, {{table.rows.size(), column_of(line)}}, 1};
    row.cells.push_back(Cells::made(cells_.money(line.amount), same));
    row.cells.push_back(Cells::text(source_of("application.budget." + std::to_string(i + 1))));
    table.rows.push_back(std::move(row));
  }
  if (!application.budget.empty() || !application.budget_stated.empty()) add_stated_totals(table, years);
  return table;
}

/// The sum of the lines, what the application states, and what lies between them.
void BudgetTables::add_stated_totals(DocumentTable& table, const std::vector<int>& years) const {
  const auto& application = figures_.application();
  const std::size_t lines = table.rows.size(), whole = table.columns.size() - 2;
  const auto labelled = [&](std::string_view id) {
    DocumentTable::Row row{{Cells::text(words_(id))}, true};
    row.cells.resize(whole + 2, Cells::text(""));
    return row;
  };
  DocumentTable::Row sum = labelled("row.sum_of_lines"), stated = labelled("row.stated"),
                     between = labelled("row.between");
  bool any_stated = false, differs = false;
  for (std::size_t c = 1; c <= whole; ++c) {
    const bool all = c == whole, undated = !all && c > years.size();
    const auto year = all || undated ? std::nullopt : std::optional(years[c - 1]);
    Money lines_sum = models::total(application.budget, year);
    if (undated) {
      lines_sum = Money();
      for (const BudgetLine& line : application.budget) lines_sum += line.year ? Money() : line.amount;
    }
    sum.cells[c] = Cells::sum(cells_.money(lines_sum), c, 0, lines);
    if (undated) continue;
    const auto found = std::find_if(application.budget_stated.begin(), application.budget_stated.end(),
                                    [&](const BudgetLine& line) { return line.year == year; });
    if (found == application.budget_stated.end()) continue;
    any_stated = true;
    stated.cells[c] = cells_.money(found->amount);
    // Lines for the project as a whole have no values by year.
    if (!all && lines_sum == Money()) continue;
    const Formula difference{Formula::Kind::Difference, {{lines + 1, c}, {lines, c}}, 1};
    between.cells[c] = Cells::made(cells_.money(found->amount - lines_sum), difference);
    differs = differs || found->amount != lines_sum;
  }
  table.rows.push_back(std::move(sum));
  if (!any_stated) return;
  stated.cells.back() = Cells::text(source_of("application.budget_stated"));
  table.rows.push_back(std::move(stated));
  table.rows.push_back(std::move(between));
  table.note = words_(differs ? "note.budget_differs" : "note.budget_agrees");
}

DocumentTable BudgetTables::resources() const {
  const auto& application = figures_.application();
  DocumentTable table{
      words_("sheet.resources"),
      words_("table.resources"),
      {head("column.role", true), head("column.hours_a_week"), head("column.from", true), head("column.to", true),
       head("column.weeks"), head("column.hours"), head("column.internal", true), head("column.source", true)},
      {},
      {}};
  // The project's own dates, which may reach beyond the period.
  const models::Time begins = application.begins.value_or(figures_.begins),
                     ends = application.ends.value_or(figures_.ends);
  for (std::size_t i = 0; i < application.resources.size(); ++i) {
    const auto& resource = application.resources[i];
    const models::Time from = resource.from.value_or(begins), to = resource.to.value_or(ends);
    const double weeks = std::chrono::duration<double, std::chrono::weeks::period>(to - from).count();
    const Formula product{Formula::Kind::Product, {{i, 1}, {i, 4}}, 1};
    table.rows.push_back({{Cells::text(words_.text_of(resource.role)), cells_.written(resource.hours_per_week),
                           Cells::text(engine::to_string(from)), Cells::text(last_day(to)), cells_.number(weeks, 1),
                           Cells::made(cells_.number(models::hours(resource, begins, ends), 0), product),
                           Cells::text(words_(resource.internal ? "yes" : "no")),
                           Cells::text(source_of("application.resources." + std::to_string(i + 1)))},
                          false});
  }
  if (application.hours_stated) add_hours_stated(table);
  return table;
}

void BudgetTables::add_hours_stated(DocumentTable& table) const {
  const auto& application = figures_.application();
  Formula sum{Formula::Kind::Sum, {}, 1};
  double hours = 0;
  for (std::size_t i = 0; i < application.resources.size(); ++i) {
    if (!application.resources[i].internal) continue;
    sum.cells.emplace_back(i, 5);
    hours += table.rows[i].cells[5].number;
  }
  if (sum.cells.empty()) sum.kind = Formula::Kind::None;
  const auto add = [&](std::string_view id, Cell cell, const std::string& source) {
    DocumentTable::Row row{{Cells::text(words_(id))}, true};
    row.cells.resize(5, Cells::text(""));
    row.cells.push_back(std::move(cell));
    row.cells.push_back(Cells::text(""));
    row.cells.push_back(Cells::text(source));
    table.rows.push_back(std::move(row));
  };
  const std::size_t first = table.rows.size();
  const double stated = *application.hours_stated;
  add("row.internal_hours", Cells::made(cells_.number(hours, 0), sum), "");
  add("row.stated", cells_.number(stated, 0), source_of("application.hours_stated"));
  const Formula difference{Formula::Kind::Difference, {{first + 1, 5}, {first, 5}}, 1};
  add("row.between", Cells::made(cells_.number(stated - hours, 0), difference), "");
  if (std::abs(stated - hours) > 0.5) table.note = words_("note.hours_differ");
}

DocumentTable BudgetTables::risks() const {
  DocumentTable table{
      words_("sheet.risks"), words_("table.risks"), {head("column.risk", true), head("column.action", true)}, {}, {}};
  for (const auto& risk : figures_.application().risks)
    table.rows.push_back({{Cells::text(words_.text_of(risk.risk)), Cells::text(words_.text_of(risk.action))}, false});
  return table;
}

}  // namespace trapphus::output
