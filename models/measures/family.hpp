// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "models/counts/followed.hpp"
#include "models/measures/measure.hpp"
#include "models/staircase/period.hpp"
#include "models/staircase/replication_result.hpp"
#include "models/staircase/settings.hpp"

/// Families of measures. A family is one file: its measures (Declarations), the counts of a running replication
/// (FamilyCounts), and the values (FamilyCounts::put). The table of families is in measure.cpp.
namespace trapphus::models {

class MeasureValues;

/// The settings of every epoch of every alternative and case. They have the same stages, teams etc.; numbers differ.
using Variants = std::vector<const Settings*>;
[[nodiscard]] Variants variants_of(const Scenario& scenario);

/// Whether a condition holds in any variant.
[[nodiscard]] bool any(const Variants& variants, const std::function<bool(const Settings&)>& holds);
/// Whether a condition holds for any stage in any variant.
[[nodiscard]] bool any_stage(const Variants& variants, const std::function<bool(const Stage&)>& holds);
/// Whether the stage has limited units in any variant.
[[nodiscard]] bool has_units(const Variants& variants, StageId id);

[[nodiscard]] std::vector<std::string> cost_lines(const Variants& variants);

/// Indices of the measures of a table of stays, by StayStatistic.
using StayMeasures = std::array<std::size_t, kStayStatistics>;

/// Collects the measures of the families, in the order of output. Each function returns the measure's index.
class Declarations {
 public:
  enum class Groups : bool { No, Yes };
  enum class Monthly : bool { No, Yes };

  Declarations(std::vector<Measure>& measures, const Variants& variants, const std::vector<std::string>& lines);

  std::size_t add(std::string name, std::string unit, std::string meaning, Groups groups, Monthly monthly,
                  Better better = Better::Neither);
  /// Restricts the amounts of money of a measure.
  void can_be(std::size_t measure, Amounts amounts) { measures_[measure].amounts = amounts; }
  /// Time average of a number of households.
  std::size_t count(std::string name, std::string meaning, Better better = Better::Neither);
  /// Events per year.
  std::size_t flow(std::string name, std::string meaning, Better better = Better::Neither);
  /// Mean, median and 90th percentile of a duration.
  StayMeasures spread(const std::string& name, const std::string& meaning, Better better = Better::Neither);

  [[nodiscard]] const Variants& variants() const { return variants_; }
  /// The first variant, for settings that are the same in all of them.
  [[nodiscard]] const Settings& settings() const { return *variants_.front(); }
  /// The cost lines of the table.
  [[nodiscard]] const std::vector<std::string>& lines() const { return lines_; }

 private:
  std::vector<Measure>& measures_;
  const Variants& variants_;
  const std::vector<std::string>& lines_;
};

/// The replication that is counted, as passed to the counts of every family.
struct Replication {
  const MeasureTable& table;
  Period period;
  std::size_t groups;
  const Settings* settings;  ///< In force now.

  [[nodiscard]] const Stage& stage(StageId id) const { return settings->stages[id.index()]; }
};

/// A household enters a stage.
struct Entering {
  engine::Time time;
  const Followed& household;  ///< State after the entry.
  std::size_t place;          ///< Index in FollowedTable.
  StageId from;               ///< Previous stage; invalid: none.
  StageId id;
  const Stage& stage;
};

/// A household leaves a stage other than an exit.
struct Leaving {
  engine::Time time;
  const Followed& household;
  std::size_t place;
  StageId id;
  const Stage& stage;
  MoveId by;  ///< Invalid: sent by a board or the longest stay.
  Ending ending;

  [[nodiscard]] bool is_takeover() const { return ending == Ending::Takeover; }
};

/// Counts of a family in one replication. Each function is called for an event within the period; a family overrides
/// those that it needs.
///
/// The period may be a window, a part of that of a replication. Households that are in a stage when the window begins
/// are then passed to entered() as initial ones are, with their claims and waits; what else is known of earlier times,
/// take_over() takes from the counts of the replication.
class FamilyCounts {
 public:
  explicit FamilyCounts(const Replication& replication) : replication_(replication) {}
  FamilyCounts(const FamilyCounts&) = delete;
  FamilyCounts& operator=(const FamilyCounts&) = delete;
  virtual ~FamilyCounts() = default;

