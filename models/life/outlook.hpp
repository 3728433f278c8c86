// SPDX-License-Identifier: MIT
#pragma once

#include "models/staircase/names.hpp"

/// What the rest of the period brings by dates that are known already: the timeline, vacancies, allotments and
/// replacements. In doubt the answer is that it may.
namespace trapphus::models {

class World;

/// Whether the timeline may let households leave the stage that only wait now: by a risk, an offer, a board or an
/// exchange.
[[nodiscard]] bool may_leave(World& world, StageId stage);
/// Whether a unit of the stage may become free although all who hold one stay.
[[nodiscard]] bool may_open(World& world, StageId stage);
/// Whether a caseload place of the team may become free although all who hold one stay.
[[nodiscard]] bool may_open(World& world, TeamId team);

}  // namespace trapphus::models
