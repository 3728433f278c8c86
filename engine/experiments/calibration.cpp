// SPDX-License-Identifier: MIT
#include "engine/experiments/calibration.hpp"

#include <Eigen/Core>
#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>
#include <utility>

#include "engine/experiments/box_least_squares.hpp"
#include "engine/experiments/precision.hpp"
#include "engine/statistics/no_value.hpp"

namespace trapphus::engine {

namespace {

// All lengths are in widths of the inputs' ranges.
constexpr double kFirstRadius = 0.3;       ///< Initial trust radius.
constexpr double kSmallestRadius = 0.002;  ///< The search ends below this radius.
constexpr double kDifference = 0.04;       ///< Half-width of the central differences.
constexpr double kNear = 0.02;             ///< Distance up to which the Jacobian counts as current.
constexpr double kAtBound = 0.001;
/// Predicted gain in the sum of squares below which the search has converged: 3 % of a standard error.
constexpr double kNegligible = 0.001;
/// Relative change of a weight that causes another search.
constexpr double kWeightChange = 0.05;
/// Lower bound of an uncertainty relative to the value, for observations that do not vary between replications.
constexpr double kLeastUncertainty = 0.01;
constexpr double kNormal = 1.959963984540054;  // 97.5 % quantile

using Eigen::MatrixXd;
using Eigen::VectorXd;

// Sums are accumulated term by term: norm() and operator* sum in the order of the vector instructions, which changes
// the last bits of a step, and with them the simulations that follow.

/// A point in the box, with its simulation.
struct Point {
  VectorXd at;
  std::vector<Sample> replications;
  VectorXd means;  ///< NaN where no replication defines the value.
};

/// Thrown to end a stopped search.
struct SearchStopped {};

struct Moments {
  double mean = kNoValue, deviation = 0;
};

Moments moments(const std::vector<double>& values) {
  double count = 0, sum = 0, squares = 0;
  for (const double value : values) {
    if (std::isnan(value)) continue;
    ++count;
    sum += value;
  }
  if (count == 0) return {};
  for (const double value : values) {
    if (!std::isnan(value)) squares += (value - sum / count) * (value - sum / count);
  }
  return {sum / count, count > 1 ? std::sqrt(squares / (count - 1)) : 0};
}

double distance(const VectorXd& a, const VectorXd& b) {
  return (a - b).cwiseAbs().maxCoeff();
}

double sum_of_squares(const VectorXd& values) {
  double sum = 0;
  for (const double value : values) sum += value * value;
  return sum;
}

bool is_logarithmic(const Unknown& input) {
  return input.low > 0;
}

/// Converts between the position within the range, 0 to 1, and the value.
double value_at(const Unknown& input, double position) {
  if (position <= 0) return input.low;
  if (position >= 1) return input.high;
  if (is_logarithmic(input)) return input.low * std::pow(input.high / input.low, position);
  return input.low + position * (input.high - input.low);
}
double position_of(const Unknown& input, double value) {
  if (is_logarithmic(input)) return std::log(value / input.low) / std::log(input.high / input.low);
  return (value - input.low) / (input.high - input.low);
}

class Search {
 public:
  Search(std::span<const Unknown> inputs, std::span<const Observed> observations, const ResponseFunction& simulate,
         const CalibrationOptions& options)
      : inputs_(inputs),
        observations_(observations),
        observed_(observations.size()),
        simulate_(simulate),
        options_(options) {
    for (std::size_t i = 0; i < observations.size(); ++i) observed_(i) = observations[i].value;
    budget_ = options.evaluations > 0 ? options.evaluations : 20 + 15 * inputs.size();
  }

  Calibration run() {
    VectorXd start(inputs_.size());
    for (std::size_t j = 0; j < inputs_.size(); ++j)
      start(j) = std::clamp(position_of(inputs_[j], inputs_[j].start), 0.0, 1.0);
    Point first{start, {}, {}};
    best_ = first;
    bool converged = false;
    try {
      first = simulate_at(start);
      check(first);
      best_ = first;
      update_weights(first);
      converged = minimise();
      if (update_weights(best_)) {
        radius_ = std::max(radius_, kDifference);
        converged = minimise();
      }
      if (!jacobian_is_current()) estimate_jacobian();
    } catch (const SearchStopped&) {
      result_.interrupted = true;
    }
    result_.converged = converged && !result_.interrupted;
    return summarise(first);
  }

