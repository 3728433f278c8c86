// SPDX-License-Identifier: MIT
#include "scenarios/reading/free.hpp"

#include <catch2/catch.hpp>

#include "models/staircase/scenario.hpp"
#include "tests/scenarios/support.hpp"

namespace trapphus::scenarios::testing {
namespace {

std::vector<models::FreeInput> free_of(const std::string& rows, const std::vector<Override>& free = {}) {
  const Folder folder;
  return ScenarioFile(folder.write("test.yaml", "extends: " + base_file() + "\n" + rows), free).scenario().free;
}

models::FreeInput one(const std::string& path, const std::string& range) {
  return free_of("free: [{path: " + path + ", range: \"" + range + "\"}]\n").at(0);
}

TEST_CASE("a free input has its value, its range and the unit in which the range is written") {
  const auto alone = one("moves.hotel.own_home.alone", "0.1/year..2/year");
  CHECK(alone.value == "0.3/year");
  CHECK(alone.start == 0.3);
  CHECK(alone.lowest == 0.1);
  CHECK(alone.highest == 2);
  CHECK(alone.unit == "/year");
  CHECK(alone.step == 0);
  const auto monthly = one("moves.hotel.own_home.alone.families", "0.01..0.2/month");
  CHECK(monthly.low == "0.01/month");
  CHECK(monthly.start == Approx(0.3 / 12));
  CHECK(one("groups.families.debts", "20 %..80 %").start == 50);
  CHECK(one("groups.families.debts", "0.2..0.8").start == 0.5);
  CHECK(one("staff.project.fte", "1..5").unit.empty());
  CHECK(one("moves.hotel.training.stay", "0..26 weeks").start == Approx(3 * 30.4375 / 7));
  CHECK(one("staff.project.direct_hours", "10..30 h/week").start == 24);
  CHECK(one("staff.project.cost", "500 to 700 kSEK/year").start == Approx(620));
}

TEST_CASE("what a timeline and an alternative set can be free too") {
  CHECK(one("timeline.2012-06-01.staff.project.fte", "1..5").start == 2);
  CHECK(one("timeline.2012-06.staff.project.fte", "1..5").start == 2);
  CHECK(one("alternatives.zero.staff.project.fte", "0..5").start == 0);
  const std::string prices =
      "timeline: [{on: 2012-01, change: {stages.hotel.price: {families: 600 SEK/day, others: 500 SEK/day}}}]\n";
  const auto price = free_of(prices +
                             "free: [{path: timeline.2012-01-01.stages.hotel.price.families, range: 400 SEK/day..900 "
                             "SEK/day}, {path: timeline.2012-01-01.stages.hotel.price.singles, range: 400..900 "
                             "SEK/day}]\n");
  CHECK(price.at(0).start == 600);
  CHECK(price.at(1).start == 500);
  CHECK(price.at(0).step == 0.01);
}

TEST_CASE("the command line's free inputs take the place of the file's") {
  const auto free =
      free_of("free: [{path: staff.project.fte, range: 1..5}]\n", {{"moves.hotel.own_home.offers", "1/year..3/year"}});
  REQUIRE(free.size() == 1);
  CHECK(free[0].path == "moves.hotel.own_home.offers");
}

TEST_CASE("a fitted value is written in the unit of its range, to so many significant digits") {
  const auto rate = one("moves.hotel.own_home.alone", "0.1/year..2/year");
  CHECK(written(rate, 1.6666, 4) == "1.6670/year");  // three decimals could be thousands
  CHECK(written(rate, 0.123456, 4) == "0.1235/year");
  CHECK(written(rate, 1.5, 4) == "1.5/year");
  CHECK(written(rate, 0.1000001, 4) == "0.1/year");
  CHECK(rounded(rate, 1.6666, 2) == 1.7);
  CHECK(written(one("groups.families.debts", "20 %..80 %"), 33.333, 3) == "33.3 %");
  CHECK(written(one("staff.project.fte", "1..5"), 2.71828, 4) == "2.7180");
  const auto price = one("stages.hotel.price", "400 SEK/day..20000 SEK/day");
  CHECK(written(price, 16499.6, 6) == "16 499.6 SEK/day");
  CHECK(written(price, 585.12345, 9) == "585.12 SEK/day");
  CHECK(written(price, 1234.5, 4) == "1234 SEK/day");
}

TEST_CASE("what is rounded out of the range becomes the end of the range") {
  const auto rate = one("moves.hotel.own_home.alone", "0.12345/year..1.23456/year");
  CHECK(written(rate, 0.12341, 4) == "0.12345/year");
  CHECK(written(rate, 1.23456, 4) == "1.23456/year");
  CHECK(rounded(rate, 1.23456, 4) <= 1.23456);
  CHECK(rounded(rate, 0.12345, 3) == 0.12345);
}

TEST_CASE("what is written for a fitted value reads back as that value") {
  const auto rate = one("moves.hotel.own_home.alone", "0.1/year..2/year");
  const std::string text = written(rate, 1.23456, 4);
  CHECK(settings_on_base("", {{rate.path, text}}).moves[0].alone[models::GroupId(0)].per_year() == Approx(1.235));
}

TEST_CASE("what cannot be free is told") {
  const auto problem = [](const std::string& path, const std::string& range) {
    const auto found = problems_on_base("free: [{path: " + path + ", range: " + range + "}]\n");
    return found.empty() ? "no problem" : found[0];
  };
  CHECK(problem("staf.project.fte", "1..2") == "2:15: there is no `staf`; did you mean `staff.project.fte`?");
  CHECK(problem("stages.training.units", "10..90").find("is no number that can be fitted") != std::string::npos);
  CHECK(problem("stages.hotel", "10..90").find("is no number that can be fitted") != std::string::npos);
  CHECK(problem("staff.project.absence", "0 %..9 %") ==
        "2:15: `staff.project.absence` is not given; expected the path of a number that is written down");
  CHECK(problem("services.housing_search.work", "1 h..9 h") ==
        "2:15: `services.housing_search.work` is gamma(14 h, 10 h); only a single number can be free");
  CHECK(problem("staff.project.fte", "3..4") == "2:15: `staff.project.fte` is 2.9, which is outside 3 to 4");
  CHECK(problem("staff.project.fte", "4..3") == "2:41: `4..3`: the first value is not below the second");
  CHECK(problem("staff.project.fte", "3") == "2:41: `3` is no range; expected two values, such as 1/week..3/week");
  CHECK(problem("staff.project.cost", "1 SEK/month..9 MSEK/year") ==
        "2:42: `1 SEK/month..9 MSEK/year`: both ends need the same unit");
  CHECK(problems_on_base("free: 3\n") == Lines{"2:7: `3` is no list; expected a list of mappings"});
  CHECK(problems_on_base("free: [{path: staff.project.fte, range: 1..5}, {path: staff.project.fte, range: 1..5}]\n") ==
        Lines{"2:55: `staff.project.fte` is listed twice"});
}

}  // namespace
}  // namespace trapphus::scenarios::testing
