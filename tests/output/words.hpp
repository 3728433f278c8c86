// SPDX-License-Identifier: MIT
#pragma once

#include "output/language/language.hpp"

namespace trapphus::tests {

inline const output::Words kEnglish(output::Language::En), kSwedish(output::Language::Sv);

}  // namespace trapphus::tests
