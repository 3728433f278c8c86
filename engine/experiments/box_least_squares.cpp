// SPDX-License-Identifier: MIT
#include "engine/experiments/box_least_squares.hpp"

#include <algorithm>
#include <cmath>
#include <nlopt.hpp>
#include <vector>

namespace trapphus::engine {

namespace {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;

struct Problem {
  MatrixXd matrix;
  VectorXd residual;
};

// Sums are accumulated term by term, as in calibration.cpp.

double sum_of_squares(const std::vector<double>& x, std::vector<double>& gradient, void* data) {
  const auto& problem = *static_cast<const Problem*>(data);
  VectorXd deviation = problem.residual;
  for (std::size_t j = 0; j < x.size(); ++j) deviation += problem.matrix.col(j) * x[j];
  double sum = 0;
  for (const double each : deviation) sum += each * each;
  for (std::size_t j = 0; j < gradient.size(); ++j) {
    gradient[j] = 0;
    for (Index i = 0; i < deviation.size(); ++i) gradient[j] += 2 * deviation(i) * problem.matrix(i, j);
  }
  return sum;
}

double length(const Eigen::Ref<const VectorXd>& values) {
  double squares = 0;
  for (const double value : values) squares += value * value;
  return std::sqrt(squares);
}

/// Normalises the columns, and everything by the norm of the residual, since the solver expects numbers around 1.
/// Returns the factor of each x.
VectorXd scale(Problem& problem) {
  const double whole = length(problem.residual);
  VectorXd factors = VectorXd::Ones(problem.matrix.cols());
  problem.residual /= whole;
  for (Index j = 0; j < factors.size(); ++j) {
    if (const double size = length(problem.matrix.col(j)); size > 0) factors(j) = size / whole;
    problem.matrix.col(j) /= whole * factors(j);
  }
  return factors;
}

std::vector<double> elements(const VectorXd& values) {
  return {values.begin(), values.end()};
}

}  // namespace

VectorXd box_least_squares(const MatrixXd& matrix, const VectorXd& residual, const VectorXd& low,
                           const VectorXd& high) {
  if (length(residual) == 0) return VectorXd::Zero(low.size());
  Problem problem{matrix, residual};
  const VectorXd factors = scale(problem);
  std::vector<double> x(factors.size(), 0.0);
  nlopt::opt solver(nlopt::LD_SLSQP, static_cast<unsigned>(x.size()));
  solver.set_min_objective(sum_of_squares, &problem);
  solver.set_lower_bounds(elements(low.cwiseProduct(factors)));
  solver.set_upper_bounds(elements(high.cwiseProduct(factors)));
  solver.set_xtol_abs(1e-9);
  solver.set_ftol_rel(1e-12);
  solver.set_maxeval(5000);
  double least = 0;
  try {
    solver.optimize(x, least);
  } catch (const nlopt::roundoff_limited&) {
    // Converged to machine precision: x holds the best point.
  }
  VectorXd step(factors.size());
  for (Index j = 0; j < step.size(); ++j) step(j) = std::clamp(x[j] / factors(j), low(j), high(j));
  return step;
}

}  // namespace trapphus::engine
