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

/// A bare value takes the source of the change it stands in, not that of the place where it is put.
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
  std::vector<Patch> found;
  for (const Entry* entry : named_entries(context, node, "values by path"_p)) {
    Patch patch{entry->key, entry->at, with_provenance(entry->value, context.provenance())};
    set_origin(patch.value, origin);
    found.push_back(std::move(patch));
  }
  return found;
}

template <class T>
Field<T> changes(std::vector<Patch> T::*member, const char* fallback) {
  FieldInfo info{"change", Shape::Changes, nullptr,
                 nullptr,  fallback,       "A mapping from path to value: `staff.project.fte: 2`.",
                 false};
  return {info, [member](Context& context, const Node& node, T& into) { into.*member = read_changes(context, node); },
          nullptr};
}

template <class T>
Field<T> section(const char* key, Shape shape, const TableInfo& table, const char* meaning,
                 const char* fallback = "none") {
  return {describe(key, shape, table, fallback, meaning), nullptr, nullptr};
}

Field<Head> texts(const char* key, const char* meaning) {
  FieldInfo info{key, Shape::Texts, kText.type, nullptr, "none", meaning, false};
  return {info, nullptr, nullptr};
}

Field<Head> format() {
  return fixed(field<Head>("trapphus", &Head::format, kFormat, kRequired, "The version of this format."));
}

std::vector<Field<Head>> fields() {
  std::vector<Field<Head>> all{
      format(),
      fixed(field<Head>("extends", &Head::extends, kText, "nothing",
                        "Another scenario file, relative to this one, that this one builds on.")),
      fixed(words<Head>("name", &Head::name, "the file's name", "What readers see.")),
      fixed(words<Head>("description", &Head::description, "none", "What it is about.")),
      texts("sources", "Documents by short name; `source: NAME` refers to them."),
      fixed(field<Head>("period", &Head::period, kPeriod, kRequired, "What is simulated.")),
      fixed(
          field<Head>("seed", &Head::seed, kSeed, "1", "Of the random numbers: the same seed gives the same result.")),
      fixed(
          field<Head>("replications", &Head::replications, kReplications, "100", "How often the period is simulated.")),
      fixed(field<Head>("precision", &Head::precision, kMeasureName, "cost.total",
                        "The measure that `--until` looks at.")),
      fixed(field<Head>("headline", &Head::headline, kMeasureName, "a usual choice", "The measures in the summary."))};
  FieldInfo attributes{"attributes", Shape::List,           kText.type,
                       nullptr,      "those of the groups", "Names of what households may have, such as debts.",
                       false};
  all.push_back({attributes, nullptr, nullptr});
  all.push_back(section<Head>("groups", Shape::Named, group_table().info(), "Who becomes homeless.", kRequired));
  all.push_back(section<Head>("stages", Shape::Named, stage_table().info(),
                              "Where they live or wait, and how they leave.", kRequired));
  all.push_back(section<Head>("services", Shape::Named, service_table().info(), "What is done for them."));
  all.push_back(section<Head>("moves", Shape::Rows, move_table().info(), "The ways between the stages."));
  all.push_back(section<Head>("staff", Shape::Named, team_table().info(), "Teams, and what they cost."));
  all.push_back(section<Head>("boards", Shape::Named, board_table().info(), "Meetings that review placements."));
  all.push_back(section<Head>("costs", Shape::Named, cost_table().info(), "Fixed costs."));
  all.push_back(section<Head>("grants", Shape::Named, grant_table().info(), "Money given for the project."));
  all.push_back(section<Head>("ceilings", Shape::Named, ceiling_table().info(), "Budgets that may be reached."));
  all.push_back(section<Head>("initial", Shape::Rows, initial_table().info(), "Who lives where when the period begins.",
                              "nobody"));
  all.push_back(section<Head>("timeline", Shape::Rows, dated_table().info(), "What changes on which date."));
  all.push_back(section<Head>("alternatives", Shape::Named, alternative_table().info(),
                              "Variants that are compared with the first one of them.", "one, called `scenario`"));
  all.push_back(section<Head>("cases", Shape::Named, case_table().info(),
                              "Sets of assumptions (low, high) under which every alternative is run as well."));
  all.push_back(
      section<Head>("observations", Shape::Rows, observation_table().info(), "What was measured in reality."));
  all.push_back(section<Head>("free", Shape::Rows, free_table().info(), "What `calibrate` fits to the observations."));
  FieldInfo change{
      "change",  Shape::Changes,
      nullptr,   nullptr,
      "nothing", "A mapping from path to value, carried out when this file has been put on top of what it extends.",
      false};
  all.push_back({change, nullptr, nullptr});
  all.push_back(section<Head>("profile", Shape::Table, profile_table().info(),
                              "Facts of an organisation that are not simulated, for comparing it with others."));
  all.push_back(section<Head>("application", Shape::Table, application_table().info(),
                              "What an application for money says itself, for `trapphus budget`."));
  return all;
}

}  // namespace

