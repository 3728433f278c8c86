// SPDX-License-Identifier: MIT
#include "engine/experiments/determined_fit.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

namespace trapphus::engine {

namespace {

bool is_confounded(const Calibration& fit, std::size_t input) {
  return std::any_of(fit.confounded.begin(), fit.confounded.end(), [input](const ConfoundedInputs& group) {
    return std::find(group.inputs.begin(), group.inputs.end(), input) != group.inputs.end();
  });
}

double information(const Calibration& fit, std::size_t input) {
  double sum = 0;
  for (const auto& effects : fit.effects) sum += effects[input] * effects[input];
  return sum;
}

/// What is to be held next, in the order of the inputs: all that have no effect to speak of; else, of those whose
/// interval spans the range, the one with the least effect, since without it the others may be known.
std::vector<std::size_t> undetermined(const Calibration& fit, std::span<const Unknown> inputs) {
  std::vector<std::size_t> without_effect, spanning;
  for (std::size_t j = 0; j < inputs.size(); ++j) {
    const FittedInput& input = fit.inputs[j];
    if (is_confounded(fit, j)) continue;
    if (input.unknown) without_effect.push_back(j);
    if (input.low <= inputs[j].low && input.high >= inputs[j].high) spanning.push_back(j);
  }
  if (!without_effect.empty() || spanning.empty()) return without_effect;
  return {*std::min_element(spanning.begin(), spanning.end(), [&fit](std::size_t a, std::size_t b) {
    return information(fit, a) < information(fit, b);
  })};
}

class DeterminedFit {
 public:
  DeterminedFit(std::span<const Unknown> inputs, std::span<const Observed> observations,
                const ResponseFunction& simulate, const CalibrationOptions& options)
      : inputs_(inputs), observations_(observations), simulate_(simulate), options_(options), free_(inputs.size()) {
    std::iota(free_.begin(), free_.end(), std::size_t{0});
    for (const Unknown& input : inputs) at_.push_back(input.start);
  }

  Calibration run() {
    for (bool first = true;; first = false) {
      std::vector<Unknown> searched;
      for (const std::size_t j : free_) searched.push_back({inputs_[j].low, inputs_[j].high, at_[j]});
      const Calibration fit = fit_free(searched);
      if (first) {
        result_ = fit;
      } else {
        take(fit);
      }
      result_.evaluations = used_ += fit.evaluations;
      const auto held = fit.interrupted ? std::vector<std::size_t>() : undetermined(fit, searched);
      if (held.empty()) return std::move(result_);
      for (std::size_t k = 0; k < free_.size(); ++k) at_[free_[k]] = fit.inputs[k].value;
      hold(held);
      if (free_.empty()) return as_it_was();
    }
  }

 private:
  Calibration fit_free(const std::vector<Unknown>& searched) const {
    const ResponseFunction simulate = [this](std::span<const double> values) {
      std::vector<double> all = at_;
      for (std::size_t k = 0; k < free_.size(); ++k) all[free_[k]] = values[k];
      return simulate_(all);
    };
    CalibrationOptions options = options_;
    if (options_.progress)
      options.progress = [this](std::size_t done, std::size_t most) { options_.progress(used_ + done, used_ + most); };
    return calibrate(searched, observations_, simulate, options);
  }

  /// The result of a later fit, in place of that of an earlier one.
  void take(const Calibration& fit) {
    for (std::size_t k = 0; k < free_.size(); ++k) {
      result_.inputs[free_[k]] = fit.inputs[k];
      for (std::size_t i = 0; i < fit.effects.size(); ++i) result_.effects[i][free_[k]] = fit.effects[i][k];
    }
    result_.confounded = fit.confounded;
    for (ConfoundedInputs& group : result_.confounded) {
      for (std::size_t& input : group.inputs) input = free_[input];
    }
    result_.uncertainty = fit.uncertainty;
    result_.after = fit.after;
    result_.misfit_after = fit.misfit_after;
    result_.converged = fit.converged;
    result_.interrupted = fit.interrupted;
  }

  void hold(const std::vector<std::size_t>& places) {
    for (const std::size_t place : places) {
      const std::size_t j = free_[place];
      at_[j] = inputs_[j].start;
      result_.inputs[j] = {inputs_[j].start, inputs_[j].low, inputs_[j].high, false, false, true, true};
    }
    std::erase_if(free_, [this](std::size_t j) { return result_.inputs[j].held; });
  }

  Calibration as_it_was() {
    result_.after = result_.before;
    result_.misfit_after = result_.misfit_before;
    return std::move(result_);
  }

  std::span<const Unknown> inputs_;
  std::span<const Observed> observations_;
  const ResponseFunction& simulate_;
  const CalibrationOptions& options_;
  std::vector<std::size_t> free_;  ///< Ascending.
  std::vector<double> at_;         ///< By input: where the search is, or the start of a held one.
  std::size_t used_ = 0;           ///< Evaluations.
  Calibration result_;
};

}  // namespace

Calibration calibrate_determined(std::span<const Unknown> inputs, std::span<const Observed> observations,
                                 const ResponseFunction& simulate, const CalibrationOptions& options) {
  return DeterminedFit(inputs, observations, simulate, options).run();
}

}  // namespace trapphus::engine
