// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <deque>
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
/// In a window that begins while the replication runs, "all tenants ever" are those who live in a tenancy stage at its
/// beginning, since they moved in, and those who move in later. Shares of those whose 12 or 18 months have passed are
/// of those whose months end in the window, tenants that have left before it among them.
///
/// Households are identified by their place in FollowedTable. Memory grows with the tenants followed at once. Events at
/// the end of the period or later are not counted.
class Tenancies {
 public:
  using Counts = std::array<engine::Proportion, kRetentions>;  ///< By Retention.

  Tenancies(std::size_t groups, const Period& period) : from_(period.from()), to_(period.to()), counts_(groups) {}

  /// The window begins with the tenants of `earlier`, which counts since the replication began.
  void take_over(const Tenancies& earlier);

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
    bool lost = false;         // that home of its own
    bool before = false;       // moved in before the window...
    bool gone_before = false;  // ...and was no tenant any more when it began
  };

  [[nodiscard]] Tenant& at(std::size_t place);
  static void settle_down(Tenant& tenant, engine::Time now);
  void move_away(Tenant& tenant, const Stage& stage, engine::Time now);
  /// Counts the tenant by every definition and resets it. `until`: end of the knowledge about its home.
  void close(Tenant& tenant, engine::Time until);
  /// By the definitions that wait for some months to pass.
  void count_months(const Tenant& tenant);
  void count_ever(const Tenant& tenant);
  void count(const Tenant& tenant, Retention definition, bool kept);
  /// Whether this time since it moved in has passed at the end of the period, and not before a window.
  [[nodiscard]] bool passed(const Tenant& tenant, engine::Duration time) const;

  engine::Time from_, to_, now_ = from_;
  std::vector<Counts> counts_;   // by group
  std::vector<Tenant> tenants_;  // by place
  std::deque<Tenant> closed_;    // that moved in within the last 18 months, and a little longer ago
};

}  // namespace trapphus::models
