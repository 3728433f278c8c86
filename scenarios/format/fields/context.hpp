// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "engine/time.hpp"
#include "models/staircase/evidence.hpp"
#include "scenarios/format/yaml/document.hpp"
#include "scenarios/format/yaml/problem.hpp"

namespace trapphus::scenarios {

/// Names of groups, stages, teams etc. of a scenario; the index of a name is the id.
struct Names {
  std::vector<std::string> attributes, groups, stages, services, teams;
};
/// Collects them from the keys of the scenario's mappings, without reading the values.
[[nodiscard]] Names names_of(const Node& root);

/// Source of a number, if given in the scenario.
struct Provenance {
  std::string source, assumption, low, high;
  std::optional<std::string> was = {};  ///< The value before it was changed by hand.
};

/// The scenario's inputs in the order in which they were read; a number that several alternatives share counts once.
class Inputs {
 public:
  void add(const std::string& path, const Node& value, const Provenance& provenance);
  [[nodiscard]] std::vector<models::Input> take() { return std::move(inputs_); }

 private:
  std::vector<models::Input> inputs_;
  std::set<std::tuple<std::string, int, int>> seen_;
};

/// State shared by the readers of all fields during a read.
class Context {
 public:
  Context(Problems& problems, Inputs& inputs) : problems_(problems), inputs_(inputs) {}

  Names names;
  engine::Time from{}, to{};         ///< The period.
  std::vector<std::string> sources;  ///< Names declared under `sources`.

  void problem(const Position& at, Phrase phrase) {
    problems_.add(at, std::move(phrase));
    wrong_.push_back(path_);
  }
  /// Whether the entry that a path is of (a stage, a move...) was read without a problem: "moves.hotel.training.share".
  [[nodiscard]] bool is_sound(std::string_view path) const;
  /// Whether a value of the mapping that is being read was reported, by its key: checks of two values would report what
  /// is not there.
  [[nodiscard]] bool is_wrong(std::string_view key) const;
  /// Extends the path by a key, and applies the source that its mapping names to all values in it.
  class Scope {
   public:
    Scope(Context& context, std::string_view key, const Node& node);
    Scope(const Scope&) = delete;
    Scope& operator=(const Scope&) = delete;
    ~Scope();

   private:
    Context& context_;
    std::size_t path_length_;
    Provenance outer_;
    std::string outer_origin_;
  };
  [[nodiscard]] const std::string& path() const { return path_; }
  [[nodiscard]] const Provenance& provenance() const { return provenance_; }
  /// Records a number with its source.
  void note_input(const Node& value, const Provenance& provenance);
  /// Reads `source`, `assumption` and `note` of a mapping; absent ones are those of `given`.
  [[nodiscard]] Provenance provenance_of(const Node& map, Provenance given);

 private:
  [[nodiscard]] std::string text_of(const Node& map, std::string_view key);

  Problems& problems_;
  Inputs& inputs_;
  std::string path_, origin_;
  std::vector<std::string> wrong_;  ///< Where the problems were.
  Provenance provenance_;
};

/// `{value: X, source: S}`: a value with its source instead of a bare one.
[[nodiscard]] bool is_annotated(const Node& node);

}  // namespace trapphus::scenarios
