// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>
#include <filesystem>

#include "output/files/csv.hpp"
#include "output/workbook/results_workbook.hpp"
#include "tests/output/cases/ran.hpp"
#include "tests/output/sample_results.hpp"
#include "tests/output/sheet_cells.hpp"
#include "tests/output/unzipped.hpp"
#include "tests/output/words.hpp"

using namespace trapphus;
using namespace trapphus::tests;
using Catch::Contains;

TEST_CASE("No label becomes a formula, in no sheet and no chart, and what is undefined is an empty cell") {
  const Ran ran("18-nan-in-excel/a.yaml");
  const ScratchFolder folder;
  output::write_results_workbook(folder.path() / "run.xlsx", ran.scenario, ran.results, kEnglish);
  const auto files = unzipped(folder.path() / "run.xlsx");
  int charts = 0;
  for (const auto& [name, xml] : files) {
    INFO(name);
    CHECK_THAT(xml, !Contains("<c:f>cmd|") && !Contains("<f>cmd|") && !Contains("<v>nan") && !Contains("<v>-nan"));
    if (name.rfind("xl/charts/", 0) == 0 && xml.find("=cmd|") != std::string::npos) ++charts;
  }
  CHECK(charts > 0);
  for (const auto& [sheet, cells] : read_book(files).sheets)
    for (const auto& [place, cell] : cells) {
      INFO(sheet << " " << place << " " << cell.formula);
      CHECK(cell.formula.find("calc") == std::string::npos);
    }
}

TEST_CASE("A value that is set for one run loses its source and says what it was") {
  const auto file = std::filesystem::path(TRAPPHUS_SCENARIOS) / "hasselby" / "district.yaml";
  const auto scenario = scenarios::read({file}, {{"stages.training.units", "70"}, {"staff.project.fte", "2.5"}});
  const auto find = [&](const std::string& path) {
    return *std::ranges::find_if(scenario.inputs, [&](const models::Input& one) { return one.path == path; });
  };
  CHECK(find("stages.training.units").value == "70");
  CHECK(find("stages.training.units").source.empty());
  CHECK(find("stages.training.units").was == "76");
  CHECK(is_assumed(find("stages.training.units")));
  // The same number again is no change, and what nobody touched has none.
  CHECK_FALSE(find("staff.project.fte").was);
  CHECK_FALSE(find("staff.leader.fte").was);
}
