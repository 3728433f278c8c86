// SPDX-License-Identifier: MIT
#include "models/measures/cost_book.hpp"

#include <algorithm>
#include <stdexcept>

#include "models/staircase/settings.hpp"

namespace trapphus::models {
namespace {

using engine::Time;

Price negative(Price price) {
  price.amount = -price.amount;
  return price;
}

}  // namespace

CostBook::CostBook(const MeasureTable& table, const Settings& settings, const Period& period)
    : table_(table),
      settings_(&settings),
      period_(period),
      since_(period.from()),
      groups_(settings.groups.size()),
      ledger_(period.from()),
      grants_(period.from()),
      ceilings_(period.from()) {
  add_levels(settings);
  set_prices(period.from());
}

void CostBook::add_levels(const Settings& settings) {
  for (const Stage& stage : settings.stages) {
    forms_.push_back(stage.forms.size());
    empty_.push_back(ledger_.add_level());
    first_resident_.push_back(empty_.back() + 1);
    for (std::size_t i = 0; i < std::max<std::size_t>(forms_.back(), 1) * groups_; ++i) (void)ledger_.add_level();
  }
  for (std::size_t i = 0; i < settings.teams.size(); ++i) staff_.push_back(ledger_.add_level());
}

std::size_t CostBook::resident_level(StageId stage, FormId form, GroupId group) const {
  std::size_t row = 0;
  if (forms_[stage.index()] > 0) {
    row = form.index();
    if (row >= forms_[stage.index()]) throw std::logic_error("a placement that has forms was passed without a form");
  }
  return first_resident_[stage.index()] + row * groups_ + group.index();
}

void CostBook::settings(Time now, const Settings& settings) {
  book_until(now);
  settings_ = &settings;
  set_prices(now);
}

void CostBook::finish(Time now) {
  book_until(now);
  ledger_.close(now);
}

void CostBook::set_prices(Time now) {
  for (std::size_t i = 0; i < forms_.size(); ++i) {
    price_residents(now, StageId(i));
    price_units(now, StageId(i));
  }
  price_staff(now);
  open_moves();
}

/// Opens the accounts of moves before any move, so that all replications have the same accounts.
void CostBook::open_moves() {
  for (const Move& move : settings_->moves) {
    if (move.cost == Money()) continue;
    if (move.line.empty()) throw std::invalid_argument("a cost needs a cost line: " + describe(*settings_, move));
    for (std::size_t g = 0; g < groups_; ++g) (void)ledger_.open({line(move.line), move.from, GroupId(g)});
  }
}

void CostBook::moved(Time now, MoveId id, GroupId group) {
  const Move& move = settings_->moves[id.index()];
  if (move.cost == Money()) return;
  ledger_.book(ledger_.open({line(move.line), move.from, group}), move.cost, now);
}

void CostBook::price_residents(Time now, StageId id) {
  const Stage& stage = settings_->stages[id.index()];
  if (stage.kind == StageKind::Exit) return;
  for (std::size_t g = 0; g < groups_; ++g) {
    const GroupId group(g);
    for (std::size_t form = 0; form < stage.forms.size(); ++form) {
      ledger_.set_tariffs(resident_level(id, FormId(form), group), now,
                          resident_tariffs(id, stage.forms[form].price[group], group));
    }
    if (!stage.forms.empty()) continue;
    const Price price = stage.price.size() > 0 ? stage.price[group] : Price{};
    ledger_.set_tariffs(resident_level(id, {}, group), now, resident_tariffs(id, price, group));
  }
}

std::vector<Ledger::Tariff> CostBook::resident_tariffs(StageId id, const Price& night, GroupId group) {
  const Stage& stage = settings_->stages[id.index()];
  std::vector<Ledger::Tariff> tariffs;
  if (stage.kind == StageKind::Placement) add_tariff(tariffs, night, stage.line, id, group);
  add_tariff(tariffs, stage.rent, stage.line, id, group);
  add_tariff(tariffs, stage.income_support, kIncomeSupportLine, id, group);
  add_tariff(tariffs, negative(stage.fee), kFeesLine, id, group);
  return tariffs;
}

void CostBook::add_tariff(std::vector<Ledger::Tariff>& tariffs, const Price& price, const std::string& line_name,
                          StageId stage, GroupId group) {
  if (price.amount == Money()) return;
  if (line_name.empty()) {
    throw std::invalid_argument("a price needs a cost line: " + settings_->stages[stage.index()].name);
  }
  tariffs.push_back({ledger_.open({line(line_name), stage, group}), price});
}

void CostBook::price_units(Time now, StageId id) {
  std::vector<Ledger::Tariff> tariffs;
  add_tariff(tariffs, settings_->stages[id.index()].rent, kEmptyRentLine, id, {});
  ledger_.set_tariffs(empty_[id.index()], now, std::move(tariffs));
}

void CostBook::price_staff(Time now) {
  for (std::size_t i = 0; i < staff_.size(); ++i) {
    std::vector<Ledger::Tariff> tariffs;
    add_tariff(tariffs, settings_->teams[i].cost, kStaffLine, {}, {});
    ledger_.set_tariffs(staff_[i], now, std::move(tariffs));
  }
}

/// Books fixed costs, grants and ceilings, which do not depend on households.
void CostBook::book_until(Time now) {
  for (const FixedCost& cost : settings_->costs) {
    const std::size_t account = ledger_.open({line(cost.line), {}, {}});
    ledger_.book(account, cost.amount, std::max(cost.from, since_), std::min(cost.to, now));
  }
  for (std::size_t i = 0; i < settings_->grants.size(); ++i) {
    const FundingGrant& grant = settings_->grants[i];
    grants_.spread(grants_.open({i, {}, {}}), -grant.amount, grant.from, grant.to, since_, now);
  }
  for (std::size_t i = 0; i < settings_->ceilings.size(); ++i) {
    ceilings_.book(ceilings_.open({i, {}, {}}), settings_->ceilings[i].amount, since_, now);
  }
  since_ = now;
}

MonthlyMoney CostBook::spent_on(const std::vector<StageId>& stages) const {
  MonthlyMoney spent(period_.months());
  for (std::size_t i = 0; i < ledger_.accounts().size(); ++i) {
    const Ledger::Account& account = ledger_.accounts()[i];
    if (std::find(stages.begin(), stages.end(), account.stage) == stages.end()) continue;
    const std::string& on = table_.lines()[account.line];
    if (on != settings_->stages[account.stage.index()].line && on != kEmptyRentLine) continue;
    const MonthlyMoney entries = ledger_.by_month(i, spent.size());
    for (std::size_t m = 0; m < spent.size(); ++m) spent[m] += entries[m];
  }
  return spent;
}

Money CostBook::overspent(std::size_t ceiling) const {
  const Ceiling& terms = settings_->ceilings[ceiling];
  const MonthlyMoney spent = spent_on(terms.stages);
  const MonthlyMoney allowed = ceilings_.by_month(ceiling, spent.size());
  Money sum, over;
  for (std::size_t m = 0; m < spent.size(); ++m) {
    over += spent[m] - allowed[m];
    const bool closes =
        terms.amount.per != Per::Year || period_.month(m).month_of_year() == 12 || m + 1 == spent.size();
    if (!closes) continue;
    sum += std::max(over, Money());
    over = Money();
  }
  return sum;
}

}  // namespace trapphus::models
