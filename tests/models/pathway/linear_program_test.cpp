// SPDX-License-Identifier: MIT
#include "models/pathway/linear_program.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <stdexcept>

namespace trapphus::models {
namespace {

TEST_CASE("a linear program has the value and the prices of its vertex") {
  // 3 x + 5 y under x <= 4, 2 y <= 12, 3 x + 2 y <= 18: x = 2, y = 6. A unit more of the second lets y grow by 1/2 and
  // takes 1/3 of x: 5/2 - 1; of the third x grows by 1/3.
  LinearProgram program;
  const auto x = program.variable(3), y = program.variable();
  program.add_to_objective(y, 5);
  program.at_most({{x, 1}}, 4);
  program.at_most({{y, 1}, {y, 1}}, 12);
  program.at_most({{x, 3}, {y, 2}}, 18);
  const auto solution = program.solve();
  CHECK(solution.value == Approx(36));
  REQUIRE(solution.price.size() == 3);
  CHECK(solution.price[0] == Approx(0).margin(1e-12));
  CHECK(solution.price[1] == Approx(1.5));
  CHECK(solution.price[2] == Approx(1));
}

TEST_CASE("Beale's example, which goes round for ever without Bland's rule, ends at 1/20") {
  LinearProgram program;
  const auto a = program.variable(0.75), b = program.variable(-150), c = program.variable(0.02),
             d = program.variable(-6);
  program.at_most({{a, 0.25}, {b, -60}, {c, -0.04}, {d, 9}}, 0);
  program.at_most({{a, 0.5}, {b, -90}, {c, -0.02}, {d, 3}}, 0);
  program.at_most({{c, 1}}, 1);
  CHECK(program.solve().value == Approx(0.05));
}

TEST_CASE("what nothing limits is infinite, and a bound below 0 is refused") {
  LinearProgram program;
  const auto x = program.variable(1), y = program.variable();
  program.at_most({{x, 1}, {y, -1}}, 1);
  CHECK(std::isinf(program.solve().value));
  CHECK_THROWS_AS(program.at_most({{x, 1}}, -1), std::invalid_argument);
}

}  // namespace
}  // namespace trapphus::models
