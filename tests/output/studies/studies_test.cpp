// SPDX-License-Identifier: MIT
#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <set>

#include "output/commands/commands.hpp"
#include "output/serve/served_options.hpp"
#include "output/studies/study.hpp"
#include "tests/output/places.hpp"

using namespace trapphus;
using namespace trapphus::output;
using Catch::Contains;

namespace {

std::string panel_of_the_page() {
  const auto root = std::filesystem::path(TRAPPHUS_SCENARIOS).parent_path();
  std::ifstream in(root / "output/web/src/program/answers/panel.ts");
  return {std::istreambuf_iterator<char>(in), {}};
}

nlohmann::ordered_json served(const std::string& name) {
  for (const auto& study : studies_json())
    if (study.at("name") == name) return study;
  return {};
}

}  // namespace

TEST_CASE("every study has its texts in every language, for the command line and for the page") {
  for (const Catalogue& catalogue : catalogues()) {
    const Words words{Language(catalogue)};
    for (const Study& study : studies()) {
      INFO(study.name);
      CHECK(words.knows(study.help));
      CHECK((study.nothing.empty() || words.knows(study.nothing)));
      const std::string name(study.name);
      CHECK(words.knows("program.kind." + name));
      if (name != "run") CHECK(words.knows("program.about." + name));  // it has a button of its own
      for (const Option& option : study.options) {
        INFO(option.name);
        if (option.given != GivenAt::Server) CHECK(words.knows(option.help));
        CHECK((option.target.written.empty() || words.knows(option.target.written)));
      }
    }
  }
}

TEST_CASE("a study that is interrupted before anything was simulated has no result, and a text that says so") {
  const std::atomic<bool> stop = true;
  for (const char* name : {"run", "bottleneck", "budget"}) {
    for (const bool with_previews : {false, true}) {
      INFO(name);
      const Study* study = find_study(name);
      REQUIRE(study != nullptr);
      CHECK_FALSE(study->nothing.empty());
      const OptionValues options;
      StudyInput input{{scenarios::Source(trapphus::tests::kApplication)}, options, {}, [] {}, {}};
      input.simulation.stop = &stop;
      if (with_previews) input.preview = [](const std::any&) { FAIL("there is nothing to show"); };
      CHECK_FALSE(study->run(input).has_value());
    }
  }
}

TEST_CASE("every study has a page that shows its answer") {
  const std::string panel = panel_of_the_page();
  for (const Study& study : studies()) {
    REQUIRE(study.find("page") != nullptr);
    CHECK_THAT(panel, Contains("case '" + std::string(study.name) + "':"));
  }
}

TEST_CASE("what a study's options write can be rendered, each form in one way, and files have names of their own") {
  for (const Study& study : studies()) {
    INFO(study.name);
    std::set<std::string_view> formats, files;
    for (const Renderer& renderer : study.renderers) {
      CHECK((renderer.content != nullptr) != (renderer.write != nullptr));
      CHECK(formats.insert(renderer.format).second);
      CHECK((renderer.served.empty() || files.insert(renderer.served).second));
    }
    for (const Option& option : study.options) {
      if (option.type != OptionType::Target) continue;
      INFO(option.name);
      if (!option.target.format.empty()) CHECK(study.find(option.target.format) != nullptr);
      for (const Option& other : study.options)
        if (option.target.format.empty() && other.name == "format")
          for (const auto choice : other.choices) CHECK(study.find(choice) != nullptr);
    }
  }
}

TEST_CASE("every study is a command, and the help of every command names all its options") {
  const auto all = commands();
  for (const Study& study : studies()) CHECK(std::ranges::count(all, study.name, &Command::name) == 1);
  for (const Command& command : all) {
    std::set<std::string_view> names;
    for (const Option& option : command.options)
      if (option.given != GivenAt::Server) CHECK(names.insert(option.name).second);
  }
}

TEST_CASE("the server lets requests give what is no place of its computer, within bounds of its own") {
  const auto run = served("run");
  std::set<std::string> names;
  for (const auto& option : run.at("options")) names.insert(option.at("name").get<std::string>());
  CHECK(names == std::set<std::string>{"replications", "seed", "quick", "check"});
  CHECK(run.at("options")[0] ==
        nlohmann::ordered_json({{"name", "replications"}, {"type", "whole"}, {"low", 2}, {"high", 100'000}}));
  CHECK(served("compare").at("several") == true);
  CHECK(served("compare").at("options")[0].at("required") == true);
  CHECK(served("calibrate").at("needs") == nlohmann::ordered_json({"free", "observations"}));
}
