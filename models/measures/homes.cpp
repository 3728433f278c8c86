// SPDX-License-Identifier: MIT
// days_to_home.mean, .p50, .p90, home_within_year, returns
#include "models/counts/stay_tables.hpp"
#include "models/measures/family.hpp"
#include "models/measures/values.hpp"

namespace trapphus::models {
namespace {

struct HomePlaces {
  StayMeasures episodes;
  std::size_t returns = kNoMeasure;
};

HomePlaces declare_homes(Declarations& declarations) {
  const auto share = [&](const char* name, const char* meaning, Better better) {
    return declarations.add(name, "share", meaning, Declarations::Groups::Yes, Declarations::Monthly::No, better);
  };
  HomePlaces places;
  places.episodes =
      declarations.spread("days_to_home", "time from the first acute night to a home of one's own.", Better::Less);
  places.episodes[static_cast<std::size_t>(StayStatistic::WithinYear)] =
      share("home_within_year",
            "Share with a home of their own within 12 months of the first acute night "
            "(Aalen-Johansen).",
            Better::More);
  places.returns = share("returns",
                         "Share of those who got a home that are homeless again within 12 months; homes of the last 12 "
                         "months are left out.",
                         Better::Less);
  return places;
}

class HomeCounts final : public FamilyCounts {
 public:
  HomeCounts(const HomePlaces& places, const Replication& replication)
      : FamilyCounts(replication),
        places_(places),
        episodes_(groups(), Episodes(period())),
        returns_(groups(), Returns(period())) {}

  void take_over(const FamilyCounts& whole) override {
    const auto& earlier = static_cast<const HomeCounts&>(whole);
    for (std::size_t g = 0; g < groups(); ++g) returns_[g].take_over(earlier.returns_[g]);
  }

  void entered(const Entering& entering) override {
    const bool home = entering.stage.kind == StageKind::Exit && entering.stage.home;
    if (home) returns_[entering.household.id.group.index()].home(entering.time);
  }
  void relapsed(engine::Time now, const Followed& household, std::size_t /*place*/) override {
    if (stage(household.exit).home && now <= household.left + engine::kYear)
      returns_[household.id.group.index()].returned(household.left);
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
    std::vector<engine::Survival> episodes;
    for (const Episodes& one : episodes_) episodes.push_back(one.table());
    values.put(places_.episodes, episodes);
    engine::Proportion all;
    for (std::size_t g = 0; g < groups(); ++g) {
      values.put(places_.returns, 1 + g, returns_[g].count());
      all.part += returns_[g].count().part;
      all.whole += returns_[g].count().whole;
    }
    values.put(places_.returns, 0, all);
  }

 private:
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
