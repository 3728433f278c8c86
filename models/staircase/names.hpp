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

/// Display name in each language. An empty one is replaced by the other language, or by the object's name.
struct Label {
  std::string sv, en;
  friend bool operator==(const Label&, const Label&) = default;
};

/// A share, 0..1; other values throw std::domain_error.
class Share {
 public:
  constexpr Share() = default;
  explicit Share(double value);
  [[nodiscard]] constexpr double value() const { return value_; }
  friend constexpr auto operator<=>(Share, Share) = default;

 private:
  double value_ = 0;
};

/// One value per group of the scenario; a single value in the scenario applies to all groups.
template <class T>
class PerGroup {
 public:
  PerGroup() = default;
  PerGroup(std::size_t groups, T everyone) : values_(groups, std::move(everyone)) {}
  explicit PerGroup(std::vector<T> values) : values_(std::move(values)) {}
  // The vector's reference types, since vector<bool> has proxies.
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
