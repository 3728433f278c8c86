// SPDX-License-Identifier: MIT
#include "output/serve/scenario_folder.hpp"

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

#include "models/staircase/scenario.hpp"
#include "output/serve/refused.hpp"
#include "tests/output/sample_results.hpp"

using namespace trapphus::output;
using trapphus::tests::content;
using trapphus::tests::ScratchFolder;
namespace fs = std::filesystem;

namespace {

/// The status with which something is refused; 200 if it is not.
template <class Do>
int status_of(Do attempt) {
  try {
    attempt();
    return 200;
  } catch (const Refused& refused) {
    return refused.status();
  }
}

void put(const fs::path& file, const std::string& text) {
  fs::create_directories(file.parent_path());
  std::ofstream(file) << text;
}

/// A folder for scenarios beside a secret.
struct Place {
  ScratchFolder outer;
  ScenarioFolder folder{outer.path() / "mine"};
  Place() { put(outer.path() / "secret.yaml", "secret"); }
};

}  // namespace

TEST_CASE("what is written can be read again, and is listed with what lies in folders") {
  const Place place;
  static_cast<void>(place.folder.write("plan.yaml", "a: 1\n", {}));
  static_cast<void>(place.folder.write("åtgärder/två lotsar.yaml", "b: 2\n", {}));
  CHECK(place.folder.read("plan.yaml").text == "a: 1\n");
  CHECK(place.folder.names() == std::vector<std::string>{"plan.yaml", "åtgärder/två lotsar.yaml"});
  CHECK(place.folder.modified("plan.yaml").size() == std::string("2026-11-22T09:30:00Z").size());
}

TEST_CASE("what is hidden, no YAML or too deep is not listed") {
  const Place place;
  for (const char* name : {".hidden.yaml", ".trapphus/runs.yaml", "notes.txt", "a/b/c/d/deep.yaml"})
    put(place.folder.path() / name, "x");
  put(place.folder.path() / "a/b/c/there.yml", "x");
  CHECK(place.folder.names() == std::vector<std::string>{"a/b/c/there.yml"});
}

TEST_CASE("no name leads out of the folder, neither for reading nor for writing") {
  const Place place;
  const std::string absolute = (place.outer.path() / "secret.yaml").string();
  for (const std::string& name :
       {std::string("../secret.yaml"), std::string("a/../../secret.yaml"), std::string("./../secret.yaml"), absolute,
        std::string("a/..//../secret.yaml"), std::string("..\\secret.yaml"), std::string("C:/secret.yaml"),
        std::string(".trapphus/runs.yaml"), std::string("a/.b/c.yaml")}) {
    INFO(name);
    CHECK(status_of([&] { static_cast<void>(place.folder.read(name)); }) == 400);
    CHECK(status_of([&] { static_cast<void>(place.folder.write(name, "mine", {})); }) == 400);
  }
  CHECK(content(place.outer.path() / "secret.yaml") == "secret");
}

TEST_CASE("symbolic links are not followed, be they files, folders or loops") {
  const Place place;
  fs::create_symlink(place.outer.path() / "secret.yaml", place.folder.path() / "link.yaml");
  fs::create_directory_symlink(place.outer.path(), place.folder.path() / "folder");
  fs::create_symlink("loop.yaml", place.folder.path() / "loop.yaml");
  fs::create_symlink(place.outer.path() / "not_there.yaml", place.folder.path() / "dangling.yaml");
  for (const char* name : {"link.yaml", "folder/secret.yaml", "loop.yaml", "dangling.yaml"}) {
    INFO(name);
    CHECK(status_of([&] { static_cast<void>(place.folder.read(name)); }) == 400);
    CHECK(status_of([&] { static_cast<void>(place.folder.write(name, "mine", {})); }) == 400);
  }
  CHECK(place.folder.names().empty());
  CHECK(content(place.outer.path() / "secret.yaml") == "secret");
  CHECK_FALSE(fs::exists(place.outer.path() / "not_there.yaml"));
}

TEST_CASE("a name is a short one of ordinary characters that ends in .yaml") {
  const Place place;
  const std::string with_zero("a\0.yaml", 7);
  for (const std::string& name : {std::string(), std::string(201, 'a') + ".yaml", std::string("a\n.yaml"), with_zero,
                                  std::string("plan.sh"), std::string("plan"), std::string("folder/")}) {
    INFO(name);
    CHECK(status_of([&] { static_cast<void>(place.folder.write(name, "x", {})); }) == 400);
  }
  CHECK(place.folder.names().empty());
}

TEST_CASE("a name that a shell would carry out is only a name") {
  const Place place;
  const std::string name = "$(touch owned) `touch owned` ; touch owned.yaml";
  static_cast<void>(place.folder.write(name, "x", {}));
  CHECK(place.folder.names() == std::vector<std::string>{name});
  CHECK_FALSE(fs::exists(place.folder.path() / "owned"));
}

TEST_CASE("nothing that another has written meanwhile is overwritten") {
  const Place place;
  const std::string first = place.folder.write("plan.yaml", "a: 1\n", {});
  CHECK(first == place.folder.read("plan.yaml").etag);
  CHECK(status_of([&] { static_cast<void>(place.folder.write("plan.yaml", "a: 2\n", {})); }) == 409);
  const std::string second = place.folder.write("plan.yaml", "a: 2\n", first);
  CHECK(status_of([&] { static_cast<void>(place.folder.write("plan.yaml", "a: 3\n", first)); }) == 409);
  CHECK(place.folder.read("plan.yaml").text == "a: 2\n");
  fs::remove(place.folder.path() / "plan.yaml");
  CHECK(status_of([&] { static_cast<void>(place.folder.write("plan.yaml", "a: 3\n", second)); }) == 409);
}

TEST_CASE("what is not there is said not to be there") {
  const Place place;
  CHECK(status_of([&] { static_cast<void>(place.folder.read("none.yaml")); }) == 404);
  fs::create_directory(place.folder.path() / "folder.yaml");
  CHECK(status_of([&] { static_cast<void>(place.folder.read("folder.yaml")); }) == 404);
}
