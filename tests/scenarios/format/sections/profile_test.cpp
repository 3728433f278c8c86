// SPDX-License-Identifier: MIT
#include "scenarios/format/sections/profile.hpp"

#include <catch2/catch.hpp>

#include "models/staircase/scenario.hpp"
#include "tests/scenarios/support.hpp"

namespace trapphus::scenarios {
namespace {

using namespace testing;

TEST_CASE("the facts of a team are read, and what is not said is not known") {
  const auto profile =
      read_on_base("profile: {inhabitants: 82 000, landlords: 3, definition: one_year, title: coach}\n").profile;
  CHECK(profile.inhabitants == 82'000);
  CHECK(profile.landlords == 3);
  CHECK(profile.definition == "one_year");
  CHECK(profile.title == models::Label{"", "coach"});
  CHECK(is_empty(profile.after_hours));
  CHECK_FALSE(read_on_base("").profile.inhabitants);
}

TEST_CASE("answers in words have a language, or two, and a source") {
  const auto profile = read_on_base(
                           "profile:\n"
                           "  title: {sv: boendecoach, en: housing coach, source: the questionnaire of 2019}\n"
                           "  caseload: {value: shared, source: the questionnaire of 2019}\n"
                           "  comment: {value: {sv: ja}, assumption: by phone}\n")
                           .profile;
  CHECK(profile.title == models::Label{"boendecoach", "housing coach"});
  CHECK(profile.caseload == models::Label{"", "shared"});
  CHECK(profile.comment == models::Label{"ja", ""});
  CHECK(problems_on_base("profile: {title: {se: boendecoach}}\n").front().find("`se`") != std::string::npos);
}

TEST_CASE("a definition of retention that is none is answered with those that are") {
  const auto found = problems_on_base("profile: {definition: two_years}\n");
  REQUIRE(found.size() == 1);
  CHECK(found.front().find("not_given_notice, not_evicted, one_year") != std::string::npos);
}

TEST_CASE("a stage has tenants, and a move ends their tenancy in a way of its own") {
  const auto settings = settings_on_base(
      "stages: {training: {tenancy: yes}}\n"
      "moves: [{from: training, to: hotel, risk: 5 %/year, ending: notice}]\n");
  CHECK(by_name(settings.stages, "training").tenancy);
  CHECK_FALSE(by_name(settings.stages, "hotel").tenancy);
  CHECK(settings.moves.back().ending == models::Ending::Notice);
  CHECK_FALSE(settings.moves.front().ending);
}

TEST_CASE("no tenancy ends where nobody is a tenant, and a takeover ends it in one way only") {
  CHECK(problems_on_base("moves: [{from: training, to: hotel, risk: 5 %/year, ending: notice}]\n")
            .front()
            .find("expected `tenancy: yes` in `stages.training`") != std::string::npos);
  CHECK(problems_on_base("stages: {training: {tenancy: yes, allotted: 3/year}}\n"
                         "moves: [{from: training, to: own_home, takeover: yes, ending: planned}]\n")
            .front()
            .find("leave `ending` out") != std::string::npos);
  CHECK(problems_on_base("stages: {training: {tenancy: yes}, trial: {kind: apartment, units: 3, tenancy: yes}}\n"
                         "moves: [{from: training, to: trial, stay: 1 year, share: 10 %, ending: planned},\n"
                         "        {from: trial, to: own_home, stay: 1 year}]\n")
            .front()
            .find("the tenancy goes on in trial") != std::string::npos);
}

}  // namespace
}  // namespace trapphus::scenarios
