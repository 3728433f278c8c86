// SPDX-License-Identifier: MIT
#include "models/staircase/application.hpp"

#include <catch2/catch.hpp>

namespace trapphus::models {
namespace {

Time date(int year, unsigned month, unsigned day) {
  return std::chrono::sys_days(std::chrono::year(year) / static_cast<int>(month) / static_cast<int>(day));
}

SumLine line(int persons, std::int64_t kronor, Per per, std::optional<int> months, std::optional<int> days = {}) {
  SumLine line;
  line.persons = persons;
  line.price = Price{Money::kronor(kronor), per};
  line.months = months;
  line.days = days;
  return line;
}

SumLine amount(std::int64_t kronor, bool minus) {
  SumLine line;
  line.amount = Money::kronor(kronor);
  line.minus = minus;
  return line;
}

TEST_CASE("a term of the applicant's sum is persons x price x months, or days, or a year") {
  CHECK(computed(line(50, 16'500, Per::Month, 12)) == Money::kronor(9'900'000));
  CHECK(computed(line(50, 7'000, Per::Month, 12)) == Money::kronor(4'200'000));
  CHECK(computed(line(6, 1'000, Per::Day, {}, 365)) == Money::kronor(2'190'000));
  CHECK(computed(line(3, 500'000, Per::Year, {})) == Money::kronor(1'500'000));
  CHECK_FALSE(computed(amount(1, false)));
}

TEST_CASE("the sum of enheten is (9.9 - 4.2) + (2.1 - 0.8) - 2.9 = 4.1 MSEK a year") {
  SumLine tomorrow = line(50, 7'000, Per::Month, 12);
  tomorrow.minus = true;
  SumLine stated = line(6, 1'000, Per::Day, {}, 365);  // the application rounds 2.19 to 2.1
  stated.amount = Money::kronor(2'100'000);
  CHECK(total({line(50, 16'500, Per::Month, 12), tomorrow, stated, amount(800'000, true), amount(2'900'000, true)}) ==
        Money::kronor(4'100'000));
}

TEST_CASE("the lines of a budget are added by year, and all of them without one") {
  const std::vector<BudgetLine> lines{{{}, 2015, Money::kronor(11'000)}, {{}, {}, Money::kronor(1'444'000)}};
  CHECK(total(lines, 2015) == Money::kronor(11'000));
  CHECK(total(lines, 2016) == Money());
  CHECK(total(lines, {}) == Money::kronor(1'455'000));
}

TEST_CASE("hours are those of the weeks between the resource's dates, or the project's") {
  // 2015-03-01 to 2016-12-31 are 672 days: 96 weeks.
  Resource resource;
  resource.hours_per_week = 9;
  CHECK(hours(resource, date(2015, 3, 1), date(2017, 1, 1)) == Approx(864));
  resource.from = date(2016, 12, 18);
  CHECK(hours(resource, date(2015, 3, 1), date(2017, 1, 1)) == Approx(18));
}

}  // namespace
}  // namespace trapphus::models
