// SPDX-License-Identifier: MIT
// arrivals, prevented, moves.STAGE.STAGE, exits.STAGE, homes, first_hand, homes.helped, first_hand.helped,
// served.SERVICE
#include <algorithm>
#include <optional>

#include "models/measures/family.hpp"
#include "models/measures/household_counts.hpp"
#include "models/measures/values.hpp"

namespace trapphus::models {
namespace {

struct FlowPlaces {
  std::size_t arrivals = kNoMeasure, prevented = kNoMeasure;
  std::vector<std::size_t> between;  ///< By from x stages + to; moves between the same stages share a measure.
  std::vector<std::size_t> exits;    ///< By stage.
  std::size_t homes = kNoMeasure, first_hand = kNoMeasure;
  std::size_t helped = kNoMeasure, first_hand_helped = kNoMeasure;  ///< None where no service leads to one.
  std::vector<std::size_t> served;                                  ///< By service.
};

/// Whether a service can help on the way to such an exit.
bool can_help(const Settings& settings, bool Stage::*kind) {
  return std::any_of(settings.moves.begin(), settings.moves.end(), [&](const Move& move) {
    const Stage& to = settings.stages[move.to.index()];
    return to.kind == StageKind::Exit && to.*kind && (!move.after.empty() || !move.requirements.empty());
  });
}

/// The ending that a move is given, or that its `because` names in the words of the endings.
std::optional<Ending> named_ending(const Settings& settings, const Move& move) {
  if (move.ending) return move.ending;
  for (const auto& [ending, word] : kEndings) {
    if (move.because == word) return ending;
  }
  const bool unexplained = move.kind == MoveKind::Risk && move.because.empty();
  return unexplained && settings.stages[move.from.index()].tenancy ? std::optional(ending_of(move)) : std::nullopt;
}

bool is_loss(Ending ending) {
  return ending == Ending::Abandoned || ending == Ending::Notice || ending == Ending::Eviction ||
         ending == Ending::Deceased;
}

/// Which way a change of stage is better, by the stages alone: into an apartment or a home, not into acute placement.
Better better_between(const Settings& settings, StageId from, StageId to) {
  const Stage &a = settings.stages[from.index()], &b = settings.stages[to.index()];
  if (b.kind == StageKind::Exit) return b.home ? Better::More : Better::Neither;
  if (b.acute) return a.acute ? Better::Neither : Better::Less;
  return a.kind != StageKind::Apartment && b.kind == StageKind::Apartment ? Better::More : Better::Neither;
}

bool planned_between(const Settings& settings, StageId from, StageId to) {
  return std::any_of(settings.moves.begin(), settings.moves.end(), [&](const Move& move) {
    return move.kind == MoveKind::Planned && move.from == from && move.to == to;
  });
}

Better better_by(const Settings& settings, const Move& move) {
  const Better by_stages = better_between(settings, move.from, move.to);
  if (const auto ending = named_ending(settings, move); ending && is_loss(*ending))
    return by_stages == Better::More ? Better::Neither : Better::Less;
  const Stage &from = settings.stages[move.from.index()], &to = settings.stages[move.to.index()];
  if (by_stages != Better::Neither || from.kind != StageKind::Apartment || to.kind == StageKind::Exit) return by_stages;
  if (move.kind == MoveKind::Risk) return Better::Less;  // an apartment is lost
  // A plan from one kind of apartment to the next is a step of the staircase, if no plan leads back.
  const bool step = to.kind == StageKind::Apartment && !planned_between(settings, move.to, move.from);
  return step ? Better::More : Better::Neither;
}

/// Of the moves that a measure counts, all of which must agree.
template <class Counted>
Better better_of_all(const Settings& settings, const Counted& counted) {
  std::optional<Better> all;
  for (const Move& move : settings.moves) {
    if (!counted(move)) continue;
    const Better one = better_by(settings, move);
    if (all && *all != one) return Better::Neither;
    all = one;
  }
  return all.value_or(Better::Neither);
}

Better better_of_moves(const Settings& settings, StageId from, StageId to) {
  const auto counted = [&](const Move& move) { return move.from == from && move.to == to; };
  const bool moves = std::any_of(settings.moves.begin(), settings.moves.end(), counted);
  return moves ? better_of_all(settings, counted) : better_between(settings, from, to);
}

Better better_of_exit(const Settings& settings, StageId exit) {
  if (settings.stages[exit.index()].home) return Better::More;
  return better_of_all(settings, [exit](const Move& move) { return move.to == exit; });
}

void declare_between(Declarations& declarations, FlowPlaces& places, StageId from, StageId to) {
  const std::vector<Stage>& stages = declarations.settings().stages;
  std::size_t& place = places.between[from.index() * stages.size() + to.index()];
  if (place != kNoMeasure) return;
  const std::string& a = stages[from.index()].name;
  const std::string& b = stages[to.index()].name;
  place = declarations.flow("moves." + a + "." + b, "Households that move from " + a + " to " + b + ".",
                            better_of_moves(declarations.settings(), from, to));
}

/// Stage changes by moves, longest stays, evictions and boards.
void declare_moves(Declarations& declarations, FlowPlaces& places) {
  for (const Move& move : declarations.settings().moves) declare_between(declarations, places, move.from, move.to);
  for (const Settings* variant : declarations.variants()) {
    for (std::size_t i = 0; i < variant->stages.size(); ++i) {
      const Stage& stage = variant->stages[i];
      if ((stage.at_most || stage.evicts) && stage.then.valid())
        declare_between(declarations, places, StageId(i), stage.then);
    }
    for (const Board& board : variant->boards) {
      for (std::size_t to = 0; to < board.diverts.size(); ++to) {
        if (board.diverts[to].value() == 0) continue;
        for (const StageId from : board.stages) declare_between(declarations, places, from, StageId(to));
      }
    }
  }
}

/// Of those who find the stage full, from wherever a way leads to it.
void declare_past_full(Declarations& declarations, FlowPlaces& places) {
  const std::vector<Stage>& stages = declarations.settings().stages;
  for (std::size_t step = 0; step < stages.size(); ++step) {
    for (std::size_t to = 0; to < stages.size(); ++to) {
      if (!stages[to].when_full.valid()) continue;
      for (std::size_t from = 0; from < stages.size(); ++from) {
        if (places.between[from * stages.size() + to] != kNoMeasure)
          declare_between(declarations, places, StageId(from), stages[to].when_full);
      }
    }
  }
}

FlowPlaces declare_flows(Declarations& declarations) {
  const Settings& settings = declarations.settings();
  const std::size_t stages = settings.stages.size();
  FlowPlaces places;
  places.between.assign(stages * stages, kNoMeasure);
  places.exits.assign(stages, kNoMeasure);
  places.arrivals = declarations.flow("arrivals", "Households that become homeless.", Better::Less);
  if (std::any_of(settings.groups.begin(), settings.groups.end(),
                  [](const Group& group) { return group.at_risk.has_value(); })) {
    places.prevented = declarations.flow("prevented", "Households at risk that never become homeless.", Better::More);
  }
  declare_moves(declarations, places);
  declare_past_full(declarations, places);
  for (std::size_t i = 0; i < stages; ++i) {
    const Stage& stage = settings.stages[i];
    if (stage.kind != StageKind::Exit) continue;
    places.exits[i] =
        declarations.flow("exits." + stage.name, "Households that leave the staircase to " + stage.name + ".",
                          better_of_exit(settings, StageId(i)));
  }
  places.homes = declarations.flow("homes", "Households that get a home of their own.", Better::More);
  places.first_hand = declarations.flow("first_hand", "Households that get a first-hand contract.", Better::More);
  if (can_help(settings, &Stage::home)) {
    places.helped = declarations.flow("homes.helped",
                                      "Homes got with help: by offers after finished search work, or by a move that "
                                      "requires a finished service.",
                                      Better::More);
  }
  if (can_help(settings, &Stage::first_hand))
    places.first_hand_helped =
        declarations.flow("first_hand.helped", "First-hand contracts among the homes got with help.", Better::More);
  for (const Service& service : settings.services) {
    places.served.push_back(declarations.flow("served." + service.name,
                                              "Households for whom " + service.name + " is finished.", Better::More));
  }
  return places;
}

class CountedFlows final : public FamilyCounts {
 public:
  CountedFlows(const FlowPlaces& places, const Replication& replication)
      : FamilyCounts(replication), places_(places), counts_(table(), groups(), period()) {}

