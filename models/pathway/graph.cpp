// SPDX-License-Identifier: MIT
#include "models/pathway/graph.hpp"

#include <algorithm>
#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/reverse_graph.hpp>
#include <boost/range/iterator_range.hpp>

namespace trapphus::models {
namespace {

std::vector<StageId> entries(const Group& group) {
  std::vector<StageId> stages;
  for (std::size_t i = 0; i < group.enters.size(); ++i) {
    if (group.enters[i].value() > 0) stages.emplace_back(i);
  }
  return stages;
}

void add_return(const Settings& settings, StageId exit, GroupId group, StageGraph& graph) {
  const Stage& stage = settings.stages[exit.index()];
  if (!stage.relapse || value_for(stage.relapse->rate, group).per_second() <= 0) return;
  if (stage.relapse->to.valid()) {
    boost::add_edge(exit.index(), stage.relapse->to.index(), graph);
    return;
  }
  for (const StageId entry : entries(settings.groups[group.index()])) {
    boost::add_edge(exit.index(), entry.index(), graph);
  }
}

/// From wherever a way leads to a stage that may be full, there is one to where that stage sends on.
void add_ways_past_full(const Settings& settings, StageGraph& graph) {
  for (std::size_t step = 0; step < settings.stages.size(); ++step) {
    for (std::size_t i = 0; i < settings.stages.size(); ++i) {
      const StageId past = settings.stages[i].when_full;
      if (!past.valid()) continue;
      std::vector<std::size_t> from;
      for (const auto edge : boost::make_iterator_range(boost::in_edges(i, graph)))
        from.push_back(boost::source(edge, graph));
      for (const std::size_t source : from) {
        if (!boost::edge(source, past.index(), graph).second) boost::add_edge(source, past.index(), graph);
      }
    }
  }
}

template <class Graph>
std::vector<bool> search(const Graph& graph, const std::vector<StageId>& from) {
  std::vector<boost::default_color_type> colours(boost::num_vertices(graph));
  const auto map = boost::make_iterator_property_map(colours.begin(), boost::get(boost::vertex_index, graph));
  for (const StageId stage : from) {
    if (colours[stage.index()] != boost::white_color) continue;
    boost::queue<typename boost::graph_traits<Graph>::vertex_descriptor> queue;
    boost::breadth_first_visit(graph, stage.index(), queue, boost::default_bfs_visitor(), map);
  }
  std::vector<bool> marked(colours.size());
  for (std::size_t i = 0; i < marked.size(); ++i) marked[i] = colours[i] != boost::white_color;
  return marked;
}

}  // namespace

StageGraph written_graph(const Settings& settings) {
  StageGraph graph(settings.stages.size());
  for (const Move& move : settings.moves) boost::add_edge(move.from.index(), move.to.index(), graph);
  for (std::size_t i = 0; i < settings.stages.size(); ++i) {
    const Stage& stage = settings.stages[i];
    if (stage.then.valid()) boost::add_edge(i, stage.then.index(), graph);
    if (stage.relapse && stage.relapse->to.valid()) boost::add_edge(i, stage.relapse->to.index(), graph);
  }
  for (const Board& board : settings.boards) {
    for (std::size_t to = 0; to < board.diverts.size(); ++to) {
      if (board.diverts[to].value() <= 0) continue;
      for (const StageId from : board.stages) boost::add_edge(from.index(), to, graph);
    }
  }
  add_ways_past_full(settings, graph);
  return graph;
}

StageGraph open_graph(const Settings& settings, const Profile& profile) {
  StageGraph graph(settings.stages.size());
  for (std::size_t i = 0; i < settings.stages.size(); ++i) {
    if (settings.stages[i].kind == StageKind::Exit) {
      add_return(settings, StageId(i), profile.group, graph);
      continue;
    }
    const Ways ways = ways_out(settings, profile, StageId(i));
    for (const Plan& plan : ways.plans) {
      if (plan.binding == BindingConstraint::None) boost::add_edge(i, plan.to.index(), graph);
    }
    for (const Hazard& hazard : ways.hazards) boost::add_edge(i, hazard.to.index(), graph);
    if (ways.at_most) boost::add_edge(i, ways.then.index(), graph);
  }
  add_ways_past_full(settings, graph);
  return graph;
}

std::vector<bool> reached_from(const StageGraph& graph, const std::vector<StageId>& from) {
  return search(graph, from);
}

std::vector<bool> leading_to(const StageGraph& graph, const std::vector<StageId>& to) {
  return search(boost::make_reverse_graph(graph), to);
}

std::vector<StageId> exit_stages(const Settings& settings) {
  std::vector<StageId> exits;
  for (std::size_t i = 0; i < settings.stages.size(); ++i) {
    if (settings.stages[i].kind == StageKind::Exit) exits.emplace_back(i);
  }
  return exits;
}

std::vector<StageId> beginnings(const Settings& settings, GroupId group) {
  std::vector<StageId> stages = entries(settings.groups[group.index()]);
  for (const Initial& initial : settings.initial) {
    if (initial.group == group && initial.households > 0) stages.push_back(initial.stage);
  }
  return stages;
}

std::vector<StageId> first_stages(const Settings& settings, GroupId group) {
  std::vector<StageId> stages = beginnings(settings, group);
  for (std::size_t i = 0; i < stages.size() && i < settings.stages.size(); ++i) {
    const StageId past = settings.stages[stages[i].index()].when_full;
    if (past.valid() && std::find(stages.begin(), stages.end(), past) == stages.end()) stages.push_back(past);
  }
  return stages;
}

}  // namespace trapphus::models
