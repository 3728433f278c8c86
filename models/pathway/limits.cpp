// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cmath>
#include <utility>

#include "engine/statistics/no_value.hpp"
#include "models/pathway/capacity.hpp"
#include "models/pathway/chain.hpp"
#include "models/pathway/pathway.hpp"
#include "models/pathway/ways.hpp"

namespace trapphus::models {
namespace {

constexpr double kSecondsADay = static_cast<double>(engine::kDay.count());

/// Product of a flow and a value per event: 0 for a flow of 0, even if the value is infinite.
double times(double often, double each) {
  return often == 0 ? 0 : often * each;
}

double kronor_a_day(const Price& price) {
  const double kronor = price.amount.in_kronor();
  switch (price.per) {
    case Per::Day:
      return kronor;
    case Per::Week:
      return kronor / 7;
    case Per::Month:
      return kronor * 12 / engine::kDaysAYear;
    case Per::Year:
      return kronor / engine::kDaysAYear;
  }
  return kronor;
}

/// What a household of the group costs the municipality for a day in the stage.
double cost_a_day(const Stage& stage, GroupId group) {
  double cost = kronor_a_day(stage.income_support) - kronor_a_day(stage.fee);
  if (stage.kind == StageKind::Apartment) return cost + kronor_a_day(stage.rent);
  if (stage.kind != StageKind::Placement) return cost;
  if (stage.forms.empty()) return cost + kronor_a_day(value_for(stage.price, group));
  for (const Form& form : stage.forms) {
    cost += value_for(form.share, group).value() * kronor_a_day(value_for(form.price, group));
  }
  return cost;
}

/// Households of the group that become homeless a year.
double homeless_a_year(const Group& group) {
  return group.arrivals.per_year() * (group.at_risk ? group.at_risk->without.value() : 1);
}

/// A service and those that come before it.
void mark_with_former(const Settings& settings, ServiceId id, std::vector<bool>& marked) {
  if (marked[id.index()]) return;
  marked[id.index()] = true;
  for (const ServiceId before : settings.services[id.index()].after) mark_with_former(settings, before, marked);
}

/// Which services a household is booked for when it enters the stage.
std::vector<bool> booked_in(const Settings& settings, const Profile& profile, StageId stage) {
  std::vector<bool> booked(settings.services.size());
  const auto mark = [&](const std::vector<ServiceId>& services) {
    for (const ServiceId id : services) mark_with_former(settings, id, booked);
  };
  mark(settings.stages[stage.index()].services);
  for (const Move& move : settings.moves) {
    if (move.from != stage || !value_for(move.allowed, profile.group, true) || !meets(profile, move.only_if)) continue;
    if (move.kind == MoveKind::Planned && value_for(move.share, profile.group).value() <= 0) continue;
    mark(move.requirements);
    mark(move.after);
  }
  for (const Board& board : settings.boards) {
    const bool reviews = std::find(board.stages.begin(), board.stages.end(), stage) != board.stages.end();
    if (board.active && reviews) mark(board.books);
  }
  return booked;
}

bool board_books(const Settings& settings, ServiceId id, StageId stage) {
  return std::any_of(settings.boards.begin(), settings.boards.end(), [id, stage](const Board& board) {
    return board.active && std::find(board.stages.begin(), board.stages.end(), stage) != board.stages.end() &&
           std::find(board.books.begin(), board.books.end(), id) != board.books.end();
  });
}

/// Adds up what all profiles do in a year.
class Limits {
 public:
  explicit Limits(const Settings& settings)
      : settings_(settings),
        flow_(settings.stages.size()),
        seconds_(settings.stages.size()),
        visits_(settings.stages.size()),
        visit_seconds_(settings.stages.size()),
        comes_(settings.stages.size(), std::vector<bool>(settings.groups.size())),
        moved_(settings.moves.size()),
        served_(settings.services.size()),
        expectations_(settings.groups.size()) {}

