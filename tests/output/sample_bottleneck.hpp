// SPDX-License-Identifier: MIT
#pragma once

#include <cmath>
#include <limits>

#include "models/runs/results.hpp"
#include "models/staircase/scenario.hpp"
#include "models/studies/bottleneck.hpp"
#include "tests/output/sample_results.hpp"

namespace trapphus::tests {

/// A search on sample_scenario(): another unit of training saves, half a post more costs, and the market would help.
inline models::Bottleneck sample_bottleneck() {
  using namespace models;
  Bottleneck b;
  b.alternative = "project";
  b.label = {"Projektet", ""};
  b.measure = {"homes", "per year", "Households that get a home.", true, true, models::Better::More};
  b.seed = 7;
  b.replications = 200;
  b.base = {51, 50, 52, 200};
  b.base_cost = {600000, 590000, 610000, 200};
  b.ranked = {
      {{LeverKind::Units, 1, 1}, {1.2, 1.0, 1.4, 200}, {-5000, -6000, -4000, 200}, {-50000, -70000, -40000, 200}},
      {{LeverKind::Staff, 0, 0.5}, {2.0, 1.5, 2.5, 200}, {26000, 25000, 27000, 200}, {156000, 124000, 210000, 200}},
      {{LeverKind::Allotments, 1, 1}, {0.1, -0.2, 0.4, 200}, {3000, 2000, 4000, 200}, kNoEstimate},
      {{LeverKind::Staff, 0, 0.5}, {-0.4, -0.6, -0.2, 200}, {26000, 25000, 27000, 200}, kNoEstimate}};
  b.market = LeverEffect{{LeverKind::Market, 0, 0.1}, {4.0, 3.5, 4.5, 200}, {-9000, -9900, -8100, 200}, kNoEstimate};
  b.together = TwoTogether{{LeverKind::Units, 1, 1},
                           {LeverKind::Staff, 0, 0.5},
                           {4, 3.5, 4.5, 200},
                           {21000, 20000, 22000, 200},
                           {0.8, 0.4, 1.2, 200}};
  b.lost = {{"hotel", "families", "pool:training", {300, 280, 320, 200}},
            {"hotel", "singles", "service:housing_search", {600, 580, 620, 200}},
            {"", "singles", "pool:training", {100, 80, 120, 200}}};
  PathwayLimits limits;
  limits.homes_per_year = 60;
  limits.greatest_homes_per_year = std::numeric_limits<double>::infinity();
  b.limits.push_back({sample_scenario().from, limits});
  limits.greatest_homes_per_year = 55.5;
  limits.bottleneck = {"stage training (76 units)"};
  limits.narrow = {{PathwayLimits::Narrow::Kind::Units, "training", {}, 76, 0}};
  b.limits.push_back({sample_scenario().to, limits});
  return b;
}

}  // namespace trapphus::tests
