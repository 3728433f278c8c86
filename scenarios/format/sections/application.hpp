// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <vector>

#include "models/staircase/application.hpp"
#include "scenarios/format/fields/make_field.hpp"
#include "scenarios/format/sections/patch.hpp"

namespace trapphus::models {
struct Scenario;
}  // namespace trapphus::models

/// The block `application`: inputs of an application for funding.
namespace trapphus::scenarios {

/// Continuation after the project's end, as written.
struct AfterRow {
  std::optional<engine::Time> until;
  std::vector<Patch> gone, permanent;
};

struct ApplicationRow : models::Application {
  std::optional<AfterRow> after;
};

const Table<ApplicationRow>& application_table();
const Table<models::SumLine>& sum_table();
const Table<models::BudgetLine>& budget_table();
const Table<models::Resource>& resource_table();
const Table<models::Payer>& payer_table();
const Table<models::Effort>& effort_table();
const Table<models::EventCost>& event_cost_table();
const Table<models::ProjectRisk>& project_risk_table();
const Table<models::PriceIndex>& price_index_table();
const Table<models::FormTexts>& form_texts_table();
const Table<AfterRow>& after_table();

/// Absent if the scenario has no such block.
std::optional<ApplicationRow> read_application(Context& context, const Node& root);

/// Checks that need the whole scenario: whether measures, cost lines and grants exist.
void check_application(Context& context, const Node& root, const models::Scenario& scenario);

}  // namespace trapphus::scenarios
