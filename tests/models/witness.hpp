// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <cmath>
#include <limits>
#include <memory>
#include <numeric>
#include <string>
#include <utility>
#include <vector>

#include "engine/kernels/simgrid_kernel.hpp"
#include "models/life/world.hpp"
#include "models/staircase/cause.hpp"
#include "models/staircase/scenario.hpp"
#include "tests/models/build.hpp"

/// Runs a staircase and keeps all records, for queries afterwards. Times are in days since the beginning:
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

[[nodiscard]] inline double mean(const std::vector<double>& values) {
  return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

/// An epoch, and others from given days on.
Alternative alternative_of(Settings first, std::vector<std::pair<double, Settings>> later = {});

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
          std::unique_ptr<engine::Kernel> kernel = engine::calendar_kernel());

  void record(const Event& event, const ClientState& client) override { seen_.push_back({event, client}); }
  void units(Time now, StageId stage, int units, int empty) override { units_.push_back({now, stage, units, empty}); }
  void staff(Time now, TeamId team, double fte, double hours) override { staff_.push_back({now, team, fte, hours}); }
  void circular_wait(Time now, const std::vector<StageId>& stages) override { circles_.emplace_back(now, stages); }
  void finish(Time, std::span<const double> worked) override { worked_.assign(worked.begin(), worked.end()); }

  [[nodiscard]] const std::vector<Seen>& seen() const { return seen_; }
  [[nodiscard]] const std::vector<Units>& all_units() const { return units_; }
  [[nodiscard]] const std::vector<Staff>& all_staff() const { return staff_; }
  [[nodiscard]] const std::vector<double>& worked() const { return worked_; }
  [[nodiscard]] const std::vector<std::pair<Time, std::vector<StageId>>>& circles() const { return circles_; }
  [[nodiscard]] std::uint64_t counted() const { return counted_; }

  /// Days of the events of a kind; `about`: name of the stage, service or board, empty for any.
  [[nodiscard]] std::vector<double> all(EventKind kind, const std::string& about = "", int number = -1,
                                        GroupId group = {}) const;
  [[nodiscard]] std::size_t count(EventKind kind, const std::string& about = "") const;
  /// The first of them; infinite if there is none.
  [[nodiscard]] double first(EventKind kind, const std::string& about = "", int number = -1, GroupId group = {}) const;
  /// Day of a household's first entry to a stage.
  [[nodiscard]] double enters(const std::string& stage, int number, GroupId group = {}) const;

  /// A household's causes of waiting, in their order; "-" at the end of a wait.
  [[nodiscard]] std::vector<std::string> causes(int number, GroupId group = {}) const;
  /// A household's cause of waiting at a time; "" for none.
  [[nodiscard]] std::string cause_at(int number, double when, GroupId group = {}) const;
  /// Households in a stage at a time.
  [[nodiscard]] int living(const std::string& name, double when) const;
  [[nodiscard]] Units units_at(const std::string& name, double when) const;
  [[nodiscard]] Staff staff_at(TeamId team, double when) const;

 private:
  [[nodiscard]] const Settings& first() const { return alternative_.epochs.front().settings; }
  template <class Things>
  static std::size_t place(const Things& things, const std::string& name) {
    for (std::size_t i = 0; i < things.size(); ++i) {
      if (things[i].name == name) return i;
    }
    throw std::invalid_argument("nothing is called " + name);
  }
  [[nodiscard]] std::size_t subject(EventKind kind, const std::string& about) const;

  Alternative alternative_;
  CauseTable causes_;
  Time end_;
  std::vector<Seen> seen_;
  std::vector<Units> units_;
  std::vector<Staff> staff_;
  std::vector<double> worked_;
  std::vector<std::pair<Time, std::vector<StageId>>> circles_;
  std::uint64_t counted_ = 0;
};

/// An initial household of a stage, with elapsed stay 0.
void just_came(Build& b, const std::string& stage, const std::string& group, int households = 1);
/// Makes a stage's households stay: adds a negligible risk as the only way out.
void never_leaves(Build& b, const std::string& stage, const std::string& exit);

}  // namespace trapphus::models::build
