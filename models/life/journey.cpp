// SPDX-License-Identifier: MIT
#include <algorithm>
#include <optional>

#include "engine/process/combine.hpp"
#include "engine/process/wait.hpp"
#include "models/life/after_exit.hpp"
#include "models/life/processes.hpp"
#include "models/life/visit.hpp"

namespace trapphus::models {

namespace {

using engine::delay;
using engine::first_of;
using engine::until;

Fate fate_of(const World& world, const Beginning& beginning) {
  const WorldOptions& options = world.options();
  return {options.seed, options.replication, beginning.group, beginning.initial != nullptr, beginning.index};
}

/// The stage into which a share of the group's newcomers goes.
StageId draw_entrance(const World& world, const Household& household, std::size_t episode) {
  const auto& shares = world.settings().groups[household.group().index()].enters;
  double left = household.fate.uniform(Decision::Enters, 0, episode);
  StageId last;
  for (std::size_t i = 0; i < shares.size(); ++i) {
    if (shares[i].value() <= 0) continue;
    last = StageId(i);
    left -= shares[i].value();
    if (left < 0) break;
  }
  return last;
}

Duration draw_elapsed(const World& world, const Household& household, const Initial& initial) {
  auto stream = household.fate.stream(Decision::Elapsed, initial.stage.index());
  if (initial.elapsed) return engine::rounded(initial.elapsed->sample(stream));
  const MoveId plan = draw_plan(world, household, initial.stage, 0, true);
  if (!plan.valid()) return Duration{0};
  return engine::rounded(world.move(plan).stay[household.group()].sample_equilibrium_elapsed(stream));
}

/// It lives in the stage now. One that has waited for a unit has it already; nobody else asks whether one is free.
std::size_t settle(World& world, Household& household, StageId id, Duration elapsed = {}) {
  if (!household.unit && world.state(id).pool) {
    household.unit = world.state(id).pool->occupy(world.line(household, id));
  }
  const std::size_t number = household.count_visit(id);
  world.move_in(household, id, elapsed, number);
  return number;
}

/// Services that go on in the next stage; at an exit none does.
void drop_services(World& world, Household& household, bool at_exit) {
  for (std::size_t i = 0; i < household.cases.size(); ++i) {
    if (at_exit || world.settings().services[i].repeat == Repeat::Stage) drop(world, household, ServiceId(i));
  }
}

void reopen_episode(World& world, Household& household, StageId exit) {
  world.tell(EventKind::Relapsed, household, exit.index());
  for (std::size_t i = 0; i < household.cases.size(); ++i) {
    ServiceCase& entry = household.cases[i];
    if (entry.status == ServiceCase::Status::Finished && world.settings().services[i].repeat != Repeat::Once) {
      entry.status = ServiceCase::Status::None;
    }
  }
}

}  // namespace

engine::Process journey(World& world, Beginning beginning) {
  Household household(world.settings(), world.next_client(beginning.group), fate_of(world, beginning),
                      beginning.initial);
  const Group& group = world.settings().groups[beginning.group.index()];

  if (!beginning.initial && group.at_risk) {
    world.tell(EventKind::AtRisk, household);
    const ServiceId visit = group.at_risk->visit;
    const double reached = world.service(visit).reached[beginning.group].value();
    if (household.fate.uniform(Decision::Reached, visit.index()) < reached) book(world, household, visit);
    auto stream = household.fate.stream(Decision::RiskDelay);
    co_await delay(engine::rounded(group.at_risk->delay.sample(stream)));
    const AtRisk& risk = *world.settings().groups[beginning.group.index()].at_risk;
    const Share acute = household.has_finished(risk.visit) ? risk.with : risk.without;
    if (household.fate.uniform(Decision::BecomesAcute) >= acute.value()) {
      drop(world, household, risk.visit);
      world.tell(EventKind::Prevented, household);
      co_return;
    }
  }

  household.homeless_since = world.now();
  if (!beginning.initial) world.tell(EventKind::Arrived, household);
  std::size_t number = 0;  // of the visit to the stage
  std::size_t episode = 0;
  StageId entrance;
  const Initial* initial = beginning.initial;
  if (!initial) {
    entrance = draw_entrance(world, household, 0);
  } else {
    const Duration elapsed = draw_elapsed(world, household, *initial);
    household.homeless_since -= elapsed;
    number = settle(world, household, initial->stage, elapsed);
  }
  for (;;) {
    // Life in a stage; or outside, until it is let into one.
    std::optional<Visit> visit;
    if (household.state.stage.valid()) {
      visit.emplace(world, household, number, std::exchange(initial, nullptr));
    } else {
      visit.emplace(world, household, entrance);
    }
    visit->update();
    while (!visit->decided()) {
      if (visit->claim() == Visit::Claim::Unit) {
        auto woke = co_await first_of(world.claim_unit(household, visit->to(), visit->turn()),
                                      until(visit->next_instant()), household.news.next(), world.changed().next());
        if (woke.index() == 0) {
          household.next_unit = std::move(woke.get<0>());
          visit->got_unit();
          break;
        }
      } else if (visit->claim() == Visit::Claim::Place) {
        auto woke = co_await first_of(world.claim_place(world.stage(visit->to()).support->team, 0, visit->turn()),
                                      until(visit->next_instant()), household.news.next(), world.changed().next());
        if (woke.index() == 0) household.place = std::move(woke.get<0>());
      } else {
        co_await first_of(until(visit->next_instant()), household.news.next(), world.changed().next());
      }
      visit->update();
    }

    // Into the next one.
    const StageId next = visit->to();
    const bool at_exit = world.stage(next).kind == StageKind::Exit;
    if (household.state.stage.valid()) {
      world.move_out(household, visit->move(), number);
      drop_services(world, household, at_exit);
    }
    household.unit = std::move(household.next_unit);
    number = settle(world, household, next);
    if (!at_exit) continue;

    // After an exit.
    if (const auto& relapse = world.stage(next).relapse) {
      if (relapse->follow_up && relapse->follow_up->length > Duration{0}) {
        household.support = world.simulation().spawn(follow_up(world, household),
                                                     {"follow-up of household", household.id.number}, true);
      }
      AfterExit after(world, household, next, episode);
      while (!after.over()) {
        co_await first_of(until(after.next_instant()), household.news.next(), world.changed().next());
        after.update();
      }
      household.support.cancel();
      if (after.is_back()) {
        reopen_episode(world, household, next);
        ++episode;
        const StageId to = world.stage(next).relapse->to;
        entrance = to.valid() ? to : draw_entrance(world, household, episode);
        world.move_out(household, {}, 0);
        household.state.stage = StageId{};
        household.homeless_since = world.now();
        continue;
      }
    }
    world.tell(EventKind::Gone, household);
    co_return;
  }
}

engine::Process arrivals(World& world, GroupId group) {
  const WorldOptions& options = world.options();
  for (std::uint32_t index = 0;; ++index) {
    // A Poisson stream at unit rate, stretched by the group's rate: the k-th comes earlier or later, but stays itself.
    double left = Fate(options.seed, options.replication, group, false, index).stream(Decision::Arrival).exponential();
    for (;;) {
      const double rate = world.settings().groups[group.index()].arrivals.per_second();
      const Time start = world.now();
      const Time at = rate > 0 ? start + engine::rounded(left / rate) : Time::max();
      auto woke = co_await first_of(until(at), world.changed().next());
      if (woke.index() == 0) break;
      left = std::max(left - rate * static_cast<double>((world.now() - start).count()), 0.0);
    }
    world.simulation().spawn(journey(world, {group, index}), {"household", index});
  }
}

}  // namespace trapphus::models
