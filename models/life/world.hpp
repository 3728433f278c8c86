// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <memory>
#include <vector>

#include "engine/process/kernel.hpp"
#include "engine/process/signal.hpp"
#include "engine/process/simulation.hpp"
#include "engine/resources/pool.hpp"
#include "engine/resources/team.hpp"
#include "models/life/household.hpp"
#include "models/staircase/cause.hpp"
#include "models/staircase/recorder.hpp"
#include "models/staircase/settings.hpp"

namespace trapphus::models {

struct Alternative;

/// What one replication of one alternative needs to be run.
struct WorldOptions {
  Time from, to;
  std::uint64_t seed = 1;
  std::uint64_t replication = 0;
};

/// The running state of one replication: pools, teams, queues, and the households in it. Configuration stays const in
/// the alternative; what happens is told to the recorder.
class World {
 public:
  /// A stage as it runs: its units if they are counted, and who lives there.
  struct StageState {
    std::unique_ptr<engine::Pool> pool;  ///< Absent: no limit.
    bool lines_by_group = false;         ///< Units are reserved for groups.
    bool keeps_residents = false;        ///< Boards or evictions need to know them.
    int lived_in = 0;
    std::uint64_t entries = 0;
    std::map<std::uint64_t, Household*> residents;  ///< In order of entering.
    std::vector<std::int64_t> present;              ///< Households by form (or one) x group, where a ceiling asks.
  };
  /// A team as it runs: shared hours and counted caseload places.
  struct TeamState {
    std::unique_ptr<engine::Team> hours;
    std::unique_ptr<engine::Pool> cases;  ///< Absent: no limit.
    double fte = 0;                       ///< Present now.
  };

  World(const Alternative& alternative, const WorldOptions& options, std::unique_ptr<engine::Kernel> kernel,
        Recorder& recorder);
  World(const World&) = delete;
  World& operator=(const World&) = delete;
  ~World() { simulation_.close(); }

  /// Runs the period. Afterwards the recorder has been told everything.
  void run();
  [[nodiscard]] std::uint64_t events() const { return events_; }

  [[nodiscard]] engine::Simulation& simulation() { return simulation_; }
  [[nodiscard]] Time now() const { return simulation_.now(); }
  [[nodiscard]] Time end() const { return options_.to; }
  [[nodiscard]] const WorldOptions& options() const { return options_; }
  [[nodiscard]] const Alternative& alternative() const { return alternative_; }
  /// Those in force now.
  [[nodiscard]] const Settings& settings() const { return *settings_; }
  /// At midnight: those of the night that ends now, whatever changes at this instant.
  [[nodiscard]] const Settings& settings_of_night() const { return now() == changed_at_ ? *before_ : *settings_; }
  [[nodiscard]] const Stage& stage(StageId id) const { return settings_->stages[id.index()]; }
  [[nodiscard]] const Service& service(ServiceId id) const { return settings_->services[id.index()]; }
  [[nodiscard]] const Move& move(MoveId id) const { return settings_->moves[id.index()]; }
  [[nodiscard]] const CauseTable& causes() const { return causes_; }
  [[nodiscard]] const std::vector<MoveId>& moves_from(StageId id) const { return moves_from_[id.index()]; }
  [[nodiscard]] StageState& state(StageId id) { return stages_[id.index()]; }
  [[nodiscard]] TeamState& state(TeamId id) { return teams_[id.index()]; }
  /// Announced when the settings in force change, or a ceiling opens or closes.
  [[nodiscard]] engine::Signal& changed() { return changed_; }

  void tell(EventKind kind, const Household& household, std::size_t subject = kNoSubject) {
    ++events_;
    recorder_.record({now(), household.id, kind, static_cast<std::uint16_t>(subject)}, household.state);
  }
  void tell_units(StageId id);
  void tell_staff(TeamId id, double paid_fte, double hours_per_week) {
    recorder_.staff(now(), id, paid_fte, hours_per_week);
  }
  /// Puts an epoch's settings in force.
  void change_to(const Settings& settings);

  /// The household lives in the stage from now on (and did for `elapsed` already).
  void move_in(Household& household, StageId stage, Duration elapsed, std::size_t visit);
  /// It leaves; its unit is made ready for the next, or goes with it.
  void move_out(Household& household, MoveId by, std::size_t visit);

  /// A unit of the stage: in which order, and from which line.
  [[nodiscard]] engine::Pool::Claim claim_unit(const Household& household, StageId stage, std::uint64_t turn);
  /// A caseload place. Whoever has a smaller class is served first.
  [[nodiscard]] engine::Pool::Claim claim_place(TeamId team, int its_class, std::uint64_t turn);
  /// A place in the order of those who wait: behind everybody who has taken one before. Kept while the household is
  /// woken and claims anew.
  [[nodiscard]] std::uint64_t next_turn() { return turns_++; }
  /// A unit has become free without anybody's asking for it.
  void unit_is_free(StageId stage);
  [[nodiscard]] std::size_t line(const Household& household, StageId stage) {
    return state(stage).lines_by_group ? household.group().index() : 0;
  }
  /// Which ceiling refuses new admissions to the stage now; -1: none. Acute placements are never refused.
  [[nodiscard]] int refusing_ceiling(StageId stage) const;
  [[nodiscard]] bool refuses(std::size_t ceiling) const { return refuses_[ceiling]; }
  void set_refusing(std::size_t ceiling, bool refuses) { refuses_[ceiling] = refuses; }
  /// What the night that ends at this midnight costs in a stage, in öre; with apartments, their rent.
  [[nodiscard]] double daily_cost(StageId stage) const;
  /// The first time from `now` on at which a board that meets on `weekday` (1 Monday) does so, at 09:00.
  [[nodiscard]] static Time next_meeting(Time now, unsigned weekday);

  [[nodiscard]] ClientId next_client(GroupId group) { return {group, client_numbers_[group.index()]++}; }

 private:
  void make_stages();
  void make_teams();
  void start_processes();
  void settle_initial();
  void evict(StageId id);

  const Alternative& alternative_;
  WorldOptions options_;
  const Settings* settings_;
  const Settings* before_;         // the settings in force until...
  Time changed_at_ = Time::min();  // ...this time
  CauseTable causes_;
  Recorder& recorder_;
  engine::Simulation simulation_;
  std::vector<StageState> stages_;
  std::vector<TeamState> teams_;
  std::vector<std::uint32_t> client_numbers_;  // by group: the next one's
  std::vector<std::vector<MoveId>> moves_from_;
  std::vector<bool> refuses_;  // by ceiling
  engine::Signal changed_;
  std::uint64_t events_ = 0;
  std::uint64_t turns_ = 0;
};

}  // namespace trapphus::models
