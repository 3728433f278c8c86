// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

#include "engine/random/random.hpp"
#include "models/staircase/names.hpp"

namespace trapphus::models {

/// What a random number decides. Each decision of a household has a stream of its own, so that the same household has
/// the same fate in two alternatives, whatever else happens there.
enum class Decision : std::uint8_t {
  Arrival,  ///< When the next of a group comes.
  Enters,   ///< Which stage it comes to.
  Attribute,
  Persons,
  Children,
  RiskDelay,  ///< How long until it would become acute.
  BecomesAcute,
  Form,  ///< In what form it is placed.
  Plan,  ///< Which planned move is its own.
  Stay,
  Hazard,
  Reached,  ///< Whether a service reaches it without a board.
  Work,     ///< How much work a service is.
  Divert,   ///< Where a board sends it.
  Relapse,
  Elapsed,  ///< How long an initial household has lived there.
  ReadyFromStart,
  Turnaround,
  Preparation  ///< How long until it is ready for an offer.
};

/// The source of one household's random numbers.
class Fate {
 public:
  Fate(std::uint64_t seed, std::uint64_t replication, GroupId group, bool initial, std::uint32_t index)
      : seed_(seed),
        replication_(replication),
        client_((static_cast<std::uint64_t>(group.index()) << 40) | (std::uint64_t{initial} << 39) | index) {}

  /// `about` is what the decision is about (a move, a service...), `time` how often it was taken before.
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
