// SPDX-License-Identifier: MIT
#include "tests/models/census.hpp"

namespace trapphus::models::build {

void Census::record(const Event& event, const ClientState& client) {
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

void Census::settings(engine::Time now, const Settings& settings) {
  if (next_) next_->settings(now, settings);
}

void Census::units(engine::Time now, StageId stage, int units, int empty) {
  if (next_) next_->units(now, stage, units, empty);
  stages_[stage.index()].units = units;
  if (empty > units || empty < 0) complain("more units are empty than there are", now);
}

void Census::staff(engine::Time now, TeamId team, double fte, double hours) {
  if (next_) next_->staff(now, team, fte, hours);
}

void Census::finish(engine::Time now, std::span<const double> worked) {
  if (next_) next_->finish(now, worked);
  for (auto& [client, home] : living_) stages_[home.stage.index()].seconds += (to_ - home.since).count();
}

void Census::enter(const Event& event, const ClientState& client) {
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

void Census::leave(const Event& event, const ClientState& client) {
  const auto home = living_.extract(event.client);
  if (!home || home.mapped().stage != client.stage) return complain("a household leaves where it is not", event.time);
  StageCount& stage = stages_[client.stage.index()];
  ++stage.left;
  --stage.living;
  stage.seconds += (event.time - home.mapped().since).count();
  if (settings_.stages[client.stage.index()].kind != StageKind::Exit) between_[event.client] = event.time;
}

void Census::depart(const Event& event) {
  ++departed_;
  if (const auto home = living_.extract(event.client)) {
    --stages_[home.mapped().stage.index()].living;
    ++stages_[home.mapped().stage.index()].left;
  }
}

void Census::complain(const std::string& what, engine::Time now) {
  complaints_.push_back(engine::to_string(now) + ": " + what);
}

}  // namespace trapphus::models::build
