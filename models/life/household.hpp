// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

#include "engine/process/signal.hpp"
#include "engine/process/simulation.hpp"
#include "engine/resources/pool.hpp"
#include "models/life/fate.hpp"
#include "models/staircase/recorder.hpp"
#include "models/staircase/settings.hpp"

namespace trapphus::models {

/// Whether a household with these attributes, one bit each, meets the conditions.
[[nodiscard]] inline bool meets(std::uint64_t attributes, const std::vector<Condition>& conditions) {
  return std::all_of(conditions.begin(), conditions.end(), [&](const Condition& condition) {
    return ((attributes >> condition.attribute.index()) & 1) == (condition.wanted ? 1U : 0U);
  });
}

/// State of a service for a household.
struct ServiceCase {
  enum class Status : std::uint8_t { None, Booked, Taken, Finished } status = Status::None;
  engine::ProcessRef process;
  std::uint32_t times = 0;  ///< How often the work has begun.
  double hours_left = 0;    ///< Of work that began before the period; 0: none did.
};

/// A household in the simulation, owned by the process `journey` or `at_risk`.
class Household {
 public:
  /// Draws the attributes.
  Household(const Settings& settings, ClientId id, const Fate& fate, const Initial* initial);
  Household(const Household&) = delete;
  Household& operator=(const Household&) = delete;
  ~Household();

  [[nodiscard]] GroupId group() const { return state.group; }
  [[nodiscard]] bool meets(const std::vector<Condition>& conditions) const {
    return models::meets(attributes_, conditions);
  }
  [[nodiscard]] std::uint64_t attributes() const { return attributes_; }
  void set_attributes(std::uint64_t attributes) { attributes_ = attributes; }
  [[nodiscard]] bool needs(const Service& service) const { return meets(service.only_if); }
  [[nodiscard]] bool has_finished(ServiceId service) const {
    return cases[service.index()].status == ServiceCase::Status::Finished;
  }
  /// Finished, or not needed at all.
  [[nodiscard]] bool done_with(const Settings& settings, ServiceId service) const {
    return has_finished(service) || !needs(settings.services[service.index()]);
  }
  /// Number of earlier visits to the stage; counts the new visit.
  [[nodiscard]] std::size_t count_visit(StageId stage) { return visits_[stage.index()]++; }

  ClientId id;
  Fate fate;
  ClientState state;
  engine::Time homeless_since{};
  std::vector<ServiceCase> cases;  ///< By service.
  engine::Grant unit;              ///< Of the present stage.
  engine::Grant next_unit;         ///< Of the stage to be entered.
  engine::Grant place;             ///< Caseload place of the present stage's support.
  engine::Grant next_place;        ///< Of the stage to be entered.
  bool exchanged = false;          ///< The next unit and place come from an exchange.
  engine::ProcessRef support;
  bool supported = false;
  double support_given = 0;    ///< Part of the hours of the stage's support that it gets now, 0..1.
  StageId sent_to;             ///< A board's or eviction's decision, not carried out yet.
  std::uint64_t resident = 0;  ///< Key in StageState::residents, where they are kept.
  std::uint64_t reviewed = 0;  ///< One bit per board that has decided on the present placement.
  std::uint32_t reviews = 0;
  engine::Signal news;  ///< Announced when the state of the household or of a service for it changes.

 private:
  std::uint64_t attributes_ = 0;  // one bit per attribute
  std::vector<std::uint16_t> visits_;
};

}  // namespace trapphus::models
