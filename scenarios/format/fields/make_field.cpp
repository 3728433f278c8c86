// SPDX-License-Identifier: MIT
#include "scenarios/format/fields/make_field.hpp"

#include "scenarios/format/fields/relative.hpp"
#include "scenarios/format/yaml/nearest.hpp"

namespace trapphus::scenarios {

namespace {

const std::vector<std::string> kAnnotated{"value", "source", "assumption", "range", "note", "was"};

/// Ends with a sign, and a unit that may stand at the high end only. Throws Mistake, also where an end without its sign
/// is no value of the type.
void read_relative_range(const std::string& text, const std::function<void(const std::string&)>& check,
                         Provenance& into) {
  const Range range = split_range(text);
  if (!is_relative(range.low) || !is_relative(range.high))
    throw Mistake(Phrase{"reader.relative.range", {{"text", tidy(text)}}});
  Range amounts{tidy(range.low.substr(1)), tidy(range.high.substr(1))};
  share_unit(amounts);
  for (const std::string& amount : {amounts.low, amounts.high}) {
    if (!is_percentage("+" + amount) && !is_points("+" + amount)) check(amount);
  }
  into.low = range.low.front() + amounts.low;
  into.high = range.high.front() + amounts.high;
}

/// Throws Mistake.
void read_range(const std::string& text, const std::function<void(const std::string&)>& check, Provenance& into) {
  Range range = split_range(text);
  check(range.high);
  share_unit(range);
  check(range.low);
  into.low = range.low;
  into.high = range.high;
}

}  // namespace

const Node* bare_value(Context& context, const Node& node, const TypeInfo& type,
                       const std::function<void(const std::string&)>& check) {
  const Node* bare = is_annotated(node) ? node.find("value") : &node;
  if (!bare->is_scalar()) {
    context.problem(
        bare->at,
        Phrase{"reader.no_value",
               {{"found", bare->describe()}, {"what", called(type)}, {"example", std::string(type.example)}}});
    return nullptr;
  }
  Provenance provenance = context.provenance();
  if (bare != &node) {
    for (const auto& entry : node.entries) {
      if (std::ranges::find(kAnnotated, entry.key) != kAnnotated.end()) continue;
      context.problem(entry.at, Phrase{"reader.value.no_key",
                                       {{"key", entry.key}, {"suggestion", suggestion(entry.key, kAnnotated)}}});
    }
    if (const Node* was = node.find("was")) provenance.was = was->text;
    if (const Node* range = node.find("range")) {
      try {
        if (bare->change.empty())
          read_range(range->text, check, provenance);
        else
          read_relative_range(range->text, check, provenance);
      } catch (const Mistake& mistake) {
        context.problem(range->at, Phrase{"reader.range.problem", {{"problem", mistake.phrase()}}});
      }
    }
  }
  if (type.number) context.note_input(*bare, provenance);
  return bare;
}

std::vector<const Entry*> named_entries(Context& context, const Node& node, const Phrase& expected) {
  if (!node.is_map()) {
    context.problem(node.at, Phrase{"reader.entries.no_mapping", {{"found", node.describe()}, {"what", expected}}});
  }
  std::vector<const Entry*> result;
  for (const auto& entry : node.entries) {
    if (!is_annotation(entry.key)) result.push_back(&entry);
  }
  return result;
}

std::optional<std::size_t> place_of(Context& context, const Entry& entry, const Phrase& what,
                                    const std::vector<std::string>& names) {
  const auto found = std::ranges::find(names, entry.key);
  if (found != names.end()) return static_cast<std::size_t>(found - names.begin());
  context.problem(
      entry.at,
      Phrase{"reader.unknown", {{"what", what}, {"name", entry.key}, {"suggestion", suggestion(entry.key, names)}}});
  return std::nullopt;
}

std::vector<models::Share> read_shares(Context& context, const Node& node, const Phrase& what,
                                       const std::vector<std::string>& names) {
  std::vector<models::Share> shares(names.size());
  if (node.is_scalar()) {
    if (const auto place = place_of(context, {node.text, node.at, {}}, what, names)) shares[*place] = models::Share(1);
    return shares;
  }
  for (const Entry* entry : named_entries(context, node, Phrase{"reader.entries.shares"})) {
    const auto place = place_of(context, *entry, what, names);
    const Context::Scope scope(context, entry->key, entry->value);
    const auto share = read_value(context, entry->value, kShare);
    if (place && share) shares[*place] = *share;
  }
  return shares;
}

models::Label read_label(Context& context, const Node& given) {
  const Node& node = is_annotated(given) ? *given.find("value") : given;
  models::Label label;
  if (node.is_scalar()) {
    label.en = node.text;
    return label;
  }
  static const std::vector<std::string> kLanguages{"sv", "en"};
  for (const Entry* entry : named_entries(context, node, Phrase{"reader.entries.languages"})) {
    if (!place_of(context, *entry, Phrase{"reader.what.language"}, kLanguages)) continue;
    if (!entry->value.is_scalar())
      context.problem(entry->value.at, Phrase{"reader.no_text", {{"found", entry->value.describe()}}});
    (entry->key == "sv" ? label.sv : label.en) = entry->value.text;
  }
  return label;
}

void need_every_group(Context& context, const Node& node, const std::vector<bool>& given) {
  for (std::size_t g = 0; g < given.size(); ++g) {
    if (given[g]) continue;
    context.problem(node.at,
                    Phrase{"reader.groups.missing", {{"path", context.path()}, {"group", context.names.groups[g]}}});
  }
}

}  // namespace trapphus::scenarios
