// SPDX-License-Identifier: MIT
#include "engine/statistics/jackknife.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <numeric>
#include <stdexcept>
#include <vector>

#include "engine/random/random.hpp"
#include "tests/engine/statistics/trials.hpp"

namespace trapphus::engine {
namespace {

const double kLeastCovered = 0.95 - 3.5 * std::sqrt(0.95 * 0.05 / 2000);

Jackknife mean_of(const std::vector<double>& values) {
  const double sum = std::accumulate(values.begin(), values.end(), 0.0);
  const auto count = static_cast<double>(values.size());
  Jackknife result{sum / count, {}, std::vector<std::size_t>(values.size(), 1)};
  for (const double value : values) result.without.push_back((sum - value) / (count - 1));
  return result;
}

/// Sum of the first over sum of the second.
Jackknife ratio_of(const std::vector<double>& parts, const std::vector<double>& wholes) {
  const double part = std::accumulate(parts.begin(), parts.end(), 0.0);
  const double whole = std::accumulate(wholes.begin(), wholes.end(), 0.0);
  Jackknife result{part / whole, {}, std::vector<std::size_t>(parts.size(), 1)};
  for (std::size_t i = 0; i < parts.size(); ++i) result.without.push_back((part - parts[i]) / (whole - wholes[i]));
  return result;
}

}  // namespace

TEST_CASE("The jackknife of a mean is Student's interval, and its pseudo-values are the values") {
  const std::vector<double> values{3, 1, 4, 1, 5, 9};
  const Interval student = confidence_interval(values), mean = mean_of(values).interval();
  CHECK(mean.mean == Approx(student.mean));
  CHECK(mean.low == Approx(student.low));
  CHECK(mean.high == Approx(student.high));
  CHECK(mean.count == 6);
  const auto pseudo = mean_of(values).pseudo_values();
  for (std::size_t i = 0; i < values.size(); ++i) CHECK(pseudo[i] == Approx(values[i]));
}

// Pseudo-values of 379.3 without sections of 9 of 200: 22.2 x 379.3 - 21.2 x 379.3 is 379.3 and a rounding of 1e-13,
// which made a width of as many decimals.
TEST_CASE("A value that no section changes has an interval without width") {
  for (const double value : {379.3, 0.1, -1.0 / 3, 1e7 / 3}) {
    Jackknife same{value, {}, {}};
    for (std::size_t i = 0; i < 23; ++i) {
      same.without.push_back(value);
      same.sizes.push_back(8 + i % 2);
    }
    CAPTURE(value);
    CHECK(same.interval().low == value);
    CHECK(same.interval().high == value);
  }
}

// Of the mean of n values in sections of m each, the pseudo-values are the means of the sections.
TEST_CASE("Sections of different sizes count by their sizes") {
  // 1, 2 | 3 | 4, 5, 6: mean 3.5; without the sections 4.5, 3.6, 2.
  const Jackknife mean{3.5, {4.5, 3.6, 2}, {2, 1, 3}};
  const auto pseudo = mean.pseudo_values();
  CHECK(pseudo[0] == Approx(1.5));
  CHECK(pseudo[1] == Approx(3));
  CHECK(pseudo[2] == Approx(5));
  // Their squared distances from 3.5 over (6/m - 1): 4/2, 0.25/5, 2.25/1; the mean of these 1.4333 is the variance.
  CHECK(mean.interval().high - 3.5 == Approx(4.302653 * std::sqrt((4.0 / 2 + 0.25 / 5 + 2.25) / 3)));
}

// 60 replications with a Poisson number of homes, of mean 0.5, at costs of mean 1.5: 3 a home. The mean of the ratios
// of those with a home is 1.5 E[1 / N | N > 0] = 1.5 x 0.879 = 1.32, since whoever has no home has no ratio either.
TEST_CASE("The interval of a ratio of rare events holds it, and that of the mean of ratios does not") {
  int mean_of_ratios = 0;
  // Half an event a replication: of 30 events Student's interval of a ratio is known to hold 93 of 100.
  CHECK(share_of_trials(26, 2000, [&](Stream& stream) {
          std::vector<double> costs, homes, ratios;
          for (int r = 0; r < 60; ++r) {
            double number = -1;
            for (double sum = 0; sum < 0.5; sum += stream.exponential()) ++number;
            homes.push_back(number);
            costs.push_back(1.5 * stream.exponential());
            if (number > 0) ratios.push_back(costs.back() / number);
          }
          const Interval pooled = ratio_of(costs, homes).interval(), mean = confidence_interval(ratios);
          if (mean.low <= 3 && 3 <= mean.high) ++mean_of_ratios;
          return pooled.low <= 3 && 3 <= pooled.high;
        }) >= kLeastCovered - 0.03);
  CHECK(mean_of_ratios < 200);
}

TEST_CASE("The interval of a median from sections of replications holds it about 95 times of 100") {
  // 1200 exponential values in 24 sections of fifty, more than the square root of all; the median is ln 2.
  const double least = 0.95 - 3.5 * std::sqrt(0.95 * 0.05 / 500);
  CHECK(share_of_trials(27, 500, [](Stream& stream) {
          std::vector<double> values;
          for (int i = 0; i < 1200; ++i) values.push_back(stream.exponential());
          Jackknife median{quantile(values, 0.5), {}, {}};
          const auto begins = sections(values.size(), 24);
          for (std::size_t s = 0; s + 1 < begins.size(); ++s) {
            std::vector<double> rest(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(begins[s]));
            rest.insert(rest.end(), values.begin() + static_cast<std::ptrdiff_t>(begins[s + 1]), values.end());
            median.without.push_back(quantile(rest, 0.5));
            median.sizes.push_back(begins[s + 1] - begins[s]);
          }
          const Interval interval = median.interval();
          return interval.low <= std::log(2) && std::log(2) <= interval.high;
        }) >= least - 0.02);
}

TEST_CASE("Paired statistics have the interval of their difference") {
  const Jackknife a = mean_of({1, 5, 9}), b = mean_of({2, 6, 10});
  const Interval difference = (b - a).interval();
  CHECK(difference.mean == Approx(1));
  CHECK(difference.low == Approx(1));
  CHECK(difference.high == Approx(1));
  CHECK_THROWS_AS(a - mean_of({1, 2}), std::invalid_argument);
}

TEST_CASE("Without two sections, or if one of them alone defines the statistic, there is no interval") {
  CHECK(std::isnan(mean_of({4}).interval().low));
  CHECK(mean_of({4}).interval().mean == 4);
  CHECK(std::isnan(ratio_of({3, 3}, {1, 0}).interval().high));
  CHECK(ratio_of({3, 3}, {1, 0}).interval().mean == 6);
}

TEST_CASE("Sections are as equal as possible and at most as many as replications") {
  CHECK(sections(10, 4) == std::vector<std::size_t>{0, 2, 5, 7, 10});
  CHECK(sections(3, 24) == std::vector<std::size_t>{0, 1, 2, 3});
  CHECK(sections(0, 24).empty());
}

}  // namespace trapphus::engine
