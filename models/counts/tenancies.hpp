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

/// Counts tenants by every definition of retention. A tenancy begins when a household enters a stage marked `tenancy`
/// and extends over all such stages; a move between them is a change of apartment, unless the contract is taken over.
/// After a takeover, or a move to a home of its own, a household that becomes homeless while it is followed has lost
/// that home.
///
/// Households are identified by their place in FollowedTable. Memory grows with the tenants followed at once. Events at
/// the end of the period or later are not counted.
class Tenancies {
 public:
  using Counts = std::array<engine::Proportion, kRetentions>;  ///< By Retention.

  Tenancies(std::size_t groups, const Period& period) : to_(period.to()), counts_(groups) {}

  /// Entry to a stage, at `since` (before `now` for initial residents).
  void entered(std::size_t place, GroupId group, const Stage& stage, engine::Time since, engine::Time now);
  /// Exit from a stage.
  void left(std::size_t place, const Stage& stage, Ending ending, engine::Time now);
  /// Return to homelessness after an exit.
  void relapsed(std::size_t place, engine::Time now);
  /// End of follow-up; the present housing counts as kept.
  void forget(std::size_t place);
  /// End of the period.
  void finish();

  /// Of a group's households; complete after finish().
  [[nodiscard]] const Counts& counts(GroupId group) const { return counts_[group.index()]; }

 private:
  enum class Standing : std::uint8_t {
    None,     // no tenant, or counted already
    Living,   // in a tenancy stage
    Leaving,  // has left a tenancy stage; the next stage determines the outcome
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
  /// Counts the tenant by every definition and resets it. `until`: end of the knowledge about its home.
  void close(Tenant& tenant, engine::Time until);

  engine::Time to_;
  std::vector<Counts> counts_;   // by group
  std::vector<Tenant> tenants_;  // by place
};

}  // namespace trapphus::models
