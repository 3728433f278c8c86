// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

namespace trapphus::models {

/// What people read in. Files and the names in them are the same in both.
enum class Language : std::uint8_t { En, Sv };

}  // namespace trapphus::models
