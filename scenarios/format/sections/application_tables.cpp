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

Field<AfterRow> changes_after(const char* key, std::vector<Patch> AfterRow::*member, const char* meaning) {
  FieldInfo info{key, Shape::Changes, nullptr, nullptr, "nothing changes", meaning, false};
  return {info,
          [member](Context& context, const Node& node, AfterRow& into) { into.*member = read_changes(context, node); },
          nullptr};
}

Field<ApplicationRow> texts() {
  return {describe("texts", Shape::Table, form_texts_table().info(), "prompts", "The applicant's own words."),
          [](Context& context, const Node& node, ApplicationRow& into) {
            form_texts_table().read(context, node, into.texts);
          },
          nullptr};
}

}  // namespace

const Table<SumLine>& sum_table() {
  static const Table<SumLine> kTable(
      "term of the sum",
      "One term of the sum for a year as applicants make it: persons x price x months. A term may be an amount alone; "
      "an "
      "amount beside the factors is what the application states, it counts, and the difference is shown.",
      {words<SumLine>("label", &SumLine::label, kRequired, "What it is."),
       fixed(field<SumLine>("persons", &SumLine::persons, kCount, "none", "How many.")),
       fixed(field<SumLine>("price", &SumLine::price, kPrice, "none",
                            "For each: per month (with `months`), per day (with `days`) or per year.")),
       fixed(field<SumLine>("months", &SumLine::months, kCount, "none", "How many months.")),
       fixed(field<SumLine>("days", &SumLine::days, kCount, "none", "How many days.")),
       fixed(field<SumLine>("amount", &SumLine::amount, kMoney, "none", "The term as it is stated.")),
       fixed(field<SumLine>("sign", &SumLine::minus, kSign, "plus",
                            "`plus` for what is no longer paid, `minus` for what is paid instead."))});
  return kTable;
}

const Table<BudgetLine>& budget_table() {
  static const Table<BudgetLine> kTable(
      "budget line", "A line of the project's own budget, or a total that the application states.",
      {words<BudgetLine>("label", &BudgetLine::label, "none", "What it is."),
       fixed(field<BudgetLine>("year", &BudgetLine::year, kYear, "the whole project", "The calendar year.")),
       fixed(field<BudgetLine>("amount", &BudgetLine::amount, kMoney, kRequired, "How much."))});
  return kTable;
}

const Table<Resource>& resource_table() {
  static const Table<Resource> kTable(
      "resource", "Somebody who works in the project.",
      {words<Resource>("role", &Resource::role, kRequired, "Who."),
       fixed(field<Resource>("hours", &Resource::hours_per_week, kHoursAWeek, kRequired, "How much.")),
       fixed(field<Resource>("from", &Resource::from, kDate, "the project's beginning", "The first day.")),
       fixed(field<Resource>("to", &Resource::to, kLastDay, "the project's end", "The last day.")),
       fixed(field<Resource>("internal", &Resource::internal, kYesNo, "no",
                             "Whether the organisation has this person anyway."))});
  return kTable;
}

const Table<Payer>& payer_table() {
  static const Table<Payer> kTable(
      "payer", "Whose money it is.",
      {label<Payer>(&Payer::label),
       fixed(field<Payer>("lines", &Payer::lines, kLine, "none", "The cost lines that it pays.")),
       fixed(field<Payer>("gives", &Payer::gives, kText, "none", "The grants that it gives.")),
       fixed(field<Payer>("receives", &Payer::receives, kText, "none", "The grants that it receives."))});
  return kTable;
}

const Table<Effort>& effort_table() {
  static const Table<Effort> kTable(
      "effort",
      "Work that comes with a measure and falls away with it: 12 000 invoices a year with 571 households placed, hours "
      "of caseworkers.",
      {words<Effort>("label", &Effort::label, kRequired, "What it is."),
       words<Effort>("unit", &Effort::unit, kRequired, "What is counted: `{sv: timmar, en: hours}`."),
       fixed(field<Effort>("measure", &Effort::measure, kMeasureName, kRequired, "What it comes with.")),
       fixed(field<Effort>("amount", &Effort::amount, kNumber, kRequired, "How much in a year...")),
       fixed(field<Effort>("households", &Effort::households, kPositive, "1",
                           "...when the measure has this value (571 households, or so many events a year)."))});
  return kTable;
}

const Table<EventCost>& event_cost_table() {
  static const Table<EventCost> kTable(
      "cost of an event", "What one event costs that no cost line has: a sudden termination, wear of an apartment.",
      {words<EventCost>("label", &EventCost::label, kRequired, "What it is."),
       fixed(field<EventCost>("measure", &EventCost::measure, kMeasureName, kRequired,
                              "What is counted, a flow: `moves.training.hotel`.")),
       fixed(field<EventCost>("cost", &EventCost::cost, kMoney, kRequired, "Of each."))});
  return kTable;
}

