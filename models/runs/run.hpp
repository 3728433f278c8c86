// SPDX-License-Identifier: MIT
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

#include "engine/enum_table.hpp"
#include "models/staircase/recorder.hpp"
#include "models/staircase/replication_result.hpp"

namespace trapphus::models {

struct Alternative;
struct Results;
struct Scenario;

enum class KernelChoice : std::uint8_t { Calendar, SimGrid };
inline constexpr auto kKernelChoices =
    engine::enum_table<KernelChoice>({{KernelChoice::Calendar, "calendar"}, {KernelChoice::SimGrid, "simgrid"}});
enum class CheckChoice : std::uint8_t { First, All, Off };
inline constexpr auto kCheckChoices = engine::enum_table<CheckChoice>(
    {{CheckChoice::First, "first"}, {CheckChoice::All, "all"}, {CheckChoice::Off, "off"}});

/// Progress of a run. `phase` is a word for display: "checking", "simulating", a case's name.
struct Progress {
  const char* phase = "simulating";
  std::int64_t done = 0, total = 0;  ///< Replications (or events, while checking).
};

struct RunOptions {
  std::optional<std::uint64_t> seed;  ///< Absent: the scenario's.
  std::optional<int> replications;    ///< >= 2; absent: the scenario's.
  std::optional<double> until;        ///< Relative half-width of the scenario's precision measure, e.g. 0.02.
  int jobs = 0;                       ///< Threads; 0: one per core. No effect on the results.
  KernelChoice kernel = KernelChoice::Calendar;
  CheckChoice check = CheckChoice::First;
  std::function<void(const Progress&)> progress;  ///< Called from one thread at a time.
  /// Called with the replications of the scenario, by alternative, before aggregation. Measures are in the order of the
  /// results.
  std::function<void(const std::vector<std::vector<ReplicationResult>>&)> inspect;
  const std::atomic<bool>* stop = nullptr;  ///< When true, the run ends early, marked incomplete.
};

/// Runs all alternatives with common random numbers, the cases, and the check against SimGrid. Interrupted before the
/// first replication was finished, the results are empty, with 0 replications.
[[nodiscard]] Results run(const Scenario& scenario, const RunOptions& options);

/// Runs one replication of one alternative, whose events go to a recorder.
void replay(const Scenario& scenario, const Alternative& alternative, std::uint64_t seed, std::uint64_t replication,
            Recorder& recorder, KernelChoice kernel = KernelChoice::Calendar);

}  // namespace trapphus::models
