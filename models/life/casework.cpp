// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cmath>
#include <utility>

#include "engine/process/combine.hpp"
#include "engine/process/wait.hpp"
#include "models/life/processes.hpp"
#include "models/staircase/scenario.hpp"

namespace trapphus::models {

namespace {

constexpr double kWeekSeconds = 604'800;

bool may_begin(const World& world, const Household& household, const Service& service) {
  return std::all_of(service.after.begin(), service.after.end(),
                     [&](ServiceId before) { return household.done_with(world.settings(), before); });
}

void set_given(Household& household, double part) {
  if (std::exchange(household.support_given, part) != part) household.news.announce();
}

}  // namespace

void book(World& world, Household& household, ServiceId id) {
  ServiceCase& entry = household.cases[id.index()];
  if (entry.status != ServiceCase::Status::None || !household.needs(world.service(id))) return;
  entry.status = ServiceCase::Status::Booked;
  world.record(EventKind::Booked, household, id.index());
  entry.process =
      world.simulation().spawn(serve(world, household, id), {"service for household", household.id.number}, true);
}

void drop(World& world, Household& household, ServiceId id) {
  ServiceCase& entry = household.cases[id.index()];
  if (entry.status != ServiceCase::Status::Booked && entry.status != ServiceCase::Status::Taken) return;
  const bool begun = entry.status == ServiceCase::Status::Taken;
  entry.process.cancel();
  world.circular_waits().look();  // the place may have been withdrawn
  entry.status = ServiceCase::Status::None;
  world.record(begun ? EventKind::Dropped : EventKind::Withdrawn, household, id.index());
}

engine::Process serve(World& world, Household& household, ServiceId id) {
  while (!may_begin(world, household, world.service(id))) co_await household.news.next();
  World::TeamState& team = world.state(world.service(id).team);
  engine::Grant place;
  if (team.cases && household.cases[id.index()].hours_left > 0 && team.cases->held() < team.cases->units()) {
    place = team.cases->occupy();  // since before the period
  } else if (team.cases) {
    const int priority_class = world.service(id).priority[household.group()];
    engine::Grant got = co_await world.claim_place(world.service(id).team, priority_class, world.next_turn());
    place = std::move(got);
  }
  const Service& service = world.service(id);
  ServiceCase& entry = household.cases[id.index()];
  entry.status = ServiceCase::Status::Taken;
  world.record(EventKind::Taken, household, id.index());
  household.news.announce();
  auto stream = household.fate.stream(Decision::Work, id.index(), entry.times++);
  const double left = std::exchange(entry.hours_left, 0);
  const double hours = left > 0 ? left : service.work.sample(stream);
  engine::Activity work(*team.hours, hours, service.at_most / kWeekSeconds, service.weight);
  co_await work.done();
  place.release();
  world.circular_waits().look();
  entry.status = ServiceCase::Status::Finished;
  world.record(EventKind::Finished, household, id.index());
  household.news.announce();
}

engine::Process give_support(World& world, Household& household, int priority_class) {
  const StageId stage = household.state.stage;
  World::TeamState& team = world.state(world.stage(stage).support->team);
  if (!household.place && team.cases) {
    engine::Grant got = co_await world.claim_place(world.stage(stage).support->team, priority_class, world.next_turn());
    household.place = std::move(got);
  }
  household.supported = true;
  world.record(EventKind::Supported, household, stage.index());
  household.news.announce();
  for (;;) {
    const Support& terms = *world.stage(stage).support;
    if (terms.hours_per_week <= 0) {
      set_given(household, 1);
      co_await world.changed().next();
      continue;
    }
    const double bound = terms.hours_per_week / kWeekSeconds;
    const engine::Activity work(*team.hours, engine::kEndless, bound, terms.weight);
    for (bool same_terms = true; same_terms;) {
      set_given(household, team.hours->rate_of(bound, terms.weight) / bound);
      const auto woke = co_await engine::first_of(world.changed().next(), team.hours->rates_changed().next());
      same_terms = woke.index() == 1;
    }
  }
}

int caseload_places(const StaffTeam& team, double fte) {
  constexpr int kNoLimit = 1'000'000;  // the settings of another epoch have a limit
  if (team.caseload <= 0) return kNoLimit;
  constexpr double kAlmostWhole = 1e-9;  // 0.1 FTE x 10 cases is 1 in spite of rounding errors
  return static_cast<int>(std::floor(team.caseload * fte + kAlmostWhole));
}

double present_fte(const StaffTeam& team, Time now) {
  double fte = team.fte;
  for (const Vacancy& vacancy : team.vacancies) {
    if (vacancy.from <= now && now < vacancy.to) fte -= vacancy.fte;
  }
  return std::max(fte, 0.0);
}

void update_team(World& world, TeamId id) {
  const StaffTeam& team = world.settings().teams[id.index()];
  World::TeamState& state = world.state(id);
  state.fte = present_fte(team, world.now());
  const double hours = state.fte * team.direct_hours * (1 - team.absence);
  state.hours->set_capacity(hours / kWeekSeconds);
  if (state.cases) state.cases->set_units(caseload_places(team, state.fte));
  world.record_staff(id, state.fte, hours);
}

engine::Process vacancies(World& world, TeamId id) {
  std::vector<Time> dates;
  for (const Epoch& epoch : world.alternative().epochs) {
    for (const Vacancy& vacancy : epoch.settings.teams[id.index()].vacancies) {
      dates.push_back(vacancy.from);
      dates.push_back(vacancy.to);
    }
  }
  std::sort(dates.begin(), dates.end());
  dates.erase(std::unique(dates.begin(), dates.end()), dates.end());
  for (const Time date : dates) {
    if (date <= world.now()) continue;
    co_await engine::until(date);
    update_team(world, id);
    world.changed().announce();
  }
}

}  // namespace trapphus::models
