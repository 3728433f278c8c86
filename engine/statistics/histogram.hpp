// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "engine/time.hpp"

namespace trapphus::engine {

/// Histogram of lengths of time. Its bins are one second wide, and twice as wide each time that there are more than
/// kMostBins of them, so that its size does not grow with the number of lengths. A bin keeps the mean of its lengths;
/// lengths of 0 have their own.
class LengthHistogram {
 public:
  static constexpr std::size_t kMostBins = 4096;

  struct Bin {
    Duration begin;
    std::int64_t count = 0;
    Duration beyond{};  ///< Sum of what the lengths exceed `begin` by.

    /// In days.
    [[nodiscard]] double mean() const;
  };

  /// Throws std::domain_error if the length is negative.
  void add(Duration length);
  void merge(const LengthHistogram& other);
  /// Takes out the lengths of a histogram that was merged into this one.
  void remove(const LengthHistogram& other);

  [[nodiscard]] std::int64_t count() const { return count_; }
  [[nodiscard]] Duration width() const { return width_; }
  /// In order, without empty ones, in bins of `width`: a multiple of the histogram's own by a power of 2.
  [[nodiscard]] std::vector<Bin> bins(Duration width) const;
  [[nodiscard]] std::vector<Bin> bins() const { return bins(width_); }

 private:
  void combine(const LengthHistogram& other, std::int64_t sign);
  void settle();

  std::vector<Bin> bins_;        // in order
  std::vector<Duration> added_;  // not yet in the bins
  std::int64_t count_ = 0;
  Duration width_{1};
};

}  // namespace trapphus::engine
