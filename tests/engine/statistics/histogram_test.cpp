// SPDX-License-Identifier: MIT
#include "engine/statistics/histogram.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <stdexcept>
#include <vector>

namespace trapphus::engine {

TEST_CASE("Lengths are counted on their whole day") {
  DayHistogram days;
  for (const Duration length : {Duration(0), kDay - Duration(1), kDay, 2 * kDay + Duration(5), 2 * kDay})
    days.add(length);
  CHECK(std::vector<std::int64_t>(days.counts().begin(), days.counts().end()) == std::vector<std::int64_t>{2, 1, 2});
  CHECK(days.count() == 5);
  CHECK(days.on_day(2) == 2);
  CHECK(days.on_day(99) == 0);
}

TEST_CASE("The mean is exact to the second") {
  DayHistogram days;
  days.add(kDay / 2);
  days.add(kDay * 5 / 4);
  CHECK(days.mean() == Approx(0.875));
  CHECK(days.mean_beyond() == Approx(0.375));
}

TEST_CASE("A quantile is the first day by which that share is over") {
  DayHistogram days;
  days.add_day(10, 50);
  days.add_day(20, 40);
  days.add_day(300, 10);
  CHECK(days.quantile(0) == 10);
  CHECK(days.quantile(0.5) == 10);
  CHECK(days.quantile(0.51) == 20);
  CHECK(days.quantile(0.9) == 20);  // 0.9 x 100 is a little above 90 in binary
  CHECK(days.quantile(0.91) == 300);
  CHECK(days.quantile(1) == 300);
}

TEST_CASE("Merged histograms are one histogram of all lengths") {
  DayHistogram left;
  DayHistogram right;
  DayHistogram whole;
  for (int i = 0; i < 100; ++i) {
    const Duration length(i * i * 997);
    (i % 3 == 0 ? left : right).add(length);
    whole.add(length);
  }
  left.merge(right);
  left.merge(DayHistogram());
  CHECK(left.count() == 100);
  CHECK(left.mean() == Approx(whole.mean()));
  CHECK(std::vector<std::int64_t>(left.counts().begin(), left.counts().end()) ==
        std::vector<std::int64_t>(whole.counts().begin(), whole.counts().end()));
}

TEST_CASE("An empty histogram has no mean and no quantile") {
  CHECK(std::isnan(DayHistogram().mean()));
  CHECK(std::isnan(DayHistogram().quantile(0.5)));
  CHECK(DayHistogram().mean_beyond() == 0);
}

TEST_CASE("A histogram refuses a negative length and an impossible share") {
  DayHistogram days;
  CHECK_THROWS_AS(days.add(Duration(-1)), std::domain_error);
  CHECK_THROWS_AS(days.quantile(1.5), std::domain_error);
  CHECK(days.count() == 0);
}

}  // namespace trapphus::engine
