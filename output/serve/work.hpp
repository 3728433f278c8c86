// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <ostream>
#include <string>
#include <string_view>

#include "models/runs/run.hpp"
#include "output/commands/interrupt.hpp"
#include "output/language/language.hpp"
#include "scenarios/format/yaml/source.hpp"

/// A worker process reads `request.json` from its folder, writes its answers there, and reports them on standard output
/// in lines of JSON:
///   {"progress": {"phase", "done", "total"}}
///   {"answer": {"file", "replications", "quick"}}    replaces the previous answer
///   {"files": [NAME]}                                 to download
///   {"error": text, "problems": [Problem]}            instead of an answer
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
  /// The edited scenario of the request. It and the files that it extends must lie in the scenarios' folder.
  [[nodiscard]] scenarios::Source source() const;
  /// A scenario of the folder, by its id.
  [[nodiscard]] scenarios::Source saved(const std::string& id) const;
  /// Replications of the last answer; 0: none yet.
  [[nodiscard]] std::int64_t sent_replications() const { return sent_replications_; }
  void send_progress(const models::Progress& progress);
  void answer(const std::string& data, std::int64_t replications, bool quick);
  void send_files(const std::vector<std::string>& names);
  void send(const Json& line);
  void write(const std::string& name, std::string_view content) const;

 private:
  std::filesystem::path folder_;
  Json request_, options_;
  Language language_;
  std::ostream& lines_;
  Interruption interruption_;
  std::chrono::steady_clock::time_point progress_sent_{};
  std::int64_t sent_replications_ = 0;
};

/// Carry out a task. Throw what reading and running a scenario throws.
void work_list(Work& work);
void work_check(Work& work);
void work_study(Work& work, const Study& study);

}  // namespace trapphus::output
