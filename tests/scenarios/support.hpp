// SPDX-License-Identifier: MIT
#pragma once

#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "scenarios/reading/reader.hpp"
#include "tests/output/refusal.hpp"
#include "tests/output/words.hpp"

namespace trapphus::models {
struct Settings;
}  // namespace trapphus::models

/// Shared by tests of the reader: scenarios written to a folder that is removed afterwards.
namespace trapphus::scenarios::testing {

using tests::kEnglish;
using tests::kSwedish;
using tests::printed;
using tests::refusal;

/// A folder of its own for each test.
class Folder {
 public:
  Folder() {
    static int number = 0;
    path_ = std::filesystem::temp_directory_path() /
            ("trapphus_scenarios_" + std::to_string(std::hash<std::string>{}(__FILE__)) + "_" +
             std::to_string(++number) + "_" + std::to_string(::getpid()));
    std::filesystem::create_directories(path_);
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  ~Folder() { std::filesystem::remove_all(path_); }
  [[nodiscard]] std::filesystem::path write(const std::string& name, const std::string& text) const {
    std::ofstream(path_ / name, std::ios::binary) << text;
    return path_ / name;
  }
  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

inline std::filesystem::path tests_folder() {
  return TRAPPHUS_TESTS;
}

/// A staircase without a fault, which others extend: the one that the faulty files extend too.
std::string base_file();

/// Reads a scenario that extends the base.
models::Scenario read_on_base(const std::string& text, const std::vector<Override>& overrides = {});

/// "line:column: message" for each problem of a scenario that extends the base; its first line is the `extends`.
std::vector<std::string> problems_on_base(const std::string& text, const std::vector<Override>& overrides = {});

/// The settings at the beginning of the last alternative, which in the base changes nothing.
models::Settings settings_on_base(const std::string& text, const std::vector<Override>& overrides = {});

template <class T>
const T& by_name(const std::vector<T>& things, const std::string& name) {
  for (const T& thing : things) {
    if (thing.name == name) return thing;
  }
  throw std::out_of_range(name);
}

using Lines = std::vector<std::string>;

}  // namespace trapphus::scenarios::testing
