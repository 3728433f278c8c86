// SPDX-License-Identifier: MIT
#pragma once

#include "output/language/language.hpp"

namespace trapphus::tests {

inline const output::Words kEnglish(output::english()), kSwedish(*output::language_of("sv"));

}  // namespace trapphus::tests
