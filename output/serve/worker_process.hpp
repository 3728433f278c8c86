// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <filesystem>
#include <string>
#include <string_view>

/// A job in a separate process, which reads and simulates the scenario of a request, so that a crash does not affect
/// the server.
namespace trapphus::output {

/// A child process that executes `trapphus work FOLDER`: it reads its request from the folder, writes its answers
/// there, and reports its progress in lines on standard output. Not thread-safe.
class WorkerProcess {
 public:
  /// Redirects the worker's standard error to `stderr.txt` in the folder. Throws std::system_error.
  WorkerProcess(const std::filesystem::path& program, const std::filesystem::path& folder);
  WorkerProcess(const WorkerProcess&) = delete;
  WorkerProcess& operator=(const WorkerProcess&) = delete;
  /// Kills the worker if it is running.
  ~WorkerProcess();

  enum class Heard { Line, Nothing, End };
  /// Waits for the next line, at most for `at_most`. `End` at the end of the output.
  [[nodiscard]] Heard hear(std::string& line, std::chrono::milliseconds at_most);
  /// Sends SIGINT: the worker finishes the running replications and ends.
  void interrupt() const;
  void kill() const;
  /// Waits for the end of the worker. True if it exited with status 0.
  [[nodiscard]] bool ended_well();

 private:
  int pid_ = -1, output_ = -1;
  bool over_ = false;
  std::string heard_;
};

}  // namespace trapphus::output
