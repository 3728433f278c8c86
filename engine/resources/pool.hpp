// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "engine/process/signal.hpp"
#include "engine/process/simulation.hpp"
#include "engine/process/wait.hpp"
#include "engine/resources/waiting_line.hpp"

namespace trapphus::engine {

class Grant;

/// A resource of identical units, each held by one grant. Claims queue in one or more lines; units may be reserved for
/// a line. Claims are served by priority (smaller first), then in order of arrival, over all lines that are entitled to
/// a unit. When the capacity drops below the number held, units are withdrawn as they are released. A joint claim takes
/// a unit of each of two pools at the same time, and holds neither before (joint_claim.hpp).
class Pool final : private Server {
 public:
  /// A pool with one line. `units` >= 0.
  Pool(Simulation& simulation, std::string name, int units);
  /// One line for each entry of `reserved`, the number of units kept for it. Their sum may exceed the units.
  Pool(Simulation& simulation, std::string name, int units, const std::vector<int>& reserved);
  Pool(const Pool&) = delete;
  Pool& operator=(const Pool&) = delete;
  ~Pool() { simulation_.cancel_service(*this); }

  /// Lets joint claims of this pool take a unit of `second` too, which has one line. Once, before any claim. Throws
  /// std::logic_error if this pool is a second one, or `second` has a second one itself.
  void join(Pool& second);

  class Claim;
  class JointClaim;
  /// Awaitable, also in first_of and all_of: resumes with a Grant of a unit.
  [[nodiscard]] Claim claim(std::int64_t priority = 0, std::size_t line = 0);
  /// Grants a unit without waiting, even beyond the capacity (excess() until it has drained). For initial holders.
  [[nodiscard]] Grant occupy(std::size_t line = 0);

  /// Changes the capacity by `units`. Throws std::domain_error if it would become negative.
  void add(int units);
  /// Throws std::domain_error if negative.
  void set_units(int units) { add(units - units_); }
  void set_reserved(std::size_t line, int units);

  /// Whether a unit is vacant to which the line is entitled. A joint claim of the line then waits for the second pool.
  [[nodiscard]] bool is_vacant(std::size_t line) const { return held_ < units_ && may_grant(lines_[line]); }
  /// Announced when units become vacant, or are vacant no longer, while joint claims wait.
  [[nodiscard]] Signal& vacancies_changed() { return vacancies_changed_; }

  [[nodiscard]] const std::string& name() const { return name_; }
  [[nodiscard]] int units() const { return units_; }
  [[nodiscard]] int held() const { return held_; }
  /// Units held beyond the capacity.
  [[nodiscard]] int excess() const { return held_ > units_ ? held_ - units_ : 0; }
  [[nodiscard]] std::size_t waiting() const { return waiting_; }
  /// Whether a unit is free for a claim of the line, and no other claim waits.
  [[nodiscard]] bool has_free_unit(std::size_t line) const {
    return waiting_ == 0 && held_ < units_ && may_grant(lines_[line]);
  }

 private:
  friend class Grant;
  struct Line {
    WaitingLine waiting;
    WaitingLine joint;  // claims that wait for the second pool too
    int reserved = 0;
    int held = 0;
  };

  void serve() override;
  /// Schedules serve() if any claim waits.
  void request_service() {
    if (waiting_ + joint_waiting_ > 0) simulation_.request_service(*this);
  }
  [[nodiscard]] Line* next_served_line(WaitingLine Line::*queue = &Line::waiting);
  void grant(Line& line);
  void grant_joint(Line& line);
  void serve_first();
  void serve_second();
  void announce_vacancies();
  [[nodiscard]] bool may_grant(const Line& line) const;
  std::uint32_t allocate(Line& line);
  std::uint32_t create_unit();
  void release(std::uint32_t unit, std::size_t line);
  void remove_unit(std::size_t line);

