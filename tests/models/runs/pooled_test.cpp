// SPDX-License-Identifier: MIT
#include "models/runs/pooled.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <limits>
#include <vector>

#include "models/runs/estimates.hpp"
#include "models/runs/range.hpp"
#include "tests/models/recorder_driver.hpp"

namespace trapphus::models {
namespace {

using build::Build;

constexpr double kUndefined = std::numeric_limits<double>::quiet_NaN();
constexpr auto kNothing = std::numeric_limits<std::size_t>::max();

/// Measures 0: a ratio; 1, 2: mean and median of a table; 3: a share of counted households.
ReplicationResult one_of(Quotient quotient, const std::vector<std::vector<int>>& days_by_group,
                         engine::Proportion count = {}) {
  ReplicationResult result;
  result.values.assign(1 + days_by_group.size(), std::vector<double>(4, kUndefined));
  result.values[0][0] = quotient.whole == 0 ? kUndefined : quotient.part / quotient.whole;
  result.values[0][1] = 1;
  result.quotients.resize(result.values.size());
  result.quotients[0][0] = quotient;
  result.counts.resize(result.values.size());
  result.counts[0][3] = count;
  for (std::size_t g = 0; g < days_by_group.size(); ++g) {
    engine::Survival stays;
    for (const int days : days_by_group[g]) stays.ended(days * engine::kDay);
    result.tables.push_back({GroupId(g), {1, 2, kNothing, kNothing}, stays});
  }
  return result;
}

}  // namespace

TEST_CASE("a ratio is that of the sums, also over replications that do not define it by themselves") {
  // Costs of 100 in each of four; homes 0, 1, 3, 0: 400 / 4. The mean of the ratios would be (100 + 33.3) / 2.
  std::vector<ReplicationResult> runs;
  for (const double homes : {0.0, 1.0, 3.0, 0.0}) runs.push_back(one_of({100, homes}, {{}}));
  const auto found = pooled(references(runs), 0, 0);
  REQUIRE(found);
  CHECK(found->value.value == Approx(100));
  CHECK(found->replications == 2);
  // Without each: 300/4, 300/3, 300/1, 300/4; pseudo-values 175, 100, -500, 175: mean -12.5, deviation 326.92.
  CHECK(found->value.interval().high - 100 == Approx(3.182446 * 326.92 / 2).epsilon(1e-3));
  CHECK_FALSE(pooled(references(runs), 0, 7));
}

TEST_CASE("stays of all replications and groups make one table") {
  std::vector<ReplicationResult> runs;
  for (int r = 0; r < 6; ++r) runs.push_back(one_of({}, {{10 + r}, {100 + r, 200 + r}}));
  const auto rows = pooled(references(runs));
  // Means: 12.5; 102.5 and 202.5.
  CHECK(rows[1].at(1).value.value == Approx(12.5));
  CHECK(rows[2].at(1).value.value == Approx(152.5));
  CHECK(rows[0].at(1).value.value == Approx((12.5 + 305) / 3));
  CHECK(rows[1].at(2).value.value == 12);
  CHECK(rows[0].at(2).value.value == 102);
  CHECK(rows[0].at(1).replications == 6);
  CHECK_FALSE(rows[0].at(1).at_least);
  // The mean's jackknife is Student's interval of 10..15: deviation 1.870829, t(0.975, 5) = 2.570582.
  CHECK(rows[1].at(1).value.interval().high - 12.5 == Approx(2.570582 * 1.870829 / std::sqrt(6)));
  const ReplicationResult part = only(runs[0], 1);
  CHECK(part.values.size() == 1);
  CHECK(pooled({&part}, 0, 1)->value.value == Approx(310 / 3.0));
}

TEST_CASE("shares of counted households are all parts of all wholes") {
  // 1 of 1 and 0 of 9: a tenth, not a half.
  const std::vector<ReplicationResult> runs{one_of({}, {{}}, {1, 1}), one_of({}, {{}}, {0, 9})};
  CHECK(pooled(references(runs), 0, 3)->value.value == Approx(0.1));
}

TEST_CASE("of a lower bound less a value a lower bound is known, and of a value less a lower bound nothing") {
  Pooled exact{{10, {9, 11}, {1, 1}}, false, 2}, bound{{30, {28, 32}, {1, 1}}, true, 2};
  const Estimate value = with_interval(bound);
  CHECK(value.mean == 30);
  CHECK(value.at_least);
  CHECK(std::isnan(value.high));
  CHECK(value.low < 30);
  CHECK(with_interval(bound - exact).mean == 20);
  CHECK(with_interval(bound - exact).at_least);
  CHECK(std::isnan(with_interval(exact - bound).mean));
  CHECK(std::isnan(with_interval(bound - bound).mean));
  CHECK(with_interval(exact - exact).mean == 0);
}

TEST_CASE("an interval ends where no value can be") {
  const Measure homes{"homes", "per year", "", true, true}, share{"vacancy.x", "share", "", false, false},
      fees{"cost.fees", "SEK/month", "", true, true};
  const Estimate wide{8, -1, 17, 5};
  CHECK(within(range_of(homes), wide).low == 0);
  CHECK(within(range_of(homes), wide).high == 17);
  CHECK(within(range_of(fees), wide).low == -1);
  Measure nights = fees;
  nights.amounts = Amounts::NotNegative;
  CHECK(within(range_of(nights), wide).low == 0);
  CHECK(within(range_of(nights), wide).high == 17);
  nights.amounts = Amounts::NotPositive;
  CHECK(within(range_of(nights), Estimate{-8, -17, 1, 5}).high == 0);
  CHECK(within(range_of(nights), Estimate{-8, -17, 1, 5}).low == -17);
  const Estimate most = within(range_of(share), Estimate{0.98, 0.9, 1.06, 5});
  CHECK(most.low == 0.9);
  CHECK(most.high == 1);
  CHECK(std::isnan(within(range_of(share), Estimate{0.5, kUndefined, kUndefined, 1}).low));
}

}  // namespace trapphus::models
