// SPDX-License-Identifier: MIT
#include <algorithm>
#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/edmonds_karp_max_flow.hpp>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <limits>
#include <map>
#include <tuple>
#include <utility>

#include "models/pathway/capacity.hpp"
#include "models/pathway/graph.hpp"

namespace trapphus::models {
namespace {

constexpr double kUnlimited = std::numeric_limits<double>::infinity();

using Narrow = PathwayLimits::Narrow;

/// What an edge stands for, should it be in the cut; nameless edges are never.
struct Place {
  std::string name;
  Narrow narrow;
};

/// A network with whole capacities (millionths of a household a year), so that the cut is exact.
class Network {
 public:
  using Node = std::size_t;

  Node node() { return boost::add_vertex(graph_); }

  void edge(Node from, Node to, double capacity, Place place = {}) {
    const auto there = boost::add_edge(from, to, graph_).first;
    const auto back = boost::add_edge(to, from, graph_).first;
    boost::put(boost::edge_capacity, graph_, there, whole(capacity));
    boost::put(boost::edge_capacity, graph_, back, 0);
    boost::put(boost::edge_reverse, graph_, there, back);
    boost::put(boost::edge_reverse, graph_, back, there);
    edges_.push_back({from, to, std::move(place)});
  }

  GreatestFlow solve(Node source, Node sink) {
    const std::int64_t flow = boost::edmonds_karp_max_flow(
        graph_, source, sink, boost::get(boost::edge_capacity, graph_),
        boost::get(boost::edge_residual_capacity, graph_), boost::get(boost::edge_reverse, graph_),
        boost::get(boost::vertex_color, graph_), boost::get(boost::vertex_predecessor, graph_));
    GreatestFlow result;
    if (flow >= kInfinite) {
      result.homes_per_year = kUnlimited;
      return result;
    }
    result.homes_per_year = static_cast<double>(flow) / kScale;
    // What the last search for a way to the sink still reached is the source's side of the smallest cut.
    const auto colour = boost::get(boost::vertex_color, graph_);
    const auto on_source_side = [&](Node node) { return boost::get(colour, node) != boost::white_color; };
    for (const Edge& edge : edges_) {
      const auto& [name, narrow] = edge.place;
      if (!on_source_side(edge.from) || on_source_side(edge.to) || name.empty()) continue;
      if (std::find(result.cut.begin(), result.cut.end(), name) == result.cut.end()) {
        result.cut.push_back(name);
        result.narrow.push_back(narrow);
      }
    }
    return result;
  }

 private:
  using Traits = boost::adjacency_list_traits<boost::vecS, boost::vecS, boost::directedS>;
  using VertexProperties = boost::property<boost::vertex_color_t, boost::default_color_type,
                                           boost::property<boost::vertex_predecessor_t, Traits::edge_descriptor>>;
  using EdgeProperties =
      boost::property<boost::edge_capacity_t, std::int64_t,
                      boost::property<boost::edge_residual_capacity_t, std::int64_t,
                                      boost::property<boost::edge_reverse_t, Traits::edge_descriptor>>>;
  using Graph = boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS, VertexProperties, EdgeProperties>;
  struct Edge {
    Node from, to;
    Place place;
  };

  static constexpr double kScale = 1e6;
  static constexpr std::int64_t kInfinite = 1'000'000'000'000'000;
  static std::int64_t whole(double capacity) {
    return capacity * kScale < static_cast<double>(kInfinite) ? std::llround(capacity * kScale) : kInfinite;
  }

  Graph graph_;
  std::vector<Edge> edges_;
};

std::string number(double value) {
  char text[32];
  std::snprintf(text, sizeof text, "%.4g", value);
  return text;
}

/// Builds the network: each stage is split in two, so that its capacity is an edge; so is what a move requires.
class Builder {
 public:
  Builder(const Settings& settings, const std::vector<SteadyStage>& steady)
      : settings_(settings), steady_(steady), profiles_(profiles(settings)) {}

