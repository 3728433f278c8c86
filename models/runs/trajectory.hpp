// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include "models/runs/run.hpp"
#include "models/staircase/recorder.hpp"

namespace trapphus::models {

struct Check;
struct Scenario;

/// Keeps the events of a run, for comparing kernels; stops the run after `limit` of them.
class Trajectory final : public Recorder {
 public:
  /// Thrown by record() when there are enough.
  class Full : public std::exception {};

  explicit Trajectory(std::uint64_t limit) : limit_(limit) {}
  void record(const Event& event, const ClientState& client) override;
  [[nodiscard]] const std::vector<Event>& events() const { return events_; }

 private:
  std::uint64_t limit_;
  std::vector<Event> events_;
};

/// For every client the same events in the same order, at times within a second; what comes after `until` is left out.
/// Returns where they part, in words; nothing if they are equal.
[[nodiscard]] std::optional<std::string> difference(const std::vector<Event>& one, const std::vector<Event>& other,
                                                    engine::Time until, const Settings& settings);

/// Replays the first replication of each alternative on both kernels. First: stops after 200 000 events in all.
[[nodiscard]] Check check_kernels(const Scenario& scenario, const RunOptions& options);

}  // namespace trapphus::models
