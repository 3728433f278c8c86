// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <filesystem>
#include <string>
#include <string_view>

/// A job in a process of its own: what people send is read and simulated there, so that nothing in it can take the
/// server down.
namespace trapphus::output {

/// This program, executed anew as `trapphus work FOLDER`: it finds its request in the folder, leaves its answers there,
/// and tells how it goes in lines on its standard output. For one thread.
class WorkerProcess {
 public:
  /// What a worker writes to standard error goes to `stderr.txt` in the folder. Throws std::system_error.
  WorkerProcess(const std::filesystem::path& program, const std::filesystem::path& folder);
  WorkerProcess(const WorkerProcess&) = delete;
  WorkerProcess& operator=(const WorkerProcess&) = delete;
  /// Kills it if it still runs.
  ~WorkerProcess();

  enum class Heard { Line, Nothing, End };
  /// Waits for its next line, but no longer than this. `End` when it has no more to say.
  [[nodiscard]] Heard hear(std::string& line, std::chrono::milliseconds at_most);
  /// Asks it to finish what is under way and to end.
  void interrupt() const;
  void kill() const;
  /// Waits for its end. True if it ended by itself, and said that all went well.
  [[nodiscard]] bool ended_well();

 private:
  int pid_ = -1, output_ = -1;
  bool over_ = false;
  std::string heard_;
};

}  // namespace trapphus::output
