// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <ostream>
#include <string>

#include "models/runs/run.hpp"
#include "output/language/language.hpp"

namespace trapphus::output {

enum class ProgressStyle { Bar, Lines, None };

/// Bar if the stream is standard error and that is a terminal, lines otherwise.
[[nodiscard]] ProgressStyle progress_style(const std::ostream& stream, bool quiet);

/// Displays the progress of a run. Not thread-safe.
class ProgressDisplay {
 public:
  ProgressDisplay(std::ostream& stream, ProgressStyle style, const Words& words)
      : stream_(stream), style_(style), words_(words) {}
  ProgressDisplay(const ProgressDisplay&) = delete;
  ProgressDisplay& operator=(const ProgressDisplay&) = delete;
  ~ProgressDisplay() { finish(); }
  void show(const models::Progress& progress);
  /// Erases the bar.
  void finish();

 private:
  void draw_bar(const models::Progress& progress, double share);
  void print_line(const models::Progress& progress, double share);
  std::ostream& stream_;
  ProgressStyle style_;
  const Words& words_;
  std::string phase_;
  int quarters_ = 0;  ///< Of the present phase, already printed.
  bool drawn_ = false;
  std::chrono::steady_clock::time_point last_{};
};

}  // namespace trapphus::output
