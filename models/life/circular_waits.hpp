// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <set>
#include <vector>

#include "models/staircase/names.hpp"

namespace trapphus::models {

class Household;
class Visit;
class World;

/// Households that hold a unit or a caseload place and wait for those of others. Where moves allow it, those who wait
/// for what the other has change places; where nothing else lets any of them leave, the circle is recorded, once for
/// its stages.
///
/// A set of stages and teams is in a circular wait when every unit and place is held by a household that waits for a
/// unit or place of the set, and no unit or place is to come: a knot of the resource graph (Holt 1972).
class CircularWaits {
 public:
  explicit CircularWaits(World& world) : world_(world) {}

  /// A household's wait for what it claims, from construction to destruction. Construction carries out an exchange if
  /// there is one: then Household::exchanged is set.
  class Wait {
   public:
    Wait(CircularWaits& waits, Household& household, const Visit& visit);
    Wait(const Wait&) = delete;
    Wait& operator=(const Wait&) = delete;
    ~Wait();

   private:
    CircularWaits& waits_;
    const Household& household_;
    std::size_t kind_ = 0;
    bool counted_ = false;  ///< As one whom only what it waits for lets leave.
    bool listed_ = false;   ///< For exchanges.
  };

  /// Records a circle that has come about: after a unit or place was withdrawn.
  void look();

 private:
  /// Households that hold the same and wait for the same.
  struct Kind {
    StageId from;
    bool holds_place = false;  ///< Of the team that supports `from`.
    StageId unit_of;           ///< Invalid: they need no unit.
    TeamId place_of;           ///< Invalid: they need no caseload place.
    int waiting = 0;
  };
  struct Exchanger {
    Household* household;
    StageId to;
    bool needs_place;
    std::uint64_t turn;
  };
  /// Of a circle of households each gets what the next one has.
  struct Gift {
    bool possible = false, unit = false, place = false;
  };
  /// Stages and teams whose units and places are all held by households that cannot move.
  struct Locked {
    std::vector<bool> stages, teams;
  };

  [[nodiscard]] std::size_t kind_of(const Kind& kind);
  [[nodiscard]] bool exchange(const Exchanger& first);
  [[nodiscard]] std::vector<Exchanger> oldest_of_each_kind() const;
  [[nodiscard]] Gift gift(const Exchanger& from, const Exchanger& to) const;
  void change_places(const std::vector<Exchanger>& circle);
  [[nodiscard]] bool is_stuck(const Kind& kind, const Locked& locked) const;
  [[nodiscard]] bool holds(StageId stage, const Locked& locked) const;
  [[nodiscard]] bool holds(TeamId team, const Locked& locked) const;
  [[nodiscard]] bool supports(TeamId team, const Kind& kind) const;

  World& world_;
  int counted_ = 0;
  std::vector<Kind> kinds_;
  std::vector<Exchanger> exchangers_;
  std::set<std::vector<StageId>> recorded_;
};

}  // namespace trapphus::models