  PathwayLimits find() {
    for (const Profile& profile : profiles(settings_)) add(profile);
    add_visits_of_those_at_risk();
    PathwayLimits limits;
    name_stages(limits);
    name_moves(limits);
    name_services(limits);
    const GreatestFlow greatest = greatest_flow(settings_, steady_);
    limits.greatest_homes_per_year = greatest.homes_per_year;
    limits.bottleneck = greatest.cut;
    limits.narrow = greatest.narrow;
    name_expectations(limits);
    return limits;
  }

 private:
  void add(const Profile& profile) {
    const Eigen::VectorXd start = Chain::start(settings_, profile.group);
    if (start.sum() <= 0) return;
    const Chain chain(settings_, profile);
    const double a_year = homeless_a_year(settings_.groups[profile.group.index()]) * profile.weight;
    add_flows(profile, chain, chain.visits_with_returns(start), a_year);
    add_services(profile, chain, start, a_year);
    add_expectation(profile, chain, start);
  }

  void add_flows(const Profile& profile, const Chain& chain, const Eigen::VectorXd& visits, double a_year) {
    for (std::size_t i = 0; i < flow_.size(); ++i) {
      const double each = visits(static_cast<Eigen::Index>(i));
      flow_[i] += a_year * each;
      seconds_[i] += times(a_year * each, chain.at(i).seconds);
      visits_[i] += profile.weight * each;
      if (each > 0) comes_[i][profile.group.index()] = true;
      visit_seconds_[i] += times(profile.weight * each, chain.at(i).seconds);
      for (const Way& way : chain.at(i).ways) {
        if (way.move.valid()) moved_[way.move.index()] += a_year * each * way.probability;
      }
    }
  }

  /// A service done in every stage is counted for each visit, the others once for a household.
  void add_services(const Profile& profile, const Chain& chain, const Eigen::VectorXd& start, double a_year) {
    std::vector<std::vector<bool>> booked;
    for (std::size_t i = 0; i < flow_.size(); ++i) booked.push_back(booked_in(settings_, profile, StageId(i)));
    const Eigen::VectorXd visits = chain.visits(start);
    for (std::size_t s = 0; s < served_.size(); ++s) {
      const Service& service = settings_.services[s];
      if (!meets(profile, service.only_if)) continue;
      std::vector<double> shares(flow_.size());
      double times_reached = 0;
      for (std::size_t i = 0; i < flow_.size(); ++i) {
        if (!booked[i][s] || settings_.stages[i].kind == StageKind::Exit) continue;
        const bool all = board_books(settings_, ServiceId(s), StageId(i));
        shares[i] = all ? 1 : reached(service, profile.group, StageId(i)).value();
        times_reached += visits(static_cast<Eigen::Index>(i)) * shares[i];
      }
      served_[s] += a_year * (service.repeat == Repeat::Stage ? times_reached : ever_reached(chain, start, shares));
    }
  }

  /// Whoever is reached where a share is small is reached where it is greater (the same number is drawn), so that a
  /// household is reached by the greatest share of the stages that it comes to.
  static double ever_reached(const Chain& chain, const Eigen::VectorXd& start, const std::vector<double>& shares) {
    std::vector<double> levels(shares);
    std::sort(levels.begin(), levels.end());
    levels.erase(std::unique(levels.begin(), levels.end()), levels.end());
    double sum = 0, below = 0;
    for (const double level : levels) {
      if (level <= 0) continue;
      std::vector<bool> where;
      for (const double share : shares) where.push_back(share >= level);
      sum += (level - std::exchange(below, level)) * chain.ever_in(start, where);
    }
    return sum;
  }

  void add_visits_of_those_at_risk() {
    for (const Group& group : settings_.groups) {
      if (group.at_risk && group.at_risk->visit.valid()) {
        served_[group.at_risk->visit.index()] += group.arrivals.per_year();
      }
    }
  }

