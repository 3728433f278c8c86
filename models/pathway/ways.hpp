// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "models/staircase/settings.hpp"

/// How a household may leave a stage, as far as the settings alone say it: private to models/pathway*.cpp.
namespace trapphus::models {

/// The households of a group that have the same of those attributes that moves and services ask for.
struct Profile {
  GroupId group;
  std::vector<bool> has;  ///< By attribute; false for those that nothing asks for.
  double weight = 1;      ///< Share of the group, > 0.
};

/// More attributes than this make too many combinations to look at one by one.
inline constexpr std::size_t kMostAttributes = 12;
/// The attributes that moves or services ask for.
[[nodiscard]] std::vector<AttributeId> deciding_attributes(const Settings& settings);
/// All profiles that exist. Beyond kMostAttributes the others count as absent (the check reports it).
[[nodiscard]] std::vector<Profile> profiles(const Settings& settings);
[[nodiscard]] bool meets(const Profile& profile, const std::vector<Condition>& conditions);

/// Hours a year that a team can give to clients.
[[nodiscard]] double hours_a_year(const StaffTeam& team);
/// Whether the services that this household needs of these can ever be finished: somebody works on them.
[[nodiscard]] bool can_finish(const Settings& settings, const Profile& profile, const std::vector<ServiceId>& services);
/// A stage that a household of the group can never move into: no unit, now or later.
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
/// All ways out of a stage for a profile.
struct Ways {
  std::vector<Plan> plans;
  std::vector<Hazard> hazards;
  std::optional<Duration> at_most;
  StageId then;
};
[[nodiscard]] Ways ways_out(const Settings& settings, const Profile& profile, StageId stage);

/// Where a household goes from a stage, with what probability, and how long it stayed if it goes there.
struct Way {
  MoveId move;  ///< Invalid: longest stay or board.
  StageId to;
  double probability = 0;
  double seconds = 0;  ///< Mean stay of those who go this way.
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
