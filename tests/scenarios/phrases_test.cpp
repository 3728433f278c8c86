// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>
#include <iterator>
#include <nlohmann/json.hpp>
#include <regex>
#include <set>

#include "models/staircase/scenario.hpp"
#include "models/staircase/settings.hpp"
#include "output/language/catalogue.hpp"
#include "scenarios/format/fields/values.hpp"
#include "scenarios/format/sections/tables.hpp"
#include "scenarios/format/values/quantity.hpp"
#include "tests/scenarios/support.hpp"

namespace trapphus::scenarios::testing {
namespace {

namespace fs = std::filesystem;
using Names = std::set<std::string>;
using Texts = std::map<std::string, std::string>;

const fs::path kRoot = tests_folder().parent_path();

/// The texts of the model and the reader, by id.
Texts texts(std::string_view language) {
  std::ifstream in(kRoot / "output" / "language" / (std::string(language) + ".json"));
  const auto all = nlohmann::json::parse(in);
  Texts found;
  for (const auto& [id, text] : all.items()) {
    if (id.starts_with("pathway.") || id.starts_with("reader.") || id.starts_with("format.")) found[id] = text;
  }
  return found;
}

/// {name}, but no brace in apostrophes.
Names fields_of(const std::string& text) {
  static const std::regex kField(R"(\{([a-z_]+)\})");
  Names found;
  for (std::sregex_iterator at(text.begin(), text.end(), kField), last; at != last; ++at) found.insert((*at)[1]);
  return found;
}

/// A place in a source that makes a phrase, {"id", {{"name", value}...}}, or names an id alone.
struct Site {
  std::string id;
  Names fields;
  bool phrase = false;  ///< In braces, so that its fields stand here.
};

/// What stands between a brace and its end.
std::string_view in_braces(std::string_view text) {
  int depth = 0;
  bool quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '"' && text[i - 1] != '\\') quoted = !quoted;
    if (quoted) continue;
    if (text[i] == '{') ++depth;
    if (text[i] == '}' && --depth == 0) return text.substr(1, i - 1);
  }
  return {};
}

Names names_in(std::string_view fields) {
  static const std::regex kName(R"re(\{"([a-z_]+)",)re");
  Names found;
  for (auto open = fields.find('{'); open != std::string_view::npos; open = fields.find('{', open)) {
    const std::string_view inner = in_braces(fields.substr(open));
    const std::string field = "{" + std::string(inner);
    std::smatch name;
    if (std::regex_search(field, name, kName, std::regex_constants::match_continuous)) found.insert(name[1]);
    open += inner.size() + 2;
  }
  return found;
}

std::vector<Site> sites() {
  static const std::regex kId(R"re("((?:pathway|reader|format)\.[a-z0-9_.]+)")re");
  std::vector<Site> found;
  for (const char* folder : {"models", "scenarios"}) {
    for (const auto& file : fs::recursive_directory_iterator(kRoot / folder)) {
      if (file.path().extension() != ".cpp" && file.path().extension() != ".hpp") continue;
      std::ifstream in(file.path());
      const std::string source{std::istreambuf_iterator<char>(in), {}};
      for (std::sregex_iterator at(source.begin(), source.end(), kId), last; at != last; ++at) {
        const auto begin = static_cast<std::size_t>(at->position()),
                   end = begin + static_cast<std::size_t>(at->length());
        Site site{(*at)[1], {}, source[begin - 1] == '{'};
        const auto next = source.find_first_not_of(" \n", end + 1);
        if (site.phrase && source[end] == ',' && source[next] == '{')
          site.fields = names_in(in_braces(std::string_view(source).substr(next)));
        found.push_back(std::move(site));
      }
    }
  }
  return found;
}

/// Ids that are made of a name: those of the tables of fields, and of a distribution's values.
Names made_of_names() {
  Names found;
  for (const TableInfo* table : all_tables()) {
    found.insert({table->called().id, table->about().id});
    for (const auto& field : table->fields) {
      found.insert({field.meaning, id_or_value(field.fallback).id});
      if (field.shape == Shape::Named) found.insert(field.table->several().id);
    }
  }
  for (const TypeInfo* type : all_types())
    found.insert({called(*type).id, id_or_value(type->unit).id, id_or_value(type->range).id});
  for (const char* value : {"value", "lowest", "most_likely", "highest", "lowest_value", "most_likely_value",
                            "highest_value", "mean", "standard_deviation", "phases", "probability"})
    found.insert(std::string("reader.law.") + value);
  for (const auto& kind : engine::words_of(models::kStageKinds)) found.insert("reader.kind." + std::string(kind));
  found.erase("verbatim");
  return found;
}

