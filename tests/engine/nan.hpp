// SPDX-License-Identifier: MIT
#pragma once

#include <limits>

namespace trapphus::engine {

/// A value that is not known.
inline constexpr double kNan = std::numeric_limits<double>::quiet_NaN();

}  // namespace trapphus::engine
