// SPDX-License-Identifier: MIT
#include "models/measures/measure_recorder.hpp"

#include <algorithm>
#include <cstdint>
#include <stdexcept>
#include <utility>

#include "models/measures/values.hpp"
#include "models/staircase/settings.hpp"

namespace trapphus::models {

using engine::Time;

namespace {

ReplicationResult values_of(const Replication& replication,
                            const std::vector<std::unique_ptr<FamilyCounts>>& families) {
  MeasureValues values(replication);
  for (const auto& family : families) family->put(values);
  return std::move(values.result());
}

}  // namespace

/// The counts of a window while it lasts, and their values.
class MeasureRecorder::WindowCounts {
 public:
  enum class State : std::uint8_t { Before, Within, Over };

  WindowCounts(const Replication& whole, const Window& window)
      : replication_{whole.table, Period(window.from, window.to), whole.groups, whole.settings} {
    for (const std::size_t measure : window.measures) places_.push_back(whole.table.family_of(measure));
    std::sort(places_.begin(), places_.end());
    places_.erase(std::unique(places_.begin(), places_.end()), places_.end());
  }

  [[nodiscard]] const Period& period() const { return replication_.period; }
  [[nodiscard]] State state() const { return state_; }
  template <class Visit>
  void each(const Visit& visit) {
    for (const auto& family : families_) visit(*family);
  }

  void set(const Settings& settings) { replication_.settings = &settings; }
  /// `whole`: the counts of all families; none at the beginning of their period.
  void begin(const Settings& settings, const std::vector<std::unique_ptr<FamilyCounts>>& whole,
             std::span<const double> hours_worked) {
    set(settings);
    state_ = State::Within;
    worked_before_.assign(hours_worked.begin(), hours_worked.end());
    for (const std::size_t place : places_) {
      families_.push_back(replication_.table.counts(replication_, place));
      if (!whole.empty()) families_.back()->take_over(*whole[place]);
    }
  }
  void end(Time now, std::span<const double> hours_worked) {
    std::vector<double> worked(hours_worked.begin(), hours_worked.end());
    for (std::size_t i = 0; i < std::min(worked.size(), worked_before_.size()); ++i) worked[i] -= worked_before_[i];
    each([&](FamilyCounts& family) { family.finish(now, worked); });
    result_ = values_of(replication_, families_);
    families_.clear();
    state_ = State::Over;
  }
  [[nodiscard]] WindowResult result() const { return {period().from(), period().to(), result_}; }

