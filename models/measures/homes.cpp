// SPDX-License-Identifier: MIT
// days_to_home.mean, .p50, .p90, home_within_year, returns
#include "models/counts/stay_tables.hpp"
#include "models/measures/family.hpp"
#include "models/measures/values.hpp"

namespace trapphus::models {
namespace {

struct HomePlaces {
  SpreadPlaces days_to_home;
  std::size_t home_within_year = kNoMeasure, returns = kNoMeasure;
};

HomePlaces declare_homes(Declarations& declarations) {
  const auto share = [&](const char* name, const char* meaning) {
    return declarations.add(name, "share", meaning, Declarations::Groups::Yes, Declarations::Monthly::No);
  };
  HomePlaces places;
  places.days_to_home = declarations.spread("days_to_home", "time from the first acute night to a home of one's own.");
  places.home_within_year = share("home_within_year",
                                  "Share with a home of their own within 12 months of the first acute night "
                                  "(Aalen-Johansen).");
  places.returns = share("returns",
                         "Share of those who got a home that are homeless again within 12 months; homes of the last 12 "
                         "months are left out.");
  return places;
}

class HomeCounts final : public FamilyCounts {
 public:
  HomeCounts(const HomePlaces& places, const Replication& replication)
      : FamilyCounts(replication), places_(places), episodes_(groups(), Episodes(period())), returns_(groups()) {}

  void entered(const Entering& entering) override {
    const bool home = entering.stage.kind == StageKind::Exit && entering.stage.home;
    if (home && counts(entering.time)) ++returns_[entering.household.id.group.index()].homes;
  }
  void relapsed(engine::Time /*now*/, const Followed& household, std::size_t /*place*/) override {
    if (stage(household.exit).home && counts(household.left)) ++returns_[household.id.group.index()].returned;
  }
  void gone(engine::Time /*now*/, const Followed& household, std::size_t /*place*/) override {
    if (household.out) end_episode(household);
  }
  void still_there(engine::Time /*now*/, const Followed& household) override {
    if (household.out) {
      end_episode(household);
    } else if (household.has_acute) {
      episodes_[household.id.group.index()].censored(household.first_acute);
    }
  }

  void put(MeasureValues& values) const override {
    Episodes all(period());
    Returns returns;
    const auto put_all = [&](std::size_t group, const Episodes& episodes, const Returns& back) {
      values.put(places_.days_to_home, group, episodes.to_home());
      values.put(places_.home_within_year, group, episodes.home_within_year());
      values.put(places_.returns, group, back.share());
    };
    for (std::size_t g = 0; g < groups(); ++g) {
      put_all(1 + g, episodes_[g], returns_[g]);
      all.merge(episodes_[g]);
      returns.homes += returns_[g].homes;
      returns.returned += returns_[g].returned;
    }
    put_all(0, all, returns);
  }

 private:
  /// Whether the period has the twelve months after the home.
  [[nodiscard]] bool counts(engine::Time got) const { return got + engine::kYear <= period().to(); }
  /// Counts an exit without relapse.
  void end_episode(const Followed& household) {
    if (!household.has_acute) return;
    episodes_[household.id.group.index()].ended(household.first_acute, household.left, stage(household.exit).home);
  }

  const HomePlaces& places_;
  std::vector<Episodes> episodes_;  // by group
  std::vector<Returns> returns_;    // by group
};

}  // namespace

MeasureFamily homes(Declarations& declarations) {
  return counted_by<HomeCounts>(declare_homes(declarations));
}

}  // namespace trapphus::models
