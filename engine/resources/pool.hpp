// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "engine/process/simulation.hpp"
#include "engine/process/wait.hpp"
#include "engine/resources/waiting_line.hpp"

namespace trapphus::engine {

class Grant;

/// Counted units that are held one at a time: apartments, beds, caseload places. Those who wait do so in one or more
/// lines; a line may have units reserved, which the others never get. Served by priority (smaller first), then in order
/// of arrival, over all lines that may have a unit. Fewer units than are held drain: who holds one keeps it.
class Pool final : private Server {
 public:
  /// A pool with one line. `units` >= 0.
  Pool(Simulation& simulation, std::string name, int units);
  /// One line for each entry of `reserved`: so many units are kept for it. Their sum may exceed the units.
  Pool(Simulation& simulation, std::string name, int units, const std::vector<int>& reserved);
  Pool(const Pool&) = delete;
  Pool& operator=(const Pool&) = delete;
  ~Pool() { simulation_.forget(*this); }

  class Claim;
  /// Awaitable, also in first_of and all_of: a unit, as a Grant.
  [[nodiscard]] Claim claim(std::int64_t priority = 0, std::size_t line = 0);
  /// A unit without waiting and even if none is free (then the pool is over its capacity until it has drained): for
  /// those who hold one when the run begins.
  [[nodiscard]] Grant occupy(std::size_t line = 0);

  /// More units, or (negative) fewer. Never below 0 in all; throws std::domain_error.
  void add(int units);
  /// Throws std::domain_error if negative.
  void set_units(int units) { add(units - units_); }
  void set_reserved(std::size_t line, int units);

  [[nodiscard]] const std::string& name() const { return name_; }
  [[nodiscard]] int units() const { return units_; }
  [[nodiscard]] int held() const { return held_; }
  /// Held beyond the capacity: what still has to drain.
  [[nodiscard]] int excess() const { return held_ > units_ ? held_ - units_ : 0; }
  [[nodiscard]] std::size_t waiting() const { return waiting_; }

 private:
  friend class Grant;
  struct Line {
    WaitingLine waiting;
    int reserved = 0;
    int held = 0;
  };

  void serve() override;
  /// To be served, if anybody waits.
  void ask() {
    if (waiting_ > 0) simulation_.ask(*this);
  }
  [[nodiscard]] Line* next_line();
  [[nodiscard]] bool may_have(const Line& line) const;
  std::uint32_t take(Line& line);
  std::uint32_t make_unit();
  void release(std::uint32_t unit, std::size_t line);
  void lose(std::size_t line);

  Simulation& simulation_;
  std::string name_;
  int units_;
  int held_ = 0;
  std::size_t waiting_ = 0;  // in all lines
  bool reserves_ = false;
  std::vector<Line> lines_;
  std::vector<std::uint32_t>
      free_;  // as long as units were made; the first vacant_ are vacant, the last one since last
  std::uint32_t vacant_ = 0;
  std::uint32_t made_ = 0;  // identities given so far
};

/// One unit of a pool, held; its end releases the unit.
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
  /// Which unit: the same number means the same apartment.
  [[nodiscard]] std::uint32_t unit() const { return unit_; }
  void release() {
    if (Pool* const pool = std::exchange(pool_, nullptr)) pool->release(unit_, line_);
  }
  /// The unit leaves the pool with its holder, and the pool has one less.
  void take_over() {
    if (Pool* const pool = std::exchange(pool_, nullptr)) pool->lose(line_);
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
  auto operator co_await() const { return Alone<Claim>(*this); }

  class Armed {
   public:
    using Result = Grant;
    explicit Armed(const Claim& claim) : pool_(claim.pool_) {
      place_.priority = claim.priority_;
      place_.line = claim.line_;
    }
    void arm(Process::promise_type& process, Waiter& waiter, unsigned branch);
    /// Also gives back a unit that was granted and not collected.
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
  if (pool_->held_ < pool_->units_) simulation.ask(*pool_);
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
