// SPDX-License-Identifier: MIT
#include "models/life/after_exit.hpp"

#include <algorithm>

#include "engine/process/combine.hpp"
#include "engine/process/wait.hpp"
#include "models/life/processes.hpp"

namespace trapphus::models {

AfterExit::AfterExit(const World& world, const Household& household, StageId exit, std::size_t episode)
    : world_(world),
      household_(household),
      exit_(exit),
      from_(world.now()),
      end_(world.now() + engine::kYear),
      exposure_(household.fate.stream(Decision::Relapse, exit.index(), episode).exponential()),
      spent_until_(world.now()) {
  look_ahead();
}

void AfterExit::update() {
  const Time now = world_.now();
  back_ = now >= back_at_;
  exposure_.spend(rate_, now - spent_until_);
  spent_until_ = now;
  if (!over()) look_ahead();
}

/// Sets the hazard in force and the time until it changes or the household is back.
void AfterExit::look_ahead() {
  const Relapse& relapse = *world_.stage(exit_).relapse;
  const Time now = world_.now(), peak_ends = from_ + relapse.first_months;
  rate_ = relapse.rate[household_.group()].per_second();
  if (now < peak_ends) rate_ *= relapse.first_factor;
  if (household_.supported && relapse.follow_up) rate_ *= relapse.follow_up->factor;
  next_ = now < peak_ends ? std::min(peak_ends, end_) : end_;
  back_at_ = Time::max();
  const auto seconds_left = static_cast<double>((end_ - now).count());
  if (rate_ <= 0 || exposure_.left() >= rate_ * seconds_left) return;
  back_at_ = now + engine::rounded(exposure_.seconds_at(rate_));
  next_ = std::min(next_, back_at_);
}

namespace {

/// Share of the first month's hours that is given now, falling by the same step each month; 0 after the end.
double part_given(const FollowUp& terms, Duration since_exit) {
  if (since_exit >= terms.length) return 0;
  const auto months = (terms.length + engine::kMonth - Duration{1}) / engine::kMonth;
  return 1 - static_cast<double>(since_exit / engine::kMonth) / static_cast<double>(months);
}

}  // namespace

engine::Process follow_up(World& world, Household& household) {
  const StageId exit = household.state.stage;
  const Time from = world.now();
  const TeamId team = world.stage(exit).relapse->follow_up->team;
  engine::Grant place;
  if (world.state(team).cases) {
    constexpr int kAfterTenants = 1'000'000;
    engine::Grant got = co_await world.claim_place(team, kAfterTenants, world.next_turn());
    place = std::move(got);
  }
  for (;;) {
    const auto& terms = world.stage(exit).relapse->follow_up;  // a timeline may change it
    const double part = terms ? part_given(*terms, world.now() - from) : 0;
    if (part <= 0) break;
    if (!household.supported) {
      household.supported = true;
      world.record(EventKind::Supported, household, exit.index());
      household.news.announce();
    }
    constexpr double kWeekSeconds = 604'800;
    const Time month_ends = from + ((world.now() - from) / engine::kMonth + 1) * engine::kMonth;
    const Time next = std::min(month_ends, from + terms->length);
    if (terms->hours_per_week > 0) {
      engine::Activity work(*world.state(team).hours, engine::kEndless, part * terms->hours_per_week / kWeekSeconds);
      co_await engine::first_of(engine::until(next), world.changed().next());
    } else {
      co_await engine::first_of(engine::until(next), world.changed().next());
    }
  }
  place.release();
  world.circular_waits().look();
  if (!household.supported) co_return;
  household.supported = false;
  household.news.announce();
}

}  // namespace trapphus::models
