// SPDX-License-Identifier: MIT
#include "models/measures/measure_recorder.hpp"

#include <stdexcept>
#include <utility>

#include "models/measures/values.hpp"

namespace trapphus::models {

using engine::Time;

MeasureRecorder::MeasureRecorder(const MeasureTable& table, const Settings& settings, Time from, Time to)
    : replication_{table, Period(from, to), settings.groups.size(), &settings}, families_(table.counts(replication_)) {}

void MeasureRecorder::settings(Time now, const Settings& settings) {
  replication_.settings = &settings;
  each([&](FamilyCounts& family) { family.change_settings(now, settings); });
}

void MeasureRecorder::units(Time now, StageId stage, int units, int empty) {
  each([&](FamilyCounts& family) { family.units(now, stage, units, empty); });
}

void MeasureRecorder::staff(Time now, TeamId team, double paid_fte, double hours_per_week) {
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
  households_.for_each([&](Followed& household) {
    wait_for(household, now, kNoSubject);
    each([&](FamilyCounts& family) { family.still_there(now, household); });
  });
  each([&](FamilyCounts& family) { family.finish(now, hours_worked); });
  finished_ = true;
}

ReplicationResult MeasureRecorder::result() const {
  if (!finished_) throw std::logic_error("measures are asked for before the period is over");
  MeasureValues values(replication_);
  for (const auto& family : families_) family->put(values);
  values.result().circular_waits = circular_waits_;
  return std::move(values.result());
}

}  // namespace trapphus::models
