// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "models/counts/followed.hpp"
#include "models/measures/measure.hpp"
#include "models/staircase/period.hpp"
#include "models/staircase/settings.hpp"

/// How families of measures are made: private to models/measures. A family is one file: which measures it has
/// (Declarations), what is counted for them while a replication runs (FamilyCounts), and their values
/// (FamilyCounts::put). The families stand in one table, in measure.cpp.
namespace trapphus::models {

class MeasureValues;

/// The settings of every epoch of every alternative and case. They have the same things; numbers differ.
using Variants = std::vector<const Settings*>;
[[nodiscard]] Variants variants_of(const Scenario& scenario);

/// Whether it holds in any variant.
[[nodiscard]] bool any(const Variants& variants, const std::function<bool(const Settings&)>& holds);
/// Whether it holds for any stage in any variant.
[[nodiscard]] bool any_stage(const Variants& variants, const std::function<bool(const Stage&)>& holds);
/// Whether the stage has units to wait for, in any variant.
[[nodiscard]] bool has_units(const Variants& variants, StageId id);

[[nodiscard]] std::vector<std::string> cost_lines(const Variants& variants);

/// The three measures of a length of time.
struct SpreadPlaces {
  std::size_t mean = kNoMeasure, p50 = kNoMeasure, p90 = kNoMeasure;
};

/// Takes the measures of the families, in the order in which people see them. Each function gives the measure's index.
class Declarations {
 public:
  enum class Groups : bool { No, Yes };
  enum class Monthly : bool { No, Yes };

  Declarations(std::vector<Measure>& measures, const Variants& variants, const std::vector<std::string>& lines);

  std::size_t add(std::string name, std::string unit, std::string meaning, Groups groups, Monthly monthly);
  /// Households, averaged over time.
  std::size_t count(std::string name, std::string meaning);
  /// How often something happens in a year.
  std::size_t flow(std::string name, std::string meaning);
  SpreadPlaces spread(const std::string& name, const std::string& meaning);

  [[nodiscard]] const Variants& variants() const { return variants_; }
  /// The first variant, for what is the same in all of them.
  [[nodiscard]] const Settings& settings() const { return *variants_.front(); }
  /// The cost lines of the table.
  [[nodiscard]] const std::vector<std::string>& lines() const { return lines_; }

 private:
  std::vector<Measure>& measures_;
  const Variants& variants_;
  const std::vector<std::string>& lines_;
};

/// What all families' counts know of the replication that they count.
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
  const Followed& household;  ///< As it is from now on.
  std::size_t place;          ///< The household's number among those followed.
  StageId from;               ///< The stage that it left for this one; invalid: none.
  StageId id;
  const Stage& stage;
};

/// A household leaves a stage that is no exit.
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

/// What a family counts in one replication. Each function is called when that happens within the period; a family
/// overrides those that it needs.
class FamilyCounts {
 public:
  explicit FamilyCounts(const Replication& replication) : replication_(replication) {}
  FamilyCounts(const FamilyCounts&) = delete;
  FamilyCounts& operator=(const FamilyCounts&) = delete;
  virtual ~FamilyCounts() = default;

  virtual void arrived(engine::Time /*now*/, GroupId /*group*/) {}
  virtual void prevented(engine::Time /*now*/, GroupId /*group*/) {}
  virtual void entered(const Entering& /*entering*/) {}
  virtual void left(const Leaving& /*leaving*/) {}
  /// It is homeless again after the exit that `household` still names.
  virtual void relapsed(engine::Time /*now*/, const Followed& /*household*/, std::size_t /*place*/) {}
  /// It is followed no more.
  virtual void gone(engine::Time /*now*/, const Followed& /*household*/, std::size_t /*place*/) {}
  /// The period is over, and it is followed.
  virtual void still_there(engine::Time /*now*/, const Followed& /*household*/) {}

  /// It waits for a caseload place of a service, or does not any more.
  virtual void queues(engine::Time /*now*/, const Followed& /*household*/, std::size_t /*place*/,
                      std::size_t /*service*/, bool /*waits*/) {}
  /// One household more (+1) or fewer (-1) waits for a unit of the stage.
  virtual void claims(engine::Time /*now*/, StageId /*stage*/, GroupId /*group*/, int /*delta*/) {}
  /// It begins, or ends, to wait where it lives for its cause.
  virtual void waits(engine::Time /*now*/, const Followed& /*household*/, bool /*begins*/) {}

  virtual void change_settings(engine::Time /*now*/, const Settings& /*settings*/) {}
  virtual void units(engine::Time /*now*/, StageId /*stage*/, int /*units*/, int /*empty*/) {}
  virtual void staff(engine::Time /*now*/, TeamId /*team*/, double /*paid_fte*/, double /*hours_per_week*/) {}
  /// The period is over; after still_there().
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

/// The family whose measures stand at `places`, counted by Counts(places, replication). Both live with the table.
template <class Counts, class Places>
[[nodiscard]] MeasureFamily counted_by(Places places) {
  return [kept = std::make_shared<const Places>(std::move(places))](const Replication& replication) {
    return std::make_unique<Counts>(*kept, replication);
  };
}

/// Each declares its measures. One file each, of the same name.
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
