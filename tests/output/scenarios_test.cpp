// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>
#include <cmath>
#include <filesystem>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "models/measures/measure_recorder.hpp"
#include "models/runs/results.hpp"
#include "models/runs/run.hpp"
#include "models/staircase/scenario.hpp"
#include "scenarios/reading/reader.hpp"
#include "tests/models/census.hpp"

using namespace trapphus;
using models::Alternative;
using models::MeasureTable;
using models::Scenario;
using models::Stage;
using models::build::Census;

namespace {

/// Every scenario of the repository, in the order of their names.
std::set<std::filesystem::path> scenario_files() {
  std::set<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(TRAPPHUS_SCENARIOS)) {
    if (entry.path().extension() == ".yaml") files.insert(entry.path());
  }
  return files;
}

/// One replication of an alternative, measured and counted household by household.
struct RecordedRun {
  RecordedRun(const Scenario& scenario, const Alternative& alternative)
      : table(scenario),
        settings(alternative.epochs.front().settings),
        recorder(table, settings, scenario.from, scenario.to),
        census(settings, scenario.from, scenario.to, &recorder) {
    models::replay(scenario, alternative, scenario.seed, 0, census);
    result = recorder.result();
  }
  [[nodiscard]] double value(const std::string& measure) const { return result.values[0][table.find(measure).value()]; }

  MeasureTable table;
  const models::Settings& settings;
  models::MeasureRecorder recorder;
  Census census;
  models::ReplicationResult result;
};

/// One for each alternative of each scenario: simulated once for all tests of this process.
struct ScenarioRuns {
  std::string file;
  std::unique_ptr<const Scenario> scenario;
  std::vector<std::unique_ptr<const RecordedRun>> runs;  ///< By alternative.
};

const std::vector<ScenarioRuns>& recorded_runs() {
  static const auto kRuns = [] {
    std::vector<ScenarioRuns> all;
    for (const auto& file : scenario_files()) {
      auto scenario = std::make_unique<const Scenario>(scenarios::read(file));
      std::vector<std::unique_ptr<const RecordedRun>> runs;
      for (const Alternative& alternative : scenario->alternatives)
        runs.push_back(std::make_unique<const RecordedRun>(*scenario, alternative));
      all.push_back({file.filename().string(), std::move(scenario), std::move(runs)});
    }
    return all;
  }();
  return kRuns;
}

void check_kernels(const std::filesystem::path& file) {
  CAPTURE(file.filename().string());
  models::RunOptions options;
  options.replications = 2;
  options.check = models::CheckChoice::All;
  const models::Results results = models::run(scenarios::read(file), options);
  CAPTURE(results.check.difference);
  REQUIRE(results.complete);
  REQUIRE(results.check.equal);
  REQUIRE(results.check.whole);
}

models::Money sum(const std::vector<models::Money>& amounts) {
  models::Money all;
  for (const models::Money amount : amounts) all += amount;
  return all;
}

}  // namespace

TEST_CASE("there are scenarios in the repository") {
  REQUIRE(scenario_files().size() >= 4);
}

TEST_CASE("every scenario of the repository runs, and its headline has values", "[long]") {
  for (const auto& file : scenario_files()) {
    CAPTURE(file.filename().string());
    const Scenario scenario = scenarios::read(file);
    models::RunOptions options;
    options.replications = 2;
    options.check = models::CheckChoice::Off;
    const models::Results results = models::run(scenario, options);
    REQUIRE(results.complete);
    const MeasureTable table(scenario);
    for (const auto& alternative : results.alternatives) {
      for (const std::string& name : scenario.headline) {
        CAPTURE(alternative.name, name);
        const auto& estimate = alternative.all.values[table.find(name).value()];
        // What nobody did cannot be measured (the turnover of a stage without a unit, say).
        if (estimate.replications == 0) continue;
        REQUIRE(std::isfinite(estimate.mean));
      }
      for (const char* name : {"arrivals", "homes", "cost.total"}) {
        REQUIRE(std::isfinite(alternative.all.values[table.find(name).value()].mean));
      }
    }
  }
}

TEST_CASE("both kernels give the same trajectory of every example") {
  for (const auto& file : scenario_files()) {
    if (file.parent_path().filename() == "examples") check_kernels(file);
  }
}

// [long]: under AddressSanitizer SimGrid's contexts are threads, a thousand of them in a district, which takes minutes.
TEST_CASE("both kernels give the same trajectory of every scenario of the repository", "[long]") {
  for (const auto& file : scenario_files()) check_kernels(file);
}

TEST_CASE("by Little's law the stays in every stage of every scenario add up to its households") {
  for (const auto& [file, scenario, runs] : recorded_runs()) {
    const auto seconds = static_cast<double>((scenario->to - scenario->from).count());
    for (std::size_t a = 0; a < runs.size(); ++a) {
      const RecordedRun& run = *runs[a];
      for (std::size_t i = 0; i < run.settings.stages.size(); ++i) {
        const Stage& stage = run.settings.stages[i];
        if (stage.kind == models::StageKind::Exit) continue;
        CAPTURE(file, scenario->alternatives[a].name, stage.name);
        const auto stays = static_cast<double>(run.census.stages()[i].seconds);
        REQUIRE(run.value("households." + stage.name) * seconds == Approx(stays).epsilon(1e-12).margin(1e-6));
      }
    }
  }
}

TEST_CASE("in every scenario households are conserved, and nobody lives where no unit is") {
  for (const auto& [file, scenario, runs] : recorded_runs()) {
    for (std::size_t a = 0; a < runs.size(); ++a) {
      const RecordedRun& run = *runs[a];
      CAPTURE(file, scenario->alternatives[a].name);
      const Census& census = run.census;
      CAPTURE(census.complaints());
      REQUIRE(census.complaints().empty());
      REQUIRE(census.living() <= census.present());
      for (const auto& stage : census.stages()) REQUIRE(stage.entered == stage.left + stage.living);
    }
  }
}

TEST_CASE("in every scenario the ledger's entries add up to its costs, and months to the period") {
  for (const auto& [file, scenario, runs] : recorded_runs()) {
    for (std::size_t a = 0; a < runs.size(); ++a) {
      const RecordedRun& run = *runs[a];
      CAPTURE(file, scenario->alternatives[a].name);
      models::Money entries;
      for (const auto& line : run.result.ledger) {
        if (line.line.rfind("grant:", 0) != 0) entries += sum(line.amounts);
      }
      const models::Period period(scenario->from, scenario->to);
      REQUIRE(run.value("cost.total") * period.in_months() == Approx(entries.in_kronor()).epsilon(1e-12));
      double lines = 0;
      for (const std::string& line : run.table.lines()) lines += run.value("cost." + line);
      REQUIRE(run.value("cost.total") == Approx(lines).epsilon(1e-12));
    }
  }
}
