// SPDX-License-Identifier: MIT
#include "output/workbook/results_workbook.hpp"

#include "output/language/wording.hpp"
#include "output/workbook/sheets.hpp"

namespace trapphus::output {

std::vector<Sheet> results_sheets(const models::Scenario& scenario, const models::Results& results,
                                  const Words& words) {
  const RunInWords run(scenario, results, words);
  return {summary_sheet(run), monthly_sheet(run), costs_sheet(run),
          flows_sheet(run),   inputs_sheet(run),  method_sheet(run)};
}

void write_results_workbook(const std::filesystem::path& file, const models::Scenario& scenario,
                            const models::Results& results, const Words& words) {
  write_workbook(file, called(words, scenario), results_sheets(scenario, results, words),
                 {words("sheet.text"), words("column.low"), words("column.high")});
}

}  // namespace trapphus::output
