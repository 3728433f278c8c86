// SPDX-License-Identifier: MIT
#include <algorithm>
#include <catch2/catch.hpp>

#include "models/pathway/pathway.hpp"
#include "models/staircase/scenario.hpp"
#include "output/language/language.hpp"
#include "tests/models/build.hpp"
#include "tests/output/words.hpp"

namespace trapphus::models {
namespace {

using build::Build;
using build::everyone;
using build::fixed_days;
using build::per_year;
using tests::kEnglish;
using Severity = Finding::Severity;

/// hotel -> training -> own_home, with nothing wrong.
Build sound() {
  Build b;
  b.group("families", 3, "hotel");
  b.placement("hotel", 585);
  b.apartment("training", 10, 7000);
  b.exit("own_home");
  b.team("navigators", 2);
  b.stage("hotel").services = {b.service("search", TeamId(0), Distribution::constant(10))};
  b.planned("hotel", "training", fixed_days(90));
  b.planned("training", "own_home", fixed_days(400));
  return b;
}

std::string printed(const std::vector<Finding>& findings) {
  std::string text;
  for (const Finding& finding : findings) {
    text += (finding.severity == Severity::Error ? "error " : "warning ") + finding.path + ": " +
            kEnglish(finding.phrase) + "\n";
  }
  return text;
}

/// Requires exactly one finding, of this severity, at this path, with these words.
void check_only(const std::vector<Finding>& findings, Severity severity, const std::string& path,
                const std::string& words) {
  INFO(printed(findings));
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].severity == severity);
  CHECK(findings[0].path == path);
  CHECK_THAT(kEnglish(findings[0].phrase), Catch::Contains(words));
}
void check_only_error(const Build& b, const std::string& path, const std::string& words) {
  check_only(check_pathway(b.settings()), Severity::Error, path, words);
}
void check_only_warning(const Build& b, const std::string& path, const std::string& words) {
  check_only(check_pathway(b.settings()), Severity::Warning, path, words);
}

TEST_CASE("a timeline cannot begin or end to limit a stage") {
  Build b = sound();
  b.stage("hotel").acute = false;
  const Settings open = b.settings();
  b.stage("hotel").units = 3;
  const Settings limited = b.settings();
  const Time later{std::chrono::hours(24)};
  check_only(check_pathway({{Time{}, open}, {later, limited}}), Severity::Error, "stages.hotel.units", "1970-01-02");
  check_only(check_pathway({{Time{}, limited}, {later, open}}), Severity::Error, "stages.hotel.units", "1970-01-02");
}

TEST_CASE("beds of an acute placement need a way for those who find them taken") {
  Build b = sound();
  b.stage("hotel").units = 3;
  check_only_error(b, "stages.hotel.units", "hotel is an acute placement, which nobody waits for");
  b.exit("away", false);
  b.stage("hotel").when_full = b.id("away");
  CHECK(printed(check_pathway(b.settings())) == "");
}

TEST_CASE("full stages that send on to each other take in nobody") {
  Build b = sound();
  b.placement("hostel", 400, false);
  b.planned("hostel", "training", fixed_days(10));
  b.stage("hostel").units = 3;
  b.stage("hostel").when_full = b.id("training");
  b.stage("training").when_full = b.id("hostel");
  for (const Finding& finding : check_pathway(b.settings()))
    CHECK(kEnglish(finding.phrase).find("sends on in a circle when it is full") != std::string::npos);
  CHECK(check_pathway(b.settings()).size() == 2);
}

TEST_CASE("who is sent away from a full stage does not come back at once") {
  Build b = sound();
  b.stage("training").when_full = b.id("hotel");
  CHECK(printed(check_pathway(b.settings())) == "");  // after 90 days
  b.raw().moves[0].stay = everyone(fixed_days(0));
  check_only_error(b, "stages.training.when_full", "comes back from there at once");
}

TEST_CASE("a team with hours that nothing uses is worth a question") {
  Build b = sound();
  b.team("guards", 2);
  check_only_warning(b, "staff.guards", "guards has hours that no service, support or follow-up uses");
  SECTION("a post that is never filled costs nothing") {
    b.team(TeamId(1)).fte = 0;
    CHECK(printed(check_pathway(b.settings())) == "");
  }
  SECTION("support uses them") {
    b.stage("training").support = Support{TeamId(1), 1, 1, Admission::Without};
    CHECK(printed(check_pathway(b.settings())) == "");
  }
}

