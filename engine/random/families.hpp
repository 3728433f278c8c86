// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <vector>

/// The alternatives of Distribution, which checks their parameters.
///
/// Members: mean, variance, cdf, quantile(u); survival(x): P(X > x), exact also where the cdf rounds to 1;
/// remaining(u, elapsed): quantile u of the residual life X - elapsed given X > elapsed;
/// size_biased(u): quantile u of the size-biased law, density x f(x) / mean;
/// laplace(rate): E[exp(-rate X)]; scaled(factor): the law of factor times X.
namespace trapphus::engine::family {

struct Constant {
  static constexpr const char* kKind = "constant";
  double value = 0;
  [[nodiscard]] double mean() const { return value; }
  [[nodiscard]] double variance() const { return 0; }
  [[nodiscard]] double cdf(double x) const { return x >= value ? 1 : 0; }
  [[nodiscard]] double survival(double x) const { return x >= value ? 0 : 1; }
  [[nodiscard]] double quantile(double) const { return value; }
  [[nodiscard]] double remaining(double u, double elapsed) const;
  [[nodiscard]] double size_biased(double) const { return value; }
  [[nodiscard]] double laplace(double rate) const;
  [[nodiscard]] Constant scaled(double factor) const { return {value * factor}; }
  bool operator==(const Constant&) const = default;
};

struct Uniform {
  static constexpr const char* kKind = "uniform";
  double low, high;
  [[nodiscard]] double mean() const { return (low + high) / 2; }
  [[nodiscard]] double variance() const { return (high - low) * (high - low) / 12; }
  [[nodiscard]] double cdf(double x) const;
  [[nodiscard]] double survival(double x) const;
  [[nodiscard]] double quantile(double u) const { return low + u * (high - low); }
  [[nodiscard]] double remaining(double u, double elapsed) const;
  [[nodiscard]] double size_biased(double u) const;
  [[nodiscard]] double laplace(double rate) const;
  [[nodiscard]] Uniform scaled(double factor) const { return {low * factor, high * factor}; }
  bool operator==(const Uniform&) const = default;
};

struct Triangular {
  static constexpr const char* kKind = "triangular";
  double low, mode, high;
  [[nodiscard]] double mean() const { return (low + mode + high) / 3; }
  [[nodiscard]] double variance() const;
  [[nodiscard]] double cdf(double x) const;
  [[nodiscard]] double survival(double x) const;
  [[nodiscard]] double quantile(double u) const;
  [[nodiscard]] double remaining(double u, double elapsed) const;
  [[nodiscard]] double size_biased(double u) const;
  [[nodiscard]] double laplace(double rate) const;
  [[nodiscard]] Triangular scaled(double factor) const { return {low * factor, mode * factor, high * factor}; }
  bool operator==(const Triangular&) const = default;

 private:
  [[nodiscard]] double size_biased_cdf(double x) const;
};

struct Exponential {
  static constexpr const char* kKind = "exponential";
  double average;
  [[nodiscard]] double mean() const { return average; }
  [[nodiscard]] double variance() const { return average * average; }
  [[nodiscard]] double cdf(double x) const;
  [[nodiscard]] double survival(double x) const;
  [[nodiscard]] double quantile(double u) const;
  [[nodiscard]] double remaining(double u, double) const { return quantile(u); }
  [[nodiscard]] double size_biased(double u) const;
  [[nodiscard]] double laplace(double rate) const { return 1 / (1 + rate * average); }
  [[nodiscard]] Exponential scaled(double factor) const { return {average * factor}; }
  bool operator==(const Exponential&) const = default;
};

/// quantile() has no closed form and takes about a microsecond.
struct Gamma {
  static constexpr const char* kKind = "gamma";
  double shape, scale;
  [[nodiscard]] double mean() const { return shape * scale; }
  [[nodiscard]] double variance() const { return shape * scale * scale; }
  [[nodiscard]] double cdf(double x) const;
  [[nodiscard]] double survival(double x) const;
  [[nodiscard]] double quantile(double u) const;
  [[nodiscard]] double remaining(double u, double elapsed) const;
  [[nodiscard]] double size_biased(double u) const { return Gamma{shape + 1, scale}.quantile(u); }
  [[nodiscard]] double laplace(double rate) const;
  [[nodiscard]] Gamma scaled(double factor) const { return {shape, scale * factor}; }
  bool operator==(const Gamma&) const = default;
};

/// Its logarithm is normal with mean `location` and deviation `spread`.
struct Lognormal {
  static constexpr const char* kKind = "lognormal";
  double location, spread;
  [[nodiscard]] double mean() const;
  [[nodiscard]] double variance() const;
  [[nodiscard]] double cdf(double x) const;
  [[nodiscard]] double survival(double x) const;
  [[nodiscard]] double quantile(double u) const;
  [[nodiscard]] double remaining(double u, double elapsed) const;
  [[nodiscard]] double size_biased(double u) const { return Lognormal{location + spread * spread, spread}.quantile(u); }
  [[nodiscard]] double laplace(double rate) const;
  [[nodiscard]] Lognormal scaled(double factor) const;
  bool operator==(const Lognormal&) const = default;
};

struct Weibull {
  static constexpr const char* kKind = "weibull";
  double shape, scale;
  /// The law with this mean and coefficient of variation; the latter in [0.001, 100].
  [[nodiscard]] static Weibull with_moments(double mean, double variation);
  [[nodiscard]] double mean() const;
  [[nodiscard]] double variance() const;
  [[nodiscard]] double cdf(double x) const;
  [[nodiscard]] double survival(double x) const;
  [[nodiscard]] double quantile(double u) const;
  [[nodiscard]] double remaining(double u, double elapsed) const;
  [[nodiscard]] double size_biased(double u) const;
  [[nodiscard]] double laplace(double rate) const;
  [[nodiscard]] Weibull scaled(double factor) const { return {shape, scale * factor}; }
  bool operator==(const Weibull&) const = default;
};

/// Values strictly ascending, with their cumulative probabilities; the last of these is 1.
struct Discrete {
  static constexpr const char* kKind = "discrete";
  std::vector<double> values, cumulative;
  [[nodiscard]] double mean() const;
  [[nodiscard]] double variance() const;
  [[nodiscard]] double cdf(double x) const;
  [[nodiscard]] double survival(double x) const;
  [[nodiscard]] double quantile(double u) const;
  [[nodiscard]] double remaining(double u, double elapsed) const;
  [[nodiscard]] double size_biased(double u) const;
  [[nodiscard]] double laplace(double rate) const;
  [[nodiscard]] Discrete scaled(double factor) const;
  bool operator==(const Discrete&) const = default;

 private:
  [[nodiscard]] double probability(std::size_t i) const { return cumulative[i] - (i == 0 ? 0.0 : cumulative[i - 1]); }
};

}  // namespace trapphus::engine::family
