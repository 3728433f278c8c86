// SPDX-License-Identifier: MIT
#include "models/life/past_visits.hpp"

#include <algorithm>
#include <cmath>

#include "engine/random/weighted_choice.hpp"

namespace trapphus::models {

namespace {

/// Rounding errors of sums of shares.
constexpr double kNobody = 1e-12;

/// Moments of a sum of independent lengths, in seconds.
struct Length {
  double mean = 0, variance = 0;

  void add(const Distribution& law, double scale = 1) {
    mean += law.mean() * scale;
    variance += law.variance() * scale * scale;
  }
  void add_exponential(double by) {
    mean += by;
    variance += by * by;
  }
};

}  // namespace

PastVisits::PastVisits(const PastStage& stage, double mean_wait)
    : stage_(stage), mean_wait_(mean_wait), memory_(memory()) {}

const Comers& PastVisits::draw_comers(std::uint64_t attributes, engine::Stream& stream) const {
  const auto& all = stage_.comers();
  if (all.size() == 1) return all.front();
  const auto share = [&](std::size_t i) { return stage_.fits(all[i], attributes) ? all[i].share : 0.0; };
  double sum = 0;
  for (std::size_t i = 0; i < all.size(); ++i) sum += share(i);
  return all[engine::weighted_choice_of_all(stream.uniform() * sum, all.size(), share).value_or(0)];
}

const PastVisits::Plan* PastVisits::draw_plan(const Comers& comers, engine::Stream& stream) const {
  const auto& plans = stage_.plans();
  const auto chosen = engine::weighted_choice(stream.uniform(), plans.size(), [&](std::size_t i) {
    return stage_.is_open(plans[i], comers) ? plans[i].share : 0.0;
  });
  return chosen ? &plans[*chosen] : nullptr;
}

void PastVisits::prepare(PastVisit& visit, engine::Stream& stream) const {
  const auto& law = stage_.stage().ready_after;
  visit.prepared = law.size() > 0 ? law[stage_.group()].sample(stream) : 0;
}

PastVisit PastVisits::draw(std::uint64_t attributes, engine::Stream& stream) const {
  const Comers& comers = draw_comers(attributes, stream);
  PastVisit visit = stage_.come(comers, attributes, stream);
  const Plan* const plan = draw_plan(comers, stream);
  if (plan) {
    visit.plan = plan->move;
    visit.stay = stage_.stay(*plan).sample(stream);
  }
  prepare(visit, stream);
  stage_.book_all(visit, stream);
  if (plan) {
    visit.ends = std::max(visit.stay, stage_.done(visit, stage_.move(visit.plan).requirements));
    if (plan->full) visit.ends += mean_wait_ * stream.exponential();
  }
  if (const auto longest = stage_.stage().at_most) {
    visit.ends = std::min(visit.ends, static_cast<double>(longest->count()));
  }
  visit.ends = std::min(visit.ends, stage_.hazard_reaches(visit, stream.exponential()));
  return visit;
}

/// After how long, in seconds, a sequence of visits has forgotten when it began: some times the mean of the whole
/// visit in which a random instant falls, E[T^2] / E[T], or what the hazards leave of it, which is 2 / h at most.
/// Visits that nothing but the hazards can end are as long as these leave them.
double PastVisits::memory() const {
  double first = 0, second = 0;
  bool endless = false;
  const auto add = [&](double share, const Length& length) {
    first += share * length.mean;
    second += share * (length.mean * length.mean + length.variance);
  };
  const auto add_work = [&](Length& length, const std::vector<ServiceId>& services) {
    for (const ServiceId id : services) {
      if (stage_.is_certain(id)) length.add(stage_.work(id), stage_.seconds_an_hour(id));
    }
    return std::all_of(services.begin(), services.end(), [this](ServiceId id) { return stage_.is_certain(id); });
  };
  for (const Comers& comers : stage_.comers()) {
    double planless = 1;
    for (const Plan& plan : stage_.plans()) {
      if (!stage_.is_open(plan, comers)) continue;
      planless -= plan.share;
      Length length;
      length.add(stage_.stay(plan));
      const bool certain = add_work(length, stage_.all_needed(stage_.move(plan.move).requirements, comers.attributes));
      const bool closed = plan.full && mean_wait_ >= kWaitWithoutEnd;
      if (plan.full && !closed) length.add_exponential(mean_wait_);
      endless = endless || !certain || closed;
      add(comers.share * plan.share, length);
    }
    if (planless <= kNobody) continue;
    Length length;
    if (stage_.stage().ready_after.size() > 0) length.add(stage_.stage().ready_after[stage_.group()]);
    add_work(length, stage_.needed_for_offers(comers.attributes));
    const double rate = stage_.final_rate(comers.attributes);
    if (rate > 0) length.add_exponential(1 / rate);
    endless = endless || rate <= 0;
    add(comers.share * planless, length);
  }
  const double by_hazards = stage_.lowest_rate() > 0 ? 2 / stage_.lowest_rate() : kNeverEnds;
  const auto longest = stage_.stage().at_most;
  const double at_most = std::min(by_hazards, longest ? static_cast<double>(longest->count()) : kNeverEnds);
  const double length = first > 0 ? second / first : 0;
  constexpr double kTimes = 10;
  constexpr double kLongest =
      400 * 365.25 * 86'400;  // that of people; and the order of claims has room for 1 000 years
  return std::min(kTimes * (endless && at_most < kNeverEnds ? at_most : std::min(length, at_most)), kLongest);
}

std::optional<PastVisits::Present> PastVisits::draw_in_equilibrium(std::uint64_t attributes,
                                                                   engine::Stream& stream) const {
  // The sequence of visits up to an instant that is random, so that visits of a constant length are caught evenly.
  // Where they are too many, one of those so far, which is caught in proportion to its length.
  const double instant = memory_ * (1 + stream.uniform());
  if (!(instant > 0)) return std::nullopt;
  constexpr int kMostVisits = 5'000;
  double begins = 0;
  PastVisit caught;
  for (int i = 0; i < kMostVisits; ++i) {
    PastVisit visit = draw(attributes, stream);
    if (begins + visit.ends > instant) return Present{std::move(visit), instant - begins};
    begins += visit.ends;
    if (stream.uniform() * begins < visit.ends) caught = std::move(visit);
  }
  if (!(begins > 0)) return std::nullopt;
  const double elapsed = caught.ends * stream.uniform();
  return Present{std::move(caught), elapsed};
}

/// Preparation when it is known whether the household is ready.
void PastVisits::prepare_given(PastVisit& visit, double elapsed, std::optional<bool> ready,
                               engine::Stream& stream) const {
  if (!ready || stage_.stage().ready_after.size() == 0) return prepare(visit, stream);
  const Distribution& law = stage_.stage().ready_after[stage_.group()];
  const double over = law.cdf(elapsed);
  if (!*ready) {
    visit.prepared = elapsed + law.sample_remaining(stream, elapsed);
  } else {
    visit.prepared = over > 0 ? std::min(law.quantile(stream.uniform() * over), elapsed) : elapsed;
  }
}

/// Whether a household may still be there when its stay is over.
bool PastVisits::can_wait(const Plan& plan) const {
  return (plan.full && mean_wait_ > 0) || !stage_.move(plan.move).requirements.empty();
}

void PastVisits::set_strata(double elapsed, std::optional<bool> ready) {
  if (elapsed_ == elapsed && ready_ == ready) return;
  elapsed_ = elapsed;
  ready_ = ready;
  strata_.clear();
  const auto add = [this](const Stratum& stratum) {
    if (stratum.mass > 0) strata_.push_back(stratum);
  };
  for (const Comers& comers : stage_.comers()) {
    double planless = 1;
    for (const Plan& plan : stage_.plans()) {
      if (!stage_.is_open(plan, comers)) continue;
      planless -= plan.share;
      const double share = comers.share * plan.share;
      const Distribution& law = stage_.stay(plan);
      const double over = law.cdf(elapsed);
      if (!ready || !*ready) add({&comers, &plan, false, over, share * law.survival(elapsed)});
      if (ready ? *ready : can_wait(plan)) add({&comers, &plan, true, over, share * over});
    }
    // Whoever is ready without a plan is so for offers.
    const bool ready_by_stay = ready && *ready && stage_.stage().ready_after.size() == 0 && !stage_.plans().empty();
    if (planless > kNobody && !ready_by_stay) add({&comers, nullptr, false, 0, comers.share * planless});
  }
}

const PastVisits::Stratum* PastVisits::draw_stratum(std::uint64_t attributes, engine::Stream& stream) const {
  const auto mass = [&](std::size_t i) { return stage_.fits(*strata_[i].comers, attributes) ? strata_[i].mass : 0.0; };
  double sum = 0;
  for (std::size_t i = 0; i < strata_.size(); ++i) sum += mass(i);
  const auto chosen = engine::weighted_choice_of_all(stream.uniform() * sum, strata_.size(), mass);
  return chosen ? &strata_[*chosen] : nullptr;
}

PastVisit PastVisits::draw_in(const Stratum& stratum, double elapsed, std::optional<bool> ready,
                              std::uint64_t attributes, engine::Stream& stream) const {
  PastVisit visit = stage_.come(*stratum.comers, attributes, stream);
  if (stratum.plan) {
    const Distribution& law = stage_.stay(*stratum.plan);
    visit.plan = stratum.plan->move;
    visit.stay = stratum.waits ? std::min(law.quantile(stream.uniform() * stratum.over), elapsed)
                               : elapsed + law.sample_remaining(stream, elapsed);
  }
  prepare_given(visit, elapsed, ready, stream);
  stage_.book_all(visit, stream);
  return visit;
}

/// Probability that a visit of the stratum has lasted that long, given all that was drawn, over the greatest possible
/// one.
double PastVisits::chance(const PastVisit& visit, const Stratum& stratum, double elapsed,
                          std::optional<bool> ready) const {
  double chance = 1;
  if (stratum.waits && !ready) {
    const double claimed = std::max(visit.stay, stage_.done(visit, stage_.move(visit.plan).requirements));
    if (claimed <= elapsed) {
      if (!stratum.plan->full || mean_wait_ <= 0) return 0;
      chance = std::exp(-(elapsed - claimed) / mean_wait_);
    }
  }
  if (stage_.is_steady()) return chance;
  return chance * std::exp(stage_.lowest_rate() * elapsed - stage_.hazard_until(visit, elapsed));
}

PastVisit PastVisits::draw_impossible(double elapsed, std::optional<bool> ready, std::uint64_t attributes,
                                      engine::Stream& stream) const {
  const Comers& comers = draw_comers(attributes, stream);
  const Plan* const plan = draw_plan(comers, stream);
  const double over = plan ? stage_.stay(*plan).cdf(elapsed) : 0;
  PastVisit visit = draw_in({&comers, plan, over > 0, over, 1}, elapsed, ready, attributes, stream);
  visit.stay = std::min(visit.stay, elapsed);
  visit.possible = elapsed <= 0;
  return visit;
}

PastVisit PastVisits::draw_given(double elapsed, std::optional<bool> ready, std::uint64_t attributes,
                                 engine::Stream& stream) {
  set_strata(elapsed, ready);
  // If none is accepted, one of those drawn, in proportion to their chances.
  constexpr int kMostTries = 4096;
  double all = 0;
  std::optional<PastVisit> kept;
  for (int i = 0; i < kMostTries; ++i) {
    const Stratum* const stratum = draw_stratum(attributes, stream);
    if (!stratum) break;
    PastVisit visit = draw_in(*stratum, elapsed, ready, attributes, stream);
    const double part = chance(visit, *stratum, elapsed, ready);
    const bool accepted = part >= 1 || (part > 0 && stream.uniform() < part);
    all += part;
    if (accepted || (part > 0 && stream.uniform() * all < part)) kept = std::move(visit);
    if (accepted) break;
  }
  if (!kept) return draw_impossible(elapsed, ready, attributes, stream);
  const auto longest = stage_.stage().at_most;
  kept->possible = !longest || elapsed < static_cast<double>(longest->count());
  return std::move(*kept);
}

PastVisits::Present PastVisits::draw_ready(std::uint64_t attributes, engine::Stream& stream) const {
  constexpr int kMostTries = 1000;
  PastVisit visit;
  for (int i = 0; i < kMostTries; ++i) {
    visit = draw(attributes, stream);
    if (visit.plan.valid() && visit.stay <= visit.ends) break;
  }
  visit.prepared = 0;
  if (visit.plan.valid()) return {visit, visit.stay};
  const auto present = draw_in_equilibrium(attributes, stream);
  return {visit, present ? present->elapsed : 0};
}

}  // namespace trapphus::models
