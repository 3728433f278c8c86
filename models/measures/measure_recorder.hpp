// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "models/measures/family.hpp"
#include "models/staircase/recorder.hpp"
#include "models/staircase/replication_result.hpp"

namespace trapphus::models {

/// A part of the period in which measures are wanted by themselves.
struct Window {
  engine::Time from, to;              ///< Within the period; `to` is exclusive.
  std::vector<std::size_t> measures;  ///< Those wanted; all of their families are counted.
};

/// Measures one replication while it runs: keeps the state of each household that the families need, and passes events
/// on to them. Memory grows with the number of households followed at once and of months, not with that of events.
class MeasureRecorder final : public Recorder {
 public:
  /// `settings` are those of the period's beginning. The table and all settings passed must outlive the recorder.
  /// Throws std::invalid_argument for a window that is not within the period.
  MeasureRecorder(const MeasureTable& table, const Settings& settings, engine::Time from, engine::Time to,
                  const std::vector<Window>& windows = {});
  ~MeasureRecorder() override;

  void record(const Event& event, const ClientState& client) override;
  void settings(engine::Time now, const Settings& settings) override;
  void units(engine::Time now, StageId stage, int units, int empty) override;
  void staff(engine::Time now, TeamId team, double paid_fte, double hours_per_week) override;
  void circular_wait(engine::Time now, const std::vector<StageId>& stages) override;
  /// The beginnings and ends of the windows.
  [[nodiscard]] std::vector<engine::Time> stops() const override;
  void reached(engine::Time now, std::span<const double> hours_worked) override;
  void finish(engine::Time now, std::span<const double> hours_worked) override;

  /// Throws std::logic_error before finish().
  [[nodiscard]] ReplicationResult result() const;

 private:
  class WindowCounts;
  struct UnitsNow {
    int units = 0, empty = 0;
  };
  struct StaffNow {
    double paid_fte = 0, hours_per_week = 0;
  };

  void begin(WindowCounts& window, engine::Time now, std::span<const double> hours_worked);
  void end(WindowCounts& window, engine::Time now, std::span<const double> hours_worked);
  void listen();
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
    for (FamilyCounts* const family : listening_) visit(*family);
  }

  Replication replication_;
  FollowedTable households_;
  std::vector<std::unique_ptr<FamilyCounts>> families_;
  std::vector<CircularWait> circular_waits_;
  std::vector<std::unique_ptr<WindowCounts>> windows_;
  std::vector<FamilyCounts*> listening_;        // those of the period, and of the windows that have begun and not ended
  std::vector<std::optional<UnitsNow>> units_;  // by stage
  std::vector<std::optional<StaffNow>> staff_;  // by team
  bool finished_ = false;
};

}  // namespace trapphus::models