  void arrived(engine::Time now, GroupId group) override { counts_.count(now, places_.arrivals, group); }
  void prevented(engine::Time now, GroupId group) override { counts_.count(now, places_.prevented, group); }
  void entered(const Entering& entering) override {
    const GroupId group = entering.household.id.group;
    if (entering.from.valid()) {
      const std::size_t move = entering.from.index() * settings().stages.size() + entering.id.index();
      counts_.count(entering.time, places_.between[move], group);
    }
    if (entering.stage.kind != StageKind::Exit) return;
    counts_.count(entering.time, places_.exits[entering.id.index()], group);
    if (entering.stage.home) counts_.count(entering.time, places_.homes, group);
    if (entering.stage.first_hand) counts_.count(entering.time, places_.first_hand, group);
    if (!entering.household.helped) return;
    if (entering.stage.home) counts_.count(entering.time, places_.helped, group);
    if (entering.stage.first_hand) counts_.count(entering.time, places_.first_hand_helped, group);
  }
  void served(engine::Time now, GroupId group, ServiceId service) override {
    counts_.count(now, places_.served[service.index()], group);
  }

  void put(MeasureValues& values) const override {
    const auto put_flow = [&](std::size_t measure) {
      if (measure != kNoMeasure) values.put_counts(measure, counts_.counts(measure));
    };
    put_flow(places_.arrivals);
    put_flow(places_.prevented);
    for (const std::size_t measure : places_.between) put_flow(measure);
    for (const std::size_t measure : places_.exits) put_flow(measure);
    put_flow(places_.homes);
    put_flow(places_.first_hand);
    put_flow(places_.helped);
    put_flow(places_.first_hand_helped);
    for (const std::size_t measure : places_.served) put_flow(measure);
  }

 private:
  const FlowPlaces& places_;
  FlowCounts counts_;
};

}  // namespace

MeasureFamily flows(Declarations& declarations) {
  return counted_by<CountedFlows>(declare_flows(declarations));
}

}  // namespace trapphus::models
