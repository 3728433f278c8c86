// SPDX-License-Identifier: MIT
#include "engine/process/frame_pool.hpp"

#include <catch2/catch.hpp>
#include <cstdint>
#include <cstring>
#include <set>
#include <thread>
#include <vector>

namespace {

using trapphus::engine::FramePool;

}  // namespace

TEST_CASE("Frames of any size are apart, aligned and writable") {
  std::vector<std::pair<unsigned char*, std::size_t>> frames;
  for (std::size_t size = 1; size <= 3'000; size += 37) {
    auto* const frame = static_cast<unsigned char*>(FramePool::allocate(size));
    CHECK(reinterpret_cast<std::uintptr_t>(frame) % 16 == 0);
    std::memset(frame, static_cast<int>(size % 251), size);
    frames.emplace_back(frame, size);
  }
  for (const auto& [frame, size] : frames) {
    CHECK(frame[0] == size % 251);
    CHECK(frame[size - 1] == size % 251);
    FramePool::deallocate(frame, size);
  }
}

TEST_CASE("Handing over is harmless where there is nothing to hand over") {
  std::thread([] { FramePool::hand_over(); }).join();
  void* const frame = FramePool::allocate(100);
  CHECK(frame != nullptr);
  FramePool::deallocate(frame, 100);
}

#ifndef TRAPPHUS_PLAIN_FRAMES

namespace {

std::vector<void*> take(std::size_t count, std::size_t size) {
  std::vector<void*> frames;
  for (std::size_t i = 0; i < count; ++i) frames.push_back(FramePool::allocate(size));
  return frames;
}

void give(const std::vector<void*>& frames, std::size_t size) {
  for (void* frame : frames) FramePool::deallocate(frame, size);
}

}  // namespace

TEST_CASE("A frame that was given back is the next one of its size") {
  void* const frame = FramePool::allocate(300);
  FramePool::deallocate(frame, 300);
  void* const other_size = FramePool::allocate(400);
  CHECK(other_size != frame);
  CHECK(FramePool::allocate(300) == frame);
  FramePool::deallocate(frame, 300);
  FramePool::deallocate(other_size, 400);
}

TEST_CASE("Frames of a thread that ended are used by the threads after it") {
  constexpr std::size_t kFrames = 1'000;
  std::set<void*> addresses;
  for (int i = 0; i < 50; ++i) {
    std::thread([&] {
      const std::vector<void*> frames = take(kFrames, 700);
      addresses.insert(frames.begin(), frames.end());
      give(frames, 700);
      FramePool::hand_over();
    }).join();
  }
  CHECK(addresses.size() == kFrames);
}

TEST_CASE("What several threads left is all taken before new memory is") {
  constexpr std::size_t kFrames = 500;
  std::set<void*> left, taken;
  std::vector<std::vector<void*>> held(3);
  for (auto& frames : held) frames = take(kFrames, 900);
  for (const auto& frames : held) {
    left.insert(frames.begin(), frames.end());
    std::thread([&] {
      give(frames, 900);
      FramePool::hand_over();
    }).join();
  }
  const std::vector<void*> frames = take(3 * kFrames, 900);
  taken.insert(frames.begin(), frames.end());
  CHECK(taken == left);
  give(frames, 900);
}

TEST_CASE("The rest of a thread's memory is used by the next thread") {
  void* first = nullptr;
  void* second = nullptr;
  std::thread([&] {
    first = FramePool::allocate(1'008);
    FramePool::hand_over();  // keeps the frame, which is in use
  }).join();
  std::thread([&] {
    second = FramePool::allocate(1'008);
    FramePool::hand_over();
  }).join();
  CHECK(static_cast<char*>(second) - static_cast<char*>(first) == 1'008);
}

#endif