  Simulation& simulation_;
  std::string name_;
  int units_;
  int held_ = 0;
  std::size_t waiting_ = 0;  // over all lines, joint claims included
  bool reserves_ = false;
  std::vector<Line> lines_;
  std::vector<std::uint32_t> free_;  // one entry per unit created; the first vacant_ are vacant units, used as a stack
  std::uint32_t vacant_ = 0;
  std::uint32_t units_created_ = 0;  // identities assigned
  Pool* second_ = nullptr;           // of this pool's joint claims
  std::vector<Pool*> firsts_;        // pools of which this one is the second
  std::size_t joint_waiting_ = 0;    // over all of them
  int vacancies_ = 0;                // last announced
  Signal vacancies_changed_;
};

/// Ownership of one unit of a pool; the destructor releases it.
class Grant {
 public:
  Grant() = default;
  Grant(Grant&& other) noexcept : pool_(std::exchange(other.pool_, nullptr)), unit_(other.unit_), line_(other.line_) {}
  Grant& operator=(Grant&& other) noexcept {
    if (this != &other) {
      release();
      pool_ = std::exchange(other.pool_, nullptr);
      unit_ = other.unit_;
      line_ = other.line_;
    }
    return *this;
  }
  ~Grant() { release(); }

  explicit operator bool() const { return pool_ != nullptr; }
  /// Identity of the unit within the pool.
  [[nodiscard]] std::uint32_t unit() const { return unit_; }
  void release() {
    if (Pool* const pool = std::exchange(pool_, nullptr)) pool->release(unit_, line_);
  }
  /// Removes the unit from the pool, whose capacity drops by one.
  void take_over() {
    if (Pool* const pool = std::exchange(pool_, nullptr)) pool->remove_unit(line_);
  }

 private:
  friend class Pool;
  Grant(Pool& pool, std::uint32_t unit, std::size_t line)
      : pool_(&pool), unit_(unit), line_(static_cast<std::uint32_t>(line)) {}
  Pool* pool_ = nullptr;
  std::uint32_t unit_ = 0;
  std::uint32_t line_ = 0;
};

class Pool::Claim {
 public:
  Claim(Pool& pool, std::int64_t priority, std::size_t line)
      : pool_(&pool), priority_(priority), line_(static_cast<std::uint16_t>(line)) {}
  auto operator co_await() const { return SingleAwaiter<Claim>(*this); }

  class Armed {
   public:
    using Result = Grant;
    explicit Armed(const Claim& claim) : pool_(claim.pool_) {
      place_.priority = claim.priority_;
      place_.line = claim.line_;
    }
    void arm(Process::promise_type& process, Waiter& waiter, unsigned branch);
    /// Also releases a unit that was granted and not collected.
    void disarm(Process::promise_type& process);
    [[nodiscard]] Grant result();

   private:
    Pool* pool_;
    Place place_;
  };

 private:
  Pool* pool_;
  std::int64_t priority_;
  std::uint16_t line_;
};

inline Pool::Claim Pool::claim(std::int64_t priority, std::size_t line) {
  return Claim(*this, priority, line);
}

inline void Pool::Claim::Armed::arm(Process::promise_type& process, Waiter& waiter, unsigned branch) {
  Simulation& simulation = process.simulation();
  place_.waiter = &waiter;
  place_.branch = static_cast<std::uint8_t>(branch);
  place_.number = simulation.next_number();
  pool_->lines_[place_.line].waiting.push(place_);
  ++pool_->waiting_;
  if (pool_->held_ < pool_->units_) simulation.request_service(*pool_);
}

inline void Pool::Claim::Armed::disarm(Process::promise_type&) {
  if (place_.state == Place::State::Waiting) {
    pool_->lines_[place_.line].waiting.remove(place_);
    --pool_->waiting_;
  } else if (place_.state == Place::State::Granted) {
    pool_->release(place_.unit, place_.line);
  }
  place_.state = Place::State::Away;
}

inline Grant Pool::Claim::Armed::result() {
  place_.state = Place::State::Away;
  return {*pool_, place_.unit, place_.line};
}

}  // namespace trapphus::engine
