// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "output/documents/cells.hpp"
#include "output/documents/document.hpp"
#include "output/language/language.hpp"
#include "scenarios/studies/budget_figures.hpp"

/// The tables of the document on a budget. A table without data has no rows.
namespace trapphus::output {

class BudgetTables {
 public:
  BudgetTables(const scenarios::BudgetFigures& figures, const Words& words)
      : figures_(figures), words_(words), cells_(words) {}

  // Money (budget_tables_money.cpp, by cost line budget_tables_lines.cpp)
  [[nodiscard]] DocumentTable beside_each_other() const;
  [[nodiscard]] DocumentTable saving_by_year() const;
  /// What each line costs in each calendar year.
  [[nodiscard]] DocumentTable costs_of_project() const;
  [[nodiscard]] DocumentTable costs_of_zero() const;
  [[nodiscard]] DocumentTable costs_saved() const;
  [[nodiscard]] DocumentTable payers() const;
  [[nodiscard]] DocumentTable after_the_project() const;
  [[nodiscard]] DocumentTable other_prices() const;
  [[nodiscard]] DocumentTable cases() const;

  // Inputs of the application (budget_tables_application.cpp)
  [[nodiscard]] DocumentTable own_sum() const;
  [[nodiscard]] DocumentTable own_budget() const;
  [[nodiscard]] DocumentTable resources() const;
  [[nodiscard]] DocumentTable risks() const;

  // What happens (budget_tables_measures.cpp, budget_tables_state.cpp)
  [[nodiscard]] DocumentTable present_state() const;
  [[nodiscard]] DocumentTable observed() const;
  [[nodiscard]] DocumentTable what_changes() const;
  [[nodiscard]] DocumentTable alternatives() const;
  [[nodiscard]] DocumentTable measures(const std::vector<std::string>& names, const std::string& name,
                                       const std::string& title) const;
  [[nodiscard]] DocumentTable holding_back() const;
  [[nodiscard]] DocumentTable zero_by_year() const;
  [[nodiscard]] DocumentTable efforts() const;
  [[nodiscard]] DocumentTable events() const;
  [[nodiscard]] DocumentTable sensitivity() const;
  [[nodiscard]] DocumentTable follow_up() const;
  [[nodiscard]] DocumentTable follow_up_as_a_whole() const;

  /// "has paid for itself by ...": in words.
  [[nodiscard]] std::string payback_in_words(const models::Payback& payback) const;
  /// Where the numbers under a path come from: sources and assumptions, or that none is given.
  [[nodiscard]] std::string source_of(const std::string& path) const;
  /// What an alternative is called.
  [[nodiscard]] std::string called(const models::AlternativeResult& alternative) const {
    return words_.called(alternative.label, alternative.name);
  }
  /// What has been saved up to the end of this month, since the period's beginning.
  [[nodiscard]] static models::Estimate cumulative_at(const models::Saving& saving, engine::Month month);
  /// The project's length in years.
  [[nodiscard]] double project_years() const;

 private:
  using Amounts = std::vector<std::pair<std::string, std::vector<double>>>;  // by line, then by year

  [[nodiscard]] DocumentTable lines_by_year(const std::string& name, const std::string& title, double zero,
                                            double project) const;
  [[nodiscard]] Amounts amounts_by_line(double zero, double project, bool grants) const;
  [[nodiscard]] std::vector<int> years() const;
  [[nodiscard]] models::Estimate change(std::size_t measure) const;
  [[nodiscard]] models::Estimate value(const models::AlternativeResult& alternative, std::size_t measure) const;
  [[nodiscard]] Heading head(std::string_view id, bool left = false, bool interval = false) const {
    return {words_(id), left, interval};
  }
  void add_stated_totals(DocumentTable& table, const std::vector<int>& years) const;
  void add_hours_stated(DocumentTable& table) const;
  void add_staff_changes(DocumentTable& table) const;
  void add_unit_changes(DocumentTable& table) const;
  void add_cost_changes(DocumentTable& table) const;

  const scenarios::BudgetFigures& figures_;
  const Words& words_;
  Cells cells_;
};

}  // namespace trapphus::output
