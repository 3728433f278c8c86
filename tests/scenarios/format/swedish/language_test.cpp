// SPDX-License-Identifier: MIT
#include "scenarios/format/swedish/language.hpp"

#include <catch2/catch.hpp>
#include <iterator>
#include <regex>
#include <set>

#include "models/staircase/scenario.hpp"
#include "scenarios/format/fields/values.hpp"
#include "scenarios/format/sections/tables.hpp"
#include "scenarios/format/swedish/swedish.hpp"
#include "scenarios/format/values/quantity.hpp"
#include "tests/scenarios/support.hpp"

namespace trapphus::scenarios::testing {
namespace {

namespace fs = std::filesystem;
using models::Language;

std::string unescaped(const std::string& literal) {
  std::string text;
  for (std::size_t i = 1; i + 1 < literal.size(); ++i) {
    if (literal[i] == '\\') ++i;
    text += literal[i];
  }
  return text;
}

/// The texts that a source has as phrases: literals, one after the other, of which the last ends in _p.
void add_phrases(const std::string& source, std::set<std::string>& into) {
  static const std::regex kLiteral(R"re("(\\.|[^"\\\n])*")re");
  std::string text;
  std::ptrdiff_t end = -1;
  for (std::sregex_iterator at(source.begin(), source.end(), kLiteral), last; at != last; ++at) {
    const auto between =
        end < 0 ? "" : source.substr(static_cast<std::size_t>(end), static_cast<std::size_t>(at->position() - end));
    if (between.find_first_not_of(" \n") != std::string::npos) text.clear();
    text += unescaped(at->str());
    end = at->position() + at->length();
    if (source.compare(static_cast<std::size_t>(end), 2, "_p") != 0) continue;
    if (!text.empty()) into.insert(text);
    text.clear();
  }
}

std::set<std::string> phrases() {
  std::set<std::string> found;
  for (const char* folder : {"models", "scenarios"}) {
    for (const auto& file : fs::directory_iterator(tests_folder().parent_path() / folder)) {
      const auto ending = file.path().extension();
      if (ending != ".cpp" && ending != ".hpp") continue;
      std::ifstream in(file.path());
      add_phrases({std::istreambuf_iterator<char>(in), {}}, found);
    }
  }
  return found;
}

/// Texts of the tables of fields.
std::set<std::string> texts() {
  std::set<std::string> found;
  for (const TableInfo* table : all_tables()) {
    found.insert({table->name, table->about});
    for (const auto& field : table->fields) {
      found.insert({field.meaning, field.fallback});
      if (field.shape == Shape::Named) found.insert(field.table->name + "s");
    }
  }
  for (const TypeInfo* type : all_types()) found.insert({type->name, type->unit, type->range});
  found.erase("");
  return found;
}

/// What stands in other words of the engine: what a distribution's values are called.
const std::set<std::string> kValues{"value",
                                    "lowest",
                                    "most likely",
                                    "highest",
                                    "lowest value",
                                    "highest value",
                                    "mean",
                                    "standard deviation",
                                    "phases",
                                    "probability",
                                    "most likely value"};

std::set<std::string> english() {
  std::set<std::string> all = phrases();
  all.merge(texts());
  all.insert(kValues.begin(), kValues.end());
  return all;
}

TEST_CASE("whatever the reader says, and each text of the fields, has a Swedish one") {
  CHECK(phrases().size() > 200);
  CHECK(texts().size() > 250);
  for (const auto& text : english()) {
    INFO(text);
    const auto found = swedish().find(text);
    REQUIRE(found != swedish().end());
    CHECK_FALSE(found->second.empty());
  }
}

TEST_CASE("the Swedish catalogue has no text that nobody says, and none twice") {
  const auto all = english();
  for (const auto& [text, translation] : swedish()) {
    INFO(text);
    CHECK(all.count(std::string(text)) == 1);
  }
  std::size_t written = 0;
  for (const auto* part :
       {&swedish_problems(), &swedish_values(), &swedish_pathway(), &swedish_fields(), &swedish_application()})
    written += part->size();
  CHECK(written == swedish().size());
}

TEST_CASE("a Swedish text has each field of the English one, by its number, and no other") {
  static const std::regex kNumbered(R"(\{(\d)\})");
  for (const auto& [text, translation] : swedish()) {
    INFO(text);
    std::size_t fields = 0;
    for (auto at = text.find("{}"); at != std::string_view::npos; at = text.find("{}", at + 2)) ++fields;
    std::set<std::string> numbers;
    const std::string swedish_text(translation);
    for (std::sregex_iterator at(swedish_text.begin(), swedish_text.end(), kNumbered), last; at != last; ++at)
      numbers.insert((*at)[1]);
    CHECK(swedish_text.find("{}") == std::string::npos);
    REQUIRE(numbers.size() == fields);
    if (fields > 0) CHECK(*numbers.rbegin() == std::to_string(fields - 1));
  }
}

TEST_CASE("names in Swedish texts are those of the English ones: keys are the same in every language") {
  static const std::regex kName("`([a-z_.]+)`");
  const auto names = [](std::string_view text) {
    std::set<std::string> found;
    const std::string all(text);
    for (std::sregex_iterator at(all.begin(), all.end(), kName), last; at != last; ++at) found.insert((*at)[1]);
    return found;
  };
  for (const auto& [text, translation] : swedish()) {
    INFO(text);
    // A Swedish text may name a key where English has a word of its own for it, but loses none.
    const auto kept = names(translation);
    for (const auto& name : names(text)) {
      INFO(name);
      CHECK(kept.count(name) == 1);
    }
  }
}

Lines swedish_problems_of(const std::string& text) {
  Source source("fel.yaml");
  source.text = text;
  Lines found;
  try {
    static_cast<void>(read(source));
  } catch (const Invalid& invalid) {
    for (const auto& problem : invalid.problems()) found.push_back(text_in(problem, Language::Sv));
  }
  return found;
}

TEST_CASE("problems are told in Swedish at the same place, with what is put into them in Swedish too") {
  const std::string base = "extends: trapphus:examples/one_pool.yaml\n";
  CHECK(swedish_problems_of(base + "stage: {}\n") ==
        Lines{"fel.yaml:2:1: `stage` är ingen nyckel här (scenario); menade du `stages`?"});
  CHECK(swedish_problems_of(base + "seed: [1]\n") ==
        Lines{"fel.yaml:2:7: en lista är inte rätt slags värde (slumptalsfrö); skriv till exempel 20110901"});
  CHECK(swedish_problems_of("a: b: c\n") ==
        Lines{"fel.yaml:1:5: detta är inte YAML: ett andra `:`; sätt ett värde som innehåller kolon inom "
              "citattecken, och se över indragen"});
  CHECK(swedish_problems_of("a: *b\n") ==
        Lines{"fel.yaml:1:4: detta är inte YAML: ett värde som börjar med * syftar på ett värde märkt med &, och det "
              "finns inget märkt så; sätt värdet inom citattecken om det ska vara text"});
  CHECK(swedish_problems_of("a: \"C:\\Temp\"\n") ==
        Lines{"fel.yaml:1:9: detta är inte YAML: ett bakstreck inom citattecken följs av `T`, som inte betyder något "
              "där; skriv två bakstreck"});
  CHECK(swedish_problems_of("extends: saknas.yaml\n") ==
        Lines{"fel.yaml:1:10: `extends`: saknas.yaml: filen finns inte"});
}

std::string swedish_mistake(const std::string& text) {
  try {
    static_cast<void>(parse_distribution(text, parse_seconds));
  } catch (const Mistake& mistake) {
    return text_in(mistake.phrase(), Language::Sv);
  }
  return "inget fel";
}

TEST_CASE("what the engine says of an impossible distribution is told in Swedish") {
  CHECK(swedish_mistake("gamma(0, 1 h)") == "`gamma(0, 1 h)`: gamma: medelvärdet ska vara ett tal över 0, inte 0");
  CHECK(swedish_mistake("uniform(3 h, 1 h)") ==
        "`uniform(3 h, 1 h)`: uniform: det lägsta värdet 10800 är större än det högsta 3600");
  CHECK(swedish_mistake("triangular(1 h, 3 h, 2 h)") ==
        "`triangular(1 h, 3 h, 2 h)`: triangular: värdena ska stå i ordningen lägsta, troligaste, högsta, inte 3600, "
        "10800, 7200");
  CHECK(swedish_mistake("erlang(1 h, 0)") == "`erlang(1 h, 0)`: erlang: antalet faser ska vara 1 till 1000000, inte 0");
  CHECK(swedish_mistake("gamma(1 h, 1000 h)") ==
        "`gamma(1 h, 1000 h)`: gamma: standardavvikelsen ska vara mellan 0.001 och 100 gånger medelvärdet, inte 1000 "
        "gånger");
  CHECK(swedish_mistake("gamma(1 h)") ==
        "gamma ska ha 2 värden (medelvärdet, standardavvikelsen), här står 1; skilj värden åt med `;` när de har "
        "decimalkomma");
}

TEST_CASE("the examples that Swedish messages give are understood") {
  CHECK(parse_rate("30/år") == parse_rate("30/year"));
  CHECK(parse_rate("1.5/vecka") == parse_rate("1.5/week"));
  CHECK(parse_rate("8 %/år") == parse_rate("8 %/year"));
  CHECK(parse_duration("14 dagar") == parse_duration("14 days"));
  CHECK(parse_duration("3 veckor") == parse_duration("3 weeks"));
  CHECK(parse_duration("1.5 år") == parse_duration("1.5 years"));
  CHECK(parse_money("620 000 kr") == parse_money("620 000 SEK"));
  CHECK(parse_money("1.7 mkr") == parse_money("1.7 MSEK"));
  CHECK(parse_price("585 kr/dag").amount == parse_price("585 SEK/day").amount);
  CHECK(parse_price("16 500 kr/månad").per == models::Per::Month);
  CHECK(parse_hours_a_week("24 h/vecka") == parse_hours_a_week("24 h/week"));
  CHECK(parse_yes_no("ja"));
  // Each stands in a message; one that is changed there is to be changed here.
  std::string all;
  for (const auto& [text, translation] : swedish_values()) all += std::string(translation) + "\n";
  for (const char* example : {"30/år", "1.5/vecka", "8 %/år", "14 dagar", "3 veckor", "1.5 år", "620 000 kr", "1.7 mkr",
                              "585 kr/dag", "16 500 kr/månad", "24 h/vecka", "(ja eller nej)"}) {
    INFO(example);
    CHECK(all.find(example) != std::string::npos);
  }
}

TEST_CASE("an unreadable file is told in Swedish") {
  try {
    static_cast<void>(read("finns/inte.yaml"));
    FAIL("it could be read");
  } catch (const Unreadable& error) {
    CHECK(text_in(error.phrase(), Language::Sv) == "finns/inte.yaml: filen finns inte");
    CHECK(text_in(error.phrase(), Language::En) == error.what());
  }
}

TEST_CASE("no faulty file of the tests has a problem that is told in English to who reads Swedish") {
  int told = 0;
  for (const auto& file : fs::directory_iterator(tests_folder() / "faults")) {
    if (file.path().extension() != ".yaml") continue;
    try {
      static_cast<void>(read(file.path()));
    } catch (const Invalid& invalid) {
      for (const auto& problem : invalid.problems()) {
        INFO(text_in(problem, Language::Sv));
        CHECK(text_in(problem, Language::Sv) != to_string(problem));
        CHECK(text_in(problem, Language::En) == to_string(problem));
        CHECK(text_in(problem.phrase, Language::Sv).find("expected") == std::string::npos);
        ++told;
      }
    }
  }
  CHECK(told > 90);
}

}  // namespace
}  // namespace trapphus::scenarios::testing
