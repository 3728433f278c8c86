// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <vector>

#include "engine/statistics/proportion.hpp"
#include "models/counts/retention.hpp"
#include "models/staircase/period.hpp"
#include "models/staircase/settings.hpp"

namespace trapphus::models {

/// Follows tenants, and counts them by every definition of retention. A tenancy begins when a household enters a stage
/// marked `tenancy` and goes on through all such stages; moving from one to another is a change of apartment, unless
/// it takes the contract over. After a takeover, or a move to a home of its own, the household is followed on for as
/// long as the model follows it: homeless again, it has lost that home.
///
/// Households are known by a place that is theirs until they are forgotten (FollowedTable). Memory grows with the
/// tenants followed at once. What happens at the end of the period or later does not count.
class Tenancies {
 public:
  using Counts = std::array<engine::Proportion, kRetentions>;  ///< By Retention.

  Tenancies(std::size_t groups, const Period& period) : to_(period.to()), counts_(groups) {}

  /// The household enters a stage where it has lived `since` (before `now` for who was there from the beginning).
  void entered(std::size_t place, GroupId group, const Stage& stage, engine::Time since, engine::Time now);
  /// It leaves a stage.
  void left(std::size_t place, const Stage& stage, Ending ending, engine::Time now);
  /// It is homeless again after an exit.
  void relapsed(std::size_t place, engine::Time now);
  /// It is followed no more: what it has, it keeps.
  void forget(std::size_t place);
  /// The period is over.
  void finish();

  /// Of a group's households; complete after finish().
  [[nodiscard]] const Counts& counts(GroupId group) const { return counts_[group.index()]; }

 private:
  enum class Standing : std::uint8_t {
    None,     // no tenant, or counted already
    Living,   // in a tenancy stage
    Leaving,  // has left one; what it enters next says what that means
    OwnHome   // has the contract, or another home of its own
  };
  struct Tenant {
    Standing standing = Standing::None;
    GroupId group;
    engine::Time began{}, apartment{};  // the tenancy; in the same apartment
    engine::Duration longest{};         // in one apartment, of those left
    Ending ending = Ending::Planned;
    bool taken_over = false;  // the contract, at any time
    bool ended = false;       // the tenancy, otherwise than by a takeover
    bool first_hand = false, own_home = false;
    bool lost = false;  // that home of its own
  };

  [[nodiscard]] Tenant& at(std::size_t place);
  static void settle_down(Tenant& tenant, engine::Time now);
  void move_away(Tenant& tenant, const Stage& stage, engine::Time now);
  /// Counts the tenant by every definition, and forgets it. `until`: as far as its home is known.
  void close(Tenant& tenant, engine::Time until);

  engine::Time to_;
  std::vector<Counts> counts_;   // by group
  std::vector<Tenant> tenants_;  // by place
};

}  // namespace trapphus::models
