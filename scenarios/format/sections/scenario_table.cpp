// SPDX-License-Identifier: MIT
#include "scenarios/format/sections/scenario_table.hpp"

#include "scenarios/format/sections/application.hpp"
#include "scenarios/format/sections/profile.hpp"
#include "scenarios/format/sections/sections.hpp"

namespace trapphus::scenarios {

namespace {

void set_origin(Node& node, const std::string& origin) {
  node.origin = origin;
  for (auto& item : node.items) set_origin(item, origin);
  for (auto& entry : node.entries) set_origin(entry.value, origin);
}

/// A bare value takes the source of the change that contains it, not that of its target.
Node with_provenance(const Node& value, const Provenance& provenance) {
  if (!value.is_scalar() || (provenance.source.empty() && provenance.assumption.empty())) return value;
  Node annotated = Node::map(value.at);
  annotated.set("value", value.at, value);
  if (!provenance.source.empty()) annotated.set("source", value.at, Node::scalar(provenance.source, value.at));
  if (!provenance.assumption.empty())
    annotated.set("assumption", value.at, Node::scalar(provenance.assumption, value.at));
  return annotated;
}

std::vector<Patch> patches(Context& context, const Node& node, const std::string& origin) {
  std::vector<Patch> result;
  for (const Entry* entry : named_entries(context, node, Phrase{"reader.entries.values_by_path"})) {
    Patch patch{entry->key, entry->at, with_provenance(entry->value, context.provenance())};
    set_origin(patch.value, origin);
    result.push_back(std::move(patch));
  }
  return result;
}

template <class T>
Field<T> changes(std::vector<Patch> T::*member, const char* fallback) {
  FieldInfo info{"change", Shape::Changes, nullptr, nullptr, fallback, false};
  return {info, [member](Context& context, const Node& node, T& into) { into.*member = read_changes(context, node); },
          nullptr};
}

template <class T>
Field<T> section(const char* key, Shape shape, const TableInfo& table, const char* fallback = "format.default.none") {
  return {describe(key, shape, table, fallback), nullptr, nullptr};
}

Field<Head> texts(const char* key) {
  FieldInfo info{key, Shape::Texts, kText.type, nullptr, "format.default.none", false};
  return {info, nullptr, nullptr};
}

Field<Head> format() {
  return fixed(field<Head>("trapphus", &Head::format, kFormat, kRequired));
}

std::vector<Field<Head>> fields() {
  std::vector<Field<Head>> all{
      format(),
      fixed(field<Head>("extends", &Head::extends, kText, "format.default.nothing")),
      fixed(words<Head>("name", &Head::name, "format.default.name_of_file")),
      fixed(words<Head>("description", &Head::description, "format.default.none")),
      texts("sources"),
      fixed(field<Head>("period", &Head::period, kPeriod, kRequired)),
      fixed(field<Head>("seed", &Head::seed, kSeed, "1")),
      fixed(field<Head>("replications", &Head::replications, kReplications, "100")),
      fixed(field<Head>("precision", &Head::precision, kMeasureName, "cost.total")),
      fixed(field<Head>("headline", &Head::headline, kMeasureName, "format.default.usual_choice"))};
  FieldInfo attributes{"attributes", Shape::List, kText.type, nullptr, "format.default.of_the_groups", false};
  all.push_back({attributes, nullptr, nullptr});
  all.push_back(section<Head>("groups", Shape::Named, group_table().info(), kRequired));
  all.push_back(section<Head>("stages", Shape::Named, stage_table().info(), kRequired));
  all.push_back(section<Head>("services", Shape::Named, service_table().info()));
  all.push_back(section<Head>("moves", Shape::Rows, move_table().info()));
  all.push_back(section<Head>("staff", Shape::Named, team_table().info()));
  all.push_back(section<Head>("boards", Shape::Named, board_table().info()));
  all.push_back(section<Head>("costs", Shape::Named, cost_table().info()));
  all.push_back(section<Head>("grants", Shape::Named, grant_table().info()));
  all.push_back(section<Head>("ceilings", Shape::Named, ceiling_table().info()));
  all.push_back(section<Head>("initial", Shape::Rows, initial_table().info(), "format.default.nobody"));
  all.push_back(section<Head>("timeline", Shape::Rows, dated_table().info()));
  all.push_back(section<Head>("alternatives", Shape::Named, alternative_table().info(), "format.default.one"));
  all.push_back(section<Head>("cases", Shape::Named, case_table().info()));
  all.push_back(section<Head>("observations", Shape::Rows, observation_table().info()));
  all.push_back(section<Head>("free", Shape::Rows, free_table().info()));
  FieldInfo change{"change", Shape::Changes, nullptr, nullptr, "format.default.nothing", false};
  all.push_back({change, nullptr, nullptr});
  all.push_back(section<Head>("profile", Shape::Table, profile_table().info()));
  all.push_back(section<Head>("application", Shape::Table, application_table().info()));
  return all;
}

}  // namespace

std::vector<Patch> read_changes(Context& context, const Node& node) {
  return patches(context, node, context.path());
}

const Table<Dated>& dated_table() {
  static const Table<Dated> kTable(
      "timeline entry", {field<Dated>("on", &Dated::on, kDate, kRequired), changes(&Dated::changes, kRequired)});
  return kTable;
}

const Table<Variant>& alternative_table() {
  static const Table<Variant> kTable(
      "alternative",
      {label<Variant>(&Variant::label),
       fixed(field<Variant>("shows_part_of", &Variant::shows_part_of, kText, "format.default.no_other_alternative")),
       changes(&Variant::changes, "format.default.nothing"),
       rows<Variant>("timeline", &Variant::timeline, dated_table(), "format.default.none")});
  return kTable;
}

const Table<Variant>& case_table() {
  static const Table<Variant> kTable(
      "case", {label<Variant>(&Variant::label), changes(&Variant::changes, "format.default.nothing"),
               rows<Variant>("timeline", &Variant::timeline, dated_table(), "format.default.none")});
  return kTable;
}

const Table<Head>& scenario_table() {
  static const Table<Head> kTable("scenario", fields());
  return kTable;
}

std::vector<Patch> read_changes(const Node& node, Problems& problems) {
  Inputs none;
  Context context(problems, none);
  const Context::Scope scope(context, "change", node);
  return patches(context, node, kChangeOrigin);
}

Head read_head(Context& context, const Node& root) {
  Head head;
  if (const Node* sources = root.find("sources")) {
    for (const Entry* entry : named_entries(context, *sources, Phrase{"reader.entries.texts"})) {
      check_name(context, entry->key, entry->at);
      if (!entry->value.is_scalar())
        context.problem(entry->value.at, Phrase{"reader.no_text", {{"found", entry->value.describe()}}});
      context.sources.push_back(entry->key);
    }
  }
  if (!scenario_table().read(context, root, head)) return head;
  if (const Node* attributes = root.find("attributes")) {
    if (!attributes->is_sequence())
      context.problem(attributes->at, Phrase{"reader.no_list.names", {{"found", attributes->describe()}}});
    for (const Node& item : attributes->items) check_name(context, item.text, item.at);
  }
  context.from = head.period.first;
  context.to = head.period.second;
  return head;
}

namespace {

/// A date after the end is an error; a date before the beginning applies from the beginning.
void check_dates(Context& context, const Node* list, const std::vector<Dated>& timeline) {
  if (list == nullptr) return;
  for (std::size_t i = 0; i < timeline.size(); ++i) {
    const Node* on = list->items[i].find("on");
    if (on == nullptr || context.to <= context.from || timeline[i].on < context.to) continue;
    context.problem(on->at, Phrase{"reader.timeline.after_period",
                                   {{"date", on->text}, {"ends", engine::to_string(context.to - engine::kDay)}}});
  }
}

struct Rows {
  std::vector<Dated> rows;
};

}  // namespace

std::vector<Dated> read_timeline(Context& context, const Node& root) {
  Rows result;
  const Node* list = root.find("timeline");
  if (list == nullptr) return {};
  const Context::Scope scope(context, "timeline", *list);
  rows<Rows>("timeline", &Rows::rows, dated_table(), "format.default.none").read(context, *list, result);
  check_dates(context, list, result.rows);
  return result.rows;
}

std::vector<Variant> read_variants(Context& context, const Node& root, const char* key, const Table<Variant>& table) {
  return read_section(context, root, key, table, [](Context& in, const Node& node, const Variant& variant) {
    check_dates(in, node.find("timeline"), variant.timeline);
  });
}

}  // namespace trapphus::scenarios
