// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "output/serve/run_store.hpp"

/// The runs that people start in the browser: a few at a time, each in a process of its own, kept in the store.
namespace trapphus::output {

struct JobLimits {
  int long_ones = 1;   ///< Calibrations, whole runs... at a time; more would only take each other's time.
  int quick_ones = 2;  ///< Quick answers at a time, beside them.
  std::size_t waiting = 20;
  std::int64_t seconds = 3600;  ///< What one may take; then it is stopped, and what was finished is kept.
};

struct JobProgress {
  std::string phase;
  std::int64_t done = 0, total = 0;
};

class Jobs {
 public:
  struct Place {
    std::filesystem::path program;  ///< This program.
    std::filesystem::path folder;   ///< Where scenarios are; the workers' files are under `work` of `own`.
    std::filesystem::path own;      ///< The server's own files.
  };
  Jobs(Place place, RunStore& store, const JobLimits& limits);
  Jobs(const Jobs&) = delete;
  Jobs& operator=(const Jobs&) = delete;
  /// stop()
  ~Jobs();

  /// Puts a run into the queue, and gives its id. Throws Refused (429) if too many wait.
  [[nodiscard]] std::int64_t start(const RunInput& input, bool quick);
  /// What was finished is kept. Nothing happens if it has ended.
  void cancel(std::int64_t id);
  /// Cancels it, and forgets it.
  void remove(std::int64_t id);
  [[nodiscard]] std::optional<JobProgress> progress(std::int64_t id) const;
  /// Lets what runs finish what is under way, within a few seconds, and keeps it; what waits is kept as interrupted.
  void stop();

  /// A question that is answered at once, also by a process of its own: JSON. Throws Refused if it takes longer than
  /// this many seconds, if it fails, or if too many are asked at a time.
  [[nodiscard]] std::string ask(const std::string& request, std::int64_t seconds);

 private:
  struct Implementation;
  std::unique_ptr<Implementation> implementation_;
};

}  // namespace trapphus::output
