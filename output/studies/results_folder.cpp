// SPDX-License-Identifier: MIT
#include "output/studies/results_folder.hpp"

#include <ctime>

#include "models/staircase/scenario.hpp"
#include "output/files/atomic_file.hpp"
#include "output/files/csv.hpp"
#include "output/files/database.hpp"
#include "output/json/results.hpp"
#include "output/report/report.hpp"

namespace trapphus::output {
namespace {

std::string today() {
  const std::time_t now = std::time(nullptr);
  std::tm local{};
  ::localtime_r(&now, &local);
  char text[16];
  return {text, std::strftime(text, sizeof text, "%Y-%m-%d", &local)};
}

}  // namespace

std::filesystem::path default_folder(const std::filesystem::path& scenario_file) {
  return std::filesystem::path("results") / (scenario_file.stem().string() + "-" + today());
}

std::vector<std::string> write_results(const std::filesystem::path& folder, const models::Scenario& scenario,
                                       const models::Results& results, CsvStyle style,
                                       const std::optional<models::Bottleneck>& bottleneck) {
  std::vector<std::string> names{"summary.csv", "monthly.csv", "results.json", "results.sqlite", "report.html"};
  std::vector<PendingFile> files;
  for (const auto& name : names) files.emplace_back(folder / name);
  files[0].write(summary_csv(results, style));
  files[1].write(monthly_csv(results, style));
  files[2].write(results_json(scenario, results));
  write_database(files[3].temporary(), scenario, results);
  files[4].write(report_html(scenario, results, bottleneck));
  for (auto& file : files) file.sync();
  for (auto& file : files) file.publish();
  return names;
}

}  // namespace trapphus::output
