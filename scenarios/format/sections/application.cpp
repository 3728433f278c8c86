// SPDX-License-Identifier: MIT
#include "scenarios/format/sections/application.hpp"

#include <algorithm>

#include "models/measures/measure.hpp"
#include "models/staircase/scenario.hpp"
#include "scenarios/format/sections/sections.hpp"
#include "scenarios/format/yaml/nearest.hpp"

namespace trapphus::scenarios {

namespace {

using models::Per;
using models::SumLine;

/// A row of a list, or the block itself where the list is missing.
const Node& row_of(const Node& block, const char* key, std::size_t index) {
  const Node* list = block.find(key);
  return list != nullptr && index < list->items.size() ? list->items[index] : block;
}

void check_term(Context& context, const Node& node, const SumLine& line) {
  const auto report = [&](const char* key, const Phrase& phrase) { context.problem(place_of_key(node, key), phrase); };
  if (line.persons.has_value() != line.price.has_value())
    report(line.persons ? "persons" : "price", Phrase{"reader.sum.persons_and_price"});
  if (!line.persons && !line.price && !line.amount) report("label", Phrase{"reader.sum.incomplete"});
  if (!line.price) {
    if (line.months || line.days) report(line.months ? "months" : "days", Phrase{"reader.sum.no_price"});
    return;
  }
  if (line.price->per == Per::Week) report("price", Phrase{"reader.sum.per_week"});
  if ((line.price->per == Per::Month) != line.months.has_value())
    report(line.months ? "months" : "price", Phrase{"reader.sum.months"});
  if ((line.price->per == Per::Day) != line.days.has_value())
    report(line.days ? "days" : "price", Phrase{"reader.sum.days"});
}

void check_after(Context& context, const Node& block, const ApplicationRow& application) {
  const Node& node = *block.find("after");
  const AfterRow& after = *application.after;
  if (!application.ends) {
    context.problem(node.at, Phrase{"reader.after.ends"});
  } else if (after.until.value_or(context.to) <= *application.ends) {
    context.problem(place_of_key(node, "until"), Phrase{"reader.after.until"});
  }
  if (after.gone.empty() && after.permanent.empty()) context.problem(node.at, Phrase{"reader.after.same"});
}

void check_dates(Context& context, const Node& block, const ApplicationRow& application) {
  const engine::Time begins = application.begins.value_or(context.from), ends = application.ends.value_or(context.to);
  if (ends <= begins) context.problem(place_of_key(block, "ends"), Phrase{"reader.application.ends"});
  if (application.ends && *application.ends <= context.from)
    context.problem(place_of_key(block, "ends"), Phrase{"reader.application.before_period"});
  for (std::size_t i = 0; i < application.resources.size(); ++i) {
    const auto& resource = application.resources[i];
    if (resource.to.value_or(ends) <= resource.from.value_or(begins))
      context.problem(place_of_key(row_of(block, "resources", i), "to"), Phrase{"reader.application.resource"});
  }
}

/// Adds a problem for each name, in a list or single, that is not among the known ones.
class NameCheck {
 public:
  NameCheck(Context& context, Phrase what, std::vector<std::string> known)
      : context_(context), what_(std::move(what)), known_(std::move(known)) {}
  void operator()(const Node& row, const char* key, const std::vector<std::string>& names) const {
    for (const std::string& name : names) {
      if (std::ranges::find(known_, name) != known_.end()) continue;
      context_.problem(
          place_of_key(row, key),
          Phrase{"reader.unknown", {{"what", what_}, {"name", name}, {"suggestion", suggestion(name, known_)}}});
    }
  }

 private:
  Context& context_;
  Phrase what_;
  std::vector<std::string> known_;
};

std::vector<std::string> grant_names(const models::Scenario& scenario) {
  std::vector<std::string> names;
  for (const auto& alternative : scenario.alternatives) {
    for (const auto& grant : alternative.epochs.front().settings.grants) {
      if (std::ranges::find(names, grant.name) == names.end()) names.push_back(grant.name);
    }
  }
  return names;
}

void check_payers(Context& context, const Node& block, const models::Scenario& scenario,
                  const models::MeasureTable& table) {
  const NameCheck line(context, Phrase{"reader.what.cost_line"}, table.lines());
  const NameCheck grant(context, Phrase{"reader.what.grant"}, grant_names(scenario));
  std::vector<std::string> taken;
  for (const auto& payer : scenario.application->payers) {
    const Node& row = *block.find("payers")->find(payer.name);
    line(row, "lines", payer.lines);
    grant(row, "gives", payer.gives);
    grant(row, "receives", payer.receives);
    for (const std::string& name : payer.lines) {
      if (std::ranges::find(taken, name) != taken.end())
        context.problem(place_of_key(row, "lines"), Phrase{"reader.payer.two", {{"line", name}}});
      taken.push_back(name);
    }
  }
}

}  // namespace

std::optional<ApplicationRow> read_application(Context& context, const Node& root) {
  const Node* block = root.find("application");
  if (block == nullptr) return std::nullopt;
  const Context::Scope scope(context, "application", *block);
  ApplicationRow application;
  if (!application_table().read(context, *block, application)) return std::nullopt;
  for (std::size_t i = 0; i < application.sum.size(); ++i)
    check_term(context, row_of(*block, "sum", i), application.sum[i]);
  check_dates(context, *block, application);
  if (application.after) check_after(context, *block, application);
  return application;
}

void check_application(Context& context, const Node& root, const models::Scenario& scenario) {
  if (!scenario.application) return;
  const Node& block = *root.find("application");
  const models::MeasureTable table(scenario);
  const auto& application = *scenario.application;
  std::vector<std::string> all, flows;
  for (const auto& measure : table.all()) {
    all.push_back(measure.name);
    if (measure.unit == "per year") flows.push_back(measure.name);
  }
  const NameCheck measure(context, Phrase{"reader.what.measure"}, all),
      flow(context, Phrase{"reader.what.flow"}, flows);
  for (std::size_t i = 0; i < application.efforts.size(); ++i)
    measure(row_of(block, "efforts", i), "measure", {application.efforts[i].measure});
  for (std::size_t i = 0; i < application.events.size(); ++i)
    flow(row_of(block, "events", i), "measure", {application.events[i].measure});
  measure(block, "follow_up", application.follow_up);
  check_payers(context, block, scenario, table);
}

}  // namespace trapphus::scenarios
