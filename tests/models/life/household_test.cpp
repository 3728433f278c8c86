// SPDX-License-Identifier: MIT
#include "models/life/household.hpp"

#include <catch2/catch.hpp>
#include <cmath>

#include "tests/models/witness.hpp"

using namespace trapphus::models;
using namespace trapphus::models::build;

namespace {

Household household_of(const Settings& settings, std::uint32_t number) {
  const GroupId group(0);
  return {settings, {group, number}, Fate(7, 0, group, false, number), nullptr};
}

Settings with_debts(double share) {
  Build b;
  b.group("singles", 1);
  const auto debts = b.attribute("debts");
  b.has("singles", debts, share);
  return b.settings();
}

}  // namespace

TEST_CASE("an attribute is had by its share of the households") {
  const Settings settings = with_debts(0.3);
  int with = 0;
  constexpr int kHouseholds = 10'000;
  for (std::uint32_t i = 0; i < kHouseholds; ++i) {
    with += household_of(settings, i).meets({{AttributeId(0), true}}) ? 1 : 0;
  }
  // Binomial: standard error sqrt(0.3 x 0.7 / n).
  REQUIRE(std::abs(with / double{kHouseholds} - 0.3) < 3.5 * std::sqrt(0.21 / kHouseholds));
}

TEST_CASE("a higher share adds households with the attribute, and takes it from nobody") {
  const Settings fewer = with_debts(0.3);
  const Settings more = with_debts(0.5);
  int added = 0;
  for (std::uint32_t i = 0; i < 1000; ++i) {
    const bool before = household_of(fewer, i).meets({{AttributeId(0), true}});
    const bool after = household_of(more, i).meets({{AttributeId(0), true}});
    REQUIRE((!before || after));
    added += after && !before ? 1 : 0;
  }
  REQUIRE(added > 100);
}

TEST_CASE("a household meets conditions only if it has all that is wanted and nothing that is not") {
  Build b;
  b.group("singles", 1);
  const auto debts = b.attribute("debts");
  const auto income = b.attribute("income");
  b.has("singles", debts, 1);
  b.has("singles", income, 0);
  const Settings settings = b.settings();
  const Household household(settings, {GroupId(0), 0}, Fate(1, 0, GroupId(0), false, 0), nullptr);
  REQUIRE(household.meets({}));
  REQUIRE(household.meets({{debts, true}}));
  REQUIRE(household.meets({{debts, true}, {income, false}}));
  REQUIRE_FALSE(household.meets({{debts, true}, {income, true}}));
  REQUIRE_FALSE(household.meets({{debts, false}}));
}

TEST_CASE("an initial household may have other attributes than its group, and services that are finished") {
  Build b;
  b.group("singles", 1);
  const auto debts = b.attribute("debts"), income = b.attribute("income");
  b.has("singles", debts, 0);
  b.has("singles", income, 1);
  const auto team = b.team("counsellors", 1);
  const auto counselling = b.service("counselling", team, Distribution::constant(3));
  const auto course = b.service("course", team, Distribution::constant(3));
  const Settings settings = b.settings();
  Initial initial;
  initial.attributes = {Share(1), std::nullopt};
  initial.done = {course};
  const Household household(settings, {GroupId(0), 0}, Fate(1, 0, GroupId(0), true, 0), &initial);
  REQUIRE(household.state.initial);
  REQUIRE(household.meets({{debts, true}, {income, true}}));
  REQUIRE(household.has_finished(course));
  REQUIRE_FALSE(household.has_finished(counselling));
}

TEST_CASE("a service that is not needed counts as done") {
  Build b;
  b.group("singles", 1);
  const auto debts = b.attribute("debts");
  const auto counselling = b.service("counselling", b.team("counsellors", 1), Distribution::constant(3));
  b.service(counselling).only_if = {{debts, true}};
  const Settings settings = b.settings();
  Household household(settings, {GroupId(0), 0}, Fate(1, 0, GroupId(0), false, 0), nullptr);
  REQUIRE(household.done_with(settings, counselling));
  REQUIRE_FALSE(household.has_finished(counselling));
}

TEST_CASE("children are drawn from the group's distribution, and visits are counted by stage") {
  Build b;
  b.group("families", 1);
  b.group("families").children = Distribution::discrete({{1, 0.5}, {3, 0.5}});
  const StageId hotel = b.placement("hotel");
  const StageId hostel = b.placement("hostel");
  const Settings settings = b.settings();
  int three = 0;
  for (std::uint32_t i = 0; i < 1000; ++i) {
    const Household family = household_of(settings, i);
    REQUIRE((family.state.children == 1 || family.state.children == 3));
    three += family.state.children == 3 ? 1 : 0;
  }
  REQUIRE(std::abs(three - 500) < 3.5 * std::sqrt(250));
  Household family = household_of(settings, 0);
  REQUIRE(family.count_visit(hotel) == 0);
  REQUIRE(family.count_visit(hotel) == 1);
  REQUIRE(family.count_visit(hostel) == 0);
}
