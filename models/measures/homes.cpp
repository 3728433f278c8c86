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
      : FamilyCounts(replication), places_(places), episodes_(groups(), Episodes(period())), returns_(groups()) {}

  void entered(const Entering& entering) override {
    const bool home = entering.stage.kind == StageKind::Exit && entering.stage.home;
    if (home && counts(entering.time)) ++returns_[entering.household.id.group.index()].whole;
  }
  void relapsed(engine::Time /*now*/, const Followed& household, std::size_t /*place*/) override {
    if (stage(household.exit).home && counts(household.left)) ++returns_[household.id.group.index()].part;
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
      values.put(places_.returns, 1 + g, returns_[g]);
      all.part += returns_[g].part;
      all.whole += returns_[g].whole;
    }
    values.put(places_.returns, 0, all);
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
  /// By group: of the homes that the period has the twelve months after of, those that were lost within them.
  std::vector<engine::Proportion> returns_;
};

}  // namespace

MeasureFamily homes(Declarations& declarations) {
  return counted_by<HomeCounts>(declare_homes(declarations));
}

}  // namespace trapphus::models
