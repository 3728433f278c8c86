// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "scenarios/format/sections/application.hpp"
#include "scenarios/format/sections/scenario_table.hpp"

namespace trapphus::models {
struct Alternative;
struct Epoch;
struct Scenario;
struct Settings;
}  // namespace trapphus::models

namespace trapphus::scenarios {

/// Builds the epochs of every alternative and case. Each combination is a whole tree that is read and checked by
/// itself. Changes are applied in this order: the scenario, its timeline, the case's changes, the case's timeline, the
/// alternative's changes, the alternative's timeline. A relative change of a later date changes what holds at that
/// date: it follows the plain values that cases and alternatives have set until then.
class VariantBuilder {
 public:
  VariantBuilder(const Node& root, const Context& context, Problems& problems, Inputs& inputs)
      : root_(root), context_(context), problems_(problems), inputs_(inputs) {}

  /// Reads the timeline, the alternatives and the cases of the scenario.
  void build(Context& context, models::Scenario& scenario);
  /// The alternatives continued after the project's end, if the application has a continuation. After build().
  void go_on(const ApplicationRow& application, models::Scenario& scenario);
  /// Adds the errors among the findings of `models::check_pathway` for each alternative to the problems, and the others
  /// to the scenario's warnings.
  void check_pathways(models::Scenario& scenario);

 private:
  void sort_parts(std::vector<Variant>& variants);
  [[nodiscard]] models::Alternative alternative(const Variant& variant, const Variant& assumptions, engine::Time to);
  struct Step;
  /// What has been changed at a date, in order.
  [[nodiscard]] std::vector<Step> steps(const Variant& variant, const Variant& assumptions, engine::Time date) const;
  [[nodiscard]] Node tree(const std::vector<Step>& steps);
  [[nodiscard]] models::Epoch epoch(const Variant& variant, const Variant& assumptions, engine::Time date,
                                    engine::Time to);
  void refuse_percentages(const std::vector<Step>& steps, engine::Time date, const models::Settings& settings);
  /// Adds a notice for a value of an alternative or case that relative changes of the timeline go on from.
  void notice_changes(const std::string& section, const Variant& variant, const Patch& patch,
                      models::Scenario& scenario) const;
  /// Adds a notice for each number of an alternative or case ("alternatives", "cases") that holds in place of dated
  /// ones of the scenario.
  void notice_plain_changes(const std::string& section, const Variant& variant, models::Scenario& scenario) const;

  const Node& root_;
  const Context& context_;
  Problems& problems_;
  Inputs& inputs_;
  std::vector<Dated> timeline_;
  std::vector<Variant> written_;  ///< The alternatives.
  std::vector<Node> beginnings_;  ///< The tree of each alternative's first epoch.
};

}  // namespace trapphus::scenarios
