// SPDX-License-Identifier: MIT
#include "scenarios/format/yaml/source.hpp"

#include <sys/stat.h>

#include <catch2/catch.hpp>

#include "models/staircase/scenario.hpp"
#include "scenarios/reading/as_written.hpp"
#include "tests/scenarios/support.hpp"

namespace trapphus::scenarios::testing {
namespace {

namespace fs = std::filesystem;

/// A user's folder with what it may read beside what it may not.
class Fenced {
 public:
  Fenced() {
    fs::create_directories(inside() / "below");
    fs::create_directories(folder_.path() / "outside");
    static_cast<void>(folder_.write("outside/secret.yaml", "trapphus: 1\n"));
    static_cast<void>(folder_.write("inside_not.yaml", "trapphus: 1\n"));
    static_cast<void>(write("base.yaml", "extends: trapphus:examples/one_pool.yaml\n"));
  }
  [[nodiscard]] fs::path inside() const { return folder_.path() / "inside"; }
  [[nodiscard]] fs::path outside() const { return folder_.path() / "outside"; }
  [[nodiscard]] fs::path write(const std::string& name, const std::string& text) const {
    return folder_.write("inside/" + name, text);
  }
  [[nodiscard]] Source source(const std::string& name) const {
    Source found(inside() / name);
    found.within = inside();
    return found;
  }
  /// What is said of a file of the folder that says this.
  [[nodiscard]] std::string said(const std::string& text, const std::string& name = "plan.yaml") const {
    static_cast<void>(write(name, text));
    try {
      static_cast<void>(read(source(name)));
    } catch (const Invalid& invalid) {
      return std::to_string(invalid.problems()[0].line) + ":" + std::to_string(invalid.problems()[0].column) + ": " +
             kEnglish(invalid.problems()[0].phrase);
    }
    return "valid";
  }

 private:
  Folder folder_;
};

const std::string kOutside =
    "1:10: `extends` leads out of the folder of the scenarios; expected a file in it, named from this one, or a "
    "shipped scenario (trapphus:...)";

TEST_CASE("a text stands for what its file says, and extends what lies beside the file") {
  const Folder folder;
  static_cast<void>(folder.write("base.yaml", "extends: " + base_file() + "\nname: Base\n"));
  Source source(folder.path() / "never_saved.yaml");
  source.text = "extends: base.yaml\nreplications: 17\n";
  const auto scenario = read(source);
  CHECK(scenario.name == "Base");
  CHECK(scenario.replications == 17);
  CHECK(scenario.file == source.file.string());
  CHECK_FALSE(alternative_as_written(source).empty());
}

TEST_CASE("problems of a text are told at its file and line, and what is no text is refused as a file is") {
  Source source("not/there.yaml");
  source.text = "trapphus: 1\nperiod: never\n";
  try {
    static_cast<void>(read(source));
    FAIL("it is valid");
  } catch (const Invalid& invalid) {
    CHECK(place_of(invalid.problems().back()) == "not/there.yaml:2:9: ");
  }
  source.text = "name: Malm\xf6\n";
  CHECK_THAT(testing::refusal([&] { return read(source); }), Catch::Contains("byte 0xF6 is not UTF-8"));
  source.text = std::string(10'000'001, ' ');
  CHECK_THAT(testing::refusal([&] { return read(source); }), Catch::Contains("larger than 10 MB"));
}

TEST_CASE("within a folder files extend one another, from folders below it too, and what is shipped") {
  const Fenced fenced;
  CHECK(fenced.said("extends: base.yaml\n") == "valid");
  CHECK(fenced.said("extends: ./below/../base.yaml\n") == "valid");
  CHECK(fenced.said("extends: ../base.yaml\n", "below/plan.yaml") == "valid");
  CHECK(fenced.said("extends: trapphus:examples/one_pool.yaml\n") == "valid");
  fs::create_symlink(fenced.inside() / "base.yaml", fenced.inside() / "link.yaml");
  CHECK(fenced.said("extends: link.yaml\n") == "valid");
}

TEST_CASE("within a folder nothing outside is extended: by dots, by an absolute name or by a link") {
  const Fenced fenced;
  CHECK(fenced.said("extends: ../outside/secret.yaml\n") == kOutside);
  CHECK(fenced.said("extends: ../inside_not.yaml\n") == kOutside);
  CHECK(fenced.said("extends: ..\n") == kOutside);
  CHECK(fenced.said("extends: " + (fenced.outside() / "secret.yaml").string() + "\n") == kOutside);
  CHECK(fenced.said("extends: " + (fenced.inside() / "base.yaml").string() + "\n") == kOutside);
  fs::create_symlink(fenced.outside() / "secret.yaml", fenced.inside() / "file.yaml");
  fs::create_directory_symlink(fenced.outside(), fenced.inside() / "way");
  CHECK(fenced.said("extends: file.yaml\n") == kOutside);
  CHECK(fenced.said("extends: way/secret.yaml\n") == kOutside);
}

TEST_CASE("what is said of a file outside is the same whether it exists or not") {
  const Fenced fenced;
  CHECK(fenced.said("extends: ../outside/none.yaml\n") == kOutside);
  CHECK(fenced.said("extends: /no/such/file.yaml\n") == kOutside);
  fs::create_symlink(fenced.outside() / "none.yaml", fenced.inside() / "dangling.yaml");
  fs::create_directory_symlink(fenced.outside() / "none", fenced.inside() / "nowhere");
  fs::create_symlink("round.yaml", fenced.inside() / "round.yaml");
  CHECK(fenced.said("extends: dangling.yaml\n") == kOutside);
  CHECK(fenced.said("extends: nowhere/secret.yaml\n") == kOutside);
  CHECK(fenced.said("extends: round.yaml\n") == kOutside);
  CHECK(fenced.said("extends: none.yaml\n") != kOutside);
}

TEST_CASE("a file that a file within the folder extends may not lead out either") {
  const Fenced fenced;
  static_cast<void>(fenced.write("middle.yaml", "extends: ../outside/secret.yaml\n"));
  CHECK(fenced.said("extends: middle.yaml\n") == kOutside);
}

TEST_CASE("the file itself may not lie outside, also when only its text is looked at") {
  const Fenced fenced;
  fs::create_symlink(fenced.outside() / "secret.yaml", fenced.inside() / "file.yaml");
  CHECK_THROWS_AS(read(fenced.source("../outside/secret.yaml")), Unreadable);
  CHECK_THROWS_AS(read(fenced.source("file.yaml")), Unreadable);
  Source edited = fenced.source("../new.yaml");
  edited.text = "extends: trapphus:examples/one_pool.yaml\n";
  CHECK_THAT(testing::refusal([&] { return read(edited); }), Catch::Contains("lies outside the folder"));
  edited.file = fenced.inside() / "new.yaml";
  CHECK_NOTHROW(read(edited));
}

TEST_CASE("within a folder a pipe is no scenario, instead of one to wait for") {
  const Fenced fenced;
  REQUIRE(::mkfifo((fenced.inside() / "pipe.yaml").c_str(), 0600) == 0);
  CHECK_THAT(testing::refusal([&] { return read(fenced.source("pipe.yaml")); }), Catch::Contains("is no file"));
  CHECK(fenced.said("extends: pipe.yaml\n").find("is no file") != std::string::npos);
}

}  // namespace
}  // namespace trapphus::scenarios::testing
