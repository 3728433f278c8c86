// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;

const fs::path kRoot = fs::path(TRAPPHUS_SCENARIOS).parent_path();
const std::vector<std::string> kFolders{"engine", "models", "scenarios", "output"};  // each may use those before it

std::vector<fs::path> sources(const std::string& folder) {
  std::vector<fs::path> found;
  for (const auto& place : {kRoot / folder, kRoot / folder / "serve"}) {
    if (!fs::is_directory(place)) continue;
    for (const auto& entry : fs::directory_iterator(place)) {
      const auto ending = entry.path().extension();
      if (ending == ".cpp" || ending == ".hpp") found.push_back(entry.path());
    }
  }
  return found;
}

std::vector<std::string> includes(const fs::path& file) {
  static const std::regex kInclude(R"(^\s*#include\s+[<"]([^>"]+)[>"])");
  std::ifstream in(file);
  std::vector<std::string> found;
  for (std::string line; std::getline(in, line);) {
    std::smatch match;
    if (std::regex_search(line, match, kInclude)) found.push_back(match[1]);
  }
  return found;
}

}  // namespace

TEST_CASE("arrows between the folders point one way: engine, models, scenarios, output") {
  for (std::size_t user = 0; user < kFolders.size(); ++user) {
    for (const fs::path& file : sources(kFolders[user])) {
      for (const std::string& included : includes(file)) {
        for (std::size_t later = user + 1; later < kFolders.size(); ++later) {
          INFO(file << " includes " << included);
          CHECK(included.rfind(kFolders[later] + "/", 0) == std::string::npos);
        }
      }
    }
  }
}

TEST_CASE("foreign libraries stay inside the folder and the few files that own them") {
  // Header prefix -> where it may be included.
  const std::map<std::string, std::set<std::string>> owners{
      {"simgrid/", {"engine/kernels/simgrid_kernel.cpp"}},
      {"Random123/", {"engine/random/random.cpp"}},
      {"yaml-cpp/", {"scenarios/format/yaml/document.cpp"}},
      {"SQLiteCpp/", {"output/database.cpp", "output/serve/run_store.cpp"}},
      {"sqlite3.h", {"output/database.cpp"}},
      {"CLI/", {"output/cli_parts.hpp"}},
      {"nlopt", {"engine/experiments/box_least_squares.cpp"}},
      {"httplib", {"output/serve/server.cpp"}},
      {"xlsxwriter", {"output/workbook.cpp", "output/table_sheet.cpp", "output/book.cpp"}},
  };
  int found = 0;
  for (const std::string& folder : kFolders) {
    for (const fs::path& file : sources(folder)) {
      const std::string name = file.lexically_relative(kRoot).generic_string();
      for (const std::string& included : includes(file)) {
        for (const auto& [library, allowed] : owners) {
          if (included.rfind(library, 0) != 0) continue;
          INFO(name << " includes " << included);
          CHECK(allowed.count(name) == 1);
          ++found;
        }
        INFO(name << " includes " << included);
        if (included.rfind("boost/graph", 0) == 0 || included.rfind("Eigen/", 0) == 0) {
          CHECK((name.rfind("models/pathway_", 0) == 0 || name == "engine/experiments/precision.cpp"));
          ++found;
        }
      }
    }
  }
  CHECK(found >= 6);  // all of them are really used
}

TEST_CASE("the root holds what it should and nothing else") {
  const std::set<std::string> allowed{"CMakeLists.txt", "README.md", "LICENSE", "engine",
                                      "models",         "scenarios", "output",  "tests"};
  for (const auto& entry : fs::directory_iterator(kRoot)) {
    const std::string name = entry.path().filename().string();
    if (name[0] == '.' || name.rfind("build", 0) == 0 || name == "results" || name == "my-scenarios") continue;
    INFO(name);
    CHECK(allowed.count(name) == 1);
  }
}
