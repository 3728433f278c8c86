// SPDX-License-Identifier: MIT
#include "scenarios/format/yaml/folder.hpp"

#include <unistd.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <string>

#include "scenarios/format/yaml/problem.hpp"

#include "tests/scenarios/support.hpp"

namespace trapphus::scenarios {
namespace {

namespace fs = std::filesystem;

class FolderOfScenarios {
 public:
  FolderOfScenarios() {
    fs::remove_all(path_);
    fs::create_directories(path_ / "below");
  }
  FolderOfScenarios(const FolderOfScenarios&) = delete;
  FolderOfScenarios& operator=(const FolderOfScenarios&) = delete;
  ~FolderOfScenarios() { fs::remove_all(path_); }
  void file(const std::string& name, const std::string& content) const { std::ofstream(path_ / name) << content; }
  [[nodiscard]] std::string names() const {
    std::string all;
    for (const auto& one : scenarios_in(path_)) all += one.filename().string() + " ";
    return all;
  }
  [[nodiscard]] const fs::path& path() const { return path_; }

 private:
  fs::path path_ = fs::temp_directory_path() / ("trapphus_folder_test_" + std::to_string(::getpid()));
};

TEST_CASE("the scenarios of a folder are its .yaml files, by name") {
  const FolderOfScenarios folder;
  folder.file("malmo.yaml", "trapphus: 1\n");
  folder.file("lund.yaml", "trapphus: 1\n");
  folder.file("notes.txt", "trapphus: 1\n");
  folder.file("below/other.yaml", "trapphus: 1\n");
  CHECK(folder.names() == "lund.yaml malmo.yaml ");
}

TEST_CASE("what another file of the folder extends is a base and no scenario of its own") {
  const FolderOfScenarios folder;
  folder.file("base.yaml", "trapphus: 1\n");
  folder.file("a.yaml", "extends: ./base.yaml\n");
  folder.file("b.yaml", "extends: a.yaml\n");
  folder.file("c.yaml", "extends: ../elsewhere.yaml\n");
  CHECK(folder.names() == "b.yaml c.yaml ");
}

TEST_CASE("a file with mistakes stays, so that who reads it can tell them") {
  const FolderOfScenarios folder;
  folder.file("colon.yaml", "extends: base.yaml: no\n");
  folder.file("itself.yaml", "extends: itself.yaml\n");
  folder.file("latin1.yaml", "name: Malm\xf6\n");
  CHECK(folder.names() == "colon.yaml itself.yaml latin1.yaml ");
}

TEST_CASE("a folder without a scenario cannot be read as one") {
  const FolderOfScenarios folder;
  CHECK_THROWS_AS(scenarios_in(folder.path()), Unreadable);
  CHECK_THROWS_AS(scenarios_in(folder.path() / "nowhere"), Unreadable);
  folder.file("a.yaml", "extends: b.yaml\n");
  folder.file("b.yaml", "extends: a.yaml\n");
  CHECK_THAT(testing::refusal([&] { return scenarios_in(folder.path()); }), Catch::Contains("extended by another"));
}

}  // namespace
}  // namespace trapphus::scenarios
