// SPDX-License-Identifier: MIT
#include <algorithm>

#include "models/staircase/scenario.hpp"
#include "output/files/csv.hpp"
#include "output/json/report_data.hpp"
#include "output/json/results.hpp"
#include "output/serve/work.hpp"
#include "output/studies/report_bottleneck.hpp"
#include "output/workbook/results_workbook.hpp"
#include "scenarios/reading/reader.hpp"

namespace trapphus::output {
namespace {

using scenarios::ScenarioFile;

/// The first answer is for somebody who has just moved a slider; each later one has this many times the replications,
/// so that all of them together cost a third more than the last.
constexpr int kFirst = 16, kGrowth = 4;

/// What is looked at first: the alternatives themselves, not what each part of them contributes.
models::Scenario essence(models::Scenario scenario) {
  std::erase_if(scenario.alternatives, [](const auto& alternative) { return !alternative.shows_part_of.empty(); });
  scenario.cases.clear();
  return scenario;
}

enum class Stage { First, Last, Whole };

bool simulate(Work& work, const models::Scenario& scenario, const models::RunOptions& options, Stage stage) {
  const bool last = stage != Stage::First, whole = stage == Stage::Whole;
  models::Results results = models::run(scenario, options);
  if (work.stopped()) results.complete = false;
  // What was cut off before it was better than the last answer does not take its place.
  if (results.replications <= work.replications_told()) return false;
  // What takes as long again as the run is for the answer that stays.
  const auto bottleneck = whole ? bottleneck_for_report(scenario, results, options) : std::nullopt;
  work.answer(report_data(scenario, results, bottleneck), results.replications, !last && !work.stopped());
  if (!last && !work.stopped()) return true;
  work.write("results.json", results_json(scenario, results));
  work.write("monthly.csv", monthly_csv(results));
  work.write("summary.csv", summary_csv(results));
  write_results_workbook(work.folder() / "results-sv.xlsx", scenario, results, Words(Language::Sv));
  write_results_workbook(work.folder() / "results-en.xlsx", scenario, results, Words(Language::En));
  work.tell_files({"results-sv.xlsx", "results-en.xlsx", "summary.csv", "monthly.csv", "results.json"});
  return !work.stopped();
}

}  // namespace

void work_run(Work& work) {
  const ScenarioFile file(work.source());
  const bool quick_only = work.options().value("quick", false);
  models::RunOptions options = work.run_options();
  const models::Scenario small = essence(file.scenario({}, ScenarioFile::Cases::Without));
  const int all = options.replications.value_or(small.replications);

  models::RunOptions quick = options;
  quick.check = models::CheckChoice::Off;
  for (int n = kFirst; n < all / 2; n *= kGrowth) {
    quick.replications = n;
    if (!simulate(work, small, quick, Stage::First)) return;
  }
  options.replications = all;
  if (quick_only) {
    options.check = models::CheckChoice::Off;
    simulate(work, small, options, Stage::Last);
  } else {
    simulate(work, file.scenario(), options, Stage::Whole);
  }
}

}  // namespace trapphus::output
