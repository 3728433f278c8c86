// SPDX-License-Identifier: MIT
#pragma once

#include <limits>

namespace trapphus::engine {

/// What a statistic is where there is nothing to take it of: NaN.
inline constexpr double kNoValue = std::numeric_limits<double>::quiet_NaN();

}  // namespace trapphus::engine
