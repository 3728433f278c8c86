// SPDX-License-Identifier: MIT
#include "models/counts/followed.hpp"

namespace trapphus::models {

std::size_t FollowedTable::home_of(ClientId id) const {
  const std::uint64_t key = (static_cast<std::uint64_t>(id.group.index()) << 32) | id.number;
  // Fibonacci hashing: neighbouring numbers are spread over the whole index.
  return static_cast<std::size_t>((key * 0x9E37'79B9'7F4A'7C15ULL) >> 20) & (index_.size() - 1);
}

std::size_t FollowedTable::look_up(ClientId id) {
  std::size_t bucket = home_of(id);
  for (; index_[bucket] != 0; bucket = next(bucket)) {
    if (places_[index_[bucket] - 1].id == id) return index_[bucket] - 1;
  }
  const std::size_t place = take_place(id);
  index_[bucket] = static_cast<std::uint32_t>(place + 1);
  if (2 * size_ > index_.size()) grow();
  return place;
}

std::size_t FollowedTable::take_place(ClientId id) {
  std::size_t place = places_.size();
  if (free_.empty()) {
    places_.emplace_back();
    used_.push_back(1);
  } else {
    place = free_.back();
    free_.pop_back();
    places_[place] = Followed{};
    used_[place] = 1;
  }
  places_[place].id = id;
  ++size_;
  return place;
}

void FollowedTable::grow() {
  index_.assign(2 * index_.size(), 0);
  for (std::size_t place = 0; place < places_.size(); ++place) {
    if (used_[place] == 0) continue;
    std::size_t bucket = home_of(places_[place].id);
    while (index_[bucket] != 0) bucket = next(bucket);
    index_[bucket] = static_cast<std::uint32_t>(place + 1);
  }
}

void FollowedTable::forget(ClientId id) {
  std::size_t bucket = home_of(id);
  while (index_[bucket] != 0 && places_[index_[bucket] - 1].id != id) bucket = next(bucket);
  if (index_[bucket] == 0) return;
  const std::uint32_t place = index_[bucket] - 1;
  used_[place] = 0;
  free_.push_back(place);
  --size_;
  // Whoever stands further along its way is moved into the gap, so that every way stays without gaps.
  std::size_t gap = bucket;
  for (std::size_t at = next(gap); index_[at] != 0; at = next(at)) {
    const std::size_t mask = index_.size() - 1;
    const std::size_t home = home_of(places_[index_[at] - 1].id);
    if (((at - home) & mask) < ((at - gap) & mask)) continue;
    index_[gap] = index_[at];
    gap = at;
  }
  index_[gap] = 0;
}

}  // namespace trapphus::models
