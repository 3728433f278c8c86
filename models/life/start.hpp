// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "models/life/household.hpp"
#include "models/life/past_visits.hpp"

namespace trapphus::models {

class World;
struct Alternative;

/// A household that lives in a stage when the period begins.
struct Resident {
  std::unique_ptr<Household> household;
  std::uint32_t index = 0;  ///< Of its group's initial households.
  StageId stage;
  Duration elapsed{};  ///< Since it moved in.
  PastVisit visit;
};

/// The households of Settings::initial, each drawn given that it is still there: plan, elapsed and remaining stay,
/// services, under all ways out that compete. In the order in which they moved in, which is that of queues.
[[nodiscard]] std::vector<Resident> draw_residents(World& world);

/// Rows of the alternative's Settings::initial of whose households some can be there after the time given by none of
/// their ways: their stay would be over, and nothing holds them back. In the period they leave as soon as they may.
[[nodiscard]] std::vector<std::size_t> rows_that_cannot_be(const Alternative& alternative, Time from);

}  // namespace trapphus::models
