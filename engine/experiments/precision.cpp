// SPDX-License-Identifier: MIT
#include "engine/experiments/precision.hpp"

#include <Eigen/Eigenvalues>
#include <algorithm>
#include <cmath>

namespace trapphus::engine {

namespace {

using Eigen::MatrixXd;
using Eigen::VectorXd;

/// An input of which this or less is known by itself has an interval of its whole range, or more.
constexpr double kNothing = 4;
/// So little information that more digits of it would be noise.
constexpr double kLeast = 1e-6;
/// The variance of an input is this many times what it would be if the others were known: other inputs can stand in for
/// it. Of two, it is a correlation of 0.95.
constexpr double kInflated = 10;
constexpr double kAlike = 0.95;

MatrixXd matrix(const std::vector<std::vector<double>>& rows, std::size_t columns) {
  MatrixXd found(static_cast<Eigen::Index>(rows.size()), static_cast<Eigen::Index>(columns));
  for (std::size_t i = 0; i < rows.size(); ++i) {
    for (std::size_t j = 0; j < columns; ++j)
      found(static_cast<Eigen::Index>(i), static_cast<Eigen::Index>(j)) = rows[i][j];
  }
  return found;
}

double at(const MatrixXd& values, std::size_t row, std::size_t column) {
  return values(static_cast<Eigen::Index>(row), static_cast<Eigen::Index>(column));
}

/// Groups of inputs that can stand in for each other: those that go together two by two, and whoever is left together
/// with all the others that are left.
std::vector<Alike> groups(const std::vector<std::size_t>& inflated, const MatrixXd& inverse) {
  const auto correlation = [&](std::size_t a, std::size_t b) {
    return at(inverse, a, b) / std::sqrt(at(inverse, a, a) * at(inverse, b, b));
  };
  std::vector<std::vector<std::size_t>> found;
  std::vector<std::size_t> left;
  for (const std::size_t input : inflated) {
    std::vector<std::size_t> group{input};
    std::erase_if(found, [&](const std::vector<std::size_t>& other) {
      const bool joined = std::any_of(other.begin(), other.end(), [&](std::size_t member) {
        return std::abs(correlation(member, input)) > kAlike;
      });
      if (joined) group.insert(group.end(), other.begin(), other.end());
      return joined;
    });
    std::sort(group.begin(), group.end());
    found.push_back(std::move(group));
  }
  std::vector<Alike> alike;
  for (const auto& group : found) {
    if (group.size() == 1) left.push_back(group[0]);
    if (group.size() == 2) alike.push_back({group, correlation(group[0], group[1])});
    if (group.size() > 2) alike.push_back({group, 0});
  }
  std::sort(left.begin(), left.end());
  if (left.size() > 1) alike.push_back({left, left.size() == 2 ? correlation(left[0], left[1]) : 0});
  std::sort(alike.begin(), alike.end(), [](const Alike& a, const Alike& b) { return a.inputs < b.inputs; });
  return alike;
}

}  // namespace

Precision precision(const std::vector<std::vector<double>>& effects,
                    const std::vector<std::vector<double>>& correlations) {
  const std::size_t count = effects.empty() ? 0 : effects.front().size();
  Precision found{std::vector<double>(count), std::vector<bool>(count, false), {}};
  if (count == 0) return found;
  const MatrixXd effect = matrix(effects, count);
  const MatrixXd errors = matrix(correlations, correlations.size());
  const MatrixXd information = effect.transpose() * effect;
  const Eigen::SelfAdjointEigenSolver<MatrixXd> directions(information);
  const VectorXd weights = directions.eigenvalues().cwiseMax(kLeast).cwiseInverse();
  const MatrixXd inverse = directions.eigenvectors() * weights.asDiagonal() * directions.eigenvectors().transpose();
  const MatrixXd covariance = inverse * effect.transpose() * errors * effect * inverse;
  std::vector<std::size_t> inflated;
  for (std::size_t j = 0; j < count; ++j) {
    found.deviation[j] = std::sqrt(std::max(0.0, at(covariance, j, j)));
    // What nothing is known of has no error that the observations could tell: it may be anywhere.
    if (at(inverse, j, j) >= 1) found.deviation[j] = std::max(found.deviation[j], 1.0);
    found.unknown[j] = at(information, j, j) <= kNothing;
    if (!found.unknown[j] && at(inverse, j, j) * at(information, j, j) > kInflated) inflated.push_back(j);
  }
  found.alike = groups(inflated, inverse);
  return found;
}

std::vector<std::vector<double>> correlations(const std::vector<Sample>& realisations) {
  const std::size_t size = realisations.empty() ? 0 : realisations.front().size();
  std::vector<std::vector<double>> centred(size, std::vector<double>(realisations.size(), 0.0));
  for (std::size_t i = 0; i < size; ++i) {
    const std::vector<double> values = column(realisations, i);
    double sum = 0, count = 0, squares = 0;
    for (const double value : values) {
      if (std::isnan(value)) continue;
      sum += value;
      ++count;
    }
    for (std::size_t r = 0; r < values.size(); ++r) {
      if (!std::isnan(values[r])) centred[i][r] = values[r] - sum / count;
      squares += centred[i][r] * centred[i][r];
    }
    for (double& value : centred[i]) value = squares > 0 ? value / std::sqrt(squares) : 0;
  }
  std::vector<std::vector<double>> found(size, std::vector<double>(size));
  for (std::size_t i = 0; i < size; ++i) {
    for (std::size_t j = 0; j < size; ++j) {
      for (std::size_t r = 0; r < realisations.size(); ++r) found[i][j] += centred[i][r] * centred[j][r];
    }
    found[i][i] = 1;
  }
  return found;
}

}  // namespace trapphus::engine
