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
#include "engine/resources/joint_claim.hpp"
#include "engine/resources/pool.hpp"
#include "engine/resources/team.hpp"
#include "models/life/circular_waits.hpp"
#include "models/life/household.hpp"
#include "models/life/start.hpp"
#include "models/staircase/cause.hpp"
#include "models/staircase/recorder.hpp"
#include "models/staircase/settings.hpp"

namespace trapphus::models {

struct Alternative;
struct Epoch;

/// Options of one replication of an alternative.
struct WorldOptions {
  Time from, to;
  std::uint64_t seed = 1;
  std::uint64_t replication = 0;
};

/// State of one replication: pools, teams, queues and households. The configuration is the alternative, const; events
/// are reported to the recorder.
class World {
 public:
  /// State of a stage: units, if limited, and residents.
  struct StageState {
    std::unique_ptr<engine::Pool> pool;  ///< Absent: no limit.
    bool lines_by_group = false;         ///< Units are reserved for groups.
    bool keeps_residents = false;        ///< For boards and evictions.
    int lived_in = 0;
    double allotment_left = 1;             ///< Part of the next allotment that had not accrued...
    Time allotment_left_at = Time::max();  ///< ...at this time; max: there are none.
    int replacements = 0;                  ///< Of units taken over, that come before the end.
    std::uint64_t entries = 0;
    std::map<std::uint64_t, Household*> residents;  ///< In order of entering.
    std::vector<std::int64_t> present;              ///< Households by form (at least 1) x group.
  };
  /// State of a team: shared hours and caseload places.
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

  /// Runs the period, up to Recorder::finish().
  void run();
  [[nodiscard]] std::uint64_t events() const { return events_; }

  [[nodiscard]] engine::Simulation& simulation() { return simulation_; }
  [[nodiscard]] Time now() const { return simulation_.now(); }
  [[nodiscard]] Time end() const { return options_.to; }
  [[nodiscard]] const WorldOptions& options() const { return options_; }
  [[nodiscard]] const Alternative& alternative() const { return alternative_; }
  /// Settings in force now.
  [[nodiscard]] const Settings& settings() const { return *settings_; }
  /// At midnight: settings of the night that ends now, before any change at this instant.
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

  void record(EventKind kind, const Household& household, std::size_t subject = kNoSubject) {
    ++events_;
    recorder_.record({now(), household.id, kind, static_cast<std::uint16_t>(subject)}, household.state);
  }
  void record_units(StageId id);
  void record_circular_wait(const std::vector<StageId>& stages) { recorder_.circular_wait(now(), stages); }
  void record_staff(TeamId id, double paid_fte, double hours_per_week) {
    recorder_.staff(now(), id, paid_fte, hours_per_week);
  }
  /// Puts an epoch's settings in force.
  void change_to(const Epoch& epoch);

  /// The household lives in the stage from now on, `elapsed` after its entry.
  void move_in(Household& household, StageId stage, Duration elapsed, std::size_t visit);
  /// The household leaves; its unit goes into turnaround, or with it (takeover).
  void move_out(Household& household, MoveId by, std::size_t visit);

  /// Claim of a unit of the stage, with priority by the stage's allocation, and the household's line.
  [[nodiscard]] engine::Pool::Claim claim_unit(const Household& household, StageId stage, std::uint64_t turn);
  /// Claim of a unit of the stage and of a caseload place of the team that supports it.
  [[nodiscard]] engine::Pool::JointClaim claim_both(const Household& household, StageId stage, std::uint64_t turn);
  /// Awaitable: units of the stage become vacant, or are so no longer, while households wait for a caseload place too.
  [[nodiscard]] engine::Signal::Part vacancies_changed(StageId stage) {
    return state(stage).pool->vacancies_changed().next();
  }
  /// Whether the household brings its caseload place to the stage, since the same team supports it there.
  [[nodiscard]] bool keeps_place(const Household& household, StageId to) const;
  /// Claim of a caseload place. Smaller classes first.
  [[nodiscard]] engine::Pool::Claim claim_place(TeamId team, int priority_class, std::uint64_t turn);
  /// The next number in the order of claims. Kept when a household is resumed and claims again.
  [[nodiscard]] std::uint64_t next_turn() { return turns_++; }
  /// Resumes the households that wait for a ceiling, and so have no claim in the pool.
  void unit_is_free(StageId stage);
  [[nodiscard]] std::size_t line(const Household& household, StageId stage) {
    return state(stage).lines_by_group ? household.group().index() : 0;
  }
  /// Index of the ceiling that refuses admissions to the stage now; -1: none. Acute placements are never refused.
  [[nodiscard]] int refusing_ceiling(StageId stage) const;
  [[nodiscard]] bool refuses(std::size_t ceiling) const { return refuses_[ceiling]; }
  void set_refusing(std::size_t ceiling, bool refuses) { refuses_[ceiling] = refuses; }
  /// Cost of a stage for the night that ends at this midnight, in öre; of apartments the rent.
  [[nodiscard]] double daily_cost(StageId stage) const;
  /// The first time from `now` on at which a board that meets on `weekday` (1 Monday) does so, at 09:00.
  [[nodiscard]] static Time next_meeting(Time now, unsigned weekday);

  [[nodiscard]] CircularWaits& circular_waits() { return *circular_waits_; }

  [[nodiscard]] ClientId next_client(GroupId group) { return {group, client_numbers_[group.index()]++}; }

 private:
  /// Boards that had decided on a household in the stage before the period, one bit each.
  [[nodiscard]] std::uint64_t reviewed_before(StageId stage, Time entered) const;
  [[nodiscard]] std::int64_t priority_in(StageId stage, const Household& household, std::uint64_t turn) const;
  void make_stages();
  void make_teams();
  void start_processes();
  /// Runs everything before `stop`; returns the hours worked so far, by team.
  [[nodiscard]] std::vector<double> run_before(Time stop);
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
  std::vector<std::uint32_t> client_numbers_;  // by group: next free number
  std::vector<Resident> residents_;            // of the beginning
  std::unique_ptr<CircularWaits> circular_waits_;
  std::vector<std::vector<MoveId>> moves_from_;
  std::vector<bool> refuses_;  // by ceiling
  engine::Signal changed_;
  std::uint64_t events_ = 0;
  std::uint64_t turns_ = 0;
};

}  // namespace trapphus::models
