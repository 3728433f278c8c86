// SPDX-License-Identifier: MIT
// waiting.STAGE, waiting.SERVICE
#include "models/measures/family.hpp"
#include "models/measures/household_counts.hpp"
#include "models/measures/values.hpp"

namespace trapphus::models {
namespace {

struct WaitingPlaces {
  std::vector<std::size_t> for_stage, for_service;
};

WaitingPlaces declare_waiting(Declarations& declarations) {
  const Settings& settings = declarations.settings();
  WaitingPlaces places{std::vector<std::size_t>(settings.stages.size(), kNoMeasure), {}};
  for (std::size_t i = 0; i < settings.stages.size(); ++i) {
    if (!has_units(declarations.variants(), StageId(i))) continue;
    const std::string& name = settings.stages[i].name;
    places.for_stage[i] = declarations.count(
        "waiting." + name, "Households that wait for a free unit of " + name + ", average over time.", Better::Less);
  }
  for (const Service& service : settings.services) {
    places.for_service.push_back(declarations.count(
        "waiting." + service.name,
        "Households that wait until a caseload place is free for " + service.name + ", average over time.",
        Better::Less));
  }
  return places;
}

class WaitingCounts final : public FamilyCounts {
 public:
  WaitingCounts(const WaitingPlaces& places, const Replication& replication)
      : FamilyCounts(replication),
        places_(places),
        claiming_(settings().stages.size(), groups(), period()),
        queueing_(settings().services.size(), groups(), period()) {}

  void take_over(const FamilyCounts& whole) override {
    const auto& earlier = static_cast<const WaitingCounts&>(whole);
    queueing_.take_over(earlier.queueing_, period());
    queued_ = earlier.queued_;
  }
  void claims(engine::Time now, StageId stage, GroupId group, int delta) override {
    claiming_.change(now, stage.index(), group, delta);
  }
  void queues(engine::Time now, const Followed& household, std::size_t place, std::size_t service,
              bool waits) override {
    const std::size_t services = settings().services.size();
    if (queued_.size() < (place + 1) * services) queued_.resize((place + 1) * services);
    std::uint8_t& queued = queued_[place * services + service];
    if ((queued != 0) == waits) return;
    queued = waits ? 1 : 0;
    queueing_.change(now, service, household.id.group, waits ? 1 : -1);
  }
  void gone(engine::Time now, const Followed& household, std::size_t place) override {
    for (std::size_t i = 0; i < settings().services.size(); ++i) queues(now, household, place, i, false);
  }
  void finish(engine::Time now, std::span<const double> /*hours_worked*/) override {
    claiming_.finish(now);
    queueing_.finish(now);
  }

  void put(MeasureValues& values) const override {
    for (std::size_t i = 0; i < settings().stages.size(); ++i)
      values.put_levels(places_.for_stage[i], claiming_.totals(i));
    for (std::size_t i = 0; i < settings().services.size(); ++i)
      values.put_levels(places_.for_service[i], queueing_.totals(i));
  }

 private:
  const WaitingPlaces& places_;
  HouseholdLevels claiming_, queueing_;
  std::vector<std::uint8_t> queued_;  // by household's place and service: waits for a caseload place
};

}  // namespace

MeasureFamily waiting(Declarations& declarations) {
  return counted_by<WaitingCounts>(declare_waiting(declarations));
}

}  // namespace trapphus::models
