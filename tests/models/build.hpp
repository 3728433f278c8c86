// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "models/settings.hpp"

/// Settings in a few lines, for tests. Things are named once and then spoken of by name:
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
/// What is given per group may be given once: `settings()` gives it to all groups.
namespace trapphus::models::build {

inline constexpr double kSecondsADay = 86'400;

inline Distribution fixed_days(double days) {
  return Distribution::constant(days * kSecondsADay);
}
inline Distribution exponential_days(double mean) {
  return Distribution::exponential(mean * kSecondsADay);
}
inline Distribution uniform_days(double low, double high) {
  return Distribution::uniform(low * kSecondsADay, high * kSecondsADay);
}
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
  GroupId group(const std::string& name, double arrivals_per_week, const std::string& enters = "") {
    Group group;
    group.name = name;
    group.arrivals = per_week(arrivals_per_week);
    group.persons = Distribution::constant(1);
    settings_.groups.push_back(group);
    enters_.push_back(enters);
    return GroupId(settings_.groups.size() - 1);
  }
  AttributeId attribute(const std::string& name) {
    settings_.attributes.push_back(name);
    return AttributeId(settings_.attributes.size() - 1);
  }
  void has(const std::string& group_name, AttributeId attribute, double share) {
    auto& shares = group(group_name).attributes;
    shares.resize(std::max(shares.size(), attribute.index() + 1));
    shares[attribute.index()] = Share(share);
  }

  StageId placement(const std::string& name, std::int64_t kronor_a_day = 0, bool acute = true) {
    Stage stage = named(name, StageKind::Placement);
    stage.acute = acute;
    stage.line = acute ? "acute" : "placements";
    stage.price = everyone(a_day(kronor_a_day));
    return add(stage);
  }
  StageId apartment(const std::string& name, int units, std::int64_t rent_a_month = 0) {
    Stage stage = named(name, StageKind::Apartment);
    stage.units = units;
    stage.line = "rent";
    stage.rent = a_month(rent_a_month);
    return add(stage);
  }
  StageId waiting(const std::string& name) { return add(named(name, StageKind::Waiting)); }
  StageId exit(const std::string& name, bool home = true, bool first_hand = false) {
    Stage stage = named(name, StageKind::Exit);
    stage.home = home;
    stage.first_hand = first_hand;
    return add(stage);
  }

  TeamId team(const std::string& name, double fte, double direct_hours = 24, double caseload = 0,
              std::int64_t kronor_a_year = 0) {
    Team team;
    team.name = name;
    team.fte = fte;
    team.direct_hours = direct_hours;
    team.caseload = caseload;
    team.cost = a_year(kronor_a_year);
    settings_.teams.push_back(team);
    return TeamId(settings_.teams.size() - 1);
  }
  ServiceId service(const std::string& name, TeamId team, Distribution hours, double hours_a_week_at_most = 2) {
    Service service;
    service.name = name;
    service.team = team;
    service.work = std::move(hours);
    service.at_most = hours_a_week_at_most;
    service.priority = everyone(0);
    service.reached = everyone(Share(1));
    settings_.services.push_back(service);
    return ServiceId(settings_.services.size() - 1);
  }

  Move& planned(const std::string& from, const std::string& to, Distribution stay, double share = 1,
                std::vector<ServiceId> requirements = {}) {
    Move& move = add(MoveKind::Planned, from, to);
    move.stay = everyone(std::move(stay));
    move.share = everyone(Share(share));
    move.requirements = std::move(requirements);
    return move;
  }
  /// `alone`: the yearly rate before the search work is done; the same as `offers` unless given.
  Move& offers(const std::string& from, const std::string& to, double offers_a_year, double alone_a_year = -1,
               std::vector<ServiceId> after = {}) {
    Move& move = add(MoveKind::Offer, from, to);
    move.offers = everyone(per_year(offers_a_year));
    move.alone = everyone(per_year(alone_a_year < 0 ? offers_a_year : alone_a_year));
    move.after = std::move(after);
    return move;
  }
  Move& risk(const std::string& from, const std::string& to, double a_year) {
    Move& move = add(MoveKind::Risk, from, to);
    move.risk = everyone(per_year(a_year));
    return move;
  }
  void initial(const std::string& stage_name, const std::string& group_name, int households) {
    Initial initial;
    initial.stage = id(stage_name);
    initial.group = group_id(group_name);
    initial.households = households;
    settings_.initial.push_back(initial);
  }
  Board& board(const std::string& name, const std::vector<std::string>& stages) {
    Board board;
    board.name = name;
    for (const auto& stage : stages) board.stages.push_back(id(stage));
    settings_.boards.push_back(board);
    return settings_.boards.back();
  }
  Ceiling& ceiling(const std::string& name, const std::vector<std::string>& stages, Price amount) {
    Ceiling ceiling;
    ceiling.name = name;
    for (const auto& stage : stages) ceiling.stages.push_back(id(stage));
    ceiling.amount = amount;
    settings_.ceilings.push_back(ceiling);
    return settings_.ceilings.back();
  }

