// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <cmath>
#include <limits>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "engine/simgrid_kernel.hpp"
#include "models/cause.hpp"
#include "models/world.hpp"
#include "tests/models/build.hpp"

/// Runs a staircase and keeps all that is told, to be asked afterwards. Times are in days since the beginning:
///
///     Witness w(b.settings(), 100);        // of 100 days
///     w.first(EventKind::Entered, "training");
///     w.cause_at(0, 12.5);                 // what the household with number 0 waits for then
namespace trapphus::models::build {

inline constexpr Time kSunday{std::chrono::sys_days{std::chrono::year{2012} / 1 / 1}};

inline Time day(double days) {
  return kSunday + Duration(static_cast<std::int64_t>(std::llround(days * kSecondsADay)));
}
inline double days(Time time) {
  return static_cast<double>((time - kSunday).count()) / kSecondsADay;
}

/// One epoch, and others from given days on.
inline Alternative alternative_of(Settings first, std::vector<std::pair<double, Settings>> later = {}) {
  Alternative alternative;
  alternative.name = "scenario";
  alternative.epochs.push_back({kSunday, std::move(first)});
  for (auto& [from, settings] : later) alternative.epochs.push_back({day(from), std::move(settings)});
  return alternative;
}

class Witness final : public Recorder {
 public:
  struct Seen {
    Event event;
    ClientState client;
  };
  struct Units {
    Time time;
    StageId stage;
    int units, empty;
  };
  struct Staff {
    Time time;
    TeamId team;
    double fte, hours;
  };

  Witness(Settings settings, double length, std::uint64_t replication = 0)
      : Witness(alternative_of(std::move(settings)), length, replication) {}
  Witness(Alternative alternative, double length, std::uint64_t replication = 0,
          std::unique_ptr<engine::Kernel> kernel = engine::calendar_kernel())
      : alternative_(std::move(alternative)), causes_(first()), end_(day(length)) {
    World world(alternative_, {kSunday, end_, 1, replication}, std::move(kernel), *this);
    world.run();
    counted_ = world.events();
  }

  void record(const Event& event, const ClientState& client) override { seen_.push_back({event, client}); }
  void units(Time now, StageId stage, int units, int empty) override { units_.push_back({now, stage, units, empty}); }
  void staff(Time now, TeamId team, double fte, double hours) override { staff_.push_back({now, team, fte, hours}); }
  void finish(Time, std::span<const double> worked) override { worked_.assign(worked.begin(), worked.end()); }

  [[nodiscard]] const std::vector<Seen>& seen() const { return seen_; }
  [[nodiscard]] const std::vector<Units>& all_units() const { return units_; }
  [[nodiscard]] const std::vector<Staff>& all_staff() const { return staff_; }
  [[nodiscard]] const std::vector<double>& worked() const { return worked_; }
  [[nodiscard]] std::uint64_t counted() const { return counted_; }

  /// Days on which something happened; `about` is a stage's, service's, board's name, or empty for any.
  [[nodiscard]] std::vector<double> all(EventKind kind, const std::string& about = "", int number = -1,
                                        GroupId group = {}) const {
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
  [[nodiscard]] std::size_t count(EventKind kind, const std::string& about = "") const {
    return all(kind, about).size();
  }
  /// The first of them; infinite if it never happened.
  [[nodiscard]] double first(EventKind kind, const std::string& about = "", int number = -1, GroupId group = {}) const {
    const auto found = all(kind, about, number, group);
    return found.empty() ? std::numeric_limits<double>::infinity() : found.front();
  }
  /// When a household enters a stage for the first time.
  [[nodiscard]] double enters(const std::string& stage, int number, GroupId group = {}) const {
    return first(EventKind::Entered, stage, number, group);
  }

  /// The causes that a household waits for, in their order; "-" where it waits no more.
  [[nodiscard]] std::vector<std::string> causes(int number, GroupId group = {}) const {
    std::vector<std::string> found;
    for (const auto& [event, client] : seen_) {
      if (event.kind != EventKind::Waits || event.client.number != static_cast<std::uint32_t>(number)) continue;
      if (group.valid() && event.client.group != group) continue;
      found.push_back(event.subject == kNoSubject ? "-" : causes_.name(event.subject));
    }
    return found;
  }
  /// What a household waits for at a time; "" for nothing.
  [[nodiscard]] std::string cause_at(int number, double when, GroupId group = {}) const {
    std::string cause;
    for (const auto& [event, client] : seen_) {
      if (event.time > day(when) || event.client.number != static_cast<std::uint32_t>(number)) continue;
      if (group.valid() && event.client.group != group) continue;
      if (event.kind == EventKind::Waits) cause = event.subject == kNoSubject ? "" : causes_.name(event.subject);
      if (event.kind == EventKind::Left || event.kind == EventKind::Entered) cause.clear();
    }
    return cause;
  }
  /// How many live in a stage at a time.
  [[nodiscard]] int living(const std::string& name, double when) const {
    int living = 0;
    const StageId id(subject(EventKind::Entered, name));
    for (const auto& [event, client] : seen_) {
      if (event.time > day(when) || client.stage != id) continue;
      living += event.kind == EventKind::Entered ? 1 : event.kind == EventKind::Left ? -1 : 0;
    }
    return living;
  }
  [[nodiscard]] Units units_at(const std::string& name, double when) const {
    Units last{};
    for (const Units& told : units_) {
      if (told.stage.index() == subject(EventKind::Entered, name) && told.time <= day(when)) last = told;
    }
    return last;
  }
  [[nodiscard]] Staff staff_at(TeamId team, double when) const {
    Staff last{};
    for (const Staff& told : staff_) {
      if (told.team == team && told.time <= day(when)) last = told;
    }
    return last;
  }

 private:
  [[nodiscard]] const Settings& first() const { return alternative_.epochs.front().settings; }
  template <class Things>
  static std::size_t place(const Things& things, const std::string& name) {
    for (std::size_t i = 0; i < things.size(); ++i) {
      if (things[i].name == name) return i;
    }
    throw std::invalid_argument("nothing is called " + name);
  }
  [[nodiscard]] std::size_t subject(EventKind kind, const std::string& about) const {
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

  Alternative alternative_;
  CauseTable causes_;
  Time end_;
  std::vector<Seen> seen_;
  std::vector<Units> units_;
  std::vector<Staff> staff_;
  std::vector<double> worked_;
  std::uint64_t counted_ = 0;
};

/// Lives in a stage from the beginning on, as if it had just come.
inline void just_came(Build& b, const std::string& stage, const std::string& group, int households = 1) {
  b.initial(stage, group, households);
  b.raw().initial.back().elapsed = fixed_days(0);
}
/// Sits in a stage for good, unless something else happens to it.
inline void never_leaves(Build& b, const std::string& stage, const std::string& exit) {
  b.risk(stage, exit, 1e-9);
}

}  // namespace trapphus::models::build
