// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cmath>

#include "models/staircase/grant_line.hpp"
#include "output/documents/budget_tables.hpp"
#include "output/language/measure_words.hpp"
#include "output/language/wording.hpp"

namespace trapphus::output {
namespace {

using models::Estimate;
using models::Saving;
using models::Series;

Estimate at(const Series& series, std::size_t i) {
  if (i >= series.mean.size()) return models::kNoEstimate;
  return {series.mean[i], series.low[i], series.high[i], 1};
}

engine::Month last_month(models::Time end) {
  return engine::Month::of(end - engine::Duration(1));
}

}  // namespace

Estimate BudgetTables::cumulative_at(const Saving& saving, engine::Month month) {
  const std::int64_t index = month.number() - saving.cumulative.from.number();
  if (index < 0) return {0, 0, 0, 1};
  return at(saving.cumulative, static_cast<std::size_t>(index));
}

double BudgetTables::project_years() const {
  return months(figures_.begins, figures_.ends) / 12;
}

std::string BudgetTables::payback_in_words(const models::Payback& payback) const {
  if (!payback.median) return words_("payback.never");
  // Before the project begins nothing is spent, and nothing to pay back.
  const engine::Month first = engine::Month::of(figures_.begins);
  if (payback.late && *payback.late <= first) return words_("payback.at_once");
  const auto month = [&](const std::optional<engine::Month>& one) {
    return one ? words_.month(std::max(*one, first)) : words_("payback.later");
  };
  return words_("payback.month",
                {{"month", month(payback.median)}, {"early", month(payback.early)}, {"late", month(payback.late)}});
}

DocumentTable BudgetTables::beside_each_other() const {
  const auto& saving = figures_.saving();
  const auto& sum = figures_.application().sum;
  const engine::Month first = engine::Month::of(figures_.begins), end = last_month(figures_.ends);
  const models::Money own = models::total(sum);
  DocumentTable table{words_("sheet.beside"),
                      words_("table.beside"),
                      {head("column.what", true), head("column.own_sum"), head("column.simulation", false, true),
                       head("column.with_grant", false, true)},
                      {},
                      words_("note.beside", {{"replications", words_.number(figures_.results.replications, 0)}})};
  const auto own_cell = [&](double factor) {
    return sum.empty() ? Cells::text(words_("none")) : cells_.kronor(own.in_kronor() * factor);
  };
  const auto add = [&](std::string what, Cell mine, Cell cost, Cell grants) {
    table.rows.push_back({{Cells::text(std::move(what)), std::move(mine), std::move(cost), std::move(grants)}, false});
  };
  const auto up_to = [&](engine::Month month, const Saving& one, double factor) {
    return cells_.kronor(cumulative_at(one, month), factor, Sign::Both);
  };
  const engine::Month year(first.number() + 11);
  if (year <= end)
    add(words_("row.first_year", {{"when", words_.span(first.begin(), year.end())}}), own_cell(1),
        up_to(year, saving.cost, 1), up_to(year, saving.with_grants, 1));
  const double years = project_years();
  add(words_("row.per_year"), own_cell(1), up_to(end, saving.cost, 1 / years),
      up_to(end, saving.with_grants, 1 / years));
  add(words_("row.project", {{"when", words_.span(figures_.begins, figures_.ends)}}), own_cell(years),
      up_to(end, saving.cost, 1), up_to(end, saving.with_grants, 1));
  add(words_("row.acute"), Cells::text(words_("none")), up_to(end, saving.acute, 1), Cells::text(words_("none")));
  if (!saving.cost.payback.defined()) return table;
  const auto payback = [&](const Saving& one) { return Cells::text(payback_in_words(one.payback)); };
  table.note += " " + words_("note.payback");
  add(words_("row.payback"), Cells::text(words_("none")), payback(saving.cost), payback(saving.with_grants));
  const auto probability = [&](const Saving& one) {
    const auto& p = one.payback;
    Cell cell = cells_.estimate({p.probability, p.low, p.high, 1}, "share");
    cell.text = words_(
        "probability",
        {{"mean", words_.percent(p.probability)}, {"low", words_.percent(p.low)}, {"high", words_.percent(p.high)}});
    return cell;
  };
  add(words_("row.probability", {{"month", words_.month(saving.cost.payback.by)}}), Cells::text(words_("none")),
      probability(saving.cost), probability(saving.with_grants));
  return table;
}

DocumentTable BudgetTables::saving_by_year() const {
  const auto& saving = figures_.saving();
  DocumentTable table{words_("sheet.saving"),
                      words_("table.saving_by_year"),
                      {head("column.year", true), head("column.without_grant", false, true),
                       head("column.with_grant", false, true), head("column.acute", false, true)},
                      {},
                      words_("note.saving")};
  const Series* parts[]{&saving.cost.yearly, &saving.with_grants.yearly, &saving.acute.yearly};
  for (std::size_t i = 0; i < saving.cost.yearly.mean.size(); ++i) {
    DocumentTable::Row row{{Cells::text(std::to_string(saving.cost.yearly.from.year() + static_cast<int>(i)))}, false};
    for (const Series* part : parts) row.cells.push_back(cells_.kronor(at(*part, i), 1, Sign::Both));
    table.rows.push_back(std::move(row));
  }
  const std::size_t years = table.rows.size();
  if (years == 0) return table;
  DocumentTable::Row total{{Cells::text(words_("row.total"))}, true};
  const Estimate all[]{saving.cost.all, saving.with_grants.all, saving.acute.all};
  for (std::size_t c = 0; c < 3; ++c)
    total.cells.push_back(Cells::sum(cells_.kronor(all[c], 1, Sign::Both), c + 1, 0, years));
  table.rows.push_back(std::move(total));
  return table;
}

DocumentTable BudgetTables::payers() const {
  DocumentTable table{words_("sheet.payers"),
                      words_("table.payers"),
                      {head("column.payer", true), head("column.lines", true), head("column.saving", false, true),
                       head("column.source", true)},
                      {},
                      words_("note.payers")};
  std::vector<std::string> given;
  const auto& payers = figures_.application().payers;
  for (std::size_t i = 0; i < payers.size() && i < figures_.saving().payers.size(); ++i) {
    std::string lines;
    const auto add = [&](const std::string& line) {
      lines += (lines.empty() ? "" : ", ") + line_in_words(words_, line, figures_.project_settings_then());
      given.push_back(line);
    };
    for (const auto& line : payers[i].lines) add(line);
    for (const auto& grant : payers[i].gives) add(models::grant_line(grant));
    for (const auto& grant : payers[i].receives) add(models::grant_line(grant));
    table.rows.push_back({{Cells::text(words_.called(payers[i].label, payers[i].name)), Cells::text(lines),
                           cells_.kronor(figures_.saving().payers[i].all, 1, Sign::Both),
                           Cells::text(source_of("application.payers." + payers[i].name))},
                          false});
  }
  for (const bool grants : {false, true}) {
    for (const auto& [line, amounts] : amounts_by_line(1, -1, grants)) {
      if (std::find(given.begin(), given.end(), line) != given.end()) continue;
      double sum = 0;
      for (const double amount : amounts) sum += amount;
      table.rows.push_back({{Cells::text(words_("row.no_payer")),
                             Cells::text(line_in_words(words_, line, figures_.project_settings_then())),
                             cells_.kronor(sum), Cells::text("")},
                            false});
    }
  }
  return table;
}

DocumentTable BudgetTables::after_the_project() const {
  if (!figures_.afterwards || figures_.afterwards->savings.size() < 2) return {};
  const auto& gone = figures_.afterwards->savings[0].cost;
  const auto& permanent = figures_.afterwards->savings[1].cost;
  DocumentTable table{
      words_("sheet.after"),
      words_("table.after"),
      {head("column.year", true), head("column.gone", false, true), head("column.permanent", false, true)},
      {},
      gone.payback.defined() ? words_("note.after", {{"gone", payback_in_words(gone.payback)},
                                                     {"permanent", payback_in_words(permanent.payback)}})
                             : std::string()};
  for (std::size_t i = 0; i < gone.yearly.mean.size(); ++i)
    table.rows.push_back(
        {{Cells::text(std::to_string(gone.yearly.from.year() + static_cast<int>(i))),
          cells_.kronor(at(gone.yearly, i), 1, Sign::Both), cells_.kronor(at(permanent.yearly, i), 1, Sign::Both)},
         false});
  const std::size_t years = table.rows.size();
  table.rows.push_back(
      {{Cells::text(words_("row.total")), Cells::sum(cells_.kronor(gone.all, 1, Sign::Both), 1, 0, years),
        Cells::sum(cells_.kronor(permanent.all, 1, Sign::Both), 2, 0, years)},
       true});
  return table;
}

DocumentTable BudgetTables::other_prices() const {
  const auto& application = figures_.application();
  const auto base = std::find_if(application.index.begin(), application.index.end(),
                                 [&](const auto& index) { return index.year == application.price_year; });
  if (base == application.index.end()) return {};
  DocumentTable table{words_("sheet.prices"),
                      words_("table.prices", {{"year", std::to_string(base->year)}}),
                      {head("column.price_year", true), head("column.index"), head("column.saving", false, true),
                       head("column.source", true)},
                      {},
                      {}};
  const Estimate saved = cumulative_at(figures_.saving().cost, last_month(figures_.ends));
  for (std::size_t i = 0; i < application.index.size(); ++i) {
    const auto& index = application.index[i];
    table.rows.push_back({{Cells::text(std::to_string(index.year)), cells_.written(index.value),
                           cells_.kronor(saved, index.value / base->value, Sign::Both),
                           Cells::text(source_of("application.index." + std::to_string(i + 1)))},
                          false});
  }
  return table;
}

DocumentTable BudgetTables::cases() const {
  const auto cost = figures_.find("cost.total");
  if (figures_.results.cases.empty() || !cost) return {};
  DocumentTable table{words_("sheet.cases"),
                      words_("table.cases"),
                      {head("column.case", true), head("column.saving", false, true)},
                      {},
                      {}};
  const double factor = -months(figures_.scenario.from, figures_.scenario.to);
  const auto add = [&](const std::string& name, const std::vector<Estimate>& difference) {
    const Estimate more = *cost < difference.size() ? difference[*cost] : models::kNoEstimate;
    table.rows.push_back({{Cells::text(name), cells_.kronor(more, factor, Sign::Both)}, false});
  };
  add(words_("row.as_in_the_scenario"), figures_.difference().all);
  for (const auto& one : figures_.results.cases) {
    if (figures_.alternative <= one.differences.size())
      add(words_.called(one.label, one.name), one.differences[figures_.alternative - 1].all);
  }
  return table;
}

}  // namespace trapphus::output
