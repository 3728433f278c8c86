// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/time.hpp"
#include "models/staircase/money.hpp"
#include "models/staircase/names.hpp"

/// The parts of an application for project money that are entered, not simulated: its own sum, budget, staff, payers
/// and the applicant's texts. They have no effect on a run.
namespace trapphus::models {

using engine::Time;

/// One term of the applicant's own sum for a year: persons x price x months (or days), or a bare amount.
struct SumLine {
  Label label;
  std::optional<int> persons;
  std::optional<Price> price;       ///< Per month, with `months`; per day, with `days`; or per year.
  std::optional<int> months, days;  ///< Duration.
  std::optional<Money> amount;      ///< As stated in the application; takes precedence over the factors.
  bool minus = false;               ///< Subtracted: a cost that arises instead.
};
/// Product of the factors, to the öre; absent if the line has only an amount.
[[nodiscard]] std::optional<Money> computed(const SumLine& line);
/// The line's term of the sum, with its sign.
[[nodiscard]] Money signed_amount(const SumLine& line);
[[nodiscard]] Money total(const std::vector<SumLine>& sum);

/// A line of the project's budget, or a total that the application states.
struct BudgetLine {
  Label label;
  std::optional<int> year;  ///< Absent: of the whole project.
  Money amount;
};
/// The sum of the lines of a year; of all lines without a year given.
[[nodiscard]] Money total(const std::vector<BudgetLine>& lines, std::optional<int> year);

/// Staff of the project.
struct Resource {
  Label role;
  double hours_per_week = 0;
  std::optional<Time> from, to;  ///< Absent: the project's own dates. `to` is exclusive.
  bool internal = false;         ///< Existing staff of the organisation.
};
/// Hours between its dates.
[[nodiscard]] double hours(const Resource& resource, Time from, Time to);

/// Payer of cost lines and party of grants.
struct Payer {
  std::string name;
  Label label;
  std::vector<std::string> lines;     ///< Cost lines that it pays.
  std::vector<std::string> gives;     ///< Grants that it gives...
  std::vector<std::string> receives;  ///< ...and that it receives.
};

/// Work proportional to a measure: invoices, caseworker hours.
struct Effort {
  Label label, unit;
  std::string measure;
  double amount = 0;      ///< Per year...
  double households = 1;  ///< ...with the measure at this value.
};

/// Cost per event outside the cost lines: a sudden termination, wear of an apartment.
struct EventCost {
  Label label;
  std::string measure;  ///< A flow.
  Money cost;
};

struct ProjectRisk {
  Label risk, action;
};

/// Consumer prices of a year, on any scale.
struct PriceIndex {
  int year = 0;
  double value = 0;
};

/// The free-text sections of the form.
struct FormTexts {
  Label background, description, alternatives, internal_benefit, citizen_benefit, zero_alternative, scope, benchmarking,
      preconditions, evidence, costs, resources, risks, follow_up;
};

struct Application {
  std::optional<Time> begins, ends;  ///< The project; `ends` is exclusive. Absent: the scenario's period.
  std::optional<int> price_year;
  std::vector<PriceIndex> index;
  std::vector<SumLine> sum;
  std::vector<BudgetLine> budget, budget_stated;
  std::vector<Resource> resources;
  std::optional<double> hours_stated;  ///< Of the internal resources, as stated in the application.
  std::vector<Payer> payers;
  std::vector<Effort> efforts;
  std::vector<EventCost> events;
  std::vector<ProjectRisk> risks;
  std::vector<std::string> follow_up;  ///< Measures.
  FormTexts texts;
};

}  // namespace trapphus::models
