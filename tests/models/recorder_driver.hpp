// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "models/measures/measure_recorder.hpp"
#include "tests/models/build.hpp"

/// Feeds a measure recorder with events by hand, in place of the model, and reads the measures:
///
///     RecorderDriver driver(b.settings(), on(2012, 1, 1), on(2014, 1, 1));
///     driver.moves_in(anna, "hotel", on(2012, 3, 1));
///     driver.finish();
///     driver.value("households.hotel");
namespace trapphus::models::build {

/// The groups of the recorder's tests, and households of them.
inline constexpr GroupId kFamilies(0), kSingles(1);
inline constexpr ClientId kAnna{kFamilies, 0}, kBo{kFamilies, 1}, kCarl{kSingles, 0}, kDoris{kSingles, 1};

class RecorderDriver {
 public:
  /// `windows`: from and to, each with all measures.
  RecorderDriver(Settings settings, Time from, Time to, const std::vector<std::pair<Time, Time>>& windows = {});

  ClientState& state(ClientId client);
  void record(EventKind kind, ClientId client, Time now, std::size_t subject = kNoSubject);

  void arrives(ClientId client, const std::string& stage, Time now);
  /// `since`: for who lived there before the period.
  void lives(ClientId client, const std::string& stage, Time now, Time since);
  void moves_in(ClientId client, const std::string& name, Time now) { moves_in(client, name, now, now); }
  void moves(ClientId client, const std::string& to, Time now, std::size_t move = kNoSubject);
  void relapses(ClientId client, const std::string& to, Time now);

  void finish(const std::vector<double>& hours_worked = {});
  /// Of all households, or of a group.
  double value(const std::string& measure, GroupId group = {}) const;
  const std::vector<double>& monthly(const std::string& measure, GroupId group = {}) const;
  const ReplicationResult& result() const { return result_; }
  /// In the first window.
  double in_window(const std::string& measure, GroupId group = {}) const;
  MeasureRecorder& recorder() { return recorder_; }
  const Settings& settings() const { return settings_; }
  StageId stage(const std::string& name) const;

 private:
  static std::size_t row(GroupId group) { return group.valid() ? 1 + group.index() : 0; }
  std::size_t place(const std::string& measure) const { return table_.find(measure).value(); }
  void moves_in(ClientId client, const std::string& name, Time now, Time since);

  Settings settings_;
  MeasureTable table_;
  Time to_;
  MeasureRecorder recorder_;
  std::map<ClientId, ClientState> states_;
  ReplicationResult result_;
};

}  // namespace trapphus::models::build
