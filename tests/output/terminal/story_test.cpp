// SPDX-License-Identifier: MIT
#include "output/terminal/story.hpp"
#include "models/staircase/cause.hpp"

#include <catch2/catch.hpp>
#include <sstream>

#include "models/staircase/scenario.hpp"
#include "output/files/atomic_file.hpp"
#include "tests/output/sample_results.hpp"
#include "tests/output/words.hpp"

using namespace trapphus;
using namespace trapphus::output;
using models::EventKind;
using models::GroupId;
using trapphus::tests::kEnglish;
using trapphus::tests::kSwedish;

namespace {

models::Settings settings() {
  return first_settings(tests::sample_scenario());
}

models::Event event(GroupId group, std::uint32_t number, EventKind kind, std::uint16_t subject = models::kNoSubject) {
  return {tests::sample_scenario().from + std::chrono::hours(14), {group, number}, kind, subject};
}

std::string said(EventKind kind, std::uint16_t subject = models::kNoSubject,
                 std::optional<models::StageId> now_in = std::nullopt) {
  return sentence(event(GroupId(0), 0, kind, subject), settings(), now_in, kEnglish);
}

}  // namespace

TEST_CASE("each kind of event is a sentence with the names of the scenario") {
  CHECK(said(EventKind::AtRisk) == "is at risk of losing its home");
  CHECK(said(EventKind::Prevented) == "keeps its home: homelessness is prevented");
  CHECK(said(EventKind::Arrived) == "becomes homeless");
  CHECK(said(EventKind::Entered, 0) == "is placed in Hotel");
  CHECK(said(EventKind::Entered, 1) == "moves into Träningslägenhet");
  CHECK(said(EventKind::Entered, 2) == "has a home: Own home");
  CHECK(said(EventKind::Booked, 0) == "is booked for Housing search");
  CHECK(said(EventKind::Taken, 0) == "begins Housing search");
  CHECK(said(EventKind::Finished, 0) == "has finished Housing search");
  CHECK(said(EventKind::Withdrawn, 0) == "leaves before Housing search has begun");
  CHECK(said(EventKind::Dropped, 0) == "leaves before it has finished Housing search");
  CHECK(said(EventKind::Ready, 0) == "is ready to move on to Own home");
  CHECK(said(EventKind::Claimed, 1) == "asks for a place in Träningslägenhet");
  CHECK(said(EventKind::Supported, 1) == "gets support in Träningslägenhet");
  CHECK(said(EventKind::Reviewed, 0) == "is decided on by Housing board");
  CHECK(said(EventKind::Relapsed, 2) == "is homeless again after Own home");
  CHECK(said(EventKind::Gone) == "is no longer followed");
}

TEST_CASE("what a household waits for is told by its cause") {
  const auto now = settings();
  const models::CauseTable causes(now);
  CHECK(said(EventKind::Waits, causes.rule()) == "waits: another service comes first");
  CHECK(said(EventKind::Waits, causes.service(models::ServiceId(0))) == "waits for Housing search");
  CHECK(said(EventKind::Waits, causes.pool(models::StageId(1))) == "waits for a free place in Träningslägenhet");
  CHECK(said(EventKind::Waits, causes.market()) == "waits for an offer on the housing market");
  CHECK(said(EventKind::Waits, causes.board()) == "waits for the board's meeting");
  CHECK(said(EventKind::Waits) == "waits for nothing any more");
}

TEST_CASE("leaving says where from, where to and why") {
  CHECK(said(EventKind::Left, 0, models::StageId(0)) == "leaves Hotel for Own home, offered on the housing market");
  CHECK(said(EventKind::Left) == "must leave where it was");
  auto changed = settings();
  changed.moves[0].kind = models::MoveKind::Risk;
  changed.moves[0].because = "eviction";
  changed.moves[0].takeover = true;
  CHECK(sentence(event(GroupId(0), 0, EventKind::Left, 0), changed, models::StageId(1), kEnglish) ==
        "leaves Träningslägenhet for Own home because of eviction and takes over the contract");
}

TEST_CASE("stages that are neither beds nor homes have their own words") {
  auto changed = settings();
  changed.stages[0].kind = models::StageKind::Waiting;
  changed.stages[2].home = false;
  CHECK(sentence(event(GroupId(0), 0, EventKind::Entered, 0), changed, {}, kEnglish) == "waits in Hotel");
  CHECK(sentence(event(GroupId(0), 0, EventKind::Entered, 2), changed, {}, kEnglish) ==
        "leaves the staircase: Own home");
}

TEST_CASE("a number that names nothing is told, not followed into the void") {
  CHECK(said(EventKind::Entered, 99) == "comes to ?");
  CHECK(said(EventKind::Ready) == "has stayed as long as planned");
}

TEST_CASE("households are numbered from 1 in order of arrival over all groups") {
  std::ostringstream out;
  const auto now = settings();
  Story story(out, now, std::nullopt, kEnglish);
  story.record(event(GroupId(1), 4, EventKind::Arrived), {});
  story.record(event(GroupId(0), 4, EventKind::Arrived), {});
  story.record(event(GroupId(1), 4, EventKind::Entered, 0), {});
  CHECK(story.households() == 2);
  CHECK(out.str() ==
        "2011-09-01 14:00:00 household 1 (singles 5) becomes homeless\n"
        "2011-09-01 14:00:00 household 2 (families 5) becomes homeless\n"
        "2011-09-01 14:00:00 household 1 (singles 5) is placed in Hotel\n");
}

TEST_CASE("one household's story leaves the others out, and knows where it lives") {
  std::ostringstream out;
  const auto now = settings();
  Story story(out, now, 2, kEnglish);
  story.record(event(GroupId(1), 0, EventKind::Arrived), {});
  story.record(event(GroupId(0), 0, EventKind::Entered, 0), {});
  story.record(event(GroupId(0), 0, EventKind::Left), {});
  CHECK(out.str() ==
        "2011-09-01 14:00:00 household 2 (families 1) is placed in Hotel\n"
        "2011-09-01 14:00:00 household 2 (families 1) must leave Hotel\n");
}

TEST_CASE("a story that nobody listens to ends") {
  std::ostringstream out;
  out.setstate(std::ios::badbit);
  const auto now = settings();
  Story story(out, now, std::nullopt, kEnglish);
  CHECK_THROWS_AS(story.record(event(GroupId(0), 0, EventKind::Arrived), {}), CannotWrite);
}

TEST_CASE("a story is told in Swedish with the words in Swedish order") {
  const auto printed = [](EventKind kind, std::uint16_t subject = models::kNoSubject,
                          std::optional<models::StageId> now_in = std::nullopt) {
    return sentence(event(GroupId(0), 0, kind, subject), settings(), now_in, kSwedish);
  };
  CHECK(printed(EventKind::Arrived) == "blir hemlöst");
  CHECK(printed(EventKind::Entered, 1) == "flyttar in i Träningslägenhet");
  CHECK(printed(EventKind::Left, models::kNoSubject, models::StageId(1)) == "måste lämna Träningslägenhet");
  std::ostringstream out;
  const auto now = settings();
  Story story(out, now, std::nullopt, kSwedish);
  story.record(event(GroupId(0), 0, EventKind::Gone), {});
  CHECK_THAT(out.str(), Catch::Contains("hushåll 1 (") && Catch::Contains(" 1) följs inte längre\n"));
}
