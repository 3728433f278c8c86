// SPDX-License-Identifier: MIT
#include "engine/statistics/interval.hpp"

#include <algorithm>
#include <boost/math/distributions/students_t.hpp>
#include <cmath>
#include <limits>
#include <stdexcept>
#include <vector>

#include "engine/statistics/no_value.hpp"
#include "engine/statistics/tally.hpp"

namespace trapphus::engine {
namespace {

/// The least n for which (n + 1) 2.5 % >= 1, so that the quantile is an order statistic, rounded up to tens.
constexpr int kEnoughForQuantiles = 40;

Tally tally(std::span<const double> values) {
  Tally result;
  for (const double value : values) {
    if (!std::isnan(value)) result.add(value);
  }
  return result;
}

/// Mean +- Student's quantile times deviation times `error`.
Interval around_mean(const Tally& values, double error) {
  const int count = static_cast<int>(values.count());
  if (count < 2) return {values.mean(), kNoValue, kNoValue, count};
  const boost::math::students_t law(count - 1);
  const double half_width = boost::math::quantile(law, kHighShare) * values.deviation() * error;
  return {values.mean(), values.mean() - half_width, values.mean() + half_width, count};
}

std::vector<double> sorted(std::span<const double> values) {
  std::vector<double> result;
  std::copy_if(values.begin(), values.end(), std::back_inserter(result), [](double x) { return !std::isnan(x); });
  std::sort(result.begin(), result.end());
  return result;
}

double quantile_of_sorted(const std::vector<double>& values, double share) {
  const auto count = static_cast<double>(values.size());
  const double place = std::clamp((count + 1) * share - 1, 0.0, count - 1);
  const auto below = static_cast<std::size_t>(place);
  const std::size_t above = std::min(below + 1, values.size() - 1);
  return std::lerp(values[below], values[above], place - static_cast<double>(below));
}

}  // namespace

Interval confidence_interval(std::span<const double> values) {
  const Tally all = tally(values);
  return around_mean(all, 1 / std::sqrt(static_cast<double>(all.count())));
}

Interval prediction_interval(std::span<const double> values) {
  const Tally all = tally(values);
  if (all.count() < kEnoughForQuantiles) return around_mean(all, std::sqrt(1 + 1 / static_cast<double>(all.count())));
  const auto ordered = sorted(values);
  return {all.mean(), quantile_of_sorted(ordered, kLowShare), quantile_of_sorted(ordered, kHighShare),
          static_cast<int>(all.count())};
}

// All ratios r for which the mean of y - r x does not differ significantly from 0: (ym - r xm)^2 <= t^2 var(y - r x) /
// n, a quadratic inequality in r. An interval between its roots if the mean of x differs significantly from 0.
Interval ratio_interval(std::span<const double> numerators, std::span<const double> denominators) {
  if (numerators.size() != denominators.size()) throw std::invalid_argument("a ratio needs pairs");
  std::vector<double> ys, xs;
  for (std::size_t i = 0; i < numerators.size(); ++i) {
    if (std::isnan(numerators[i]) || std::isnan(denominators[i])) continue;
    ys.push_back(numerators[i]);
    xs.push_back(denominators[i]);
  }
  const Tally y = tally(ys), x = tally(xs);
  const int count = static_cast<int>(xs.size());
  const double ratio = y.mean() / x.mean();
  if (count < 2) return {ratio, kNoValue, kNoValue, count};
  double products = 0;
  for (std::size_t i = 0; i < xs.size(); ++i) products += (xs[i] - x.mean()) * (ys[i] - y.mean());
  const double student = boost::math::quantile(boost::math::students_t(count - 1), kHighShare);
  const double scale = student * student / count;
  const double a = x.mean() * x.mean() - scale * x.deviation() * x.deviation();
  const double b = x.mean() * y.mean() - scale * products / (count - 1);
  const double c = y.mean() * y.mean() - scale * y.deviation() * y.deviation();
  if (!(a > 0)) return {ratio, kNoValue, kNoValue, count};
  const double root = std::sqrt(std::max(b * b - a * c, 0.0));
  return {ratio, (b - root) / a, (b + root) / a, count};
}

double quantile(std::span<const double> values, double share) {
  if (!(share >= 0 && share <= 1)) throw std::domain_error("a quantile's share must be between 0 and 1");
  const auto ordered = sorted(values);
  return ordered.empty() ? kNoValue : quantile_of_sorted(ordered, share);
}

double relative_half_width(std::span<const double> values) {
  const Interval interval = confidence_interval(values);
  if (interval.count < 2) return std::numeric_limits<double>::infinity();
  return interval.half_width() == 0 ? 0 : interval.half_width() / std::abs(interval.mean);
}

}  // namespace trapphus::engine