 private:
  [[nodiscard]] bool stopped() const { return options_.stop != nullptr && *options_.stop; }

  Point simulate_at(const VectorXd& at) {
    Point point{at, {}, VectorXd(observations_.size())};
    std::vector<double> values;
    for (std::size_t j = 0; j < inputs_.size(); ++j) values.push_back(value_at(inputs_[j], at(j)));
    point.replications = simulate_(values);
    if (stopped() || point.replications.empty()) throw SearchStopped{};
    ++result_.evaluations;
    if (options_.progress) options_.progress(result_.evaluations, budget_ + 2 * inputs_.size());
    for (std::size_t i = 0; i < observations_.size(); ++i) point.means(i) = moments(column(point.replications, i)).mean;
    return point;
  }

  void check(const Point& first) const {
    for (std::size_t i = 0; i < observations_.size(); ++i) {
      if (std::isnan(first.means(i)))
        throw std::runtime_error("no replication defines observation " + std::to_string(i + 1));
    }
  }

  /// Sets the uncertainties from the simulation at a point. Returns whether any has changed by more than kWeightChange.
  bool update_weights(const Point& point) {
    bool changed = false;
    if (uncertainty_.size() == 0) uncertainty_.setZero(observed_.size());
    for (std::size_t i = 0; i < observations_.size(); ++i) {
      const Moments simulated = moments(column(point.replications, i));
      double least = kLeastUncertainty * std::max(std::abs(observations_[i].value), std::abs(simulated.mean));
      if (least == 0) least = 1;
      const double given = observations_[i].uncertainty.value_or(0);
      const double now = given > 0 ? given : std::max(simulated.deviation, least);
      changed = changed || std::abs(now - uncertainty_(i)) > kWeightChange * now;
      uncertainty_(i) = now;
    }
    return changed;
  }

  /// Empty for a point that was not simulated.
  [[nodiscard]] VectorXd residuals(const VectorXd& means) const {
    const auto count = means.size();
    return (means - observed_.head(count)).cwiseQuotient(uncertainty_.head(count));
  }
  [[nodiscard]] double misfit(const VectorXd& means) const {
    const double sum = sum_of_squares(residuals(means));
    return std::isnan(sum) ? std::numeric_limits<double>::infinity() : sum;
  }
  /// The Jacobian in units of the uncertainties.
  [[nodiscard]] MatrixXd effects() const { return (jacobian_.array().colwise() / uncertainty_.array()).matrix(); }
  [[nodiscard]] bool jacobian_is_current() const {
    return jacobian_.size() > 0 && distance(best_.at, jacobian_at_) <= kNear;
  }

  /// Central differences around the best point.
  void estimate_jacobian() {
    MatrixXd result(observations_.size(), inputs_.size());
    const VectorXd middle = best_.at;
    for (std::size_t j = 0; j < inputs_.size(); ++j) {
      VectorXd below = middle, above = middle;
      below(j) = std::max(0.0, middle(j) - kDifference);
      above(j) = std::min(1.0, middle(j) + kDifference);
      const Point low = simulate_at(below), high = simulate_at(above);
      const VectorXd slope = (high.means - low.means) / (above(j) - below(j));
      result.col(j) = slope.array().isNaN().select(0, slope);
    }
    jacobian_ = std::move(result);
    jacobian_at_ = middle;
  }

  /// Broyden's rank-one update with the prediction error of a step.
  void update_jacobian(const VectorXd& step, const VectorXd& before, const VectorXd& after) {
    const double length = sum_of_squares(step);
    VectorXd error = after - before;
    for (Eigen::Index j = 0; j < step.size(); ++j) error -= jacobian_.col(j) * step(j);
    error = error.array().isNaN().select(0, error).eval();
    for (Eigen::Index j = 0; j < step.size(); ++j) jacobian_.col(j) += error * step(j) / length;
  }

  /// The Gauss-Newton step within the box and the trust radius.
  [[nodiscard]] VectorXd step() const {
    const VectorXd low = (-best_.at).cwiseMax(-radius_), high = (1 - best_.at.array()).min(radius_);
    return box_least_squares(effects(), residuals(best_.means), low, high);
  }
  [[nodiscard]] double predicted_misfit(const VectorXd& step) const {
    VectorXd means = best_.means;
    for (Eigen::Index j = 0; j < step.size(); ++j) means += jacobian_.col(j) * step(j);
    return misfit(means);
  }

