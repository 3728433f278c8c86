// SPDX-License-Identifier: MIT
#include "models/staircase/selection.hpp"

#include <catch2/catch.hpp>

using namespace trapphus::models;

namespace {

Scenario four_alternatives() {
  Scenario all;
  all.alternatives = {{"zero", {}, {}}, {"project", {}, {}}, {"more", {}, {}}, {"without_staff", {}, {}, "project"}};
  all.cases = {{"low", {}, {}}};
  all.observations.resize(2);
  all.application.emplace();
  all.afterwards.emplace();
  return all;
}

std::string names(const Scenario& scenario) {
  std::string text;
  for (const auto& alternative : scenario.alternatives) text += alternative.name + " ";
  return text;
}

}  // namespace

TEST_CASE("without a choice all of a scenario is selected") {
  const Scenario all = selected(four_alternatives(), {});
  CHECK(names(all) == "zero project more without_staff ");
  CHECK((all.cases.size() == 1 && all.observations.size() == 2 && all.application && all.afterwards));
}

TEST_CASE("alternatives are selected by name, in the order of the scenario, and contributions can be left out") {
  CHECK(names(selected(four_alternatives(), {.alternatives = {"more", "zero"}})) == "zero more ");
  CHECK(names(selected(four_alternatives(), {.contributions = false})) == "zero project more ");
  CHECK(names(selected(four_alternatives(), {.alternatives = {"zero", "without_staff"}, .contributions = false})) ==
        "zero ");
}

TEST_CASE("cases, observations and the application are left out each by itself") {
  const Scenario without_cases = selected(four_alternatives(), {.cases = false});
  CHECK((without_cases.cases.empty() && without_cases.observations.size() == 2 && without_cases.application));
  const Scenario without_observations = selected(four_alternatives(), {.observations = false});
  CHECK((without_observations.observations.empty() && without_observations.cases.size() == 1));
  const Scenario without_application = selected(four_alternatives(), {.application = false});
  CHECK((!without_application.application && !without_application.afterwards && without_application.cases.size() == 1));
}

TEST_CASE("an alternative is called by its name, the first by none") {
  const Scenario all = four_alternatives();
  CHECK(alternative_called(all, "") == &all.alternatives[0]);
  CHECK(alternative_called(all, "more") == &all.alternatives[2]);
  CHECK(alternative_called(all, "nothing") == nullptr);
}