  /// To change what a test is about. References last until the next thing of the same kind is added.
  Stage& stage(const std::string& name) { return settings_.stages[id(name).index()]; }
  Group& group(const std::string& name) { return settings_.groups[group_id(name).index()]; }
  Team& team(TeamId id) { return settings_.teams[id.index()]; }
  Service& service(ServiceId id) { return settings_.services[id.index()]; }
  Settings& raw() { return settings_; }

  [[nodiscard]] StageId id(const std::string& name) const { return StageId(index_of(settings_.stages, name, "stage")); }
  [[nodiscard]] GroupId group_id(const std::string& name) const {
    return GroupId(index_of(settings_.groups, name, "group"));
  }

  [[nodiscard]] Settings settings() const {
    Settings all = settings_;
    for (std::size_t i = 0; i < all.groups.size(); ++i) complete(all.groups[i], enters_[i]);
    for (Stage& stage : all.stages) complete(stage);
    for (Service& service : all.services) {
      fill(service.priority);
      fill(service.reached, Share(1));
    }
    for (Move& move : all.moves) complete(move);
    for (Board& board : all.boards) board.diverts.resize(all.stages.size());
    return all;
  }

 private:
  template <class Things>
  static std::size_t index_of(const Things& things, const std::string& name, const char* kind) {
    const auto found =
        std::find_if(things.begin(), things.end(), [&](const auto& thing) { return thing.name == name; });
    if (found == things.end()) throw std::invalid_argument(std::string("no ") + kind + " called " + name);
    return static_cast<std::size_t>(found - things.begin());
  }
  static Stage named(const std::string& name, StageKind kind) {
    Stage stage;
    stage.name = name;
    stage.kind = kind;
    return stage;
  }
  StageId add(Stage stage) {
    settings_.stages.push_back(std::move(stage));
    return StageId(settings_.stages.size() - 1);
  }
  Move& add(MoveKind kind, const std::string& from, const std::string& to) {
    Move move;
    move.kind = kind;
    move.from = id(from);
    move.to = id(to);
    settings_.moves.push_back(std::move(move));
    return settings_.moves.back();
  }

  /// One value stands for all groups; none for the default.
  template <class T>
  void fill(PerGroup<T>& values, T fallback = T()) const {
    if (values.size() == settings_.groups.size()) return;
    const T value = values.size() > 0 ? *values.begin() : std::move(fallback);
    values = PerGroup<T>(settings_.groups.size(), value);
  }
  void complete(Group& group, const std::string& enters) const {
    group.attributes.resize(settings_.attributes.size());
    group.enters.resize(settings_.stages.size());
    if (!enters.empty()) group.enters[id(enters).index()] = Share(1);
  }
  void complete(Stage& stage) const {
    fill(stage.price);
    fill(stage.reserved);
    fill(stage.ready_after);
    for (Form& form : stage.forms) {
      fill(form.price);
      fill(form.share);
    }
    if (stage.relapse) fill(stage.relapse->rate);
  }
  void complete(Move& move) const {
    fill(move.allowed, true);
    fill(move.share);
    fill(move.stay);
    fill(move.offers);
    fill(move.alone);
    fill(move.risk);
  }

  Settings settings_;
  std::vector<std::string> enters_;
};

}  // namespace trapphus::models::build
