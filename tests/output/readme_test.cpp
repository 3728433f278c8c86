// SPDX-License-Identifier: MIT
#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <regex>
#include <sstream>
#include <string>

#include "models/runs/results.hpp"
#include "models/runs/run.hpp"
#include "models/staircase/scenario.hpp"
#include "output/commands/cli.hpp"
#include "scenarios/reading/reader.hpp"
#include "tests/output/places.hpp"

namespace {

namespace fs = std::filesystem;
using trapphus::tests::kRoot;

/// A document of the repository: README.md, output/README.md...
std::string document(const std::string& name) {
  std::ifstream in(kRoot / name);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

/// The indented block that begins with this line, without its indentation.
std::string block(const std::string& text, const std::string& first) {
  std::istringstream lines(text.substr(text.find("    " + first)));
  std::string found;
  for (std::string line; std::getline(lines, line) && (line.empty() || line.rfind("    ", 0) == 0);) {
    found += line.substr(std::min<std::size_t>(4, line.size())) + "\n";
  }
  return found;
}

}  // namespace

TEST_CASE("the scenario in the scenarios' README can be read and run") {
  const std::string text = document("scenarios/README.md");
  REQUIRE(text.find("    trapphus: 1") != std::string::npos);
  const fs::path file = fs::temp_directory_path() / "trapphus_readme_example.yaml";
  std::ofstream(file) << block(text, "trapphus: 1");
  const auto scenario = trapphus::scenarios::read(file);
  fs::remove(file);
  trapphus::models::RunOptions options;
  options.replications = 2;
  const auto results = trapphus::models::run(scenario, options);
  CHECK(results.check.equal);
  CHECK(results.alternatives.size() == 2);
}

TEST_CASE("the README's two commands name files that exist") {
  const std::string text = document("README.md");
  CHECK(text.find("bash .ci/setup && build/trapphus run scenarios/hasselby/hasselby.yaml") != std::string::npos);
  CHECK(text.find("bash .ci/setup tests && ctest --test-dir build --output-on-failure") != std::string::npos);
  CHECK(fs::exists(kRoot / ".ci/setup"));
  CHECK(fs::exists(kRoot / "scenarios/hasselby/hasselby.yaml"));
}

TEST_CASE("the README is for reading at a sitting: 250 lines at most") {
  const std::string text = document("README.md");
  CHECK(std::count(text.begin(), text.end(), '\n') <= 250);
}

TEST_CASE("the files and pictures that the READMEs link to are there, and the pictures small") {
  const std::regex link(R"(\]\(([^)#:]+)\))");
  int pictures = 0;
  for (const std::string name : {"README.md", "engine/README.md", "models/README.md", "scenarios/README.md",
                                 "output/README.md", "tests/README.md", ".github/CONTRIBUTING.md"}) {
    const std::string text = document(name);
    REQUIRE_FALSE(text.empty());
    for (std::sregex_iterator i(text.begin(), text.end(), link), end; i != end; ++i) {
      const fs::path file = (kRoot / name).parent_path() / (*i)[1].str();
      INFO(name << " links to " << file);
      REQUIRE(fs::exists(file));
      if (file.extension() != ".png") continue;
      CHECK(fs::file_size(file) < 150'000);
      ++pictures;
    }
  }
  CHECK(pictures >= 5);
}

TEST_CASE("the commands of .ci that the documents name are there") {
  const std::regex command(R"(\.ci/([a-z]+))");
  for (const std::string name : {"README.md", "tests/README.md", ".github/CONTRIBUTING.md"}) {
    const std::string text = document(name);
    for (std::sregex_iterator i(text.begin(), text.end(), command), end; i != end; ++i) {
      INFO(name << " names .ci/" << (*i)[1]);
      CHECK(fs::exists(kRoot / ".ci" / (*i)[1].str()));
    }
  }
}

TEST_CASE("each command of the table in output's README has its help") {
  const std::string text = document("output/README.md");
  for (const std::string command : {"run", "check", "calibrate", "bottleneck", "budget", "compare", "trace", "graph",
                                    "fields", "schema", "serve"}) {
    INFO(command);
    CHECK(text.find("| `trapphus " + command) != std::string::npos);
    std::ostringstream out;
    std::ostringstream err;
    const std::vector<std::string> arguments{command, "--help"};
    CHECK(trapphus::output::main_with(arguments, out, err) == 0);
    CHECK(out.str().find(command) != std::string::npos);
  }
}

TEST_CASE("the application in the scenarios' README can be read beside a scenario") {
  const std::string text = document("scenarios/README.md");
  REQUIRE(text.find("    application:") != std::string::npos);
  const fs::path file = fs::temp_directory_path() / "trapphus_readme_application.yaml";
  const fs::path base = trapphus::tests::kApplication;
  std::ofstream(file) << "extends: " << base.string() << "\n" << block(text, "application:");
  const auto scenario = trapphus::scenarios::read(file);
  fs::remove(file);
  REQUIRE(scenario.application);
  CHECK(scenario.application->sum.size() == 3);
  CHECK(trapphus::models::total(scenario.application->sum) == trapphus::models::Money::kronor(2'800'000));
  CHECK(scenario.afterwards);
}
