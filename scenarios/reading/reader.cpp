// SPDX-License-Identifier: MIT
#include "scenarios/reading/reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "models/pathway/history.hpp"
#include "models/pathway/pathway.hpp"
#include "models/staircase/scenario.hpp"
#include "scenarios/format/fields/relative.hpp"
#include "scenarios/format/sections/patch.hpp"
#include "scenarios/format/sections/profile.hpp"
#include "scenarios/format/sections/settings_reader.hpp"
#include "scenarios/format/values/quantity.hpp"
#include "scenarios/reading/free.hpp"
#include "scenarios/reading/load.hpp"
#include "scenarios/reading/observations.hpp"
#include "scenarios/reading/variants.hpp"
#include "scenarios/reading/warnings.hpp"

namespace trapphus::scenarios {

namespace {

void place_all(Node& node, const Position& at) {
  node.at = at;
  node.origin = kSetOrigin;
  for (auto& item : node.items) place_all(item, at);
  for (auto& entry : node.entries) {
    entry.at = at;
    place_all(entry.value, at);
  }
}

/// The value as a file would have it: brackets and quotes as in YAML, anything else as it stands.
Node value_of(const Override& set, const Position& at, Problems& problems) {
  const bool is_yaml = !set.value.empty() && std::string("{['\"").find(set.value.front()) != std::string::npos;
  auto node = is_yaml ? parse_document(set.value, at.file, problems) : std::nullopt;
  Node value = node ? std::move(*node) : Node::scalar(set.value, at);
  place_all(value, at);
  return value;
}

/// `--free PATH=RANGE`, in place of the file's list.
void replace_free(Node& root, const std::vector<Override>& free) {
  Node list;
  list.kind = Node::Kind::Sequence;
  for (const auto& one : free) {
    const Position at{std::make_shared<const std::string>(fmt::format("--free {}={}", one.path, one.value)), 0, 0};
    Node row = Node::map(at);
    row.set("path", at, Node::scalar(one.path, at));
    row.set("range", at, Node::scalar(one.value, at));
    list.items.push_back(std::move(row));
  }
  root.set("free", {}, std::move(list));
}

void apply_overrides(Node& root, const std::vector<Override>& overrides, Problems& problems) {
  for (const auto& set : overrides) {
    const Position at{std::make_shared<const std::string>(fmt::format("--set {}={}", set.path, set.value)), 0, 0};
    apply(root, {set.path, at, value_of(set, at, problems)}, Reach::Everything, problems);
  }
  normalise(root);
}

/// The end of a period that is the day after the last, though every other end in a file is the last day.
void notice_period(const Node& root, models::Scenario& scenario) {
  const std::string text = text_of(root, "period");
  if (scenario.to <= scenario.from || !excludes_last_day(text)) return;
  scenario.notices.push_back({"period",
                              {"reader.notice.period",
                               {{"text", tidy(text)},
                                {"first", engine::to_string(scenario.from)},
                                {"last", engine::to_string(scenario.to - engine::kDay)}}}});
}

/// A value of `--set` that the timeline replaces later.
void notice_overrides(const Node& root, const std::vector<Override>& overrides, models::Scenario& scenario) {
  const Node* timeline = root.find("timeline");
  for (const auto& set : overrides) {
    if (timeline == nullptr || is_relative(set.value)) continue;
    for (const Node& row : timeline->items) {
      const Node* changes = row.find("change");
      const std::string on = text_of(row, "on");
      if (changes == nullptr || on.empty() || parse_date(on) <= scenario.from) continue;
      const bool replaces = std::ranges::any_of(changes->entries, [&](const Entry& entry) {
        return are_related(entry.key, set.path) && !is_relative(entry.value);
      });
      if (!replaces) continue;
      scenario.notices.push_back({set.path, {"reader.notice.until", {{"value", set.value}, {"date", on}}}});
      break;
    }
  }
}

}  // namespace

ScenarioFile::ScenarioFile(Source source, const std::vector<Override>& free)
    : source_(std::move(source)), loaded_(load(source_, problems_)) {
  if (!free.empty()) replace_free(loaded_.root, free);
}

models::Scenario ScenarioFile::scenario(const std::vector<Override>& overrides, Cases cases) const {
  Problems problems = problems_;
  Node root = loaded_.root;
  apply_overrides(root, overrides, problems);
  if (cases == Cases::Without) root.erase("cases");

  Inputs inputs;
  Context context(problems, inputs);
  context.names = names_of(root);
  const Head head = read_head(context, root);
  models::Scenario scenario;
  scenario.label = head.name;
  scenario.description = head.description;
  const std::string& written = head.name.en.empty() ? head.name.sv : head.name.en;
  scenario.name = written.empty() ? source_.file.stem().string() : written;
  scenario.file = source_.file.string();
  scenario.sha256 = loaded_.sha256;
  scenario.from = context.from;
  scenario.to = context.to;
  scenario.seed = head.seed;
  scenario.replications = head.replications;

  notice_period(root, scenario);

  // The scenario as it is written comes first: its inputs in the order of the file.
  static_cast<void>(read_settings(context, root));
  const auto application = read_application(context, root);
  if (application) scenario.application = *application;
  VariantBuilder variants(root, context, problems, inputs);
  variants.build(context, scenario);
  if (application) variants.go_on(*application, scenario);
  problems.raise();
  notice_overrides(root, overrides, scenario);
  variants.check_pathways(scenario);
  read_observations(context, root, head, scenario);
  scenario.profile = read_profile(context, root);
  scenario.free = read_free(context, root, problems);
  check_application(context, root, scenario);
  problems.raise();
  models::set_history(scenario);
  scenario.inputs = inputs.take();
  for (auto& warning : inherited_sources(root, scenario)) scenario.warnings.push_back(std::move(warning));
  for (auto& warning : short_follow_up(scenario)) scenario.warnings.push_back(std::move(warning));
  for (auto& warning : initial_that_cannot_be(scenario)) scenario.warnings.push_back(std::move(warning));
  for (auto& finding : models::check_start(first_settings(scenario)))
    scenario.warnings.push_back({finding.path, std::move(finding.phrase)});
  if (!overrides.empty() && cases == Cases::With) models::note_changes(scenario.inputs, written_inputs());
  if (const Node* sources = root.find("sources"))
    for (const Entry& entry : sources->entries) scenario.sources.push_back({entry.key, entry.value.text});
  return scenario;
}

std::vector<models::Input> ScenarioFile::written_inputs() const {
  try {
    return scenario().inputs;
  } catch (const Invalid&) {
    return {};  // only what was set makes it a scenario: nothing was there before
  }
}

models::Scenario read(const Source& source, const std::vector<Override>& overrides) {
  return ScenarioFile(source).scenario(overrides);
}

}  // namespace trapphus::scenarios
