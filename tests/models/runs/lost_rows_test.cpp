// SPDX-License-Identifier: MIT
#include "models/runs/lost_rows.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <map>
#include <tuple>

#include "models/measures/measure_recorder.hpp"
#include "models/runs/results.hpp"
#include "models/runs/run.hpp"
#include "models/staircase/cause.hpp"
#include "models/staircase/scenario.hpp"
#include "tests/models/random_scenario.hpp"
#include "tests/models/witness.hpp"

using namespace trapphus::models;
using namespace trapphus::models::build;

namespace {

/// Counts waiting from the records, independently of the measures: stage (outside last), group, cause.
class WaitWatch final : public Recorder {
 public:
  using Key = std::tuple<std::size_t, std::size_t, std::size_t>;
  WaitWatch(const Settings& settings, Recorder& next) : outside_(settings.stages.size()), next_(next) {}

  void record(const Event& event, const ClientState& client) override {
    next_.record(event, client);
    Waiting& waiting = waiting_[event.client];
    close(waiting, event.time, client.group);
    switch (event.kind) {
      case EventKind::Waits:
        waiting.cause = event.subject;
        break;
      case EventKind::Claimed:
        waiting.claims = true;
        break;
      case EventKind::Left:
      case EventKind::Entered:
        waiting = {};
        waiting.stage = event.kind == EventKind::Entered ? event.subject : outside_;
        break;
      default:
        break;
    }
    waiting.since = event.time;
  }
  void settings(Time now, const Settings& settings) override { next_.settings(now, settings); }
  void units(Time now, StageId stage, int units, int empty) override { next_.units(now, stage, units, empty); }
  void staff(Time now, TeamId team, double fte, double hours) override { next_.staff(now, team, fte, hours); }
  void finish(Time now, std::span<const double> worked) override {
    for (auto& [client, waiting] : waiting_) close(waiting, now, client.group);
    next_.finish(now, worked);
  }

  std::map<Key, std::int64_t> seconds;
  int without_cause = 0;  ///< Claims of a unit without a recorded cause.

 private:
  struct Waiting {
    std::size_t stage = static_cast<std::size_t>(-1);
    std::uint16_t cause = kNoSubject;
    bool claims = false;
    Time since{};
  };
  void close(const Waiting& waiting, Time now, GroupId group) {
    const auto passed = (now - waiting.since).count();
    if (passed == 0) return;
    if (waiting.cause == kNoSubject) {
      without_cause += waiting.claims ? 1 : 0;
      return;
    }
    const std::size_t stage = std::min(waiting.stage, outside_);
    seconds[{stage, group.index(), waiting.cause}] += passed;
  }

  std::size_t outside_;
  Recorder& next_;
  std::map<ClientId, Waiting> waiting_;
};

struct Watched {
  explicit Watched(const Alternative& alternative, double length)
      : table(alternative.epochs.front().settings),
        recorder(table, alternative.epochs.front().settings, kSunday, day(length)),
        watch(alternative.epochs.front().settings, recorder) {
    World world(alternative, {kSunday, day(length), 1, 0}, trapphus::engine::calendar_kernel(), watch);
    world.run();
    result = recorder.result();
  }
  MeasureTable table;
  MeasureRecorder recorder;
  WaitWatch watch;
  ReplicationResult result;
};

double years(double days) {
  return Period(kSunday, day(days)).years();
}

}  // namespace

TEST_CASE("what is lost by stage, group and cause is what happened, and adds up to what each cause blocks") {
  for (std::uint64_t i = 0; i < 200; ++i) {
    CAPTURE(i);
    const RandomScenario random(i);
    const Settings& settings = random.alternative().epochs.front().settings;
    const Watched one(random.alternative(), random.length());
    const double scale = kSecondsADay * years(random.length());
    std::map<WaitWatch::Key, std::int64_t> expected = one.watch.seconds;
    std::vector<std::vector<double>> sums(1 + settings.groups.size(),
                                          std::vector<double>(CauseTable(settings).count()));
    for (const WaitingDays& lost : one.result.lost) {
      const std::size_t stage = lost.stage.valid() ? lost.stage.index() : settings.stages.size();
      const auto found = expected.extract({stage, lost.group.index(), lost.cause});
      REQUIRE(found);
      REQUIRE(lost.days * scale == Approx(static_cast<double>(found.mapped())));
      sums[0][lost.cause] += lost.days;
      sums[1 + lost.group.index()][lost.cause] += lost.days;
    }
    REQUIRE(expected.empty());
    const CauseTable causes(settings);
    for (std::size_t cause = 0; cause < causes.count(); ++cause) {
      const auto blocked = one.table.find("blocked." + causes.name(cause));
      for (std::size_t g = 0; g < sums.size(); ++g) {
        if (!blocked)
          REQUIRE(sums[g][cause] == 0);
        else
          REQUIRE(one.result.values[g][*blocked] == Approx(sums[g][cause]));
      }
    }
  }
}

TEST_CASE("whoever waits for a unit has a cause at every moment, also outside") {
  for (std::uint64_t i = 0; i < 200; ++i) {
    CAPTURE(i);
    const RandomScenario random(i);
    REQUIRE(Watched(random.alternative(), random.length()).watch.without_cause == 0);
  }
}

TEST_CASE("newcomers that wait outside an apartment lose as many days to its pool as they wait for it") {
  Build b;
  b.group("singles", 1, "training");
  b.apartment("training", 3);
  b.exit("home");
  b.stage("home").relapse = Relapse{everyone(per_year(2)), 1, {}, {}};
  b.planned("training", "home", exponential_days(60));
  const Watched one(alternative_of(b.settings()), 700);
  const auto value = [&](const std::string& name) { return one.result.values[0][one.table.find(name).value()]; };
  REQUIRE(value("waiting.training") > 1);
  REQUIRE(value("blocked.pool:training") == Approx(value("waiting.training") * 700 / years(700)));
  REQUIRE(one.result.lost.size() == 1);
  REQUIRE_FALSE(one.result.lost[0].stage.valid());
  REQUIRE(one.result.lost[0].days == Approx(value("blocked.pool:training")));
}

TEST_CASE("rows are means over the replications, and one that does not know a row lost nothing there") {
  Build b;
  b.group("singles", 1, "hotel");
  b.placement("hotel", 500);
  b.apartment("training", 3);
  b.exit("home");
  const Settings settings = b.settings();
  const CauseTable causes(settings);
  std::vector<ReplicationResult> replications(3);
  replications[0].lost = {{StageId(0), GroupId(0), causes.market(), 1}, {{}, GroupId(0), causes.pool(StageId(1)), 30}};
  replications[2].lost = {{StageId(0), GroupId(0), causes.market(), 5}};
  const auto rows = lost_rows(settings, replications);
  REQUIRE(rows.size() == 2);
  CHECK(rows[0].stage == "hotel");
  CHECK(rows[0].group == "singles");
  CHECK(rows[0].cause == "market");
  CHECK(rows[0].days.mean == Approx(2));
  // Of 1, 0, 5: variance 7, t(0.975, 2) = 4.302653.
  CHECK(rows[0].days.high == Approx(2 + 4.302653 * std::sqrt(7.0 / 3)));
  CHECK(rows[0].days.replications == 3);
  CHECK(rows[1].stage.empty());
  CHECK(rows[1].cause == "pool:training");
  CHECK(rows[1].days.mean == Approx(10));
  CHECK(lost_rows(settings, {}).empty());
}