  void add_expectation(const Profile& profile, const Chain& chain, const Eigen::VectorXd& start) {
    Sum& sum = expectations_[profile.group.index()];
    const Chain::Home home = chain.home(start);
    const Eigen::VectorXd visits = chain.visits(start);
    sum.begins = true;
    sum.share += profile.weight * home.share;
    sum.seconds += profile.weight * home.seconds;
    for (std::size_t i = 0; i < flow_.size(); ++i) {
      const double days = times(visits(static_cast<Eigen::Index>(i)), chain.at(i).seconds) / kSecondsADay;
      sum.cost += profile.weight * times(cost_a_day(settings_.stages[i], profile.group), days);
    }
  }

  void name_stages(PathwayLimits& limits) {
    for (std::size_t i = 0; i < flow_.size(); ++i) {
      const Stage& stage = settings_.stages[i];
      PathwayLimits::Flow flow{stage.name, flow_[i], 0, 0, kNoLimit};
      // Without arrivals the mean is over the initial residents.
      if (flow_[i] > 0) {
        flow.days = seconds_[i] / flow_[i] / kSecondsADay;
      } else if (visits_[i] > 0) {
        flow.days = visit_seconds_[i] / visits_[i] / kSecondsADay;
      } else if (stage.kind != StageKind::Exit) {
        flow.days = days_of_a_visit(StageId(i));
      }
      flow.occupancy = times(flow.per_year, flow.days) / engine::kDaysAYear;
      const int idle = idle_units(i);
      if (stage.kind != StageKind::Exit) flow.capacity = stage_capacity(settings_, stage, flow.days, idle);
      if (stage.kind == StageKind::Exit && stage.home) limits.homes_per_year += flow.per_year;
      steady_.push_back({flow.days, flow.occupancy, flow.capacity, idle});
      limits.stages.push_back(std::move(flow));
    }
  }

  /// In a stage that nobody comes to: the stay of those who would, with the mix of all households.
  [[nodiscard]] double days_of_a_visit(StageId stage) const {
    double days = 0, weights = 0;
    for (const Profile& profile : profiles(settings_)) {
      days += profile.weight * sojourn(ways_out(settings_, profile, stage)).seconds / kSecondsADay;
      weights += profile.weight;
    }
    return weights > 0 ? days / weights : 0;
  }

  /// Units reserved for groups without a flow into the stage; no other group may use them.
  [[nodiscard]] int idle_units(std::size_t stage) const {
    const Stage& supply = settings_.stages[stage];
    int idle = 0;
    for (std::size_t g = 0; supply.units && g < settings_.groups.size(); ++g) {
      if (!comes_[stage][g]) idle += value_for(supply.reserved, GroupId(g));
    }
    return supply.units ? std::min(idle, *supply.units) : 0;
  }

  void name_moves(PathwayLimits& limits) const {
    for (std::size_t i = 0; i < moved_.size(); ++i) {
      limits.moves.push_back({describe(settings_, settings_.moves[i]), moved_[i], 0, 0, kNoLimit});
    }
  }

  void name_services(PathwayLimits& limits) const {
    for (std::size_t i = 0; i < served_.size(); ++i) {
      const Service& service = settings_.services[i];
      limits.services.push_back({service.name, served_[i], 0, 0, service_capacity(settings_, service)});
    }
  }

  void name_expectations(PathwayLimits& limits) const {
    for (std::size_t g = 0; g < expectations_.size(); ++g) {
      const Sum& sum = expectations_[g];
      if (!sum.begins) continue;
      const double days = sum.share > 0 ? sum.seconds / sum.share / kSecondsADay : engine::kNoValue;
      limits.expectations.push_back({settings_.groups[g].name, days, sum.share, sum.cost});
    }
  }

  struct Sum {
    bool begins = false;
    double share = 0, seconds = 0, cost = 0;
  };

  const Settings& settings_;
  std::vector<double> flow_, seconds_;          ///< By stage: households a year, their time.
  std::vector<double> visits_, visit_seconds_;  ///< The same for one household of each group.
  std::vector<std::vector<bool>> comes_;        ///< By stage and group.
  std::vector<double> moved_, served_;
  std::vector<SteadyStage> steady_;
  std::vector<Sum> expectations_;
};

}  // namespace

PathwayLimits pathway_limits(const Settings& settings) {
  return Limits(settings).find();
}

}  // namespace trapphus::models
