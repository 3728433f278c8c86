// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "engine/identifier.hpp"

namespace trapphus::models {

using GroupId = engine::Id<struct GroupTag>;
using AttributeId = engine::Id<struct AttributeTag>;
using StageId = engine::Id<struct StageTag>;
using FormId = engine::Id<struct FormTag>;
using MoveId = engine::Id<struct MoveTag>;
using ServiceId = engine::Id<struct ServiceTag>;
using TeamId = engine::Id<struct TeamTag>;
using CaseId = engine::Id<struct CaseTag>;

/// What a thing is called for readers. Either language may be empty: then the other, or the thing's name, stands in.
struct Label {
  std::string sv, en;
  friend bool operator==(const Label&, const Label&) = default;
};

/// A share, 0..1. Anything outside throws std::domain_error.
class Share {
 public:
  constexpr Share() = default;
  explicit Share(double value);
  [[nodiscard]] constexpr double value() const { return value_; }
  friend constexpr auto operator<=>(Share, Share) = default;

 private:
  double value_ = 0;
};

/// One value for each group of the scenario; a scenario that gives one value gives it to all of them.
template <class T>
class PerGroup {
 public:
  PerGroup() = default;
  PerGroup(std::size_t groups, T everyone) : values_(groups, std::move(everyone)) {}
  explicit PerGroup(std::vector<T> values) : values_(std::move(values)) {}
  // The vector's own reference types, because those of vector<bool> are no plain references.
  [[nodiscard]] typename std::vector<T>::const_reference operator[](GroupId group) const {
    return values_[group.index()];
  }
  [[nodiscard]] typename std::vector<T>::reference operator[](GroupId group) { return values_[group.index()]; }
  [[nodiscard]] std::size_t size() const { return values_.size(); }
  [[nodiscard]] auto begin() const { return values_.begin(); }
  [[nodiscard]] auto end() const { return values_.end(); }
  friend bool operator==(const PerGroup&, const PerGroup&) = default;

 private:
  std::vector<T> values_;
};

}  // namespace trapphus::models
