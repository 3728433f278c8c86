// SPDX-License-Identifier: MIT
#include "tests/models/recorder_driver.hpp"

#include <numeric>

namespace trapphus::models::build {

namespace {

std::vector<Window> with_all_measures(const MeasureTable& table, const std::vector<std::pair<Time, Time>>& windows) {
  std::vector<std::size_t> measures(table.size());
  std::iota(measures.begin(), measures.end(), std::size_t{0});
  std::vector<Window> all;
  for (const auto& [from, to] : windows) all.push_back({from, to, measures});
  return all;
}

}  // namespace

RecorderDriver::RecorderDriver(Settings settings, Time from, Time to, const std::vector<std::pair<Time, Time>>& windows)
    : settings_(std::move(settings)),
      table_(settings_),
      to_(to),
      recorder_(table_, settings_, from, to, with_all_measures(table_, windows)) {
  recorder_.settings(from, settings_);
}

ClientState& RecorderDriver::state(ClientId client) {
  ClientState& state = states_[client];
  state.group = client.group;
  return state;
}

void RecorderDriver::record(EventKind kind, ClientId client, Time now, std::size_t subject) {
  recorder_.record({now, client, kind, static_cast<std::uint16_t>(subject)}, state(client));
}

void RecorderDriver::arrives(ClientId client, const std::string& stage, Time now) {
  record(EventKind::Arrived, client, now);
  moves_in(client, stage, now);
}

void RecorderDriver::lives(ClientId client, const std::string& stage, Time now, Time since) {
  state(client).initial = true;
  moves_in(client, stage, now, since);
}

void RecorderDriver::moves(ClientId client, const std::string& to, Time now, std::size_t move) {
  record(EventKind::Left, client, now, move);
  moves_in(client, to, now);
}

void RecorderDriver::relapses(ClientId client, const std::string& to, Time now) {
  record(EventKind::Relapsed, client, now, state(client).stage.index());
  moves(client, to, now);
}

void RecorderDriver::finish(const std::vector<double>& hours_worked) {
  recorder_.finish(to_, hours_worked);
  result_ = recorder_.result();
}

double RecorderDriver::value(const std::string& measure, GroupId group) const {
  return result_.values[row(group)].at(place(measure));
}

double RecorderDriver::in_window(const std::string& measure, GroupId group) const {
  return result_.windows.at(0).result.values[row(group)].at(place(measure));
}

const std::vector<double>& RecorderDriver::monthly(const std::string& measure, GroupId group) const {
  return result_.monthly[row(group)].at(place(measure));
}

StageId RecorderDriver::stage(const std::string& name) const {
  for (std::size_t i = 0; i < settings_.stages.size(); ++i) {
    if (settings_.stages[i].name == name) return StageId(i);
  }
  throw std::invalid_argument("no stage called " + name);
}

void RecorderDriver::moves_in(ClientId client, const std::string& name, Time now, Time since) {
  ClientState& household = state(client);
  household.stage = stage(name);
  household.entered = since;
  if (settings_.stages[household.stage.index()].acute && !household.has_acute) {
    household.has_acute = true;
    household.first_acute = since;
  }
  record(EventKind::Entered, client, now, household.stage.index());
}

}  // namespace trapphus::models::build
