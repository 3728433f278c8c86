// SPDX-License-Identifier: MIT
#include "scenarios/format/sections/application.hpp"
#include "scenarios/format/sections/scenario_table.hpp"

namespace trapphus::scenarios {

namespace {

using models::Application;
using models::BudgetLine;
using models::Effort;
using models::EventCost;
using models::FormTexts;
using models::Payer;
using models::PriceIndex;
using models::ProjectRisk;
using models::Resource;
using models::SumLine;

Field<AfterRow> changes_after(const char* key, std::vector<Patch> AfterRow::*member) {
  FieldInfo info{key, Shape::Changes, nullptr, nullptr, "format.default.nothing_changes", false};
  return {info,
          [member](Context& context, const Node& node, AfterRow& into) { into.*member = read_changes(context, node); },
          nullptr};
}

Field<ApplicationRow> texts() {
  return {describe("texts", Shape::Table, form_texts_table().info(), "format.default.prompts"),
          [](Context& context, const Node& node, ApplicationRow& into) {
            form_texts_table().read(context, node, into.texts);
          },
          nullptr};
}

}  // namespace

const Table<SumLine>& sum_table() {
  static const Table<SumLine> kTable(
      "term of the sum", {words<SumLine>("label", &SumLine::label, kRequired),
                          fixed(field<SumLine>("persons", &SumLine::persons, kCount, "format.default.none")),
                          fixed(field<SumLine>("price", &SumLine::price, kPrice, "format.default.none")),
                          fixed(field<SumLine>("months", &SumLine::months, kCount, "format.default.none")),
                          fixed(field<SumLine>("days", &SumLine::days, kCount, "format.default.none")),
                          fixed(field<SumLine>("amount", &SumLine::amount, kMoney, "format.default.none")),
                          fixed(field<SumLine>("sign", &SumLine::minus, kSign, "plus"))});
  return kTable;
}

const Table<BudgetLine>& budget_table() {
  static const Table<BudgetLine> kTable(
      "budget line", {words<BudgetLine>("label", &BudgetLine::label, "format.default.none"),
                      fixed(field<BudgetLine>("year", &BudgetLine::year, kYear, "format.default.whole_project")),
                      fixed(field<BudgetLine>("amount", &BudgetLine::amount, kMoney, kRequired))});
  return kTable;
}

const Table<Resource>& resource_table() {
  static const Table<Resource> kTable(
      "resource", {words<Resource>("role", &Resource::role, kRequired),
                   fixed(field<Resource>("hours", &Resource::hours_per_week, kHoursAWeek, kRequired)),
                   fixed(field<Resource>("from", &Resource::from, kDate, "format.default.project_begins")),
                   fixed(field<Resource>("to", &Resource::to, kLastDay, "format.default.project_ends")),
                   fixed(field<Resource>("internal", &Resource::internal, kYesNo, "no"))});
  return kTable;
}

const Table<Payer>& payer_table() {
  static const Table<Payer> kTable(
      "payer", {label<Payer>(&Payer::label), fixed(field<Payer>("lines", &Payer::lines, kLine, "format.default.none")),
                fixed(field<Payer>("gives", &Payer::gives, kText, "format.default.none")),
                fixed(field<Payer>("receives", &Payer::receives, kText, "format.default.none"))});
  return kTable;
}

const Table<Effort>& effort_table() {
  static const Table<Effort> kTable(
      "effort", {words<Effort>("label", &Effort::label, kRequired), words<Effort>("unit", &Effort::unit, kRequired),
                 fixed(field<Effort>("measure", &Effort::measure, kMeasureName, kRequired)),
                 fixed(field<Effort>("amount", &Effort::amount, kNumber, kRequired)),
                 fixed(field<Effort>("households", &Effort::households, kPositive, "1"))});
  return kTable;
}

const Table<EventCost>& event_cost_table() {
  static const Table<EventCost> kTable(
      "cost of an event", {words<EventCost>("label", &EventCost::label, kRequired),
                           fixed(field<EventCost>("measure", &EventCost::measure, kMeasureName, kRequired)),
                           fixed(field<EventCost>("cost", &EventCost::cost, kMoney, kRequired))});
  return kTable;
}

const Table<ProjectRisk>& project_risk_table() {
  static const Table<ProjectRisk> kTable("risk of the project",
                                         {words<ProjectRisk>("risk", &ProjectRisk::risk, kRequired),
                                          words<ProjectRisk>("action", &ProjectRisk::action, "format.default.none")});
  return kTable;
}

const Table<PriceIndex>& price_index_table() {
  static const Table<PriceIndex> kTable("price index",
                                        {fixed(field<PriceIndex>("year", &PriceIndex::year, kYear, kRequired)),
                                         fixed(field<PriceIndex>("value", &PriceIndex::value, kPositive, kRequired))});
  return kTable;
}

const Table<FormTexts>& form_texts_table() {
  using T = FormTexts;
  static const Table<T> kTable("texts of the form",
                               {words<T>("background", &T::background, "format.default.a_prompt"),
                                words<T>("description", &T::description, "format.default.a_prompt"),
                                words<T>("alternatives", &T::alternatives, "format.default.a_prompt"),
                                words<T>("internal_benefit", &T::internal_benefit, "format.default.a_prompt"),
                                words<T>("citizen_benefit", &T::citizen_benefit, "format.default.a_prompt"),
                                words<T>("zero_alternative", &T::zero_alternative, "format.default.a_prompt"),
                                words<T>("scope", &T::scope, "format.default.a_prompt"),
                                words<T>("benchmarking", &T::benchmarking, "format.default.a_prompt"),
                                words<T>("preconditions", &T::preconditions, "format.default.a_prompt"),
                                words<T>("evidence", &T::evidence, "format.default.a_prompt"),
                                words<T>("costs", &T::costs, "format.default.a_prompt"),
                                words<T>("resources", &T::resources, "format.default.a_prompt"),
                                words<T>("risks", &T::risks, "format.default.a_prompt"),
                                words<T>("follow_up", &T::follow_up, "format.default.a_prompt")});
  return kTable;
}

const Table<AfterRow>& after_table() {
  static const Table<AfterRow> kTable(
      "time after the project",
      {fixed(field<AfterRow>("until", &AfterRow::until, kLastDay, "format.default.period_ends")),
       changes_after("gone", &AfterRow::gone), changes_after("permanent", &AfterRow::permanent)});
  return kTable;
}

const Table<ApplicationRow>& application_table() {
  using T = ApplicationRow;
  static const Table<T> kTable(
      "application", {fixed(field<T>("begins", &Application::begins, kDate, "format.default.period_begins")),
                      fixed(field<T>("ends", &Application::ends, kLastDay, "format.default.period_ends")),
                      fixed(field<T>("price_year", &Application::price_year, kYear, "format.default.not_said")),
                      rows<T>("index", &Application::index, price_index_table(), "format.default.none"),
                      rows<T>("sum", &Application::sum, sum_table(), "format.default.none"),
                      rows<T>("budget", &Application::budget, budget_table(), "format.default.none"),
                      rows<T>("budget_stated", &Application::budget_stated, budget_table(), "format.default.none"),
                      rows<T>("resources", &Application::resources, resource_table(), "format.default.none"),
                      fixed(field<T>("hours_stated", &Application::hours_stated, kNumber, "format.default.none")),
                      named<T>("payers", &Application::payers, payer_table(), "format.default.none"),
                      rows<T>("efforts", &Application::efforts, effort_table(), "format.default.none"),
                      rows<T>("events", &Application::events, event_cost_table(), "format.default.none"),
                      rows<T>("risks", &Application::risks, project_risk_table(), "format.default.none"),
                      fixed(field<T>("follow_up", &Application::follow_up, kMeasureName, "format.default.headline")),
                      texts(), field<T>("after", &T::after, after_table(), "format.default.not_simulated")});
  return kTable;
}

}  // namespace trapphus::scenarios
