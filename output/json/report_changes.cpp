// SPDX-License-Identifier: MIT
#include "output/json/report_changes.hpp"

#include <algorithm>
#include <functional>

#include "models/staircase/settings.hpp"

namespace trapphus::output {
namespace {

using namespace models;

struct About {
  std::string field, thing, other = {};
};

std::string kronor_per(Per per) {
  return "SEK/" + std::string(engine::word_of(kPers, per));
}

double in_days(const Distribution& seconds) {
  return seconds.mean() / static_cast<double>(kDay.count());
}

/// Walks through two settings side by side. They have the same things in the same order.
class Comparison {
 public:
  Comparison(const Settings& before, const Settings& after) : before_(before), after_(after) {}

  std::vector<Change> all() {
    each(before_.groups, after_.groups, &Comparison::group);
    each(before_.stages, after_.stages, &Comparison::stage);
    each(before_.services, after_.services, &Comparison::service);
    each(before_.teams, after_.teams, &Comparison::team);
    each(before_.moves, after_.moves, &Comparison::move);
    each(before_.boards, after_.boards, &Comparison::board);
    each(before_.costs, after_.costs, &Comparison::cost);
    each(before_.ceilings, after_.ceilings, &Comparison::ceiling);
    return std::move(found_);
  }

 private:
  template <class Thing>
  void each(const std::vector<Thing>& a, const std::vector<Thing>& b,
            void (Comparison::*look)(const Thing&, const Thing&)) {
    for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i) (this->*look)(a[i], b[i]);
  }

  void number(const About& about, double a, double b, const std::string& unit, const std::string& group = {}) {
    if (a != b) found_.push_back({about.field, about.thing, about.other, group, a, b, unit});
  }

  void price(const About& about, const Price& a, const Price& b, const std::string& group = {}) {
    if (!(a == b)) number(about, a.amount.in_kronor(), b.amount.in_kronor(), kronor_per(b.per), group);
  }

  /// `add` notes one group's change; where all groups change alike, one of them stands for all.
  void by_group(std::size_t groups, const std::function<void(GroupId, const std::string&)>& add) {
    const std::size_t first = found_.size();
    for (std::size_t g = 0; g < groups; ++g)
      add(GroupId(g), g < after_.groups.size() ? after_.groups[g].name : std::string());
    const auto begin = found_.begin() + static_cast<std::ptrdiff_t>(first);
    const bool alike = found_.size() - first == groups && std::all_of(begin, found_.end(), [&](const Change& change) {
                         return change.before == begin->before && change.after == begin->after;
                       });
    if (groups == 0 || !alike) return;
    begin->group.clear();
    found_.erase(begin + 1, found_.end());
  }

  template <class T>
  void values(const About& about, const PerGroup<T>& a, const PerGroup<T>& b, const char* unit,
              const std::function<double(const T&)>& value) {
    by_group(std::min(a.size(), b.size()),
             [&](GroupId g, const std::string& name) { number(about, value(a[g]), value(b[g]), unit, name); });
  }
  void shares(const About& about, const PerGroup<Share>& a, const PerGroup<Share>& b) {
    values<Share>(about, a, b, "share", &Share::value);
  }
  void rates(const About& about, const PerGroup<Rate>& a, const PerGroup<Rate>& b) {
    values<Rate>(about, a, b, "per year", &Rate::per_year);
  }
  void prices(const About& about, const PerGroup<Price>& a, const PerGroup<Price>& b) {
    by_group(std::min(a.size(), b.size()), [&](GroupId g, const std::string& name) { price(about, a[g], b[g], name); });
  }

  void group(const Group& a, const Group& b) {
    number({"group.arrivals", b.name}, a.arrivals.per_year(), b.arrivals.per_year(), "per year");
    for (std::size_t i = 0; i < std::min({a.attributes.size(), b.attributes.size(), after_.attributes.size()}); ++i)
      number({"group.attribute", b.name, after_.attributes[i]}, a.attributes[i].value(), b.attributes[i].value(),
             "share");
    if (!a.at_risk || !b.at_risk) return;
    number({"group.without", b.name}, a.at_risk->without.value(), b.at_risk->without.value(), "share");
    number({"group.with", b.name}, a.at_risk->with.value(), b.at_risk->with.value(), "share");
  }

  void stage(const Stage& a, const Stage& b) {
    if (a.units && b.units) number({"stage.units", b.name}, *a.units, *b.units, "");
    prices({"stage.price", b.name}, a.price, b.price);
    for (std::size_t i = 0; i < std::min(a.forms.size(), b.forms.size()); ++i) {
      prices({"form.price", b.name, b.forms[i].name}, a.forms[i].price, b.forms[i].price);
      shares({"form.share", b.name, b.forms[i].name}, a.forms[i].share, b.forms[i].share);
    }
    price({"stage.rent", b.name}, a.rent, b.rent);
    price({"stage.fee", b.name}, a.fee, b.fee);
    price({"stage.income_support", b.name}, a.income_support, b.income_support);
    number({"stage.allotted", b.name}, a.allotted.per_year(), b.allotted.per_year(), "per year");
  }

  void service(const Service& a, const Service& b) {
    number({"service.work", b.name}, a.work.mean(), b.work.mean(), "h");
    shares({"service.reached", b.name}, a.reached, b.reached);
    for (std::size_t i = 0; i < std::min(a.reached_in.size(), b.reached_in.size()); ++i) {
      if (a.reached_in[i] && b.reached_in[i]) {
        number({"service.reached_in", b.name, after_.stages[i].name}, a.reached_in[i]->value(),
               b.reached_in[i]->value(), "share");
      }
    }
  }

  void team(const StaffTeam& a, const StaffTeam& b) {
    number({"team.fte", b.name}, a.fte, b.fte, "FTE");
    number({"team.direct_hours", b.name}, a.direct_hours, b.direct_hours, "h/week");
    number({"team.absence", b.name}, a.absence, b.absence, "share");
    number({"team.caseload", b.name}, a.caseload, b.caseload, "");
    price({"team.cost", b.name}, a.cost, b.cost);
  }

  void move(const Move& a, const Move& b) {
    const auto about = [&](const char* field) {
      return About{field, after_.stages[b.from.index()].name, after_.stages[b.to.index()].name};
    };
    shares(about("move.share"), a.share, b.share);
    values<Distribution>(about("move.stay"), a.stay, b.stay, "days", in_days);
    rates(about("move.offers"), a.offers, b.offers);
    rates(about("move.alone"), a.alone, b.alone);
    rates(about("move.risk"), a.risk, b.risk);
  }

  void board(const Board& a, const Board& b) {
    number({"board.active", b.name}, a.active ? 1 : 0, b.active ? 1 : 0, "yes");
    for (std::size_t i = 0; i < std::min(a.diverts.size(), b.diverts.size()); ++i)
      number({"board.diverts", b.name, after_.stages[i].name}, a.diverts[i].value(), b.diverts[i].value(), "share");
  }

  void cost(const FixedCost& a, const FixedCost& b) { price({"cost.amount", b.name}, a.amount, b.amount); }
  void ceiling(const Ceiling& a, const Ceiling& b) { price({"ceiling.amount", b.name}, a.amount, b.amount); }

  const Settings& before_;
  const Settings& after_;
  std::vector<Change> found_;
};

}  // namespace

std::vector<Change> changes(const Settings& before, const Settings& after) {
  return Comparison(before, after).all();
}

}  // namespace trapphus::output
