// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "models/measures/measure.hpp"
#include "models/staircase/names.hpp"

/// How the measure table is made: private to models/measure*.cpp.
namespace trapphus::models {

class CauseTable;

/// The settings of every epoch of every alternative and case. They have the same things; numbers differ.
using Variants = std::vector<const Settings*>;
[[nodiscard]] Variants variants_of(const Scenario& scenario);

/// Whether it holds in any variant.
[[nodiscard]] bool any(const Variants& variants, const std::function<bool(const Settings&)>& holds);

[[nodiscard]] std::vector<std::string> cost_lines(const Variants& variants);

/// Adds the families of measures to a table, one after another, in the order in which people see them.
class MeasureTableMaker {
 public:
  MeasureTableMaker(MeasureTable& table, const Variants& variants);
  void make();

 private:
  enum class Groups : bool { No, Yes };
  enum class Monthly : bool { No, Yes };

  std::size_t add(std::string name, std::string unit, std::string meaning, Groups groups, Monthly monthly);
  std::size_t count(std::string name, std::string meaning);
  std::size_t flow(std::string name, std::string meaning);
  MeasurePlaces::Spread spread(const std::string& name, const std::string& meaning);

  void households();
  void situations();
  void waiting();
  void flows();
  void moves();
  std::size_t move_between(StageId from, StageId to);
  void exits();
  void stays();
  void apartments();
  void takeovers(StageId id);
  void costs();
  void ceilings();
  void outcomes();
  void retention();
  void blocked();
  [[nodiscard]] bool may_block(const CauseTable& causes, std::size_t cause) const;

  [[nodiscard]] bool has_units(StageId id) const;
  [[nodiscard]] bool owned_by_groups(const std::string& line) const;

  MeasureTable& table_;
  MeasurePlaces& places_;
  const Variants& variants_;
  const Settings& settings_;  ///< The first variant, for what is the same in all of them.
};

}  // namespace trapphus::models
