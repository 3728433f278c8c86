// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "scenarios/format/fields/context.hpp"

namespace trapphus::models {
struct Move;
}  // namespace trapphus::models

namespace trapphus::scenarios {

/// Sets the share of a planned move without `share` to 100 % if no other plan applies to the same households. Adds a
/// problem if a share is missing, or the shares of the plans of some households sum to more than 100 %.
void fill_shares(Context& context, const std::vector<const Node*>& nodes, std::vector<models::Move>& moves);

}  // namespace trapphus::scenarios
