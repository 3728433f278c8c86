// SPDX-License-Identifier: MIT
#pragma once

#include <atomic>
#include <cstddef>
#include <functional>
#include <optional>
#include <span>
#include <vector>

#include "engine/experiments/experiment.hpp"

/// Fits the unknown inputs of a simulation to what was observed: weighted least squares within a box. Deterministic:
/// the same simulation gives the same fit, to the last bit.
namespace trapphus::engine {

/// An unknown input: where it may lie, and where the search begins. A range above 0 is searched by ratios, others by
/// differences.
struct Unknown {
  double low = 0, high = 1, start = 0.5;
};

/// Something that was observed once, and that the simulation has a value for.
struct Observed {
  double value = 0;
  /// Its standard error. Absent: the deviation of one realisation in the simulation, since reality happens once.
  std::optional<double> uncertainty;
};

/// Simulates with these values of the inputs, always with the same random numbers: a value an observation in each
/// replication (NaN where the replication does not define it), the same replications each time. None: it was stopped.
using Simulation = std::function<std::vector<Sample>(std::span<const double> inputs)>;

struct CalibrationOptions {
  /// How many simulations the search may use, beside those that the intervals need (two an input); 0: 20 and 15 an
  /// input.
  std::size_t evaluations = 0;
  const std::atomic<bool>* stop = nullptr;  ///< Becomes true: the best so far.
  std::function<void(std::size_t done, std::size_t maximum)> progress;
};

struct FittedInput {
  double value = 0;
  double low = 0, high = 0;  ///< 95 % interval, within the range. NaN where it was stopped before it was known.
  bool at_low = false, at_high = false;  ///< The end of the range holds it back.
  bool unknown = false;                  ///< The observations say nothing of it, within its range.
};

/// Inputs whose effects on the observations are so alike that only a combination of them is known.
struct Alike {
  std::vector<std::size_t> inputs;  ///< Two or more, ascending.
  double correlation = 0;           ///< Of the two, if they are two.
};

struct Calibration {
  std::vector<FittedInput> inputs;
  std::vector<Alike> alike;
  std::vector<double> uncertainty;             ///< Of each observation, as it was weighed.
  std::vector<double> before, after;           ///< Means of the simulation at the start and at the fit.
  double misfit_before = 0, misfit_after = 0;  ///< Sums of squared deviations, in units of the uncertainty.
  /// By observation, then input: by how many uncertainties it changes while the input crosses its range. Empty if it
  /// was stopped before.
  std::vector<std::vector<double>> effects;
  std::size_t evaluations = 0;
  bool converged = false;    ///< False: the evaluations were used up, or it was stopped.
  bool interrupted = false;  ///< By `stop`.
};

/// Gauss-Newton steps on differences of the simulation, each found by NLopt within the box and a region of trust. The
/// weights are taken from the simulation at the start, and again at the first fit. Intervals are from the sandwich
/// covariance: observations of one realisation depend on one another. Throws std::invalid_argument if there is no
/// input, no observation, an empty range or a start outside it, and std::runtime_error if the simulation at the start
/// does not define an observation at all.
[[nodiscard]] Calibration calibrate(std::span<const Unknown> inputs, std::span<const Observed> observations,
                                    const Simulation& simulate, const CalibrationOptions& options = {});

}  // namespace trapphus::engine
