// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <vector>

#include "models/staircase/scenario.hpp"

namespace trapphus::models {

/// The attributes that moves and services refer to, one bit each.
[[nodiscard]] std::uint64_t deciding_bits(const Settings& settings);

/// By row of Settings::initial: who come into its stage, in steady state and with no waiting, and what they have
/// finished on the way. A service is finished by those who came through a move that requires it, in this stage or an
/// earlier one; not where it is repeated in every stage, or after an exit where it is repeated in every episode. What
/// is finished without being required is not known, and counts as not finished. Where nobody comes in steady state, the
/// shares are the group's, and that is finished which all written ways to the stage require.
[[nodiscard]] std::vector<std::vector<Comers>> comers(const Settings& settings);

}  // namespace trapphus::models
