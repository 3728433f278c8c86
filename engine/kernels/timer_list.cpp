// SPDX-License-Identifier: MIT
#include "engine/kernels/timer_list.hpp"

#include <algorithm>
#include <utility>

namespace trapphus::engine {

void TimerList::grow(std::size_t size) {
  const std::size_t capacity = std::max({std::size_t{8}, 2 * std::size_t{capacity_}, size});
  auto entries = std::make_unique_for_overwrite<TimerEntry[]>(capacity);
  std::copy(begin(), end(), entries.get());
  entries_ = std::move(entries);
  capacity_ = static_cast<std::uint32_t>(capacity);
}

}  // namespace trapphus::engine