  GreatestFlow solve() {
    source_ = network_.node();
    sink_ = network_.node();
    add_stages();
    add_beginnings();
    for (std::size_t i = 0; i < settings_.moves.size(); ++i) add_move(MoveId(i));
    add_other_ways();
    return network_.solve(source_, sink_);
  }

 private:
  using Node = Network::Node;

  void add_stages() {
    for (std::size_t i = 0; i < settings_.stages.size(); ++i) {
      const Stage& stage = settings_.stages[i];
      in_.push_back(network_.node());
      out_.push_back(network_.node());
      const double capacity = steady_[i].capacity;
      network_.edge(in_[i], out_[i], capacity == kNoLimit ? kUnlimited : capacity, place_of(i));
      if (stage.kind == StageKind::Exit && stage.home) network_.edge(out_[i], sink_, kUnlimited);
    }
  }

  [[nodiscard]] Place place_of(std::size_t index) const {
    const Stage& stage = settings_.stages[index];
    if (!stage.units) return {"support in stage " + stage.name, {Narrow::Kind::Support, stage.name, {}, 0}};
    std::string text = "stage " + stage.name + " (" + std::to_string(*stage.units);
    text += stage.kind == StageKind::Apartment ? " units" : " beds";
    const int idle = steady_[index].idle;
    if (idle > 0) {
      text += ", " + std::to_string(idle) + " of them reserved for groups that never come";
    }
    return {text + ")", {Narrow::Kind::Units, stage.name, {}, static_cast<double>(*stage.units), idle}};
  }

  void add_beginnings() {
    std::vector<bool> begins(settings_.stages.size());
    for (std::size_t g = 0; g < settings_.groups.size(); ++g) {
      for (const StageId stage : beginnings(settings_, GroupId(g))) begins[stage.index()] = true;
    }
    for (std::size_t i = 0; i < begins.size(); ++i) {
      if (begins[i]) network_.edge(source_, in_[i], kUnlimited);
    }
  }

  /// Whether anybody may go this way at all, staff and units aside: those limit the flow by their capacity.
  [[nodiscard]] bool anybody(const Move& move) const {
    return std::any_of(profiles_.begin(), profiles_.end(), [&](const Profile& profile) {
      if (!value_for(move.allowed, profile.group, true) || !meets(profile, move.only_if)) return false;
      switch (move.kind) {
        case MoveKind::Planned:
          return value_for(move.share, profile.group).value() > 0;
        case MoveKind::Offer:
          return value_for(move.offers, profile.group).per_second() > 0;
        case MoveKind::Risk:
          return value_for(move.risk, profile.group).per_second() > 0;
      }
      return false;
    });
  }

  void add_move(MoveId id) {
    const Move& move = settings_.moves[id.index()];
    if (anybody(move)) {
      std::vector<ServiceId> required = move.requirements;
      required.insert(required.end(), move.after.begin(), move.after.end());
      network_.edge(gate(move, std::move(required)), in_[move.to.index()], kUnlimited);
    }
    if (move.kind == MoveKind::Offer && !move.after.empty()) add_alone(move);
  }

  /// Those who search alone: as many as the households in the stage find at their low rate.
  void add_alone(const Move& move) {
    double rate = 0;
    for (const Profile& profile : profiles_) {
      if (!value_for(move.allowed, profile.group, true) || !meets(profile, move.only_if)) continue;
      rate = std::max(rate, value_for(move.alone, profile.group).per_year());
    }
    if (rate <= 0) return;
    const auto stage_name = [this](StageId id) { return settings_.stages[id.index()].name; };
    network_.edge(gate(move, move.requirements), in_[move.to.index()], rate * steady_[move.from.index()].occupancy,
                  {"offers to those who search alone, " + describe(settings_, move),
                   {Narrow::Kind::SearchAlone, stage_name(move.from), stage_name(move.to), 0}});
  }

