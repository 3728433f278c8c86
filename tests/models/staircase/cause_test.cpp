// SPDX-License-Identifier: MIT
#include "models/staircase/cause.hpp"

#include <catch2/catch.hpp>
#include <stdexcept>

#include "tests/models/build.hpp"

namespace trapphus::models {
namespace {

using build::Build;

Settings settings_with_causes() {
  Build b;
  b.placement("hotel");
  b.apartment("training", 5);
  const TeamId navigators = b.team("navigators", 1);
  b.team("debt_counsellor", 1);
  b.service("search", navigators, Distribution::constant(10));
  b.ceiling("nights", {"hotel"}, build::a_month(100'000));
  return b.settings();
}

TEST_CASE("causes are numbered rule, services, vacancies, support, pools, budgets, market, board") {
  const CauseTable causes(settings_with_causes());
  const std::vector<std::string> expected{"rule",
                                          "service:search",
                                          "vacancy:navigators",
                                          "vacancy:debt_counsellor",
                                          "support:navigators",
                                          "support:debt_counsellor",
                                          "pool:hotel",
                                          "pool:training",
                                          "budget:nights",
                                          "market",
                                          "board"};
  std::vector<std::string> names;
  for (std::size_t i = 0; i < causes.count(); ++i) names.push_back(causes.name(i));
  CHECK(names == expected);
}

TEST_CASE("each thing finds the cause that carries its name") {
  const CauseTable causes(settings_with_causes());
  CHECK(causes.name(causes.rule()) == "rule");
  CHECK(causes.name(causes.service(ServiceId(0))) == "service:search");
  CHECK(causes.name(causes.vacancy(TeamId(1))) == "vacancy:debt_counsellor");
  CHECK(causes.name(causes.support(TeamId(0))) == "support:navigators");
  CHECK(causes.name(causes.pool(StageId(1))) == "pool:training");
  CHECK(causes.name(causes.budget(0)) == "budget:nights");
  CHECK(causes.name(causes.market()) == "market");
  CHECK(causes.name(causes.board()) == "board");
}

TEST_CASE("a cause knows its kind and what it is about") {
  const CauseTable causes(settings_with_causes());
  CHECK(causes.kind(causes.pool(StageId(1))) == CauseKind::Pool);
  CHECK(causes.subject(causes.pool(StageId(1))) == 1);
  CHECK(causes.kind(causes.rule()) == CauseKind::Rule);
  CHECK(causes.kind(causes.board()) == CauseKind::Board);
  CHECK(causes.subject(causes.board()) == 0);
  CHECK_THROWS_AS(causes.kind(causes.count()), std::out_of_range);
  CHECK_THROWS_AS(causes.name(causes.count()), std::out_of_range);
}

TEST_CASE("kinds without a single thing take no numbers") {
  const CauseTable causes{Settings{}};
  CHECK(causes.count() == 3);
  CHECK(causes.kind(0) == CauseKind::Rule);
  CHECK(causes.kind(1) == CauseKind::Market);
  CHECK(causes.kind(2) == CauseKind::Board);
}

}  // namespace
}  // namespace trapphus::models