  /// Takes steps until the predicted gain is negligible; returns false if the budget is exhausted before.
  bool minimise() {
    while (radius_ >= kSmallestRadius) {
      const bool first = jacobian_.size() == 0;
      if (first || jacobian_stale_) {
        if (!first && result_.evaluations + 2 * inputs_.size() > budget_) return false;
        estimate_jacobian();
        jacobian_stale_ = false;
      }
      const VectorXd next = step();
      const double now = misfit(best_.means), predicted = now - predicted_misfit(next);
      if (predicted < kNegligible) {
        if (jacobian_is_current()) return true;
        jacobian_stale_ = true;
        continue;
      }
      if (result_.evaluations >= budget_) return false;
      take_step(next, now, predicted);
    }
    return true;
  }

  void take_step(const VectorXd& step, double now, double predicted_gain) {
    const VectorXd trial = (best_.at + step).cwiseMax(0.0).cwiseMin(1.0);
    Point point = simulate_at(trial);
    const double gain = now - misfit(point.means), length = distance(trial, best_.at);
    if (gain > 0) {
      update_jacobian(step, best_.means, point.means);
      if (gain > 0.75 * predicted_gain) radius_ = std::min(1.0, std::max(radius_, 2 * length));
      if (gain < 0.25 * predicted_gain) radius_ = length / 2;
      best_ = std::move(point);
    } else if (jacobian_is_current()) {
      radius_ = length / 3;
    } else {
      jacobian_stale_ = true;  // an outdated Jacobian may have predicted the gain
    }
  }

  Calibration summarise(const Point& first) {
    result_.uncertainty.assign(uncertainty_.begin(), uncertainty_.end());
    result_.before.assign(first.means.begin(), first.means.end());
    result_.after.assign(best_.means.begin(), best_.means.end());
    result_.misfit_before = misfit(first.means);
    result_.misfit_after = misfit(best_.means);
    for (std::size_t j = 0; j < inputs_.size(); ++j) {
      FittedInput input;
      input.value = value_at(inputs_[j], best_.at(j));
      input.low = input.high = kNoValue;
      input.at_low = best_.at(j) < kAtBound;
      input.at_high = best_.at(j) > 1 - kAtBound;
      result_.inputs.push_back(input);
    }
    if (jacobian_is_current()) add_intervals();
    return std::move(result_);
  }

  void add_intervals() {
    MatrixXd errors = correlations(best_.replications);
    // Adds the variance of the simulated means.
    errors *= 1 + 1 / static_cast<double>(best_.replications.size());
    const MatrixXd effect = effects();
    for (const auto& row : effect.rowwise()) result_.effects.emplace_back(row.begin(), row.end());
    const Precision known = precision(effect, errors);
    result_.confounded = known.confounded;
    for (std::size_t j = 0; j < inputs_.size(); ++j) {
      FittedInput& input = result_.inputs[j];
      const double half = kNormal * known.deviation[j];
      input.low = value_at(inputs_[j], best_.at(j) - half);
      input.high = value_at(inputs_[j], best_.at(j) + half);
      input.unknown = known.unknown[j];
      if (input.unknown) input.at_low = input.at_high = false;
    }
  }

  std::span<const Unknown> inputs_;
  std::span<const Observed> observations_;
  VectorXd observed_;     // the observations' values
  VectorXd uncertainty_;  // by observation; empty until update_weights()
  const ResponseFunction& simulate_;
  const CalibrationOptions& options_;
  std::size_t budget_ = 0;
  Point best_;
  double radius_ = kFirstRadius;
  MatrixXd jacobian_;            // by observation, then input
  VectorXd jacobian_at_;         // the point of the differences
  bool jacobian_stale_ = false;  // re-estimate before the next step
  Calibration result_;
};

}  // namespace

Calibration calibrate(std::span<const Unknown> inputs, std::span<const Observed> observations,
                      const ResponseFunction& simulate, const CalibrationOptions& options) {
  if (inputs.empty() || observations.empty()) throw std::invalid_argument("a fit needs an input and an observation");
  for (const Unknown& input : inputs) {
    if (!(input.low < input.high) || input.start < input.low || input.start > input.high)
      throw std::invalid_argument("an input's start must lie in its range, which must not be empty");
  }
  return Search(inputs, observations, simulate, options).run();
}

}  // namespace trapphus::engine
