// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "models/staircase/recorder.hpp"

namespace trapphus::models {
struct Scenario;
struct Settings;
}  // namespace trapphus::models

/// Single households of one replication, for the report: a few stories event by event, and where everybody lived when.
namespace trapphus::output {

/// One household in one alternative.
struct Life {
  struct Told {
    int day = 0;  ///< Since the period began.
    models::EventKind kind;
    std::uint16_t subject = models::kNoSubject;
  };
  int children = 0;
  bool initial = false;
  std::vector<Told> events;
};

/// All households of the first replication of an alternative, in the order of group and number: the same household has
/// the same place in every alternative, if it comes at all.
using Lives = std::map<models::ClientId, Life>;

/// By alternative of the scenario.
[[nodiscard]] std::vector<Lives> tell_lives(const models::Scenario& scenario, std::uint64_t seed);

/// At most `most` households that newly come in the period and whose story is worth telling: through many stages,
/// other in one alternative than in another, with an end; the best first. Not those of a handful or of hundreds of
/// events.
[[nodiscard]] std::vector<models::ClientId> worth_telling(const models::Settings& settings,
                                                          const std::vector<Lives>& lives, std::size_t most);

}  // namespace trapphus::output
