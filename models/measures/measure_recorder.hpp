// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "engine/statistics/time_average.hpp"
#include "models/counts/followed.hpp"
#include "models/counts/stay_tables.hpp"
#include "models/counts/tenancies.hpp"
#include "models/measures/cost_book.hpp"
#include "models/measures/household_counts.hpp"
#include "models/measures/measure.hpp"
#include "models/staircase/period.hpp"
#include "models/staircase/recorder.hpp"
#include "models/staircase/replication_result.hpp"

namespace trapphus::models {

/// Measures one replication while it runs. Its memory grows with the households followed at once and with the months of
/// the period, not with the number of events.
class MeasureRecorder final : public Recorder {
 public:
  /// `settings` are those of the period's beginning; the table, and whatever settings the recorder is told, must live
  /// as long as it does.
  MeasureRecorder(const MeasureTable& table, const Settings& settings, engine::Time from, engine::Time to);

  void record(const Event& event, const ClientState& client) override;
  void settings(engine::Time now, const Settings& settings) override;
  void units(engine::Time now, StageId stage, int units, int empty) override;
  void staff(engine::Time now, TeamId team, double paid_fte, double hours_per_week) override;
  void finish(engine::Time now, std::span<const double> hours_worked) override;

  /// What was measured. Throws std::logic_error before finish().
  [[nodiscard]] ReplicationResult result() const;

 private:
  friend class MeasureValues;
  using Average = engine::TimeAverage<std::int64_t>;
  /// An apartment stage's units, and how they were left.
  struct Units {
    explicit Units(const Period& period)
        : all(period.from()), empty(period.from()), moveouts(period.months()), takeovers(period.months()) {}
    Average all, empty;
    std::vector<std::int64_t> moveouts, takeovers;  // by month
  };

  void arrived(const Event& event, const ClientState& client);
  void entered(const Event& event, const ClientState& client);
  void entered_exit(Followed& household, engine::Time now, StageId id);
  void began_acute(Followed& household, const ClientState& client, engine::Time now);
  void left(const Event& event);
  void queue(const Event& event, std::size_t service, bool waits);
  void claimed(const Event& event);
  void unclaim(Followed& household, engine::Time now);
  void waits(Followed& household, engine::Time now, std::uint16_t cause);
  void relapsed(const Event& event);
  void prevented(const Event& event);
  void gone(const Event& event);
  void end_episode(Followed& household);
  void still_there(Followed& household, engine::Time now);

  [[nodiscard]] const Stage& stage(StageId id) const { return settings_->stages[id.index()]; }
  [[nodiscard]] Followed& followed(ClientId id);

  const MeasureTable& table_;
  const Settings* settings_;
  Period period_;
  std::size_t groups_;
  FollowedTable households_;
  std::vector<std::uint8_t> queued_;  // by place and service: waits for a caseload place
  HouseholdLevels living_, claiming_, queueing_;
  FlowCounts flows_;
  WaitTotals waits_;
  std::vector<NightCount> child_nights_;  // by group
  StayTables stays_;
  std::vector<Episodes> episodes_;  // by group
  std::vector<Returns> returns_;    // by group
  Tenancies tenancies_;
  std::vector<Units> units_;                        // by stage
  std::vector<engine::TimeAverage<double>> hours_;  // by team: a week
  std::vector<double> hours_worked_;
  CostBook costs_;
  bool finished_ = false;
};

}  // namespace trapphus::models
