// SPDX-License-Identifier: MIT
#pragma once

#include <exception>
#include <memory>
#include <set>
#include <stdexcept>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "models/staircase/phrase.hpp"

namespace trapphus::scenarios {

using models::Phrase;
using models::verbatim;

/// An error in a scenario, for its author. Lines and columns count from 1; 0: no place in a file (a `--set`). Columns
/// count characters, not bytes.
struct Problem {
  std::string file;
  int line = 0, column = 0;
  Phrase phrase;  ///< What was found, what was expected, the nearest valid name.
  friend bool operator<(const Problem& a, const Problem& b) {
    return std::tie(a.file, a.line, a.column, a.phrase) < std::tie(b.file, b.line, b.column, b.phrase);
  }
};

/// "file:3:7: ", "--set seed=x: ".
[[nodiscard]] std::string place_of(const Problem& problem);

/// The scenario cannot be run: all problems, in the order of the file. Exit code 3. what() has the ids of the phrases.
class Invalid : public std::exception {
 public:
  explicit Invalid(std::vector<Problem> problems);
  [[nodiscard]] const std::vector<Problem>& problems() const { return problems_; }
  [[nodiscard]] const char* what() const noexcept override { return text_.c_str(); }

 private:
  std::vector<Problem> problems_;
  std::string text_;
};

/// The file cannot be read at all: missing, a directory, no permission. Exit code 5.
class Unreadable : public std::runtime_error {
 public:
  explicit Unreadable(Phrase phrase) : runtime_error(phrase.id), phrase_(std::move(phrase)) {}
  [[nodiscard]] const Phrase& phrase() const { return phrase_; }

 private:
  Phrase phrase_;
};

/// A place in a file.
struct Position {
  std::shared_ptr<const std::string> file;
  int line = 0, column = 0;
};

/// Collects problems; equal ones (of several alternatives) count once.
class Problems {
 public:
  /// Registers a file that is read. Its problems precede those of files read later (those that it extends).
  void begin(const std::string& file);
  void add(const Position& at, Phrase phrase);
  [[nodiscard]] bool empty() const { return problems_.empty(); }
  /// Throws Invalid if there are any, the first hundred.
  void raise() const;

 private:
  std::set<Problem> problems_;
  std::vector<std::string> files_;
};

}  // namespace trapphus::scenarios