  /// The window begins now. `whole`: this family's counts since the replication began.
  virtual void take_over(const FamilyCounts& /*whole*/) {}

  virtual void arrived(engine::Time /*now*/, GroupId /*group*/) {}
  virtual void prevented(engine::Time /*now*/, GroupId /*group*/) {}
  virtual void entered(const Entering& /*entering*/) {}
  virtual void left(const Leaving& /*leaving*/) {}
  /// The household is homeless again; its stage is still the exit.
  virtual void relapsed(engine::Time /*now*/, const Followed& /*household*/, std::size_t /*place*/) {}
  /// The household is no longer followed.
  virtual void gone(engine::Time /*now*/, const Followed& /*household*/, std::size_t /*place*/) {}
  /// The period is over and the household is still followed.
  virtual void still_there(engine::Time /*now*/, const Followed& /*household*/) {}

  /// The wait for a caseload place of a service begins or ends.
  virtual void queues(engine::Time /*now*/, const Followed& /*household*/, std::size_t /*place*/,
                      std::size_t /*service*/, bool /*waits*/) {}
  /// A service is finished for a household.
  virtual void served(engine::Time /*now*/, GroupId /*group*/, ServiceId /*service*/) {}
  /// The number of households waiting for a unit of the stage changes by `delta` (+1 or -1).
  virtual void claims(engine::Time /*now*/, StageId /*stage*/, GroupId /*group*/, int /*delta*/) {}
  /// The wait in the present stage for the household's cause begins or ends.
  virtual void waits(engine::Time /*now*/, const Followed& /*household*/, bool /*begins*/) {}

  virtual void change_settings(engine::Time /*now*/, const Settings& /*settings*/) {}
  virtual void units(engine::Time /*now*/, StageId /*stage*/, int /*units*/, int /*empty*/) {}
  virtual void staff(engine::Time /*now*/, TeamId /*team*/, double /*paid_fte*/, double /*hours_per_week*/) {}
  /// End of the period; after still_there(). Hours worked in the period, by team.
  virtual void finish(engine::Time /*now*/, std::span<const double> /*hours_worked*/) {}

  /// The values of the family's measures. Called after finish().
  virtual void put(MeasureValues& values) const = 0;

 protected:
  [[nodiscard]] const Settings& settings() const { return *replication_.settings; }
  [[nodiscard]] const Period& period() const { return replication_.period; }
  [[nodiscard]] std::size_t groups() const { return replication_.groups; }
  [[nodiscard]] const MeasureTable& table() const { return replication_.table; }
  [[nodiscard]] const Stage& stage(StageId id) const { return replication_.stage(id); }

 private:
  const Replication& replication_;
};

/// The family with measures at `places`, counted by Counts(places, replication). The table owns `places`.
template <class Counts, class Places>
[[nodiscard]] MeasureFamily counted_by(Places places) {
  return [kept = std::make_shared<const Places>(std::move(places))](const Replication& replication) {
    return std::make_unique<Counts>(*kept, replication);
  };
}

/// Each declares its measures, in a file of the same name.
MeasureFamily households(Declarations& declarations);
MeasureFamily waiting(Declarations& declarations);
MeasureFamily flows(Declarations& declarations);
MeasureFamily stays(Declarations& declarations);
MeasureFamily apartments(Declarations& declarations);
MeasureFamily utilisation(Declarations& declarations);
MeasureFamily costs(Declarations& declarations);
MeasureFamily homes(Declarations& declarations);
MeasureFamily retention(Declarations& declarations);
MeasureFamily blocked(Declarations& declarations);
MeasureFamily child_nights(Declarations& declarations);

}  // namespace trapphus::models
