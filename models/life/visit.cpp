// SPDX-License-Identifier: MIT
#include "models/life/visit.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "engine/random/weighted_choice.hpp"
#include "models/life/processes.hpp"

namespace trapphus::models {

namespace {

/// Whether the group and attributes of the household allow the move.
bool is_open(const Move& move, const Household& household) {
  return move.allowed[household.group()] && household.meets(move.only_if);
}

}  // namespace

Visit::Visit(World& world, Household& household, std::size_t number, const Resident* resident)
    : world_(world),
      household_(household),
      stage_(household.state.stage),
      number_(number),
      resident_(resident),
      spent_until_(world.now()) {
  const Stage& stage = world_.stage(stage_);
  if (resident_) {
    go_on();
  } else {
    draw_plan();
    draw_preparation();
  }
  if (stage.at_most) longest_ = std::max(household_.state.entered + *stage.at_most, world_.now());
  draw_hazards();
  book_services();
  if (stage.support) start_support();
}

Visit::Visit(World& world, Household& household, StageId next)
    : world_(world), household_(household), number_(0), spent_until_(world.now()) {
  head_for(next, {});
}

/// Residents take their places before anybody is admitted; those for whom there is none come first when one is free.
void Visit::start_support() {
  const auto& cases = world_.state(world_.stage(stage_).support->team).cases;
  if (resident_ && cases && cases->held() < cases->units()) household_.place = cases->occupy();
  constexpr int kBeforeAll = -1'000'000;
  household_.support = world_.simulation().spawn(give_support(world_, household_, resident_ ? kBeforeAll : 0),
                                                 {"support of household", household_.id.number}, true);
}

void Visit::draw_plan() {
  const GroupId group = household_.group();
  const auto& moves = world_.moves_from(stage_);
  const auto share = [&](std::size_t i) {
    const Move& move = world_.move(moves[i]);
    return move.kind == MoveKind::Planned && is_open(move, household_) ? move.share[group].value() : 0.0;
  };
  const double point = household_.fate.uniform(Decision::Plan, stage_.index(), number_);
  const auto chosen = engine::weighted_choice(point, moves.size(), share);
  if (!chosen) return;
  plan_ = moves[*chosen];
  auto stream = household_.fate.stream(Decision::Stay, plan_.index(), number_);
  ready_at_ = world_.now() + engine::rounded(world_.move(plan_).stay[group].sample(stream));
}

void Visit::draw_preparation() {
  const Stage& stage = world_.stage(stage_);
  if (stage.ready_after.size() == 0) return;
  const engine::Distribution& length = stage.ready_after[household_.group()];
  if (length.mean() <= 0) return;
  auto stream = household_.fate.stream(Decision::Preparation, stage_.index(), number_);
  preparing_ = true;
  prepared_at_ = world_.now() + engine::rounded(length.sample(stream));
}

/// The visit began before the period. Its hazards need no memory: what is left of a unit exponential is one again.
void Visit::go_on() {
  const PastVisit& past = resident_->visit;
  const Time entered = household_.state.entered;
  plan_ = past.plan;
  if (plan_.valid()) ready_at_ = entered + engine::rounded(past.stay);
  preparing_ = past.prepared > 0;
  if (preparing_) prepared_at_ = entered + engine::rounded(past.prepared);
  for (std::size_t i = 0; i < household_.cases.size(); ++i) {
    if (household_.cases[i].hours_left > 0) book(world_, household_, ServiceId(i));
  }
}

void Visit::draw_hazards() {
  for (const MoveId id : world_.moves_from(stage_)) {
    const Move& move = world_.move(id);
    if (move.kind == MoveKind::Planned || !is_open(move, household_)) continue;
    auto stream = household_.fate.stream(Decision::Hazard, id.index(), number_);
    hazards_.push_back({id, engine::UnitExponential(stream.exponential())});
  }
}

void Visit::need(ServiceId id) {
  const Service& service = world_.service(id);
  for (const ServiceId before : service.after) need(before);
  if (household_.cases[id.index()].status != ServiceCase::Status::None || !household_.needs(service)) return;
  if (resident_) {
    const PastService& past = resident_->visit.services[id.index()];
    const bool comes = past.board && (household_.reviewed >> *past.board & 1) == 0;  // its meeting has not been yet
    if (past.asked && !comes) book(world_, household_, id);
    if (past.asked || past.missed) return;
  }
  if (!can_follow(service)) return;
  const double share = reached(service, household_.group(), stage_).value();
  if (household_.fate.uniform(Decision::Reached, id.index(), number_) < share) book(world_, household_, id);
}

/// Whether the services before it are finished, or booked: without that it would be waited for in vain.
bool Visit::can_follow(const Service& service) const {
  return std::all_of(service.after.begin(), service.after.end(), [&](ServiceId before) {
    return household_.done_with(world_.settings(), before) ||
           household_.cases[before.index()].status != ServiceCase::Status::None;
  });
}

/// Books the services of the stage, of the plan, and those that offers require.
void Visit::book_services() {
  for (std::size_t i = 0; !resident_ && i < household_.cases.size(); ++i) {
    ServiceCase& entry = household_.cases[i];
    if (world_.settings().services[i].repeat == Repeat::Stage && entry.status == ServiceCase::Status::Finished)
      entry.status = ServiceCase::Status::None;
  }
  if (resident_) {
    for (std::size_t i = 0; i < household_.cases.size(); ++i) {
      if (resident_->visit.services[i].board) need(ServiceId(i));
    }
  }
  for (const ServiceId id : world_.stage(stage_).services) need(id);
  if (plan_.valid()) {
    for (const ServiceId id : world_.move(plan_).requirements) need(id);
  }
  for (const Hazard& hazard : hazards_) {
    const Move& move = world_.move(hazard.move);
    if (move.kind == MoveKind::Offer && preparing_) continue;
    for (const ServiceId id : move.requirements) need(id);
    for (const ServiceId id : move.after) need(id);
  }
}

/// Once the preparation is over, books the services that offers require.
void Visit::prepare() {
  if (!preparing_ || !prepared()) return;
  preparing_ = false;
  for (const Hazard& hazard : hazards_) {
    const Move& move = world_.move(hazard.move);
    if (move.kind != MoveKind::Offer) continue;
    for (const ServiceId id : move.requirements) need(id);
    for (const ServiceId id : move.after) need(id);
  }
}

std::optional<ServiceId> Visit::first_unmet(const std::vector<ServiceId>& services) const {
  const auto unmet = std::find_if(services.begin(), services.end(),
                                  [&](ServiceId id) { return !household_.done_with(world_.settings(), id); });
  return unmet == services.end() ? std::nullopt : std::optional(*unmet);
}

/// How far the circumstance holds, 0..1.
double Visit::extent(const Effect& effect) const {
  const auto whole = [](bool holds) { return holds ? 1.0 : 0.0; };
  switch (effect.circumstance) {
    case Circumstance::Unsupported:
      return whole(world_.stage(stage_).support && !household_.supported);
    case Circumstance::Supported:
      return whole(household_.supported);
    case Circumstance::Waiting:
      return whole(ready());
    case Circumstance::Served:
      return whole(household_.has_finished(effect.service));
    case Circumstance::ShortOfSupport:
      return world_.stage(stage_).support ? 1 - household_.support_given : 0;
  }
  return 0;
}

double Visit::rate(const Move& move) const {
  const GroupId group = household_.group();
  double rate = 0;
  if (move.kind == MoveKind::Risk) {
    rate = move.risk[group].per_second();
  } else if (!preparing_ && !first_unmet(move.requirements)) {
    rate = (first_unmet(move.after) ? move.alone : move.offers)[group].per_second();
  }
  for (const Effect& effect : move.effects) rate *= factor_of(effect, extent(effect));
  return rate;
}

bool Visit::is_helped() const {
  if (!move().valid()) return false;
  const Move& way = world_.move(move());
  const auto finished = [&](ServiceId id) { return household_.has_finished(id); };
  if (way.kind == MoveKind::Offer && !way.after.empty())
    return !first_unmet(way.after) && std::any_of(way.after.begin(), way.after.end(), finished);
  return std::any_of(way.requirements.begin(), way.requirements.end(), finished);
}

/// Advances the hazards' unit exponentials; the first that is used up makes its move the target.
void Visit::spend_hazards() {
  const Duration passed = world_.now() - spent_until_;
  spent_until_ = world_.now();
  Hazard* first = nullptr;
  double first_over = -1;
  for (Hazard& hazard : hazards_) {
    hazard.exposure.spend(hazard.rate, passed);
    constexpr double kNothing = 1e-9;
    if (hazard.exposure.left() > kNothing || hazard.rate <= 0) continue;
    const double over = -hazard.exposure.left() / hazard.rate;  // seconds ago
    if (over > first_over) {
      first = &hazard;
      first_over = over;
    }
  }
  if (!first) return;
  first->exposure = engine::UnitExponential(engine::kEndless);  // at most once in a visit
  head_for(world_.move(first->move).to, first->move);
}

void Visit::head_for(StageId to, MoveId move) {
  target_ = Target{to, move, world_.next_turn()};
  household_.next_place.release();
}

/// Makes the decision of a board, an eviction or the longest stay the target, whatever the present one is.
void Visit::apply_orders() {
  StageId to = std::exchange(household_.sent_to, {});
  if (world_.now() >= longest_) {
    longest_ = Time::max();
    if (!to.valid()) to = world_.stage(stage_).then;
  }
  const bool on_its_way = target_ && target_->to == to && !target_->move.valid();
  if (to.valid() && !on_its_way) head_for(to, {});
}

void Visit::pursue_plan() {
  if (!ready()) return;
  if (!ready_recorded_) {
    ready_recorded_ = true;
    world_.record(EventKind::Ready, household_, plan_.index());
  }
  const Move& move = world_.move(plan_);
  if (!first_unmet(move.requirements)) head_for(move.to, plan_);
}

/// Where the target is full and turns away, its way out becomes the target.
void Visit::pass_full_stages() {
  const auto turns_away = [this](StageId id) {
    return world_.stage(id).when_full.valid() && !world_.state(id).pool->has_free_unit(world_.line(household_, id));
  };
  while (turns_away(target_->to)) head_for(world_.stage(target_->to).when_full, {});
}

/// Whether nobody is admitted without a caseload place, and the household neither has one nor brings it.
bool Visit::needs_place(StageId to) const {
  const auto& support = world_.stage(to).support;
  return support && support->admission == Admission::Wait && world_.state(support->team).cases &&
         !household_.next_place && !world_.keeps_place(household_, to);
}

/// Decides on the target if it can be entered at once; otherwise sets the claim.
void Visit::try_target() {
  claim_ = Claim::None;
  if (!target_) return;
  pass_full_stages();
  const StageId to = target_->to;
  const Stage& stage = world_.stage(to);
  if (stage.kind != StageKind::Exit && world_.refusing_ceiling(to) >= 0) {
    household_.next_place.release();
    return;
  }
  const bool place = needs_place(to);
  // Acute placements admit above their capacity. A stage that turns away has a free unit here, taken on entry.
  const bool needs_unit = world_.state(to).pool && !stage.acute && !stage.when_full.valid();
  claim_ = needs_unit ? place ? Claim::Both : Claim::Unit : place ? Claim::Place : Claim::None;
  decided_ = claim_ == Claim::None;
  if (needs_unit && !target_->claim_recorded) {
    target_->claim_recorded = true;
    world_.record(EventKind::Claimed, household_, to.index());
    household_.state.claimed = to;
  }
}

void Visit::set_rates() {
  for (Hazard& hazard : hazards_) hazard.rate = rate(world_.move(hazard.move));
}

void Visit::set_next() {
  next_ = Time::max();
  const Time now = world_.now();
  const Time horizon = world_.end();
  const double seconds_left = static_cast<double>((horizon - now).count());
  for (const Hazard& hazard : hazards_) {
    if (hazard.rate <= 0) continue;
    const double seconds = std::ceil(hazard.exposure.seconds_at(hazard.rate));
    // Times beyond the end are cut to it: they may be too long for the clock.
    next_ = std::min(next_, seconds < seconds_left ? now + Duration(static_cast<std::int64_t>(seconds)) : horizon);
  }
  if (ready_at_ > now) next_ = std::min(next_, ready_at_);
  if (preparing_) next_ = std::min(next_, prepared_at_);
  if (longest_ > now) next_ = std::min(next_, longest_);
}

void Visit::update() {
  if (household_.exchanged) {
    decided_ = true;
    return;
  }
  apply_orders();
  spend_hazards();
  prepare();
  if (!target_) pursue_plan();
  try_target();
  if (decided_) return;
  set_rates();
  set_next();
  record_cause();
}

}  // namespace trapphus::models
