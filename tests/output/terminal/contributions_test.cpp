// SPDX-License-Identifier: MIT
#include "output/terminal/contributions.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "models/runs/results.hpp"
#include "models/staircase/scenario.hpp"
#include "output/json/results.hpp"
#include "output/terminal/summary.hpp"
#include "tests/output/sample_results.hpp"

using namespace trapphus;
using namespace trapphus::output;
using namespace trapphus::tests;
using Catch::Contains;
using Catch::Matches;

namespace {

/// The sample with an alternative more, `without_board`: with the board 10 000 SEK a month less, and 2 homes a year
/// more.
models::Results with_a_part() {
  models::Results results = sample_results();
  models::AlternativeResult part = results.alternatives[1];
  part.name = "without_board";
  part.label = {"", "Without the board"};
  results.alternatives.push_back(part);
  models::Difference difference = results.differences[0];
  difference.name = part.name;
  results.differences.push_back(difference);
  models::Contribution contribution{part.name, "project", results.differences[0].all, results.differences[0].groups};
  contribution.all[1] = {2, 1, 3, 10};
  contribution.all[4] = {-10'000, -20'000, 0, 10};
  results.contributions.push_back(contribution);
  return results;
}

}  // namespace

TEST_CASE("what a part contributes stands in a table of its own, costs as a saving over the period") {
  // 36 months of -10 000 SEK (-20 000 to 0) are a saving of 0.36 MSEK (0 to 0.72).
  const std::string text = contributions_part(sample_scenario(), with_a_part(), Words(english()));
  CHECK_THAT(text, Contains("What each part of Projektet contributes"));
  CHECK_THAT(text, Matches("[^]*Without the board +\\+0.4 ±0.4[^]*"));
  CHECK_THAT(text, Matches("[^]*Without the board[^]* \\+2.0 ±1.0[^]*"));
  CHECK(contributions_part(sample_scenario(), sample_results(), Words(english())).empty());
}

TEST_CASE("the summary has a part in that table only") {
  std::string text = summary(sample_scenario(), with_a_part(), Words(english()));
  const std::string part = contributions_part(sample_scenario(), with_a_part(), Words(english()));
  const auto there = text.find(part);
  REQUIRE(there != std::string::npos);
  text.erase(there, part.size());
  CHECK(text.find("Without the board") == std::string::npos);
  CHECK(without_parts(with_a_part()).alternatives.size() == sample_results().alternatives.size());
  CHECK(without_parts(with_a_part()).differences.size() == sample_results().differences.size());
}

TEST_CASE("programs find contributions in the JSON") {
  const auto root = nlohmann::json::parse(results_json(sample_scenario(), with_a_part()));
  const auto& part = root["contributions"]["without_board"];
  CHECK(part["whole"] == "project");
  CHECK(part["measures"]["homes"]["mean"] == 2);
  CHECK(part["measures"]["homes"]["high"] == 3);
  CHECK(root["alternatives"].contains("without_board"));
}