TEST_CASE("plans that lead round between full stages may end in a circular wait") {
  Build b = sound();
  b.apartment("trial", 5);
  b.planned("training", "trial", fixed_days(100), 0.5);
  b.raw().moves[1].share = everyone(Share(0.5));
  b.planned("trial", "own_home", fixed_days(100));
  CHECK(printed(check_pathway(b.settings())) == "");
  b.raw().moves[3].share = everyone(Share(0.5));
  Move& back = b.planned("trial", "training", fixed_days(100), 0.5);
  check_only_warning(b, "stages.training", "training, trial: when all are full, households wait for each other");
  back.exchange = true;
  CHECK(printed(check_pathway(b.settings())) == "");
}

TEST_CASE("an empty beginning is worth a question where stages would be full in steady state") {
  // 3 a week come, and stay 400 days: 172 households, in 10 apartments.
  Build b = sound();
  check_only(check_start(b.settings()), Severity::Warning, "initial", "but training would be full in equilibrium");
  b.initial("training", "families", 1);
  CHECK(check_start(b.settings()).empty());
  Build few = sound();
  few.stage("training").units = 200;
  CHECK(check_start(few.settings()).empty());
}

TEST_CASE("who comes back from an exit must have somewhere to go") {
  Build b = sound();
  b.group("guests", 0);  // enter nowhere
  b.initial("training", "guests", 1);
  b.stage("own_home").relapse = Relapse{everyone(per_year(0.1)), 1, {}, StageId{}};
  check_only_error(b, "stages.own_home.relapse", "guests who come back from own_home have nowhere to go");
  b.stage("own_home").relapse->to = b.id("hotel");
  CHECK(printed(check_pathway(b.settings())) == "");
}

TEST_CASE("a sound pathway has no findings") {
  CHECK(printed(check_pathway(sound().settings())) == "");
  CHECK(printed(check_pathway(std::vector<Epoch>{{Time{}, sound().settings()}})) == "");
}

TEST_CASE("a stage that nobody comes to is an error") {
  Build b = sound();
  b.apartment("trial", 10);
  b.planned("trial", "own_home", fixed_days(90));
  check_only_error(b, "stages.trial", "nobody ever comes to trial");
}

TEST_CASE("a stage that only its first tenants use is used") {
  Build b = sound();
  b.apartment("trial", 10);
  b.planned("trial", "own_home", fixed_days(90));
  b.initial("trial", "families", 3);
  CHECK(printed(check_pathway(b.settings())) == "");
}

TEST_CASE("boards, longest stays and returns lead to a stage as moves do") {
  Build b = sound();
  for (const char* name : {"shelter", "hostel", "lodging"}) {
    b.placement(name, 400);
    b.planned(name, "own_home", fixed_days(30));
  }
  b.stage("hotel").at_most = engine::kMonth;
  b.stage("hotel").then = b.id("shelter");
  b.stage("own_home").relapse = Relapse{everyone(per_year(0.1)), 1, {}, b.id("hostel")};
  Board& board = b.board("board", {"hotel"});
  board.diverts.resize(6);
  board.diverts[b.id("lodging").index()] = Share(0.2);
  CHECK(printed(check_pathway(b.settings())) == "");
}

TEST_CASE("a stage that cannot be left is an error for the group that is stuck") {
  Build b = sound();
  b.group("singles", 1, "hotel");
  b.raw().moves[1].allowed = PerGroup<bool>(std::vector<bool>{true, false});
  check_only_error(b, "stages.training", "100 % of singles who come to training can never leave");
}

TEST_CASE("households that only go round and round never reach an exit") {
  Build b = sound();
  b.raw().moves[1].to = b.id("hotel");
  const auto findings = check_pathway(b.settings());
  INFO(printed(findings));
  REQUIRE(findings.size() == 3);
  CHECK(findings[0].path == "stages.own_home");
  CHECK_THAT(kEnglish(findings[1].phrase), Catch::Contains("no exit can be reached by families from hotel"));
  CHECK_THAT(kEnglish(findings[2].phrase), Catch::Contains("no exit can be reached by families from training"));
}

