// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>
#include <regex>
#include <set>
#include <sstream>

#include "models/staircase/scenario.hpp"
#include "scenarios/format/yaml/document.hpp"
#include "tests/scenarios/support.hpp"

/// Whether the fitted scenarios still belong to what they were fitted from. That they are what calibrate writes, to the
/// last byte, is the slow test tests/fitted/make_again.
namespace trapphus::scenarios::testing {
namespace {

namespace fs = std::filesystem;

struct Fitted {
  fs::path file, from;
  std::set<std::string> changed;
};

std::vector<Fitted> fitted_scenarios() {
  static const std::regex kMadeBy(R"(#   trapphus calibrate (\S+).*)");
  std::vector<Fitted> all;
  for (const auto& entry : fs::recursive_directory_iterator(tests_folder().parent_path() / "scenarios")) {
    if (entry.path().extension() != ".yaml") continue;
    const std::string text = read_text(entry.path()).text;
    std::istringstream lines(text);
    std::string line;
    std::smatch made;
    while (made.empty() && std::getline(lines, line) && line.starts_with('#')) std::regex_match(line, made, kMadeBy);
    if (text.find("# Made by trapphus ") == std::string::npos) continue;
    CAPTURE(entry.path());
    REQUIRE(made.size() == 2);
    Problems problems;
    const auto root = parse_document(text, std::make_shared<const std::string>(entry.path().string()), problems);
    REQUIRE((root && root->find("change") != nullptr));
    Fitted fitted{entry.path(), entry.path().parent_path() / made[1].str(), {}};
    for (const auto& change : root->find("change")->entries) fitted.changed.insert(change.key);
    all.push_back(std::move(fitted));
  }
  return all;
}

TEST_CASE("each fitted scenario changes what is free where it was fitted from, and nothing else") {
  const auto all = fitted_scenarios();
  CHECK(all.size() >= 4);
  for (const Fitted& fitted : all) {
    CAPTURE(fitted.file);
    std::set<std::string> free;
    for (const auto& input : read(fitted.from).free) free.insert(input.path);
    CHECK(fitted.changed == free);
  }
}

}  // namespace
}  // namespace trapphus::scenarios::testing
