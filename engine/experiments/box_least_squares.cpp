// SPDX-License-Identifier: MIT
#include "engine/experiments/box_least_squares.hpp"

#include <algorithm>
#include <cmath>
#include <nlopt.hpp>

namespace trapphus::engine {

namespace {

using Vector = std::vector<double>;

struct Problem {
  std::vector<Vector> matrix;
  Vector residual;
};

double sum_of_squares(const Vector& x, Vector& gradient, void* data) {
  const auto& problem = *static_cast<const Problem*>(data);
  double sum = 0;
  gradient.assign(gradient.size(), 0);
  for (std::size_t i = 0; i < problem.residual.size(); ++i) {
    const Vector& row = problem.matrix[i];
    double deviation = problem.residual[i];
    for (std::size_t j = 0; j < x.size(); ++j) deviation += row[j] * x[j];
    sum += deviation * deviation;
    for (std::size_t j = 0; j < gradient.size(); ++j) gradient[j] += 2 * deviation * row[j];
  }
  return sum;
}

double length(const Vector& values) {
  double squares = 0;
  for (const double value : values) squares += value * value;
  return std::sqrt(squares);
}

/// Normalises the columns, and everything by the norm of the residual, since the solver expects numbers around 1.
/// Returns the factor of each x.
Vector scale(Problem& problem, std::size_t count) {
  const double whole = length(problem.residual);
  Vector factors(count, 1.0), effects(problem.matrix.size());
  for (std::size_t j = 0; j < count; ++j) {
    for (std::size_t i = 0; i < effects.size(); ++i) effects[i] = problem.matrix[i][j];
    if (const double size = length(effects); size > 0) factors[j] = size / whole;
  }
  for (std::size_t i = 0; i < effects.size(); ++i) {
    problem.residual[i] /= whole;
    for (std::size_t j = 0; j < count; ++j) problem.matrix[i][j] /= whole * factors[j];
  }
  return factors;
}

}  // namespace

std::vector<double> box_least_squares(std::span<const std::vector<double>> matrix, std::span<const double> residual,
                                      std::span<const double> low, std::span<const double> high) {
  Problem problem{{matrix.begin(), matrix.end()}, {residual.begin(), residual.end()}};
  Vector x(low.size(), 0.0);
  if (length(problem.residual) == 0) return x;
  const Vector factors = scale(problem, x.size());
  Vector lowest, highest;
  for (std::size_t j = 0; j < x.size(); ++j) {
    lowest.push_back(low[j] * factors[j]);
    highest.push_back(high[j] * factors[j]);
  }
  nlopt::opt solver(nlopt::LD_SLSQP, static_cast<unsigned>(x.size()));
  solver.set_min_objective(sum_of_squares, &problem);
  solver.set_lower_bounds(lowest);
  solver.set_upper_bounds(highest);
  solver.set_xtol_abs(1e-9);
  solver.set_ftol_rel(1e-12);
  solver.set_maxeval(5000);
  double least = 0;
  try {
    solver.optimize(x, least);
  } catch (const nlopt::roundoff_limited&) {
    // Converged to machine precision: x holds the best point.
  }
  for (std::size_t j = 0; j < x.size(); ++j) x[j] = std::clamp(x[j] / factors[j], low[j], high[j]);
  return x;
}

}  // namespace trapphus::engine
