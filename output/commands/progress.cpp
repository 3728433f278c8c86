// SPDX-License-Identifier: MIT
#include "output/commands/progress.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <iostream>
#include <utility>

#include "output/language/terminal_number.hpp"

namespace trapphus::output {
namespace {

constexpr int kBarWidth = 30;
constexpr std::chrono::milliseconds kBetweenDrawings{100};

constexpr std::array<std::pair<std::string_view, std::string_view>, 7> kPhases{
    {{"simulating", "progress.simulating"},
     {"checking against SimGrid", "progress.checking"},
     {"one change at a time", "progress.one_change"},
     {"the best two together", "progress.two_together"},
     {"fitting", "progress.fitting"},
     {"sensitivity", "progress.sensitivity"},
     {"after the project", "progress.after"}}};

/// The name of a case or a scenario.
std::string phase_in_words(const Words& words, std::string_view phase) {
  for (const auto& [name, id] : kPhases)
    if (name == phase) return words(id);
  return std::string(phase);
}

std::string count(const Words& words, const models::Progress& progress) {
  std::string done = grouped(words, static_cast<double>(progress.done), 0);
  if (progress.total <= 0) return done;
  return words("progress.done_of", {{"done", done}, {"total", grouped(words, static_cast<double>(progress.total), 0)}});
}

}  // namespace

ProgressStyle progress_style(const std::ostream& stream, bool quiet) {
  if (quiet) return ProgressStyle::None;
  const bool terminal = &stream == &std::cerr && ::isatty(STDERR_FILENO) != 0;
  return terminal ? ProgressStyle::Bar : ProgressStyle::Lines;
}

void ProgressDisplay::show(const models::Progress& progress) {
  if (style_ == ProgressStyle::None) return;
  const double share =
      progress.total > 0 ? std::clamp(static_cast<double>(progress.done) / static_cast<double>(progress.total), 0., 1.)
                         : 0.;
  if (style_ == ProgressStyle::Bar)
    draw_bar(progress, share);
  else
    print_line(progress, share);
}

void ProgressDisplay::draw_bar(const models::Progress& progress, double share) {
  const auto now = std::chrono::steady_clock::now();
  if (drawn_ && phase_ == progress.phase && share < 1 && now - last_ < kBetweenDrawings) return;
  const int full = static_cast<int>(share * kBarWidth);
  stream_ << fmt::format("\r\x1b[K{:<12} [{}{}] {}", phase_in_words(words_, progress.phase),
                         std::string(static_cast<std::size_t>(full), '#'),
                         std::string(static_cast<std::size_t>(kBarWidth - full), '.'), count(words_, progress))
          << std::flush;
  phase_ = progress.phase;
  drawn_ = true;
  last_ = now;
}

void ProgressDisplay::print_line(const models::Progress& progress, double share) {
  const bool new_phase = phase_ != progress.phase;
  const int quarters = static_cast<int>(share * 4);
  if (new_phase) quarters_ = 0;
  if (!new_phase && quarters <= quarters_) return;
  phase_ = progress.phase;
  quarters_ = quarters;
  stream_ << fmt::format("{}: {}\n", phase_in_words(words_, progress.phase), count(words_, progress)) << std::flush;
}

void ProgressDisplay::finish() {
  if (drawn_) stream_ << "\r\x1b[K" << std::flush;
  drawn_ = false;
}

}  // namespace trapphus::output
