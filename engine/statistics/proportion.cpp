// SPDX-License-Identifier: MIT
#include "engine/statistics/proportion.hpp"

#include <algorithm>
#include <boost/math/distributions/beta.hpp>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/students_t.hpp>
#include <boost/math/special_functions/gamma.hpp>
#include <cmath>
#include <stdexcept>

#include "engine/statistics/no_value.hpp"
#include "engine/statistics/tally.hpp"

namespace trapphus::engine {
namespace {

/// Jeffreys' prior: half a success and half a failure.
constexpr double kPrior = 0.5;

/// Moments of the proportion of all replications together, a ratio of sums. To first order a replication moves it by
/// (part - proportion x whole) / (mean whole) over the number of replications.
struct Pooled {
  Tally moves;
  double mean = kNoValue;
  double trials = 0;         ///< Over all replications.
  double inverse_whole = 0;  ///< 1 / (mean whole).
  double squared_whole = 0;  ///< Mean of the squared wholes, relative to the squared mean.
  [[nodiscard]] int count() const { return static_cast<int>(moves.count()); }
  /// Variance of a Bernoulli trial.
  [[nodiscard]] double trial_variance() const { return mean * (1 - mean); }
  [[nodiscard]] bool extreme() const { return mean <= 0 || mean >= 1; }
};

Pooled pool(std::span<const Proportion> replications) {
  Pooled all;
  Tally wholes;
  double parts = 0, squares = 0;
  for (const Proportion& replication : replications) {
    if (replication.whole <= 0) continue;
    const auto whole = static_cast<double>(replication.whole);
    wholes.add(whole);
    all.trials += whole;
    parts += static_cast<double>(replication.part);
    squares += whole * whole;
  }
  if (wholes.count() == 0) return all;
  all.mean = parts / all.trials;
  all.inverse_whole = 1 / wholes.mean();
  all.squared_whole = squares / static_cast<double>(wholes.count()) * all.inverse_whole * all.inverse_whole;
  for (const Proportion& replication : replications) {
    if (replication.whole <= 0) continue;
    const double expected = all.mean * static_cast<double>(replication.whole);
    all.moves.add((static_cast<double>(replication.part) - expected) * all.inverse_whole);
  }
  return all;
}

double effective_trials(const Pooled& all) {
  const double replications = all.count();
  if (all.extreme()) return replications;
  const double deviation = all.moves.deviation();
  if (deviation <= 0) return all.trials;
  const double normal = boost::math::quantile(boost::math::normal(), kHighShare);
  const double student = boost::math::quantile(boost::math::students_t(replications - 1), kHighShare);
  const double trials = all.trial_variance() * replications / (deviation * deviation);
  return std::min(trials * std::pow(normal / student, 2), all.trials);
}

/// Correlation between the members of a replication: 0 for independent members, 1 for identical ones.
double intraclass_correlation(const Pooled& all) {
  // Of trials with variance v: the variance of the moves is v (1 / mean whole + (squared_whole - 1 / mean whole) c).
  if (all.extreme() || all.squared_whole <= all.inverse_whole) return 0;
  const double ratio = all.moves.deviation() * all.moves.deviation() / all.trial_variance();
  return std::clamp((ratio - all.inverse_whole) / (all.squared_whole - all.inverse_whole), 0.0, 1.0);
}

/// The smallest k with P(X <= k) > share, X beta-binomial on 0 .. whole.
std::int64_t beta_binomial_quantile(double a, double b, std::int64_t whole, double share) {
  using boost::math::lgamma;
  const double n = static_cast<double>(whole);
  const double scale = lgamma(n + 1) + lgamma(a + b) - lgamma(a) - lgamma(b) - lgamma(n + a + b);
  double below = 0;
  for (std::int64_t k = 0; k < whole; ++k) {
    const double x = static_cast<double>(k);
    below += std::exp(scale + lgamma(x + a) + lgamma(n - x + b) - lgamma(x + 1) - lgamma(n - x + 1));
    if (below > share) return k;
  }
  return whole;
}

}  // namespace

double Proportion::value() const {
  return whole == 0 ? kNoValue : static_cast<double>(part) / static_cast<double>(whole);
}

Interval share_interval(double part, double whole) {
  if (!(part >= 0 && part <= whole)) throw std::domain_error("a share's part must be between 0 and the whole");
  if (whole == 0) return {kNoValue, kNoValue, kNoValue, 0};
  const boost::math::beta_distribution<> law(part + kPrior, whole - part + kPrior);
  const double share = part / whole;
  const double low = part <= 0 ? 0 : std::min(boost::math::quantile(law, kLowShare), share);
  const double high = part >= whole ? 1 : std::max(boost::math::quantile(law, kHighShare), share);
  return {share, low, high, 1};
}

Interval share_confidence(std::span<const Proportion> replications) {
  const Pooled all = pool(replications);
  if (all.count() == 0) return {kNoValue, kNoValue, kNoValue, 0};
  if (all.count() == 1) return {all.mean, kNoValue, kNoValue, 1};
  const double trials = effective_trials(all);
  const double mean = std::clamp(all.mean, 0.0, 1.0);
  const Interval interval = share_interval(std::min(mean * trials, trials), trials);
  return {mean, std::min(interval.low, mean), std::max(interval.high, mean), all.count()};
}

Interval share_prediction(std::span<const Proportion> replications, std::int64_t whole) {
  const Pooled all = pool(replications);
  if (all.count() == 0) return {kNoValue, kNoValue, kNoValue, 0};
  if (all.count() == 1 || whole < 1) return {all.mean, kNoValue, kNoValue, all.count()};
  const double trials = effective_trials(all);
  const double mean = (all.mean * trials + kPrior) / (trials + 2 * kPrior);
  const double correlation = std::min(intraclass_correlation(all) + 1 / (trials + 2), 0.99);
  const double weight = 1 / correlation - 1;
  std::int64_t low = beta_binomial_quantile(mean * weight, (1 - mean) * weight, whole, kLowShare);
  std::int64_t high = beta_binomial_quantile(mean * weight, (1 - mean) * weight, whole, kHighShare);
  if (low == whole) --low;
  if (high == 0) ++high;
  const auto share = [whole](std::int64_t k) { return Proportion{k, whole}.value(); };
  return {all.mean, share(low), share(high), all.count()};
}

}  // namespace trapphus::engine
