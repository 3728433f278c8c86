// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <limits>
#include <map>
#include <tuple>
#include <utility>

#include "models/pathway/capacity.hpp"
#include "models/pathway/graph.hpp"
#include "models/pathway/linear_program.hpp"

namespace trapphus::models {
namespace {

constexpr double kUnlimited = std::numeric_limits<double>::infinity();
/// Of a price that is more than rounding noise.
constexpr double kBinds = 1e-6;

using Narrow = PathwayLimits::Narrow;

/// What a row stands for, should it bind.
struct Place {
  std::string name;
  Narrow narrow;
};

std::string number(double value) {
  char text[32];
  std::snprintf(text, sizeof text, "%.4g", value);
  return text;
}

/// Builds the flow as a linear program: a variable for each way between two stages, and the rows that keep them within
/// capacities and shares. What enters a stage leaves it, or waits in it for ever where nothing limits how many can: by
/// a plan no more leave than its share of those who entered.
class Builder {
 public:
  Builder(const Settings& settings, const std::vector<SteadyStage>& steady)
      : settings_(settings),
        steady_(steady),
        profiles_(profiles(settings)),
        in_(settings.stages.size()),
        out_(settings.stages.size()) {}

  GreatestFlow solve() {
    find_shares();
    add_beginnings();
    for (std::size_t i = 0; i < settings_.moves.size(); ++i) add_move(MoveId(i));
    add_other_ways();
    add_ways_past_full();
    add_stages();
    add_gates();
    return result(program_.solve());
  }

 private:
  using Terms = LinearProgram::Terms;

  /// Households a year that go from one stage to another.
  std::size_t way(StageId from, StageId to) {
    const std::size_t flow = program_.variable();
    out_[from.index()].emplace_back(flow, 1);
    in_[to.index()].emplace_back(flow, 1);
    return flow;
  }

  void limit(Terms terms, double capacity, Place place) {
    if (capacity == kUnlimited) return;
    places_.emplace(program_.at_most(std::move(terms), capacity), std::move(place));
  }

  static void add(Terms& terms, const Terms& more, double factor) {
    for (const auto& [variable, coefficient] : more) terms.emplace_back(variable, factor * coefficient);
  }

  void add_beginnings() {
    std::vector<bool> begins(settings_.stages.size());
    for (std::size_t g = 0; g < settings_.groups.size(); ++g) {
      for (const StageId stage : beginnings(settings_, GroupId(g))) begins[stage.index()] = true;
    }
    for (std::size_t i = 0; i < begins.size(); ++i) {
      if (begins[i]) in_[i].emplace_back(program_.variable(), 1);
    }
  }

