// SPDX-License-Identifier: MIT
#include "models/studies/compared_retention.hpp"

#include <catch2/catch.hpp>
#include <cmath>

using namespace trapphus;
using namespace trapphus::models;

namespace {

/// Two replications; the second definition is not_evicted.
TeamFigures row(const Scenario& scenario, std::vector<double> not_given_notice, std::vector<double> not_evicted) {
  TeamFigures one{&scenario, {}, {}};
  one.columns.resize(kRetentions, std::vector<double>(not_evicted.size(), NAN));
  one.columns[0] = std::move(not_given_notice);
  one.columns[1] = std::move(not_evicted);
  for (const auto& values : one.columns) {
    double sum = 0;
    int count = 0;
    for (const double value : values) {
      sum += std::isnan(value) ? 0 : value;
      count += std::isnan(value) ? 0 : 1;
    }
    one.estimates.push_back({count > 0 ? sum / count : NAN, NAN, NAN, count});
  }
  return one;
}

Scenario team(const std::string& definition) {
  Scenario scenario;
  scenario.profile.definition = definition;
  return scenario;
}

}  // namespace

// First: not evicted 0.9 and 1.0, mean 0.95; second: 0.5 and 0.8, mean 0.65; mean of the two 0.8. First's own
// definition gives 0.7 and 0.9, mean 0.8.
TEST_CASE("by definition is own less common, by rest is common less the mean, both with paired intervals") {
  const auto strict = team("not_given_notice"), same = team("not_evicted");
  const auto found =
      split_retention({row(strict, {0.7, 0.9}, {0.9, 1.0}), row(same, {0.4, 0.6}, {0.5, 0.8})}, Retention::NotEvicted);
  CHECK(found.mean == Approx(0.8));
  CHECK(found.rows[0].by_definition.mean == Approx(-0.15));
  CHECK(found.rows[0].by_rest.mean == Approx(0.15));
  CHECK(found.rows[1].by_rest.mean == Approx(-0.15));
  // Differences -0.2 and -0.1: deviation 0.1 / sqrt(2), standard error 0.05, Student's t with one degree 12.706.
  CHECK(found.rows[0].by_definition.low == Approx(-0.15 - 12.706 * 0.05).epsilon(1e-4));
  CHECK((found.rows[1].by_definition.low == 0 && found.rows[1].by_definition.high == 0));
}

TEST_CASE("replications that do not define a value are left out, and what is left still adds up") {
  const auto strict = team("not_given_notice"), none = team("");
  const auto found =
      split_retention({row(strict, {NAN, 0.6, 0.8}, {0.9, 0.7, 0.8}), row(none, {0.4, 0.6, 0.5}, {0.5, NAN, 0.3})},
                      Retention::NotEvicted);
  const RetentionSplit& one = found.rows[0];
  CHECK(one.by_definition.mean + one.by_rest.mean == Approx(one.own.mean - found.mean));
  CHECK_FALSE(found.rows[1].definition);
  CHECK(std::isnan(found.rows[1].by_definition.mean));
}

TEST_CASE("one team alone differs from nobody") {
  const auto same = team("not_evicted");
  const auto found = split_retention({row(same, {0.4, 0.6}, {0.5, 0.8})}, Retention::NotEvicted);
  CHECK(std::isnan(found.rows[0].by_rest.mean));
  CHECK(std::isnan(split_retention({}, Retention::NotEvicted).mean));
}
