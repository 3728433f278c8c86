// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "models/staircase/recorder.hpp"
#include "models/staircase/settings.hpp"

namespace trapphus::models::build {

/// Counts households one by one, independently of the measures, and records violated invariants. Passes records on to
/// another recorder, if given.
class Census final : public Recorder {
 public:
  Census(const Settings& settings, engine::Time from, engine::Time to, Recorder* next = nullptr)
      : settings_(settings), from_(from), to_(to), next_(next), stages_(settings.stages.size()) {}

  struct StageCount {
    std::int64_t seconds = 0;  ///< Of all stays together, as far as they lie in the period.
    std::int64_t entered = 0, left = 0;
    int living = 0;
    int units = -1;  ///< -1: not limited.
  };

  void record(const Event& event, const ClientState& client) override;
  void settings(engine::Time now, const Settings& settings) override;
  void units(engine::Time now, StageId stage, int units, int empty) override;
  void staff(engine::Time now, TeamId team, double fte, double hours) override;
  void finish(engine::Time now, std::span<const double> worked) override;

  [[nodiscard]] const std::vector<StageCount>& stages() const { return stages_; }
  [[nodiscard]] std::size_t came() const { return known_.size(); }
  [[nodiscard]] std::size_t departed() const { return departed_; }
  /// Households followed at the end, in a stage, waiting outside or at risk.
  [[nodiscard]] std::size_t present() const { return known_.size() - departed_; }
  [[nodiscard]] std::size_t living() const { return living_.size(); }
  [[nodiscard]] const std::vector<std::string>& complaints() const { return complaints_; }

 private:
  struct Home {
    StageId stage;
    engine::Time since;
  };

  void enter(const Event& event, const ClientState& client);
  void leave(const Event& event, const ClientState& client);
  void depart(const Event& event);
  void complain(const std::string& what, engine::Time now);

  const Settings& settings_;
  engine::Time from_, to_;
  Recorder* next_;
  std::vector<StageCount> stages_;
  std::set<ClientId> known_;
  std::map<ClientId, Home> living_;
  std::map<ClientId, engine::Time> between_;  // has left, and not entered yet
  std::size_t departed_ = 0;
  std::vector<std::string> complaints_;
};

}  // namespace trapphus::models::build
