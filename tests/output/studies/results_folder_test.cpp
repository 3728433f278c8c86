// SPDX-License-Identifier: MIT
#include "output/studies/results_folder.hpp"

#include <catch2/catch.hpp>

#include "models/staircase/scenario.hpp"
#include "output/files/atomic_file.hpp"
#include "tests/output/sample_results.hpp"

using namespace trapphus::output;
using namespace trapphus::tests;
namespace fs = std::filesystem;

TEST_CASE("a run's folder is named after the scenario's file and the day") {
  const auto folder = default_folder("scenarios/hasselby/hasselby.yaml").string();
  CHECK_THAT(folder, Catch::Matches("results/hasselby-20[0-9]{2}-[0-9]{2}-[0-9]{2}"));
}

TEST_CASE("a run writes its five files and nothing else") {
  const ScratchFolder folder;
  const auto names = write_results(folder.path(), sample_scenario(), sample_results(), CsvStyle::Plain);
  CHECK(folder.entries() == 5);
  for (const auto& name : names) CHECK(fs::file_size(folder.path() / name) > 0);
}

TEST_CASE("text files of the same run are byte-identical") {
  const ScratchFolder one, two;
  write_results(one.path(), sample_scenario(), sample_results(), CsvStyle::Plain);
  write_results(two.path(), sample_scenario(), sample_results(), CsvStyle::Plain);
  for (const char* name : {"summary.csv", "monthly.csv", "results.json", "report.html"})
    CHECK(content(one.path() / name) == content(two.path() / name));
}

TEST_CASE("where one file cannot be written, the others stay as they were") {
  const ScratchFolder folder;
  write_atomically(folder.path() / "summary.csv", "old");
  fs::create_directory(folder.path() / "results.sqlite");
  CHECK_THROWS_AS(write_results(folder.path(), sample_scenario(), sample_results(), CsvStyle::Plain), CannotWrite);
  CHECK(content(folder.path() / "summary.csv") == "old");
  CHECK(folder.entries() == 2);
}
