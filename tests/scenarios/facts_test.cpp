// SPDX-License-Identifier: MIT
#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <sstream>

#include "models/staircase/scenario.hpp"
#include "scenarios/reading/load.hpp"
#include "tests/scenarios/support.hpp"

/// facts.csv lists everything of the documents that a scenario uses: document;line;fact;value;file;path. The lines are
/// the document's, separated by commas (of the survey those of its table; `-` for what is no document of the project).
/// The value is the scenario's, word for word (of an answer in words the Swedish text); where it is worked out from the
/// document's figures, ` = ` and the sum follow it. Paths are those of `--set`, and for what stands in lists:
/// timeline.DATE.PATH, alternatives.NAME.PATH, initial.STAGE.GROUP.FIELD,
/// observations.MEASURE[.GROUP][.ALTERNATIVE].FROM..TO (`latest` for one without dates).
///
/// figures.csv lists every figure of the documents by document and line; a figure without a reason why it is not used
/// stands in a fact of that line. Calendar years that only date another figure are no figures.
namespace trapphus::scenarios::testing {
namespace {

namespace fs = std::filesystem;

struct Fact {
  std::string document, fact, value, file, path;
  std::vector<std::string> lines;
};

struct Figure {
  std::string document, line, figure, reason;
};

/// A value of a scenario as it is written, with the document it is from, if it names one.
struct Written {
  std::string value, source, file;
};
using ByPath = std::map<std::string, Written>;

fs::path scenarios_folder() {
  return tests_folder().parent_path() / "scenarios";
}

std::string tidied(const std::string& text) {
  std::istringstream words(text);
  std::string all;
  for (std::string word; words >> word;) all += (all.empty() ? "" : " ") + word;
  return all;
}

std::vector<std::string> split(const std::string& text, char at) {
  std::vector<std::string> parts;
  std::istringstream in(text);
  for (std::string part; std::getline(in, part, at);) parts.push_back(part);
  return parts;
}

/// The rows of a table of this folder without its heading and comments, each with as many cells as the heading.
std::vector<std::vector<std::string>> rows_of(const char* file, const std::string& heading) {
  std::vector<std::vector<std::string>> rows;
  std::ifstream in(tests_folder() / "scenarios" / file);
  std::string line;
  std::getline(in, line);
  REQUIRE(line == heading);
  const std::size_t columns = split(heading, ';').size();
  while (std::getline(in, line)) {
    if (line.empty() || line.front() == '#') continue;
    CAPTURE(line);
    auto cells = split(line, ';');
    if (line.back() == ';') cells.emplace_back();
    REQUIRE(cells.size() == columns);
    rows.push_back(std::move(cells));
  }
  return rows;
}

std::vector<Fact> facts() {
  std::vector<Fact> all;
  for (const auto& row : rows_of("facts.csv", "document;line;fact;value;file;path"))
    all.push_back({row[0], row[2], tidied(row[3]), row[4], row[5], split(row[1], ',')});
  return all;
}

std::vector<Figure> figures() {
  std::vector<Figure> all;
  for (const auto& row : rows_of("figures.csv", "document;line;figure;not used because"))
    all.push_back({row[0], row[1], row[2], row[3]});
  return all;
}

/// The numbers and words of a text, without spaces between thousands and with decimal points: "82 000" is 82000.
std::string plain_figures(const std::string& text) {
  static const std::regex kThousands("([0-9]) ([0-9]{3})(?![0-9])"), kDecimals("([0-9]),([0-9])");
  return std::regex_replace(std::regex_replace(text, kThousands, "$1$2"), kDecimals, "$1.$2");
}

/// Whether the text has the figure as a number or word of its own.
bool mentions(const std::string& text, const std::string& figure) {
  const std::string all = plain_figures(text), wanted = plain_figures(figure);
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  const auto is_part = [&](std::size_t at) {
    return at < all.size() && (is_digit(all[at]) || (all[at] == '.' && at + 1 < all.size() && is_digit(all[at + 1])));
  };
  for (auto at = all.find(wanted); at != all.npos; at = all.find(wanted, at + 1)) {
    const bool begins = at == 0 || !(is_digit(all[at - 1]) || (all[at - 1] == '.' && at > 1 && is_digit(all[at - 2])));
    if (begins && !is_part(at + wanted.size())) return true;
  }
  return false;
}

bool stands_in(const Fact& fact, const Figure& figure) {
  return fact.document == figure.document && std::ranges::find(fact.lines, figure.line) != fact.lines.end() &&
         mentions(fact.fact + " " + fact.value, figure.figure);
}

std::string value_text(const Node& node, std::string_view key) {
  const Node* value = node.find(key);
  if (value == nullptr) return {};
  const Node* own = value->is_map() ? value->find("value") : value;
  return own == nullptr ? std::string() : own->text;
}

/// The name of an entry of a list that has one of its own.
std::string name_of(const std::string& list, const Node& entry, std::size_t number) {
  if (list == "moves") {
    const std::string id = value_text(entry, "id");
    return value_text(entry, "from") + "." + value_text(entry, "to") + (id.empty() ? "" : "." + id);
  }
  if (list == "initial") return value_text(entry, "stage") + "." + value_text(entry, "group");
  if (list == "timeline") return value_text(entry, "on");
  if (list == "free") return value_text(entry, "path");
  if (list != "observations") return std::to_string(number);
  std::string name = value_text(entry, "measure");
  for (const char* key : {"group", "alternative"}) {
    if (!value_text(entry, key).empty()) name += "." + value_text(entry, key);
  }
  const std::string from = value_text(entry, "from"), to = value_text(entry, "to");
  return name + (from.empty() && to.empty() ? ".latest" : "." + from + ".." + to);
}

/// All values of a file, by path; of those in mappings with a source of their own only the mapping's `value`.
void walk(const Node& node, const std::string& key, const std::string& path, ByPath& into) {
  // The index of a year has a field of that name.
  const Node* value = node.is_map() && key != "index" ? node.find("value") : nullptr;
  if (node.is_scalar()) {
    into[path] = {tidied(node.text), "", node.at.file ? *node.at.file : ""};
  } else if (node.is_map() && node.find("sv") != nullptr && node.find("source") != nullptr) {
    into[path] = {value_text(node, "sv"), value_text(node, "source"), node.at.file ? *node.at.file : ""};
  } else if (value != nullptr && key != "observations") {
    into[path] = {tidied(value->text), value_text(node, "source"), value->at.file ? *value->at.file : ""};
  } else if (node.is_map()) {
    for (const auto& entry : node.entries) {
      const bool silent = entry.key == "change" || (entry.key == "timeline" && !path.empty());
      const std::string below = silent ? path : path + (path.empty() ? "" : ".") + entry.key;
      // What the list as a whole is called, its entries need not repeat; an observation is its value.
      walk(entry.value, entry.key, key == "observations" && entry.key == "value" ? path : below, into);
    }
  } else if (node.is_sequence()) {
    for (std::size_t i = 0; i < node.items.size(); ++i) {
      const Node& item = node.items[i];
      const std::string name = item.is_map() ? name_of(key, item, i + 1) : std::to_string(i + 1);
      walk(item, item.is_map() ? key : "", path + (path.empty() ? "" : ".") + name, into);
    }
  }
}

/// `timeline.3.change.staff.x.fte` is timeline.2012-06-01.staff.x.fte, and so on.
std::string with_names(const std::string& path, const Node& root) {
  std::string named;
  const Node* node = &root;
  std::string list;
  for (const std::string& part : split(path, '.')) {
    const bool counted = node != nullptr && node->is_sequence() && part.find_first_not_of("0123456789") == part.npos;
    std::string name = part;
    if (counted) {
      const std::size_t number = std::stoul(part);
      const Node* entry = number >= 1 && number <= node->items.size() ? &node->items[number - 1] : nullptr;
      if (entry != nullptr && entry->is_map()) name = name_of(list, *entry, number);
      node = entry;
    } else {
      list = part;
      node = node == nullptr ? nullptr : node->find(part);
      const bool silent = part == "change" || (part == "timeline" && !named.empty());
      if (silent || (part == "value" && named.rfind("observations.", 0) == 0)) continue;
    }
    named += (named.empty() ? "" : ".") + name;
  }
  return named;
}

/// Every value of a scenario and, of those that the reader takes for a number, the source that holds for it.
ByPath written_in(const fs::path& file) {
  Problems problems;
  const Node root = load(file, problems).root;
  ByPath all;
  walk(root, "", "", all);
  for (const auto& input : read(file).inputs) {
    Written& value = all[with_names(input.path, root)];
    value = {tidied(input.value), input.source, input.file};
  }
  return all;
}

const ByPath& written_by_path(const std::string& file) {
  static std::map<std::string, ByPath> known;
  const auto found = known.find(file);
  if (found != known.end()) return found->second;
  return known.emplace(file, written_in(scenarios_folder() / file)).first->second;
}

/// The shipped scenarios that speak of a real place, by their path in the folder.
std::vector<std::string> real_scenarios() {
  std::vector<std::string> files;
  for (const auto& entry : fs::recursive_directory_iterator(scenarios_folder())) {
    const std::string name = fs::relative(entry.path(), scenarios_folder()).generic_string();
    if (entry.path().extension() == ".yaml" && name.rfind("examples/", 0) != 0) files.push_back(name);
  }
  std::sort(files.begin(), files.end());
  return files;
}

std::string within_folder(const std::string& file) {
  return fs::path(file).lexically_relative(scenarios_folder()).generic_string();
}

/// The first number in a text ("4 956.67 SEK/month", "+11"), a percentage as a share; advances past it.
double take_number(std::string& text) {
  static const std::regex kNumber(R"(^\s*[+]?([0-9]+( [0-9]{3})*([.][0-9]+)?)( %)?)");
  std::smatch match;
  REQUIRE(std::regex_search(text, match, kNumber));
  std::string digits = match[1];
  std::erase(digits, ' ');
  const double number = std::stod(digits) / (match[4].matched ? 100 : 1);
  text = match.suffix();
  return number;
}

/// "3 % * 14 870" from left to right.
double work_out(std::string sum) {
  double value = take_number(sum);
  while (!tidied(sum).empty()) {
    sum = sum.substr(sum.find_first_not_of(' '));
    const char sign = sum.front();
    CAPTURE(sign);
    REQUIRE(std::string("+-*/").find(sign) != std::string::npos);
    sum.erase(0, 1);
    const double next = take_number(sum);
    value = sign == '+' ? value + next : sign == '-' ? value - next : sign == '*' ? value * next : value / next;
  }
  return value;
}

/// Half of the last digit that is written.
double rounding(const std::string& number) {
  static const std::regex kDecimals(R"([.]([0-9]+))");
  std::smatch decimals;
  const bool has_decimals = std::regex_search(number, decimals, kDecimals);
  const double half = 0.5 * std::pow(10.0, has_decimals ? -static_cast<double>(decimals[1].length()) : 0.0);
  return number.find('%') == std::string::npos ? half : half / 100;
}

TEST_CASE("every fact stands in its scenario, with the document's figure and name") {
  for (const Fact& fact : facts()) {
    CAPTURE(fact.document, fact.fact, fact.file, fact.path);
    const ByPath& values = written_by_path(fact.file);
    const auto found = values.find(fact.path);
    REQUIRE(found != values.end());
    CHECK(found->second.value == fact.value.substr(0, fact.value.find(" = ")));
    if (!found->second.source.empty()) CHECK(found->second.source == fact.document);
    CHECK_FALSE(fact.fact.empty());
  }
}

TEST_CASE("what is worked out from a document's figures is worked out right") {
  for (const Fact& fact : facts()) {
    const auto at = fact.value.find(" = ");
    if (at == std::string::npos) continue;
    CAPTURE(fact.fact, fact.value);
    std::string result = fact.value.substr(0, at);
    CHECK(take_number(result) == Approx(work_out(fact.value.substr(at + 3))).margin(rounding(result)).epsilon(0));
  }
}

TEST_CASE("every figure of the documents stands in a fact of its line or says why it is not used") {
  std::set<std::string> documents;
  const auto all = facts();
  for (const Figure& figure : figures()) {
    CAPTURE(figure.document, figure.line, figure.figure);
    documents.insert(figure.document);
    const bool used = std::ranges::any_of(all, [&](const Fact& fact) { return stands_in(fact, figure); });
    CHECK(used == figure.reason.empty());
  }
  CHECK(documents == std::set<std::string>{"boendelots", "enheten", "hasselby", "survey"});
}

TEST_CASE("every fact says on which lines its document has it") {
  std::set<std::string> known;
  for (const Figure& figure : figures()) known.insert(figure.document);
  for (const Fact& fact : facts()) {
    CAPTURE(fact.document, fact.fact);
    REQUIRE_FALSE(fact.lines.empty());
    for (const auto& line : fact.lines) {
      const bool is_number = line.find_first_not_of("0123456789") == line.npos && !line.empty();
      CHECK(known.contains(fact.document) == is_number);
    }
  }
}

TEST_CASE("each of the fourteen teams has an answer to every question that it answered") {
  const std::set<std::string> unanswered{
      "jarfalla.measures_retention", "vasteras.measures_retention",   "vasteras.retention",
      "karlskrona.retention",        "karlskrona.measures_retention",
  };
  int teams = 0;
  for (const auto& entry : fs::directory_iterator(scenarios_folder() / "survey")) {
    const std::string team = entry.path().stem().string();
    if (entry.path().extension() != ".yaml" || team == "housing_first") continue;
    ++teams;
    const auto profile = read(entry.path()).profile;
    for (const auto& [name, answer] : models::kTeamAnswers) {
      const std::string question = name;
      CAPTURE(team, question);
      const bool optional = question == "comment";
      const bool asked = question != "other_work" || profile.only_housing_first.sv != "ja";
      if (!optional) CHECK(is_empty(profile.*answer) == (!asked || unanswered.contains(team + "." + question)));
      if (!is_empty(profile.*answer)) CHECK_FALSE((profile.*answer).sv.empty());
    }
  }
  CHECK(teams == 14);
}

TEST_CASE("every value with a source is a fact in the table, once") {
  std::set<std::string> known;
  for (const Fact& fact : facts()) {
    CAPTURE(fact.file, fact.path);
    CHECK(known.insert(fact.file + ": " + fact.path).second);
  }
  for (const std::string& file : real_scenarios()) {
    for (const auto& [path, value] : written_by_path(file)) {
      if (value.source.empty()) continue;
      CAPTURE(path, value.value, value.source);
      const std::string fact = within_folder(value.file) + ": " + path;
      CAPTURE(fact);
      CHECK(known.count(fact) == 1);
    }
  }
}

}  // namespace
}  // namespace trapphus::scenarios::testing
