// SPDX-License-Identifier: MIT
#include "engine/kernels/timer_queue.hpp"

#include <algorithm>
#include <bit>
#include <stdexcept>

namespace trapphus::engine {

namespace {

bool descending(const TimerEntry& a, const TimerEntry& b) {
  return a.key != b.key ? a.key > b.key : a.timer->number > b.timer->number;
}

/// Out of line, since the string would enlarge the stack frame of insert().
[[noreturn, gnu::noinline]] void throw_beyond_calendar() {
  throw std::domain_error("a time is beyond the calendar");
}

}  // namespace

void TimerQueue::insert(Timer& timer) {
  if (timer.when.key() >> (kBits * kLevels)) [[unlikely]]
    throw_beyond_calendar();
  timer.scheduled = true;
  if (in_front(timer)) {
    insert_in_front(timer);
  } else {
    insert_in_wheel(timer);
  }
}

void TimerQueue::insert_in_front(Timer& timer) {
  const std::uint64_t key = timer.when.key();
  TimerEntry* at = front_.append();
  TimerEntry* const first = front_.begin();
  for (; at != first && at[-1].key < key; --at) TimerList::copy(at[0], at[-1]);
  for (; at != first && at[-1].key == key && at[-1].timer->number < timer.number; --at) TimerList::copy(at[0], at[-1]);
  TimerList::set(*at, key, timer);
  if (front_.size() > kLongFront) [[unlikely]]
    spill();
}

TimerQueue::SlotAddress TimerQueue::address_of(std::uint64_t key) const {
  const std::uint64_t differs = (key ^ base_) | 1;
  const unsigned level = static_cast<unsigned>(std::bit_width(differs) - 1) / kBits;
  return {level, static_cast<unsigned>(key >> (level * kBits)) & (kSlots - 1)};
}

void TimerQueue::insert_in_wheel(Timer& timer) {
  const std::uint64_t key = timer.when.key();
  const auto [level, slot] = address_of(key);
  TimerList& list = slots_[level][slot];
  timer.place = static_cast<std::uint32_t>(list.size());
  list.push(key, timer);
  occupied_[level] |= 1U << slot;
  ++in_wheel_;
}

/// Distributes entries over the wheel.
void TimerQueue::scatter(const TimerEntry* begin, const TimerEntry* end, bool remember_places) {
  for (const TimerEntry* entry = begin; entry != end; ++entry) {
    const auto [level, slot] = address_of(entry->key);
    TimerList& list = slots_[level][slot];
    if (remember_places) entry->timer->place = static_cast<std::uint32_t>(list.size());
    list.push(entry->key, *entry->timer);
    occupied_[level] |= 1U << slot;
  }
  in_wheel_ += static_cast<std::size_t>(end - begin);
}

void TimerQueue::erase(Timer& timer) {
  if (in_front(timer)) {
    erase_from_front(timer);
  } else {
    erase_from_wheel(timer);
  }
  timer.scheduled = false;
}

void TimerQueue::erase_from_front(Timer& timer) {
  const TimerEntry entry{timer.when.key(), &timer};
  TimerEntry* const at = std::lower_bound(front_.begin(), front_.end(), entry, descending);
  std::copy(at + 1, front_.end(), at);
  front_.pop();
}

void TimerQueue::erase_from_wheel(const Timer& timer) {
  const auto [level, slot] = address_of(timer.when.key());
  TimerList& list = slots_[level][slot];
  std::size_t at = timer.place;
  if (at >= list.size() || list[at].timer != &timer) {
    at = 0;
    while (list[at].timer != &timer) ++at;
  }
  if (at + 1 != list.size()) {
    TimerList::copy(list[at], list.back());
    list[at].timer->place = static_cast<std::uint32_t>(at);
  }
  list.pop();
  if (list.empty()) occupied_[level] &= ~(1U << slot);
  --in_wheel_;
}

/// Moves all but the next kShortFront timers of an overlong front to the wheel.
void TimerQueue::spill() {
  TimerEntry* const kept = front_.end() - kShortFront;
  limit_ = kept[-1].key;
  limit_number_ = kept[-1].timer->number;
  scatter(front_.begin(), kept, true);
  std::copy(kept, front_.end(), front_.begin());
  front_.resize(kShortFront);
}

bool TimerQueue::first_slot(SlotAddress& at) const {
  for (at.level = 0; at.level < kLevels; ++at.level) {
    if (occupied_[at.level]) {
      at.slot = static_cast<unsigned>(std::countr_zero(occupied_[at.level]));
      return true;
    }
  }
  return false;
}

std::uint64_t TimerQueue::start(SlotAddress at) const {
  const unsigned shift = at.level * kBits;
  return (base_ >> shift >> kBits << kBits | at.slot) << shift;
}

bool TimerQueue::refill(std::uint64_t last) {
  for (SlotAddress at{}; first_slot(at);) {
    if (start(at) > last) return false;
    if (open_slot(at)) {
      if (in_wheel_ == 0) limit_ = kNoLimit;
      return true;
    }
  }
  limit_ = kNoLimit;
  return false;
}

/// Moves a slot to the front if it is short or holds a single instant, otherwise to the wheel's finer levels.
bool TimerQueue::open_slot(SlotAddress at) {
  TimerList& list = slots_[at.level][at.slot];
  base_ = start(at);
  occupied_[at.level] &= ~(1U << at.slot);
  in_wheel_ -= list.size();
  const bool to_front = at.level == 0 || list.size() <= kShortFront;
  if (to_front) {
    at.level == 0 ? move_instant_to_front(list) : move_few_to_front(list);
    limit_ = base_ + (std::uint64_t{1} << (at.level * kBits));
    limit_number_ = 0;
  } else {
    scatter(list.begin(), list.end(), list.size() > kShortSlot);
  }
  list.clear();
  return to_front;
}

/// Moves a slot of one instant and phase to the front. Its timers are usually ordered by number already.
void TimerQueue::move_instant_to_front(const TimerList& list) {
  front_.resize(list.size());
  std::reverse_copy(list.begin(), list.end(), front_.begin());
  if (!std::is_sorted(front_.begin(), front_.end(), descending)) std::sort(front_.begin(), front_.end(), descending);
}

/// Rank sort of a short slot: the index of a timer in the front is the number of later ones, counted without branches.
void TimerQueue::move_few_to_front(const TimerList& list) {
  const std::size_t count = list.size();
  std::array<std::uint8_t, kShortFront> after{};
  bool ties = false;
  for (std::size_t i = 1; i < count; ++i) {
    const std::uint64_t key = list[i].key;
    unsigned mine = 0;
    for (std::size_t j = 0; j < i; ++j) {
      const bool later = list[j].key > key;
      ties |= list[j].key == key;
      mine += later;
      after[j] = static_cast<std::uint8_t>(after[j] + !later);
    }
    after[i] = static_cast<std::uint8_t>(mine);
  }
  front_.resize(count);
  for (std::size_t i = 0; i < count; ++i) TimerList::copy(front_[after[i]], list[i]);
  if (ties) std::sort(front_.begin(), front_.end(), descending);
}

}  // namespace trapphus::engine
