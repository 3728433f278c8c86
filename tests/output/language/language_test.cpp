// SPDX-License-Identifier: MIT
#include "output/language/language.hpp"

#include <stdlib.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <functional>
#include <limits>
#include <map>
#include <regex>
#include <set>
#include <sstream>
#include <stdexcept>

#include "output/language/catalogue.hpp"
#include "output/language/formatters.hpp"
#include "output/language/localized_error.hpp"
#include "tests/models/build.hpp"
#include "tests/output/places.hpp"
#include "tests/output/words.hpp"

using namespace trapphus;
using namespace trapphus::output;
using trapphus::models::build::on;
using trapphus::tests::kEnglish;
using trapphus::tests::kRoot;
using trapphus::tests::kSwedish;
namespace fs = std::filesystem;

namespace {

const fs::path kOutput = kRoot / "output";

/// The sources of the folder and of the folders within, those with one of these endings.
std::string text_of_sources(const fs::path& folder, const std::set<std::string>& endings) {
  std::ostringstream all;
  for (auto i = fs::recursive_directory_iterator(folder); i != fs::recursive_directory_iterator(); ++i) {
    if (i->path().filename() == "node_modules") i.disable_recursion_pending();
    if (endings.contains(i->path().extension())) all << std::ifstream(i->path()).rdbuf();
  }
  return all.str();
}

std::string program() {
  return text_of_sources(kOutput, {".cpp", ".hpp"});
}

/// Texts in quotes; and beginnings of ids up to a dot, that the code adds a name to.
std::set<std::string> quoted(const std::string& code) {
  static const std::regex kQuoted(R"(["'`]([a-z]\w*(?:\.\w+)*)(\.(?:["'`]|\$\{)|["'`]))");
  std::set<std::string> all;
  for (std::sregex_iterator i(code.begin(), code.end(), kQuoted), end; i != end; ++i)
    all.insert((*i)[1].str() + ((*i)[2].str().starts_with('.') ? "." : ""));
  return all;
}

bool is_used(std::string_view id, const std::set<std::string>& names) {
  if (names.contains(std::string(id))) return true;
  for (auto dot = id.find('.'); dot != std::string_view::npos; dot = id.find('.', dot + 1)) {
    if (names.contains(std::string(id.substr(0, dot + 1)))) return true;
  }
  return false;
}

/// {name}, or {name, plural, ...}.
std::set<std::string> fields(std::string_view text) {
  static const std::regex kField(R"(\{(\w+)[,}])");
  const std::string copy(text);
  std::set<std::string> names;
  for (std::sregex_iterator i(copy.begin(), copy.end(), kField), end; i != end; ++i) names.insert((*i)[1]);
  return names;
}

/// Sets variables of the environment, and puts back what was there.
class Environment {
 public:
  explicit Environment(const std::map<std::string, std::string>& values) {
    for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
      const char* before = ::getenv(name);
      before_.emplace_back(name, before != nullptr ? before : "");
      const auto found = values.find(name);
      ::setenv(name, found == values.end() ? "" : found->second.c_str(), 1);
    }
  }
  Environment(const Environment&) = delete;
  Environment& operator=(const Environment&) = delete;
  ~Environment() {
    for (const auto& [name, value] : before_) ::setenv(name.c_str(), value.c_str(), 1);
  }

 private:
  std::vector<std::pair<std::string, std::string>> before_;
};

}  // namespace

TEST_CASE("all languages have the same texts with the same fields, each once, and none is empty") {
  const Catalogue& reference = english().catalogue();
  REQUIRE(reference.texts.size() > 1000);
  REQUIRE(catalogues().size() >= 2);
  for (const Catalogue& other : catalogues()) {
    CHECK(other.texts.size() == reference.texts.size());
    CHECK(std::ranges::is_sorted(other.texts, std::ranges::less_equal{}, &Text::id));  // no id twice
    for (const auto& [id, text] : reference.texts) {
      INFO(other.language << ": " << id);
      const Text* found = other.find(id);
      REQUIRE(found != nullptr);
      CHECK(fields(found->text) == fields(text));
      CHECK_FALSE(found->text.empty());
    }
  }
}

TEST_CASE("every text is a message: it can be formatted with its fields, and with nothing else") {
  for (const Catalogue& language : catalogues()) {
    Formatters formatters(language);
    for (const Text& text : language.texts) {
      INFO(language.language << ": " << text.id);
      const auto names = fields(text.text);
      std::vector<Argument> arguments;
      for (const std::string& field : names) arguments.push_back({field, std::int64_t{2}});
      std::string formatted;
      CHECK_NOTHROW(formatted = formatters.message(text, arguments));
      const bool braces = text.text.find("'{'") != std::string::npos || text.text.find("'}'") != std::string::npos;
      CHECK((formatted.find_first_of("{}") != std::string::npos) == braces);
      arguments.push_back({"no such field", std::int64_t{2}});
      CHECK_THROWS_AS(formatters.message(text, arguments), std::logic_error);
    }
  }
}

