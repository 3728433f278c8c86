// SPDX-License-Identifier: MIT
#include "tests/models/witness.hpp"

#include "models/staircase/scenario.hpp"

namespace trapphus::models::build {

Alternative alternative_of(Settings first, std::vector<std::pair<double, Settings>> later) {
  Alternative alternative;
  alternative.name = "scenario";
  alternative.epochs.push_back({kSunday, std::move(first)});
  for (auto& [from, settings] : later) alternative.epochs.push_back({day(from), std::move(settings)});
  return alternative;
}

Witness::Witness(Alternative alternative, double length, std::uint64_t replication,
                 std::unique_ptr<engine::Kernel> kernel)
    : alternative_(std::move(alternative)), causes_(first()), end_(day(length)) {
  World world(alternative_, {kSunday, end_, 1, replication}, std::move(kernel), *this);
  world.run();
  counted_ = world.events();
}

std::vector<double> Witness::all(EventKind kind, const std::string& about, int number, GroupId group) const {
  std::vector<double> found;
  for (const auto& [event, client] : seen_) {
    const bool his = (number < 0 || event.client.number == static_cast<std::uint32_t>(number)) &&
                     (!group.valid() || event.client.group == group);
    if (event.kind == kind && his && (about.empty() || event.subject == subject(kind, about))) {
      found.push_back(days(event.time));
    }
  }
  return found;
}

std::size_t Witness::count(EventKind kind, const std::string& about) const {
  return all(kind, about).size();
}

double Witness::first(EventKind kind, const std::string& about, int number, GroupId group) const {
  const auto found = all(kind, about, number, group);
  return found.empty() ? std::numeric_limits<double>::infinity() : found.front();
}

double Witness::enters(const std::string& stage, int number, GroupId group) const {
  return first(EventKind::Entered, stage, number, group);
}

std::vector<std::string> Witness::causes(int number, GroupId group) const {
  std::vector<std::string> found;
  for (const auto& [event, client] : seen_) {
    if (event.kind != EventKind::Waits || event.client.number != static_cast<std::uint32_t>(number)) continue;
    if (group.valid() && event.client.group != group) continue;
    found.push_back(event.subject == kNoSubject ? "-" : causes_.name(event.subject));
  }
  return found;
}

std::string Witness::cause_at(int number, double when, GroupId group) const {
  std::string cause;
  for (const auto& [event, client] : seen_) {
    if (event.time > day(when) || event.client.number != static_cast<std::uint32_t>(number)) continue;
    if (group.valid() && event.client.group != group) continue;
    if (event.kind == EventKind::Waits) cause = event.subject == kNoSubject ? "" : causes_.name(event.subject);
    if (event.kind == EventKind::Left || event.kind == EventKind::Entered) cause.clear();
  }
  return cause;
}

int Witness::living(const std::string& name, double when) const {
  int living = 0;
  const StageId id(subject(EventKind::Entered, name));
  for (const auto& [event, client] : seen_) {
    if (event.time > day(when) || client.stage != id) continue;
    living += event.kind == EventKind::Entered ? 1 : event.kind == EventKind::Left ? -1 : 0;
  }
  return living;
}

Witness::Units Witness::units_at(const std::string& name, double when) const {
  Units last{};
  for (const Units& record : units_) {
    if (record.stage.index() == subject(EventKind::Entered, name) && record.time <= day(when)) last = record;
  }
  return last;
}

Witness::Staff Witness::staff_at(TeamId team, double when) const {
  Staff last{};
  for (const Staff& record : staff_) {
    if (record.team == team && record.time <= day(when)) last = record;
  }
  return last;
}

std::size_t Witness::subject(EventKind kind, const std::string& about) const {
  switch (kind) {
    case EventKind::Booked:
    case EventKind::Taken:
    case EventKind::Finished:
    case EventKind::Withdrawn:
    case EventKind::Dropped:
      return place(first().services, about);
    case EventKind::Reviewed:
      return place(first().boards, about);
    default:
      return place(first().stages, about);
  }
}

void just_came(Build& b, const std::string& stage, const std::string& group, int households) {
  b.initial(stage, group, households);
  b.raw().initial.back().elapsed = fixed_days(0);
}

void never_leaves(Build& b, const std::string& stage, const std::string& exit) {
  b.risk(stage, exit, 1e-9);
}

}  // namespace trapphus::models::build
