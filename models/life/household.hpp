// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <vector>

#include "engine/process/signal.hpp"
#include "engine/process/simulation.hpp"
#include "engine/resources/pool.hpp"
#include "models/life/fate.hpp"
#include "models/staircase/recorder.hpp"
#include "models/staircase/settings.hpp"

namespace trapphus::models {

/// One service for one household.
struct ServiceCase {
  enum class Status : std::uint8_t { None, Booked, Taken, Finished } status = Status::None;
  engine::ProcessRef process;
  std::uint32_t times = 0;  ///< How often work on it has begun.
};

/// A household that is followed. Its journey owns it, and before that the process of those at risk.
class Household {
 public:
  /// Draws the attributes.
  Household(const Settings& settings, ClientId id, const Fate& fate, const Initial* initial);
  Household(const Household&) = delete;
  Household& operator=(const Household&) = delete;
  ~Household();

  [[nodiscard]] GroupId group() const { return state.group; }
  [[nodiscard]] bool meets(const std::vector<Condition>& conditions) const;
  [[nodiscard]] bool needs(const Service& service) const { return meets(service.only_if); }
  [[nodiscard]] bool has_finished(ServiceId service) const {
    return cases[service.index()].status == ServiceCase::Status::Finished;
  }
  /// Finished, or not needed at all.
  [[nodiscard]] bool done_with(const Settings& settings, ServiceId service) const {
    return has_finished(service) || !needs(settings.services[service.index()]);
  }
  /// How often it has entered the stage before; counts the new visit.
  [[nodiscard]] std::size_t count_visit(StageId stage) { return visits_[stage.index()]++; }

  ClientId id;
  Fate fate;
  ClientState state;
  engine::Time homeless_since{};
  std::vector<ServiceCase> cases;  ///< By service.
  engine::Grant unit;              ///< Of the stage where it lives.
  engine::Grant next_unit;         ///< Of the stage to which it is about to go.
  engine::Grant place;             ///< A caseload place kept for the next stage's support.
  engine::ProcessRef support;
  bool supported = false;
  StageId sent_to;             ///< A board's or eviction's decision, not carried out yet.
  std::uint64_t resident = 0;  ///< Its number among the residents of its stage, where that is kept.
  std::uint64_t reviewed = 0;  ///< A bit a board: it has decided on this placement.
  std::uint32_t reviews = 0;
  engine::Signal news;  ///< Something that concerns it has changed.

 private:
  std::uint64_t attributes_ = 0;  // a bit an attribute
  std::vector<std::uint16_t> visits_;
};

}  // namespace trapphus::models
