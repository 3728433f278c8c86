// SPDX-License-Identifier: MIT
#pragma once

#include <memory>

#include "engine/process/process.hpp"
#include "models/life/world.hpp"

/// The processes that make up a replication: each is one noun's story.
namespace trapphus::models {

/// Where a journey starts.
struct JourneyStart {
  GroupId group;
  std::uint32_t index = 0;             ///< Of its group's arrivals, or of its initial households.
  const Resident* resident = nullptr;  ///< Lives there when the period begins; null: arrives now.
};

/// A household known before it is homeless: spawns its journey when it becomes homeless, or ends prevented.
engine::Process at_risk(World& world, JourneyStart start);
/// A household from arrival until it is no longer followed. `known`: the household, if it was at risk before or lives
/// there already; null: it is drawn now.
engine::Process journey(World& world, JourneyStart start, std::unique_ptr<Household> known);
/// Spawns the households of a group as they arrive.
engine::Process arrivals(World& world, GroupId group);
/// A service for a household, from booking to the end of the work.
engine::Process serve(World& world, Household& household, ServiceId service);
/// Continuing support until cancelled by the move out. It takes a caseload place, with that priority class, unless the
/// household holds one already.
engine::Process give_support(World& world, Household& household, int priority_class);
/// Puts the timeline's settings in force at their dates.
engine::Process timeline(World& world);
/// Support that tapers off after an exit, until its end or a relapse.
engine::Process follow_up(World& world, Household& household);
/// A team's posts that become vacant and are filled again.
engine::Process vacancies(World& world, TeamId team);
/// Adds (allotted, +1) or removes (lost, -1) units of a stage at that rate. A household in a lost unit stays until it
/// moves.
engine::Process allotments(World& world, StageId stage, Rate Stage::*supply, int units);
/// Holds a unit between two tenants for `length`, then releases it.
engine::Process turnaround(World& world, StageId stage, engine::Grant unit, Duration length);
/// Adds the unit with which a landlord replaces a unit that was taken over.
engine::Process replacement(World& world, StageId stage, Duration length);
/// A board's weekly meetings.
engine::Process meetings(World& world, std::size_t board);
/// Sums the cost of the ceilings' stages, and makes the ceilings refuse admissions or admit again.
engine::Process watch_ceilings(World& world);

/// Books a service, unless it is booked or finished already or the household does not need it.
void book(World& world, Household& household, ServiceId service);
/// Cancels a service that is booked or under way.
void drop(World& world, Household& household, ServiceId service);
/// FTE at work and paid for at this time: established posts less vacant ones.
[[nodiscard]] double present_fte(const StaffTeam& team, Time now);
/// Caseload places of a team with so many FTE present; many if it has no limit.
[[nodiscard]] int caseload_places(const StaffTeam& team, double fte);
/// Sets the team's capacity and caseload places to those in force now, and records them.
void update_team(World& world, TeamId team);

}  // namespace trapphus::models
