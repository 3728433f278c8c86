// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <limits>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "models/staircase/settings.hpp"

/// Settings in a few lines, for tests. Stages, services etc. are referred to by name:
///
///     Build b;
///     const auto families = b.group("families", 3.0, "hotel");     // a week; enters need not exist yet
///     b.placement("hotel", 585);
///     b.apartment("training", 76, 7000);
///     b.exit("own_home");
///     b.planned("hotel", "training", fixed_days(90));
///     b.offers("training", "own_home", 0.5);
///     b.stage("training").turnaround = fixed_days(21);
///     const Settings settings = b.settings();
///
/// A value per group may be given once: `settings()` copies it to all groups.
namespace trapphus::models::build {

inline constexpr double kSecondsADay = 86'400;
inline constexpr double kNever = std::numeric_limits<double>::infinity();

inline Time on(int year, unsigned month, unsigned day, int hour = 0) {
  return std::chrono::sys_days{std::chrono::year(year) / static_cast<int>(month) / static_cast<int>(day)} +
         std::chrono::hours(hour);
}

Distribution fixed_days(double days);
Distribution exponential_days(double mean);
Distribution uniform_days(double low, double high);
inline Rate per_year(double events) {
  return Rate::per(events, engine::kYear);
}
inline Rate per_week(double events) {
  return Rate::per(events, engine::kWeek);
}
inline Price a_day(std::int64_t kronor) {
  return {Money::kronor(kronor), Per::Day};
}
inline Price a_month(std::int64_t kronor) {
  return {Money::kronor(kronor), Per::Month};
}
inline Price a_year(std::int64_t kronor) {
  return {Money::kronor(kronor), Per::Year};
}
template <class T>
PerGroup<T> everyone(T value) {
  return PerGroup<T>(1, std::move(value));
}

class Build {
 public:
  GroupId group(const std::string& name, double arrivals_per_week, const std::string& enters = "");
  AttributeId attribute(const std::string& name);
  void has(const std::string& group_name, AttributeId attribute, double share);

  StageId placement(const std::string& name, std::int64_t kronor_a_day = 0, bool acute = true);
  StageId apartment(const std::string& name, int units, std::int64_t rent_a_month = 0);
  StageId waiting(const std::string& name) { return add(named(name, StageKind::Waiting)); }
  StageId exit(const std::string& name, bool home = true, bool first_hand = false);

  TeamId team(const std::string& name, double fte, double direct_hours = 24, double caseload = 0,
              std::int64_t kronor_a_year = 0);
  ServiceId service(const std::string& name, TeamId team, Distribution hours, double hours_a_week_at_most = 2);

  Move& planned(const std::string& from, const std::string& to, Distribution stay, double share = 1,
                std::vector<ServiceId> requirements = {});
  /// `alone`: the yearly rate before the search work is done; the same as `offers` unless given.
  Move& offers(const std::string& from, const std::string& to, double offers_a_year, double alone_a_year = -1,
               std::vector<ServiceId> after = {});
  Move& risk(const std::string& from, const std::string& to, double a_year);
  void initial(const std::string& stage_name, const std::string& group_name, int households);
  Board& board(const std::string& name, const std::vector<std::string>& stages);
  Ceiling& ceiling(const std::string& name, const std::vector<std::string>& stages, Price amount);

  /// To change what a test is about. References last until the next thing of the same kind is added.
  Stage& stage(const std::string& name) { return settings_.stages[id(name).index()]; }
  Group& group(const std::string& name) { return settings_.groups[group_id(name).index()]; }
  StaffTeam& team(TeamId id) { return settings_.teams[id.index()]; }
  Service& service(ServiceId id) { return settings_.services[id.index()]; }
  Settings& raw() { return settings_; }

  [[nodiscard]] StageId id(const std::string& name) const { return StageId(index_of(settings_.stages, name, "stage")); }
  [[nodiscard]] GroupId group_id(const std::string& name) const;

  [[nodiscard]] Settings settings() const;

 private:
  template <class Things>
  static std::size_t index_of(const Things& things, const std::string& name, const char* kind) {
    const auto found =
        std::find_if(things.begin(), things.end(), [&](const auto& thing) { return thing.name == name; });
    if (found == things.end()) throw std::invalid_argument(std::string("no ") + kind + " called " + name);
    return static_cast<std::size_t>(found - things.begin());
  }
  static Stage named(const std::string& name, StageKind kind);
  StageId add(Stage stage);
  Move& add(MoveKind kind, const std::string& from, const std::string& to);

  /// One value stands for all groups; none for the default.
  template <class T>
  void fill(PerGroup<T>& values, T fallback = T()) const {
    if (values.size() == settings_.groups.size()) return;
    const T value = values.size() > 0 ? *values.begin() : std::move(fallback);
    values = PerGroup<T>(settings_.groups.size(), value);
  }
  void complete(Group& group, const std::string& enters) const;
  void complete(Stage& stage) const;
  void complete(Move& move) const;

  Settings settings_;
  std::vector<std::string> enters_;
};

/// Singles in a hotel, training apartments, a home: without moves.
Build hotel_training_home(int units);

}  // namespace trapphus::models::build