TEST_CASE("planned shares must sum to 1, unless something else ends the wait of the rest") {
  Build b = sound();
  b.raw().moves[0].share = everyone(Share(0.8));
  SECTION("nothing else") {
    check_only_error(b, "stages.hotel", "20 % of families who come to hotel can never leave");
  }
  SECTION("offers") {
    b.offers("hotel", "own_home", 0.5);
  }
  SECTION("a risk") {
    b.risk("hotel", "own_home", 0.5);
  }
  SECTION("a longest stay") {
    b.stage("hotel").at_most = engine::kMonth;
    b.stage("hotel").then = b.id("training");
    CHECK(printed(check_pathway(b.settings())) == "");
  }
}

TEST_CASE("planned shares above 1 are an error even if there are other ways") {
  Build b = sound();
  b.planned("hotel", "own_home", fixed_days(30), 0.1);
  b.risk("hotel", "own_home", 1).id = "away";
  check_only_error(b, "stages.hotel", "sum to 110 % for families");
}

TEST_CASE("shares are summed for each combination of attributes that moves ask for") {
  Build b = sound();
  const AttributeId debts = b.attribute("debts");
  b.has("families", debts, 0.5);
  b.planned("hotel", "own_home", fixed_days(30)).only_if = {{debts, false}};
  SECTION("complementary conditions are fine") {
    b.raw().moves[0].only_if = {{debts, true}};
    CHECK(printed(check_pathway(b.settings())) == "");
  }
  SECTION("overlapping ones are not") {
    check_only_error(b, "stages.hotel", "sum to 200 % for families without debts");
  }
  SECTION("attributes that nobody has do not matter") {
    b.has("families", debts, 1);
    CHECK(printed(check_pathway(b.settings())) == "");
  }
}

TEST_CASE("a planned move into apartments that do not exist is a wait that nothing can end") {
  Build b = sound();
  b.stage("training").units = 0;
  SECTION("a warning, for they wait to the end") {
    check_only_warning(b, "moves.hotel.training", "training has no unit for them");
  }
  SECTION("also beside another way") {
    b.risk("hotel", "own_home", 0.1);
    check_only_warning(b, "moves.hotel.training", "nothing ends the wait");
  }
  SECTION("allotments end it") {
    b.stage("training").allotted = per_year(5);
    CHECK(printed(check_pathway(b.settings())) == "");
  }
}

TEST_CASE("units that are all reserved for others are no units") {
  Build b = sound();
  b.group("singles", 1, "hotel");
  b.stage("training").reserved = PerGroup<int>(std::vector<int>{10, 0});
  check_only_warning(b, "moves.hotel.training", "singles in hotel wait for training, and nothing ends the wait");
}

TEST_CASE("a requirement that nobody works on is a warning, for they wait to the end") {
  Build b = sound();
  b.raw().moves[1].requirements = {ServiceId(0)};
  SECTION("no FTE: alternatives do that on purpose") {
    b.team(TeamId(0)).fte = 0;
    check_only_warning(b, "moves.training.own_home", "nobody works on what is required (search)");
  }
  SECTION("no direct hours") {
    b.team(TeamId(0)).direct_hours = 0;
    check_only_warning(b, "moves.training.own_home", "nobody works on what is required (search)");
  }
  SECTION("always absent, but there is another way") {
    b.team(TeamId(0)).absence = 1;
    b.risk("training", "own_home", 0.1).id = "alone";
    check_only_warning(b, "moves.training.own_home", "nobody works");
  }
  SECTION("a service before it that nobody works on counts as well") {
    const TeamId none = b.team("tutors", 1, 0);
    const ServiceId course = b.service("course", none, Distribution::constant(5));
    b.service(ServiceId(0)).after = {course};
    check_only_warning(b, "moves.training.own_home", "(search)");
  }
  SECTION("not needed, not missed") {
    const AttributeId debts = b.attribute("debts");
    b.service(ServiceId(0)).only_if = {{debts, true}};
    b.team(TeamId(0)).direct_hours = 0;
    CHECK(printed(check_pathway(b.settings())) == "");
  }
}