TEST_CASE("every text of the catalogues is used by the program or the page") {
  const auto names = quoted(program() + text_of_sources(kRoot / "models", {".cpp", ".hpp"}) +
                            text_of_sources(kRoot / "scenarios", {".cpp", ".hpp"}) +
                            text_of_sources(kOutput / "web" / "src", {".ts"}));
  for (const Catalogue& catalogue : catalogues()) {
    for (const auto& [id, text] : catalogue.texts) {
      INFO(catalogue.language << ": " << id);
      CHECK(is_used(id, names));
    }
  }
  CHECK(is_used("a.b.c", {"a.b."}));
  CHECK_FALSE(is_used("a.b.c", {"a.b", "b.c", "a.b.c."}));
}

TEST_CASE("every text that the program asks for is in the catalogues") {
  const std::string all = program();
  // words_("id", words("id", head("id", heading("id": all ways in which a text is asked for by name.
  static const std::regex kAsked(R"re((?:words_?|head|heading|begin|\*this\))\(\s*"([a-z_0-9.]+)")re");
  int asked = 0;
  for (std::sregex_iterator i(all.begin(), all.end(), kAsked), end; i != end; ++i, ++asked) {
    const std::string id = (*i)[1].str();
    INFO(id);
    // The beginning of an id, as `words("kind." + word)` asks for it.
    const auto begins = [&id](const Text& text) { return text.id.starts_with(id); };
    for (const Catalogue& catalogue : catalogues())
      CHECK((id.ends_with('.') ? std::ranges::any_of(catalogue.texts, begins) : catalogue.find(id) != nullptr));
  }
  CHECK(asked > 100);
}

TEST_CASE("a text is filled in by the names of its fields") {
  CHECK(kEnglish("range", {{"high", "9"}, {"low", "2"}}) == "2 to 9");
  CHECK(kSwedish("range", {{"low", "2"}, {"high", "9"}}) == "2 till 9");
  CHECK(kEnglish("yes") == "yes");
}

TEST_CASE("a plural depends on a whole number, which is written as the language writes it") {
  CHECK(kEnglish("calibration.inputs", {{"n", 1}}) == "1 input");
  CHECK(kEnglish("calibration.inputs", {{"n", 1200}}) == "1,200 inputs");
  CHECK(kSwedish("calibration.observations", {{"n", 1}}) == "1 mätvärde");
  CHECK(kSwedish("calibration.observations", {{"n", 1200}}) == "1\u00a0200 mätvärden");
  CHECK_THROWS_AS(kEnglish("calibration.inputs", {{"n", "many"}}), std::logic_error);
  CHECK(kEnglish("range", {{"low", 1000}, {"high", 2000}}) == "1000 to 2000");  // no plural: digits as they are
}

TEST_CASE("a field holds a text, a number as the language writes it, or phrases") {
  CHECK(kSwedish("range", {{"low", 2}, {"high", 2.5}}) == "2 till 2,5");
  CHECK(kEnglish("range", {{"low", 2}, {"high", 100.0 / 3}}) == "2 to 33.3333");
  CHECK(kEnglish("range", {{"low", Phrase{"yes"}}, {"high", Phrase{}}}) == kEnglish("yes") + " to ");
  CHECK(kSwedish("range", {{"low", models::verbatim("{low}")}, {"high", Phrase{"range", {{"low", 1}, {"high", 2}}}}}) ==
        "{low} till 1 till 2");
}

TEST_CASE("a brace in apostrophes is itself, and other apostrophes stay") {
  CHECK(kEnglish("format.field.label") == "What readers see: a text, or `{sv: Hotell, en: Hotel}`.");
  CHECK(kEnglish("format.default.name_of_cost") == "the cost's name");
}

TEST_CASE("a text that is not there, and a field that does not fit, are the program's own fault") {
  CHECK_THROWS_AS(kEnglish("no such text"), std::logic_error);
  CHECK_THROWS_AS(kEnglish("range", {{"low", "2"}}), std::logic_error);
  CHECK_THROWS_AS(kEnglish("yes", {{"low", "2"}}), std::logic_error);
  CHECK(kEnglish.knows("yes"));
  CHECK_FALSE(kEnglish.knows("no such text"));
}

TEST_CASE("numbers are written as the language writes them, with spaces that do not break") {
  CHECK(kSwedish.number(1234.5, 1) == "1\u00a0234,5");
  CHECK(kEnglish.number(1234.5, 1) == "1,234.5");
  CHECK(kSwedish.number(-1234567, -3) == "\u22121\u00a0235\u00a0000");
  CHECK(kEnglish.number(-0.04, 1) == "0.0");
  CHECK(kEnglish.number(std::numeric_limits<double>::quiet_NaN(), 1) == "\u2013");
  CHECK(kSwedish.as_written(30.25) == "30,25");
  CHECK(kSwedish.localised("+1 234.5") == "+1\u00a0234,5");
  CHECK(kSwedish.localised("+0") == "+0");
  CHECK(kSwedish.localised("-0.0") == "\u22120,0");
  CHECK(kSwedish.with_decimal_sign("1234.5") == "1234,5");
  CHECK(kEnglish.with_decimal_sign("1234.5") == "1234.5");
}