  /// The node that a move starts from: the stage's own, behind its takeovers and its required services.
  Node gate(const Move& move, std::vector<ServiceId> required) {
    std::sort(required.begin(), required.end());
    required.erase(std::unique(required.begin(), required.end()), required.end());
    Node node = out_[move.from.index()];
    const bool uses_up = move.takeover && !settings_.stages[move.from.index()].replaced_after;
    if (uses_up) node = takeover_gate(move.from);
    const auto [capacity, place] = narrowest(required);
    if (capacity == kUnlimited) return node;
    const auto [entry, added] = gates_.try_emplace({move.from, uses_up, required}, 0);
    if (added) {
      entry->second = network_.node();
      network_.edge(node, entry->second, capacity, place);
    }
    return entry->second;
  }

  Node takeover_gate(StageId from) {
    const auto [entry, added] = takeovers_.try_emplace(from, 0);
    if (added) {
      const Stage& stage = settings_.stages[from.index()];
      const double allotted = stage.allotted.per_year();
      entry->second = network_.node();
      network_.edge(out_[from.index()], entry->second, allotted,
                    {"takeovers from stage " + stage.name + " (" + number(allotted) + " units allotted a year)",
                     {Narrow::Kind::Allotments, stage.name, {}, allotted}});
    }
    return entry->second;
  }

  /// Of the required services the one that lets fewest households through, with the present mix of households.
  [[nodiscard]] std::pair<double, Place> narrowest(const std::vector<ServiceId>& required) const {
    std::pair<double, Place> least{kUnlimited, {}};
    for (const ServiceId id : required) {
      const Service& service = settings_.services[id.index()];
      const double capacity = service_capacity(settings_, service), need = share_needing(service);
      if (capacity == kNoLimit || need <= 0 || capacity / need >= least.first) continue;
      const StaffTeam& team = settings_.teams[service.team.index()];
      least = {capacity / need,
               {"service " + service.name + " (" + number(team.fte) + " FTE of " + team.name + ")",
                {Narrow::Kind::Service, service.name, team.name, team.fte}}};
    }
    return least;
  }

  [[nodiscard]] double share_needing(const Service& service) const {
    double needing = 0, all = 0;
    for (const bool by_arrivals : {true, false}) {
      for (const Profile& profile : profiles_) {
        const Group& group = settings_.groups[profile.group.index()];
        const double weight = profile.weight * (by_arrivals ? group.arrivals.per_second() : 1);
        all += weight;
        if (meets(profile, service.only_if)) needing += weight;
      }
      if (all > 0) break;
    }
    return all > 0 ? needing / all : 0;
  }

  /// Longest stays and boards.
  void add_other_ways() {
    for (std::size_t i = 0; i < settings_.stages.size(); ++i) {
      const Stage& stage = settings_.stages[i];
      if (stage.at_most && stage.then.valid()) network_.edge(out_[i], in_[stage.then.index()], kUnlimited);
    }
    for (const Board& board : settings_.boards) {
      for (std::size_t to = 0; board.active && to < board.diverts.size(); ++to) {
        if (board.diverts[to].value() <= 0) continue;
        for (const StageId from : board.stages) network_.edge(out_[from.index()], in_[to], kUnlimited);
      }
    }
  }

  const Settings& settings_;
  const std::vector<SteadyStage>& steady_;
  std::vector<Profile> profiles_;
  Network network_;
  Node source_ = 0, sink_ = 0;
  std::vector<Node> in_, out_;
  std::map<std::tuple<StageId, bool, std::vector<ServiceId>>, Node> gates_;
  std::map<StageId, Node> takeovers_;
};

}  // namespace

GreatestFlow greatest_flow(const Settings& settings, const std::vector<SteadyStage>& stages) {
  return Builder(settings, stages).solve();
}

}  // namespace trapphus::models
