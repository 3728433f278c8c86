// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "models/recorder.hpp"
#include "models/settings.hpp"

namespace trapphus::models::build {

/// Counts households one by one, apart from all that the measures do, and notes what must never happen. Passes on what
/// it is told, if somebody else wants to know.
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

  void record(const Event& event, const ClientState& client) override {
    if (next_) next_->record(event, client);
    switch (event.kind) {
      case EventKind::AtRisk:
        known_.insert(event.client);
        break;
      case EventKind::Arrived:
        known_.insert(event.client);
        break;
      case EventKind::Entered:
        enter(event, client);
        break;
      case EventKind::Left:
        leave(event, client);
        break;
      case EventKind::Prevented:
      case EventKind::Gone:
        depart(event);
        break;
      default:
        break;
    }
  }
  void settings(engine::Time now, const Settings& settings) override {
    if (next_) next_->settings(now, settings);
  }
  void units(engine::Time now, StageId stage, int units, int empty) override {
    if (next_) next_->units(now, stage, units, empty);
    stages_[stage.index()].units = units;
    if (empty > units || empty < 0) complain("more units are empty than there are", now);
  }
  void staff(engine::Time now, TeamId team, double fte, double hours) override {
    if (next_) next_->staff(now, team, fte, hours);
  }
  void finish(engine::Time now, std::span<const double> worked) override {
    if (next_) next_->finish(now, worked);
    for (auto& [client, home] : living_) stages_[home.stage.index()].seconds += (to_ - home.since).count();
  }

  [[nodiscard]] const std::vector<StageCount>& stages() const { return stages_; }
  [[nodiscard]] std::size_t came() const { return known_.size(); }
  [[nodiscard]] std::size_t departed() const { return departed_; }
  /// Who is followed at the end, whether living in a stage, waiting outside or at risk.
  [[nodiscard]] std::size_t present() const { return known_.size() - departed_; }
  [[nodiscard]] std::size_t living() const { return living_.size(); }
  [[nodiscard]] const std::vector<std::string>& complaints() const { return complaints_; }

 private:
  struct Home {
    StageId stage;
    engine::Time since;
  };

  void enter(const Event& event, const ClientState& client) {
    known_.insert(event.client);
    StageCount& stage = stages_[event.subject];
    const Stage& its = settings_.stages[event.subject];
    ++stage.entered;
    ++stage.living;
    const bool first = client.initial && client.entered != event.time;
    if (stage.units >= 0 && !its.acute && !first && event.time > from_ && stage.living > stage.units) {
      complain("more live in " + its.name + " than it has units", event.time);
    }
    if (!living_.try_emplace(event.client, Home{StageId(event.subject), event.time}).second) {
      complain("a household lives in two stages", event.time);
    }
    const auto left = between_.extract(event.client);
    if (left && left.mapped() != event.time) complain("a household was without a bed", event.time);
  }
  void leave(const Event& event, const ClientState& client) {
    const auto home = living_.extract(event.client);
    if (!home || home.mapped().stage != client.stage) return complain("a household leaves where it is not", event.time);
    StageCount& stage = stages_[client.stage.index()];
    ++stage.left;
    --stage.living;
    stage.seconds += (event.time - home.mapped().since).count();
    if (settings_.stages[client.stage.index()].kind != StageKind::Exit) between_[event.client] = event.time;
  }
  void depart(const Event& event) {
    ++departed_;
    if (const auto home = living_.extract(event.client)) {
      --stages_[home.mapped().stage.index()].living;
      ++stages_[home.mapped().stage.index()].left;
    }
  }
  void complain(const std::string& what, engine::Time now) {
    complaints_.push_back(engine::to_string(now) + ": " + what);
  }

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