TEST_CASE("each phrase of the model and the reader has a text in every language, and gives just its fields") {
  std::size_t phrases = 0;
  for (const output::Catalogue& catalogue : output::catalogues()) {
    const std::string_view language = catalogue.language;
    const Texts all = texts(language);
    for (const Site& site : sites()) {
      if (site.id.ends_with('.')) continue;  // the beginning of an id
      INFO(language << " " << site.id);
      REQUIRE(all.contains(site.id));
      if (!site.phrase) continue;
      CHECK(site.fields == fields_of(all.at(site.id)));
      ++phrases;
    }
    for (const auto& id : made_of_names()) {
      INFO(language << " " << id);
      REQUIRE(all.contains(id));
      CHECK(fields_of(all.at(id)).empty());
    }
  }
  CHECK(phrases > 500);
  CHECK(made_of_names().size() > 350);
}

TEST_CASE("a default or a unit that has a text is named by its id, not by the English text") {
  Names english;
  for (const auto& [id, text] : texts("en")) {
    if (id.starts_with("format.default.") || id.starts_with("format.unit.") || id.starts_with("format.range."))
      english.insert(text);
  }
  CHECK(english.size() > 60);
  const auto check = [&english](const std::string& text) {
    INFO(text);
    CHECK_FALSE(english.contains(text));
  };
  for (const TableInfo* table : all_tables()) {
    for (const auto& field : table->fields) check(field.fallback);
  }
  for (const TypeInfo* type : all_types()) {
    check(type->unit);
    check(type->range);
  }
}

TEST_CASE("no text of the model and the reader is there that nothing gives") {
  Names given = made_of_names();
  for (const Site& site : sites()) given.insert(site.id);
  for (const output::Catalogue& catalogue : output::catalogues()) {
    for (const auto& [id, text] : texts(catalogue.language)) {
      INFO(catalogue.language << " " << id);
      CHECK(given.contains(id));
    }
  }
}

TEST_CASE("names in texts are those of the English ones: keys are the same in every language") {
  static const std::regex kName("`([a-z_.]+)`");
  const auto names = [](const std::string& text) {
    Names found;
    for (std::sregex_iterator at(text.begin(), text.end(), kName), last; at != last; ++at) found.insert((*at)[1]);
    return found;
  };
  for (const output::Catalogue& catalogue : output::catalogues()) {
    const Texts translated = texts(catalogue.language);
    for (const auto& [id, text] : texts("en")) {
      INFO(catalogue.language << " " << id);
      // A text may name a key where English has a word of its own for it, but loses none.
      const Names kept = names(translated.at(id));
      for (const auto& name : names(text)) {
        INFO(name);
        CHECK(kept.contains(name));
      }
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
    for (const auto& problem : invalid.problems()) found.push_back(output::problem_in_words(kSwedish, problem));
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
    return kSwedish(mistake.phrase());
  }
  return "inget fel";
}

TEST_CASE("what the engine says of an impossible distribution is told in Swedish") {
  CHECK(swedish_mistake("gamma(0, 1 h)") == "`gamma(0, 1 h)`: gamma: medelvärdet ska vara ett tal över 0, inte 0");
  CHECK(swedish_mistake("uniform(3 h, 1 h)") ==
        "`uniform(3 h, 1 h)`: uniform: det lägsta värdet är större än det högsta");
  CHECK(swedish_mistake("triangular(1 h, 3 h, 2 h)") ==
        "`triangular(1 h, 3 h, 2 h)`: triangular: värdena ska stå i ordningen lägsta, troligaste, högsta");
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
  for (const auto& [id, text] : texts("sv")) all += text + "\n";
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
    CHECK(kSwedish(error.phrase()) == "finns/inte.yaml: filen finns inte");
    CHECK(kEnglish(error.phrase()) == "finns/inte.yaml: there is no such file");
  }
}

TEST_CASE("no faulty file of the tests has a problem that is told in English to who reads Swedish") {
  int checked = 0;
  for (const auto& file : fs::directory_iterator(tests_folder() / "faults")) {
    if (file.path().extension() != ".yaml") continue;
    try {
      static_cast<void>(read(file.path()));
    } catch (const Invalid& invalid) {
      for (const auto& problem : invalid.problems()) {
        const std::string swedish = kSwedish(problem.phrase);
        INFO(swedish);
        CHECK(swedish != kEnglish(problem.phrase));
        CHECK(swedish.find("expected") == std::string::npos);
        ++checked;
      }
    }
  }
  CHECK(checked > 90);
}

}  // namespace
}  // namespace trapphus::scenarios::testing
