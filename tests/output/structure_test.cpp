// SPDX-License-Identifier: MIT
#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "tests/output/places.hpp"

namespace {

namespace fs = std::filesystem;
using trapphus::tests::kRoot;

const std::vector<std::string> kFolders{"engine", "models", "scenarios", "output"};  // each may use those before it

bool is_source(const fs::path& file) {
  const auto ending = file.extension();
  return ending == ".cpp" || ending == ".hpp" || ending == ".ts";
}

/// All sources below the folder; what npm installs is none of them.
std::vector<fs::path> sources(const std::string& folder) {
  std::vector<fs::path> found;
  for (auto i = fs::recursive_directory_iterator(kRoot / folder); i != fs::recursive_directory_iterator(); ++i) {
    if (i->path().filename() == "node_modules") i.disable_recursion_pending();
    if (is_source(i->path())) found.push_back(i->path());
  }
  return found;
}

std::string name_of(const fs::path& file) {
  return file.lexically_relative(kRoot).generic_string();
}
std::string folder_of(const std::string& file) {
  return fs::path(file).parent_path().generic_string();
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

/// Type defined at namespace level, anonymous namespaces aside -> the files that define it.
std::map<std::string, std::vector<std::string>> type_definitions() {
  static const std::regex kDefinition(
      R"(^(struct|class|enum class|enum|using|concept)\s+(\w+)\s*(final\s*)?(:[^:].*|[{=].*)?$)");
  std::map<std::string, std::vector<std::string>> definitions;
  for (const std::string& root : kFolders) {
    for (const fs::path& file : sources(root)) {
      if (file.extension() == ".ts") continue;
      std::ifstream in(file);
      bool anonymous = false;
      for (std::string line; std::getline(in, line);) {
        if (line == "namespace {") anonymous = true;
        if (line == "}  // namespace") anonymous = false;
        std::smatch match;
        if (!anonymous && std::regex_match(line, match, kDefinition)) definitions[match[2]].push_back(name_of(file));
      }
    }
  }
  return definitions;
}

/// Folder -> the folders of our own that its sources include from.
using Arrows = std::map<std::string, std::set<std::string>>;

Arrows arrows_between_folders() {
  Arrows arrows;
  for (const std::string& root : kFolders) {
    for (const fs::path& file : sources(root)) {
      const std::string from = folder_of(name_of(file));
      for (const std::string& included : includes(file)) {
        const std::string to = folder_of(included);
        const bool own =
            std::find(kFolders.begin(), kFolders.end(), included.substr(0, included.find('/'))) != kFolders.end();
        if (own && to != from) arrows[from].insert(to);
      }
    }
  }
  return arrows;
}

/// The folders that a walk along the arrows passes before it comes back to where it was: "a -> b -> a"; empty: none.
std::string circle_from(const Arrows& arrows, const std::string& folder, std::vector<std::string>& walk,
                        std::set<std::string>& done) {
  const auto before = std::find(walk.begin(), walk.end(), folder);
  if (before != walk.end()) {
    std::string circle;
    for (auto i = before; i != walk.end(); ++i) circle += *i + " -> ";
    return circle + folder;
  }
  if (!done.insert(folder).second) return {};
  walk.push_back(folder);
  if (const auto next = arrows.find(folder); next != arrows.end()) {
    for (const std::string& to : next->second) {
      if (std::string circle = circle_from(arrows, to, walk, done); !circle.empty()) return circle;
    }
  }
  walk.pop_back();
  return {};
}

/// All folders that hold sources, tests among them.
std::set<std::string> source_folders() {
  std::set<std::string> found;
  for (const char* const root : {"engine", "models", "scenarios", "output", "tests"})
    for (const fs::path& file : sources(root)) found.insert(folder_of(name_of(file)));
  return found;
}

std::string content_of(const fs::path& file) {
  std::ifstream in(file);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

/// The paragraph that begins so, without its beginning; empty if there is none.
std::string paragraph(const std::string& text, const std::string& begin) {
  const auto from = text.find("\n" + begin);
  if (from == std::string::npos) return {};
  return text.substr(from + 1 + begin.size(), text.find("\n\n", from + 1) - from - 1 - begin.size());
}

/// What the README's line "May include: engine, models/staircase." lists.
std::vector<std::string> may_include(const fs::path& readme) {
  std::istringstream list(paragraph(content_of(readme), "May include: "));
  std::vector<std::string> found;
  for (std::string name; list >> name;) found.push_back(name.substr(0, name.find_first_of(",.")));
  return found;
}

/// The folders of our own that a source includes or, in TypeScript, imports from.
std::set<std::string> folders_used_by(const fs::path& file) {
  static const std::regex kUse(R"((?:^|\n)#include \"([^\"]+/[^\"]+)\"|(?:from|import) '(\.[^']*|viewer/[^']*)')");
  const std::string text = content_of(file);
  std::set<std::string> found;
  for (std::sregex_iterator i(text.begin(), text.end(), kUse), end; i != end; ++i) {
    const std::string imported = (*i)[2];
    if (imported.empty()) {
      found.insert(folder_of((*i)[1]));
    } else if (imported[0] == '.') {
      found.insert(folder_of(name_of((file.parent_path() / imported).lexically_normal())));
    } else {
      found.insert(folder_of("output/web/src" + imported.substr(imported.find('/'))));
    }
  }
  found.erase(folder_of(name_of(file)));
  return found;
}

Arrows used_folders() {
  Arrows arrows;
  for (const char* const root : {"engine", "models", "scenarios", "output", "tests"}) {
    for (const fs::path& file : sources(root)) {
      const auto used = folders_used_by(file);
      arrows[folder_of(name_of(file))].insert(used.begin(), used.end());
    }
  }
  return arrows;
}

std::string circle_of(const Arrows& arrows) {
  std::set<std::string> done;
  for (const auto& [folder, to] : arrows) {
    std::vector<std::string> walk;
    if (std::string circle = circle_from(arrows, folder, walk, done); !circle.empty()) return circle;
  }
  return {};
}

}  // namespace

TEST_CASE("a circle of folders is seen, however long, and its folders are named") {
  CHECK(circle_of({{"a", {"b", "c"}}, {"b", {"c"}}, {"c", {"d"}}}).empty());
  CHECK(circle_of({{"a", {"b"}}, {"b", {"c"}}, {"c", {"b"}}}) == "b -> c -> b");
}

TEST_CASE("arrows between the folders of a folder point one way too") {
  const Arrows arrows = arrows_between_folders();
  CHECK(arrows.size() > 25);  // it looked below the roots
  CHECK(circle_of(arrows).empty());
}

TEST_CASE("a folder holds at most 27 source files") {
  std::map<std::string, int> files;
  for (const char* const root : {"engine", "models", "scenarios", "output", "tests"})
    for (const fs::path& file : sources(root)) ++files[folder_of(name_of(file))];
  CHECK(files.size() > 50);
  for (const auto& [folder, number] : files) {
    INFO(folder);
    CHECK(number <= 27);
  }
}

TEST_CASE("every source folder has a README with its question, and a reading order of files that are there") {
  const std::regex named("`([a-z_0-9]+\\.(?:cpp|hpp|ts|mjs|json))`");
  int folders = 0;
  for (const std::string& folder : source_folders()) {
    INFO(folder);
    const std::string text = content_of(kRoot / folder / "README.md");
    CHECK(text.find("**Question: ") != std::string::npos);
    const std::string order = paragraph(text, "Read in this order: ");
    for (std::sregex_iterator i(order.begin(), order.end(), named), end; i != end; ++i) {
      INFO((*i)[1]);
      CHECK(fs::exists(kRoot / folder / (*i)[1].str()));
    }
    ++folders;
  }
  CHECK(folders > 80);
}

TEST_CASE("a source folder includes from no other folders than its README says") {
  for (const auto& [folder, used] : used_folders()) {
    const std::vector<std::string> allowed = may_include(kRoot / folder / "README.md");
    for (const std::string& other : used) {
      INFO(folder << " includes from " << other);
      CHECK(std::any_of(allowed.begin(), allowed.end(),
                        [&other](const std::string& one) { return other == one || other.rfind(one + "/", 0) == 0; }));
    }
  }
}

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

TEST_CASE("no two types of the program have the same name") {
  const auto definitions = type_definitions();
  CHECK(definitions.size() > 300);
  CHECK(definitions.count("Simulation") == 1);
  for (const auto& [type, files] : definitions) {
    std::string where;
    for (const std::string& file : files) where += " " + file;
    INFO(type << ":" << where);
    CHECK(files.size() == 1);
  }
}

TEST_CASE("foreign libraries stay inside the folder and the few files that own them") {
  // Header prefix -> where it may be included.
  const std::map<std::string, std::set<std::string>> owners{
      {"simgrid/", {"engine/kernels/simgrid_kernel.cpp"}},
      {"Random123/", {"engine/random/random.cpp"}},
      {"yaml-cpp/", {"scenarios/format/yaml/document.cpp"}},
      {"openssl/", {"scenarios/format/yaml/sha256.cpp"}},
      {"SQLiteCpp/", {"output/files/database.cpp", "output/serve/run_store.cpp"}},
      {"sqlite3.h", {"output/files/database.cpp"}},
      {"CLI/", {"output/commands/cli.cpp"}},
      {"nlopt", {"engine/experiments/box_least_squares.cpp"}},
      {"httplib", {"output/serve/connection.hpp", "output/serve/server.cpp"}},
      {"unicode/", {"output/language/formatters.cpp"}},
      {"xlsxwriter", {"output/workbook/workbook.cpp", "output/workbook/table_sheet.cpp", "output/workbook/book.cpp"}},
  };
  // Where Eigen may be included besides models/pathway; not in calibration.hpp, which models and scenarios include.
  const std::set<std::string> fits{"engine/experiments/calibration.cpp", "engine/experiments/box_least_squares.hpp",
                                   "engine/experiments/box_least_squares.cpp", "engine/experiments/precision.hpp",
                                   "engine/experiments/precision.cpp"};
  int found = 0;
  for (const std::string& folder : kFolders) {
    for (const fs::path& file : sources(folder)) {
      const std::string name = name_of(file);
      for (const std::string& included : includes(file)) {
        for (const auto& [library, allowed] : owners) {
          if (included.rfind(library, 0) != 0) continue;
          INFO(name << " includes " << included);
          CHECK(allowed.count(name) == 1);
          ++found;
        }
        INFO(name << " includes " << included);
        const bool eigen = included.rfind("Eigen/", 0) == 0;
        if (eigen || included.rfind("boost/graph", 0) == 0) {
          CHECK((name.rfind("models/pathway/", 0) == 0 || (eigen && fits.count(name) == 1)));
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
