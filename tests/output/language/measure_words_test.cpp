// SPDX-License-Identifier: MIT
#include "output/language/measure_words.hpp"

#include <catch2/catch.hpp>
#include <filesystem>

#include "models/measures/measure.hpp"
#include "models/staircase/scenario.hpp"
#include "output/language/wording.hpp"
#include "scenarios/reading/reader.hpp"

using namespace trapphus;
using namespace trapphus::output;

namespace {
const Words kEnglish(english()), kSwedish(*language_of("sv"));
}

TEST_CASE("every measure of Hässelby has words and a unit in both languages") {
  const auto scenario = scenarios::read(std::filesystem::path(TRAPPHUS_SCENARIOS) / "hasselby" / "hasselby.yaml");
  const models::MeasureTable table(scenario);
  const auto& settings = first_settings(scenario);
  for (const auto& measure : table.all()) {
    for (const Words* words : {&kEnglish, &kSwedish}) {
      INFO(measure.name);
      CHECK(measure_in_words(*words, measure.name, settings) != measure.name);
      const std::string unit = unit_in_words(*words, measure.unit);
      CHECK_FALSE(unit.empty());
      if (words == &kSwedish && measure.unit != "days") CHECK(unit != measure.unit);
    }
  }
}

TEST_CASE("measures, lines and units are told in the reader's language") {
  const auto scenario = scenarios::read(std::filesystem::path(TRAPPHUS_SCENARIOS) / "examples" / "alternative.yaml");
  const auto& settings = first_settings(scenario);
  CHECK(measure_in_words(kSwedish, "turnover.trial.takeovers", settings) == "Övertagna kontrakt: Försökslägenhet");
  CHECK(measure_in_words(kSwedish, "blocked.service:housing_search", settings) == "Väntar på: Bostadssökande klar");
  CHECK(measure_in_words(kEnglish, "moves.shelter.trial", settings) == "Moves: Emergency housing to Trial apartment");
  CHECK(measure_in_words(kSwedish, "stay.trial.p90", settings) == "Dygn i Försökslägenhet, 9 av 10 högst");
  CHECK(measure_in_words(kSwedish, "cost.empty_rent", settings) == "Kostnad: Tomhyror");
  CHECK(line_in_words(kEnglish, "nights", settings) == "Placements");
  CHECK(line_in_words(kEnglish, "grant:some_city", settings) == "Grant: some city");
  CHECK(line_in_words(kEnglish, "odd_line", settings) == "odd line");
  CHECK(line_in_words(kSwedish, "terminations", settings) == "Uppsägningar");
  auto shared = settings;
  for (auto& stage : shared.stages) stage.line = "trial";  // a line of several stages has the name of one of them
  CHECK(line_in_words(kSwedish, "trial", shared) == "Försökslägenhet");
  shared.costs = {{"moves", "project", {"Flyttar", "Moves"}, {}, {}, {}}};
  CHECK(line_in_words(kEnglish, "project", shared) == "Moves");
  shared.costs.push_back({"premises", "project", {"Lokaler", "Premises"}, {}, {}, {}});
  CHECK(line_in_words(kEnglish, "project", shared) == "The project's own costs");
  CHECK(unit_in_words(kSwedish, "SEK/month") == "kr per månad");
}

TEST_CASE("each definition of retention has its meaning in both languages, in English the models' own") {
  for (const auto& definition : models::retention_definitions()) {
    INFO(definition.name);
    CHECK(meaning_in_words(kEnglish, definition) == definition.meaning);
    CHECK(meaning_in_words(kSwedish, definition) != definition.meaning);
  }
}

TEST_CASE("what nobody knows keeps its name") {
  CHECK(measure_in_words(kSwedish, "happiness", {}) == "happiness");
  CHECK(measure_in_words(kSwedish, "happiness.in.town", {}) == "happiness.in.town");
  CHECK(unit_in_words(kSwedish, "smiles") == "smiles");
}
