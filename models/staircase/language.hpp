// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <utility>

namespace trapphus::models {

/// Language of messages and reports. File names, keys and identifiers do not depend on it.
enum class Language : std::uint8_t { En, Sv };

inline constexpr std::array<std::pair<Language, std::string_view>, 2> kLanguages{
    {{Language::En, "en"}, {Language::Sv, "sv"}}};

}  // namespace trapphus::models
