// SPDX-License-Identifier: MIT
// stay.STAGE.mean, .p50, .p90
#include "models/counts/stay_tables.hpp"
#include "models/measures/family.hpp"
#include "models/measures/values.hpp"

namespace trapphus::models {
namespace {

using StayPlaces = std::vector<StayMeasures>;  // by stage

StayPlaces declare_stays(Declarations& declarations) {
  const Settings& settings = declarations.settings();
  StayMeasures none;
  none.fill(kNoMeasure);
  StayPlaces places(settings.stages.size(), none);
  for (std::size_t i = 0; i < settings.stages.size(); ++i) {
    const Stage& stage = settings.stages[i];
    if (stage.kind == StageKind::Exit) continue;
    places[i] = declarations.spread("stay." + stage.name,
                                    "stay in " + stage.name +
                                        ", with those still there at the end counted as censored; where they are too "
                                        "many it is a lower bound.",
                                    stage.acute || stage.kind == StageKind::Waiting ? Better::Less : Better::Neither);
  }
  return places;
}

class StayCounts final : public FamilyCounts {
 public:
  StayCounts(const StayPlaces& places, const Replication& replication)
      : FamilyCounts(replication), places_(places), tables_(settings().stages.size(), groups(), period()) {}

  void left(const Leaving& leaving) override {
    tables_.ended(leaving.time, leaving.id, leaving.household.id.group, leaving.household.entered);
  }
  void still_there(engine::Time now, const Followed& household) override {
    if (!household.stage.valid() || stage(household.stage).kind == StageKind::Exit) return;
    tables_.censored(now, household.stage, household.id.group, household.entered);
  }

  void put(MeasureValues& values) const override {
    for (std::size_t i = 0; i < settings().stages.size(); ++i) {
      if (places_[i].front() == kNoMeasure) continue;
      std::vector<engine::Survival> stays;
      for (std::size_t g = 0; g < groups(); ++g) stays.push_back(tables_.of(StageId(i), GroupId(g)));
      values.put(places_[i], stays);
    }
  }

 private:
  const StayPlaces& places_;
  StayTables tables_;
};

}  // namespace

MeasureFamily stays(Declarations& declarations) {
  return counted_by<StayCounts>(declare_stays(declarations));
}

}  // namespace trapphus::models
