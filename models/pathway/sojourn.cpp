// SPDX-License-Identifier: MIT
#include <cmath>
#include <limits>

#include "models/pathway/ways.hpp"

namespace trapphus::models {
namespace {

/// How a race ends between a plan's stay X, the hazards' exponential clock of rate h and the longest stay M.
struct Race {
  double planned = 0, planned_time = 0;  ///< P(X first), E[time; X first].
  double longest = 0;                    ///< P(M first).
  double hazard = 0, hazard_time = 0;    ///< P(clock first), E[time; clock first].
};

/// Below this, rate x mean is indistinguishable from 0 in double precision.
constexpr double kTiny = 1e-9;

Race race_without_limit(const Distribution& stay, double rate) {
  Race race;
  const double mean = stay.mean();
  if (rate * mean < kTiny) {
    race.planned = 1;
    race.planned_time = mean;
    return race;
  }
  // E[e^(-hX)] and, as its slope, E[X e^(-hX)]; the step's error is of the order of 1e-6 of it.
  const double step = rate * 1e-3;
  race.planned = stay.laplace(rate);
  race.planned_time = (stay.laplace(rate - step) - stay.laplace(rate + step)) / (2 * step);
  race.hazard = 1 - race.planned;
  race.hazard_time = race.hazard / rate - race.planned_time;  // Whole time is (1 - L) / h.
  return race;
}

/// By the midpoints of equal slices of probability: exact for constants, and everything here is bounded by the limit.
Race race_with_limit(const Distribution& stay, double rate, double limit) {
  constexpr int kSlices = 2048;
  Race race;
  double whole = 0;
  for (int i = 0; i < kSlices; ++i) {
    const double x = stay.quantile((i + 0.5) / kSlices);
    const double end = std::min(x, limit), survives = std::exp(-rate * end);
    whole += rate * end < kTiny ? end : (1 - survives) / rate;
    if (x <= limit) {
      race.planned += survives;
      race.planned_time += x * survives;
    } else {
      race.longest += survives;
    }
  }
  for (double* sum : {&whole, &race.planned, &race.planned_time, &race.longest}) *sum /= kSlices;
  race.hazard = std::max(0.0, 1 - race.planned - race.longest);
  race.hazard_time = std::max(0.0, whole - race.planned_time - limit * race.longest);
  return race;
}

Race race_without_plan(double rate, std::optional<double> limit) {
  Race race;
  race.longest = limit ? std::exp(-rate * *limit) : 0;
  if (rate > 0) {
    race.hazard = 1 - race.longest;
    race.hazard_time = race.hazard / rate - (limit ? *limit * race.longest : 0);
  }
  return race;
}

void add_way(Sojourn& sojourn, MoveId move, StageId to, double probability, double time) {
  if (probability <= 0) return;
  sojourn.ways.push_back({move, to, probability, time / probability});
  sojourn.seconds += time;
}

}  // namespace

Sojourn sojourn(const Ways& ways) {
  double rate = 0, planless = 1;
  for (const Hazard& hazard : ways.hazards) rate += hazard.per_second;
  std::optional<double> limit;
  if (ways.at_most) limit = static_cast<double>(ways.at_most->count());

  Sojourn result;
  Race others;  // What the hazards and the longest stay get, over all plans.
  const auto collect = [&others](const Race& race, double share) {
    others.longest += share * race.longest;
    others.hazard += share * race.hazard;
    others.hazard_time += share * race.hazard_time;
  };
  for (const Plan& plan : ways.plans) {
    if (plan.binding != BindingConstraint::None) continue;
    const Race race = limit ? race_with_limit(plan.stay, rate, *limit) : race_without_limit(plan.stay, rate);
    add_way(result, plan.move, plan.to, plan.share * race.planned, plan.share * race.planned_time);
    collect(race, plan.share);
    planless -= plan.share;
  }
  if (planless > kTiny) {
    collect(race_without_plan(rate, limit), planless);
    if (rate <= 0 && !limit) result.seconds = std::numeric_limits<double>::infinity();
  }
  for (const Hazard& hazard : ways.hazards) {
    const double part = hazard.per_second / rate;
    add_way(result, hazard.move, hazard.to, others.hazard * part, others.hazard_time * part);
  }
  if (limit) add_way(result, MoveId(), ways.then, others.longest, others.longest * *limit);
  return result;
}

}  // namespace trapphus::models
