// SPDX-License-Identifier: MIT
#include "engine/experiments/calibration.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>
#include <utility>

#include "engine/experiments/box_least_squares.hpp"
#include "engine/experiments/precision.hpp"

namespace trapphus::engine {

namespace {

// All lengths are in widths of the inputs' ranges.
constexpr double kFirstRadius = 0.3;       ///< How far the first step may go.
constexpr double kSmallestRadius = 0.002;  ///< Steps below this are of no interest.
constexpr double kDifference = 0.04;       ///< Between the points of a difference and its middle.
constexpr double kNear = 0.02;             ///< Where differences still hold.
constexpr double kAtBound = 0.001;
/// A gain in the sum of squares, in units of the uncertainty, that is of no interest: 3 % of a standard error.
constexpr double kNegligible = 0.001;
/// Change of a weight that is worth another search.
constexpr double kReweigh = 0.05;
/// An uncertainty is at least this part of the value: what never varies in the simulation is not certain.
constexpr double kLeastUncertainty = 0.01;
constexpr double kNormal = 1.959963984540054;  // 97.5 % quantile

using Vector = std::vector<double>;
using Rows = std::vector<Vector>;

/// A place in the box, and what was simulated there.
struct Point {
  Vector at;
  std::vector<Sample> replications;
  Vector means;  ///< NaN where no replication defines it.
};

/// Ends a search from within.
struct Stopped {};

struct Moments {
  double mean = std::numeric_limits<double>::quiet_NaN(), deviation = 0;
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

bool by_ratios(const Unknown& input) {
  return input.low > 0;
}

/// From the place within the range, 0 to 1, to the value, and back.
double value_at(const Unknown& input, double place) {
  if (place <= 0) return input.low;
  if (place >= 1) return input.high;
  if (by_ratios(input)) return input.low * std::pow(input.high / input.low, place);
  return input.low + place * (input.high - input.low);
}
double place_of(const Unknown& input, double value) {
  if (by_ratios(input)) return std::log(value / input.low) / std::log(input.high / input.low);
  return (value - input.low) / (input.high - input.low);
}

class Search {
 public:
  Search(std::span<const Unknown> inputs, std::span<const Observed> observations, const Simulation& simulate,
         const CalibrationOptions& options)
      : inputs_(inputs), observations_(observations), simulate_(simulate), options_(options) {
    budget_ = options.evaluations > 0 ? options.evaluations : 20 + 15 * inputs.size();
  }

  Calibration run() {
    Vector start;
    for (const Unknown& input : inputs_) start.push_back(std::clamp(place_of(input, input.start), 0.0, 1.0));
    Point first{start, {}, {}};
    best_ = first;
    bool converged = false;
    try {
      first = simulate_at(start);
      check(first);
      best_ = first;
      weigh(first);
      converged = descend();
      if (weigh(best_)) {
        radius_ = std::max(radius_, kDifference);
        converged = descend();
      }
      if (!fresh()) take_differences();
    } catch (const Stopped&) {
      result_.interrupted = true;
    }
    result_.converged = converged && !result_.interrupted;
    return finished(first);
  }

 private:
  [[nodiscard]] bool stopped() const { return options_.stop != nullptr && *options_.stop; }

