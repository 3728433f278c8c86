// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "models/staircase/recorder.hpp"

namespace trapphus::models {

/// State of a household that the measures keep between events.
struct Followed {
  ClientId id;
  StageId stage;                     ///< Present stage; an exit while a relapse is possible; invalid: none.
  StageId from;                      ///< Stage just left, until the next is entered.
  FormId form;                       ///< Of the placement.
  StageId claimed;                   ///< Stage whose unit is claimed.
  std::uint16_t cause = kNoSubject;  ///< Cause of waiting.
  int children = 0;
  engine::Time entered{};      ///< Entry to the stage.
  bool has_acute = false;      ///< Has been in an acute placement in this episode...
  engine::Time first_acute{};  ///< ...since then.
  bool helped = false;         ///< The move to the present stage came with a service's help.
  bool out = false;            ///< Has left the staircase...
  StageId exit;                ///< ...by this exit...
  engine::Time left{};         ///< ...at this time.
};

/// Hash table of the followed households. Each has a fixed place (index) until it is erased. Memory grows with the
/// maximum followed at once, not with the total.
class FollowedTable {
 public:
  FollowedTable() : index_(64) {}

  /// The place of a household; inserts it if absent.
  [[nodiscard]] std::size_t place_of(ClientId id) {
    if (!places_.empty() && places_[last_].id == id && used_[last_] != 0) return last_;
    return last_ = look_up(id);
  }
  [[nodiscard]] Followed& operator[](std::size_t place) { return places_[place]; }
  void forget(ClientId id);
  [[nodiscard]] std::size_t size() const { return size_; }
  /// Upper bound of all places: the maximum followed at once.
  [[nodiscard]] std::size_t places() const { return places_.size(); }

  /// Calls visit(household) for each, in the order of their places.
  template <class Visit>
  void for_each(const Visit& visit) {
    for (std::size_t place = 0; place < places_.size(); ++place) {
      if (used_[place] != 0) visit(places_[place]);
    }
  }

 private:
  [[nodiscard]] std::size_t look_up(ClientId id);
  [[nodiscard]] std::size_t home_of(ClientId id) const;
  [[nodiscard]] std::size_t next(std::size_t bucket) const { return (bucket + 1) & (index_.size() - 1); }
  [[nodiscard]] std::size_t take_place(ClientId id);
  void grow();

  std::vector<std::uint32_t> index_;  // open addressing: place + 1, or 0; its size is a power of 2
  std::vector<Followed> places_;
  std::vector<std::uint8_t> used_;  // by place
  std::vector<std::uint32_t> free_;
  std::size_t size_ = 0, last_ = 0;
};

}  // namespace trapphus::models
