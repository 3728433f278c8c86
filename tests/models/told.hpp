// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <string>
#include <vector>

#include "models/measure_recorder.hpp"
#include "tests/models/build.hpp"

/// Tells a measure recorder a story by hand, as the model would, and asks what it measured:
///
///     Told told(b.settings(), on(2012, 1, 1), on(2014, 1, 1));
///     told.moves_in(anna, "hotel", on(2012, 3, 1));
///     told.finish();
///     told.value("households.hotel");
namespace trapphus::models::build {

inline Time on(int year, unsigned month, unsigned day, int hour = 0) {
  return std::chrono::sys_days{std::chrono::year(year) / static_cast<int>(month) / static_cast<int>(day)} +
         std::chrono::hours(hour);
}

class Told {
 public:
  Told(Settings settings, Time from, Time to)
      : settings_(std::move(settings)), table_(settings_), to_(to), recorder_(table_, settings_, from, to) {
    recorder_.settings(from, settings_);
  }

  ClientState& state(ClientId client) {
    ClientState& state = states_[client];
    state.group = client.group;
    return state;
  }
  void tell(EventKind kind, ClientId client, Time now, std::size_t subject = kNoSubject) {
    recorder_.record({now, client, kind, static_cast<std::uint16_t>(subject)}, state(client));
  }

  void arrives(ClientId client, const std::string& stage, Time now) {
    tell(EventKind::Arrived, client, now);
    moves_in(client, stage, now);
  }
  /// `since`: for who lived there before the period.
  void lives(ClientId client, const std::string& stage, Time now, Time since) {
    state(client).initial = true;
    moves_in(client, stage, now, since);
  }
  void moves_in(ClientId client, const std::string& name, Time now) { moves_in(client, name, now, now); }
  void moves(ClientId client, const std::string& to, Time now, std::size_t move = kNoSubject) {
    tell(EventKind::Left, client, now, move);
    moves_in(client, to, now);
  }
  void relapses(ClientId client, const std::string& to, Time now) {
    tell(EventKind::Relapsed, client, now, state(client).stage.index());
    moves(client, to, now);
  }

  void finish(const std::vector<double>& hours_worked = {}) {
    recorder_.finish(to_, hours_worked);
    result_ = recorder_.result();
  }
  /// Of all households, or of a group.
  double value(const std::string& measure, GroupId group = {}) const {
    return result_.values[row(group)].at(place(measure));
  }
  const std::vector<double>& monthly(const std::string& measure, GroupId group = {}) const {
    return result_.monthly[row(group)].at(place(measure));
  }
  const ReplicationResult& result() const { return result_; }
  MeasureRecorder& recorder() { return recorder_; }
  const Settings& settings() const { return settings_; }
  StageId stage(const std::string& name) const {
    for (std::size_t i = 0; i < settings_.stages.size(); ++i) {
      if (settings_.stages[i].name == name) return StageId(i);
    }
    throw std::invalid_argument("no stage called " + name);
  }

 private:
  static std::size_t row(GroupId group) { return group.valid() ? 1 + group.index() : 0; }
  std::size_t place(const std::string& measure) const { return table_.find(measure).value(); }
  void moves_in(ClientId client, const std::string& name, Time now, Time since) {
    ClientState& its = state(client);
    its.stage = stage(name);
    its.entered = since;
    if (settings_.stages[its.stage.index()].acute && !its.has_acute) {
      its.has_acute = true;
      its.first_acute = since;
    }
    tell(EventKind::Entered, client, now, its.stage.index());
  }

  Settings settings_;
  MeasureTable table_;
  Time to_;
  MeasureRecorder recorder_;
  std::map<ClientId, ClientState> states_;
  ReplicationResult result_;
};

}  // namespace trapphus::models::build
