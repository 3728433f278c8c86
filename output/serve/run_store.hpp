// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "engine/enum_table.hpp"

namespace trapphus::output {

enum class RunState : std::uint8_t { Waiting, Running, Done, Cancelled, Failed, Interrupted };
inline constexpr auto kRunStates = engine::enum_table<RunState>({{RunState::Waiting, "waiting"},
                                                                 {RunState::Running, "running"},
                                                                 {RunState::Done, "done"},
                                                                 {RunState::Cancelled, "cancelled"},
                                                                 {RunState::Failed, "failed"},
                                                                 {RunState::Interrupted, "interrupted"}});

/// Input of a run.
struct RunInput {
  std::string kind;      ///< "run", "compare"...
  std::string name;      ///< Display name.
  std::string scenario;  ///< Id; empty: several, listed in the options.
  std::string text;      ///< The scenario's text at the start, saved or not.
  std::string options;   ///< JSON.
  std::string language;  ///< "sv", "en": of texts in the results.
};

/// An answer of a run; replaces the previous one.
struct RunAnswer {
  int number = 0;  ///< From 1.
  std::int64_t replications = 0;
  bool quick = false;  ///< A more precise answer follows.
  double seconds = 0;  ///< Since the start of the run.
};

struct StoredRun {
  std::int64_t id = 0;
  RunInput input;
  std::string created;  ///< "2026-11-22T09:30:00Z".
  RunState state = RunState::Waiting;
  RunAnswer answer;      ///< Number 0: none yet.
  std::string error;     ///< Message of a failed run.
  std::string problems;  ///< JSON; of an invalid scenario.
  std::vector<std::string> files;
};

/// The runs of a server in an SQLite file: inputs, states and answers. Thread-safe. Throws CannotWrite if the file
/// cannot be used.
class RunStore {
 public:
  /// Marks runs that a previous server left unfinished as Interrupted.
  explicit RunStore(const std::filesystem::path& file);
  RunStore(const RunStore&) = delete;
  RunStore& operator=(const RunStore&) = delete;
  ~RunStore();

  [[nodiscard]] std::int64_t add(const RunInput& input);
  /// Newest first, without the text of their scenarios.
  [[nodiscard]] std::vector<StoredRun> all() const;
  [[nodiscard]] std::optional<StoredRun> find(std::int64_t id) const;
  /// JSON of the latest answer; nothing if there is none.
  [[nodiscard]] std::optional<std::string> data(std::int64_t id) const;
  [[nodiscard]] std::optional<std::string> file(std::int64_t id, const std::string& name) const;

  void set_state(std::int64_t id, RunState state, const std::string& error = {}, const std::string& problems = {});
  void set_answer(std::int64_t id, const RunAnswer& answer, const std::string& data);
  void set_files(std::int64_t id, const std::vector<std::pair<std::string, std::string>>& contents);
  /// False if there is no such run.
  bool rename(std::int64_t id, const std::string& name);
  void remove(std::int64_t id);

 private:
  struct Implementation;
  std::unique_ptr<Implementation> implementation_;
};

}  // namespace trapphus::output
