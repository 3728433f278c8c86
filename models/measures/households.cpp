// SPDX-License-Identifier: MIT
// households.STAGE, households.acute, situation.N

#include "models/measures/family.hpp"
#include "models/measures/household_counts.hpp"
#include "models/measures/values.hpp"

namespace trapphus::models {
namespace {

struct HouseholdPlaces {
  std::vector<std::size_t> by_stage;
  std::size_t acute = kNoMeasure;
  std::vector<std::size_t> situation;  ///< 0..4; 0 has none.
};

HouseholdPlaces declare_households(Declarations& declarations) {
  const Settings& settings = declarations.settings();
  HouseholdPlaces places{std::vector<std::size_t>(settings.stages.size(), kNoMeasure), kNoMeasure,
                         std::vector<std::size_t>(5, kNoMeasure)};
  for (std::size_t i = 0; i < settings.stages.size(); ++i) {
    const Stage& stage = settings.stages[i];
    if (stage.kind == StageKind::Exit) continue;
    places.by_stage[i] =
        declarations.count("households." + stage.name, "Households in " + stage.name + ", average over time.",
                           stage.acute ? Better::Less : Better::Neither);
  }
  places.acute =
      declarations.count("households.acute", "Households in placements marked acute, average over time.", Better::Less);
  for (int situation = 1; situation <= 4; ++situation) {
    const auto carries = [situation](const Stage& stage) { return stage.situation == situation; };
    if (!any_stage(declarations.variants(), carries)) continue;
    const std::string number = std::to_string(situation);
    places.situation[static_cast<std::size_t>(situation)] = declarations.count(
        "situation." + number, "Households in homelessness situation " + number + ", average over time.",
        situation == 1 ? Better::Less : Better::Neither);
  }
  return places;
}

class HouseholdCounts final : public FamilyCounts {
 public:
  HouseholdCounts(const HouseholdPlaces& places, const Replication& replication)
      : FamilyCounts(replication), places_(places), living_(settings().stages.size(), groups(), period()) {}

  void entered(const Entering& entering) override {
    if (entering.stage.kind == StageKind::Exit) return;
    living_.change(entering.time, entering.id.index(), entering.household.id.group, 1);
  }
  void left(const Leaving& leaving) override {
    living_.change(leaving.time, leaving.id.index(), leaving.household.id.group, -1);
  }
  void finish(engine::Time now, std::span<const double> /*hours_worked*/) override { living_.finish(now); }

  void put(MeasureValues& values) const override {
    MonthlyTotals acute = values.none();
    std::vector<MonthlyTotals> situation(places_.situation.size(), values.none());
    for (std::size_t i = 0; i < settings().stages.size(); ++i) {
      const Stage& stage = settings().stages[i];
      const MonthlyTotals totals = living_.totals(i);
      values.put_levels(places_.by_stage[i], totals);
      if (stage.acute) add(acute, totals);
      add(situation[static_cast<std::size_t>(stage.situation)], totals);
    }
    values.put_levels(places_.acute, acute);
    for (std::size_t i = 0; i < situation.size(); ++i) values.put_levels(places_.situation[i], situation[i]);
  }

 private:
  const HouseholdPlaces& places_;
  HouseholdLevels living_;
};

}  // namespace

MeasureFamily households(Declarations& declarations) {
  return counted_by<HouseholdCounts>(declare_households(declarations));
}

}  // namespace trapphus::models