TEST_CASE("money is to the öre, a share is in per cent, a price says for how long") {
  CHECK(kSwedish.money(models::Money::kronor(16'500)) == "16\u00a0500\u00a0kr");
  CHECK(kSwedish.money(models::Money::ore(123'450)) == "1\u00a0234,50\u00a0kr");
  CHECK(kEnglish.money(models::Money::ore(123'450)) == "1,234.50\u00a0SEK");
  CHECK(kSwedish.price({models::Money::kronor(585), models::Per::Day}) == "585\u00a0kr per dygn");
  CHECK(kEnglish.price({models::Money::kronor(585), models::Per::Month}) == "585\u00a0SEK a month");
  CHECK(kSwedish.percent(0.02) == "2\u00a0%");
  CHECK(kEnglish.percent(0.025, 1) == "2.5%");
}

TEST_CASE("an interval is as precise as it is wide, and none is shown where there is none") {
  CHECK(kSwedish.with_interval(3.2641, 3.0912, 3.437) == "3,26 (3,09 till 3,44)");
  CHECK(kEnglish.with_interval(3264100, 3091200, 3437000, Sign::Both) == "+3,260,000 (+3,090,000 to +3,440,000)");
  CHECK(kEnglish.with_interval(-5, -5, -5, Sign::Both) == "\u22125");
  CHECK(kEnglish.with_interval(std::numeric_limits<double>::quiet_NaN(), 0, 1) == "\u2013");
}

TEST_CASE("a lower bound is written as one, in tables and sentences alike") {
  constexpr double kNone = std::numeric_limits<double>::quiet_NaN();
  CHECK(kSwedish.with_interval(512.34, 508.1, kNone) == "minst 512");
  CHECK(kEnglish.with_interval(512.34, 512.34, kNone) == "at least 512.34");
  CHECK(kEnglish.with_interval(512.34, kNone, kNone) == "512.34");  // a single replication
}

TEST_CASE("months and spans of time have names") {
  CHECK(kSwedish.month(engine::Month::of(on(2012, 6, 1))) == "juni 2012");
  CHECK(kEnglish.month(engine::Month::of(on(2012, 12, 31))) == "December 2012");
  CHECK(kSwedish.span(on(2015, 3, 1), on(2015, 7, 1)) == "mars\u2013juni 2015");
  CHECK(kEnglish.span(on(2015, 11, 1), on(2016, 5, 1)) == "November 2015\u2013April 2016");
  CHECK(kEnglish.span(on(2015, 11, 1), on(2015, 12, 1)) == "November 2015");
  CHECK(kEnglish.span(on(2015, 11, 15), on(2015, 12, 1)) == "2015-11-15\u20132015-11-30");
}

TEST_CASE("a label is in the reader's language if there is one, else in the other, else the name") {
  CHECK(kSwedish.called({"Hotell", "Hotel"}, "hotel") == "Hotell");
  CHECK(kEnglish.called({"Hotell", ""}, "hotel") == "Hotell");
  CHECK(kSwedish.called({}, "hotel") == "hotel");
  CHECK(kSwedish.text_of({}).empty());
}

TEST_CASE("the language is asked for by name, and what is no language is answered with those there are") {
  for (const Catalogue& catalogue : catalogues()) {
    CHECK(language_value(std::string(catalogue.language)) == Language(catalogue));
    CHECK(language_of(catalogue.language)->code() == catalogue.language);
  }
  CHECK(english().code() == "en");
  CHECK_FALSE(language_of("svenska").has_value());
  try {
    static_cast<void>(language_value("svenska"));
    FAIL("it is a language");
  } catch (const UsageError& error) {
    for (const Catalogue& catalogue : catalogues()) {
      const std::string message = error.in(Words(Language(catalogue)));
      for (const Catalogue& other : catalogues()) CHECK(message.find(other.language) != std::string::npos);
    }
  }
}

TEST_CASE("the environment's first word on the language counts, and English if it has none") {
  const auto found = [](const std::map<std::string, std::string>& values) {
    const Environment environment(values);
    return language_of_environment();
  };
  CHECK(found({{"LC_ALL", "sv_SE.UTF-8"}, {"LANG", "en_GB.UTF-8"}}) == *language_of("sv"));
  CHECK(found({{"LANG", "sv_SE.UTF-8"}}) == *language_of("sv"));
  CHECK(found({{"LC_MESSAGES", "C"}, {"LANG", "sv_SE.UTF-8"}}) == english());
  CHECK(found({}) == english());
}
