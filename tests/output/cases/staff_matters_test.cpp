// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>
#include <string>

#include "tests/output/cases/ran.hpp"

using namespace trapphus;
using tests::Ran;
using tests::shipped;

namespace {

models::RunOptions unchecked(int replications) {
  models::RunOptions options;
  options.replications = replications;
  options.check = models::CheckChoice::Off;
  return options;
}

/// The unit's zero alternative, with as many support workers.
Ran unit(const std::string& workers) {
  return Ran(shipped("enheten/unit.yaml"), {{"staff.support_workers.fte", workers}}, unchecked(40),
             {{"zero"}, false, false, false, false});
}

}  // namespace

// 80 tenants who need 1.8 h a week are 144 h; six workers have 6 x 20 x 0.94 = 112.8 h, seven 131.6, nine 169.2.
// Notices come at r (1 + 2 (1 - p)): p is 0.78, 0.91 and 1.
TEST_CASE("Support workers at Enheten mean fewer notices as long as hours are missing, and then only cost") {
  const Ran six = unit("6"), seven = unit("7"), nine = unit("9"), twelve = unit("12");
  const double of_six = six.mean("moves.trial.supported") / six.mean("households.trial");
  const double of_seven = seven.mean("moves.trial.supported") / seven.mean("households.trial");
  const double of_nine = nine.mean("moves.trial.supported") / nine.mean("households.trial");
  CHECK(of_seven < of_six);
  CHECK(of_nine < of_seven);
  // 40 replications of 4.5 years with 80 tenants: about 1 500 and 2 100 notices, so the ratio is known to 3.4 %.
  const double p = 112.8 / 144;
  CHECK(of_six / of_nine == Approx(1 + 2 * (1 - p)).epsilon(3.5 * 0.034));
  CHECK(twelve.mean("moves.trial.supported") == nine.mean("moves.trial.supported"));
  CHECK(twelve.mean("first_hand") == nine.mean("first_hand"));
  CHECK(twelve.mean("cost.staff") > nine.mean("cost.staff"));
}

// With all hours a tenant loses the home at 0.06 + 0.01 + 0.04 = 0.11 a year, without any support three times as often.
// 20 apartments, 4 years, 100 replications: 880 losses, 3.4 %.
TEST_CASE("A lost Housing First home leads back to the shelter, three times as often without support") {
  const Ran ran(shipped("survey/pooled/base.yaml"), {}, unchecked(100));
  const auto lost = [&](std::size_t alternative) {
    return ran.mean("moves.apartment.lost_home", {}, alternative) / ran.mean("households.apartment", {}, alternative);
  };
  REQUIRE(ran.scenario.alternatives.at(1).name == "housing_first");
  REQUIRE(ran.scenario.alternatives.at(2).name == "apartments_only");
  CHECK(lost(1) == Approx(0.11).epsilon(3.5 * 0.034));
  CHECK(lost(2) == Approx(0.33).epsilon(3.5 * 0.02));
  CHECK(ran.mean("households.lost_home", {}, 1) > 1);
  CHECK(ran.mean("households.lost_home", {}, 2) > 2 * ran.mean("households.lost_home", {}, 1));
  CHECK(ran.mean("cost.terminations", {}, 2) > 2 * ran.mean("cost.terminations", {}, 1));
}
