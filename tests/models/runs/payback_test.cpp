// SPDX-License-Identifier: MIT
#include "models/runs/payback.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <stdexcept>

#include "models/runs/run.hpp"
#include "models/staircase/scenario.hpp"
#include "tests/models/build.hpp"
#include "tests/models/recorder_driver.hpp"

namespace trapphus::models {
namespace {

using build::Build;
using build::on;

std::vector<Money> kronor(const std::vector<int>& amounts) {
  std::vector<Money> all;
  for (const int amount : amounts) all.push_back(Money::kronor(amount));
  return all;
}

std::optional<std::size_t> month(const std::vector<int>& amounts) {
  return payback_month(kronor(amounts));
}

/// Catch would take a month for a range, since it has begin() and end().
std::string named(const std::optional<engine::Month>& month) {
  return month ? engine::to_string(*month) : "never";
}

const Period kHalfYear(on(2015, 11, 1), on(2016, 5, 1));

TEST_CASE("payback is the first month from which the cumulative saving stays at or above 0") {
  CHECK(month({-5, 2, 3, 1}) == 2);
  CHECK(month({-5, 6, -2, 1, 1}) == 3);  // above 0 in the second month, but not for good
  CHECK(month({3, -3, 0}) == 0);
  CHECK_FALSE(month({5, -6}));
  CHECK_FALSE(month({}));
}

TEST_CASE("a payback to the öre is one, and one öre short is none") {
  CHECK(payback_month(std::vector<Money>{Money::ore(-100), Money::ore(100)}) == 1);
  CHECK_FALSE(payback_month(std::vector<Money>{Money::ore(-100), Money::ore(99)}));
}

TEST_CASE("savings are summed by month and by calendar year") {
  const Saving saving =
      summarise({kronor({-4, 1, 1, 1, 2, 5}), kronor({-2, 1, 1, 1, 0, 1})}, kHalfYear, engine::Month(2016 * 12 + 3));
  CHECK(named(saving.cumulative.from) == "2015-11");
  CHECK(saving.cumulative.mean == std::vector<double>{-3, -2, -1, 0, 1, 4});
  CHECK(named(saving.yearly.from) == "2015-01");
  CHECK(saving.yearly.mean == std::vector<double>{-2, 6});
  CHECK(saving.totals == std::vector<double>{6, 2});
  CHECK(saving.all.mean == 4);
}

TEST_CASE(
    "the probability counts replications that pay back by the project's end, and those that never do are the latest") {
  // Paid back in months 1 (December), 2 (January), 3 (February) and never.
  const MonthlySavings saved{kronor({-1, 1, 0, 0, 0, 0}), kronor({-1, 0, 1, 0, 0, 0}), kronor({-1, 0, 0, 1, 0, 0}),
                             kronor({-1, 0, 0, 0, 0, 0})};
  const Payback january = summarise(saved, kHalfYear, engine::Month(2016 * 12)).payback;
  CHECK(january.probability == 0.5);
  // Clopper-Pearson of 2 in 4.
  CHECK(january.low == Approx(0.067586).epsilon(1e-4));
  CHECK(january.high == Approx(0.932414).epsilon(1e-4));
  CHECK(named(january.median) == "2016-01");
  CHECK(named(january.early) == "2015-12");
  CHECK(named(january.late) == "never");
  CHECK(summarise(saved, kHalfYear, engine::Month(2016 * 12 + 3)).payback.probability == 0.75);
}

TEST_CASE("without replications nothing is known of a payback") {
  const Saving saving = summarise({}, kHalfYear, engine::Month(2016 * 12));
  CHECK(std::isnan(saving.payback.probability));
  CHECK(std::isnan(saving.all.mean));
  CHECK(saving.cumulative.mean.empty());
}

/// A hotel, a post and a grant for it: `zero` pays nights, `project` pays the post and gets the grant.
struct Sample {
  Scenario its;
  std::vector<ReplicationResult> zero, project;

