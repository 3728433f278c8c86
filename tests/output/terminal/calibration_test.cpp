// SPDX-License-Identifier: MIT
#include "output/terminal/calibration.hpp"

#include <catch2/catch.hpp>
#include <fstream>
#include <limits>

#include "models/runs/results.hpp"
#include "models/staircase/scenario.hpp"
#include "output/files/fitted_yaml.hpp"
#include "scenarios/reading/reader.hpp"
#include "tests/output/sample_results.hpp"
#include "tests/output/words.hpp"

using Catch::Contains;
using namespace trapphus;
using models::FittedScenario;
using output::FittedFile;
using trapphus::tests::kEnglish;
using trapphus::tests::kSwedish;

namespace {

const char* const kText = R"(trapphus: 1
name: A district
period: 2012-01 to 2013-12
groups: {families: {arrivals: 1/week, enters: hotel}, singles: {arrivals: 1/week, enters: hotel}}
stages: {hotel: {kind: placement, acute: yes, price: 500 SEK/day}, home: {kind: exit, home: yes}}
moves: [{from: hotel, to: home, alone: {families: 1/year, others: 2/year}}]
alternatives: {now: {}, before: {change: {stages.hotel.price: 400 SEK/day}}}
observations:
  - {measure: households.acute, group: families, from: 2012-01, to: 2012-12, value: 30.25, source: report}
  - {measure: returns, value: 12 %, source: report}
  - {measure: cost.nights, from: 2013-01, to: 2013-06, value: 600 000, alternative: before, assumption: as before}
  - {measure: homes, value: 51, from: 2012-01, to: 2012-12, source: report}
free:
  - {path: moves.hotel.home.alone.families, range: 0.5/year..3/year}
  - {path: stages.hotel.price, range: 300 SEK/day..900 SEK/day}
  - {path: groups.singles.arrivals, range: 0..3/week}
)";

