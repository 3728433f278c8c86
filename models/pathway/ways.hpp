// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "models/staircase/settings.hpp"

/// Transitions out of a stage, derived from the settings.
namespace trapphus::models {

/// The households of a group with equal values of the attributes that moves and services refer to.
struct Profile {
  GroupId group;
  std::vector<bool> has;  ///< By attribute; false where nothing refers to it.
  double weight = 1;      ///< Share of the group, > 0.
};

/// Maximum number of attributes whose combinations are enumerated.
inline constexpr std::size_t kMostAttributes = 12;
/// The attributes that moves or services refer to.
[[nodiscard]] std::vector<AttributeId> deciding_attributes(const Settings& settings);
/// All profiles of positive weight. Attributes beyond kMostAttributes count as absent (the check reports it).
[[nodiscard]] std::vector<Profile> profiles(const Settings& settings);
[[nodiscard]] bool meets(const Profile& profile, const std::vector<Condition>& conditions);

/// Hours a year of a team for clients.
[[nodiscard]] double hours_a_year(const StaffTeam& team);
/// Whether all of these services that the profile needs have a team with working hours.
[[nodiscard]] bool can_finish(const Settings& settings, const Profile& profile, const std::vector<ServiceId>& services);
/// Whether the stage has no unit for the group, now or later, and makes it wait.
[[nodiscard]] bool has_no_units(const Stage& stage, GroupId group);

enum class BindingConstraint : std::uint8_t { None, Units, Staff };

struct Plan {
  MoveId move;  ///< Invalid: a board sends the household.
  StageId to;
  double share = 0;
  Distribution stay;  ///< Seconds.
  BindingConstraint binding = BindingConstraint::None;
};
struct Hazard {
  MoveId move;
  StageId to;
  double per_second = 0;  ///< > 0
};
/// All transitions out of a stage for a profile.
struct Ways {
  std::vector<Plan> plans;
  std::vector<Hazard> hazards;
  std::optional<Duration> at_most;
  StageId then;
};
[[nodiscard]] Ways ways_out(const Settings& settings, const Profile& profile, StageId stage);

/// A transition from a stage, with its probability and the mean stay of those who take it.
struct Way {
  MoveId move;  ///< Invalid: longest stay or board.
  StageId to;
  double probability = 0;
  double seconds = 0;  ///< Mean stay, given this transition.
};
struct Sojourn {
  double seconds = 0;  ///< Mean stay; infinite if some never leave.
  std::vector<Way> ways;
};
/// Competing risks: each plan's stay against the sum of the hazards and the longest stay.
[[nodiscard]] Sojourn sojourn(const Ways& ways);

/// Value for a group; the fallback where the settings leave the field empty, because the move is of another kind.
template <class T>
[[nodiscard]] T value_for(const PerGroup<T>& values, GroupId group, T fallback = T()) {
  return group.index() < values.size() ? values[group] : fallback;
}

}  // namespace trapphus::models
