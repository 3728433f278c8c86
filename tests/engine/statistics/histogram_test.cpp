// SPDX-License-Identifier: MIT
#include "engine/statistics/histogram.hpp"

#include <catch2/catch.hpp>
#include <stdexcept>

#include "engine/random/random.hpp"

namespace trapphus::engine {
namespace {

struct Totals {
  std::int64_t count = 0, seconds = 0;
};

Totals totals(const LengthHistogram& histogram) {
  Totals sum;
  for (const auto& bin : histogram.bins()) {
    sum.count += bin.count;
    sum.seconds += bin.count * bin.begin.count() + bin.beyond.count();
  }
  return sum;
}

bool equal(const LengthHistogram& a, const LengthHistogram& b) {
  const auto left = a.bins(), right = b.bins();
  return std::equal(left.begin(), left.end(), right.begin(), right.end(), [](const auto& x, const auto& y) {
    return x.begin == y.begin && x.count == y.count && x.beyond == y.beyond;
  });
}

}  // namespace

TEST_CASE("A few lengths are kept to the second") {
  LengthHistogram lengths;
  for (const int seconds : {129'600, 5, 129'601, 5}) lengths.add(Duration(seconds));
  const auto bins = lengths.bins();
  REQUIRE(bins.size() == 3);
  CHECK(bins[0].begin == Duration(5));
  CHECK(bins[0].count == 2);
  CHECK(bins[1].mean() == 1.5);
  CHECK(bins[2].begin == Duration(129'601));
  CHECK(lengths.count() == 4);
}

TEST_CASE("Many lengths take no more memory, and none is lost or shortened") {
  LengthHistogram lengths;
  Stream stream({58, 0, 0, 0});
  Totals added;
  for (int i = 0; i < 50'000; ++i) {
    const Duration length(static_cast<std::int64_t>(40 * 86'400 * stream.exponential()));
    lengths.add(length);
    ++added.count;
    added.seconds += length.count();
  }
  // A thousand may not yet be in the bins.
  CHECK(lengths.bins().size() <= 2 * LengthHistogram::kMostBins);
  CHECK(lengths.width() > Duration(1));
  CHECK(totals(lengths).count == added.count);
  CHECK(totals(lengths).seconds == added.seconds);
}

TEST_CASE("Those of no length at all stay apart from short ones in wide bins") {
  LengthHistogram lengths;
  for (int i = 0; i < 20'000; ++i) lengths.add(Duration(i % 2 == 0 ? 0 : i * 1000 + 1));
  REQUIRE(lengths.width() > Duration(1000));
  const auto bins = lengths.bins();
  CHECK(bins[0].count == 10'000);
  CHECK(bins[0].mean() == 0);
  CHECK(bins[1].mean() > 0);
}

TEST_CASE("Merged histograms are one histogram of all lengths, and what was merged can be taken out") {
  LengthHistogram left, right, whole;
  for (int i = 0; i < 100; ++i) {
    const Duration length(i * i * 997);
    (i % 3 == 0 ? left : right).add(length);
    whole.add(length);
  }
  LengthHistogram merged = left;
  merged.merge(right);
  merged.merge(LengthHistogram());
  CHECK(equal(merged, whole));
  merged.remove(right);
  CHECK(merged.count() == left.count());
  CHECK(equal(merged, left));
}

TEST_CASE("Histograms of different widths merge at the wider one") {
  LengthHistogram fine, coarse;
  fine.add(Duration(7));
  for (int i = 0; i < 20'000; ++i) coarse.add(Duration(i * 1000));
  const Totals before = totals(coarse);
  coarse.merge(fine);
  CHECK(totals(coarse).count == before.count + 1);
  CHECK(totals(coarse).seconds == before.seconds + 7);
  coarse.remove(fine);
  CHECK(totals(coarse).seconds == before.seconds);
}

TEST_CASE("A histogram refuses a negative length") {
  LengthHistogram lengths;
  CHECK_THROWS_AS(lengths.add(Duration(-1)), std::domain_error);
  CHECK(lengths.count() == 0);
}

}  // namespace trapphus::engine
