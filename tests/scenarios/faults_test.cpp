// SPDX-License-Identifier: MIT
#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <map>
#include <set>

#include "models/staircase/scenario.hpp"
#include "tests/scenarios/support.hpp"

namespace trapphus::scenarios::testing {
namespace {

std::filesystem::path faults() {
  return tests_folder() / "faults";
}

/// tests/faults/messages.txt: every message of every faulty file, as the program prints it, without the folder.
std::map<std::string, Lines> expected_messages() {
  std::map<std::string, Lines> expected;
  std::ifstream in(faults() / "messages.txt");
  std::string file;
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with("== ")) {
      file = line.substr(3);
      expected[file];
    } else if (!line.empty()) {
      expected[file].push_back(line);
    }
  }
  return expected;
}

std::string without_folder(std::string text) {
  const std::string folder = faults().string() + "/";
  for (auto at = text.find(folder); at != std::string::npos; at = text.find(folder)) text.erase(at, folder.size());
  return text;
}

Lines messages_of(const std::filesystem::path& file) {
  Lines found;
  try {
    static_cast<void>(read(file));
  } catch (const Invalid& invalid) {
    for (const auto& problem : invalid.problems())
      found.push_back(without_folder(output::problem_in_words(kEnglish, problem)));
  }
  return found;
}

std::string unreadable_message(const std::filesystem::path& file) {
  try {
    static_cast<void>(read(file));
  } catch (const Unreadable& error) {
    return kEnglish(error.phrase());
  }
  return "it could be read";
}

/// What .ci/update writes: the table as the messages are now.
void write_messages() {
  std::set<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(faults())) files.insert(entry.path());
  std::ofstream out(faults() / "messages.txt");
  for (const auto& file : files) {
    if (file.extension() != ".yaml" || file.filename() == "valid_base.yaml") continue;
    out << "== " << file.filename().string() << '\n';
    for (const std::string& message : messages_of(file)) out << message << '\n';
  }
}

TEST_CASE("every faulty file gives exactly the messages of the table") {
  if (std::getenv("TRAPPHUS_UPDATE") != nullptr) write_messages();
  const auto expected = expected_messages();
  REQUIRE(expected.size() > 80);
  for (const auto& [file, messages] : expected) {
    INFO(file);
    CHECK(messages_of(faults() / file) == messages);
  }
}

TEST_CASE("every faulty file has a message in the table, and only the base has none") {
  const auto expected = expected_messages();
  for (const auto& entry : std::filesystem::directory_iterator(faults())) {
    const std::string name = entry.path().filename().string();
    if (entry.path().extension() != ".yaml" || name == "valid_base.yaml") continue;
    INFO(name);
    const auto found = expected.find(name);
    REQUIRE(found != expected.end());
    CHECK_FALSE(found->second.empty());
  }
  CHECK(messages_of(faults() / "valid_base.yaml").empty());
}

TEST_CASE("a file that is not there, or is a directory, is unreadable") {
  const Folder folder;
  const auto missing = folder.path() / "missing.yaml";
  CHECK(unreadable_message(missing) == missing.string() + ": there is no such file");
  CHECK(unreadable_message(folder.path()) == folder.path().string() + ": is a directory; expected a scenario file");
  const auto below = folder.write("file", "x") / "below.yaml";
  CHECK(unreadable_message(below).find("below.yaml: ") != std::string::npos);
}

TEST_CASE("a file of more than 10 MB is refused before it is parsed") {
  const Folder folder;
  const auto file = folder.write("large.yaml", "trapphus: 1\n# ");
  std::filesystem::resize_file(file, 100'000'000);  // sparse: takes no space
  REQUIRE_THROWS_AS(read(file), Invalid);
  try {
    static_cast<void>(read(file));
  } catch (const Invalid& invalid) {
    REQUIRE(invalid.problems().size() == 1);
    CHECK(kEnglish(invalid.problems()[0].phrase) == "the file is larger than 10 MB, too large for a scenario");
  }
}

TEST_CASE("ill-formed UTF-8 of every kind is refused") {
  const Folder folder;
  for (const std::string bytes : {"\x80", "\xc0\xaf", "\xe0\x80\x80", "\xed\xa0\x80", "\xf0\x80\x80\x80",
                                  "\xf4\x90\x80\x80", "\xf5", "\xe2\x82", "\xc3(", "\xff"}) {
    const auto file = folder.write("bytes.yaml", "name: " + bytes + "\n");
    const auto found = messages_of(file);
    REQUIRE(found.size() == 1);
    CHECK(found[0].find("is not UTF-8") != std::string::npos);
    CHECK(found[0].find(":1:7: ") != std::string::npos);
  }
  // Well-formed sequences of two, three and four bytes, and a byte order mark, are read (and found to be no scenario).
  const auto good = messages_of(folder.write("good.yaml", "\xef\xbb\xbfname: å€\xf0\x9f\x8f\xa0\n"));
  REQUIRE_FALSE(good.empty());
  CHECK(good[0].find("1:1: the scenario needs") != std::string::npos);
}

}  // namespace
}  // namespace trapphus::scenarios::testing
