// SPDX-License-Identifier: MIT
#include "output/files/comparison_csv.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <sstream>
#include <vector>

#include "tests/output/sample_comparison.hpp"
#include "tests/output/words.hpp"

using namespace trapphus::output;
using Catch::Contains;

namespace {

Words plain_swedish() {
  Words words = trapphus::tests::kSwedish;
  words.set_csv_style(CsvStyle::Plain);
  return words;
}

std::vector<std::vector<std::string>> rows(const std::string& csv) {
  std::vector<std::vector<std::string>> found;
  std::istringstream lines(csv);
  for (std::string line; std::getline(lines, line);) {
    found.emplace_back();
    std::istringstream fields(line.substr(0, line.size() - 1) + ",");
    for (std::string field; std::getline(fields, field, ',');) found.back().push_back(field);
  }
  return found;
}

}  // namespace

TEST_CASE("the CSV of a comparison is one row a scenario, as wide as its heading") {
  const auto table = rows(comparison_csv(trapphus::tests::sample_comparison(), plain_swedish()));
  REQUIRE(table.size() == 3);
  const auto& heading = table[0];
  CHECK((table[1].size() == heading.size() && table[2].size() == heading.size()));
  const auto cell = [&](std::size_t row, const std::string& column) {
    const auto at = std::find(heading.begin(), heading.end(), column);
    REQUIRE(at != heading.end());
    return table[row][static_cast<std::size_t>(at - heading.begin())];
  };
  CHECK((cell(1, "scenario") == "Lund" && cell(2, "scenario") == "Malmö"));
  CHECK((cell(1, "assumed") == "staff.team.caseload = 3" && cell(2, "assumed").empty()));
  CHECK((cell(1, "retention.not_evicted [share]") == "0.95" && cell(1, "retention.not_evicted low") == "0.93"));
  CHECK((cell(1, "retention.not_evicted prediction low") == "0.75" && cell(1, "retention.not_evicted rank") == "1"));
  CHECK((cell(1, "cost.total [SEK/month]").empty() && cell(1, "cost.total per FTE").empty()));
  CHECK((cell(2, "cost.total per apartment") == "10000" && cell(2, "cost.total per FTE") == "50000"));
  CHECK((cell(1, "own definition") == "not_evicted" && cell(1, "own observed low").empty()));
  CHECK((cell(2, "own observed of") == "50" && cell(2, "difference by work") == "-0.05"));
  CHECK((cell(1, "answer title") == "socialsekreterare" && cell(2, "answer caseload") == "högst 10"));
  CHECK((cell(1, "exposure [years]") == "3.5" && cell(1, "rates") == "own"));
}

TEST_CASE("of rates that are not a team's own the CSV has a rest, and no work") {
  auto shared = trapphus::tests::sample_comparison();
  shared.rows[1].rates = trapphus::models::Rates::Shared;
  const auto table = rows(comparison_csv(shared, plain_swedish()));
  const auto& heading = table[0];
  const auto cell = [&](const std::string& column) {
    return table[2].at(static_cast<std::size_t>(std::find(heading.begin(), heading.end(), column) - heading.begin()));
  };
  CHECK((cell("difference by rest") == "-0.05" && cell("difference by work").empty() && cell("rates") == "shared"));
}

TEST_CASE("a scenario whose tenants are not followed has no retention in the CSV, but all its columns") {
  auto without = trapphus::tests::sample_comparison();
  without.rows[1].retention.reset();
  const auto table = rows(comparison_csv(without, plain_swedish()));
  CHECK(table[2].size() == table[0].size());
  CHECK(table[2].back().empty());
}

TEST_CASE("the CSV of a comparison has Excel's style as well") {
  const std::string excel = comparison_csv(trapphus::tests::sample_comparison(), trapphus::tests::kSwedish);
  CHECK_THAT(excel, Catch::StartsWith("\xEF\xBB\xBF"
                                      "scenario;file;alternative;"));
  CHECK_THAT(excel, Catch::Contains(";-0,05;"));
}
