// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <utility>

#include "engine/resources/pool.hpp"

namespace trapphus::engine {

/// Claim of a unit of a pool and of one of its second pool, granted together. Whoever waits holds neither, so that
/// nobody keeps a unit from others for want of the second.
///
/// Order: of the joint claims the one that is first in its own pool, and has a vacant unit there, competes by its
/// second priority with the claims of the second pool. Nobody who needs both passes it in its own pool. Claims of a
/// single unit pass it while no unit of the second pool is free.
///
/// Awaitable, also in first_of and all_of: resumes with both grants.
class Pool::JointClaim {
 public:
  /// `pool` has been joined to its second pool.
  JointClaim(Pool& pool, std::int64_t priority, std::size_t line, std::int64_t second_priority)
      : pool_(&pool), priority_(priority), line_(static_cast<std::uint16_t>(line)), second_priority_(second_priority) {}
  auto operator co_await() const { return SingleAwaiter<JointClaim>(*this); }

  class Armed {
   public:
    using Result = std::pair<Grant, Grant>;
    explicit Armed(const JointClaim& claim) : pool_(claim.pool_) {
      place_.priority = claim.priority_;
      place_.line = claim.line_;
      place_.second_priority = claim.second_priority_;
    }
    void arm(Process::promise_type& process, Waiter& waiter, unsigned branch);
    /// Also releases the units, if they were granted and not collected.
    void disarm(Process::promise_type& process);
    [[nodiscard]] Result result();

   private:
    Pool* pool_;
    JointPlace place_;
  };

 private:
  Pool* pool_;
  std::int64_t priority_;
  std::uint16_t line_;
  std::int64_t second_priority_;
};

}  // namespace trapphus::engine
