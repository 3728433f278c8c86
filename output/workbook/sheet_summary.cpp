// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cmath>
#include <functional>

#include "models/runs/headline.hpp"
#include "models/staircase/scenario.hpp"
#include "output/language/measure_words.hpp"
#include "output/language/wording.hpp"
#include "output/workbook/sheets.hpp"

namespace trapphus::output {
namespace {

using models::Estimate;

/// Measures to be shown first if there is no room for all.
constexpr const char* kMainMeasures[]{"cost.total", "households.acute", "homes", "first_hand"};

const Estimate* at(const std::vector<Estimate>& values, std::size_t index) {
  return index < values.size() ? &values[index] : nullptr;
}

bool same(double left, double right, double size) {
  return std::abs(left - right) <= 1e-9 * std::max(1.0, std::abs(size));
}

bool not_measured(const models::ObservationResult& result) {
  return !result.observation.assumption.empty() && std::isfinite(result.observation.value);
}

/// All rows share one grid: figure, unit, what was measured (if anything was), the alternatives, their differences.
class SummaryRows {
 public:
  explicit SummaryRows(const RunInWords& run) : run_(run), words_(run.words) {
    table_.name = words_("sheet.summary");
    table_.columns = {run.head("column.what", true), run.head("column.unit", true)};
    if (const auto& all = run.results.observations; !all.empty())
      table_.columns.push_back(
          run.head(std::any_of(all.begin(), all.end(), not_measured) ? "column.observed.assumed" : "column.observed"));
    first_ = table_.columns.size();
    run.add_alternatives(table_, true, true);
    table_.title = output::called(words_, run.scenario) + ", " + words_.span(run.scenario.from, run.scenario.to);
    table_.note = words_("note.summary");
  }

  DocumentTable table() {
    const auto measures = models::headline(run_.scenario, run_.results);
    if (!run_.results.complete) section(words_("method.not_complete"));
    for (const std::size_t m : measures) add_measure(m);
    add_period();
    for (std::size_t g = 0; g < run_.results.groups.size(); ++g) add_group(g, measures);
    add_observations();
    for (const auto& one : run_.results.cases) add_case(one);
    add_contributions();
    return std::move(table_);
  }

 private:
  using Values = std::function<const Estimate*(std::size_t)>;

  void section(const std::string& text) { table_.rows.push_back(section_row(text)); }

  DocumentTable::Row begin(const std::string& figure, const std::string& unit) const {
    DocumentTable::Row row{{Cells::text(figure), Cells::text(unit_in_words(words_, unit))}, false};
    row.cells.resize(table_.columns.size(), Cells::text({}));
    return row;
  }

  /// Nothing where there is no value: a dash would be a text among numbers.
  [[nodiscard]] Cell estimate(const Estimate* value, const std::string& unit, double factor = 1) const {
    if (value == nullptr || !std::isfinite(value->mean)) return Cells::text({});
    return run_.cells.estimate(*value, unit, factor);
  }

  /// By the number of the alternative; `paired` is its difference to the first.
  void add(const std::string& figure, const std::string& unit, const Values& values, const Values& paired,
           double factor = 1) {
    DocumentTable::Row row = begin(figure, unit);
    const std::size_t count = run_.results.alternatives.size();
    for (std::size_t a = 0; a < count; ++a) row.cells[first_ + a] = estimate(values(a), unit, factor);
    for (std::size_t a = 1; a < count; ++a) {
      Cell cell = estimate(paired(a), unit, factor);
      const double value = row.cells[first_ + a].number, zero = row.cells[first_].number;
      // Not where replications in which only one of the two is defined are left out of the paired mean.
      if (same(value - zero, cell.number, value)) cell.formula = difference_of(table_.rows.size(), first_ + a, first_);
      row.cells[first_ + count + a - 1] = std::move(cell);
    }
    table_.rows.push_back(std::move(row));
  }

  void add_measure(std::size_t m, double factor = 1, const std::string& figure = {}, const std::string& unit = {}) {
    const auto& measure = run_.results.measures[m];
    add(
        figure.empty() ? run_.measure(measure.name) : figure, unit.empty() ? measure.unit : unit,
        [&](std::size_t a) { return at(run_.results.alternatives[a].all.values, m); },
        [&](std::size_t a) {
          return a <= run_.results.differences.size() ? at(run_.results.differences[a - 1].all, m) : nullptr;
        },
        factor);
  }

  /// Money of the whole period, and when it has been paid back.
  void add_period() {
    section(words_("results.period", {{"when", words_.span(run_.scenario.from, run_.scenario.to)}}));
    if (const auto cost = run_.find("cost.total"))
      add_measure(*cost, months(run_.scenario.from, run_.scenario.to), words_("results.cost"), "SEK");
    const auto& savings = run_.results.savings;
    if (savings.empty()) return;
    const std::string zero = run_.called(run_.results.alternatives.front());
    add_saving(words_("results.saved", {{"zero", zero}}), "SEK", [](const auto& s) { return s.cost.all; });
    const bool grants = std::any_of(savings.begin(), savings.end(),
                                    [](const auto& s) { return s.with_grants.totals != s.cost.totals; });
    if (grants)
      add_saving(words_("results.saved_with_grants", {{"zero", zero}}), "SEK",
                 [](const auto& s) { return s.with_grants.all; });
    add_saving(words_("results.saved_acute"), "SEK", [](const auto& s) { return s.acute.all; });
    if (std::none_of(savings.begin(), savings.end(), [](const auto& s) { return s.cost.payback.defined(); })) return;
    add_payback();
    add_saving(words_("row.probability", {{"month", words_.month(savings.front().cost.payback.by)}}), "share",
               [](const auto& s) {
                 return Estimate{s.cost.payback.probability, s.cost.payback.low, s.cost.payback.high, 1};
               });
  }

