// SPDX-License-Identifier: MIT
// retention.NAME
#include "models/counts/retention.hpp"

#include "models/counts/tenancies.hpp"
#include "models/measures/family.hpp"
#include "models/measures/values.hpp"

namespace trapphus::models {
namespace {

using RetentionPlaces = std::vector<std::size_t>;  // by Retention; empty if no stage is a tenancy

RetentionPlaces declare_retention(Declarations& declarations) {
  RetentionPlaces places;
  if (!any_stage(declarations.variants(), [](const Stage& stage) { return stage.tenancy; })) return places;
  const RetentionDefinition& ended_badly = definition_of(Retention::UnplannedEndings);
  for (const RetentionDefinition& definition : retention_definitions()) {
    const std::string meaning = std::string(definition.meaning) + " So " + definition.used_by + ".";
    places.push_back(declarations.add(definition.measure, "share", meaning, Declarations::Groups::Yes,
                                      Declarations::Monthly::No,
                                      &definition == &ended_badly ? Better::Less : Better::More));
  }
  return places;
}

class RetentionCounts final : public FamilyCounts {
 public:
  RetentionCounts(const RetentionPlaces& places, const Replication& replication)
      : FamilyCounts(replication), places_(places), tenancies_(groups(), period()) {}

  void take_over(const FamilyCounts& whole) override {
    tenancies_.take_over(static_cast<const RetentionCounts&>(whole).tenancies_);
  }
  void entered(const Entering& entering) override {
    const Followed& household = entering.household;
    tenancies_.entered(entering.place, household.id.group, entering.stage, household.entered, entering.time);
  }
  void left(const Leaving& leaving) override {
    tenancies_.left(leaving.place, leaving.stage, leaving.ending, leaving.time);
  }
  void relapsed(engine::Time now, const Followed& /*household*/, std::size_t place) override {
    tenancies_.relapsed(place, now);
  }
  void gone(engine::Time /*now*/, const Followed& /*household*/, std::size_t place) override {
    tenancies_.forget(place);
  }
  void finish(engine::Time /*now*/, std::span<const double> /*hours_worked*/) override { tenancies_.finish(); }

  void put(MeasureValues& values) const override {
    for (std::size_t i = 0; i < places_.size(); ++i) {
      engine::Proportion all;
      for (std::size_t g = 0; g < groups(); ++g) {
        const engine::Proportion& of_group = tenancies_.counts(GroupId(g))[i];
        values.put(places_[i], 1 + g, of_group);
        all.part += of_group.part;
        all.whole += of_group.whole;
      }
      values.put(places_[i], 0, all);
    }
  }

 private:
  const RetentionPlaces& places_;
  Tenancies tenancies_;
};

}  // namespace

MeasureFamily retention(Declarations& declarations) {
  return counted_by<RetentionCounts>(declare_retention(declarations));
}

}  // namespace trapphus::models
