// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "output/serve/run_store.hpp"

/// The runs started in the browser: a limited number at a time, each in a process of its own, kept in the store.
namespace trapphus::output {

struct JobLimits {
  int long_ones = 1;   ///< Concurrent long jobs: calibrations, whole runs...
  int quick_ones = 2;  ///< Concurrent quick answers, in addition.
  std::size_t waiting = 20;
  std::int64_t seconds = 3600;  ///< Time limit of a job, after which it is stopped; finished results are kept.
};

struct JobProgress {
  std::string phase;
  std::int64_t done = 0, total = 0;
};

class Jobs {
 public:
  struct Place {
    std::filesystem::path program;  ///< This program.
    std::filesystem::path folder;   ///< The scenarios; the workers' files are in `work` of `own`.
    std::filesystem::path own;      ///< The server's own files.
  };
  Jobs(Place place, RunStore& store, const JobLimits& limits);
  Jobs(const Jobs&) = delete;
  Jobs& operator=(const Jobs&) = delete;
  /// stop()
  ~Jobs();

  /// Queues a run and returns its id. Throws Refused (429) if the queue is full.
  [[nodiscard]] std::int64_t start(const RunInput& input, bool quick);
  /// Keeps finished results. No effect on a run that has ended.
  void cancel(std::int64_t id);
  /// Cancels the run and deletes it.
  void remove(std::int64_t id);
  [[nodiscard]] std::optional<JobProgress> progress(std::int64_t id) const;
  /// Interrupts running jobs, waits a few seconds for their results, and keeps waiting ones as interrupted.
  void stop();

  /// Answers a JSON request synchronously in a separate process. Throws Refused on a timeout of `seconds`, a failure,
  /// or too many concurrent requests.
  [[nodiscard]] std::string ask(const std::string& request, std::int64_t seconds);

 private:
  struct Implementation;
  std::unique_ptr<Implementation> implementation_;
};

}  // namespace trapphus::output
