// SPDX-License-Identifier: MIT
#include "tests/models/told.hpp"

namespace trapphus::models::build {

Told::Told(Settings settings, Time from, Time to)
    : settings_(std::move(settings)), table_(settings_), to_(to), recorder_(table_, settings_, from, to) {
  recorder_.settings(from, settings_);
}

ClientState& Told::state(ClientId client) {
  ClientState& state = states_[client];
  state.group = client.group;
  return state;
}

void Told::tell(EventKind kind, ClientId client, Time now, std::size_t subject) {
  recorder_.record({now, client, kind, static_cast<std::uint16_t>(subject)}, state(client));
}

void Told::arrives(ClientId client, const std::string& stage, Time now) {
  tell(EventKind::Arrived, client, now);
  moves_in(client, stage, now);
}

void Told::lives(ClientId client, const std::string& stage, Time now, Time since) {
  state(client).initial = true;
  moves_in(client, stage, now, since);
}

void Told::moves(ClientId client, const std::string& to, Time now, std::size_t move) {
  tell(EventKind::Left, client, now, move);
  moves_in(client, to, now);
}

void Told::relapses(ClientId client, const std::string& to, Time now) {
  tell(EventKind::Relapsed, client, now, state(client).stage.index());
  moves(client, to, now);
}

void Told::finish(const std::vector<double>& hours_worked) {
  recorder_.finish(to_, hours_worked);
  result_ = recorder_.result();
}

double Told::value(const std::string& measure, GroupId group) const {
  return result_.values[row(group)].at(place(measure));
}

const std::vector<double>& Told::monthly(const std::string& measure, GroupId group) const {
  return result_.monthly[row(group)].at(place(measure));
}

StageId Told::stage(const std::string& name) const {
  for (std::size_t i = 0; i < settings_.stages.size(); ++i) {
    if (settings_.stages[i].name == name) return StageId(i);
  }
  throw std::invalid_argument("no stage called " + name);
}

void Told::moves_in(ClientId client, const std::string& name, Time now, Time since) {
  ClientState& its = state(client);
  its.stage = stage(name);
  its.entered = since;
  if (settings_.stages[its.stage.index()].acute && !its.has_acute) {
    its.has_acute = true;
    its.first_acute = since;
  }
  tell(EventKind::Entered, client, now, its.stage.index());
}

}  // namespace trapphus::models::build
