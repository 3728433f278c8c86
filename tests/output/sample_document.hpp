// SPDX-License-Identifier: MIT
#pragma once

#include "output/documents/document.hpp"

namespace trapphus::tests {

/// Two sections with one of each kind of block; the table has a sum, a product, a share and an interval in its sheet.
[[nodiscard]] output::Document sample_document();

}  // namespace trapphus::tests
