// SPDX-License-Identifier: MIT
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include "engine/kernels/simgrid_kernel.hpp"
#include "models/runs/run.hpp"
#include "models/staircase/recorder.hpp"

namespace trapphus::models {

struct Check;
struct Scenario;

/// Records the events of a run for comparison between kernels; stops the run after `limit` events, or when `stop` is
/// set.
class Trajectory final : public Recorder {
 public:
  /// Thrown by record() at the limit.
  class Full : public std::exception {};
  /// Thrown by record() when it is to stop.
  class Stopped : public std::exception {};

  explicit Trajectory(std::uint64_t limit, const std::atomic<bool>* stop = nullptr) : limit_(limit), stop_(stop) {}
  void record(const Event& event, const ClientState& client) override;
  [[nodiscard]] const std::vector<Event>& events() const { return events_; }

 private:
  std::uint64_t limit_;
  const std::atomic<bool>* stop_;
  std::vector<Event> events_;
};

/// Compares, for every client, the sequences of events up to `until`, with a tolerance of one second in time. Returns a
/// description of the first difference, or nothing if they are equal.
[[nodiscard]] std::optional<std::string> difference(const std::vector<Event>& first, const std::vector<Event>& second,
                                                    engine::Time until, const Settings& settings);

/// Replays the first replication of each alternative on both kernels. CheckChoice::First stops after 200 000 events.
/// Where SimGrid would have more than `most_actors`, the replay of an alternative ends.
[[nodiscard]] Check check_kernels(const Scenario& scenario, const RunOptions& options,
                                  std::size_t most_actors = engine::kMostSimGridActors);

}  // namespace trapphus::models
