// SPDX-License-Identifier: MIT
#include "scenarios/reader.hpp"

#include <fmt/format.h>

#include <utility>

#include "scenarios/load.hpp"
#include "scenarios/observations.hpp"
#include "scenarios/settings_reader.hpp"
#include "scenarios/variants.hpp"

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

void apply_overrides(Node& root, const std::vector<Override>& overrides, Problems& problems) {
  for (const auto& set : overrides) {
    const Position at{std::make_shared<const std::string>(fmt::format("--set {}={}", set.path, set.value)), 0, 0};
    apply(root, {set.path, at, value_of(set, at, problems)}, Reach::Everything, problems);
  }
  normalise(root);
}

}  // namespace

models::Scenario read(const std::filesystem::path& file, const std::vector<Override>& overrides) {
  Problems problems;
  Loaded loaded = load(file, problems);
  apply_overrides(loaded.root, overrides, problems);

  Inputs inputs;
  Context context(problems, inputs);
  context.names = names_of(loaded.root);
  const Head head = read_head(context, loaded.root);
  models::Scenario scenario;
  scenario.name = head.name.empty() ? file.stem().string() : head.name;
  scenario.file = file.string();
  scenario.sha256 = loaded.sha256;
  scenario.from = context.from;
  scenario.to = context.to;
  scenario.seed = head.seed;
  scenario.replications = head.replications;

  // The scenario as it is written comes first: its inputs in the order of the file.
  static_cast<void>(read_settings(context, loaded.root));
  Variants variants(loaded.root, context, problems, inputs);
  variants.build(context, scenario);
  problems.raise();
  variants.check_pathways(scenario);
  read_observations(context, loaded.root, head, scenario);
  problems.raise();
  scenario.inputs = inputs.take();
  return scenario;
}

}  // namespace trapphus::scenarios
