// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "scenarios/format/fields/make_field.hpp"
#include "scenarios/format/sections/patch.hpp"

/// Sections of a scenario beside the staircase: period, alternatives, timeline, observations.
namespace trapphus::scenarios {

/// Values of the scenario itself.
struct Head {
  int format = 1;
  std::string extends;
  models::Label name, description;
  std::pair<engine::Time, engine::Time> period;
  std::uint64_t seed = 1;
  int replications = 100;
  std::string precision;
  std::vector<std::string> headline;
};

/// Changes in force from a date on.
struct Dated {
  engine::Time on{};
  std::vector<Patch> changes;
};

/// An alternative or a case, as written.
struct Variant {
  std::string name;
  models::Label label;
  std::vector<Patch> changes;
  std::vector<Dated> timeline;
  std::string shows_part_of;  ///< Name of an alternative; of alternatives only.
};

struct ObservationRow : models::Observation {
  std::string written;                   ///< The value with its unit.
  std::optional<std::string> uncertain;  ///< The uncertainty with its unit.
};

/// A free input, as written.
struct FreeRow {
  std::string path, range;
};

/// All top-level keys; sections with their tables.
const Table<Head>& scenario_table();
const Table<Dated>& dated_table();
const Table<Variant>& alternative_table();
const Table<Variant>& case_table();
const Table<ObservationRow>& observation_table();
const Table<FreeRow>& free_table();

/// The scenario's own `change`.
std::vector<Patch> read_changes(const Node& node, Problems& problems);
Head read_head(Context& context, const Node& root);
/// A mapping from path to value.
std::vector<Patch> read_changes(Context& context, const Node& node);
std::vector<Dated> read_timeline(Context& context, const Node& root);
std::vector<Variant> read_variants(Context& context, const Node& root, const char* section,
                                   const Table<Variant>& table);

}  // namespace trapphus::scenarios