  /// Rows of the stages, which follow all ways: what goes in, and what of it goes out.
  void add_stages() {
    for (std::size_t i = 0; i < settings_.stages.size(); ++i) {
      const Stage& stage = settings_.stages[i];
      const double capacity = steady_[i].capacity;
      limit(in_[i], capacity == kNoLimit ? kUnlimited : capacity, place_of(i));
      if (stage.when_full.valid()) {
        Terms past;
        add(past, in_[i], -1);
        program_.at_most(std::move(past), 0);
      }
      if (stage.kind == StageKind::Exit) {
        for (const auto& [flow, factor] : in_[i]) program_.add_to_objective(flow, stage.home ? factor : 0);
        continue;
      }
      Terms kept = out_[i];
      add(kept, in_[i], -1);
      program_.at_most(kept, 0);
      // A stage that can be full does not fill up for ever: who waits in it keeps others out.
      if (capacity != kNoLimit) {
        Terms stuck;
        add(stuck, kept, -1);
        program_.at_most(std::move(stuck), 0);
      }
    }
    for (const auto& [flow, from, share] : planned_) {
      Terms beyond{{flow, 1}};
      add(beyond, in_[from.index()], -share);
      program_.at_most(std::move(beyond), 0);
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

  /// By plan of a stage (a board's way has no move), the greatest share of any household.
  void find_shares() {
    for (const Profile& profile : profiles_) {
      std::map<std::tuple<StageId, MoveId, StageId>, double> shares;
      for (std::size_t i = 0; i < settings_.stages.size(); ++i) {
        if (settings_.stages[i].kind == StageKind::Exit) continue;
        for (const Plan& plan : ways_out(settings_, profile, StageId(i)).plans)
          shares[{StageId(i), plan.move, plan.to}] += plan.share;
      }
      for (const auto& [plan, share] : shares) {
        double& greatest = shares_[plan];
        greatest = std::max(greatest, share);
      }
    }
  }

  void add_planned(std::size_t flow, StageId from, MoveId move, StageId to) {
    const double share = shares_[{from, move, to}];
    if (share < 1) planned_.push_back({flow, from, share});
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
      const std::size_t flow = way(move.from, move.to);
      pass_gates(flow, move, std::move(required));
      if (move.kind == MoveKind::Planned) add_planned(flow, move.from, id, move.to);
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
    const std::size_t flow = way(move.from, move.to);
    pass_gates(flow, move, move.requirements);
    alone_.push_back({flow,
                      rate * steady_[move.from.index()].occupancy,
                      {"offers to those who search alone, " + describe(settings_, move),
                       {Narrow::Kind::SearchAlone, stage_name(move.from), stage_name(move.to), 0}}});
  }

  /// Counts the flow among those that share the stage's takeovers and its required services.
  void pass_gates(std::size_t flow, const Move& move, std::vector<ServiceId> required) {
    std::sort(required.begin(), required.end());
    required.erase(std::unique(required.begin(), required.end()), required.end());
    const bool uses_up = move.takeover && !settings_.stages[move.from.index()].replaced_after;
    if (uses_up) takeovers_[move.from].emplace_back(flow, 1);
    if (!required.empty()) served_[{move.from, uses_up, std::move(required)}].emplace_back(flow, 1);
  }

  void add_gates() {
    for (auto& [from, flows] : takeovers_) {
      const Stage& stage = settings_.stages[from.index()];
      const double allotted = stage.allotted.per_year();
      limit(flows, allotted,
            {"takeovers from stage " + stage.name + " (" + number(allotted) + " units allotted a year)",
             {Narrow::Kind::Allotments, stage.name, {}, allotted}});
    }
    for (auto& [gate, flows] : served_) {
      auto [capacity, place] = narrowest(std::get<2>(gate));
      limit(flows, capacity, std::move(place));
    }
    for (auto& [flow, capacity, place] : alone_) limit({{flow, 1}}, capacity, place);
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
      if (stage.at_most && stage.then.valid()) way(StageId(i), stage.then);
    }
    for (const Board& board : settings_.boards) {
      for (std::size_t to = 0; board.active && to < board.diverts.size(); ++to) {
        if (board.diverts[to].value() <= 0) continue;
        for (const StageId from : board.stages) add_planned(way(from, StageId(to)), from, MoveId(), StageId(to));
      }
    }
  }

  /// Who finds a stage full has not entered it.
  void add_ways_past_full() {
    for (std::size_t i = 0; i < settings_.stages.size(); ++i) {
      const StageId past = settings_.stages[i].when_full;
      if (!past.valid()) continue;
      const std::size_t flow = program_.variable();
      in_[i].emplace_back(flow, -1);
      in_[past.index()].emplace_back(flow, 1);
    }
  }

  [[nodiscard]] GreatestFlow result(const LinearProgram::Solution& solution) const {
    GreatestFlow greatest;
    greatest.homes_per_year = solution.value;
    for (const auto& [row, place] : places_) {
      if (solution.price.empty() || solution.price[row] < kBinds) continue;
      if (std::find(greatest.cut.begin(), greatest.cut.end(), place.name) != greatest.cut.end()) continue;
      greatest.cut.push_back(place.name);
      greatest.narrow.push_back(place.narrow);
    }
    return greatest;
  }

  struct Planned {
    std::size_t flow;
    StageId from;
    double share;
  };
  struct Alone {
    std::size_t flow;
    double capacity;
    Place place;
  };

  const Settings& settings_;
  const std::vector<SteadyStage>& steady_;
  std::vector<Profile> profiles_;
  LinearProgram program_;
  std::vector<Terms> in_, out_;  ///< By stage: what enters and leaves it.
  std::map<std::tuple<StageId, MoveId, StageId>, double> shares_;
  std::vector<Planned> planned_;
  std::vector<Alone> alone_;
  std::map<StageId, Terms> takeovers_;
  std::map<std::tuple<StageId, bool, std::vector<ServiceId>>, Terms> served_;
  std::map<std::size_t, Place> places_;  ///< By row.
};

}  // namespace

GreatestFlow greatest_flow(const Settings& settings, const std::vector<SteadyStage>& stages) {
  return Builder(settings, stages).solve();
}

}  // namespace trapphus::models
