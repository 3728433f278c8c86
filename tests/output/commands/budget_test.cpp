// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>
#include <filesystem>
#include <vector>

#include "tests/output/places.hpp"
#include "tests/output/run_command.hpp"
#include "tests/output/sample_results.hpp"
#include "tests/output/unzipped.hpp"

using Catch::Contains;
using trapphus::tests::CommandResult;
using trapphus::tests::content;
using trapphus::tests::kApplication;
using trapphus::tests::ScratchFolder;

namespace {

CommandResult run_budget(const std::vector<std::string>& more) {
  return trapphus::tests::run_command(
      {"budget", kApplication.string(), "--replications", "4", "--quiet", "--check", "off"}, more);
}

}  // namespace

TEST_CASE("budget writes Markdown to standard output, in the language asked for") {
  const CommandResult swedish = run_budget({"--alternative", "project", "--lang", "sv"});
  CHECK(swedish.code == 0);
  CHECK(swedish.err.empty());
  CHECK_THAT(swedish.out, Catch::StartsWith("# Underlag för ansökan: Projektet\n") && Contains("9\u00a0900\u00a0000") &&
                              Contains("## Uppföljning"));
  CHECK_THAT(run_budget({"--lang", "en"}).out, Contains("**Net saving a year**") && Contains("**4,100,000**"));
}

TEST_CASE("the same seed gives the same document, on any number of threads, and --set another one") {
  const std::string one = run_budget({"--lang", "en", "--jobs", "1"}).out;
  CHECK(run_budget({"--lang", "en", "--jobs", "2"}).out == one);
  CHECK(run_budget({"--lang", "en", "--seed", "6"}).out != one);
  CHECK_THAT(run_budget({"--lang", "en", "--set", "application.sum.1.persons=40"}).out, Contains("7,920,000"));
}

TEST_CASE("budget writes HTML and Excel to a file and says nothing") {
  const ScratchFolder folder;
  const auto page = folder.path() / "budget.html", book = folder.path() / "budget.xlsx";
  CHECK(run_budget({"--lang", "en", "--format", "html", "--out", page.string()}).out.empty());
  CHECK_THAT(content(page), Catch::StartsWith("<!DOCTYPE html>") && Contains("<h2>Risks and measures</h2>"));
  REQUIRE(run_budget({"--lang", "en", "--format", "xlsx", "--out", book.string()}).code == 0);
  const auto files = trapphus::tests::unzipped(book);
  CHECK_THAT(files.at("xl/workbook.xml"), Contains("name=\"The application-s sum\"") && Contains("name=\"Payers\""));
  CHECK(files.size() > 25);  // a sheet for each table
}

TEST_CASE("an alternative that is not there is wrong usage, and nothing is written") {
  const CommandResult said = run_budget({"--alternative", "projekt"});
  CHECK(said.code == 2);
  CHECK(said.out.empty());
  CHECK_THAT(said.err, Contains("found \"projekt\"") && Contains("project"));
}

TEST_CASE("a document that cannot be written is a file error") {
  CHECK(run_budget({"--out", "/nonexistent/folder/budget.md"}).code == 5);
}
