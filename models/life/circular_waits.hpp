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

/// Households that hold a unit and wait for one of another stage. Where moves allow it, those who wait for each other's
/// units change places; where nothing else lets any of them leave, the circle is recorded, once for its stages.
///
/// A set of stages is in a circular wait when every unit is held by a household that waits for a unit of the set: a
/// knot of the resource graph (Holt 1972).
class CircularWaits {
 public:
  explicit CircularWaits(World& world);

  /// A household's wait for a unit, from construction to destruction. Construction carries out an exchange if there is
  /// one: then the household has its next unit.
  class Wait {
   public:
    Wait(CircularWaits& waits, Household& household, const Visit& visit);
    Wait(const Wait&) = delete;
    Wait& operator=(const Wait&) = delete;
    ~Wait();

   private:
    CircularWaits& waits_;
    Household& household_;
    StageId from_, to_;
    bool counted_ = false;  ///< As one whom only the unit lets leave.
    bool listed_ = false;   ///< For exchanges.
  };

 private:
  struct Exchanger {
    Household* household;
    StageId to;
    std::uint64_t turn;
  };

  [[nodiscard]] bool exchange(Household& household, StageId from, StageId to);
  [[nodiscard]] bool may_take_part(const Household& household, StageId stage, const Household& first) const;
  [[nodiscard]] bool locked(StageId stage, const std::vector<bool>& among) const;
  void look_for_circle(StageId stage);

  World& world_;
  std::vector<bool> in_circle_;                     // stages on a circle of planned moves between limited stages
  std::vector<std::vector<int>> waiting_;           // by stage lived in and stage claimed
  std::vector<std::vector<Exchanger>> exchangers_;  // by stage lived in
  std::set<std::vector<StageId>> recorded_;
};

}  // namespace trapphus::models
