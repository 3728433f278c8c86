// SPDX-License-Identifier: MIT
#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <numeric>
#include <optional>
#include <utility>

#include "models/measures/measure_recorder.hpp"
#include "models/pathway/pathway.hpp"
#include "models/runs/run.hpp"
#include "models/runs/trajectory.hpp"
#include "models/staircase/scenario.hpp"
#include "tests/models/census.hpp"
#include "tests/models/random_scenario.hpp"
#include "tests/models/same_results.hpp"

using namespace trapphus::models;
using namespace trapphus::models::build;

namespace {

constexpr std::uint64_t kScenarios = 200;
constexpr std::uint64_t kWindowed = 40;
// Under sanitizers SimGrid needs a thread for every actor, and takes very long.
#if defined(__SANITIZE_ADDRESS__)
constexpr std::uint64_t kOnSimGrid = 20;
#else
constexpr std::uint64_t kOnSimGrid = kScenarios;
#endif

void run_world(const RandomScenario& random, Recorder& recorder, std::uint64_t replication = 0) {
  World world(random.alternative(), {kSunday, day(random.length()), 1, replication},
              trapphus::engine::calendar_kernel(), recorder);
  world.run();
}

std::vector<Event> events_of(const RandomScenario& random, std::uint64_t replication = 0) {
  Trajectory trajectory(1'000'000);
  run_world(random, trajectory, replication);
  return trajectory.events();
}

bool same_events(const std::vector<Event>& one, const std::vector<Event>& other) {
  return std::equal(one.begin(), one.end(), other.begin(), other.end(), [](const Event& a, const Event& b) {
    return a.time == b.time && a.client == b.client && a.kind == b.kind && a.subject == b.subject;
  });
}

/// The mean households of a stage, exactly the stays in it by Little's law, and money by line.
void require_sums(const MeasureTable& table, const ReplicationResult& result, const Census& census,
                  const Settings& settings, double seconds) {
  const auto value = [&](const std::string& name) { return result.values[0][table.find(name).value()]; };
  for (std::size_t i = 0; i < settings.stages.size(); ++i) {
    const Stage& stage = settings.stages[i];
    if (stage.kind == StageKind::Exit) continue;
    const auto stays = static_cast<double>(census.stages()[i].seconds);
    REQUIRE(value("households." + stage.name) * seconds == Approx(stays).epsilon(1e-12).margin(1e-6));
  }
  double lines = 0;
  for (const std::string& line : table.lines()) lines += value("cost." + line);
  REQUIRE(value("cost.total") == Approx(lines).margin(1e-6));
  Money booked;
  for (const BookedLine& line : result.ledger) {
    if (line.line.rfind("grant:", 0) == 0) continue;
    for (const Money amount : line.amounts) booked += amount;
  }
  const double months = Period(kSunday, kSunday + Duration(std::llround(seconds))).in_months();
  REQUIRE(value("cost.total") * months == Approx(booked.in_kronor()).margin(1e-6));
}

constexpr double kLongDays = 500;  // long enough for returns within twelve months

std::vector<std::size_t> all_measures(const MeasureTable& table) {
  std::vector<std::size_t> measures(table.size());
  std::iota(measures.begin(), measures.end(), std::size_t{0});
  return measures;
}

/// A random scenario of 500 days, measured in these windows, too.
ReplicationResult measured(const RandomScenario& random, const MeasureTable& table,
                           const std::vector<std::pair<double, double>>& windows) {
  std::vector<Window> all;
  for (const auto& [from, to] : windows) all.push_back({day(from), day(to), all_measures(table)});
  MeasureRecorder recorder(table, random.alternative().epochs.front().settings, kSunday, day(kLongDays), all);
  World world(random.alternative(), {kSunday, day(kLongDays), 1, 0}, trapphus::engine::calendar_kernel(), recorder);
  world.run();
  return recorder.result();
}

/// By what a measure is multiplied to add up over times: none for averages of households and shares.
std::optional<double> weight(const Measure& measure, const Period& period) {
  if (measure.unit == "households") return static_cast<double>(period.length().count());
  if (measure.unit == "SEK/month") return period.in_months();
  if (measure.unit == "per year" || measure.unit == "household-days/year") return period.years();
  return std::nullopt;
}

bool same_value(double one, double other) {
  return (std::isnan(one) && std::isnan(other)) || one == other;
}

}  // namespace

