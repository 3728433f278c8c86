// SPDX-License-Identifier: MIT
#include "engine/random/families.hpp"

#include <algorithm>
#include <boost/math/distributions/gamma.hpp>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/quadrature/tanh_sinh.hpp>
#include <boost/math/special_functions/gamma.hpp>
#include <boost/math/tools/roots.hpp>
#include <cmath>
#include <limits>
#include <numeric>
#include <utility>

namespace trapphus::engine::family {
namespace {

using Policy = boost::math::policies::policy<boost::math::policies::promote_double<false>>;
using GammaLaw = boost::math::gamma_distribution<double, Policy>;
using NormalLaw = boost::math::normal_distribution<double, Policy>;
using boost::math::complement;

/// Thread-safe, unlike std::lgamma, which writes a global.
double log_gamma(double x) {
  return boost::math::lgamma(x, Policy());
}

double exponential_quantile(double u) {
  return -std::log1p(-u);
}

/// E[exp(-rate X)] as the integral of exp(-rate Q(u)) over u. Tanh-sinh quadrature handles the singular derivatives at
/// the ends.
template <class Law>
double laplace_by_quadrature(const Law& law, double rate) {
  constexpr double kLeast = std::numeric_limits<double>::min();
  constexpr double kMost = 1 - std::numeric_limits<double>::epsilon() / 2;
  boost::math::quadrature::tanh_sinh<double> integrator;
  const auto integrand = [&](double u) { return std::exp(-rate * law.quantile(std::clamp(u, kLeast, kMost))); };
  return std::clamp(integrator.integrate(integrand, 0.0, 1.0, 1e-10), 0.0, 1.0);
}

/// The x in [low, high] at which the increasing function reaches u, to the last bit.
template <class Function>
double bisect(const Function& function, double u, double low, double high) {
  for (double middle = std::midpoint(low, high); low < middle && middle < high; middle = std::midpoint(low, high)) {
    (function(middle) < u ? low : high) = middle;
  }
  return high;
}

}  // namespace

double Constant::remaining(double, double elapsed) const {
  return std::max(0.0, value - elapsed);
}
double Constant::laplace(double rate) const {
  return std::exp(-rate * value);
}

double Uniform::cdf(double x) const {
  return std::clamp((x - low) / (high - low), 0.0, 1.0);
}
double Uniform::survival(double x) const {
  return std::clamp((high - x) / (high - low), 0.0, 1.0);
}
double Uniform::remaining(double u, double elapsed) const {
  if (elapsed >= high) return 0;
  const double least = std::max(low, elapsed);
  return (least - elapsed) + u * (high - least);
}
double Uniform::size_biased(double u) const {
  return std::sqrt(low * low + u * (high - low) * (high + low));
}
double Uniform::laplace(double rate) const {
  const double width = rate * (high - low);
  return std::exp(-rate * low) * (width > 0 ? -std::expm1(-width) / width : 1.0);
}

double Triangular::variance() const {
  const double left = mode - low;
  const double right = high - mode;
  return (left * left + left * right + right * right) / 18;
}
double Triangular::survival(double x) const {
  if (x <= low) return 1;
  if (x >= high) return 0;
  if (x >= mode) return (high - x) / (high - low) * ((high - x) / (high - mode));
  return 1 - (x - low) / (high - low) * ((x - low) / (mode - low));
}
double Triangular::cdf(double x) const {
  if (x <= low || x >= mode) return 1 - survival(x);
  return (x - low) / (high - low) * ((x - low) / (mode - low));
}
double Triangular::quantile(double u) const {
  const double width = high - low;
  if (u * width <= mode - low) return low + std::sqrt(u * width * (mode - low));
  return high - std::sqrt((1 - u) * width * (high - mode));
}
double Triangular::remaining(double u, double elapsed) const {
  const double survivors = (1 - u) * survival(elapsed);
  const double width = high - low;
  const bool right = survivors * width <= high - mode;
  const double total = right ? high - std::sqrt(survivors * width * (high - mode)) : quantile(1 - survivors);
  return std::max(0.0, total - elapsed);
}
double Triangular::size_biased_cdf(double x) const {
  if (x < mode) {
    const double y = x - low;
    return y * y * (low + y * 2 / 3) / ((high - low) * (mode - low) * mean());
  }
  const double y = high - x;
  return y > 0 ? 1 - y * y * (high - y * 2 / 3) / ((high - low) * (high - mode) * mean()) : 1;
}
double Triangular::size_biased(double u) const {
  return bisect([this](double x) { return size_biased_cdf(x); }, u, low, high);
}
double Triangular::laplace(double rate) const {
  return laplace_by_quadrature(*this, rate);
}

double Exponential::cdf(double x) const {
  return x > 0 ? -std::expm1(-x / average) : 0;
}
double Exponential::survival(double x) const {
  return x > 0 ? std::exp(-x / average) : 1;
}
double Exponential::quantile(double u) const {
  return average * exponential_quantile(u);
}
double Exponential::size_biased(double u) const {
  return Gamma{2, average}.quantile(u);
}

double Gamma::cdf(double x) const {
  return x > 0 ? boost::math::cdf(GammaLaw(shape, scale), x) : 0;
}
double Gamma::survival(double x) const {
  return x > 0 ? boost::math::cdf(complement(GammaLaw(shape, scale), x)) : 1;
}
double Gamma::quantile(double u) const {
  return boost::math::quantile(GammaLaw(shape, scale), u);
}
double Gamma::remaining(double u, double elapsed) const {
  const GammaLaw law(shape, scale);
  const double survivors = boost::math::cdf(complement(law, elapsed));
  // So far out the hazard hardly changes any more; its expansion there is 1/scale - (shape - 1)/x.
  if (survivors < 1e-290) return exponential_quantile(u) / (1 / scale - (shape - 1) / elapsed);
  return std::max(0.0, boost::math::quantile(complement(law, (1 - u) * survivors)) - elapsed);
}
double Gamma::laplace(double rate) const {
  return std::exp(-shape * std::log1p(rate * scale));
}

double Lognormal::mean() const {
  return std::exp(location + spread * spread / 2);
}
double Lognormal::variance() const {
  return std::expm1(spread * spread) * mean() * mean();
}
double Lognormal::cdf(double x) const {
  return x > 0 ? boost::math::cdf(NormalLaw(), (std::log(x) - location) / spread) : 0;
}
double Lognormal::survival(double x) const {
  return x > 0 ? boost::math::cdf(complement(NormalLaw(), (std::log(x) - location) / spread)) : 1;
}
double Lognormal::quantile(double u) const {
  return std::exp(location + spread * boost::math::quantile(NormalLaw(), u));
}
double Lognormal::remaining(double u, double elapsed) const {
  if (elapsed == 0) return quantile(u);
  const double z = (std::log(elapsed) - location) / spread;
  const double survivors = boost::math::cdf(complement(NormalLaw(), z));
  // So far out the normal's hazard is z + 1/z, and the hazard of the logarithm hardly changes any more.
  if (survivors < 1e-290) return elapsed * std::expm1(exponential_quantile(u) * spread / (z + 1 / z));
  const double total = boost::math::quantile(complement(NormalLaw(), (1 - u) * survivors));
  return std::max(0.0, elapsed * std::expm1(spread * (total - z)));
}
double Lognormal::laplace(double rate) const {
  return laplace_by_quadrature(*this, rate);
}
Lognormal Lognormal::scaled(double factor) const {
  return {location + std::log(factor), spread};
}

Weibull Weibull::with_moments(double mean, double variation) {
  // (deviation/mean)^2 + 1 = Gamma(1 + 2 a) / Gamma(1 + a)^2 with a = 1/shape, increasing in a.
  const double target = std::log1p(variation * variation);
  const auto excess = [target](double log_a) {
    const double a = std::exp(log_a);
    return log_gamma(1 + 2 * a) - 2 * log_gamma(1 + a) - target;
  };
  std::uintmax_t iterations = 200;
  const boost::math::tools::eps_tolerance<double> tolerance(50);
  const auto root = boost::math::tools::toms748_solve(excess, -9.0, 3.0, tolerance, iterations);
  const double a = std::exp(std::midpoint(root.first, root.second));
  return {1 / a, mean / std::exp(log_gamma(1 + a))};
}
double Weibull::mean() const {
  return scale * std::exp(log_gamma(1 + 1 / shape));
}
double Weibull::variance() const {
  return mean() * mean() * std::expm1(log_gamma(1 + 2 / shape) - 2 * log_gamma(1 + 1 / shape));
}
double Weibull::cdf(double x) const {
  return x > 0 ? -std::expm1(-std::pow(x / scale, shape)) : 0;
}
double Weibull::survival(double x) const {
  return x > 0 ? std::exp(-std::pow(x / scale, shape)) : 1;
}
double Weibull::quantile(double u) const {
  return scale * std::pow(exponential_quantile(u), 1 / shape);
}
double Weibull::remaining(double u, double elapsed) const {
  const double spent = std::pow(elapsed / scale, shape);  // of the cumulative hazard
  if (spent == 0) return std::max(0.0, quantile(u) - elapsed);
  return elapsed * std::expm1(std::log1p(exponential_quantile(u) / spent) / shape);
}
double Weibull::size_biased(double u) const {
  return scale * std::pow(Gamma{1 + 1 / shape, 1}.quantile(u), 1 / shape);  // (X/scale)^shape is then a gamma
}
double Weibull::laplace(double rate) const {
  return laplace_by_quadrature(*this, rate);
}

double Discrete::mean() const {
  double sum = 0;
  for (std::size_t i = 0; i < values.size(); ++i) sum += values[i] * probability(i);
  return sum;
}
double Discrete::variance() const {
  const double centre = mean();
  double sum = 0;
  for (std::size_t i = 0; i < values.size(); ++i) sum += (values[i] - centre) * (values[i] - centre) * probability(i);
  return sum;
}
double Discrete::cdf(double x) const {
  const auto above = std::upper_bound(values.begin(), values.end(), x) - values.begin();
  return above == 0 ? 0 : cumulative[static_cast<std::size_t>(above - 1)];
}
double Discrete::survival(double x) const {
  return 1 - cdf(x);
}
double Discrete::quantile(double u) const {
  const auto at = std::lower_bound(cumulative.begin(), cumulative.end(), u) - cumulative.begin();
  return values[static_cast<std::size_t>(at)];
}
double Discrete::remaining(double u, double elapsed) const {
  const auto above = std::upper_bound(values.begin(), values.end(), elapsed) - values.begin();
  if (above == std::ssize(values)) return 0;
  const double passed = cdf(elapsed);
  const auto at = std::lower_bound(cumulative.begin() + above, cumulative.end() - 1, passed + u * (1 - passed));
  return values[static_cast<std::size_t>(at - cumulative.begin())] - elapsed;
}
double Discrete::size_biased(double u) const {
  double left = u * mean();
  std::size_t i = 0;
  while (i + 1 < values.size() && (left -= values[i] * probability(i)) > 0) ++i;
  return values[i];
}
double Discrete::laplace(double rate) const {
  double sum = 0;
  for (std::size_t i = 0; i < values.size(); ++i) sum += std::exp(-rate * values[i]) * probability(i);
  return sum;
}
Discrete Discrete::scaled(double factor) const {
  Discrete result = *this;
  for (double& value : result.values) value *= factor;
  return result;
}

}  // namespace trapphus::engine::family