TEST_CASE("services that wait for each other in a circle are an error") {
  Build b = sound();
  const ServiceId course = b.service("course", TeamId(0), Distribution::constant(5));
  b.service(course).after = {ServiceId(0)};
  SECTION("two") {
    b.service(ServiceId(0)).after = {course};
    check_only_error(b, "services.search.after", "search, course, each waits for the other");
  }
  SECTION("itself") {
    b.service(ServiceId(0)).after = {ServiceId(0)};
    check_only_error(b, "services.search.after", "a service cannot come after itself");
  }
  SECTION("an order is no circle") {
    CHECK(printed(check_pathway(b.settings())) == "");
  }
}

TEST_CASE("a takeover leads from an apartment to an exit, and needs allotments to last") {
  Build b = sound();
  SECTION("from a placement") {
    b.raw().moves[0].takeover = true;
    check_only_error(b, "moves.hotel.training.takeover", "is no apartment that could be taken over");
  }
  SECTION("to a stage") {
    b.apartment("trial", 5);
    b.planned("trial", "own_home", fixed_days(90));
    b.planned("training", "trial", fixed_days(90), 0).takeover = true;
    check_only_error(b, "moves.training.trial.takeover", "trial must be an exit");
  }
  SECTION("without allotments") {
    b.raw().moves[1].takeover = true;
    check_only_warning(b, "moves.training.own_home.takeover", "run empty");
  }
  SECTION("with allotments") {
    b.raw().moves[1].takeover = true;
    b.stage("training").allotted = per_year(3);
    CHECK(printed(check_pathway(b.settings())) == "");
  }
  SECTION("with units that replace those taken over") {
    b.raw().moves[1].takeover = true;
    b.stage("training").replaced_after = kDay * 60;
    CHECK(printed(check_pathway(b.settings())) == "");
  }
}

TEST_CASE("moves neither begin in an exit nor go nowhere") {
  Build b = sound();
  SECTION("from an exit") {
    b.risk("own_home", "hotel", 0.1);
    check_only_error(b, "moves.own_home.hotel.from", "own_home is an exit: nobody moves on from there (see `relapse`)");
  }
  SECTION("to the same stage") {
    b.risk("hotel", "hotel", 0.1).id = "again";
    check_only_error(b, "moves.hotel.hotel.again.to", "a move goes from one stage to another");
  }
}

TEST_CASE("search work that lowers the offers is worth a question") {
  Build b = sound();
  b.offers("hotel", "own_home", 0.5, 0.6, {ServiceId(0)});
  check_only_warning(b, "moves.hotel.own_home.offers", "fewer offers than alone");
}

TEST_CASE("where a group enters sums to 1, and is neither an exit nor full for ever") {
  Settings settings = sound().settings();
  SECTION("less than 1") {
    settings.groups[0].enters[0] = Share(0.9);
    check_only(check_pathway(settings), Severity::Error, "groups.families.enters", "sum to 90 %");
  }
  SECTION("an exit") {
    settings.groups[0].enters[0] = Share(0.9);
    settings.groups[0].enters[2] = Share(0.1);
    check_only(check_pathway(settings), Severity::Error, "groups.families.enters", "own_home, which is an exit");
  }
  SECTION("no units") {
    settings.groups[0].enters[0] = Share(0);
    settings.groups[0].enters[1] = Share(1);
    settings.stages[1].units = 0;
    const auto findings = check_pathway(settings);
    CHECK_THAT(printed(findings),
               Catch::Contains("warning groups.families.enters: families enter training, which has no"));
  }
  SECTION("nobody arrives") {
    settings.groups[0].arrivals = {};
    settings.groups[0].enters[0] = Share(0);
    settings.initial = {{StageId(0), GroupId(0), 5, {}, {}}};
    CHECK(printed(check_pathway(settings)) == "");
  }
}

TEST_CASE("a visit that makes more households homeless is worth a question") {
  Build b = sound();
  b.group("families").at_risk = AtRisk{fixed_days(60), ServiceId(0), Share(0.5), Share(0.8)};
  check_only_warning(b, "groups.families.at_risk", "more of the families become homeless");
}

