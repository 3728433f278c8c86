// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <new>

#if defined(__SANITIZE_ADDRESS__)
#define TRAPPHUS_PLAIN_FRAMES 1  // pooling would hide errors from the sanitizer
#endif

namespace trapphus::engine {

/// Memory for coroutine frames: free lists by size, one set a thread. Freed frames are kept for the thread's next ones.
class FramePool {
 public:
  [[nodiscard]] static void* take(std::size_t size) {
#ifndef TRAPPHUS_PLAIN_FRAMES
    const std::size_t slot = (size + kStep - 1) / kStep;
    if (slot < kClasses) {
      if (Free* frame = free_[slot]) {
        free_[slot] = frame->next;
        return frame;
      }
      return make(slot);
    }
#endif
    return ::operator new(size);
  }
  static void give(void* memory, [[maybe_unused]] std::size_t size) noexcept {
#ifndef TRAPPHUS_PLAIN_FRAMES
    const std::size_t slot = (size + kStep - 1) / kStep;
    if (slot < kClasses) {
      free_[slot] = new (memory) Free{free_[slot], nullptr};
      return;
    }
#endif
    ::operator delete(memory);
  }
  /// For a thread that is about to end: leaves its free frames to others, which take them before they ask for new
  /// memory.
  static void hand_over();

 private:
  struct Free {
    Free* next;
    Free* next_list;  ///< Used for the first of a list that was handed over.
  };
  static constexpr std::size_t kStep = sizeof(Free);
  static constexpr std::size_t kClasses = 65;  // frames up to 1 KiB
  struct Shared;
  static Shared& shared();
  /// What was handed over, or a piece of the thread's current block. Blocks are never returned, so that nothing of a
  /// thread's needs a destructor.
  static void* make(std::size_t slot);
  static Free* adopt(std::size_t slot);
  static constinit thread_local std::array<Free*, kClasses> free_;
};

}  // namespace trapphus::engine