TEST_CASE("a window that is the whole period gives exactly its values, of every measure") {
  for (std::uint64_t i = 0; i < kWindowed; ++i) {
    const RandomScenario random(i);
    const MeasureTable table(random.alternative().epochs.front().settings);
    const ReplicationResult whole = measured(random, table, {{0, kLongDays}});
    REQUIRE(whole.windows.size() == 1);
    const ReplicationResult& window = whole.windows[0].result;
    for (std::size_t g = 0; g < whole.values.size(); ++g) {
      for (std::size_t m = 0; m < table.size(); ++m) {
        CAPTURE(i, table[m].name, g, whole.values[g][m], window.values[g][m]);
        REQUIRE(same_value(whole.values[g][m], window.values[g][m]));
      }
    }
    for (std::size_t g = 0; g < whole.monthly.size(); ++g) {
      for (const auto& [m, months] : whole.monthly[g]) {
        CAPTURE(i, table[m].name, g);
        REQUIRE(std::equal(months.begin(), months.end(), window.monthly[g].at(m).begin(), same_value));
      }
    }
    if (!window.units.empty()) REQUIRE(window.units == whole.units);  // none without apartments
  }
}

TEST_CASE(
    "windows that divide the period change nothing in it, and add up to its households, events, waits and money") {
  for (std::uint64_t i = 0; i < kWindowed; ++i) {
    const RandomScenario random(i);
    const MeasureTable table(random.alternative().epochs.front().settings);
    const ReplicationResult alone = measured(random, table, {});
    const ReplicationResult whole = measured(random, table, {{0, 37}, {37, 211}, {211, kLongDays}});
    const Period period(kSunday, day(kLongDays));
    for (std::size_t m = 0; m < table.size(); ++m) {
      for (std::size_t g = 0; g < whole.values.size(); ++g) {
        CAPTURE(i, table[m].name, g);
        REQUIRE(same_value(whole.values[g][m], alone.values[g][m]));
        const auto all = weight(table[m], period);
        if (!all || std::isnan(whole.values[g][m])) continue;
        double sum = 0;
        for (const WindowResult& window : whole.windows)
          sum += window.result.values[g][m] * *weight(table[m], Period(window.from, window.to));
        // Money: to half an öre for each account and window.
        const double margin = table[m].unit == "SEK/month" ? 0.01 * static_cast<double>(whole.ledger.size()) : 1e-6;
        REQUIRE(sum == Approx(whole.values[g][m] * *all).epsilon(1e-9).margin(margin));
      }
    }
  }
}

TEST_CASE("returns of windows that divide the period are each home once") {
  const auto returned = [](const ReplicationResult& result, std::size_t measure) { return result.values[0][measure]; };
  for (std::uint64_t i = 0; i < kWindowed; ++i) {
    CAPTURE(i);
    const RandomScenario random(i);
    const MeasureTable table(random.alternative().epochs.front().settings);
    const std::size_t measure = *table.find("returns");
    // Only homes of the first 134 days have had twelve months at the end: their months end in the last window.
    const ReplicationResult whole = measured(random, table, {{0, 365}, {365, kLongDays}});
    REQUIRE(std::isnan(returned(whole.windows[0].result, measure)));
    REQUIRE(same_value(returned(whole.windows[1].result, measure), returned(whole, measure)));
  }
}

TEST_CASE("random scenarios are valid, and different") {
  std::size_t events = 0;
  for (std::uint64_t i = 0; i < kScenarios; ++i) {
    CAPTURE(i);
    const RandomScenario random(i);
    for (const Finding& finding : check_pathway(random.alternative().epochs)) {
      CAPTURE(finding.path, finding.phrase.id);
      REQUIRE(finding.severity == Finding::Severity::Warning);
    }
    events += events_of(random).size();
  }
  REQUIRE(events > kScenarios * 200);
}

TEST_CASE("households are conserved, live in one stage at a time, and apartments hold no more than they have") {
  for (std::uint64_t i = 0; i < kScenarios; ++i) {
    CAPTURE(i);
    const RandomScenario random(i);
    const Settings& settings = random.alternative().epochs.front().settings;
    Census census(settings, kSunday, day(random.length()));
    run_world(random, census);
    CAPTURE(census.complaints());
    REQUIRE(census.complaints().empty());
    REQUIRE(census.living() <= census.present());
    for (const auto& stage : census.stages()) REQUIRE(stage.entered == stage.left + stage.living);
  }
}

