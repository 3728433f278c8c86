// SPDX-License-Identifier: MIT
#include "engine/experiments/precision.hpp"

#include <Eigen/Eigenvalues>
#include <algorithm>
#include <cmath>

namespace trapphus::engine {

namespace {

using Eigen::MatrixXd;
using Eigen::VectorXd;

/// Fisher information at or below which an input's interval covers its whole range.
constexpr double kLeastInformation = 4;
/// Lower bound of the information's eigenvalues; smaller ones are rounding noise.
constexpr double kLeastEigenvalue = 1e-6;
/// Variance inflation factor above which an input is confounded with others. For two inputs it corresponds to a
/// correlation of 0.95.
constexpr double kVarianceInflation = 10;
constexpr double kConfounded = 0.95;

/// Groups of confounded inputs: connected by pairwise correlations, and one group of all inflated inputs without a
/// partner.
std::vector<ConfoundedInputs> groups(const std::vector<std::size_t>& inflated, const MatrixXd& inverse) {
  const auto correlation = [&](std::size_t a, std::size_t b) {
    return inverse(a, b) / std::sqrt(inverse(a, a) * inverse(b, b));
  };
  std::vector<std::vector<std::size_t>> result;
  std::vector<std::size_t> left;
  for (const std::size_t input : inflated) {
    std::vector<std::size_t> group{input};
    std::erase_if(result, [&](const std::vector<std::size_t>& other) {
      const bool joined = std::any_of(other.begin(), other.end(), [&](std::size_t member) {
        return std::abs(correlation(member, input)) > kConfounded;
      });
      if (joined) group.insert(group.end(), other.begin(), other.end());
      return joined;
    });
    std::sort(group.begin(), group.end());
    result.push_back(std::move(group));
  }
  std::vector<ConfoundedInputs> confounded;
  for (const auto& group : result) {
    if (group.size() == 1) left.push_back(group[0]);
    if (group.size() == 2) confounded.push_back({group, correlation(group[0], group[1])});
    if (group.size() > 2) confounded.push_back({group, 0});
  }
  std::sort(left.begin(), left.end());
  if (left.size() > 1) confounded.push_back({left, left.size() == 2 ? correlation(left[0], left[1]) : 0});
  std::sort(confounded.begin(), confounded.end(),
            [](const ConfoundedInputs& a, const ConfoundedInputs& b) { return a.inputs < b.inputs; });
  return confounded;
}

}  // namespace

Precision precision(const MatrixXd& effects, const MatrixXd& correlations) {
  const auto count = static_cast<std::size_t>(effects.cols());
  Precision result{std::vector<double>(count), std::vector<bool>(count, false), {}};
  if (count == 0) return result;
  const MatrixXd information = effects.transpose() * effects;
  const Eigen::SelfAdjointEigenSolver<MatrixXd> directions(information);
  const VectorXd weights = directions.eigenvalues().cwiseMax(kLeastEigenvalue).cwiseInverse();
  const MatrixXd inverse = directions.eigenvectors() * weights.asDiagonal() * directions.eigenvectors().transpose();
  const MatrixXd covariance = inverse * effects.transpose() * correlations * effects * inverse;
  std::vector<std::size_t> inflated;
  for (std::size_t j = 0; j < count; ++j) {
    result.deviation[j] = std::sqrt(std::max(0.0, covariance(j, j)));
    // Without information the observations do not bound the error: at least the width of the range.
    if (inverse(j, j) >= 1) result.deviation[j] = std::max(result.deviation[j], 1.0);
    result.unknown[j] = information(j, j) <= kLeastInformation;
    if (!result.unknown[j] && inverse(j, j) * information(j, j) > kVarianceInflation) inflated.push_back(j);
  }
  result.confounded = groups(inflated, inverse);
  return result;
}

MatrixXd correlations(const std::vector<Sample>& realisations) {
  const std::size_t size = realisations.empty() ? 0 : realisations.front().size();
  MatrixXd centred = MatrixXd::Zero(size, realisations.size());
  for (std::size_t i = 0; i < size; ++i) {
    const std::vector<double> values = column(realisations, i);
    double sum = 0, count = 0, squares = 0;
    for (const double value : values) {
      if (std::isnan(value)) continue;
      sum += value;
      ++count;
    }
    for (std::size_t r = 0; r < values.size(); ++r) {
      if (!std::isnan(values[r])) centred(i, r) = values[r] - sum / count;
      squares += centred(i, r) * centred(i, r);
    }
    if (squares > 0) {
      centred.row(i) /= std::sqrt(squares);
    } else {
      centred.row(i).setZero();
    }
  }
  MatrixXd result = MatrixXd::Zero(size, size);
  // Realisation by realisation: the order of centred * centred.transpose() depends on the vector instructions.
  for (const auto& realisation : centred.colwise()) result.noalias() += realisation * realisation.transpose();
  result.diagonal().setOnes();
  return result;
}

}  // namespace trapphus::engine
