// SPDX-License-Identifier: MIT
// utilisation.TEAM
#include "engine/statistics/time_average.hpp"
#include "models/measures/family.hpp"
#include "models/measures/values.hpp"

namespace trapphus::models {
namespace {

using UtilisationPlaces = std::vector<std::size_t>;  // by team

UtilisationPlaces declare_utilisation(Declarations& declarations) {
  UtilisationPlaces places;
  for (const StaffTeam& team : declarations.settings().teams) {
    places.push_back(declarations.add("utilisation." + team.name, "share",
                                      "Share of the hours of " + team.name + " that are spent on clients.",
                                      Declarations::Groups::No, Declarations::Monthly::No));
  }
  return places;
}

class UtilisationCounts final : public FamilyCounts {
 public:
  UtilisationCounts(const UtilisationPlaces& places, const Replication& replication)
      : FamilyCounts(replication),
        places_(places),
        hours_(settings().teams.size(), engine::TimeAverage<double>(period().from())),
        hours_worked_(settings().teams.size()) {}

  void staff(engine::Time now, TeamId team, double /*paid_fte*/, double hours_per_week) override {
    hours_[team.index()].set(now, hours_per_week);
  }
  void finish(engine::Time now, std::span<const double> hours_worked) override {
    for (auto& hours : hours_) hours.finish(now);
    hours_worked_.assign(hours_worked.begin(), hours_worked.end());
  }

  void put(MeasureValues& values) const override {
    for (std::size_t i = 0; i < hours_worked_.size(); ++i) {
      const double hours = hours_[i].total() / seconds(engine::kWeek);
      values.put(places_[i], 0, Quotient{hours_worked_[i], hours});
    }
  }

 private:
  const UtilisationPlaces& places_;
  std::vector<engine::TimeAverage<double>> hours_;  // by team: a week
  std::vector<double> hours_worked_;
};

}  // namespace

MeasureFamily utilisation(Declarations& declarations) {
  return counted_by<UtilisationCounts>(declare_utilisation(declarations));
}

}  // namespace trapphus::models
