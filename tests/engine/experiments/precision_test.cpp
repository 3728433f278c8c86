// SPDX-License-Identifier: MIT
#include "engine/experiments/precision.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <limits>

namespace trapphus::engine {
namespace {

using Eigen::MatrixXd;

TEST_CASE("an input's error is the observation's, divided by the effect") {
  const Precision estimate = precision(MatrixXd{{10}}, MatrixXd{{1}});
  CHECK(estimate.deviation[0] == Approx(0.1));
  CHECK_FALSE(estimate.unknown[0]);
  CHECK(estimate.confounded.empty());
}

TEST_CASE("two observations halve the variance only as far as they are independent") {
  // Variance of the mean of two with correlation r: (1 + r) / 2.
  const MatrixXd effects{{10}, {10}};
  CHECK(precision(effects, MatrixXd{{1, 0}, {0, 1}}).deviation[0] == Approx(0.1 * std::sqrt(0.5)));
  CHECK(precision(effects, MatrixXd{{1, 0.5}, {0.5, 1}}).deviation[0] == Approx(0.1 * std::sqrt(0.75)));
  CHECK(precision(effects, MatrixXd{{1, 1}, {1, 1}}).deviation[0] == Approx(0.1));
}

TEST_CASE("what has no effect is unknown, and takes nothing from what is known") {
  const Precision estimate = precision(MatrixXd{{10, 0}}, MatrixXd{{1}});
  CHECK(estimate.deviation[0] == Approx(0.1));
  CHECK(estimate.unknown == std::vector<bool>{false, true});
  CHECK(estimate.deviation[1] >= 1);
  CHECK(estimate.confounded.empty());
}

TEST_CASE("inputs of which only the sum or difference has an effect are alike") {
  const Precision sum = precision(MatrixXd{{10, 10}}, MatrixXd{{1}});
  REQUIRE(sum.confounded.size() == 1);
  CHECK(sum.confounded[0].inputs == std::vector<std::size_t>{0, 1});
  const Precision three = precision(MatrixXd{{10, 10, 10}, {0, 0, 50}}, MatrixXd{{1, 0}, {0, 1}});
  REQUIRE(three.confounded.size() == 1);
  CHECK(three.confounded[0].inputs == std::vector<std::size_t>{0, 1});
  CHECK(three.deviation[2] == Approx(0.02));
}

TEST_CASE("inputs that are known, but only just from one another, are told with their correlation") {
  // The sum to 1/100, the difference to 1/10: variances (0.0001 + 0.01) / 4, covariance (0.0001 - 0.01) / 4.
  const Precision estimate = precision(MatrixXd{{100, 100}, {10, -10}}, MatrixXd{{1, 0}, {0, 1}});
  REQUIRE(estimate.confounded.size() == 1);
  CHECK(estimate.confounded[0].correlation == Approx(-0.0099 / 0.0101));
  CHECK(estimate.deviation[0] == Approx(std::sqrt(0.0101 / 4)));
  CHECK(precision(MatrixXd{{100, 100}, {50, -50}}, MatrixXd{{1, 0}, {0, 1}}).confounded.empty());
}

TEST_CASE("inputs of which little is known, each by itself, are not alike") {
  // Each to 1/1.5 of its range, and no effect in common.
  const Precision estimate = precision(MatrixXd{{1.5, 0}, {0, 3}}, MatrixXd{{1, 0}, {0, 1}});
  CHECK(estimate.confounded.empty());
  CHECK(estimate.unknown == std::vector<bool>{true, false});
}

TEST_CASE("three inputs of which only the sum is known are alike, though no two of them are") {
  const std::vector<std::size_t> all{0, 1, 2};
  const Precision estimate = precision(MatrixXd{{50, 50, 50}, {3, -3, 0}, {0, 3, -3}, {3, 0, -3}},
                                       MatrixXd{{1, 0, 0, 0}, {0, 1, 0, 0}, {0, 0, 1, 0}, {0, 0, 0, 1}});
  REQUIRE(estimate.confounded.size() == 1);
  CHECK(estimate.confounded[0].inputs == all);
}

TEST_CASE("correlations leave out what is missing, and what never varies") {
  const double none = std::numeric_limits<double>::quiet_NaN();
  const MatrixXd estimate = correlations({{1, 2, 5, none}, {2, 4, 5, 3}, {3, 6, 5, none}});
  CHECK(estimate(0, 1) == Approx(1));
  CHECK(estimate(0, 2) == 0);
  CHECK(estimate(2, 2) == 1);
  CHECK(estimate(0, 3) == 0);
  CHECK(estimate(3, 3) == 1);
}

}  // namespace
}  // namespace trapphus::engine
