// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <vector>

#include "engine/random/random.hpp"
#include "models/life/household.hpp"
#include "models/staircase/scenario.hpp"

namespace trapphus::models {

inline constexpr double kNeverEnds = std::numeric_limits<double>::infinity();

/// A service in a past visit; times in seconds from the entry.
struct PastService {
  bool before = false;  ///< Finished before the entry.
  bool asked = false;   ///< Needed and booked, unless it was not reached.
  bool missed = false;  ///< Needed, not reached.
  double begins = kNeverEnds, ends = kNeverEnds;
  double hours = 0;               ///< Of work.
  std::optional<unsigned> board;  ///< That booked it; absent: booked on entering.
};

/// A visit that began before the period; times in seconds from the entry.
struct PastVisit {
  std::uint64_t attributes = 0;  ///< Of the household, one bit each.
  MoveId plan;                   ///< Invalid: none.
  double stay = kNeverEnds;      ///< End of the plan's stay.
  double prepared = 0;           ///< When offers begin.
  double ends = kNeverEnds;      ///< When the household leaves, by whichever way comes first.
  bool possible = true;          ///< False: by none of its ways would it still be there.
  std::vector<PastService> services;
};

/// What holds in a stage before the period, for the households of a row of Settings::initial: who comes, the services
/// that they get, and the rates of risks and offers in each state. Services begin as soon as they may, where their team
/// has hours.
class PastStage {
 public:
  struct Plan {
    MoveId move;
    double share;
    bool full;  ///< Its stage.
  };

  /// `history`: null, or that of the row with this index. Refers to the settings and the row.
  PastStage(const Settings& settings, Time from, const Initial& row, const History* history, std::size_t index);

  [[nodiscard]] const Stage& stage() const { return stage_; }
  [[nodiscard]] GroupId group() const { return row_.group; }
  [[nodiscard]] const Move& move(MoveId id) const { return settings_.moves[id.index()]; }
  [[nodiscard]] const Distribution& stay(const Plan& plan) const { return move(plan.move).stay[group()]; }
  [[nodiscard]] const std::vector<Plan>& plans() const { return plans_; }
  [[nodiscard]] bool is_open(const Plan& plan, const Comers& comers) const {
    return meets(comers.attributes, move(plan.move).only_if);
  }
  [[nodiscard]] const std::vector<Comers>& comers() const { return comers_; }
  /// Whether they may be households that have these attributes, where the row fixes them.
  [[nodiscard]] bool fits(const Comers& comers, std::uint64_t attributes) const {
    return ((comers.attributes ^ attributes) & fixed_) == 0;
  }
  /// A visit of a household with these attributes that comes as one of them: what it has done before.
  [[nodiscard]] PastVisit come(const Comers& comers, std::uint64_t attributes, engine::Stream& stream) const;
  /// Books all services; the plan and the preparation are known.
  void book_all(PastVisit& visit, engine::Stream& stream) const;
  /// When all of these are finished.
  [[nodiscard]] double done(const PastVisit& visit, const std::vector<ServiceId>& services) const;

  /// When the cumulative hazard of the visit reaches `amount`.
  [[nodiscard]] double hazard_reaches(const PastVisit& visit, double amount) const;
  [[nodiscard]] double hazard_until(const PastVisit& visit, double at) const;
  /// A rate, a second, below which that of all risks and offers never falls, whatever the household's state.
  [[nodiscard]] double lowest_rate() const { return lowest_rate_; }
  /// The same once all is finished, for a household with these attributes.
  [[nodiscard]] double final_rate(std::uint64_t attributes) const;
  /// Whether the rate is the same in all states.
  [[nodiscard]] bool is_steady() const { return steady_; }

  /// The services that must be finished, those before them included, of a household with these attributes.
  [[nodiscard]] std::vector<ServiceId> all_needed(const std::vector<ServiceId>& services,
                                                  std::uint64_t attributes) const;
  /// Those that offers ask for.
  [[nodiscard]] std::vector<ServiceId> needed_for_offers(std::uint64_t attributes) const;
  /// Whether the service is finished some time by all who need it.
  [[nodiscard]] bool is_certain(ServiceId service) const;
  [[nodiscard]] const Distribution& work(ServiceId service) const { return settings_.services[service.index()].work; }
  /// Length, in seconds, of an hour of its work.
  [[nodiscard]] double seconds_an_hour(ServiceId service) const;

 private:
  void set_comers(const History* history, std::size_t index);
  void complete_comers(std::uint64_t deciding);
  void set_rates();
  [[nodiscard]] bool is_staffed(TeamId team) const;
  [[nodiscard]] bool done_with(std::uint64_t attributes, ServiceId service) const;
  void book(PastVisit& visit, ServiceId id, double at, engine::Stream& stream) const;
  void ask(PastVisit& visit, ServiceId id, double at, engine::Stream& stream) const;
  void book_by_boards(PastVisit& visit, engine::Stream& stream) const;
  [[nodiscard]] double extent(const PastVisit& visit, const Effect& effect, double at) const;
  [[nodiscard]] double rate(const PastVisit& visit, double at) const;
  [[nodiscard]] double lowest_factor(const Move& move) const;
  template <class Spend>
  void walk_hazard(const PastVisit& visit, const Spend& spend) const;

  const Settings& settings_;
  const Time from_;
  const Initial& row_;
  const Stage& stage_;
  std::vector<Plan> plans_;
  std::vector<MoveId> hazards_;
  std::vector<Comers> comers_;
  std::uint64_t drawn_ = 0;  // attributes that are those of the Comers; the household's own elsewhere
  std::uint64_t fixed_ = 0;  // attributes in which Comers differ, but of which the row gives the share
  std::vector<bool> done_;   // by service: by all of the row
  double lowest_rate_ = 0;
  bool steady_ = true;
};

}  // namespace trapphus::models
