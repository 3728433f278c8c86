// SPDX-License-Identifier: MIT
#include "models/life/past_visits.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

#include "engine/random/weighted_choice.hpp"
#include "models/life/processes.hpp"

namespace trapphus::models {

namespace {

constexpr double kSecondsAWeek = 604'800;
/// Points at which the law of a past stay is evaluated.
constexpr int kSlices = 64;

}  // namespace

PastVisits::PastVisits(const Settings& settings, Time from, const Household& household, StageId stage, double mean_wait)
    : settings_(settings),
      from_(from),
      household_(household),
      id_(stage),
      stage_(settings.stages[stage.index()]),
      mean_wait_(mean_wait) {
  const GroupId group = household.group();
  for (std::size_t i = 0; i < settings.moves.size(); ++i) {
    const Move& move = settings.moves[i];
    if (move.from != stage || !move.allowed[group] || !household.meets(move.only_if)) continue;
    if (move.kind != MoveKind::Planned) {
      hazards_.emplace_back(i);
    } else if (move.share[group].value() > 0) {
      plans_.push_back({MoveId(i), move.share[group].value(), begins_full(settings, move.to)});
    }
  }
}

bool PastVisits::is_staffed(TeamId id) const {
  const StaffTeam& team = settings_.teams[id.index()];
  return present_fte(team, from_) * team.direct_hours * (1 - team.absence) > 0;
}

const PastVisits::Plan* PastVisits::draw_plan(engine::Stream& stream) const {
  const auto chosen =
      engine::weighted_choice(stream.uniform(), plans_.size(), [this](std::size_t i) { return plans_[i].share; });
  return chosen ? &plans_[*chosen] : nullptr;
}

void PastVisits::draw_preparation(PastVisit& visit, engine::Stream& stream) const {
  visit.prepared = stage_.ready_after.size() > 0 ? stage_.ready_after[household_.group()].sample(stream) : 0;
}

/// Books a service and those that come before it, as Visit does.
void PastVisits::book(PastVisit& visit, ServiceId id, double at, engine::Stream& stream) const {
  const Service& service = settings_.services[id.index()];
  for (const ServiceId before : service.after) book(visit, before, at, stream);
  PastService& past = visit.services[id.index()];
  if (past.asked || past.missed || !household_.needs(service) || household_.has_finished(id)) return;
  const bool follows = std::all_of(service.after.begin(), service.after.end(), [&](ServiceId before) {
    return household_.done_with(settings_, before) || visit.services[before.index()].asked;
  });
  if (!follows) return;
  if (stream.uniform() >= reached(service, household_.group(), id_).value()) {
    past.missed = true;
    return;
  }
  past.asked = true;
  if (!is_staffed(service.team)) return;
  past.begins = std::max(at, done(visit, service.after));
  past.hours = service.work.sample(stream);
  past.ends = past.begins + past.hours / service.at_most * kSecondsAWeek;
}

void PastVisits::book_all(PastVisit& visit, engine::Stream& stream) const {
  visit.services.assign(settings_.services.size(), {});
  for (const ServiceId id : stage_.services) book(visit, id, 0, stream);
  if (visit.plan.valid()) {
    for (const ServiceId id : move(visit.plan).requirements) book(visit, id, 0, stream);
  }
  for (const MoveId id : hazards_) {
    const double at = move(id).kind == MoveKind::Offer ? visit.prepared : 0;
    for (const ServiceId service : move(id).requirements) book(visit, service, at, stream);
    for (const ServiceId service : move(id).after) book(visit, service, at, stream);
  }
}

/// When all of these are finished.
double PastVisits::done(const PastVisit& visit, const std::vector<ServiceId>& services) const {
  double all = 0;
  for (const ServiceId id : services) {
    if (!household_.done_with(settings_, id)) all = std::max(all, visit.services[id.index()].ends);
  }
  return all;
}

/// How far the circumstance holds, 0..1: with all hours of support where there is a team for it, with none elsewhere.
double PastVisits::extent(const PastVisit& visit, const Effect& effect, double at) const {
  const auto whole = [](bool holds) { return holds ? 1.0 : 0.0; };
  switch (effect.circumstance) {
    case Circumstance::Unsupported:
    case Circumstance::ShortOfSupport:
      return whole(stage_.support && !is_staffed(stage_.support->team));
    case Circumstance::Supported:
      return whole(stage_.support && is_staffed(stage_.support->team));
    case Circumstance::Waiting:
      return whole(at >= visit.stay);
    case Circumstance::Served:
      return whole(household_.has_finished(effect.service) || visit.services[effect.service.index()].ends <= at);
  }
  return 0;
}

double PastVisits::rate(const PastVisit& visit, double at) const {
  const GroupId group = household_.group();
  double all = 0;
  for (const MoveId id : hazards_) {
    const Move& way = move(id);
    double rate = 0;
    if (way.kind == MoveKind::Risk) {
      rate = way.risk[group].per_second();
    } else if (at >= visit.prepared && done(visit, way.requirements) <= at) {
      rate = (done(visit, way.after) <= at ? way.offers : way.alone)[group].per_second();
    }
    for (const Effect& effect : way.effects) rate *= factor_of(effect, extent(visit, effect, at));
    all += rate;
  }
  return all;
}

/// Calls spend(from, to, rate) for the intervals in which the rate is constant, until it returns false; the last
/// interval has no end.
template <class Spend>
void PastVisits::walk_hazard(const PastVisit& visit, const Spend& spend) const {
  if (hazards_.empty()) return;
  std::vector<double> changes{0, visit.prepared, visit.stay, kNeverEnds};
  for (const PastService& service : visit.services) changes.push_back(service.ends);
  std::sort(changes.begin(), changes.end());
  for (std::size_t i = 0; i + 1 < changes.size(); ++i) {
    if (changes[i] == changes[i + 1]) continue;
    if (!spend(changes[i], changes[i + 1], rate(visit, changes[i]))) return;
  }
}

double PastVisits::hazard_reaches(const PastVisit& visit, double amount) const {
  double reached = kNeverEnds;
  walk_hazard(visit, [&](double from, double to, double rate) {
    if (rate > 0 && amount <= rate * (to - from)) {
      reached = from + amount / rate;
      return false;
    }
    if (rate > 0) amount -= rate * (to - from);
    return true;
  });
  return reached;
}

double PastVisits::hazard_until(const PastVisit& visit, double at) const {
  double sum = 0;
  walk_hazard(visit, [&](double from, double to, double rate) {
    sum += rate * (std::min(to, at) - from);
    return to < at;
  });
  return sum;
}

PastVisit PastVisits::draw(engine::Stream& stream) const {
  PastVisit visit;
  const Plan* const plan = draw_plan(stream);
  if (plan) {
    visit.plan = plan->move;
    visit.stay = stay(*plan).sample(stream);
  }
  draw_preparation(visit, stream);
  book_all(visit, stream);
  if (plan) {
    visit.ends = std::max(visit.stay, done(visit, move(visit.plan).requirements));
    if (plan->full) visit.ends += mean_wait_ * stream.exponential();
  }
  if (stage_.at_most) visit.ends = std::min(visit.ends, static_cast<double>(stage_.at_most->count()));
  visit.ends = std::min(visit.ends, hazard_reaches(visit, stream.exponential()));
  return visit;
}

/// After how long, in seconds, a sequence of visits has forgotten when it began: some times the mean of the whole
/// visit in which a random instant falls, E[T^2] / E[T], or what the hazards leave of it.
double PastVisits::memory() const {
  double first = 0, second = 0;
  for (const Plan& plan : plans_) {
    std::vector<std::pair<double, double>> parts{{stay(plan).mean(), stay(plan).variance()}};
    if (plan.full) parts.emplace_back(mean_wait_, mean_wait_ * mean_wait_);
    for (const ServiceId id : move(plan.move).requirements) {
      const Service& service = settings_.services[id.index()];
      const double scale = kSecondsAWeek / service.at_most;
      parts.emplace_back(service.work.mean() * scale, service.work.variance() * scale * scale);
    }
    double mean = 0, variance = 0;
    for (const auto& [m, v] : parts) mean += m, variance += v;
    first += plan.share * mean;
    second += plan.share * (mean * mean + variance);
  }
  PastVisit unserved;
  unserved.services.assign(settings_.services.size(), {});
  const double lowest = rate(unserved, 0);
  const double by_plans = first > 0 ? second / first : 0;
  double shares = 0;
  for (const Plan& plan : plans_) shares += plan.share;
  constexpr double kAlmostAll = 1 - 1e-9;
  const double by_hazards = lowest > 0 ? 2 / lowest : kNeverEnds;
  const double length = shares < kAlmostAll ? std::max(by_plans, by_hazards) : by_plans;
  constexpr double kTimes = 10;
  constexpr double kLongest = 50 * 365.25 * 86'400;
  return std::min(kTimes * std::min(length, by_hazards), kLongest);
}

std::optional<PastVisits::Present> PastVisits::draw_in_equilibrium(engine::Stream& stream) const {
  // The sequence of visits up to an instant that is random, so that visits of a constant length are caught evenly.
  const double instant = memory() * (1 + stream.uniform());
  if (!(instant > 0)) return std::nullopt;
  constexpr int kMostVisits = 100'000;
  double begins = 0;
  for (int i = 0; i < kMostVisits; ++i) {
    PastVisit visit = draw(stream);
    if (begins + visit.ends > instant) return Present{std::move(visit), instant - begins};
    begins += visit.ends;
  }
  return std::nullopt;
}

double PastVisits::waiting_weight(const PastVisit& visit, const Plan& plan, double elapsed) const {
  const Distribution& law = stay(plan);
  const double over = law.cdf(elapsed);
  const double served = done(visit, move(plan.move).requirements);
  if (served > elapsed) return over;
  if (!plan.full || mean_wait_ <= 0 || over <= 0) return 0;
  double sum = 0;
  for (int i = 0; i < kSlices; ++i) {
    const double claimed = std::max(law.quantile((i + 0.5) / kSlices * over), served);
    sum += std::exp(-(elapsed - claimed) / mean_wait_);
  }
  return over * sum / kSlices;
}

/// The stay of a household that waits after `elapsed`: the longer ago it ended, the less likely the wait is not over.
double PastVisits::draw_past_stay(const PastVisit& visit, const Plan& plan, double elapsed,
                                  engine::Stream& stream) const {
  const Distribution& law = stay(plan);
  const double over = law.cdf(elapsed);
  if (over <= 0) return elapsed;
  const double served = done(visit, move(plan.move).requirements);
  const bool weighted = served <= elapsed && plan.full && mean_wait_ > 0;
  std::array<double, kSlices> weights{};
  double all = 0;
  for (int i = 0; i < kSlices; ++i) {
    const double claimed = std::max(law.quantile((i + 0.5) / kSlices * over), served);
    all += weights[static_cast<std::size_t>(i)] = weighted ? std::exp(-(elapsed - claimed) / mean_wait_) : 1;
  }
  const double point = stream.uniform() * all;
  const std::size_t slice =
      engine::weighted_choice(point, kSlices, [&](std::size_t i) { return weights[i]; }).value_or(kSlices - 1);
  return std::min(law.quantile((static_cast<double>(slice) + stream.uniform()) / kSlices * over), elapsed);
}

PastVisit PastVisits::draw_given(double elapsed, std::optional<bool> ready, engine::Stream& stream) const {
  // Preparation and services are accepted with the probability that no hazard has ended the visit; the hazard that all
  // draws have in common cancels out.
  PastVisit visit;
  constexpr int kMostTries = 200;
  double least = kNeverEnds;
  for (int i = 0; i < kMostTries; ++i) {
    draw_preparation(visit, stream);
    book_all(visit, stream);
    const double hazard = hazard_until(visit, elapsed);
    least = std::min(least, hazard);
    if (i > 0 && stream.uniform() < std::exp(least - hazard)) break;
  }
  visit.ends = kNeverEnds;
  if (ready && stage_.ready_after.size() > 0) {
    const Distribution& law = stage_.ready_after[household_.group()];
    visit.prepared = *ready ? std::min(visit.prepared, elapsed) : elapsed + law.sample_remaining(stream, elapsed);
  }

  struct Weight {
    double staying, waiting;
  };
  std::vector<Weight> weights;
  double planless = 1, all = 0;
  for (const Plan& plan : plans_) {
    PastVisit with = visit;
    with.plan = plan.move;
    for (const ServiceId id : move(plan.move).requirements) book(with, id, 0, stream);
    Weight weight{plan.share * stay(plan).survival(elapsed), plan.share * waiting_weight(with, plan, elapsed)};
    if (ready && *ready) weight = {0, plan.share * stay(plan).cdf(elapsed)};
    if (ready && !*ready) weight.waiting = 0;
    weights.push_back(weight);
    planless -= plan.share;
    all += weight.staying + weight.waiting;
  }
  planless = ready && *ready ? 0 : std::max(planless, 0.0);
  constexpr double kRounding = 1e-12;
  if (planless > kRounding) all += planless;

  const auto take = [&](const Plan& plan, bool waits) {
    visit.plan = plan.move;
    for (const ServiceId id : move(plan.move).requirements) book(visit, id, 0, stream);
    visit.stay =
        waits ? draw_past_stay(visit, plan, elapsed, stream) : elapsed + stay(plan).sample_remaining(stream, elapsed);
  };
  if (all <= 0) {
    // By none of its plans would it still be there: it waits.
    if (const Plan* const plan = draw_plan(stream)) take(*plan, true);
    return visit;
  }
  double point = stream.uniform() * all;
  for (std::size_t i = 0; i < plans_.size(); ++i) {
    if ((point -= weights[i].staying) < 0) return take(plans_[i], false), visit;
    if ((point -= weights[i].waiting) < 0) return take(plans_[i], true), visit;
  }
  return visit;
}

PastVisits::Present PastVisits::draw_ready(engine::Stream& stream) const {
  constexpr int kMostTries = 1000;
  PastVisit visit;
  for (int i = 0; i < kMostTries; ++i) {
    visit = draw(stream);
    if (visit.plan.valid() && visit.stay <= visit.ends) break;
  }
  visit.prepared = 0;
  if (visit.plan.valid()) return {visit, visit.stay};
  const auto present = draw_in_equilibrium(stream);
  return {visit, present ? present->elapsed : 0};
}

}  // namespace trapphus::models
