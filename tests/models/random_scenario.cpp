// SPDX-License-Identifier: MIT
#include "tests/models/random_scenario.hpp"

#include "models/staircase/scenario.hpp"

namespace trapphus::models::build {

RandomScenario::RandomScenario(std::uint64_t number) : dice_({number, 0, 0, 0}) {
  groups();
  teams();
  stages();
  services();
  moves();
  extras();
  initial();
  alternative_ = alternative_of(b_.settings(), epochs());
}

Scenario RandomScenario::scenario() const {
  Scenario scenario;
  scenario.name = "random";
  scenario.from = kSunday;
  scenario.to = day(length());
  scenario.alternatives = {alternative_};
  scenario.precision_measure = "homes";
  return scenario;
}

Distribution RandomScenario::stay() {
  const double mean = real(2, 60);
  switch (between(0, 4)) {
    case 0:
      return fixed_days(between(0, 40));
    case 1:
      return exponential_days(mean);
    case 2:
      return Distribution::lognormal(mean * kSecondsADay, 0.6 * mean * kSecondsADay);
    case 3:
      return uniform_days(0, 2 * mean);
    default:
      return Distribution::gamma(mean * kSecondsADay, 0.8 * mean * kSecondsADay);
  }
}

std::vector<Condition> RandomScenario::sometimes_debts() {
  return chance(0.3) ? std::vector<Condition>{{AttributeId(0), chance(0.5)}} : std::vector<Condition>{};
}

void RandomScenario::groups() {
  const int count = between(1, 3);
  for (int g = 0; g < count; ++g) {
    const std::string name = "group" + std::to_string(g);
    b_.group(name, real(0.3, 3), "s0");
    b_.group(name).children = Distribution::discrete({{0, 0.5}, {2, 0.5}});
  }
  const auto debts = b_.attribute("debts");
  for (int g = 0; g < count; ++g) b_.has("group" + std::to_string(g), debts, real(0, 1));
}

void RandomScenario::teams() {
  const int count = between(1, 3);
  for (int t = 0; t < count; ++t) {
    const auto id = b_.team("team" + std::to_string(t), chance(0.15) ? 0 : real(0.3, 3), real(5, 40),
                            chance(0.3) ? 0 : between(1, 12), 600'000);
    b_.team(id).absence = chance(0.3) ? real(0, 0.5) : 0;
    if (chance(0.3)) b_.team(id).vacancies = {{day(between(0, 60)), day(between(61, 150)), real(0.2, 2)}};
    teams_.push_back(id);
  }
}

void RandomScenario::stages() {
  b_.placement("s0", 500);
  if (chance(0.3)) b_.stage("s0").units = between(3, 10);
  if (chance(0.4)) forms();
  const int more = between(1, 5);
  for (int i = 1; i <= more; ++i) another("s" + std::to_string(i));
  lived_in_ = more + 1;
  b_.exit("home", true, chance(0.5));
  b_.exit("lost", false);
  if (b_.stage("s0").units) b_.stage("s0").when_full = b_.id("lost");
  if (chance(0.5)) {
    b_.stage("home").relapse = Relapse{each_group<Rate>([&] { return per_year(real(0, 4)); }), real(1, 4),
                                       kDay * between(0, 90), chance(0.5) ? b_.id("s1") : StageId{}};
    if (chance(0.5)) {
      b_.stage("home").relapse->follow_up = FollowUp{one_of(teams_), real(0, 2), kDay * between(1, 90), real(0, 1.5)};
    }
  }
}

void RandomScenario::forms() {
  for (const double share : {0.3, 0.7}) {
    Form form;
    form.name = share < 0.5 ? "dear" : "cheap";
    form.share = everyone(Share(share));
    form.price = everyone(chance(0.5) ? a_day(900) : a_month(12'345));
    b_.stage("s0").forms.push_back(form);
  }
}

void RandomScenario::another(const std::string& name) {
  const int kind = between(0, 4);
  if (kind == 0) {
    b_.waiting(name);
  } else if (kind == 1) {
    b_.placement(name, between(100, 900), false);
    if (chance(0.6)) b_.stage(name).units = between(3, 8);
  } else {
    b_.apartment(name, between(1, 12), 7000);
    apartment(b_.stage(name));
  }
  Stage& stage = b_.stage(name);
  if (chance(0.3)) {
    stage.support =
        Support{one_of(teams_), real(0, 2), real(0.5, 3), chance(0.4) ? Admission::Wait : Admission::Without};
  }
  if (chance(0.25)) {
    stage.at_most = kDay * between(5, 90);
    stage.then = b_.id("s0");
  }
  stage.income_support = a_month(chance(0.5) ? 3000 : 0);
  stage.fee = a_month(chance(0.3) ? 2000 : 0);
}

void RandomScenario::apartment(Stage& stage) {
  if (chance(0.7)) stage.turnaround = chance(0.5) ? fixed_days(between(1, 30)) : uniform_days(0, 30);
  if (chance(0.4)) stage.allotted = per_year(real(1, 20));
  if (stage.allotted.per_second() == 0) stage.replaced_after = kDay * 20;
  if (chance(0.2)) stage.lost = per_year(real(1, 10));
  stage.allocation = static_cast<Allocation>(between(0, 3));
  if (chance(0.3) && stage.units >= 3) stage.reserved = each_group<int>([&] { return between(0, 1); });
  if (chance(0.3)) {
    stage.evicts = true;
    stage.then = b_.id("s0");
  }
}

void RandomScenario::services() {
  const int count = between(0, 4);
  for (int i = 0; i < count; ++i) {
    const auto id =
        b_.service("service" + std::to_string(i), one_of(teams_),
                   chance(0.2) ? Distribution::constant(between(0, 6)) : Distribution::gamma(8, 6), real(0.5, 8));
    Service& service = b_.service(id);
    service.weight = one_of(std::vector<double>{0.5, 1, 2});
    service.priority = each_group<int>([&] { return between(0, 2); });
    service.reached = everyone(Share(chance(0.5) ? 1 : real(0, 1)));
    service.only_if = sometimes_debts();
    service.repeat = static_cast<Repeat>(between(0, 2));
    if (!services_.empty() && chance(0.3)) service.after = {one_of(services_)};
    services_.push_back(id);
  }
}

std::vector<ServiceId> RandomScenario::some_services() {
  return !services_.empty() && chance(0.5) ? std::vector<ServiceId>{one_of(services_)} : std::vector<ServiceId>{};
}

std::vector<Effect> RandomScenario::some_effects() {
  std::vector<Effect> effects;
  for (int kind = 0; kind < 3; ++kind) {
    if (chance(0.2)) effects.push_back({static_cast<Circumstance>(kind), {}, real(0, 3)});
  }
  if (chance(0.3)) effects.push_back({Circumstance::ShortOfSupport, {}, real(0, 3)});
  if (!services_.empty() && chance(0.3)) effects.push_back({Circumstance::Served, one_of(services_), real(0, 3)});
  return effects;
}

void RandomScenario::moves() {
  for (int i = 0; i < lived_in_; ++i) {
    const std::string from = "s" + std::to_string(i);
    if (chance(0.5)) b_.stage(from).services = some_services();
    if (chance(0.3)) b_.stage(from).ready_after = each_group<Distribution>([&] { return stay(); });
    const std::string next =
        i + 1 < lived_in_ && chance(0.8) ? "s" + std::to_string(between(i + 1, lived_in_ - 1)) : "home";
    const double share = chance(0.5) ? 1 : real(0.2, 0.9);
    Move& plan = b_.planned(from, next, stay(), share, some_services());
    plan.takeover = next == "home" && b_.stage(from).kind == StageKind::Apartment && chance(0.5);
    if (share < 1 && chance(0.5)) b_.planned(from, "lost", stay(), 1 - share).only_if = sometimes_debts();
    if (chance(0.5)) {
      Move& offer = b_.offers(from, "home", real(1, 8), real(0, 1), some_services());
      offer.requirements = some_services();
      offer.effects = some_effects();
    }
    b_.risk(from, "lost", real(0.1, 1.5)).effects = some_effects();
    if (i > 0 && chance(0.5)) {
      Move& back = b_.risk(from, "s0", real(0.1, 2));
      back.effects = some_effects();
      back.cost = Money::kronor(between(0, 3) * 12'345);
      back.line = "terminations";
    }
  }
  for (int i = 1; i < lived_in_; ++i) lead_to("s" + std::to_string(i));
}

void RandomScenario::lead_to(const std::string& name) {
  const auto& moves = b_.raw().moves;
  const auto leads_there = [&](const Move& move) { return move.to == b_.id(name); };
  if (std::none_of(moves.begin(), moves.end(), leads_there)) b_.risk("s0", name, real(0.5, 4));
}

void RandomScenario::extras() {
  if (!services_.empty() && chance(0.3)) {
    b_.group("group0").at_risk =
        AtRisk{exponential_days(20), one_of(services_), Share(real(0.5, 1)), Share(real(0, 0.5))};
  }
  if (chance(0.4)) {
    Board& board = b_.board("board", {"s0"});
    board.weekday = static_cast<unsigned>(between(1, 7));
    if (!services_.empty()) board.books = {one_of(services_)};
    board.diverts.resize(b_.raw().stages.size());
    board.diverts[b_.id("s1").index()] = Share(real(0, 0.4));
  }
  if (chance(0.5)) {
    const StageId rationed = b_.id("s" + std::to_string(between(1, lived_in_ - 1)));
    Ceiling& ceiling = b_.ceiling("ceiling", {b_.raw().stages[rationed.index()].name},
                                  chance(0.7) ? a_month(20'000) : a_year(300'000));
    ceiling.when_reached = chance(0.8) ? WhenReached::Refuse : WhenReached::Report;
  }
  b_.raw().costs.push_back({"office", "office", {}, a_month(9999), kSunday, day(100)});
  b_.raw().grants.push_back({"grant", {}, Money::kronor(1'000'000), kSunday, day(200)});
}

void RandomScenario::initial() {
  for (int i = 0; i < lived_in_; ++i) {
    if (!chance(0.6)) continue;
    const std::string group = "group" + std::to_string(between(0, static_cast<int>(b_.raw().groups.size()) - 1));
    b_.initial("s" + std::to_string(i), group, between(1, 8));
    if (chance(0.5)) b_.raw().initial.back().elapsed = stay();
    b_.raw().initial.back().ready = Share(chance(0.3) ? real(0, 1) : 0);
    if (chance(0.3)) b_.raw().initial.back().done = some_services();
    if (chance(0.3)) b_.raw().initial.back().attributes = {Share(real(0, 1))};
  }
}

std::vector<std::pair<double, Settings>> RandomScenario::epochs() {
  std::vector<std::pair<double, Settings>> later;
  double from = 0;
  for (int i = between(0, 3); i > 0; --i) {
    from += real(5, 35);
    change();
    later.emplace_back(from, b_.settings());
  }
  return later;
}

void RandomScenario::change() {
  Settings& now = b_.raw();
  for (Group& group : now.groups) {
    if (chance(0.3)) group.arrivals = per_week(real(0.1, 3));
  }
  for (StaffTeam& team : now.teams) {
    if (chance(0.4)) team.fte = chance(0.3) ? 0 : real(0.3, 3);
  }
  for (Stage& stage : now.stages) {
    if (stage.units && chance(0.4)) stage.units = between(3, 12);
    if (stage.rent.amount != Money() && chance(0.2)) stage.rent = a_month(6500);
  }
  for (Move& move : now.moves) {
    if (move.kind == MoveKind::Risk && chance(0.2)) move.risk = everyone(per_year(real(0.1, 2)));
  }
  for (Board& board : now.boards) board.active = chance(0.7);
}

}  // namespace trapphus::models::build
