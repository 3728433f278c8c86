// SPDX-License-Identifier: MIT
#include "engine/statistics/tally.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <vector>

namespace trapphus::engine {

namespace {
Tally of(const std::vector<double>& values) {
  Tally tally;
  for (const double value : values) tally.add(value);
  return tally;
}
}  // namespace

TEST_CASE("A tally knows count, mean, variance and extremes") {
  // 2, 4, 4, 4, 5, 5, 7, 9: mean 5, squared distances sum to 32.
  const Tally tally = of({2, 4, 4, 4, 5, 5, 7, 9});
  CHECK(tally.count() == 8);
  CHECK(tally.mean() == Approx(5));
  CHECK(tally.sum() == Approx(40));
  CHECK(tally.variance() == Approx(32.0 / 7));
  CHECK(tally.deviation() == Approx(std::sqrt(32.0 / 7)));
  CHECK(tally.standard_error() == Approx(std::sqrt(32.0 / 7 / 8)));
  CHECK(tally.least() == 2);
  CHECK(tally.greatest() == 9);
}

TEST_CASE("What a tally cannot know is not a number") {
  CHECK(std::isnan(Tally().mean()));
  CHECK(std::isnan(Tally().least()));
  CHECK(std::isnan(Tally().greatest()));
  CHECK(Tally().sum() == 0);
  CHECK(std::isnan(of({3}).variance()));
  CHECK(std::isnan(of({3}).standard_error()));
  CHECK(of({3}).mean() == 3);
}

TEST_CASE("A small spread on a large mean is not lost") {
  // Summing squares would lose it: 1e9 squared leaves no digit for 1.
  CHECK(of({1e9 + 1, 1e9 + 2, 1e9 + 3}).variance() == Approx(1));
}

TEST_CASE("Merged tallies are one tally of all numbers, in whatever parts") {
  const std::vector<double> values{3, -1, 4, 1, -5, 9, 2, 6};
  const Tally whole = of(values);
  for (std::size_t cut = 0; cut <= values.size(); ++cut) {
    Tally parts = of({values.begin(), values.begin() + static_cast<std::ptrdiff_t>(cut)});
    parts.merge(of({values.begin() + static_cast<std::ptrdiff_t>(cut), values.end()}));
    CHECK(parts.count() == whole.count());
    CHECK(parts.mean() == Approx(whole.mean()));
    CHECK(parts.variance() == Approx(whole.variance()));
    CHECK(parts.least() == -5);
    CHECK(parts.greatest() == 9);
  }
}

}  // namespace trapphus::engine
