// SPDX-License-Identifier: MIT
#pragma once

#include <boost/graph/adjacency_list.hpp>
#include <vector>

#include "models/pathway/ways.hpp"

/// The pathway as a Boost graph of stages.
namespace trapphus::models {

using StageGraph = boost::adjacency_list<boost::vecS, boost::vecS, boost::bidirectionalS>;

/// Every move that is written, whatever its numbers; with longest stays, boards, returns and ways past full stages.
[[nodiscard]] StageGraph written_graph(const Settings& settings);
/// Only the ways that a profile can really go under these numbers. Plans that wait for ever are no ways.
[[nodiscard]] StageGraph open_graph(const Settings& settings, const Profile& profile);

/// Marks, by stage, what can be reached from the given stages (themselves included).
[[nodiscard]] std::vector<bool> reached_from(const StageGraph& graph, const std::vector<StageId>& from);
/// Marks, by stage, from where the given stages can be reached (themselves included).
[[nodiscard]] std::vector<bool> leading_to(const StageGraph& graph, const std::vector<StageId>& to);

[[nodiscard]] std::vector<StageId> exit_stages(const Settings& settings);
/// Where households of the group begin: its entries and its initial stages.
[[nodiscard]] std::vector<StageId> beginnings(const Settings& settings, GroupId group);
/// These, and where full ones among them send who comes.
[[nodiscard]] std::vector<StageId> first_stages(const Settings& settings, GroupId group);

}  // namespace trapphus::models
