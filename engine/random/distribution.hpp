// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "engine/random/families.hpp"

namespace trapphus::engine {

class Stream;

/// A probability distribution on [0, infinity) with finite mean and variance, in the caller's unit. Constructed by the
/// functions below, which throw std::domain_error for invalid parameters (negative, NaN, low > high...).
class Distribution {
 public:
  /// Constant 0.
  Distribution() = default;
  [[nodiscard]] static Distribution constant(double value);
  [[nodiscard]] static Distribution uniform(double low, double high);
  [[nodiscard]] static Distribution triangular(double low, double mode, double high);
  [[nodiscard]] static Distribution exponential(double mean);
  /// By mean and standard deviation, both > 0.
  [[nodiscard]] static Distribution gamma(double mean, double deviation);
  [[nodiscard]] static Distribution erlang(double mean, int phases);
  [[nodiscard]] static Distribution lognormal(double mean, double deviation);
  [[nodiscard]] static Distribution weibull(double mean, double deviation);
  /// Values with their probabilities, which sum to 1 (within 1e-9).
  [[nodiscard]] static Distribution discrete(std::vector<std::pair<double, double>> values);
  /// Measured values, each equally likely.
  [[nodiscard]] static Distribution empirical(const std::vector<double>& values);

  [[nodiscard]] double mean() const;
  [[nodiscard]] double variance() const;
  /// P(X <= x).
  [[nodiscard]] double cdf(double x) const;
  /// P(X > x), to full relative precision far out.
  [[nodiscard]] double survival(double x) const;
  /// Smallest x with P(X <= x) >= u; u in (0, 1).
  [[nodiscard]] double quantile(double u) const;
  /// Draws by inverse transform of one uniform number, so that with common random numbers a change of parameters shifts
  /// the value. Exponential laws use the ziggurat, which has the same property for a change of the mean.
  [[nodiscard]] double sample(Stream& stream) const;
  /// Draws the residual life X - elapsed, given X > elapsed.
  [[nodiscard]] double sample_remaining(Stream& stream, double elapsed) const;
  /// Draws the age in equilibrium: density P(X > x) / E[X].
  [[nodiscard]] double sample_equilibrium_elapsed(Stream& stream) const;
  /// Laplace transform E[exp(-rate X)]: the probability that X is less than an exponential time of this rate.
  [[nodiscard]] double laplace(double rate) const;
  /// "gamma", "constant"...
  [[nodiscard]] std::string kind() const;
  /// All values and deviations times `factor` (> 0): a change of unit.
  [[nodiscard]] Distribution scaled(double factor) const;

  friend bool operator==(const Distribution&, const Distribution&) = default;

 private:
  using Family = std::variant<family::Constant, family::Uniform, family::Triangular, family::Exponential, family::Gamma,
                              family::Lognormal, family::Weibull, family::Discrete>;

  explicit Distribution(Family family) : family_(std::move(family)) {}
  Family family_;
};

}  // namespace trapphus::engine
