// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <filesystem>
#include <string>

namespace trapphus::models {
struct Results;
struct Scenario;
}  // namespace trapphus::models

/// A small run made by hand, whose every value is known: two alternatives, two groups, seven measures.
namespace trapphus::tests {

[[nodiscard]] models::Scenario sample_scenario();
[[nodiscard]] models::Results sample_results();

/// A new empty folder, gone with its content at the end of the test.
class ScratchFolder {
 public:
  ScratchFolder();
  ScratchFolder(const ScratchFolder&) = delete;
  ScratchFolder& operator=(const ScratchFolder&) = delete;
  ~ScratchFolder();
  [[nodiscard]] const std::filesystem::path& path() const { return path_; }
  [[nodiscard]] std::size_t entries() const;

 private:
  std::filesystem::path path_;
};

/// How long a test waits for what must happen: under sanitizers on a slow machine it takes minutes.
inline constexpr std::chrono::minutes kPatience{10};

[[nodiscard]] std::string content(const std::filesystem::path& file);

}  // namespace trapphus::tests
