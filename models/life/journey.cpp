// SPDX-License-Identifier: MIT
#include <memory>
#include <optional>
#include <tuple>
#include <utility>

#include "engine/process/combine.hpp"
#include "engine/process/wait.hpp"
#include "engine/random/unit_exponential.hpp"
#include "engine/random/weighted_choice.hpp"
#include "models/life/after_exit.hpp"
#include "models/life/processes.hpp"
#include "models/life/visit.hpp"

namespace trapphus::models {

namespace {

using engine::delay;
using engine::first_of;
using engine::until;

Fate fate_of(const World& world, const JourneyStart& start) {
  const WorldOptions& options = world.options();
  return {options.seed, options.replication, start.group, start.resident != nullptr, start.index};
}

/// Draws the household, when its process begins.
std::unique_ptr<Household> new_household(World& world, const JourneyStart& start) {
  return std::make_unique<Household>(world.settings(), world.next_client(start.group), fate_of(world, start), nullptr);
}

/// The stage of entrance, by the group's shares.
StageId draw_entrance(const World& world, const Household& household, std::size_t episode) {
  const auto& shares = world.settings().groups[household.group().index()].enters;
  const auto entrance = engine::weighted_choice_of_all(household.fate.uniform(Decision::Enters, 0, episode),
                                                       shares.size(), [&](std::size_t i) { return shares[i].value(); });
  return entrance ? StageId(*entrance) : StageId{};
}

/// Moves the household into the stage. A unit that it waited for is held already; others enter without a claim, even
/// above capacity.
std::size_t settle(World& world, Household& household, StageId id, Duration elapsed = {}) {
  if (!household.unit && world.state(id).pool) {
    household.unit = world.state(id).pool->occupy(world.line(household, id));
  }
  const std::size_t number = household.count_visit(id);
  world.move_in(household, id, elapsed, number);
  return number;
}

/// Drops the services that do not go on in the next stage; at an exit all of them.
void drop_services(World& world, Household& household, bool at_exit) {
  for (std::size_t i = 0; i < household.cases.size(); ++i) {
    if (at_exit || world.settings().services[i].repeat == Repeat::Stage) drop(world, household, ServiceId(i));
  }
}

void reopen_episode(World& world, Household& household, StageId exit) {
  world.record(EventKind::Relapsed, household, exit.index());
  for (std::size_t i = 0; i < household.cases.size(); ++i) {
    ServiceCase& entry = household.cases[i];
    if (entry.status == ServiceCase::Status::Finished && world.settings().services[i].repeat != Repeat::Once) {
      entry.status = ServiceCase::Status::None;
    }
  }
}

/// Position of a journey: number of the visit to the present stage, or the stage to be entered from outside.
struct Whereabouts {
  std::size_t number = 0;
  StageId entrance;
  std::size_t episode = 0;
};

/// Starts a journey: the household is homeless from now on; an initial household already lives in its stage.
Whereabouts begin(World& world, Household& household, const Resident* resident) {
  Whereabouts whereabouts;
  household.homeless_since = world.now();
  if (resident) {
    household.homeless_since -= resident->elapsed;
    whereabouts.number = settle(world, household, resident->stage, resident->elapsed);
  } else {
    world.record(EventKind::Arrived, household);
    whereabouts.entrance = draw_entrance(world, household, whereabouts.episode);
  }
  return whereabouts;
}

/// Moves the household out of the present stage, if any, and into the next.
void move_on(World& world, Household& household, const Visit& visit, Whereabouts& whereabouts) {
  household.state.helped = visit.is_helped();
  if (household.state.stage.valid()) {
    if (!world.keeps_place(household, visit.to())) household.place.release();
    world.move_out(household, visit.move(), whereabouts.number);
    drop_services(world, household, world.stage(visit.to()).kind == StageKind::Exit);
  }
  household.exchanged = false;
  household.unit = std::move(household.next_unit);
  if (household.next_place) household.place = std::move(household.next_place);
  whereabouts.number = settle(world, household, visit.to());
}

/// Homeless again after an exit.
void come_back(World& world, Household& household, StageId exit, Whereabouts& whereabouts) {
  reopen_episode(world, household, exit);
  ++whereabouts.episode;
  const StageId to = world.stage(exit).relapse->to;
  whereabouts.entrance = to.valid() ? to : draw_entrance(world, household, whereabouts.episode);
  world.move_out(household, {}, 0);
  household.state.stage = StageId{};
  household.homeless_since = world.now();
}

}  // namespace

engine::Process at_risk(World& world, JourneyStart start) {
  std::unique_ptr<Household> household = new_household(world, start);
  world.record(EventKind::AtRisk, *household);
  const AtRisk& at_first = *world.settings().groups[start.group.index()].at_risk;
  const double reached = world.service(at_first.visit).reached[start.group].value();
  if (household->fate.uniform(Decision::Reached, at_first.visit.index()) < reached) {
    book(world, *household, at_first.visit);
  }
  auto stream = household->fate.stream(Decision::RiskDelay);
  co_await delay(engine::rounded(at_first.delay.sample(stream)));
  const AtRisk& risk = *world.settings().groups[start.group.index()].at_risk;  // a timeline may have changed it
  const Share acute = household->has_finished(risk.visit) ? risk.with : risk.without;
  if (household->fate.uniform(Decision::BecomesAcute) < acute.value()) {
    world.simulation().spawn(journey(world, start, std::move(household)), {"household", start.index}, true);
  } else {
    drop(world, *household, risk.visit);
    world.record(EventKind::Prevented, *household);
  }
}

engine::Process journey(World& world, JourneyStart start, std::unique_ptr<Household> known) {
  const std::unique_ptr<Household> owner = known ? std::move(known) : new_household(world, start);
  Household& household = *owner;
  const Resident* resident = start.resident;
  Whereabouts whereabouts = begin(world, household, resident);
  for (;;) {
    // A visit to a stage, or the wait outside for admission to one.
    std::optional<Visit> visit;
    if (household.state.stage.valid()) {
      visit.emplace(world, household, whereabouts.number, std::exchange(resident, nullptr));
    } else {
      visit.emplace(world, household, whereabouts.entrance);
    }
    visit->update();
    while (!visit->decided()) {
      const CircularWaits::Wait wait(world.circular_waits(), household, *visit);
      if (household.exchanged) {
        visit->got_claim();
        break;
      }
      if (visit->claim() == Visit::Claim::Unit) {
        auto woke = co_await first_of(world.claim_unit(household, visit->to(), visit->turn()),
                                      until(visit->next_instant()), household.news.next(), world.changed().next());
        if (woke.index() == 0) {
          household.next_unit = std::move(woke.get<0>());
          visit->got_claim();
          break;
        }
      } else if (visit->claim() == Visit::Claim::Both) {
        auto woke =
            co_await first_of(world.claim_both(household, visit->to(), visit->turn()), until(visit->next_instant()),
                              household.news.next(), world.changed().next(), world.vacancies_changed(visit->to()));
        if (woke.index() == 0) {
          std::tie(household.next_unit, household.next_place) = std::move(woke.get<0>());
          visit->got_claim();
          break;
        }
      } else if (visit->claim() == Visit::Claim::Place) {
        auto woke = co_await first_of(world.claim_place(world.stage(visit->to()).support->team, 0, visit->turn()),
                                      until(visit->next_instant()), household.news.next(), world.changed().next());
        if (woke.index() == 0) household.next_place = std::move(woke.get<0>());
      } else {
        co_await first_of(until(visit->next_instant()), household.news.next(), world.changed().next());
      }
      visit->update();
    }
    const StageId next = visit->to();
    move_on(world, household, *visit, whereabouts);
    if (world.stage(next).kind != StageKind::Exit) continue;

    // After an exit.
    if (const auto& relapse = world.stage(next).relapse) {
      if (relapse->follow_up && relapse->follow_up->length > Duration{0}) {
        household.support = world.simulation().spawn(follow_up(world, household),
                                                     {"follow-up of household", household.id.number}, true);
      }
      AfterExit after(world, household, next, whereabouts.episode);
      while (!after.over()) {
        co_await first_of(until(after.next_instant()), household.news.next(), world.changed().next());
        after.update();
      }
      household.support.cancel();
      world.circular_waits().look();
      if (after.is_back()) {
        come_back(world, household, next, whereabouts);
        continue;
      }
    }
    world.record(EventKind::Gone, household);
    co_return;
  }
}

engine::Process arrivals(World& world, GroupId group) {
  const WorldOptions& options = world.options();
  for (std::uint32_t index = 0;; ++index) {
    // A Poisson process of unit rate, scaled by the group's rate: the rate moves the time of the k-th arrival, but the
    // household is the same.
    auto stream = Fate(options.seed, options.replication, group, false, index).stream(Decision::Arrival);
    engine::UnitExponential next(stream.exponential());
    for (;;) {
      const double rate = world.settings().groups[group.index()].arrivals.per_second();
      const Time start = world.now();
      const Time at = rate > 0 ? start + engine::rounded(next.seconds_at(rate)) : Time::max();
      auto woke = co_await first_of(until(at), world.changed().next());
      if (woke.index() == 0) break;
      next.spend(rate, world.now() - start);
    }
    const JourneyStart start{group, index};
    const bool known_before = world.settings().groups[group.index()].at_risk.has_value();
    world.simulation().spawn(known_before ? at_risk(world, start) : journey(world, start, nullptr),
                             {"household", index}, true);
  }
}

}  // namespace trapphus::models
