// SPDX-License-Identifier: MIT
#include "scenarios/format/yaml/shipped.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <iterator>

#include "models/staircase/scenario.hpp"
#include "scenarios/reading/as_written.hpp"
#include "tests/scenarios/support.hpp"

namespace trapphus::scenarios::testing {
namespace {

namespace fs = std::filesystem;

TEST_CASE("the scenarios of the repository are in the program, as they are, by name") {
  const fs::path folder = tests_folder().parent_path() / "scenarios";
  std::vector<std::string> names;
  for (const auto& file : fs::recursive_directory_iterator(folder)) {
    if (file.path().extension() == ".yaml")
      names.push_back("trapphus:" + file.path().lexically_relative(folder).generic_string());
  }
  std::ranges::sort(names);
  CHECK(names.size() > 20);
  REQUIRE(shipped_scenarios().size() == names.size());
  for (std::size_t i = 0; i < names.size(); ++i) {
    const Shipped& shipped = shipped_scenarios()[i];
    CHECK(shipped.name == names[i]);
    std::ifstream in(folder / names[i].substr(std::string("trapphus:").size()), std::ios::binary);
    CHECK(shipped.text == std::string(std::istreambuf_iterator<char>(in), {}));
  }
}

TEST_CASE("a shipped scenario is read by its name wherever one is, and is the same as from its file") {
  const auto shipped = read("trapphus:hasselby/hasselby.yaml");
  const auto file = read(tests_folder().parent_path() / "scenarios" / "hasselby" / "hasselby.yaml");
  CHECK(shipped.sha256 == file.sha256);
  CHECK(shipped.name == file.name);
  CHECK(shipped.alternatives.size() == file.alternatives.size());
  CHECK(shipped.file == "trapphus:hasselby/hasselby.yaml");
  CHECK(shipped.inputs.back().file.starts_with("trapphus:hasselby/"));
  CHECK(alternative_as_written("trapphus:hasselby/hasselby.yaml") == "project");
}

TEST_CASE("what extends a shipped scenario need not know where the program lies") {
  const Folder folder;
  const auto mine = read(folder.write("mine.yaml", "extends: trapphus:hasselby/hasselby.yaml\nname: Mine\n"));
  CHECK(mine.name == "Mine");
  CHECK(mine.alternatives.size() == read("trapphus:hasselby/hasselby.yaml").alternatives.size());
}

TEST_CASE("names of shipped scenarios lead to shipped ones only, whatever dots they have") {
  CHECK(shipped_name("trapphus:hasselby/../survey/lund.yaml") == "trapphus:survey/lund.yaml");
  CHECK_NOTHROW(read("trapphus:hasselby/../survey/lund.yaml"));
  CHECK_THROWS_AS(read("trapphus:../README.md"), Unreadable);
  CHECK_THROWS_AS(read("trapphus:/etc/passwd"), Unreadable);
  Source edited("trapphus:hasselby/hasselby.yaml");
  for (const std::string leads_out : {"../../README.md", "/etc/passwd", "../../../../../etc/passwd"}) {
    edited.text = "extends: " + leads_out + "\n";
    CHECK_THAT(testing::refusal([&] { return read(edited); }), Catch::Contains("is shipped with the program"));
  }
}

TEST_CASE("of an unknown shipped scenario the nearest is proposed") {
  CHECK_THAT(testing::refusal([&] { return read("trapphus:hasselby/haselby.yaml"); }),
             Catch::Equals(
                 "trapphus:hasselby/haselby.yaml: no scenario of this name is shipped with the program; did you mean "
                 "`trapphus:hasselby/hasselby.yaml`?"));
}

}  // namespace
}  // namespace trapphus::scenarios::testing
