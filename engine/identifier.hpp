// SPDX-License-Identifier: MIT
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>

namespace trapphus::engine {

/// An index into the vector of objects of one kind, as a type of its own, so that ids of different kinds do not convert
/// into each other. Range 0..65534.
template <class Kind>
class Id {
 public:
  constexpr Id() = default;
  constexpr explicit Id(std::size_t index) : value_(static_cast<std::uint16_t>(index)) {}
  [[nodiscard]] constexpr std::size_t index() const { return value_; }
  [[nodiscard]] constexpr bool valid() const { return value_ != kNone; }
  friend constexpr auto operator<=>(Id, Id) = default;

 private:
  static constexpr std::uint16_t kNone = 0xffff;
  std::uint16_t value_ = kNone;
};

}  // namespace trapphus::engine
