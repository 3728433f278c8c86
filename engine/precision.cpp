// SPDX-License-Identifier: MIT
#include "engine/precision.hpp"

#include <Eigen/Eigenvalues>
#include <algorithm>
#include <cmath>

namespace trapphus::engine {

namespace {

using Eigen::MatrixXd;
using Eigen::VectorXd;

/// Information on a direction below this leaves an interval of the whole range, or more.
constexpr double kNothing = 4;
/// So little information that more digits of it would be noise.
constexpr double kLeast = 1e-6;
/// A part of a direction's square that makes an input belong to it.
constexpr double kPart = 0.1;
constexpr double kAlike = 0.95;

MatrixXd matrix(const std::vector<std::vector<double>>& rows, std::size_t columns) {
  MatrixXd found(static_cast<Eigen::Index>(rows.size()), static_cast<Eigen::Index>(columns));
  for (std::size_t i = 0; i < rows.size(); ++i) {
    for (std::size_t j = 0; j < columns; ++j)
      found(static_cast<Eigen::Index>(i), static_cast<Eigen::Index>(j)) = rows[i][j];
  }
  return found;
}

/// The inputs that make up a direction, ascending.
std::vector<std::size_t> members(const VectorXd& direction) {
  std::vector<std::size_t> found;
  for (Eigen::Index j = 0; j < direction.size(); ++j) {
    if (direction(j) * direction(j) > kPart) found.push_back(static_cast<std::size_t>(j));
  }
  return found;
}

bool within(const std::vector<Alike>& groups, std::size_t a, std::size_t b) {
  return std::any_of(groups.begin(), groups.end(), [&](const Alike& group) {
    const auto has = [&](std::size_t input) {
      return std::find(group.inputs.begin(), group.inputs.end(), input) != group.inputs.end();
    };
    return has(a) && has(b);
  });
}

}  // namespace

Precision precision(const std::vector<std::vector<double>>& effects,
                    const std::vector<std::vector<double>>& correlations) {
  const std::size_t count = effects.empty() ? 0 : effects.front().size();
  Precision found{std::vector<double>(count), std::vector<bool>(count, false), {}};
  if (count == 0) return found;
  const MatrixXd effect = matrix(effects, count);
  const MatrixXd errors = matrix(correlations, correlations.size());
  const Eigen::SelfAdjointEigenSolver<MatrixXd> information(effect.transpose() * effect);
  const VectorXd weights = information.eigenvalues().cwiseMax(kLeast).cwiseInverse();
  const MatrixXd inverse = information.eigenvectors() * weights.asDiagonal() * information.eigenvectors().transpose();
  const MatrixXd covariance = inverse * effect.transpose() * errors * effect * inverse;
  const auto correlation = [&](std::size_t a, std::size_t b) {
    const auto i = static_cast<Eigen::Index>(a), j = static_cast<Eigen::Index>(b);
    const double scale = std::sqrt(covariance(i, i) * covariance(j, j));
    return scale > 0 ? covariance(i, j) / scale : 0;
  };
  for (std::size_t j = 0; j < count; ++j) {
    const auto at = static_cast<Eigen::Index>(j);
    found.deviation[j] = std::sqrt(std::max(0.0, covariance(at, at)));
  }
  for (Eigen::Index k = 0; k < information.eigenvalues().size(); ++k) {
    if (information.eigenvalues()(k) >= kNothing) break;  // ascending
    const auto inputs = members(information.eigenvectors().col(k));
    if (inputs.size() == 1) found.unknown[inputs[0]] = true;
    if (inputs.size() == 2) found.alike.push_back({inputs, correlation(inputs[0], inputs[1])});
    if (inputs.size() > 2) found.alike.push_back({inputs, 0});
    // What nothing is known of has no error that the observations could tell: it may be anywhere.
    for (const std::size_t input : inputs) found.deviation[input] = std::max(found.deviation[input], 1.0);
  }
  for (std::size_t a = 0; a < count; ++a) {
    for (std::size_t b = a + 1; b < count; ++b) {
      if (found.unknown[a] || found.unknown[b] || within(found.alike, a, b)) continue;
      if (std::abs(correlation(a, b)) > kAlike) found.alike.push_back({{a, b}, correlation(a, b)});
    }
  }
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