  /// In the columns of the alternatives themselves.
  template <class Of>
  void add_saving(const std::string& figure, const std::string& unit, const Of& of) {
    DocumentTable::Row row = begin(figure, unit);
    for (std::size_t s = 0; s < run_.results.savings.size(); ++s) {
      const Estimate value = of(run_.results.savings[s]);
      row.cells[first_ + s + 1] = estimate(&value, unit);
    }
    table_.rows.push_back(std::move(row));
  }

  void add_payback() {
    DocumentTable::Row row = begin(words_("results.payback"), {});
    for (std::size_t s = 0; s < run_.results.savings.size(); ++s) {
      const auto& payback = run_.results.savings[s].cost.payback;
      Cell& cell = row.cells[first_ + s + 1];
      if (!payback.median) {
        cell = Cells::text(words_("payback.never"));
        continue;
      }
      cell = run_.cells.month(*payback.median);
      if (payback.early) cell.low = run_.cells.month(*payback.early).number;
      if (payback.late) cell.high = run_.cells.month(*payback.late).number;
    }
    table_.rows.push_back(std::move(row));
  }

  void add_group(std::size_t g, const std::vector<std::size_t>& measures) {
    section(words_("results.group", {{"name", run_.group(run_.results.groups[g])}}));
    for (const std::size_t m : measures) {
      const auto& measure = run_.results.measures[m];
      if (!measure.by_group) continue;
      add(
          run_.measure(measure.name), measure.unit,
          [&](std::size_t a) {
            const auto& groups = run_.results.alternatives[a].groups;
            return g < groups.size() ? at(groups[g].values, m) : nullptr;
          },
          [&](std::size_t a) -> const Estimate* {
            if (a > run_.results.differences.size()) return nullptr;
            const auto& groups = run_.results.differences[a - 1].groups;
            return g < groups.size() ? at(groups[g], m) : nullptr;
          });
    }
  }

  void add_observations() {
    if (run_.results.observations.empty()) return;
    section(words_("results.observations"));
    for (const auto& result : run_.results.observations) {
      const auto& o = result.observation;
      const auto m = run_.find(o.measure);
      if (!m) continue;
      const std::string& unit = run_.results.measures[*m].unit;
      const std::string group = result.group.empty() ? words_("all_groups") : run_.group(result.group);
      DocumentTable::Row row =
          begin(words_(not_measured(result) ? "results.assumed" : "results.observation",
                       {{"what", run_.measure(o.measure)}, {"group", group}, {"when", words_.span(o.from, o.to)}}),
                unit);
      if (std::isfinite(o.value))
        row.cells[2] = unit == "share" ? run_.cells.percent(o.value) : run_.cells.written(o.value);
      const Estimate simulated{result.simulated, result.low, result.high, 1};
      for (std::size_t a = 0; a < run_.results.alternatives.size(); ++a) {
        if (run_.results.alternatives[a].name == o.alternative || (o.alternative.empty() && a == 0))
          row.cells[first_ + a] = estimate(&simulated, unit);
      }
      table_.rows.push_back(std::move(row));
    }
  }

  void add_case(const models::CaseResult& one) {
    section(words_("results.case", {{"name", words_.called(one.label, one.name)}}));
    for (const char* name : kMainMeasures) {
      const auto m = run_.find(name);
      if (!m) continue;
      add(
          run_.measure(name), run_.results.measures[*m].unit,
          [&](std::size_t a) { return a < one.alternatives.size() ? at(one.alternatives[a], *m) : nullptr; },
          [&](std::size_t a) { return a <= one.differences.size() ? at(one.differences[a - 1].all, *m) : nullptr; });
    }
  }

  /// In the column of the alternative that has the parts.
  void add_contributions() {
    if (run_.all.contributions.empty()) return;
    section(words_("results.contributions"));
    for (const auto& part : run_.all.contributions) {
      for (const char* name : kMainMeasures) {
        const auto m = run_.find(name);
        if (!m) continue;
        const std::string& unit = run_.results.measures[*m].unit;
        DocumentTable::Row row = begin(
            words_("results.contribution", {{"what", run_.measure(name)}, {"without", run_.alternative(part.without)}}),
            unit);
        for (std::size_t a = 0; a < run_.results.alternatives.size(); ++a) {
          if (run_.results.alternatives[a].name == part.whole) row.cells[first_ + a] = estimate(at(part.all, *m), unit);
        }
        table_.rows.push_back(std::move(row));
      }
    }
  }

  const RunInWords& run_;
  const Words& words_;
  DocumentTable table_;
  std::size_t first_ = 0;  ///< The first alternative's column.
};

}  // namespace

Sheet summary_sheet(const RunInWords& run) {
  return {SummaryRows(run).table(), 2, false, 14};
}

}  // namespace trapphus::output
