// SPDX-License-Identifier: MIT
#pragma once

#include <memory>

#include "engine/process/process.hpp"
#include "models/life/world.hpp"

/// The processes that make up a replication: each is one noun's story.
namespace trapphus::models {

/// Where a journey begins.
struct Beginning {
  GroupId group;
  std::uint32_t index = 0;           ///< Of its group's arrivals, or of its initial households.
  const Initial* initial = nullptr;  ///< Lives there when the period begins; absent: arrives now.
};

/// A household that is known before it is homeless: it starts its journey when it becomes so, or is prevented from it.
engine::Process at_risk(World& world, Beginning beginning);
/// One household, from its arrival until it is no longer followed. `known`: one that was at risk before; null: it is
/// drawn now.
engine::Process journey(World& world, Beginning beginning, std::unique_ptr<Household> known);
/// The households of a group, one after another.
engine::Process arrivals(World& world, GroupId group);
/// One service for one household, from the booking to the end of the work.
engine::Process serve(World& world, Household& household, ServiceId service);
/// Continuing support for as long as the household lives where it does. `place`: one that it holds already.
engine::Process give_support(World& world, Household& household, engine::Grant place);
/// Puts the timeline's settings in force at their dates.
engine::Process timeline(World& world);
/// Support that tapers off after an exit, until it is over or the household comes back.
engine::Process follow_up(World& world, Household& household);
/// A team's posts that become vacant and are filled again.
engine::Process vacancies(World& world, TeamId team);
/// Units that a stage gains (allotted, +1) or loses (lost, -1) at that rate. Who lives in a lost one stays until it
/// moves.
engine::Process allotments(World& world, StageId stage, Rate Stage::*supply, int units);
/// Makes a unit ready for its next tenant.
engine::Process turnaround(World& world, StageId stage, engine::Grant unit, Duration length);
/// The unit that a landlord gives for one that was taken over.
engine::Process replacement(World& world, StageId stage, Duration length);
/// A board's weekly meetings.
engine::Process meetings(World& world, std::size_t board);
/// Keeps count of what the ceilings' stages have cost, and closes and opens them.
engine::Process watch_ceilings(World& world);

/// Books a service, unless it is booked or finished already or the household does not need it.
void book(World& world, Household& household, ServiceId service);
/// Gives up what is booked or under way.
void drop(World& world, Household& household, ServiceId service);
/// FTE at work and paid for at this time: those on the books less those vacant.
[[nodiscard]] double present_fte(const StaffTeam& team, Time now);
/// Tells the team's hours, caseload places and cost to whoever needs them, as they are now.
void update_team(World& world, TeamId team);

}  // namespace trapphus::models
