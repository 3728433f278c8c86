// SPDX-License-Identifier: MIT
// child_nights.acute
#include "models/counts/night_count.hpp"
#include "models/measures/family.hpp"
#include "models/measures/values.hpp"

namespace trapphus::models {
namespace {

using ChildNightPlace = std::size_t;

class ChildNightCounts final : public FamilyCounts {
 public:
  ChildNightCounts(const ChildNightPlace& place, const Replication& replication)
      : FamilyCounts(replication), place_(place), nights_(groups(), NightCount(period().from())) {}

  void entered(const Entering& entering) override {
    if (entering.stage.kind != StageKind::Exit && entering.stage.acute)
      nights_[entering.household.id.group.index()].change(entering.time, entering.household.children);
  }
  void left(const Leaving& leaving) override {
    if (leaving.stage.acute)
      nights_[leaving.household.id.group.index()].change(leaving.time, -leaving.household.children);
  }
  void finish(engine::Time now, std::span<const double> /*hours_worked*/) override {
    for (NightCount& nights : nights_) nights.count(now);
  }

  void put(MeasureValues& values) const override {
    MonthlyTotals totals = values.none();
    for (std::size_t g = 0; g < groups(); ++g) {
      const auto& months = nights_[g].nights();
      for (std::size_t i = 0; i < months.size() && i < totals[g].size(); ++i) totals[g][i] = months[i];
    }
    values.put_counts(place_, totals);
  }

 private:
  const ChildNightPlace& place_;
  std::vector<NightCount> nights_;  // by group
};

}  // namespace

MeasureFamily child_nights(Declarations& declarations) {
  return counted_by<ChildNightCounts>(ChildNightPlace(
      declarations.add("child_nights.acute", "per year", "Nights that children spend in acute placements.",
                       Declarations::Groups::Yes, Declarations::Monthly::Yes, Better::Less)));
}

}  // namespace trapphus::models
