// SPDX-License-Identifier: MIT
// cost.LINE, cost.total, cost_per_home, overspent.CEILING; the result's ledger
#include <algorithm>

#include "models/measures/cost_book.hpp"
#include "models/measures/family.hpp"
#include "models/measures/values.hpp"
#include "models/staircase/grant_line.hpp"

namespace trapphus::models {
namespace {

using Groups = Declarations::Groups;
using Monthly = Declarations::Monthly;

struct CostPlaces {
  std::vector<std::size_t> lines;  ///< As `MeasureTable::lines`.
  std::size_t total = kNoMeasure, per_home = kNoMeasure;
  std::vector<std::size_t> overspent;  ///< By ceiling.
};

bool owned_by_groups(const Variants& variants, const std::string& line) {
  if (line == kIncomeSupportLine || line == kFeesLine) return true;
  const auto has_line = [&line](const auto& thing) { return thing.line == line; };
  return any(variants, [&](const Settings& settings) {
    return std::any_of(settings.stages.begin(), settings.stages.end(), has_line) ||
           std::any_of(settings.moves.begin(), settings.moves.end(), has_line);
  });
}

/// Only fees are negative: they make their line so, unless others are booked on it too.
Amounts amounts_of(const Declarations& declarations, const std::string& line) {
  const bool fees = line == kFeesLine &&
                    any_stage(declarations.variants(), [](const Stage& stage) { return stage.fee.amount != Money(); });
  if (!fees) return Amounts::NotNegative;
  const auto has_line = [&line](const auto& thing) { return thing.line == line; };
  const bool others = any(declarations.variants(), [&](const Settings& settings) {
    return std::ranges::any_of(settings.stages, has_line) || std::ranges::any_of(settings.moves, has_line) ||
           std::ranges::any_of(settings.costs, has_line);
  });
  return others ? Amounts::Any : Amounts::NotPositive;
}

CostPlaces declare_costs(Declarations& declarations) {
  CostPlaces places;
  Amounts together = Amounts::NotNegative;
  for (const std::string& line : declarations.lines()) {
    const Groups groups = owned_by_groups(declarations.variants(), line) ? Groups::Yes : Groups::No;
    places.lines.push_back(declarations.add("cost." + line, "SEK/month", "What is booked on " + line + ", a month.",
                                            groups, Monthly::Yes, Better::Less));
    const Amounts amounts = amounts_of(declarations, line);
    declarations.can_be(places.lines.back(), amounts);
    if (amounts != Amounts::NotNegative) together = Amounts::Any;
  }
  places.total = declarations.add("cost.total", "SEK/month",
                                  "All cost lines together, a month; for a group, without what no household causes.",
                                  Groups::Yes, Monthly::Yes, Better::Less);
  places.per_home = declarations.add("cost_per_home", "SEK", "All costs of the period for each home of one's own.",
                                     Groups::No, Monthly::No, Better::Less);
  for (const std::size_t sum : {places.total, places.per_home}) declarations.can_be(sum, together);
  for (const Ceiling& ceiling : declarations.settings().ceilings) {
    places.overspent.push_back(declarations.add("overspent." + ceiling.name, "SEK/year",
                                                "By how much the nights and rents under " + ceiling.name +
                                                    " exceed it, a year; what is left in other months does not count.",
                                                Groups::No, Monthly::No, Better::Less));
    declarations.can_be(places.overspent.back(), Amounts::NotNegative);
  }
  return places;
}

class CostCounts final : public FamilyCounts {
 public:
  CostCounts(const CostPlaces& places, const Replication& replication)
      : FamilyCounts(replication), places_(places), book_(table(), settings(), period()) {}

  void entered(const Entering& entering) override {
    if (entering.stage.kind != StageKind::Exit) {
      book_.live(entering.time, entering.id, entering.household.form, entering.household.id.group, 1);
    } else if (entering.stage.home) {
      ++homes_;
    }
  }
  void left(const Leaving& leaving) override {
    const GroupId group = leaving.household.id.group;
    book_.live(leaving.time, leaving.id, leaving.household.form, group, -1);
    if (leaving.by.valid()) book_.moved(leaving.time, leaving.by, group);
  }
  void change_settings(engine::Time now, const Settings& settings) override { book_.settings(now, settings); }
  void units(engine::Time now, StageId stage, int /*units*/, int empty) override {
    book_.empty_units(now, stage, empty);
  }
  void staff(engine::Time now, TeamId team, double paid_fte, double /*hours_per_week*/) override {
    book_.paid_staff(now, team, paid_fte);
  }
  void finish(engine::Time now, std::span<const double> /*hours_worked*/) override { book_.finish(now); }

  void put(MeasureValues& values) const override {
    const auto money = by_line();
    for (std::size_t g = 0; g <= groups(); ++g) {
      for (std::size_t line = 0; line < places_.lines.size(); ++line)
        values.put_money(places_.lines[line], g, money[line][g]);
      values.put_money(places_.total, g, money.back()[g]);
    }
    values.put(places_.per_home, 0, Quotient{sum(money.back()[0]).in_kronor(), static_cast<double>(homes_)});
    for (std::size_t i = 0; i < places_.overspent.size(); ++i)
      values.put(places_.overspent[i], 0, book_.overspent(i).in_kronor() / period().years());
    put_ledger(values.result().ledger);
  }

 private:
  /// By line (the last: their sum), then for all households and by group.
  [[nodiscard]] std::vector<std::vector<MonthlyMoney>> by_line() const {
    const std::size_t all_lines = table().lines().size();
    const std::vector<MonthlyMoney> nothing(1 + groups(), MonthlyMoney(period().months()));
    std::vector<std::vector<MonthlyMoney>> money(all_lines + 1, nothing);
    const Ledger& ledger = book_.costs();
    for (std::size_t a = 0; a < ledger.accounts().size(); ++a) {
      const Ledger::Account& account = ledger.accounts()[a];
      const MonthlyMoney amounts = ledger.by_month(a, period().months());
      for (const std::size_t line : {account.line, all_lines}) {
        for (std::size_t i = 0; i < amounts.size(); ++i) {
          money[line][0][i] += amounts[i];
          if (account.group.valid()) money[line][1 + account.group.index()][i] += amounts[i];
        }
      }
    }
    return money;
  }

  void put_ledger(std::vector<BookedLine>& rows) const {
    const Ledger& costs = book_.costs();
    for (std::size_t a = 0; a < costs.accounts().size(); ++a) {
      const Ledger::Account& account = costs.accounts()[a];
      rows.push_back(
          {table().lines()[account.line], account.stage, account.group, costs.by_month(a, period().months())});
    }
    const Ledger& grants = book_.grants();
    for (std::size_t a = 0; a < grants.accounts().size(); ++a) {
      const std::string& name = settings().grants[grants.accounts()[a].line].name;
      rows.push_back({grant_line(name), {}, {}, grants.by_month(a, period().months())});
    }
  }

  const CostPlaces& places_;
  CostBook book_;
  std::int64_t homes_ = 0;
};

}  // namespace

MeasureFamily costs(Declarations& declarations) {
  return counted_by<CostCounts>(declare_costs(declarations));
}

}  // namespace trapphus::models
