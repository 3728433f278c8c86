// SPDX-License-Identifier: MIT
#include "output/workbook/workbook.hpp"

#include <catch2/catch.hpp>

#include "output/files/atomic_file.hpp"
#include "output/workbook/sheet_name.hpp"
#include "tests/output/sample_document.hpp"
#include "tests/output/sample_results.hpp"
#include "tests/output/unzipped.hpp"

using namespace trapphus::output;
using namespace trapphus::tests;
using Catch::Contains;

namespace {

std::map<std::string, std::string> written() {
  const ScratchFolder folder;
  const auto file = folder.path() / "document.xlsx";
  write_workbook(file, sample_document(), {"Text", "low", "high"});
  return unzipped(file);
}

}  // namespace

TEST_CASE("a workbook has the text on its first sheet and each table on one of its own") {
  const auto files = written();
  CHECK_THAT(files.at("xl/workbook.xml"), Contains("name=\"Text\" sheetId=\"1\"") &&
                                              Contains("name=\"Amounts-1\" sheetId=\"2\"") &&
                                              Contains("name=\"Figures\" sheetId=\"3\""));
  CHECK_THAT(files.at("xl/sharedStrings.xml"),
             Contains("Write here.") && Contains("1 &lt; 2 &amp; 3") && Contains("A note."));
}

TEST_CASE("numbers of a workbook are numbers, and a sum is a formula that carries its value") {
  const std::string sheet = written().at("xl/worksheets/sheet2.xml");
  CHECK_THAT(sheet, Catch::Matches(R"([^]*<c r="B2"[^>]*><v>1500</v></c>[^]*)"));
  CHECK_THAT(sheet, Catch::Matches(R"([^]*<c r="B4"[^>]*><f>SUM\(B2:B3\)</f><v>2000</v></c>[^]*)"));
}

TEST_CASE("an interval takes three columns, and formulas follow the columns that have moved") {
  const auto files = written();
  const std::string sheet = files.at("xl/worksheets/sheet3.xml");
  CHECK_THAT(files.at("xl/sharedStrings.xml"), Contains("Value, low") && Contains("Value, high"));
  CHECK_THAT(
      sheet,
      Catch::Matches(R"([^]*<c r="B2"[^>]*><v>2.5</v></c><c r="C2"[^>]*><v>2</v></c><c r="D2"[^>]*><v>3</v></c>[^]*)"));
  CHECK_THAT(sheet, Catch::Matches(R"([^]*<c r="E2"[^>]*><v>0.5</v></c>[^]*)"));
  CHECK_THAT(sheet, Catch::Matches(R"([^]*<f>-1\*\(B2\*E2\)</f><v>-1.25</v>[^]*)"));
  CHECK_THAT(sheet, Catch::Matches(R"([^]*<f>B2-B3</f><v>0</v>[^]*)"));
}

TEST_CASE("the headings of a table stay in sight, and shares are formatted as per cent") {
  const auto files = written();
  CHECK_THAT(files.at("xl/worksheets/sheet2.xml"), Contains("ySplit=\"1\"") && Contains("state=\"frozen\""));
  CHECK_THAT(files.at("xl/styles.xml"), Contains("#,##0.0"));
}

TEST_CASE("a sheet's name is one that Excel takes, and no other sheet has it") {
  CHECK(sheet_name("a/b:c?", {}) == "a-b-c-");
  CHECK(sheet_name("", {}) == "-");
  CHECK(sheet_name("Costs", {"costs"}) == "Costs 2");
  CHECK(sheet_name(std::string(40, 'x'), {}) == std::string(31, 'x'));
  CHECK(sheet_name(std::string(40, 'x'), {std::string(31, 'x')}) == std::string(29, 'x') + " 2");
  std::string swedish;
  for (int i = 0; i < 40; ++i) swedish += "å";
  CHECK(sheet_name(swedish, {}).size() == 62);  // 31 letters of two bytes
}

TEST_CASE("a workbook that cannot be written is a file error") {
  const ScratchFolder folder;
  CHECK_THROWS_AS(write_workbook(folder.path() / "no" / "folder.xlsx", sample_document(), {"Text", "low", "high"}),
                  CannotWrite);
}