  Sample() {
    Build b;
    b.group("families", 1, "hotel");
    b.placement("hotel", 585);
    b.exit("own_home");
    b.offers("hotel", "own_home", 1);
    its.from = on(2015, 11, 1);
    its.to = on(2016, 2, 1);
    for (const char* name : {"zero", "project"}) its.alternatives.push_back({name, {}, {{its.from, b.settings()}}});
    its.application.emplace();
    its.application->payers = {{"district", {}, {"acute", "staff"}, {}, {"city"}}, {"reserve", {}, {}, {"city"}, {}}};
    its.application->ends = on(2016, 1, 1);
    zero.resize(1);
    zero.front().ledger = {{"acute", StageId(0), GroupId(0), kronor({100, 100, 100})}};
    project.resize(1);
    project.front().ledger = {{"staff", {}, {}, kronor({50, 50, 50})},
                              {"acute", StageId(0), GroupId(0), kronor({70, 40, 10})},
                              {"grant:city", {}, {}, kronor({-20, -20, 0})}};
  }
  [[nodiscard]] SavingResult result() const { return savings(its, its.alternatives[1], zero, project); }
};

TEST_CASE("a saving is of all lines, less the grants, or of acute stages alone") {
  const SavingResult saving = Sample().result();
  CHECK(saving.name == "project");
  CHECK(saving.cost.cumulative.mean == std::vector<double>{-20, -10, 30});
  CHECK(saving.with_grants.cumulative.mean == std::vector<double>{0, 30, 70});
  CHECK(saving.acute.cumulative.mean == std::vector<double>{30, 90, 180});
  CHECK(named(saving.cost.payback.by) == "2015-12");
  CHECK(saving.cost.payback.probability == 0);  // in January 2016: after the project's end
  CHECK(saving.with_grants.payback.probability == 1);
}

TEST_CASE("each payer has its own lines, and a grant is one payer's income and the other's cost") {
  const SavingResult saving = Sample().result();
  REQUIRE(saving.payers.size() == 2);
  CHECK(saving.payers[0].name == "district");
  CHECK(saving.payers[0].all.mean == 70);
  CHECK(saving.payers[1].all.mean == -40);
}

TEST_CASE("where neither alternative books any money nothing pays back") {
  // A saving of 0 in every month would have paid for itself from the first one.
  Sample sample;
  sample.zero.front().ledger = {{"acute", StageId(0), GroupId(0), kronor({0, 0, 0})}};
  sample.project.front().ledger.clear();
  CHECK_FALSE(sample.result().cost.payback.defined());
  sample.zero.front().ledger = {{"acute", StageId(0), GroupId(0), kronor({0, 0, 1})}};
  CHECK(sample.result().cost.payback.defined());
}

TEST_CASE("savings are between the same replications") {
  Sample sample;
  sample.zero.push_back(sample.zero.front());
  CHECK_THROWS_AS(sample.result(), std::invalid_argument);
}

TEST_CASE("in a run the saving is minus the difference of the cost, and alternatives that are the same save nothing") {
  Sample sample;
  sample.its.application.reset();
  sample.its.seed = 3;
  sample.its.precision_measure = "cost.total";
  auto& other = sample.its.alternatives[1].epochs.front().settings.stages[0].price;
  other = PerGroup<Price>(1, build::a_day(500));
  sample.its.alternatives.push_back(sample.its.alternatives[0]);
  sample.its.alternatives[2].name = "same";
  RunOptions options;
  options.replications = 5;
  options.check = CheckChoice::Off;
  const Results results = run(sample.its, options);
  REQUIRE(results.savings.size() == 2);
  const MeasureTable table(sample.its);
  const Estimate& more = results.differences[0].all[table.find("cost.total").value()];
  CHECK(results.savings[0].cost.all.mean == Approx(-more.mean * 3).epsilon(1e-9));  // three calendar months
  CHECK(results.savings[0].cost.all.low == Approx(-more.high * 3).epsilon(1e-9));
  CHECK(results.savings[0].cost.payback.probability == 1);
  CHECK(results.savings[1].cost.totals == std::vector<double>(5, 0));
}

}  // namespace
}  // namespace trapphus::models
