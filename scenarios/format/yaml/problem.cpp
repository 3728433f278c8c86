// SPDX-License-Identifier: MIT
#include "scenarios/format/yaml/problem.hpp"

#include <algorithm>
#include <utility>

namespace trapphus::scenarios {

namespace {
/// Limits the output for a broken file.
constexpr std::size_t kMostShown = 100;
}  // namespace

std::string place_of(const Problem& problem) {
  if (problem.line <= 0) return problem.file + ": ";
  return problem.file + ":" + std::to_string(problem.line) + ":" + std::to_string(problem.column) + ": ";
}

Invalid::Invalid(std::vector<Problem> problems) : problems_(std::move(problems)) {
  for (const auto& problem : problems_) text_ += (text_.empty() ? "" : "\n") + place_of(problem) + problem.phrase.id;
}

void Problems::begin(const std::string& file) {
  files_.push_back(file);
}

void Problems::add(const Position& at, Phrase phrase) {
  problems_.insert({at.file ? *at.file : std::string(), at.line, at.column, std::move(phrase)});
}

void Problems::raise() const {
  if (problems_.empty()) return;
  // Problems without a file (a `--set`) come first.
  const auto place = [this](const Problem& problem) {
    const auto file = std::ranges::find(files_, problem.file);
    return file == files_.end() ? 0 : file - files_.begin() + 1;
  };
  std::vector<Problem> ordered(problems_.begin(), problems_.end());
  std::ranges::stable_sort(ordered, {}, place);
  std::vector<Problem> shown;
  for (const auto& problem : ordered) {
    if (shown.size() == kMostShown) {
      shown.push_back({problem.file, 0, 0, {"reader.more_problems", {{"count", problems_.size() - kMostShown}}}});
      break;
    }
    shown.push_back(problem);
  }
  throw Invalid(std::move(shown));
}

}  // namespace trapphus::scenarios
