// SPDX-License-Identifier: MIT
#include "engine/statistics/jackknife.hpp"

#include <algorithm>
#include <boost/math/distributions/students_t.hpp>
#include <cmath>
#include <numeric>
#include <stdexcept>

#include "engine/statistics/no_value.hpp"

namespace trapphus::engine {
namespace {

/// Relative to the value, the rounding of pseudo-values that are all the same.
constexpr double kRoundingOfPseudoValues = 1e-9;

}  // namespace

std::vector<double> Jackknife::pseudo_values() const {
  const auto all = static_cast<double>(std::accumulate(sizes.begin(), sizes.end(), std::size_t{0}));
  std::vector<double> values;
  for (std::size_t i = 0; i < without.size(); ++i) {
    const double weight = all / static_cast<double>(sizes[i]);
    values.push_back(weight * value - (weight - 1) * without[i]);
  }
  return values;
}

Interval Jackknife::interval() const {
  const auto all = static_cast<double>(std::accumulate(sizes.begin(), sizes.end(), std::size_t{0}));
  const auto count = static_cast<double>(without.size());
  const Interval none{value, kNoValue, kNoValue, static_cast<int>(all)};
  if (without.size() < 2) return none;
  const std::vector<double> pseudo = pseudo_values();
  double centre = 0;
  for (std::size_t i = 0; i < pseudo.size(); ++i) centre += pseudo[i] * static_cast<double>(sizes[i]) / all;
  double variance = 0;
  for (std::size_t i = 0; i < pseudo.size(); ++i) {
    const double weight = all / static_cast<double>(sizes[i]);
    variance += (pseudo[i] - centre) * (pseudo[i] - centre) / (weight - 1) / count;
  }
  if (std::isnan(variance)) return none;
  const double student = boost::math::quantile(boost::math::students_t(count - 1), kHighShare);
  const double deviation = student * std::sqrt(variance);
  const double half_width = deviation < kRoundingOfPseudoValues * std::abs(value) ? 0 : deviation;
  return {value, value - half_width, value + half_width, static_cast<int>(all)};
}

Jackknife operator-(const Jackknife& a, const Jackknife& b) {
  if (a.sizes != b.sizes || a.without.size() != b.without.size())
    throw std::invalid_argument("paired statistics need the same sections");
  Jackknife result{a.value - b.value, a.without, a.sizes};
  std::transform(a.without.begin(), a.without.end(), b.without.begin(), result.without.begin(), std::minus<>());
  return result;
}

std::vector<std::size_t> sections(std::size_t replications, std::size_t most) {
  const std::size_t count = std::min(replications, most);
  std::vector<std::size_t> begins;
  for (std::size_t i = 0; i <= count && count > 0; ++i) begins.push_back(i * replications / count);
  return begins;
}

}  // namespace trapphus::engine
