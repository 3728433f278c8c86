// SPDX-License-Identifier: MIT
#include "engine/experiments/calibration.hpp"

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

using Vector = std::vector<double>;
using Rows = std::vector<Vector>;

/// A point in the box, with its simulation.
struct Point {
  Vector at;
  std::vector<Sample> replications;
  Vector means;  ///< NaN where no replication defines the value.
};

/// Thrown to end a stopped search.
struct SearchStopped {};

struct Moments {
  double mean = kNoValue, deviation = 0;
};

Moments moments(const Vector& values) {
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

double distance(const Vector& a, const Vector& b) {
  double most = 0;
  for (std::size_t j = 0; j < a.size(); ++j) most = std::max(most, std::abs(a[j] - b[j]));
  return most;
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
      : inputs_(inputs), observations_(observations), simulate_(simulate), options_(options) {
    budget_ = options.evaluations > 0 ? options.evaluations : 20 + 15 * inputs.size();
  }

  Calibration run() {
    Vector start;
    for (const Unknown& input : inputs_) start.push_back(std::clamp(position_of(input, input.start), 0.0, 1.0));
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

  Point simulate_at(const Vector& at) {
    Point point{at, {}, {}};
    Vector values;
    for (std::size_t j = 0; j < at.size(); ++j) values.push_back(value_at(inputs_[j], at[j]));
    point.replications = simulate_(values);
    if (stopped() || point.replications.empty()) throw SearchStopped{};
    ++result_.evaluations;
    if (options_.progress) options_.progress(result_.evaluations, budget_ + 2 * inputs_.size());
    for (std::size_t i = 0; i < observations_.size(); ++i)
      point.means.push_back(moments(column(point.replications, i)).mean);
    return point;
  }

  void check(const Point& first) const {
    for (std::size_t i = 0; i < observations_.size(); ++i) {
      if (std::isnan(first.means[i]))
        throw std::runtime_error("no replication defines observation " + std::to_string(i + 1));
    }
  }

  /// Sets the uncertainties from the simulation at a point. Returns whether any has changed by more than kWeightChange.
  bool update_weights(const Point& point) {
    bool changed = false;
    result_.uncertainty.resize(observations_.size(), 0);
    for (std::size_t i = 0; i < observations_.size(); ++i) {
      const Moments simulated = moments(column(point.replications, i));
      double least = kLeastUncertainty * std::max(std::abs(observations_[i].value), std::abs(simulated.mean));
      if (least == 0) least = 1;
      const double given = observations_[i].uncertainty.value_or(0);
      const double now = given > 0 ? given : std::max(simulated.deviation, least);
      changed = changed || std::abs(now - result_.uncertainty[i]) > kWeightChange * now;
      result_.uncertainty[i] = now;
    }
    return changed;
  }

  [[nodiscard]] Vector residuals(const Vector& means) const {
    Vector result;
    for (std::size_t i = 0; i < means.size(); ++i)
      result.push_back((means[i] - observations_[i].value) / result_.uncertainty[i]);
    return result;
  }
  [[nodiscard]] double misfit(const Vector& means) const {
    double sum = 0;
    for (const double residual : residuals(means)) sum += residual * residual;
    return std::isnan(sum) ? std::numeric_limits<double>::infinity() : sum;
  }
  /// The Jacobian in units of the uncertainties.
  [[nodiscard]] Rows effects() const {
    Rows result = jacobian_;
    for (std::size_t i = 0; i < result.size(); ++i) {
      for (double& effect : result[i]) effect /= result_.uncertainty[i];
    }
    return result;
  }
  [[nodiscard]] bool jacobian_is_current() const {
    return !jacobian_.empty() && distance(best_.at, jacobian_at_) <= kNear;
  }

  /// Central differences around the best point.
  void estimate_jacobian() {
    Rows result(observations_.size(), Vector(inputs_.size(), 0.0));
    const Vector middle = best_.at;
    for (std::size_t j = 0; j < inputs_.size(); ++j) {
      Vector below = middle, above = middle;
      below[j] = std::max(0.0, middle[j] - kDifference);
      above[j] = std::min(1.0, middle[j] + kDifference);
      const Point low = simulate_at(below), high = simulate_at(above);
      for (std::size_t i = 0; i < observations_.size(); ++i) {
        const double slope = (high.means[i] - low.means[i]) / (above[j] - below[j]);
        result[i][j] = std::isnan(slope) ? 0 : slope;
      }
    }
    jacobian_ = std::move(result);
    jacobian_at_ = middle;
  }

  /// Broyden's rank-one update with the prediction error of a step.
  void update_jacobian(const Vector& step, const Vector& before, const Vector& after) {
    double length = 0;
    for (const double part : step) length += part * part;
    for (std::size_t i = 0; i < jacobian_.size(); ++i) {
      double error = after[i] - before[i];
      for (std::size_t j = 0; j < step.size(); ++j) error -= jacobian_[i][j] * step[j];
      if (std::isnan(error)) continue;
      for (std::size_t j = 0; j < step.size(); ++j) jacobian_[i][j] += error * step[j] / length;
    }
  }

  /// The Gauss-Newton step within the box and the trust radius.
  [[nodiscard]] Vector step() const {
    Vector low, high;
    for (const double position : best_.at) {
      low.push_back(std::max(-radius_, -position));
      high.push_back(std::min(radius_, 1 - position));
    }
    return box_least_squares(effects(), residuals(best_.means), low, high);
  }
  [[nodiscard]] double predicted_misfit(const Vector& step) const {
    Vector means = best_.means;
    for (std::size_t i = 0; i < means.size(); ++i) {
      for (std::size_t j = 0; j < step.size(); ++j) means[i] += jacobian_[i][j] * step[j];
    }
    return misfit(means);
  }

  /// Takes steps until the predicted gain is negligible; returns false if the budget is exhausted before.
  bool minimise() {
    while (radius_ >= kSmallestRadius) {
      const bool first = jacobian_.empty();
      if (first || jacobian_stale_) {
        if (!first && result_.evaluations + 2 * inputs_.size() > budget_) return false;
        estimate_jacobian();
        jacobian_stale_ = false;
      }
      const Vector next = step();
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

  void take_step(const Vector& step, double now, double predicted_gain) {
    Vector trial = best_.at;
    for (std::size_t j = 0; j < trial.size(); ++j) trial[j] = std::clamp(trial[j] + step[j], 0.0, 1.0);
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
    result_.before = first.means;
    result_.after = best_.means;
    result_.misfit_before = misfit(first.means);
    result_.misfit_after = misfit(best_.means);
    for (std::size_t j = 0; j < inputs_.size(); ++j) {
      FittedInput input;
      input.value = value_at(inputs_[j], best_.at[j]);
      input.low = input.high = kNoValue;
      input.at_low = best_.at[j] < kAtBound;
      input.at_high = best_.at[j] > 1 - kAtBound;
      result_.inputs.push_back(input);
    }
    if (jacobian_is_current()) add_intervals();
    return std::move(result_);
  }

  void add_intervals() {
    Rows errors = correlations(best_.replications);
    // Adds the variance of the simulated means.
    const double scale = 1 + 1 / static_cast<double>(best_.replications.size());
    for (Vector& row : errors) {
      for (double& value : row) value *= scale;
    }
    result_.effects = effects();
    const Precision known = precision(result_.effects, errors);
    result_.confounded = known.confounded;
    for (std::size_t j = 0; j < inputs_.size(); ++j) {
      FittedInput& input = result_.inputs[j];
      const double half = kNormal * known.deviation[j];
      input.low = value_at(inputs_[j], best_.at[j] - half);
      input.high = value_at(inputs_[j], best_.at[j] + half);
      input.unknown = known.unknown[j];
      if (input.unknown) input.at_low = input.at_high = false;
    }
  }

  std::span<const Unknown> inputs_;
  std::span<const Observed> observations_;
  const ResponseFunction& simulate_;
  const CalibrationOptions& options_;
  std::size_t budget_ = 0;
  Point best_;
  double radius_ = kFirstRadius;
  Rows jacobian_;                // by observation, then input
  Vector jacobian_at_;           // the point of the differences
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
