// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>

namespace trapphus::engine {

/// Key of a stream of random numbers. Streams with different keys are independent; a key determines the numbers,
/// independent of other streams and of the number of threads.
struct StreamKey {
  std::uint64_t seed = 0;
  std::uint64_t replication = 0;
  std::uint64_t client = 0;
  std::uint64_t purpose = 0;
};

/// A stream of random numbers from Philox 4x64-10, a counter-based generator (Salmon et al., SC 2011; Random123).
class Stream {
 public:
  explicit Stream(const StreamKey& key) : key_(key) {}
  /// Uniform over all 64-bit numbers.
  std::uint64_t bits() {
    if (used_ == end_) refill();
    return numbers_[used_++];
  }
  /// Uniform in (0, 1): never 0, never 1.
  double uniform() { return middle54(bits()) * 0x1.0p-54; }
  /// Exponential with mean 1, by the ziggurat (Marsaglia and Tsang 2000, 256 layers, 64-bit).
  double exponential() {
    const std::uint64_t random = bits();  // the lowest 8 bits select the layer, the highest 53 the position in it
    const Layer& layer = ziggurat_[random & 0xff];
    const double place = middle54(random);
    return place < layer.inside ? place * layer.width : exponential_near_edge(random);
  }

 private:
  /// A layer of the ziggurat: its width over 2^54, and the position up to which every point lies below the density.
  struct Layer {
    double inside, width;
  };
  static const std::array<Layer, 256> ziggurat_;

  /// Midpoint of the interval that the upper 53 bits select in the unit interval, times 2^54: an odd number.
  static double middle54(std::uint64_t bits) { return static_cast<double>(static_cast<std::int64_t>(bits >> 10 | 1)); }
  double exponential_near_edge(std::uint64_t random);
  void refill();
  void make_block(std::uint64_t counter);

  StreamKey key_;
  std::uint64_t counter_ = 0;               // of the next block
  std::array<std::uint64_t, 8> numbers_{};  // even blocks in the first half, odd ones in the second
  std::uint32_t used_ = 0, end_ = 0;
};

}  // namespace trapphus::engine
