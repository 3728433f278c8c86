// SPDX-License-Identifier: MIT
// turnover.STAGE, turnover.STAGE.moveouts, turnover.STAGE.takeovers, vacancy.STAGE; the result's units
#include <algorithm>

#include "engine/statistics/time_average.hpp"
#include "models/measures/family.hpp"
#include "models/measures/values.hpp"

namespace trapphus::models {
namespace {

using Groups = Declarations::Groups;
using Monthly = Declarations::Monthly;

struct TurnoverPlaces {
  std::size_t all = kNoMeasure;
  std::size_t moveouts = kNoMeasure, takeovers = kNoMeasure;  ///< Only where units can be taken over.
};
struct ApartmentPlaces {
  std::vector<TurnoverPlaces> turnover;  ///< By stage.
  std::vector<std::size_t> vacancy;      ///< By stage.
};

bool can_be_taken_over(const Variants& variants, StageId id) {
  const auto takes_over = [id](const Move& move) { return move.takeover && move.from == id; };
  return any(variants, [&](const Settings& settings) {
    return std::any_of(settings.moves.begin(), settings.moves.end(), takes_over);
  });
}

TurnoverPlaces declare_turnover(Declarations& declarations, StageId id) {
  const std::string& name = declarations.settings().stages[id.index()].name;
  const auto turnover = [&](const std::string& of, const std::string& meaning, Better better = Better::Neither) {
    return declarations.add("turnover." + name + of, "per unit and year", meaning, Groups::No, Monthly::Yes, better);
  };
  TurnoverPlaces places;
  places.all = turnover("", "Move-outs and takeovers for each apartment of " + name + " and year.");
  if (!can_be_taken_over(declarations.variants(), id)) return places;
  places.moveouts = turnover(".moveouts", "Move-outs for each apartment of " + name + " and year; the unit stays.");
  places.takeovers = turnover(
      ".takeovers", "Takeovers for each apartment of " + name + " and year; the unit leaves with the household.",
      Better::More);
  return places;
}

ApartmentPlaces declare_apartments(Declarations& declarations) {
  const std::vector<Stage>& stages = declarations.settings().stages;
  ApartmentPlaces places{std::vector<TurnoverPlaces>(stages.size()),
                         std::vector<std::size_t>(stages.size(), kNoMeasure)};
  for (std::size_t i = 0; i < stages.size(); ++i) {
    if (stages[i].kind == StageKind::Apartment) places.turnover[i] = declare_turnover(declarations, StageId(i));
  }
  for (std::size_t i = 0; i < stages.size(); ++i) {
    if (stages[i].kind != StageKind::Apartment) continue;
    places.vacancy[i] = declarations.add("vacancy." + stages[i].name, "share",
                                         "Share of the unit-days of " + stages[i].name + " without a tenant.",
                                         Groups::No, Monthly::No, Better::Less);
  }
  return places;
}

/// Units of a stage, and moves out by kind.
struct StageUnits {
  using Average = engine::TimeAverage<std::int64_t>;
  explicit StageUnits(const Period& period)
      : all(period.from()), empty(period.from()), moveouts(period.months()), takeovers(period.months()) {}
  Average all, empty;
  std::vector<std::int64_t> moveouts, takeovers;  // by month
};

class ApartmentCounts final : public FamilyCounts {
 public:
  ApartmentCounts(const ApartmentPlaces& places, const Replication& replication)
      : FamilyCounts(replication), places_(places), units_(settings().stages.size(), StageUnits(period())) {}

  void left(const Leaving& leaving) override {
    StageUnits& units = units_[leaving.id.index()];
    const auto month = static_cast<std::size_t>(period().index(engine::Month::of(leaving.time)));
    ++(leaving.is_takeover() ? units.takeovers : units.moveouts)[month];
  }
  void units(engine::Time now, StageId stage, int units, int empty) override {
    units_[stage.index()].all.set(now, units);
    units_[stage.index()].empty.set(now, empty);
  }
  void finish(engine::Time now, std::span<const double> /*hours_worked*/) override {
    for (StageUnits& units : units_) {
      units.all.finish(now);
      units.empty.finish(now);
    }
  }

  void put(MeasureValues& values) const override {
    for (std::size_t i = 0; i < units_.size(); ++i) {
      const StageUnits& units = units_[i];
      put_turnover(values, i);
      values.put(places_.vacancy[i], 0, vacancy(units));
    }
    for (const StageUnits& units : units_) {
      values.result().units.push_back(static_cast<double>(units.all.total()) / seconds(period().length()));
    }
  }

 private:
  /// On a single day of the night that follows it, as households are counted.
  [[nodiscard]] Quotient vacancy(const StageUnits& units) const {
    if (period().length() == engine::kDay)
      return {static_cast<double>(units.empty.level()), static_cast<double>(units.all.level())};
    return {static_cast<double>(units.empty.total()), static_cast<double>(units.all.total())};
  }
  void put_turnover(MeasureValues& values, std::size_t stage) const {
    const StageUnits& units = units_[stage];
    const auto shares = units.all.months();
    const auto put_all = [&](std::size_t measure, const auto& left_in) {
      if (measure == kNoMeasure) return;
      std::vector<double> months(period().months(), kNoValue), wholes(period().months());
      double left = 0, unit_years = 0;
      for (std::size_t i = 0; i < std::min(months.size(), shares.size()); ++i) {
        const double here = static_cast<double>(shares[i].unit_seconds) / seconds(engine::kYear);
        months[i] = ratio(left_in(i), here);
        wholes[i] = here;
        left += left_in(i);
        unit_years += here;
      }
      values.put(measure, 0, Quotient{left, unit_years});
      values.result().monthly[0][measure] = std::move(months);
      values.result().monthly_wholes[measure] = std::move(wholes);
    };
    const TurnoverPlaces& places = places_.turnover[stage];
    const auto moveouts = [&](std::size_t i) { return static_cast<double>(units.moveouts[i]); };
    const auto takeovers = [&](std::size_t i) { return static_cast<double>(units.takeovers[i]); };
    put_all(places.all, [&](std::size_t i) { return moveouts(i) + takeovers(i); });
    put_all(places.moveouts, moveouts);
    put_all(places.takeovers, takeovers);
  }

  const ApartmentPlaces& places_;
  std::vector<StageUnits> units_;  // by stage
};

}  // namespace

MeasureFamily apartments(Declarations& declarations) {
  return counted_by<ApartmentCounts>(declare_apartments(declarations));
}

}  // namespace trapphus::models
