// SPDX-License-Identifier: MIT
#pragma once

#include <cmath>

#include "models/studies/comparison.hpp"

namespace trapphus::tests {

/// Two teams side by side, made by hand: Lund with four tenants and an assumption, Malmö with fifty and a cost; both
/// with rates of their own and equal time.
inline models::Comparison sample_comparison() {
  using models::Retention;
  models::Comparison c;
  c.seed = 7;
  c.replications = 200;
  c.common = Retention::NotGivenNotice;
  c.common_mean = 0.9;
  c.columns.push_back({{"retention.not_evicted", "share", "Of all tenants ever...", true, false, models::Better::More},
                       false,
                       1,
                       0,
                       0.4});
  c.columns.push_back(
      {{"cost.total", "SEK/month", "All costs, a month.", true, true, models::Better::Less}, true, 0, 0, NAN});
  models::ComparedRow lund;
  lund.scenario = lund.name = "Lund";
  lund.file = "survey/lund.yaml";
  lund.alternative = "scenario";
  lund.apartments = lund.mean_apartments = 4;
  lund.fte = lund.mean_fte = 2;
  lund.tenants = 4;
  lund.exposure = 3.5;
  lund.rates = models::Rates::Own;
  lund.profile.title = {"socialsekreterare", "social worker"};
  lund.profile.caseload = {"delas", "shared"};
  lund.assumed.push_back({"staff.team.caseload", "3", "", "visits are shared", "", "", "survey/lund.yaml", 9});
  lund.values.push_back(models::ComparedValue{{0.95, 0.93, 0.97, 200}, 0.75, 1, true, 1, false, 0.7});
  lund.values.emplace_back();
  models::ComparedRow malmo = lund;
  malmo.scenario = malmo.name = "Malmö";
  malmo.file = "survey/malmo.yaml";
  malmo.apartments = 50;
  malmo.mean_apartments = 40;
  malmo.fte = malmo.mean_fte = 8;
  malmo.profile.inhabitants = 340'000;
  malmo.profile.landlords = 4;
  malmo.profile.caseload = {"högst 10", "at most 10"};
  malmo.assumed.clear();
  malmo.values[0] = models::ComparedValue{{0.85, 0.84, 0.86, 200}, 0.76, 0.94, true, 2, false, 0.6};
  malmo.values[1] = models::ComparedValue{{400'000, 396'000, 404'000, 200}, 3e5, 5e5, false, 1, false, 1};
  models::RetentionSplit split{Retention::NotGivenNotice, {0.84, 0.72, 0.92, 1},   50,
                               {0.85, 0.84, 0.86, 200},   {0.85, 0.84, 0.86, 200}, {0, 0, 0, 200},
                               {-0.05, -0.06, -0.04, 200}};
  malmo.retention = split;
  split.definition = Retention::NotEvicted;
  split.observed = {1, NAN, NAN, 0};
  split.of.reset();
  split.own.mean = 0.97;
  split.common.mean = 0.95;
  split.by_definition = {0.02, 0.01, 0.03, 200};
  split.by_rest = {0.05, 0.04, 0.06, 200};
  lund.retention = split;
  c.rows = {lund, malmo};
  return c;
}

}  // namespace trapphus::tests
