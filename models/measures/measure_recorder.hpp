// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <span>
#include <vector>

#include "models/measures/family.hpp"
#include "models/staircase/recorder.hpp"
#include "models/staircase/replication_result.hpp"

namespace trapphus::models {

/// Measures one replication while it runs: keeps the state of each household that the families need, and passes events
/// on to them. Memory grows with the number of households followed at once and of months, not with that of events.
class MeasureRecorder final : public Recorder {
 public:
  /// `settings` are those of the period's beginning. The table and all settings passed must outlive the recorder.
  MeasureRecorder(const MeasureTable& table, const Settings& settings, engine::Time from, engine::Time to);

  void record(const Event& event, const ClientState& client) override;
  void settings(engine::Time now, const Settings& settings) override;
  void units(engine::Time now, StageId stage, int units, int empty) override;
  void staff(engine::Time now, TeamId team, double paid_fte, double hours_per_week) override;
  void circular_wait(engine::Time now, const std::vector<StageId>& stages) override;
  void finish(engine::Time now, std::span<const double> hours_worked) override;

  /// Throws std::logic_error before finish().
  [[nodiscard]] ReplicationResult result() const;

 private:
  void entered(const Event& event, const ClientState& client);
  void left(const Event& event);
  void queue(const Event& event, bool waits);
  void claimed(const Event& event);
  void unclaim(Followed& household, engine::Time now);
  void wait_for(Followed& household, engine::Time now, std::uint16_t cause);
  void relapsed(const Event& event);
  void gone(const Event& event);

  [[nodiscard]] const Stage& stage(StageId id) const { return replication_.stage(id); }
  [[nodiscard]] Followed& followed(ClientId id) { return households_[households_.place_of(id)]; }
  template <class Visit>
  void each(const Visit& visit) {
    for (const auto& family : families_) visit(*family);
  }

  Replication replication_;
  FollowedTable households_;
  std::vector<std::unique_ptr<FamilyCounts>> families_;
  std::vector<CircularWait> circular_waits_;
  bool finished_ = false;
};

}  // namespace trapphus::models
