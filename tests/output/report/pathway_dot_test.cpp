// SPDX-License-Identifier: MIT
#include "output/report/pathway_dot.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

#include "tests/models/build.hpp"

namespace trapphus::output {
namespace {

using namespace models;
using build::Build;
using build::fixed_days;
using Catch::Contains;

TEST_CASE("stages are drawn by kind, with their label and units") {
  Build b;
  b.placement("hotel", 585);
  b.stage("hotel").units = 12;
  b.apartment("training", 76);
  b.stage("training").label = {"träning", ""};
  b.waiting("friends");
  b.exit("own_home");
  b.stage("own_home").label = {"eget hem", "A home"};
  b.exit("lost", false);
  const std::string dot = pathway_dot(b.settings(), Words(english()));
  CHECK_THAT(dot, Contains(R"("hotel" [label="hotel\n12 beds", shape=box];)"));
  CHECK_THAT(dot, Contains(R"("training" [label="träning\n76 units", shape=house];)"));
  CHECK_THAT(dot, Contains(R"("friends" [label="friends", shape=ellipse];)"));
  CHECK_THAT(dot, Contains(R"("own_home" [label="A home", shape=doublecircle];)"));
  CHECK_THAT(dot, Contains(R"("lost" [label="lost", shape=octagon];)"));
}

TEST_CASE("moves say their share and stay, or their rate a year, and what they need") {
  Build b;
  b.group("families", 0, "hotel");
  b.group("families").arrivals = build::per_year(100);
  b.placement("hotel", 585);
  b.apartment("trial", 30);
  b.exit("own_home");
  const ServiceId search = b.service("search", b.team("navigators", 1), Distribution::constant(10));
  const ServiceId debts = b.service("debts", TeamId(0), Distribution::constant(10));
  b.service(debts).label.en = "debt counselling";
  b.planned("hotel", "trial", fixed_days(91), 0.2, {debts, search});
  b.offers("hotel", "own_home", 1.2, 0.3, {search});
  b.risk("trial", "hotel", 0.06).because = "eviction";
  b.planned("trial", "own_home", fixed_days(500)).takeover = true;
  const std::string dot = pathway_dot(b.settings(), Words(english()));
  CHECK_THAT(dot,
             Contains(R"("hotel" -> "trial" [label="20 %, 91 days\nrequires debt counselling, search", style=solid])"));
  CHECK_THAT(dot, Contains(R"([label="offers 1.2/year\nafter search\nalone 0.3/year", style=dashed])"));
  CHECK_THAT(dot, Contains(R"("trial" -> "hotel" [label="risk 0.06/year\neviction", style=dotted])"));
  CHECK_THAT(dot, Contains(R"([label="100 %, 500 days\ntakeover", style=bold])"));
  CHECK_THAT(dot, Contains(R"("group:families" [label="families\n100/year", shape=plaintext])"));
  CHECK_THAT(dot, Contains(R"("group:families" -> "hotel" [label="100 %", style=solid])"));
}

TEST_CASE("where groups differ, the range is shown") {
  Build b;
  b.group("families", 1, "hotel");
  b.group("singles", 1, "hotel");
  b.placement("hotel");
  b.exit("own_home");
  b.risk("hotel", "own_home", 1).risk = PerGroup<Rate>({build::per_year(0.5), build::per_year(0.25)});
  CHECK_THAT(pathway_dot(b.settings(), Words(english())), Contains("risk 0.25-0.5/year"));
}

TEST_CASE("longest stays and boards are drawn too, a board only while it meets") {
  Build b;
  b.placement("hotel");
  b.placement("shelter");
  b.exit("elsewhere", false);
  b.stage("hotel").at_most = std::chrono::days{90};
  b.stage("hotel").then = b.id("shelter");
  Board& board = b.board("weekly", {"hotel"});
  board.diverts = {Share(), Share(), Share(0.15)};
  CHECK_THAT(pathway_dot(b.settings(), Words(english())),
             Contains(R"("hotel" -> "shelter" [label="after 90 days at most")"));
  CHECK_THAT(pathway_dot(b.settings(), Words(english())), Contains(R"("hotel" -> "elsewhere" [label="weekly 15 %")"));
  board.active = false;
  CHECK_THAT(pathway_dot(b.settings(), Words(english())), !Contains("weekly"));
}

TEST_CASE("the drawing is labelled in the reader's language, and numbers have its decimal comma") {
  Build b;
  b.group("families", 1, "hotel");
  b.placement("hotel", 585);
  b.stage("hotel").units = 12;
  b.stage("hotel").label = {"Hotell", "Hotel"};
  b.exit("own_home");
  b.risk("hotel", "own_home", 0.06);
  const std::string dot = pathway_dot(b.settings(), Words(*language_of("sv")));
  CHECK_THAT(dot, Contains(R"("hotel" [label="Hotell\n12 platser", shape=box];)") && Contains("risk 0,06/år"));
}

TEST_CASE("quotes, backslashes and control characters in names do not break the drawing") {
  Build b;
  b.placement("a\"b\\c\nd\te");
  const std::string dot = pathway_dot(b.settings(), Words(english()));
  CHECK_THAT(dot, Contains(R"("a\"b\\c\nde" [label=)"));
  CHECK(std::count(dot.begin(), dot.end(), '\t') == 0);
}

}  // namespace
}  // namespace trapphus::output
