// SPDX-License-Identifier: MIT
#pragma once

#include "models/staircase/profile.hpp"
#include "scenarios/format/fields/make_field.hpp"

/// The block `profile`: facts of an organisation, for comparing it with others.
namespace trapphus::scenarios {

const Table<models::TeamProfile>& profile_table();

/// Absent members are unknown.
models::TeamProfile read_profile(Context& context, const Node& root);

}  // namespace trapphus::scenarios
