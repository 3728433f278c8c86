// SPDX-License-Identifier: MIT
#include "models/measures/measure.hpp"

#include <algorithm>
#include <array>
#include <numeric>
#include <stdexcept>

#include "engine/edit_distance.hpp"
#include "models/measures/family.hpp"

namespace trapphus::models {
namespace {

/// In the order of output.
constexpr std::array kFamilies{households, waiting, flows,     stays,   apartments,  utilisation,
                               costs,      homes,   retention, blocked, child_nights};

}  // namespace

MeasureTable::MeasureTable(const Settings& settings) : MeasureTable(Variants{&settings}) {}

MeasureTable::MeasureTable(const Scenario& scenario) : MeasureTable(variants_of(scenario)) {}

MeasureTable::MeasureTable(const std::vector<const Settings*>& variants) : lines_(cost_lines(variants)) {
  Declarations declarations(measures_, variants, lines_);
  for (const auto& family : kFamilies) {
    families_.push_back(family(declarations));
    family_of_.resize(size(), families_.size() - 1);
  }
  sorted_.resize(size());
  std::iota(sorted_.begin(), sorted_.end(), std::size_t{0});
  std::sort(sorted_.begin(), sorted_.end(),
            [this](std::size_t a, std::size_t b) { return measures_[a].name < measures_[b].name; });
}

std::optional<std::size_t> MeasureTable::find(std::string_view name) const {
  const auto found = std::lower_bound(sorted_.begin(), sorted_.end(), name,
                                      [this](std::size_t i, std::string_view n) { return measures_[i].name < n; });
  if (found == sorted_.end() || measures_[*found].name != name) return std::nullopt;
  return *found;
}

std::string MeasureTable::nearest(std::string_view name) const {
  const auto closer = [name](const Measure& a, const Measure& b) {
    return engine::edit_distance(a.name, name) < engine::edit_distance(b.name, name);
  };
  return std::min_element(measures_.begin(), measures_.end(), closer)->name;
}

std::vector<std::unique_ptr<FamilyCounts>> MeasureTable::counts(const Replication& replication) const {
  std::vector<std::unique_ptr<FamilyCounts>> counts;
  for (const auto& family : families_) counts.push_back(family(replication));
  return counts;
}

std::unique_ptr<FamilyCounts> MeasureTable::counts(const Replication& replication, std::size_t family) const {
  return families_[family](replication);
}

std::size_t MeasureTable::line(std::string_view name) const {
  const auto found = std::find(lines_.begin(), lines_.end(), name);
  if (found == lines_.end()) throw std::out_of_range("no such cost line: " + std::string(name));
  return static_cast<std::size_t>(found - lines_.begin());
}

}  // namespace trapphus::models
