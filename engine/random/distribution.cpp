// SPDX-License-Identifier: MIT
#include "engine/random/distribution.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <sstream>
#include <stdexcept>

#include "engine/random/random.hpp"

namespace trapphus::engine {
namespace {

/// Accepted range of the coefficient of variation: below it a law is practically constant, above it ill-conditioned.
constexpr double kLeastVariation = 0.001;
constexpr double kMostVariation = 100;

template <class... Parts>
[[noreturn]] void fail(const Parts&... parts) {
  std::ostringstream text;
  (text << ... << parts);
  throw std::domain_error(text.str());
}

void require_not_negative(const char* law, const char* what, double value) {
  if (!(value >= 0) || !std::isfinite(value)) fail(law, ": the ", what, " must be a number of at least 0, not ", value);
}

void require_positive(const char* law, const char* what, double value) {
  if (!(value > 0) || !std::isfinite(value)) fail(law, ": the ", what, " must be a number above 0, not ", value);
}

void require_moments(const char* law, double mean, double deviation) {
  require_positive(law, "mean", mean);
  require_positive(law, "standard deviation", deviation);
  const double variation = deviation / mean;
  if (variation < kLeastVariation || variation > kMostVariation) {
    fail(law, ": the standard deviation must be between ", kLeastVariation, " and ", kMostVariation,
         " times the mean, not ", variation, " times");
  }
}

/// Merges equal values.
family::Discrete make_discrete(std::vector<std::pair<double, double>> values) {
  std::sort(values.begin(), values.end());
  family::Discrete law;
  double sum = 0;
  for (const auto& [value, probability] : values) {
    if (probability == 0) continue;
    sum += probability;
    if (law.values.empty() || law.values.back() != value) {
      law.values.push_back(value);
      law.cumulative.push_back(sum);
    } else {
      law.cumulative.back() = sum;
    }
  }
  for (double& cumulative : law.cumulative) cumulative /= sum;
  return law;
}

}  // namespace

Distribution Distribution::constant(double value) {
  require_not_negative("constant", "value", value);
  return Distribution(family::Constant{value});
}

Distribution Distribution::uniform(double low, double high) {
  require_not_negative("uniform", "lowest value", low);
  require_not_negative("uniform", "highest value", high);
  if (low > high) fail("uniform: the lowest value ", low, " is above the highest ", high);
  if (low == high) return constant(low);
  return Distribution(family::Uniform{low, high});
}

Distribution Distribution::triangular(double low, double mode, double high) {
  require_not_negative("triangular", "lowest value", low);
  require_not_negative("triangular", "most likely value", mode);
  require_not_negative("triangular", "highest value", high);
  if (low > mode || mode > high) {
    fail("triangular: the values must be lowest, most likely, highest, not ", low, ", ", mode, ", ", high);
  }
  if (low == high) return constant(low);
  return Distribution(family::Triangular{low, mode, high});
}

Distribution Distribution::exponential(double mean) {
  require_positive("exponential", "mean", mean);
  return Distribution(family::Exponential{mean});
}

Distribution Distribution::gamma(double mean, double deviation) {
  require_moments("gamma", mean, deviation);
  const double ratio = mean / deviation;
  return Distribution(family::Gamma{ratio * ratio, deviation / ratio});
}

Distribution Distribution::erlang(double mean, int phases) {
  require_positive("erlang", "mean", mean);
  if (phases < 1 || phases > 1'000'000) fail("erlang: the phases must be from 1 to 1000000, not ", phases);
  return Distribution(family::Gamma{static_cast<double>(phases), mean / phases});
}

Distribution Distribution::lognormal(double mean, double deviation) {
  require_moments("lognormal", mean, deviation);
  const double variance = std::log1p(deviation / mean * (deviation / mean));
  return Distribution(family::Lognormal{std::log(mean) - variance / 2, std::sqrt(variance)});
}

Distribution Distribution::weibull(double mean, double deviation) {
  require_moments("weibull", mean, deviation);
  return Distribution(family::Weibull::with_moments(mean, deviation / mean));
}

Distribution Distribution::discrete(std::vector<std::pair<double, double>> values) {
  if (values.empty()) fail("discrete: at least one value is needed");
  double sum = 0;
  for (const auto& [value, probability] : values) {
    require_not_negative("discrete", "value", value);
    require_not_negative("discrete", "probability", probability);
    sum += probability;
  }
  if (std::abs(sum - 1) > 1e-9) fail("discrete: the probabilities must sum to 1, not ", sum);
  return Distribution(make_discrete(std::move(values)));
}

Distribution Distribution::empirical(const std::vector<double>& values) {
  if (values.empty()) fail("empirical: at least one value is needed");
  std::vector<std::pair<double, double>> weighted;
  for (const double value : values) {
    require_not_negative("empirical", "value", value);
    weighted.emplace_back(value, 1);  // whole weights: the sums are exact, so equal values give equal steps
  }
  return Distribution(make_discrete(std::move(weighted)));
}

double Distribution::mean() const {
  return std::visit([](const auto& law) { return law.mean(); }, family_);
}

double Distribution::variance() const {
  return std::visit([](const auto& law) { return law.variance(); }, family_);
}

double Distribution::cdf(double x) const {
  return std::visit([x](const auto& law) { return law.cdf(x); }, family_);
}

double Distribution::survival(double x) const {
  return std::visit([x](const auto& law) { return law.survival(x); }, family_);
}

double Distribution::quantile(double u) const {
  if (!(u > 0 && u < 1)) fail("a quantile is asked for with a share between 0 and 1, not ", u);
  return std::visit([u](const auto& law) { return law.quantile(u); }, family_);
}

double Distribution::sample(Stream& stream) const {
  if (const auto* law = std::get_if<family::Exponential>(&family_)) return law->average * stream.exponential();
  const double u = stream.uniform();
  return std::visit([u](const auto& law) { return law.quantile(u); }, family_);
}

double Distribution::sample_remaining(Stream& stream, double elapsed) const {
  require_not_negative(std::visit([](const auto& law) { return law.kKind; }, family_), "elapsed time", elapsed);
  const double u = stream.uniform();
  return std::visit([u, elapsed](const auto& law) { return law.remaining(u, elapsed); }, family_);
}

double Distribution::sample_equilibrium_elapsed(Stream& stream) const {
  // The total at a random instant is size-biased, and the instant is uniform in it.
  const double u = stream.uniform();
  const double share = stream.uniform();
  return share * std::visit([u](const auto& law) { return law.size_biased(u); }, family_);
}

double Distribution::laplace(double rate) const {
  require_not_negative(std::visit([](const auto& law) { return law.kKind; }, family_), "rate", rate);
  return std::visit([rate](const auto& law) { return law.laplace(rate); }, family_);
}

std::string Distribution::kind() const {
  return std::visit([](const auto& law) { return std::string(law.kKind); }, family_);
}

Distribution Distribution::scaled(double factor) const {
  require_positive("change of unit", "factor", factor);
  return std::visit([factor](const auto& law) { return Distribution(law.scaled(factor)); }, family_);
}

}  // namespace trapphus::engine