TEST_CASE("the shares of forms sum to 1 for every group") {
  Build b = sound();
  b.group("singles", 1, "hotel");
  Form dear{"dear", {}, everyone(build::a_day(1500)), PerGroup<Share>({Share(0.5), Share(0.5)})};
  Form cheap{"cheap", {}, everyone(build::a_day(500)), PerGroup<Share>({Share(0.5), Share(0.4)})};
  b.stage("hotel").forms = {dear, cheap};
  check_only_error(b, "stages.hotel.forms", "sum to 90 % for group singles");
}

TEST_CASE("no more units are reserved than there are") {
  Build b = sound();
  b.stage("training").reserved = everyone(11);
  check_only_error(b, "stages.training.reserved", "11 units are reserved, but training has 10");
}

TEST_CASE("a longest stay and an eviction say where to, and not to the same stage") {
  Build b = sound();
  SECTION("longest stay") {
    b.stage("hotel").at_most = engine::kMonth;
    check_only_error(b, "stages.hotel.at_most", "give `then: STAGE`");
  }
  SECTION("eviction") {
    b.stage("training").evicts = true;
    check_only_error(b, "stages.training.evicts", "give `then: STAGE`");
  }
  SECTION("same stage") {
    b.stage("hotel").at_most = engine::kMonth;
    b.stage("hotel").then = b.id("hotel");
    check_only_error(b, "stages.hotel.then", "hotel cannot be followed by itself");
  }
}

TEST_CASE("stages carry only the marks of their kind") {
  Build b = sound();
  SECTION("home") {
    b.stage("training").home = true;
    check_only_error(b, "stages.training", "use `kind: exit`");
  }
  SECTION("first hand") {
    b.exit("contract", false, true);
    b.risk("hotel", "contract", 0.1);
    check_only_error(b, "stages.contract.first_hand", "mark contract with `home: yes`");
  }
  SECTION("acute") {
    b.stage("training").acute = true;
    check_only_error(b, "stages.training.acute", "only placements can be");
  }
  SECTION("relapse") {
    b.stage("training").relapse = Relapse{everyone(per_year(0.1)), 1, {}, b.id("hotel")};
    check_only_error(b, "stages.training.relapse", "write a move with a risk");
  }
  SECTION("a time until it is ready for an offer, where none is made") {
    b.stage("training").ready_after = everyone(fixed_days(10));
    check_only_warning(b, "stages.training.ready_after", "nothing is offered to those in training");
  }
  SECTION("relapse to an exit") {
    b.stage("own_home").relapse = Relapse{everyone(per_year(0.1)), 1, {}, b.id("own_home")};
    check_only_error(b, "stages.own_home.relapse", "cannot come to an exit");
  }
  SECTION("no home at all") {
    b.stage("own_home").home = false;
    check_only_warning(b, "stages", "no exit is marked");
  }
}

TEST_CASE("nobody begins in an exit, and too many tenants at the beginning are worth a question") {
  Build b = sound();
  SECTION("exit") {
    b.initial("own_home", "families", 1);
    check_only_error(b, "initial.own_home.families.stage", "own_home is an exit: nobody lives there");
  }
  SECTION("too many") {
    b.initial("training", "families", 11);
    check_only_warning(b, "initial.training", "11 households live in training");
  }
}

TEST_CASE("a board sends at most everybody elsewhere, decides on stages, and not to the same one") {
  Build b = sound();
  Board& board = b.board("board", {"hotel"});
  board.diverts.resize(3);
  SECTION("too many") {
    board.diverts[b.id("training").index()] = Share(0.7);
    board.diverts[b.id("own_home").index()] = Share(0.7);
    const auto findings = check_pathway(b.settings());
    CHECK_THAT(printed(findings),
               Catch::Contains("error boards.board.diverts: the shares of boards.board.diverts sum to 140 %"));
  }
  SECTION("an exit") {
    board.stages.push_back(b.id("own_home"));
    check_only_error(b, "boards.board.stages", "own_home, which is an exit");
  }
  SECTION("the same stage") {
    board.diverts[b.id("hotel").index()] = Share(0.1);
    check_only_error(b, "boards.board.diverts", "to the same stage");
  }
}

