// SPDX-License-Identifier: MIT
#include "engine/process/frame_pool.hpp"

#include <atomic>
#include <memory>
#include <mutex>
#include <utility>
#include <vector>

namespace trapphus::engine {

constinit thread_local std::array<FramePool::Free*, FramePool::kClasses> FramePool::free_{};

namespace {

constexpr std::size_t kBlock = std::size_t{1} << 18;

/// The unused end of a block.
struct BlockRest {
  std::byte* next;
  std::byte* end;
  [[nodiscard]] std::size_t size() const { return static_cast<std::size_t>(end - next); }
};
constinit thread_local BlockRest rest{nullptr, nullptr};

}  // namespace

/// Owns all blocks until the program ends, since a frame may outlive the thread that allocated it, and the lists that
/// ended threads handed over.
struct FramePool::Shared {
  std::mutex mutex;
  std::vector<std::unique_ptr<std::byte[]>> blocks;
  std::vector<BlockRest> block_rests;
  std::array<std::atomic<Free*>, kClasses> lists{};  ///< Written under the mutex, read without it.

  BlockRest block() {
    const std::scoped_lock lock(mutex);
    if (!block_rests.empty()) {
      const BlockRest left = block_rests.back();
      block_rests.pop_back();
      return left;
    }
    blocks.push_back(std::make_unique_for_overwrite<std::byte[]>(kBlock));
    return {blocks.back().get(), blocks.back().get() + kBlock};
  }
};

FramePool::Shared& FramePool::shared() {
  static Shared shared;
  return shared;
}

FramePool::Free* FramePool::take_handed_over(std::size_t slot) {
  std::atomic<Free*>& lists = shared().lists[slot];
  if (!lists.load(std::memory_order_relaxed)) return nullptr;
  const std::scoped_lock lock(shared().mutex);
  Free* const list = lists.load(std::memory_order_relaxed);
  if (list) lists.store(list->next_list, std::memory_order_relaxed);
  return list;
}

void* FramePool::refill(std::size_t slot) {
  if (Free* const list = take_handed_over(slot)) {
    free_[slot] = list->next;
    return list;
  }
  const std::size_t size = slot * kStep;
  while (rest.size() < size) rest = shared().block();
  std::byte* const frame = rest.next;
  rest.next += size;
  return frame;
}

void FramePool::hand_over() {
  const std::scoped_lock lock(shared().mutex);
  for (std::size_t slot = 0; slot < kClasses; ++slot) {
    Free* const list = std::exchange(free_[slot], nullptr);
    if (!list) continue;
    list->next_list = shared().lists[slot].load(std::memory_order_relaxed);
    shared().lists[slot].store(list, std::memory_order_relaxed);
  }
  if (rest.size() > kBlock / 8) shared().block_rests.push_back(rest);
  rest = {nullptr, nullptr};
}

}  // namespace trapphus::engine