  Point simulate_at(const Vector& at) {
    Point point{at, {}, {}};
    Vector values;
    for (std::size_t j = 0; j < at.size(); ++j) values.push_back(value_at(inputs_[j], at[j]));
    point.replications = simulate_(values);
    if (stopped() || point.replications.empty()) throw Stopped{};
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

  /// Sets the uncertainties from what is simulated there. True if any of them has changed by much.
  bool weigh(const Point& point) {
    bool changed = false;
    result_.uncertainty.resize(observations_.size(), 0);
    for (std::size_t i = 0; i < observations_.size(); ++i) {
      const Moments its = moments(column(point.replications, i));
      double least = kLeastUncertainty * std::max(std::abs(observations_[i].value), std::abs(its.mean));
      if (least == 0) least = 1;
      const double stated = observations_[i].uncertainty.value_or(0);
      const double now = stated > 0 ? stated : std::max(its.deviation, least);
      changed = changed || std::abs(now - result_.uncertainty[i]) > kReweigh * now;
      result_.uncertainty[i] = now;
    }
    return changed;
  }

  [[nodiscard]] Vector residuals(const Vector& means) const {
    Vector found;
    for (std::size_t i = 0; i < means.size(); ++i)
      found.push_back((means[i] - observations_[i].value) / result_.uncertainty[i]);
    return found;
  }
  [[nodiscard]] double misfit(const Vector& means) const {
    double sum = 0;
    for (const double residual : residuals(means)) sum += residual * residual;
    return std::isnan(sum) ? std::numeric_limits<double>::infinity() : sum;
  }
  /// Differences in units of the uncertainties.
  [[nodiscard]] Rows effects() const {
    Rows found = differences_;
    for (std::size_t i = 0; i < found.size(); ++i) {
      for (double& effect : found[i]) effect /= result_.uncertainty[i];
    }
    return found;
  }
  [[nodiscard]] bool fresh() const { return !differences_.empty() && distance(best_.at, taken_at_) <= kNear; }

  /// What each observation changes by with each input, around the best point.
  void take_differences() {
    Rows found(observations_.size(), Vector(inputs_.size(), 0.0));
    const Vector middle = best_.at;
    for (std::size_t j = 0; j < inputs_.size(); ++j) {
      Vector below = middle, above = middle;
      below[j] = std::max(0.0, middle[j] - kDifference);
      above[j] = std::min(1.0, middle[j] + kDifference);
      const Point low = simulate_at(below), high = simulate_at(above);
      for (std::size_t i = 0; i < observations_.size(); ++i) {
        const double slope = (high.means[i] - low.means[i]) / (above[j] - below[j]);
        found[i][j] = std::isnan(slope) ? 0 : slope;
      }
    }
    differences_ = std::move(found);
    taken_at_ = middle;
  }

  /// Learns from a step what the differences did not foretell (Broyden).
  void learn(const Vector& step, const Vector& before, const Vector& after) {
    double length = 0;
    for (const double part : step) length += part * part;
    for (std::size_t i = 0; i < differences_.size(); ++i) {
      double surprise = after[i] - before[i];
      for (std::size_t j = 0; j < step.size(); ++j) surprise -= differences_[i][j] * step[j];
      if (std::isnan(surprise)) continue;
      for (std::size_t j = 0; j < step.size(); ++j) differences_[i][j] += surprise * step[j] / length;
    }
  }

  /// The best step by the differences, within the box and the radius.
  [[nodiscard]] Vector step() const {
    Vector low, high;
    for (const double place : best_.at) {
      low.push_back(std::max(-radius_, -place));
      high.push_back(std::min(radius_, 1 - place));
    }
    return box_least_squares(effects(), residuals(best_.means), low, high);
  }
  [[nodiscard]] double foretold(const Vector& step) const {
    Vector means = best_.means;
    for (std::size_t i = 0; i < means.size(); ++i) {
      for (std::size_t j = 0; j < step.size(); ++j) means[i] += differences_[i][j] * step[j];
    }
    return misfit(means);
  }

  /// Steps downhill until no step is worth taking: true. False when the evaluations are used up.
  bool descend() {
    while (radius_ >= kSmallestRadius) {
      const bool first = differences_.empty();
      if (first || wanted_) {
        if (!first && result_.evaluations + 2 * inputs_.size() > budget_) return false;
        take_differences();
        wanted_ = false;
      }
      const Vector move = step();
      const double now = misfit(best_.means), hoped = now - foretold(move);
      if (hoped < kNegligible) {
        if (fresh()) return true;
        wanted_ = true;
        continue;
      }
      if (result_.evaluations >= budget_) return false;
      take_step(move, now, hoped);
    }
    return true;
  }

  void take_step(const Vector& move, double now, double hoped) {
    Vector there = best_.at;
    for (std::size_t j = 0; j < there.size(); ++j) there[j] = std::clamp(there[j] + move[j], 0.0, 1.0);
    Point point = simulate_at(there);
    const double gain = now - misfit(point.means), length = distance(there, best_.at);
    if (gain > 0) {
      learn(move, best_.means, point.means);
      if (gain > 0.75 * hoped) radius_ = std::min(1.0, std::max(radius_, 2 * length));
      if (gain < 0.25 * hoped) radius_ = length / 2;
      best_ = std::move(point);
    } else if (fresh()) {
      radius_ = length / 3;
    } else {
      wanted_ = true;  // the differences may be at fault
    }
  }

  Calibration finished(const Point& first) {
    result_.before = first.means;
    result_.after = best_.means;
    result_.misfit_before = misfit(first.means);
    result_.misfit_after = misfit(best_.means);
    for (std::size_t j = 0; j < inputs_.size(); ++j) {
      FittedInput input;
      input.value = value_at(inputs_[j], best_.at[j]);
      input.low = input.high = std::numeric_limits<double>::quiet_NaN();
      input.at_low = best_.at[j] < kAtBound;
      input.at_high = best_.at[j] > 1 - kAtBound;
      result_.inputs.push_back(input);
    }
    if (fresh()) add_intervals();
    return std::move(result_);
  }

  void add_intervals() {
    Rows errors = correlations(best_.replications);
    // The simulation's own mean has an error too.
    const double simulated = 1 + 1 / static_cast<double>(best_.replications.size());
    for (Vector& row : errors) {
      for (double& value : row) value *= simulated;
    }
    result_.effects = effects();
    const Precision known = precision(result_.effects, errors);
    result_.alike = known.alike;
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
  const Simulation& simulate_;
  const CalibrationOptions& options_;
  std::size_t budget_ = 0;
  Point best_;
  double radius_ = kFirstRadius;
  Rows differences_;     // by observation, then input
  Vector taken_at_;      // where
  bool wanted_ = false;  // they are to be taken anew
  Calibration result_;
};

}  // namespace

Calibration calibrate(std::span<const Unknown> inputs, std::span<const Observed> observations,
                      const Simulation& simulate, const CalibrationOptions& options) {
  if (inputs.empty() || observations.empty()) throw std::invalid_argument("a fit needs an input and an observation");
  for (const Unknown& input : inputs) {
    if (!(input.low < input.high) || input.start < input.low || input.start > input.high)
      throw std::invalid_argument("an input's start must lie in its range, which must not be empty");
  }
  return Search(inputs, observations, simulate, options).run();
}

}  // namespace trapphus::engine