struct Sample {
  Sample() {
    std::ofstream(folder.path() / "s.yaml") << kText;
    scenario = scenarios::read(folder.path() / "s.yaml");
    fit.inputs = {{1.23456, 0.98765, 1.5678, false, false, false},
                  {300, 300, 420.1234, true, false, false},
                  {1, 0, 3, false, false, true}};
    fit.uncertainty = {5, 0.02, 60'000, 7};
    fit.before = {40, 0.2, 500'000, 30};
    fit.after = {30, 0.12, 600'000, 50};
    fit.effects = {{1, 0, 0}, {-5, 0.1, 0}, {2, 9, 0}, {3, 1, 0}};
    fit.evaluations = 34;
    fit.converged = true;
  }
  [[nodiscard]] models::FittedScenario fitted() const { return {scenario, fit, {30, 0.12, 603'000, 50}, 200, 7}; }
  [[nodiscard]] std::string yaml() const { return output::fitted_yaml(fitted(), {"s.yaml", {"calibrate", "s.yaml"}}); }

  tests::ScratchFolder folder;
  models::Scenario scenario;
  engine::Calibration fit;
};

}  // namespace

TEST_CASE("a calibration tells observed, before and after, and what is assumed") {
  const std::string text = calibration_report(Sample().fitted(), kEnglish);
  CHECK_THAT(text, Contains("3 inputs fitted to 4 observations, 200 replications, seed 7, 34 simulations"));
  CHECK_THAT(text, Contains("families  2012-01 to 2012-12") && Contains("30.25"));
  CHECK_THAT(text, Contains("600 000*") && Contains("* an assumption, not measured"));
  CHECK_THAT(text, Contains("before") && Contains("now"));  // the alternatives
  // 1.95^2 + 4^2 + 1.67^2 + 3^2, and 0.05^2 + 0 + 0.05^2 + 0.14^2.
  CHECK_THAT(text, Contains("off by: 31.6 before, 0.025 after"));
}

TEST_CASE("shares are shown in per cent") {
  CHECK_THAT(calibration_report(Sample().fitted(), kEnglish), Contains("%") && Contains("  12 "));
}

TEST_CASE("inputs have their interval, and a remark where it says too little") {
  const std::string text = calibration_report(Sample().fitted(), kEnglish);
  CHECK_THAT(text, Contains("1.2350/year") && Contains("0.988/year to 1.57/year"));
  CHECK_THAT(text, Contains("300 SEK/day") && Contains("at the lower end of its range"));
  CHECK_THAT(text, Contains("not known: the observations say nothing of it"));
}

TEST_CASE("inputs that cannot be told apart are named") {
  Sample sample;
  sample.fit.confounded = {{{0, 1}, -0.987}};
  CHECK_THAT(calibration_report(sample.fitted(), kEnglish),
             Contains("cannot tell these apart (correlation -0.99): moves.hotel.home.alone.families, "
                      "stages.hotel.price."));
  CHECK_THAT(sample.yaml(), Contains("note: \"the observations cannot tell it apart from stages.hotel.price\""));
  sample.fit.confounded = {{{0, 1, 2}, 0}};
  CHECK_THAT(calibration_report(sample.fitted(), kEnglish), Contains("cannot tell these apart: moves"));
}

TEST_CASE("the fitted scenario changes the fitted values only, each with its interval and what it was fitted to") {
  const std::string yaml = Sample().yaml();
  CHECK_THAT(yaml,
             Contains("extends: \"s.yaml\"\nchange:\n  moves.hotel.home.alone.families:\n    value: 1.2350/year\n"
                      "    range: 0.9877/year..1.5680/year\n"
                      "    assumption: \"fitted to returns in now, 2012-01 to 2013-12; homes in now, 2012-01 "
                      "to 2012-12; cost.nights in before, 2013-01 to 2013-06 (an assumption) and 1 other observation "
                      "(calibrate, seed 7, 200 replications)\"\n"));
  CHECK_THAT(yaml, Contains("value: 300 SEK/day\n    range: 300 SEK/day..420.1 SEK/day\n"));
  CHECK_THAT(yaml, Contains("#   trapphus calibrate s.yaml\n") && !Contains("INTERRUPTED"));
}

TEST_CASE("the fitted scenario can be read, and has the fitted values") {
  const Sample sample;
  std::ofstream(sample.folder.path() / "fitted.yaml") << sample.yaml();
  const auto fitted = scenarios::read(sample.folder.path() / "fitted.yaml");
  const auto& settings = fitted.alternatives[0].epochs[0].settings;
  CHECK(settings.moves[0].alone[models::GroupId(0)].per_year() == Approx(1.235));
  CHECK(settings.moves[0].alone[models::GroupId(1)].per_year() == Approx(2));
  CHECK(settings.groups[1].arrivals.per_year() == Approx(365.25 / 7));
  CHECK(fitted.free[0].start == 1.235);
}

TEST_CASE("an input of which the observations say nothing is not written, and it stands why") {
  Sample sample;
  sample.fit.inputs[2] = {1, 0, 3, false, false, true, true};
  CHECK_THAT(sample.yaml(), Contains("# groups.singles.arrivals stays 1/week: the observations say nothing of it.") &&
                                !Contains("  groups.singles.arrivals:"));
  CHECK_THAT(calibration_report(sample.fitted(), kEnglish),
             Contains("kept as written: the observations say nothing of it"));
}

TEST_CASE("what agrees with assumptions only is set by assumption, not fitted to what was observed") {
  Sample sample;
  for (auto& observation : sample.scenario.observations) observation.assumption = "a belief";
  CHECK_THAT(sample.yaml(), Contains("with its free inputs set by assumption") &&
                                Contains("assumption: \"set by assumption, to agree with returns in now, 2012-01 to "
                                         "2013-12, itself an assumption") &&
                                !Contains("fitted to returns"));
}

TEST_CASE("what was interrupted is marked, and has no intervals") {
  Sample sample;
  sample.fit.interrupted = true;
  sample.fit.converged = false;
  sample.fit.effects.clear();
  for (auto& input : sample.fit.inputs) input.low = input.high = std::numeric_limits<double>::quiet_NaN();
  CHECK_THAT(sample.yaml(),
             Contains("# INTERRUPTED") && !Contains("range:") && Contains("\"fitted to 4 observations (calibrate"));
  CHECK_THAT(calibration_report(sample.fitted(), kEnglish), Contains("INTERRUPTED"));
  sample.fit.interrupted = false;
  CHECK_THAT(sample.yaml(), Contains("# NOT FINISHED"));
  CHECK_THAT(calibration_report(sample.fitted(), kEnglish), Contains("--evaluations allows more"));
}

TEST_CASE("the command that makes it again is written as one would type it") {
  const Sample sample;
  const std::string yaml = output::fitted_yaml(
      sample.fitted(), {"../a district.yaml", {"calibrate", "../a district.yaml", "--free", "x=1 %..2 %"}});
  CHECK_THAT(yaml, Contains("#   trapphus calibrate '../a district.yaml' --free 'x=1 %..2 %'\n"));
  CHECK_THAT(yaml, Contains("extends: \"../a district.yaml\"\n"));
}

TEST_CASE("the report is in Swedish for those who read Swedish, the fitted scenario in English for everybody") {
  const Sample sample;
  CHECK_THAT(calibration_report(sample.fitted(), kSwedish), Contains(" anpassade till ") && Contains("uppmätt") &&
                                                                Contains("95 % intervall") &&
                                                                Contains("Summan av avvikelsernas kvadrater: "));
}
