// SPDX-License-Identifier: MIT
#pragma once

namespace trapphus::models {

struct Scenario;

/// Sets the history of all alternatives: that of the first of their list, since reality before the period was one.
///
/// Its waits follow from Little's law: of the households that live in a stage at the beginning, those wait for a full
/// stage that the inflow and the time in the stage do not explain. Without inflow nothing is known of waits: 0, but
/// without end for households whose time in the stage is given. Who come, and what they have finished before: see
/// comers(). Precondition: check_pathway reports no error.
void set_history(Scenario& scenario);

}  // namespace trapphus::models
