// SPDX-License-Identifier: MIT
#include "output/files/csv.hpp"

#include <catch2/catch.hpp>
#include <map>
#include <stdexcept>

#include "models/runs/results.hpp"
#include "tests/output/sample_results.hpp"

using namespace trapphus::output;
using trapphus::tests::sample_results;

namespace {

using Row = std::vector<std::string>;

// RFC 4180, strictly: rows end with CR LF, quotes inside quotes are doubled.
std::vector<Row> parsed(const std::string& text) {
  std::vector<Row> rows(1, Row(1));
  bool quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const char next = i + 1 < text.size() ? text[i + 1] : '\0';
    if (quoted && c == '"' && next == '"') {
      rows.back().back() += text[++i];
    } else if (c == '"') {
      quoted = !quoted;
    } else if (!quoted && c == ',') {
      rows.back().emplace_back();
    } else if (!quoted && c == '\r' && next == '\n') {
      rows.emplace_back(1);
      ++i;
    } else if (!quoted && (c == '\r' || c == '\n')) {
      throw std::runtime_error("a bare line end");
    } else {
      rows.back().back() += c;
    }
  }
  if (rows.back() != Row(1)) throw std::runtime_error("the last row has no end");
  rows.pop_back();
  return rows;
}

const Row& find(const std::vector<Row>& rows, const Row& beginning) {
  for (const Row& row : rows)
    if (std::equal(beginning.begin(), beginning.end(), row.begin())) return row;
  throw std::runtime_error("no such row");
}

std::size_t column(const std::vector<Row>& rows, const std::string& heading) {
  for (std::size_t i = 0; i < rows[0].size(); ++i)
    if (rows[0][i] == heading) return i;
  throw std::runtime_error("no column " + heading);
}

}  // namespace

TEST_CASE("a label that a spreadsheet program would compute stays a text, and numbers stay numbers") {
  Csv csv(CsvStyle::Plain);
  csv.row({"=1+1", "+46 jour", "-nolla", "@SUM(A1)", "-12.5", "+3", "-1e-05", "-12,5", "-"});
  CHECK(parsed(csv.text())[0] ==
        Row{"'=1+1", "'+46 jour", "'-nolla", "'@SUM(A1)", "-12.5", "+3", "-1e-05", "-12,5", "-"});
}

TEST_CASE("fields with commas, quotes and line ends are quoted, others are not") {
  Csv csv(CsvStyle::Plain);
  csv.row({"plain", "a,b", "say \"hej\"", "two\nlines", ""});
  CHECK(csv.text() == "plain,\"a,b\",\"say \"\"hej\"\"\",\"two\nlines\",\r\n");
  CHECK(parsed(csv.text())[0] == Row{"plain", "a,b", "say \"hej\"", "two\nlines", ""});
}

TEST_CASE("the summary has a row for each alternative, group and measure, with the same columns everywhere") {
  const auto rows = parsed(summary_csv(sample_results(), CsvStyle::Plain));
  // Two alternatives of seven measures for all and six for each of two groups, and the heading.
  CHECK(rows.size() == 1 + 2 * (7 + 2 * 6));
  for (const Row& row : rows) REQUIRE(row.size() == rows[0].size());
}

TEST_CASE("the summary carries the exact values with unit and difference to the first alternative") {
  const auto rows = parsed(summary_csv(sample_results(), CsvStyle::Plain));
  const Row zero = find(rows, {"zero", "all", "households.acute"});
  CHECK(Row(zero.begin() + 3, zero.begin() + 10) == Row{"households", "19.52", "18.9", "20.14", "", "", ""});
  const Row project = find(rows, {"project", "families", "cost.total"});
  CHECK(Row(project.begin() + 3, project.begin() + 10) ==
        Row{"SEK/month", "150000", "147500", "152500", "-263000", "-283000", "-243000"});
  CHECK(find(rows, {"zero", "all", "turnover.training"}).back() == "Move-outs, \"takeovers\" too.");
  CHECK(find(rows, {"zero", "all", "days_to_home.mean"})[4].empty());
}

TEST_CASE("measures that are not kept by group have no row for one") {
  CHECK_THROWS(find(parsed(summary_csv(sample_results(), CsvStyle::Plain)), {"zero", "families", "turnover.training"}));
}

TEST_CASE("the series have units in the heading and a row for each month, tertial and year") {
  const auto rows = parsed(monthly_csv(sample_results(), CsvStyle::Plain));
  const auto acute = column(rows, "households.acute [households]");
  CHECK(find(rows, {"zero", "all", "month", "2011-10"})[acute] == "19.1");
  CHECK(find(rows, {"project", "singles", "month", "2011-11"})[acute] == "4.5625");
  CHECK(find(rows, {"zero", "all", "tertial", "2011 T3"})[acute + 1] == "19");
  CHECK(find(rows, {"zero", "all", "tertial", "2012 T1"})[acute].empty());
  CHECK(find(rows, {"zero", "all", "year", "2011"})[column(rows, "cost.total high [SEK/month]")] == "7400000");
  for (const Row& row : rows) REQUIRE(row.size() == rows[0].size());
}

TEST_CASE("the same results give the same bytes") {
  CHECK(summary_csv(sample_results(), CsvStyle::Plain) == summary_csv(sample_results(), CsvStyle::Plain));
  CHECK(monthly_csv(sample_results(), CsvStyle::Plain) == monthly_csv(sample_results(), CsvStyle::Plain));
}

TEST_CASE("results without any alternative have a heading only") {
  CHECK(parsed(summary_csv({}, CsvStyle::Plain)).size() == 1);
  CHECK(parsed(monthly_csv({}, CsvStyle::Plain)).size() == 1);
}

TEST_CASE("in Excel's style columns are set apart by semicolons, decimals by commas, and the text is marked as UTF-8") {
  Csv csv(CsvStyle::Excel);
  csv.row({"a,b", "c;d", csv.number(9.1), csv.number(-0.25), csv.number(1e6)});
  CHECK(csv.text() ==
        "\xEF\xBB\xBF"
        "a,b;\"c;d\";9,1;-0,25;1000000\r\n");
}

TEST_CASE("the files of a run differ in style only") {
  const auto without_marks = [](std::string text) {
    std::erase_if(text, [](char c) { return c == '"' || c == ',' || c == ';' || c == '.' || (c & 0x80) != 0; });
    return text;
  };
  for (const auto csv : {summary_csv, monthly_csv}) {
    const std::string plain = csv(sample_results(), CsvStyle::Plain), excel = csv(sample_results(), CsvStyle::Excel);
    CHECK_THAT(excel, Catch::StartsWith("\xEF\xBB\xBF"
                                        "alternative;group;"));
    CHECK_THAT(plain, Catch::StartsWith("alternative,group,"));
    CHECK(without_marks(plain) == without_marks(excel));
  }
  CHECK_THAT(summary_csv(sample_results(), CsvStyle::Excel), Catch::Contains(";households;19,52;18,9;20,14;"));
}
