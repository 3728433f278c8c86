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

// 60 to 80 tenants who need 2.2 h a week are 132 to 176 h; six workers have 6 x 20 x 0.94 = 112.8 h, seven 131.6,
// twenty 376: enough. Notices come at r (1 + 2 (1 - p)), so a tenant of six workers gets at least 1.29 r (60
// tenants), one of twenty r. 40 replications of 4.5 years give about 1 200 notices: the ratio is known to 4 %.
TEST_CASE("Support workers at Enheten mean fewer notices as long as hours are missing, and then only cost") {
  const Ran six = unit("6"), seven = unit("7"), twenty = unit("20"), more = unit("24");
  const auto notices = [](const Ran& ran) { return ran.mean("moves.trial.supported") / ran.mean("households.trial"); };
  CHECK(notices(seven) < notices(six));
  CHECK(notices(twenty) < notices(seven));
  CHECK(notices(twenty) == Approx(0.09).epsilon(3.5 * 0.04));
  CHECK(notices(six) / notices(twenty) > 1.29 - 3.5 * 0.05);
  CHECK(more.mean("moves.trial.supported") == twenty.mean("moves.trial.supported"));
  CHECK(more.mean("first_hand") == twenty.mean("first_hand"));
  CHECK(more.mean("cost.staff") > twenty.mean("cost.staff"));
}

// With all hours a tenant loses the home at 0.06 + 0.01 + 0.04 = 0.11 a year, without any support three times as often.
// With 12 and 10 tenants, 4 years and 100 replications that is 520 losses, known to 4.4 %, and 1 300, to 2.8 %.
TEST_CASE("A lost Housing First home leads back to the shelter, three times as often without support") {
  const Ran ran(shipped("survey/pooled/base.yaml"), {}, unchecked(100));
  const auto lost = [&](std::size_t alternative) {
    return ran.mean("moves.apartment.lost_home", {}, alternative) / ran.mean("households.apartment", {}, alternative);
  };
  REQUIRE(ran.scenario.alternatives.at(1).name == "housing_first");
  REQUIRE(ran.scenario.alternatives.at(2).name == "apartments_only");
  CHECK(lost(1) == Approx(0.11).epsilon(3.5 * 0.044));
  CHECK(lost(2) == Approx(0.33).epsilon(3.5 * 0.028));
  CHECK(ran.mean("households.lost_home", {}, 1) > 1);
  CHECK(ran.mean("households.lost_home", {}, 2) > 1.7 * ran.mean("households.lost_home", {}, 1));
  CHECK(ran.mean("cost.terminations", {}, 2) > 1.7 * ran.mean("cost.terminations", {}, 1));
}
