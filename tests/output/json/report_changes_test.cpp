// SPDX-License-Identifier: MIT
#include "output/json/report_changes.hpp"

#include <catch2/catch.hpp>

#include "tests/models/build.hpp"

using namespace trapphus::models;
using namespace trapphus::models::build;
using trapphus::output::Change;
using trapphus::output::changes;

namespace {

Build two_groups() {
  Build b;
  b.group("families", 1, "hotel");
  b.group("singles", 2, "hotel");
  b.placement("hotel", 500);
  b.apartment("training", 10, 6000);
  b.exit("home");
  b.team("project", 2);
  b.planned("hotel", "training", fixed_days(30));
  b.offers("hotel", "home", 1);
  b.board("board", {"hotel"});
  return b;
}

template <class Edit>
std::vector<Change> changed_by(const Edit& edit) {
  Build before = two_groups(), after = two_groups();
  edit(after);
  return changes(before.settings(), after.settings());
}

}  // namespace

TEST_CASE("the same settings have no changes") {
  CHECK(changed_by([](Build&) {}).empty());
}

TEST_CASE("a change says which number of which thing, from what to what, and its unit") {
  CHECK(changed_by([](Build& b) { b.team(TeamId(0)).fte = 0.85; }) ==
        std::vector<Change>{{"team.fte", "project", "", "", 2, 0.85, "FTE"}});
  CHECK(changed_by([](Build& b) { b.stage("training").units = 13; }) ==
        std::vector<Change>{{"stage.units", "training", "", "", 10, 13, ""}});
  CHECK(changed_by([](Build& b) { b.stage("training").rent = a_month(6500); }) ==
        std::vector<Change>{{"stage.rent", "training", "", "", 6000, 6500, "SEK/month"}});
  CHECK(changed_by([](Build& b) { b.raw().boards[0].active = false; }) ==
        std::vector<Change>{{"board.active", "board", "", "", 1, 0, "yes"}});
  const auto arrivals = changed_by([](Build& b) { b.group("singles").arrivals = per_year(52); });
  REQUIRE(arrivals.size() == 1);
  CHECK(arrivals[0].field == "group.arrivals");
  CHECK(arrivals[0].after == Approx(52));
}

TEST_CASE("a number that changes alike for all groups is one change, otherwise it is one a group") {
  const auto shares = [](double families, double singles) {
    return changed_by([&](Build& b) { b.raw().moves[0].share = PerGroup<Share>({Share(families), Share(singles)}); });
  };
  CHECK(shares(0.5, 0.5) == std::vector<Change>{{"move.share", "hotel", "training", "", 1, 0.5, "share"}});
  CHECK(shares(0.5, 1) == std::vector<Change>{{"move.share", "hotel", "training", "families", 1, 0.5, "share"}});
  CHECK(shares(0.5, 0.4).size() == 2);
}

TEST_CASE("stays are compared by their means, in days") {
  const auto found = changed_by([](Build& b) { b.raw().moves[0].stay = everyone(fixed_days(45)); });
  REQUIRE(found.size() == 1);
  CHECK(found[0] == Change{"move.stay", "hotel", "training", "", 30, 45, "days"});
}

TEST_CASE("of an offer both rates are told, a year") {
  const auto found = changed_by([](Build& b) {
    b.raw().moves[1].offers = everyone(per_year(3));
    b.raw().moves[1].alone = everyone(per_year(0.5));
  });
  REQUIRE(found.size() == 2);
  CHECK(found[0].field == "move.offers");
  CHECK(found[0].after == Approx(3));
  CHECK(found[1].field == "move.alone");
  CHECK(found[1].unit == "per year");
}
