// SPDX-License-Identifier: MIT
#include "models/measures/cost_book.hpp"

#include <catch2/catch.hpp>
#include <stdexcept>

#include "tests/models/recorder_driver.hpp"

namespace trapphus::models {
namespace {

using build::a_day;
using build::a_month;
using build::Build;
using build::kAnna;
using build::kBo;
using build::kCarl;
using build::kFamilies;
using build::kSingles;
using build::on;
using build::RecorderDriver;

const Time kYearFrom = on(2012, 1, 1), kYearTo = on(2013, 1, 1);

Build costed_staircase() {
  Build b;
  b.group("families", 3, "hotel");
  b.group("singles", 1, "hotel");
  b.placement("hotel", 585);
  b.apartment("training", 10, 6000);
  b.exit("own_home");
  b.planned("hotel", "training", build::fixed_days(90));
  b.planned("training", "own_home", build::fixed_days(500));
  return b;
}

TEST_CASE("nights are paid at the price of the group and of the form of placement") {
  Build b = costed_staircase();
  Form hostel{"hostel", {}, PerGroup<Price>({a_day(900), a_day(500)}), PerGroup<Share>(2, Share(1))};
  Form family_home{"family_home", {}, PerGroup<Price>({a_day(1700), a_day(1500)}), PerGroup<Share>(2, Share(0))};
  b.stage("hotel").forms = {hostel, family_home};
  RecorderDriver driver(b.settings(), kYearFrom, kYearTo);
  driver.state(kAnna).form = FormId(1);
  driver.state(kBo).form = FormId(0);
  driver.state(kCarl).form = FormId(1);
  for (const ClientId client : {kAnna, kBo, kCarl}) driver.arrives(client, "hotel", on(2012, 2, 1));
  for (const ClientId client : {kAnna, kBo, kCarl}) driver.moves(client, "own_home", on(2012, 2, 11));
  driver.finish();
  CHECK(driver.monthly("cost.acute")[1] == Approx(10 * (1700 + 900 + 1500)));
  CHECK(driver.monthly("cost.acute", kSingles)[1] == Approx(10 * 1500));
  CHECK(driver.value("cost.acute") == Approx(10 * (1700 + 900 + 1500) / 12.0));
}

TEST_CASE("a placement with forms needs to be told which") {
  Build b = costed_staircase();
  b.stage("hotel").forms = {{"hostel", {}, build::everyone(a_day(900)), build::everyone(Share(1))}};
  RecorderDriver driver(b.settings(), kYearFrom, kYearTo);
  CHECK_THROWS_AS(driver.arrives(kAnna, "hotel", kYearFrom), std::logic_error);
}

TEST_CASE("an apartment costs its rent on the line of the stage while somebody lives there, and as empty rent else") {
  Build b = costed_staircase();
  b.stage("training").fee = a_month(5000);
  b.stage("training").income_support = a_month(4000);
  RecorderDriver driver(b.settings(), kYearFrom, kYearTo);
  const StageId training = driver.stage("training");
  driver.recorder().units(kYearFrom, training, 1, 1);
  driver.moves_in(kCarl, "training", on(2012, 4, 1));
  driver.recorder().units(on(2012, 4, 1), training, 1, 0);
  driver.moves(kCarl, "own_home", on(2012, 6, 16));
  driver.recorder().units(on(2012, 6, 16), training, 1, 1);
  driver.finish();
  CHECK(driver.monthly("cost.rent")[3] == Approx(6000));
  CHECK(driver.monthly("cost.rent", kSingles)[5] == Approx(3000));  // 15 of 30 nights
  CHECK(driver.monthly("cost.empty_rent")[2] == Approx(6000));
  CHECK(driver.monthly("cost.empty_rent")[3] == 0);
  CHECK(driver.monthly("cost.empty_rent")[5] == Approx(3000));
  CHECK(driver.monthly("cost.fees")[3] == Approx(-5000));
  CHECK(driver.monthly("cost.income_support")[3] == Approx(4000));
  CHECK(driver.monthly("cost.total")[3] == Approx(6000 - 5000 + 4000));
  CHECK(driver.monthly("cost.total", kSingles)[5] == Approx(2500));
  CHECK(driver.monthly("cost.total", kFamilies)[5] == 0);
  // 2.5 months of 6000 - 5000 + 4000 and 9.5 of empty rent, for one home.
  CHECK(driver.value("cost_per_home") == Approx(2.5 * 5000 + 9.5 * 6000));
}

TEST_CASE("a move may cost something on its day, booked on its own line") {
  Build b = costed_staircase();
  Move& notice = b.risk("training", "hotel", 0.1);
  notice.cost = Money::kronor(25'000);
  notice.line = "terminations";
  RecorderDriver driver(b.settings(), kYearFrom, kYearTo);
  constexpr std::size_t kNotice = 2;
  driver.lives(kAnna, "training", kYearFrom, kYearFrom);
  driver.lives(kCarl, "training", kYearFrom, kYearFrom);
  driver.moves(kAnna, "hotel", on(2012, 5, 31, 23), kNotice);
  driver.moves(kCarl, "own_home", on(2012, 5, 31, 23), 1);
  driver.finish();
  CHECK(driver.monthly("cost.terminations")[4] == Approx(25'000));
  CHECK(driver.monthly("cost.terminations")[5] == 0);
  CHECK(driver.monthly("cost.terminations", kFamilies)[4] == Approx(25'000));
  CHECK(driver.monthly("cost.terminations", kSingles)[4] == 0);
  CHECK(driver.value("cost.terminations") == Approx(25'000 / 12.0));
}

TEST_CASE("a move that costs something needs a line") {
  Build b = costed_staircase();
  b.risk("training", "hotel", 0.1).cost = Money::kronor(1);
  CHECK_THROWS_AS(RecorderDriver(b.settings(), kYearFrom, kYearTo), std::invalid_argument);
}

TEST_CASE("fixed costs count between their dates, staff as it is paid") {
  Build b = costed_staircase();
  b.team("navigators", 2, 24, 15, 600'000);
  b.raw().costs.push_back({"premises", "premises", {}, a_month(3000), on(2012, 3, 1), on(2012, 5, 16)});
  RecorderDriver driver(b.settings(), kYearFrom, kYearTo);
  driver.recorder().staff(kYearFrom, TeamId(0), 1.5, 30);
  driver.recorder().staff(on(2012, 7, 1), TeamId(0), 0.25, 6);
  driver.finish({0});
  CHECK(driver.monthly("cost.premises")[1] == 0);
  CHECK(driver.monthly("cost.premises")[3] == Approx(3000));
  CHECK(driver.monthly("cost.premises")[4] == Approx(3000 * 15 / 31.0).margin(0.005));
  CHECK(driver.monthly("cost.staff")[0] == Approx(1.5 * 600'000 * 31 / 366).margin(0.01));
  CHECK(driver.monthly("cost.staff")[7] == Approx(0.25 * 600'000 * 31 / 366).margin(0.01));
}

TEST_CASE("a timeline's prices count from their date on") {
  Build b = costed_staircase();
  b.raw().costs.push_back({"premises", "premises", {}, a_day(100), kYearFrom, kYearTo});
  RecorderDriver driver(b.settings(), kYearFrom, kYearTo);
  Settings later = driver.settings();
  later.stages[0].price = PerGroup<Price>(2, a_day(1000));
  later.costs[0].amount = a_day(50);
  driver.arrives(kAnna, "hotel", kYearFrom);
  driver.recorder().settings(on(2012, 3, 11), later);
  driver.finish();
  CHECK(driver.monthly("cost.acute")[1] == Approx(29 * 585));
  CHECK(driver.monthly("cost.acute")[2] == Approx(10 * 585 + 21 * 1000));
  CHECK(driver.monthly("cost.acute")[3] == Approx(30 * 1000));
  CHECK(driver.monthly("cost.premises")[2] == Approx(10 * 100 + 21 * 50));
}

TEST_CASE("grants stand in the ledger as income, and no cost is less for them") {
  Build b = costed_staircase();
  b.raw().grants.push_back({"city", {}, Money::kronor(9100), on(2012, 2, 1), on(2012, 5, 2)});  // 91 nights
  RecorderDriver driver(b.settings(), kYearFrom, kYearTo);
  driver.finish();
  CHECK(driver.value("cost.total") == 0);
  REQUIRE_FALSE(driver.result().ledger.empty());
  const BookedLine& grant = driver.result().ledger.back();
  CHECK(grant.line == "grant:city");
  CHECK(grant.amounts[0] == Money());
  CHECK(grant.amounts[1] == Money::kronor(-2900));
  CHECK(grant.amounts[4] == Money::kronor(-100));
}

TEST_CASE("the ledger adds up to the total cost") {
  Build b = costed_staircase();
  b.team("navigators", 2, 24, 15, 600'001);
  b.stage("training").fee = {Money::ore(700'33), Per::Week};
  RecorderDriver driver(b.settings(), kYearFrom, kYearTo);
  driver.recorder().staff(kYearFrom, TeamId(0), 1.37, 30);
  driver.arrives(kAnna, "hotel", on(2012, 1, 17, 13));
  driver.arrives(kCarl, "hotel", on(2012, 3, 5, 2));
  driver.moves(kCarl, "training", on(2012, 7, 7, 7), 0);
  driver.finish({0});
  Money sum;
  for (const BookedLine& line : driver.result().ledger) {
    for (const Money amount : line.amounts) sum += amount;
  }
  CHECK(sum.in_kronor() == Approx(driver.value("cost.total") * 12).epsilon(1e-12));
  double months = 0;
  for (const double month : driver.monthly("cost.total")) months += month;
  CHECK(months == Approx(sum.in_kronor()).epsilon(1e-12));
}

TEST_CASE("overspending under a monthly ceiling is what exceeds it in single months") {
  Build b = costed_staircase();
  b.ceiling("acute", {"hotel"}, a_month(10'000));
  RecorderDriver driver(b.settings(), kYearFrom, kYearTo);
  driver.arrives(kAnna, "hotel", on(2012, 2, 1));
  driver.moves(kAnna, "own_home", on(2012, 3, 11));
  driver.finish();
  // February: 29 nights for 585 are 16 965; March: 10 nights, below the ceiling.
  CHECK(driver.value("overspent.acute") == Approx(6965));
}

TEST_CASE("a yearly ceiling is held against the year, rents of empty units count, fees do not") {
  Build b = costed_staircase();
  b.stage("training").fee = a_month(1000);
  b.ceiling("homes", {"training"}, build::a_year(60'000));
  RecorderDriver driver(b.settings(), kYearFrom, kYearTo);
  driver.recorder().units(kYearFrom, driver.stage("training"), 2, 2);
  driver.moves_in(kAnna, "training", on(2012, 7, 1));
  driver.recorder().units(on(2012, 7, 1), driver.stage("training"), 2, 1);
  driver.finish();
  CHECK(driver.value("overspent.homes") == Approx(24 * 6000 - 60'000));
}

TEST_CASE("a price needs a cost line") {
  Build b = costed_staircase();
  b.stage("hotel").line = "";
  const Settings settings = b.settings();
  const MeasureTable table(settings);
  CHECK_THROWS_AS(CostBook(table, settings, Period(kYearFrom, kYearTo)), std::invalid_argument);
}

}  // namespace
}  // namespace trapphus::models
