// SPDX-License-Identifier: MIT
#pragma once

#include <atomic>
#include <cstddef>
#include <functional>
#include <optional>
#include <span>
#include <vector>

#include "engine/experiments/experiment.hpp"

/// Fits unknown inputs of a simulation to observations by weighted least squares within a box. Deterministic: the same
/// simulation gives the same fit, to the last bit.
namespace trapphus::engine {

/// Range and start value of an unknown input. Ranges above 0 are searched on a logarithmic scale, others linearly.
struct Unknown {
  double low = 0, high = 1, start = 0.5;
};

/// An observed value that the simulation reproduces.
struct Observed {
  double value = 0;
  /// Standard error. Absent: the standard deviation over the replications, since reality is a single realisation.
  std::optional<double> uncertainty;
};

/// Simulates with the given values of the inputs and common random numbers; returns for each replication one value per
/// observation, NaN where undefined. An empty result means that it was stopped.
using ResponseFunction = std::function<std::vector<Sample>(std::span<const double> inputs)>;

struct CalibrationOptions {
  /// Maximum number of simulations of the search, besides two per input for the intervals; 0: 20 plus 15 per input.
  std::size_t evaluations = 0;
  const std::atomic<bool>* stop = nullptr;  ///< When true, the search ends with the best point so far.
  std::function<void(std::size_t done, std::size_t maximum)> progress;
};

struct FittedInput {
  double value = 0;
  double low = 0, high = 0;              ///< 95 % interval, within the range; NaN if stopped before.
  bool at_low = false, at_high = false;  ///< The value is at the bound.
  bool unknown = false;                  ///< Not determined by the observations within its range.
  bool held = false;                     ///< For that reason left at its start (determined_fit.hpp).
};

/// Inputs with nearly collinear effects on the observations, of which only a combination is determined.
struct ConfoundedInputs {
  std::vector<std::size_t> inputs;  ///< Two or more, ascending.
  double correlation = 0;           ///< Of the pair, if there are two.
};

struct Calibration {
  std::vector<FittedInput> inputs;
  std::vector<ConfoundedInputs> confounded;
  std::vector<double> uncertainty;             ///< By observation: the inverse square root of its weight.
  std::vector<double> before, after;           ///< Means of the simulation at the start and at the fit.
  double misfit_before = 0, misfit_after = 0;  ///< Sums of squared deviations, in units of the uncertainty.
  /// By observation, then input: change of the observation over the input's range, in uncertainties. Empty if stopped
  /// before.
  std::vector<std::vector<double>> effects;
  std::size_t evaluations = 0;
  bool converged = false;    ///< False: the budget was exhausted, or it was stopped.
  bool interrupted = false;  ///< By `stop`.
};

/// Gauss-Newton with a finite-difference Jacobian; each step is solved by NLopt within the box and a trust region. The
/// weights are estimated from the simulation at the start, and again at the first fit. Intervals use the sandwich
/// covariance, since observations of one realisation are correlated. Throws std::invalid_argument without inputs or
/// observations, for an empty range or a start outside it, and std::runtime_error if no replication at the start
/// defines an observation.
[[nodiscard]] Calibration calibrate(std::span<const Unknown> inputs, std::span<const Observed> observations,
                                    const ResponseFunction& simulate, const CalibrationOptions& options = {});

}  // namespace trapphus::engine