TEST_CASE("stays add up to households by Little's law, and money to the öre") {
  for (std::uint64_t i = 0; i < kScenarios; ++i) {
    CAPTURE(i);
    const RandomScenario random(i);
    const Settings& settings = random.alternative().epochs.front().settings;
    const MeasureTable table(settings);
    MeasureRecorder recorder(table, settings, kSunday, day(random.length()));
    Census census(settings, kSunday, day(random.length()), &recorder);
    run_world(random, census);
    require_sums(table, recorder.result(), census, settings, random.length() * kSecondsADay);
  }
}

TEST_CASE("the calendar and SimGrid give the same trajectories of random scenarios", "[long]") {
  RunOptions options;
  options.check = CheckChoice::All;
  for (std::uint64_t i = 0; i < kOnSimGrid; ++i) {
    CAPTURE(i);
    const Check check = check_kernels(RandomScenario(i).scenario(), options);
    CAPTURE(check.difference);
    REQUIRE(check.equal);
    REQUIRE(check.whole);
  }
}

TEST_CASE("the same seed gives the same events, another replication others") {
  for (std::uint64_t i = 0; i < kScenarios; i += 10) {
    CAPTURE(i);
    const RandomScenario random(i);
    REQUIRE(same_events(events_of(random), events_of(random)));
    REQUIRE_FALSE(same_events(events_of(random), events_of(random, 1)));
  }
}

TEST_CASE("one thread and two give bit-identical results", "[long]") {
  for (std::uint64_t i = 0; i < kScenarios; i += 10) {
    CAPTURE(i);
    Scenario scenario = RandomScenario(i).scenario();
    scenario.alternatives.push_back(RandomScenario(i).alternative());
    scenario.alternatives.back().name = "other";
    for (Epoch& epoch : scenario.alternatives.back().epochs) epoch.settings.groups[0].arrivals = per_week(1);
    RunOptions options;
    options.check = CheckChoice::Off;
    options.replications = 7;
    options.jobs = 1;
    const Results one = run(scenario, options);
    options.jobs = 2;
    REQUIRE(doubles_of(one) == doubles_of(run(scenario, options)));
  }
}

TEST_CASE("an alternative that changes nothing differs by exactly 0 in every measure") {
  for (std::uint64_t i = 0; i < kScenarios; i += 10) {
    CAPTURE(i);
    Scenario scenario = RandomScenario(i).scenario();
    scenario.alternatives.push_back(scenario.alternatives.front());
    scenario.alternatives.back().name = "the same";
    RunOptions options;
    options.check = CheckChoice::Off;
    options.replications = 4;
    const Results results = run(scenario, options);
    REQUIRE(results.differences.size() == 1);
    for (const Estimate& estimate : results.differences[0].all) {
      if (estimate.replications > 0) REQUIRE(estimate.mean == 0);
      // No interval where a ratio is not defined without one of the replications.
      if (estimate.replications > 1) REQUIRE_FALSE((estimate.low < 0 || estimate.high > 0));
    }
  }
}

TEST_CASE("a household that is untouched by a change of staff elsewhere keeps its fate") {
  Build b;
  b.group("near", 3, "hotel");
  b.group("far", 3, "shelter");
  b.placement("hotel", 500);
  b.placement("shelter", 400);
  b.apartment("training", 4);
  b.exit("home");
  const auto here = b.team("here", 1, 20, 5);
  const auto there = b.team("there", 0.5, 20, 5);
  const auto course = b.service("course", here, Distribution::gamma(10, 5), 3);
  const auto search = b.service("search", there, Distribution::gamma(10, 5), 3);
  b.planned("hotel", "training", exponential_days(20), 1, {course});
  b.planned("training", "home", exponential_days(90));
  b.offers("shelter", "home", 6, 1, {search});
  const auto fates = [&](double fte) {
    b.team(there).fte = fte;
    const Witness w(b.settings(), 500);
    std::vector<Event> near, far;
    for (const auto& [event, client] : w.seen()) (event.client.group == GroupId(0) ? near : far).push_back(event);
    return std::pair(near, far);
  };
  const auto before = fates(0.5);
  const auto after = fates(2);
  REQUIRE(before.first.size() > 1000);
  REQUIRE(same_events(before.first, after.first));
  REQUIRE_FALSE(same_events(before.second, after.second));
}
