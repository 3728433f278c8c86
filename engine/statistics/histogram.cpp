// SPDX-License-Identifier: MIT
#include "engine/statistics/histogram.hpp"

#include <algorithm>
#include <stdexcept>

namespace trapphus::engine {
namespace {

using Bins = std::vector<LengthHistogram::Bin>;

/// Lengths are collected up to this number before they are sorted into the bins.
constexpr std::size_t kMostAdded = 1024;

/// Nothing has a bin of its own, however wide the others are: who need not wait does not wait a little.
Duration begin_of(Duration length, Duration width) {
  if (length == Duration::zero()) return length;
  return std::max(length - length % width, Duration(1));
}

/// Adds a bin to the last one if they begin together; `bins` is filled in order.
void append(Bins& bins, const LengthHistogram::Bin& bin, Duration width, std::int64_t sign = 1) {
  const Duration begin = begin_of(bin.begin, width);
  const Duration beyond = bin.beyond + bin.count * (bin.begin - begin);
  if (bins.empty() || bins.back().begin != begin) bins.push_back({begin, 0, {}});
  bins.back().count += sign * bin.count;
  bins.back().beyond += sign * beyond;
  if (bins.back().count == 0) bins.pop_back();
}

Bins widened(const Bins& bins, Duration width) {
  Bins result;
  result.reserve(bins.size());
  for (const auto& bin : bins) append(result, bin, width);
  return result;
}

/// Both in bins of the same width.
Bins merged(const Bins& a, const Bins& b, Duration width, std::int64_t sign) {
  Bins result;
  result.reserve(a.size() + b.size());
  auto left = a.begin();
  for (const auto& bin : b) {
    for (; left != a.end() && left->begin <= bin.begin; ++left) append(result, *left, width);
    append(result, bin, width, sign);
  }
  for (; left != a.end(); ++left) append(result, *left, width);
  return result;
}

Bins sorted(std::vector<Duration> lengths, Duration width) {
  std::sort(lengths.begin(), lengths.end());
  Bins result;
  for (const Duration length : lengths) append(result, {length, 1, {}}, width);
  return result;
}

}  // namespace

double LengthHistogram::Bin::mean() const {
  const auto seconds = static_cast<double>(begin.count()) +
                       (count == 0 ? 0 : static_cast<double>(beyond.count()) / static_cast<double>(count));
  return seconds / static_cast<double>(kDay.count());
}

void LengthHistogram::add(Duration length) {
  if (length < Duration::zero()) throw std::domain_error("a length of time cannot be negative");
  added_.push_back(length);
  ++count_;
  if (added_.size() >= kMostAdded) settle();
}

void LengthHistogram::settle() {
  bins_ = bins(width_);
  added_.clear();
  while (bins_.size() > kMostBins) {
    width_ *= 2;
    bins_ = widened(bins_, width_);
  }
}

std::vector<LengthHistogram::Bin> LengthHistogram::bins(Duration width) const {
  Bins result = width == width_ ? bins_ : widened(bins_, width);
  return added_.empty() ? result : merged(result, sorted(added_, width), width, 1);
}

void LengthHistogram::combine(const LengthHistogram& other, std::int64_t sign) {
  const Duration width = std::max(width_, other.width_);
  bins_ = merged(bins(width), other.bins(width), width, sign);
  added_.clear();
  width_ = width;
  count_ += sign * other.count_;
  settle();
}

void LengthHistogram::merge(const LengthHistogram& other) {
  combine(other, 1);
}

void LengthHistogram::remove(const LengthHistogram& other) {
  combine(other, -1);
}

}  // namespace trapphus::engine
