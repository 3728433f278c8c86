// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "models/staircase/settings.hpp"
#include "scenarios/format/fields/make_field.hpp"

/// Tables of fields and readers, one for each section of a scenario. The readers check rules within their section;
/// `models::check_pathway` checks the staircase as a whole.
namespace trapphus::scenarios {

const Table<models::Group>& group_table();
const Table<models::Stage>& stage_table();
const Table<models::Service>& service_table();
const Table<models::StaffTeam>& team_table();
const Table<models::Move>& move_table();
const Table<models::Board>& board_table();
const Table<models::FixedCost>& cost_table();
const Table<models::FundingGrant>& grant_table();
const Table<models::Ceiling>& ceiling_table();
/// `since` of an initial household, as written.
struct InitialRow : models::Initial {
  std::optional<engine::Time> since;
};
const Table<InitialRow>& initial_table();

std::vector<models::Group> read_groups(Context& context, const Node& root);
std::vector<models::Stage> read_stages(Context& context, const Node& root);
std::vector<models::Service> read_services(Context& context, const Node& root);
std::vector<models::StaffTeam> read_teams(Context& context, const Node& root);
/// Requires the stages: an ending belongs to a tenancy.
std::vector<models::Move> read_moves(Context& context, const Node& root, const std::vector<models::Stage>& stages);
std::vector<models::Board> read_boards(Context& context, const Node& root);
std::vector<models::FixedCost> read_costs(Context& context, const Node& root);
std::vector<models::FundingGrant> read_grants(Context& context, const Node& root);
/// Requires the stages: a ceiling covers stages with nights or rents.
std::vector<models::Ceiling> read_ceilings(Context& context, const Node& root,
                                           const std::vector<models::Stage>& stages);
std::vector<models::Initial> read_initial(Context& context, const Node& root);

/// Reads the entries of a section, by name, in the order of the file. `check` is called after each.
template <class T, class Check>
std::vector<T> read_section(Context& context, const Node& root, const char* section, const Table<T>& table,
                            Check check) {
  std::vector<T> things;
  const Node* map = root.find(section);
  if (map == nullptr) return things;
  const Context::Scope outer(context, section, *map);
  for (const Entry* entry : named_entries(context, *map, table.info().several())) {
    check_name(context, entry->key, entry->at);
    const Context::Scope scope(context, entry->key, entry->value);
    T thing{};
    thing.name = entry->key;
    if (table.read(context, entry->value, thing)) check(context, entry->value, thing);
    things.push_back(std::move(thing));
  }
  return things;
}

/// Position of a key's value, or of the mapping if it has no such key.
[[nodiscard]] inline const Position& place_of_key(const Node& node, std::string_view key) {
  const Node* value = node.find(key);
  return value == nullptr ? node.at : value->at;
}

}  // namespace trapphus::scenarios
