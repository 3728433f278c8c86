// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

#include "engine/random/random.hpp"
#include "models/staircase/names.hpp"

namespace trapphus::models {

/// What a random number decides. Each decision of a household has a stream of its own, so the same household draws the
/// same numbers in every alternative.
enum class Decision : std::uint8_t {
  Arrival,  ///< Time of the group's next arrival.
  Enters,   ///< Stage of entrance.
  Attribute,
  Persons,
  Children,
  RiskDelay,  ///< Time at risk.
  BecomesAcute,
  Form,  ///< Form of a placement.
  Plan,  ///< The planned move of a visit.
  Stay,
  Hazard,
  Reached,  ///< Whether a service is booked without a board.
  Work,     ///< Work of a service.
  Divert,   ///< Stage that a board decides on.
  Relapse,
  Start,  ///< What has passed of an initial household's visit.
  ReadyFromStart,
  Turnaround,
  Preparation  ///< Time until offers are made.
};

/// The random streams of a household.
class Fate {
 public:
  Fate(std::uint64_t seed, std::uint64_t replication, GroupId group, bool initial, std::uint32_t index)
      : seed_(seed),
        replication_(replication),
        client_((static_cast<std::uint64_t>(group.index()) << 40) | (std::uint64_t{initial} << 39) | index) {}

  /// `about`: index of the decision's subject (a move, a service...); `time`: how often it was taken before.
  [[nodiscard]] engine::Stream stream(Decision decision, std::size_t about = 0, std::size_t time = 0) const {
    const std::uint64_t purpose = (static_cast<std::uint64_t>(decision) << 56) |
                                  (static_cast<std::uint64_t>(about) << 32) | static_cast<std::uint32_t>(time);
    return engine::Stream({seed_, replication_, client_, purpose});
  }
  [[nodiscard]] double uniform(Decision decision, std::size_t about = 0, std::size_t time = 0) const {
    return stream(decision, about, time).uniform();
  }

 private:
  std::uint64_t seed_, replication_, client_;
};

}  // namespace trapphus::models
