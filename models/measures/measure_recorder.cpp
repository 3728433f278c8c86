// SPDX-License-Identifier: MIT
#include "models/measures/measure_recorder.hpp"

#include <stdexcept>

#include "models/staircase/cause.hpp"

namespace trapphus::models {

using engine::Time;

MeasureRecorder::MeasureRecorder(const MeasureTable& table, const Settings& settings, Time from, Time to)
    : table_(table),
      settings_(&settings),
      period_(from, to),
      groups_(settings.groups.size()),
      living_(settings.stages.size(), groups_, period_),
      claiming_(settings.stages.size(), groups_, period_),
      queueing_(settings.services.size(), groups_, period_),
      flows_(table, groups_, period_),
      waits_(settings.stages.size(), CauseTable(settings).count(), groups_, from),
      child_nights_(groups_, NightCount(from)),
      stays_(settings.stages.size(), groups_, period_),
      episodes_(groups_, Episodes(period_)),
      returns_(groups_),
      tenancies_(groups_, period_),
      units_(settings.stages.size(), Units(period_)),
      hours_(settings.teams.size(), engine::TimeAverage<double>(from)),
      hours_worked_(settings.teams.size()),
      costs_(table, settings, period_) {}

void MeasureRecorder::settings(Time now, const Settings& settings) {
  settings_ = &settings;
  costs_.settings(now, settings);
}

void MeasureRecorder::units(Time now, StageId stage, int units, int empty) {
  units_[stage.index()].all.set(now, units);
  units_[stage.index()].empty.set(now, empty);
  costs_.empty_units(now, stage, empty);
}

void MeasureRecorder::staff(Time now, TeamId team, double paid_fte, double hours_per_week) {
  hours_[team.index()].set(now, hours_per_week);
  costs_.paid_staff(now, team, paid_fte);
}

Followed& MeasureRecorder::followed(ClientId id) {
  const std::size_t place = households_.place_of(id);
  const std::size_t size = households_.places() * settings_->services.size();
  if (queued_.size() < size) queued_.resize(size);
  return households_[place];
}

void MeasureRecorder::record(const Event& event, const ClientState& client) {
  if (event.time >= period_.to()) return;  // the period's end is not within it
  switch (event.kind) {
    case EventKind::Arrived:
      return arrived(event, client);
    case EventKind::Prevented:
      return prevented(event);
    case EventKind::Entered:
      return entered(event, client);
    case EventKind::Left:
      return left(event);
    case EventKind::Booked:
      return queue(event, event.subject, true);
    case EventKind::Taken:
    case EventKind::Dropped:
      return queue(event, event.subject, false);
    case EventKind::Claimed:
      return claimed(event);
    case EventKind::Waits:
      return waits(followed(event.client), event.time, event.subject);
    case EventKind::Relapsed:
      return relapsed(event);
    case EventKind::Gone:
      return gone(event);
    default:
      return;  // Of interest to whoever tells the story, not to any measure.
  }
}

void MeasureRecorder::arrived(const Event& event, const ClientState& client) {
  if (!client.initial) flows_.count(event.time, table_.places().arrivals, event.client.group);
}

void MeasureRecorder::entered(const Event& event, const ClientState& client) {
  const StageId id(event.subject);
  const GroupId group = event.client.group;
  Followed& household = followed(event.client);
  if (household.from.valid()) {
    const std::size_t move = household.from.index() * settings_->stages.size() + id.index();
    flows_.count(event.time, table_.places().between[move], group);
    household.from = {};
  }
  unclaim(household, event.time);  // of newcomers that waited outside
  waits(household, event.time, kNoSubject);
  household.stage = id;
  household.entered = client.entered;
  tenancies_.entered(households_.place_of(event.client), group, stage(id), client.entered, event.time);
  if (stage(id).kind == StageKind::Exit) return entered_exit(household, event.time, id);
  household.form = client.form;
  household.children = client.children;
  living_.change(event.time, id.index(), group, 1);
  costs_.live(event.time, id, household.form, group, 1);
  if (stage(id).acute) began_acute(household, client, event.time);
}

void MeasureRecorder::began_acute(Followed& household, const ClientState& client, Time now) {
  child_nights_[household.id.group.index()].change(now, household.children);
  if (household.has_acute) return;
  household.has_acute = true;
  household.first_acute = client.has_acute ? client.first_acute : client.entered;
}

void MeasureRecorder::entered_exit(Followed& household, Time now, StageId id) {
  const GroupId group = household.id.group;
  flows_.count(now, table_.places().exits[id.index()], group);
  if (stage(id).home) flows_.count(now, table_.places().homes, group);
  if (stage(id).first_hand) flows_.count(now, table_.places().first_hand, group);
  if (stage(id).home && now + engine::kYear <= period_.to()) ++returns_[group.index()].homes;
  household.out = true;
  household.exit = id;
  household.left = now;
}

void MeasureRecorder::left(const Event& event) {
  Followed& household = followed(event.client);
  waits(household, event.time, kNoSubject);  // while it is known where it did
  const StageId id = household.stage;
  household.stage = {};
  if (!id.valid() || stage(id).kind == StageKind::Exit) return;
  const GroupId group = event.client.group;
  living_.change(event.time, id.index(), group, -1);
  costs_.live(event.time, id, household.form, group, -1);
  stays_.ended(event.time, id, group, household.entered);
  if (stage(id).acute) child_nights_[group.index()].change(event.time, -household.children);
  unclaim(household, event.time);
  const Move* move = event.subject == kNoSubject ? nullptr : &settings_->moves[event.subject];
  // Sent by a board or the longest stay: whoever runs the stage has planned it.
  const Ending ending = move ? ending_of(*move) : Ending::Planned;
  tenancies_.left(households_.place_of(event.client), stage(id), ending, event.time);
  const bool takeover = move && move->takeover;
  Units& units = units_[id.index()];
  const auto month = static_cast<std::size_t>(period_.index(engine::Month::of(event.time)));
  ++(takeover ? units.takeovers : units.moveouts)[month];
  if (move) costs_.moved(event.time, MoveId(event.subject), group);
  household.from = id;
}

void MeasureRecorder::queue(const Event& event, std::size_t service, bool waits) {
  (void)followed(event.client);
  std::uint8_t& queued = queued_[households_.place_of(event.client) * settings_->services.size() + service];
  if ((queued != 0) == waits) return;
  queued = waits ? 1 : 0;
  queueing_.change(event.time, service, event.client.group, waits ? 1 : -1);
}

void MeasureRecorder::claimed(const Event& event) {
  Followed& household = followed(event.client);
  unclaim(household, event.time);
  household.claimed = StageId(event.subject);
  claiming_.change(event.time, event.subject, event.client.group, 1);
}

void MeasureRecorder::unclaim(Followed& household, Time now) {
  if (household.claimed.valid()) claiming_.change(now, household.claimed.index(), household.id.group, -1);
  household.claimed = {};
}

void MeasureRecorder::waits(Followed& household, Time now, std::uint16_t cause) {
  if (household.cause != kNoSubject) waits_.end(now, household.stage, household.cause, household.id.group);
  household.cause = cause;
  if (cause != kNoSubject) waits_.begin(now, household.stage, cause, household.id.group);
}

void MeasureRecorder::relapsed(const Event& event) {
  Followed& household = followed(event.client);
  if (!household.out) return;
  household.out = false;
  household.stage = {};
  tenancies_.relapsed(households_.place_of(event.client), event.time);
  const bool counted = stage(household.exit).home && household.left + engine::kYear <= period_.to();
  if (counted) ++returns_[event.client.group.index()].returned;
}

/// An exit that lasted.
void MeasureRecorder::end_episode(Followed& household) {
  if (household.has_acute) {
    episodes_[household.id.group.index()].ended(household.first_acute, household.left, stage(household.exit).home);
  }
}

void MeasureRecorder::prevented(const Event& event) {
  flows_.count(event.time, table_.places().prevented, event.client.group);
  gone(event);
}

void MeasureRecorder::gone(const Event& event) {
  Followed& household = followed(event.client);
  if (household.out) end_episode(household);
  for (std::size_t i = 0; i < settings_->services.size(); ++i) queue(event, i, false);
  tenancies_.forget(households_.place_of(event.client));
  households_.forget(event.client);
}

void MeasureRecorder::still_there(Followed& household, Time now) {
  waits(household, now, kNoSubject);
  if (household.stage.valid() && stage(household.stage).kind != StageKind::Exit) {
    stays_.censored(now, household.stage, household.id.group, household.entered);
  }
  if (household.out) {
    end_episode(household);
  } else if (household.has_acute) {
    episodes_[household.id.group.index()].censored(household.first_acute);
  }
}

void MeasureRecorder::finish(Time now, std::span<const double> hours_worked) {
  households_.for_each([&](Followed& household) { still_there(household, now); });
  living_.finish(now);
  claiming_.finish(now);
  queueing_.finish(now);
  for (NightCount& nights : child_nights_) nights.count(now);
  for (Units& units : units_) {
    units.all.finish(now);
    units.empty.finish(now);
  }
  for (auto& hours : hours_) hours.finish(now);
  hours_worked_.assign(hours_worked.begin(), hours_worked.end());
  costs_.finish(now);
  tenancies_.finish();
  finished_ = true;
}

}  // namespace trapphus::models