const Table<ProjectRisk>& project_risk_table() {
  static const Table<ProjectRisk> kTable(
      "risk of the project", "What may go wrong, and what is done about it.",
      {words<ProjectRisk>("risk", &ProjectRisk::risk, kRequired, "What may go wrong."),
       words<ProjectRisk>("action", &ProjectRisk::action, "none", "What is done about it.")});
  return kTable;
}

const Table<PriceIndex>& price_index_table() {
  static const Table<PriceIndex> kTable(
      "price index", "Consumer prices of a year; any scale, the same in all rows.",
      {fixed(field<PriceIndex>("year", &PriceIndex::year, kYear, kRequired, "The year.")),
       fixed(field<PriceIndex>("value", &PriceIndex::value, kPositive, kRequired, "Its index."))});
  return kTable;
}

const Table<FormTexts>& form_texts_table() {
  using T = FormTexts;
  static const Table<T> kTable(
      "texts of the form", "The applicant's own words, a text for each section of the form.",
      {words<T>("background", &T::background, "a prompt", "Background and present state."),
       words<T>("description", &T::description, "a prompt", "What is to be done."),
       words<T>("alternatives", &T::alternatives, "a prompt", "What else was considered."),
       words<T>("internal_benefit", &T::internal_benefit, "a prompt", "Internal efficiency, in measurable terms."),
       words<T>("citizen_benefit", &T::citizen_benefit, "a prompt", "Benefit to citizens."),
       words<T>("zero_alternative", &T::zero_alternative, "a prompt", "What happens without the project."),
       words<T>("scope", &T::scope, "a prompt", "What belongs to the project, and what does not."),
       words<T>("benchmarking", &T::benchmarking, "a prompt", "What others have done."),
       words<T>("preconditions", &T::preconditions, "a prompt", "What must be in place."),
       words<T>("evidence", &T::evidence, "a prompt", "Models that are known to work."),
       words<T>("costs", &T::costs, "a prompt", "Costs and financing."),
       words<T>("resources", &T::resources, "a prompt", "Who works in the project."),
       words<T>("risks", &T::risks, "a prompt", "Risks, and measures against them."),
       words<T>("follow_up", &T::follow_up, "a prompt", "How it is followed up.")});
  return kTable;
}

const Table<AfterRow>& after_table() {
  static const Table<AfterRow> kTable(
      "time after the project",
      "How it goes on after `ends`, simulated in two variants beside the zero alternative. Each is the alternative "
      "with "
      "changes from the day after the project's end on; a variant without changes goes on as the alternative does.",
      {fixed(field<AfterRow>("until", &AfterRow::until, kLastDay, "the period's end",
                             "The last day; may be later than the period's.")),
       changes_after("gone", &AfterRow::gone, "The staff are gone: `{staff.navigator.fte: 0}`."),
       changes_after("permanent", &AfterRow::permanent, "The staff are made permanent: `{staff.navigator.fte: 1}`.")});
  return kTable;
}

const Table<ApplicationRow>& application_table() {
  using T = ApplicationRow;
  static const Table<T> kTable(
      "application", "What an application for money says itself, for `trapphus budget`. Nothing here changes a run.",
      {fixed(field<T>("begins", &Application::begins, kDate, "the period's beginning", "The project's first day.")),
       fixed(field<T>("ends", &Application::ends, kLastDay, "the period's end",
                      "The project's last day; by then it should have paid for itself.")),
       fixed(field<T>("price_year", &Application::price_year, kYear, "not said",
                      "The year that the scenario's prices are of.")),
       rows<T>("index", &Application::index, price_index_table(), "none",
               "Consumer prices: the saving is shown at the prices of these years as well."),
       rows<T>("sum", &Application::sum, sum_table(), "none", "The applicant's own sum for a year."),
       rows<T>("budget", &Application::budget, budget_table(), "none", "The project's budget by line."),
       rows<T>("budget_stated", &Application::budget_stated, budget_table(), "none",
               "Totals that the application states; what the lines do not add up to is shown."),
       rows<T>("resources", &Application::resources, resource_table(), "none", "Who works in the project."),
       fixed(field<T>("hours_stated", &Application::hours_stated, kNumber, "none",
                      "Hours of the internal resources in all, as the application states them.")),
       named<T>("payers", &Application::payers, payer_table(), "none", "Whose money it is."),
       rows<T>("efforts", &Application::efforts, effort_table(), "none", "Work that falls away."),
       rows<T>("events", &Application::events, event_cost_table(), "none", "What single events cost."),
       rows<T>("risks", &Application::risks, project_risk_table(), "none", "What may go wrong."),
       fixed(field<T>("follow_up", &Application::follow_up, kMeasureName, "the scenario's headline",
                      "The measures that are followed up by half-year.")),
       texts(), field<T>("after", &T::after, after_table(), "not simulated", "How it goes on after the project.")});
  return kTable;
}

}  // namespace trapphus::scenarios