std::vector<Patch> read_changes(Context& context, const Node& node) {
  return patches(context, node, context.path());
}

const Table<Dated>& dated_table() {
  static const Table<Dated> kTable(
      "timeline entry", "Changes that hold from a date on. They change numbers; nothing appears or disappears.",
      {field<Dated>("on", &Dated::on, kDate, kRequired, "From when."), changes(&Dated::changes, kRequired)});
  return kTable;
}

const Table<Variant>& alternative_table() {
  static const Table<Variant> kTable(
      "alternative",
      "A variant of the scenario, run with the same households. What it says of a path holds from the beginning, "
      "whatever the "
      "scenario's timeline says of this path.",
      {label<Variant>(&Variant::label),
       fixed(field<Variant>("shows_part_of", &Variant::shows_part_of, kText, "no other alternative",
                            "The alternative of which this is all but one part: their difference is shown as what the "
                            "part contributes. Not run under `cases`.")),
       changes(&Variant::changes, "nothing"),
       rows<Variant>("timeline", &Variant::timeline, dated_table(), "none",
                     "Added to the scenario's timeline; on the same path it prevails.")});
  return kTable;
}

const Table<Variant>& case_table() {
  static const Table<Variant> kTable(
      "case", "Other assumptions for all alternatives; a change that an alternative makes to the same path prevails.",
      {label<Variant>(&Variant::label), changes(&Variant::changes, "nothing"),
       rows<Variant>("timeline", &Variant::timeline, dated_table(), "none",
                     "Added to the scenario's timeline; on the same path it prevails.")});
  return kTable;
}

const Table<Head>& scenario_table() {
  static const Table<Head> kTable("scenario", "A scenario file.", fields());
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
    for (const Entry* entry : named_entries(context, *sources, "texts"_p)) {
      check_name(context, entry->key, entry->at);
      if (!entry->value.is_scalar())
        context.problem(entry->value.at, EnglishPhrase("{} is no text"_p, entry->value.describe()));
      context.sources.push_back(entry->key);
    }
  }
  if (!scenario_table().read(context, root, head)) return head;
  if (const Node* attributes = root.find("attributes")) {
    if (!attributes->is_sequence())
      context.problem(attributes->at,
                      EnglishPhrase("{} is no list; expected a list of names"_p, attributes->describe()));
    for (const Node& item : attributes->items) check_name(context, item.text, item.at);
  }
  context.from = head.period.first;
  context.to = head.period.second;
  return head;
}

namespace {

/// A date after the end is a slip of the pen; one before the beginning holds from the beginning.
void check_dates(Context& context, const Node* list, const std::vector<Dated>& timeline) {
  if (list == nullptr) return;
  for (std::size_t i = 0; i < timeline.size(); ++i) {
    const Node* on = list->items[i].find("on");
    if (on == nullptr || context.to <= context.from || timeline[i].on < context.to) continue;
    context.problem(
        on->at, EnglishPhrase("`{}` is after the period, which ends on {}"_p, on->text, engine::to_string(context.to)));
  }
}

struct Rows {
  std::vector<Dated> rows;
};

}  // namespace

std::vector<Dated> read_timeline(Context& context, const Node& root) {
  Rows found;
  const Node* list = root.find("timeline");
  if (list == nullptr) return {};
  const Context::Scope scope(context, "timeline", *list);
  rows<Rows>("timeline", &Rows::rows, dated_table(), "none", "").read(context, *list, found);
  check_dates(context, list, found.rows);
  return found.rows;
}

std::vector<Variant> read_variants(Context& context, const Node& root, const char* key, const Table<Variant>& table) {
  return read_section(context, root, key, table, [](Context& in, const Node& node, const Variant& variant) {
    check_dates(in, node.find("timeline"), variant.timeline);
  });
}

}  // namespace trapphus::scenarios