TEST_CASE("a ceiling refuses nobody an acute placement") {
  Build b = sound();
  SECTION("refuse") {
    b.ceiling("nights", {"hotel", "training"}, build::a_month(100'000)).when_reached = WhenReached::Refuse;
    check_only_error(b, "ceilings.nights.when_reached", "hotel is acute, and no acute placement is refused");
  }
  SECTION("report") {
    b.ceiling("nights", {"hotel"}, build::a_month(100'000));
    CHECK(printed(check_pathway(b.settings())) == "");
  }
}

TEST_CASE("names that measures use are not taken by others") {
  Build b = sound();
  SECTION("acute") {
    Settings settings = sound().settings();
    settings.stages[0].name = "acute";
    check_only(check_pathway(settings), Severity::Error, "stages.acute", "choose another name");
  }
  SECTION("total, of a stage") {
    b.stage("hotel").line = "total";
    check_only_error(b, "stages.hotel.line", "choose another name");
  }
  SECTION("total, of a cost") {
    b.raw().costs.push_back({"premises", "total", {}, build::a_year(100'000), {}, {}});
    check_only_error(b, "costs.premises.line", "choose another name");
  }
  SECTION("a stage and a service") {
    b.service("training", TeamId(0), Distribution::constant(1));
    check_only_error(b, "services.training", "both called training");
  }
}

TEST_CASE("too many deciding attributes are an error, not an endless search") {
  Build b = sound();
  for (int i = 0; i < 13; ++i) {
    const AttributeId attribute = b.attribute("a" + std::to_string(i));
    b.has("families", attribute, 0.5);
    b.service("s" + std::to_string(i), TeamId(0), Distribution::constant(1));
    b.raw().services.back().only_if = {{attribute, true}};
  }
  check_only_error(b, "attributes", "more than 12");
}

TEST_CASE("a team that can hold less than one case is worth a question") {
  Build b = sound();
  b.team(TeamId(0)).caseload = 0.4;
  check_only_warning(b, "staff.navigators.caseload", "less than one case");
}

TEST_CASE("a service that reaches only some is worth a question if it is waited for and no board books it") {
  Build b = sound();
  b.service(ServiceId(0)).reached = everyone(Share(0.45));
  CHECK(printed(check_pathway(b.settings())) == "");  // nothing asks for it
  SECTION("required") {
    b.raw().moves[0].requirements = {ServiceId(0)};
    check_only_warning(b, "services.search.reached", "wait for moves.hotel.training for ever");
  }
  SECTION("search work") {
    b.offers("hotel", "own_home", 1, 0.5, {ServiceId(0)});
    check_only_warning(b, "services.search.reached", "search reaches 45 %, and no board books it");
  }
  SECTION("a board books it, now or later") {
    b.raw().moves[0].requirements = {ServiceId(0)};
    Board& board = b.board("board", {"hotel"});
    board.books = {ServiceId(0)};
    board.active = false;
    CHECK(printed(check_pathway(b.settings())) == "");
  }
}

TEST_CASE("over a timeline, a stage is unreachable only if no epoch leads there") {
  Build later = sound();
  later.apartment("transit", 3);
  later.planned("transit", "own_home", fixed_days(60));
  const Settings before = later.settings();
  later.board("board", {"hotel"}).diverts = {Share(), Share(), Share(), Share(0.1)};
  const Time start{}, change{engine::kYear};
  CHECK(check_pathway(before).size() == 1);
  CHECK(printed(check_pathway({{start, before}, {change, later.settings()}})) == "");
  CHECK(check_pathway({{start, before}, {change, before}}).size() == 1);
}

TEST_CASE("over a timeline, a wait that a later epoch ends is a warning, and one that begins later says its date") {
  const Settings good = sound().settings();
  Settings bad = good;
  bad.stages[1].units = 0;
  const Time start{}, change{std::chrono::sys_days{std::chrono::year{2012} / 6 / 1}};
  check_only(check_pathway({{start, bad}, {change, good}}), Severity::Warning, "moves.hotel.training",
             "until a later date of the timeline");
  check_only(check_pathway({{start, good}, {change, bad}}), Severity::Warning, "moves.hotel.training",
             "(from 2012-06-01)");
}

}  // namespace
}  // namespace trapphus::models