 private:
  Replication replication_;
  std::vector<std::size_t> places_;  // of its families, in the table
  std::vector<std::unique_ptr<FamilyCounts>> families_;
  std::vector<double> worked_before_;
  ReplicationResult result_;
  State state_ = State::Before;
};

MeasureRecorder::MeasureRecorder(const MeasureTable& table, const Settings& settings, Time from, Time to,
                                 const std::vector<Window>& windows)
    : replication_{table, Period(from, to), settings.groups.size(), &settings},
      families_(table.counts(replication_)),
      units_(settings.stages.size()),
      staff_(settings.teams.size()) {
  for (const Window& window : windows) {
    if (window.from < from || window.to > to) throw std::invalid_argument("a window must lie within the period");
    windows_.push_back(std::make_unique<WindowCounts>(replication_, window));
    if (window.from == from) windows_.back()->begin(settings, {}, {});
  }
  listen();
}

MeasureRecorder::~MeasureRecorder() = default;

void MeasureRecorder::listen() {
  listening_.clear();
  for (const auto& family : families_) listening_.push_back(family.get());
  for (const auto& window : windows_) window->each([&](FamilyCounts& family) { listening_.push_back(&family); });
}

std::vector<Time> MeasureRecorder::stops() const {
  std::vector<Time> all;
  for (const auto& window : windows_) {
    for (const Time stop : {window->period().from(), window->period().to()}) {
      if (stop > replication_.period.from() && stop < replication_.period.to()) all.push_back(stop);
    }
  }
  std::sort(all.begin(), all.end());
  all.erase(std::unique(all.begin(), all.end()), all.end());
  return all;
}

void MeasureRecorder::reached(Time now, std::span<const double> hours_worked) {
  for (const auto& window : windows_) {
    if (window->state() == WindowCounts::State::Within && window->period().to() == now) end(*window, now, hours_worked);
    if (window->state() == WindowCounts::State::Before && window->period().from() == now)
      begin(*window, now, hours_worked);
  }
  listen();
}

void MeasureRecorder::begin(WindowCounts& window, Time now, std::span<const double> hours_worked) {
  window.begin(*replication_.settings, families_, hours_worked);
  window.each([&](FamilyCounts& family) {
    for (std::size_t i = 0; i < units_.size(); ++i) {
      if (units_[i]) family.units(now, StageId(i), units_[i]->units, units_[i]->empty);
    }
    for (std::size_t i = 0; i < staff_.size(); ++i) {
      if (staff_[i]) family.staff(now, TeamId(i), staff_[i]->paid_fte, staff_[i]->hours_per_week);
    }
    households_.for_each([&](Followed& household) {
      const StageId id = household.stage;
      if (id.valid() && stage(id).kind != StageKind::Exit)
        family.entered({now, household, households_.place_of(household.id), {}, id, stage(id)});
      if (household.claimed.valid()) family.claims(now, household.claimed, household.id.group, 1);
      if (household.cause != kNoSubject) family.waits(now, household, true);
    });
  });
}

void MeasureRecorder::end(WindowCounts& window, Time now, std::span<const double> hours_worked) {
  window.each([&](FamilyCounts& family) {
    households_.for_each([&](Followed& household) {
      if (household.cause != kNoSubject) family.waits(now, household, false);
      family.still_there(now, household);
    });
  });
  window.end(now, hours_worked);
}

void MeasureRecorder::settings(Time now, const Settings& settings) {
  replication_.settings = &settings;
  for (const auto& window : windows_) window->set(settings);
  each([&](FamilyCounts& family) { family.change_settings(now, settings); });
}

void MeasureRecorder::units(Time now, StageId stage, int units, int empty) {
  units_[stage.index()] = {units, empty};
  each([&](FamilyCounts& family) { family.units(now, stage, units, empty); });
}

void MeasureRecorder::staff(Time now, TeamId team, double paid_fte, double hours_per_week) {
  staff_[team.index()] = {paid_fte, hours_per_week};
  each([&](FamilyCounts& family) { family.staff(now, team, paid_fte, hours_per_week); });
}

void MeasureRecorder::record(const Event& event, const ClientState& client) {
  if (event.time >= replication_.period.to()) return;  // the period is half-open
  switch (event.kind) {
    case EventKind::Arrived:
      if (!client.initial) each([&](FamilyCounts& family) { family.arrived(event.time, event.client.group); });
      return;
    case EventKind::Prevented:
      each([&](FamilyCounts& family) { family.prevented(event.time, event.client.group); });
      return gone(event);
    case EventKind::Entered:
      return entered(event, client);
    case EventKind::Left:
      return left(event);
    case EventKind::Booked:
      return queue(event, true);
    case EventKind::Taken:
    case EventKind::Dropped:
      return queue(event, false);
    case EventKind::Finished:
      each([&](FamilyCounts& family) { family.served(event.time, event.client.group, ServiceId(event.subject)); });
      return;
    case EventKind::Claimed:
      return claimed(event);
    case EventKind::Waits:
      return wait_for(followed(event.client), event.time, event.subject);
    case EventKind::Relapsed:
      return relapsed(event);
    case EventKind::Gone:
      return gone(event);
    default:
      return;  // No measure depends on these.
  }
}

void MeasureRecorder::entered(const Event& event, const ClientState& client) {
  const StageId id(event.subject);
  Followed& household = followed(event.client);
  unclaim(household, event.time);  // a claim from outside
  wait_for(household, event.time, kNoSubject);
  const StageId from = std::exchange(household.from, StageId{});
  household.stage = id;
  household.entered = client.entered;
  household.helped = client.helped;
  if (stage(id).kind == StageKind::Exit) {
    household.out = true;
    household.exit = id;
    household.left = event.time;
  } else {
    household.form = client.form;
    household.children = client.children;
    if (stage(id).acute && !household.has_acute) {
      household.has_acute = true;
      household.first_acute = client.has_acute ? client.first_acute : client.entered;
    }
  }
  const Entering entering{event.time, household, households_.place_of(event.client), from, id, stage(id)};
  each([&](FamilyCounts& family) { family.entered(entering); });
}

void MeasureRecorder::left(const Event& event) {
  Followed& household = followed(event.client);
  wait_for(household, event.time, kNoSubject);  // before the stage changes
  const StageId id = std::exchange(household.stage, StageId{});
  if (!id.valid() || stage(id).kind == StageKind::Exit) return;
  unclaim(household, event.time);
  const MoveId by = event.subject == kNoSubject ? MoveId{} : MoveId(event.subject);
  // Decisions of a board and the longest stay count as planned.
  const Ending ending = by.valid() ? ending_of(replication_.settings->moves[by.index()]) : Ending::Planned;
  const Leaving leaving{event.time, household, households_.place_of(event.client), id, stage(id), by, ending};
  each([&](FamilyCounts& family) { family.left(leaving); });
  household.from = id;
}

void MeasureRecorder::queue(const Event& event, bool waits) {
  const Followed& household = followed(event.client);
  const std::size_t place = households_.place_of(event.client);
  each([&](FamilyCounts& family) { family.queues(event.time, household, place, event.subject, waits); });
}

void MeasureRecorder::claimed(const Event& event) {
  Followed& household = followed(event.client);
  unclaim(household, event.time);
  household.claimed = StageId(event.subject);
  each([&](FamilyCounts& family) { family.claims(event.time, household.claimed, household.id.group, 1); });
}

void MeasureRecorder::unclaim(Followed& household, Time now) {
  const StageId claimed = std::exchange(household.claimed, StageId{});
  if (claimed.valid()) each([&](FamilyCounts& family) { family.claims(now, claimed, household.id.group, -1); });
}

void MeasureRecorder::wait_for(Followed& household, Time now, std::uint16_t cause) {
  if (household.cause != kNoSubject) each([&](FamilyCounts& family) { family.waits(now, household, false); });
  household.cause = cause;
  if (cause != kNoSubject) each([&](FamilyCounts& family) { family.waits(now, household, true); });
}

void MeasureRecorder::relapsed(const Event& event) {
  Followed& household = followed(event.client);
  if (!household.out) return;
  household.out = false;
  household.stage = {};
  const std::size_t place = households_.place_of(event.client);
  each([&](FamilyCounts& family) { family.relapsed(event.time, household, place); });
}

void MeasureRecorder::gone(const Event& event) {
  const Followed& household = followed(event.client);
  const std::size_t place = households_.place_of(event.client);
  each([&](FamilyCounts& family) { family.gone(event.time, household, place); });
  households_.forget(event.client);
}

void MeasureRecorder::circular_wait(Time now, const std::vector<StageId>& stages) {
  circular_waits_.push_back({now, stages});
}

void MeasureRecorder::finish(Time now, std::span<const double> hours_worked) {
  reached(now, hours_worked);  // the windows that end with the period
  households_.for_each([&](Followed& household) {
    wait_for(household, now, kNoSubject);
    each([&](FamilyCounts& family) { family.still_there(now, household); });
  });
  each([&](FamilyCounts& family) { family.finish(now, hours_worked); });
  finished_ = true;
}

ReplicationResult MeasureRecorder::result() const {
  if (!finished_) throw std::logic_error("measures are asked for before the period is over");
  ReplicationResult result = values_of(replication_, families_);
  for (const auto& window : windows_) {
    if (window->state() != WindowCounts::State::Over) throw std::logic_error("a window's end was not reached");
    result.windows.push_back(window->result());
  }
  result.circular_waits = circular_waits_;
  return result;
}

}  // namespace trapphus::models
