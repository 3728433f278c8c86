// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <filesystem>
#include <functional>
#include <nlohmann/json.hpp>
#include <ostream>
#include <string>
#include <string_view>

#include "models/runs/run.hpp"
#include "output/commands/interrupt.hpp"
#include "output/language/language.hpp"
#include "scenarios/format/yaml/source.hpp"

/// What a worker process does: it finds `request.json` in its folder, writes its answers there, and tells of them line
/// by line, as JSON:
///   {"progress": {"phase", "done", "total"}}
///   {"answer": {"file", "replications", "quick"}}    a better one may follow
///   {"files": [NAME]}                                 to download
///   {"error": text, "problems": [Problem]}            instead of an answer
/// Only for output/serve/*.cpp.
namespace trapphus::output {

struct Study;

class Work {
 public:
  using Json = nlohmann::ordered_json;
  Work(std::filesystem::path folder, Json request, std::ostream& lines);

  [[nodiscard]] const Json& request() const { return request_; }
  [[nodiscard]] const Json& options() const { return options_; }
  [[nodiscard]] Language language() const { return language_; }
  [[nodiscard]] const std::filesystem::path& folder() const { return folder_; }
  [[nodiscard]] bool stopped() const { return interruption_.requested(); }
  [[nodiscard]] const std::atomic<bool>& stop() const { return interruption_.flag(); }
  /// The scenario that the request is about, as it is edited. It and what it extends lie in the scenarios' folder.
  [[nodiscard]] scenarios::Source source() const;
  /// One that the folder has, by its id.
  [[nodiscard]] scenarios::Source saved(const std::string& id) const;
  /// Of the last answer; 0: there was none.
  [[nodiscard]] std::int64_t replications_told() const { return replications_told_; }
  void tell_progress(const models::Progress& progress);
  void answer(const std::string& data, std::int64_t replications, bool quick);
  void tell_files(const std::vector<std::string>& names);
  void tell(const Json& line);
  void write(const std::string& name, std::string_view content) const;

 private:
  std::filesystem::path folder_;
  Json request_, options_;
  Language language_;
  std::ostream& lines_;
  Interruption interruption_;
  std::chrono::steady_clock::time_point told_{};
  std::int64_t replications_told_ = 0;
};

/// Each does one kind of task. They throw what reading and running a scenario throws.
void work_list(Work& work);
void work_check(Work& work);
void work_study(Work& work, const Study& study);

}  // namespace trapphus::output
