// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <new>

#if defined(__SANITIZE_ADDRESS__)
#define TRAPPHUS_PLAIN_FRAMES 1  // pooling hides errors from the sanitizer
#endif

namespace trapphus::engine {

/// Allocator of coroutine frames: thread-local free lists by size class. Freed frames are reused by the same thread.
class FramePool {
 public:
  [[nodiscard]] static void* allocate(std::size_t size) {
#ifndef TRAPPHUS_PLAIN_FRAMES
    const std::size_t slot = (size + kStep - 1) / kStep;
    if (slot < kClasses) {
      if (Free* frame = free_[slot]) {
        free_[slot] = frame->next;
        return frame;
      }
      return refill(slot);
    }
#endif
    return ::operator new(size);
  }
  static void deallocate(void* memory, [[maybe_unused]] std::size_t size) noexcept {
#ifndef TRAPPHUS_PLAIN_FRAMES
    const std::size_t slot = (size + kStep - 1) / kStep;
    if (slot < kClasses) {
      free_[slot] = new (memory) Free{free_[slot], nullptr};
      return;
    }
#endif
    ::operator delete(memory);
  }
  /// Called before a thread ends: moves its free frames to a shared list, from which other threads refill theirs.
  static void hand_over();

 private:
  struct Free {
    Free* next;
    Free* next_list;  ///< Next shared list; used in the first frame of a list.
  };
  static constexpr std::size_t kStep = sizeof(Free);
  static constexpr std::size_t kClasses = 65;  // frames up to 1 KiB
  struct Shared;
  static Shared& shared();
  /// Allocates from a shared list or from the thread's current block. Blocks are never returned, so that the
  /// thread-local state needs no destructor.
  static void* refill(std::size_t slot);
  static Free* take_handed_over(std::size_t slot);
  static constinit thread_local std::array<Free*, kClasses> free_;
};

}  // namespace trapphus::engine
