// SPDX-License-Identifier: MIT
#include "engine/experiments/box_least_squares.hpp"

#include <catch2/catch.hpp>

namespace trapphus::engine {
namespace {

using Eigen::MatrixXd;
using Eigen::VectorXd;
const VectorXd kLow{{-1, -1}}, kHigh{{1, 1}};

TEST_CASE("within the box the step solves the equations") {
  // 2x + y = 1, x - y = 0.2: x = 0.4, y = 0.2.
  const MatrixXd matrix{{2, 1}, {1, -1}};
  const auto x = box_least_squares(matrix, VectorXd{{-1, -0.2}}, kLow, kHigh);
  CHECK(x[0] == Approx(0.4).epsilon(1e-5));
  CHECK(x[1] == Approx(0.2).epsilon(1e-5));
}

TEST_CASE("an end of the box holds a step back, and the others make the best of it") {
  // Least squares of x + y = 3 and y = 0.5 with x <= 1: x = 1, then y minimises (y - 2)^2 + (y - 0.5)^2 and meets 1.
  const MatrixXd matrix{{1, 1}, {0, 1}};
  const auto x = box_least_squares(matrix, VectorXd{{-3, -0.5}}, kLow, kHigh);
  CHECK(x[0] == Approx(1).epsilon(1e-5));
  CHECK(x[1] == Approx(1).epsilon(1e-5));
}

TEST_CASE("what changes nothing stays where it is") {
  const MatrixXd matrix{{1, 0}, {1, 0}};
  const auto x = box_least_squares(matrix, VectorXd{{-0.5, -0.7}}, kLow, kHigh);
  CHECK(x[0] == Approx(0.6).epsilon(1e-5));
  CHECK(std::abs(x[1]) < 1e-6);
}

TEST_CASE("effects of very different size are solved alike") {
  const MatrixXd matrix{{1000, 0}, {0, 0.01}};
  const auto x = box_least_squares(matrix, VectorXd{{-300, -0.002}}, kLow, kHigh);
  CHECK(x[0] == Approx(0.3).epsilon(1e-5));
  CHECK(x[1] == Approx(0.2).epsilon(1e-5));
}

TEST_CASE("where nothing is amiss no step is taken") {
  const MatrixXd matrix{{1, 2}};
  CHECK(box_least_squares(matrix, VectorXd{{0}}, kLow, kHigh) == VectorXd{{0, 0}});
}

}  // namespace
}  // namespace trapphus::engine
