// SPDX-License-Identifier: MIT
// blocked.CAUSE; the result's days lost

#include "models/measures/family.hpp"
#include "models/measures/household_counts.hpp"
#include "models/measures/values.hpp"
#include "models/staircase/cause.hpp"

namespace trapphus::models {
namespace {

using BlockedPlaces = std::vector<std::size_t>;  // by cause, as CauseTable

bool may_block(const Declarations& declarations, const CauseTable& causes, std::size_t cause) {
  const std::size_t subject = causes.subject(cause);
  switch (causes.kind(cause)) {
    case CauseKind::Pool:
      return has_units(declarations.variants(), StageId(subject));
    case CauseKind::Support:
      return any_stage(declarations.variants(), [subject](const Stage& stage) {
        return stage.support && stage.support->team == TeamId(subject);
      });
    case CauseKind::Board:
      return !declarations.settings().boards.empty();
    default:
      return true;
  }
}

BlockedPlaces declare_blocked(Declarations& declarations) {
  const CauseTable causes(declarations.settings());
  BlockedPlaces places(causes.count(), kNoMeasure);
  for (std::size_t i = 0; i < causes.count(); ++i) {
    if (!may_block(declarations, causes, i)) continue;
    places[i] = declarations.add("blocked." + causes.name(i), "household-days/year",
                                 "Days that households wait because of " + causes.name(i) + ".",
                                 Declarations::Groups::Yes, Declarations::Monthly::No, Better::Less);
  }
  return places;
}

class BlockedCounts final : public FamilyCounts {
 public:
  BlockedCounts(const BlockedPlaces& places, const Replication& replication)
      : FamilyCounts(replication),
        places_(places),
        waits_(settings().stages.size(), places.size(), groups(), period().from()) {}

  void waits(engine::Time now, const Followed& household, bool begins) override {
    if (begins) {
      waits_.begin(now, household.stage, household.cause, household.id.group);
    } else {
      waits_.end(now, household.stage, household.cause, household.id.group);
    }
  }

  void put(MeasureValues& values) const override {
    for (std::size_t cause = 0; cause < places_.size(); ++cause) {
      double all = 0;
      for (std::size_t g = 0; g < groups(); ++g) {
        const double days = days_a_year(waits_.seconds(cause, GroupId(g)));
        values.put(places_[cause], 1 + g, days);
        all += days;
      }
      values.put(places_[cause], 0, all);
    }
    put_lost(values.result().lost);
  }

 private:
  [[nodiscard]] double days_a_year(std::int64_t waited) const {
    return static_cast<double>(waited) / seconds(engine::kDay) / period().years();
  }

  void put_lost(std::vector<WaitingDays>& rows) const {
    const std::size_t stages = settings().stages.size();
    for (std::size_t stage = 0; stage <= stages; ++stage) {
      const StageId where = stage < stages ? StageId(stage) : StageId{};
      for (std::size_t g = 0; g < groups(); ++g) {
        for (std::size_t cause = 0; cause < places_.size(); ++cause) {
          const std::int64_t waited = waits_.seconds(where, cause, GroupId(g));
          if (waited != 0) rows.push_back({where, GroupId(g), cause, days_a_year(waited)});
        }
      }
    }
  }

  const BlockedPlaces& places_;
  WaitTotals waits_;
};

}  // namespace

MeasureFamily blocked(Declarations& declarations) {
  return counted_by<BlockedCounts>(declare_blocked(declarations));
}

}  // namespace trapphus::models
