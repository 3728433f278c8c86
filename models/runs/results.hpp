// SPDX-License-Identifier: MIT
#pragma once

#include <cmath>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "engine/enum_table.hpp"
#include "engine/statistics/no_value.hpp"
#include "engine/time.hpp"
#include "models/measures/measure.hpp"
#include "models/staircase/evidence.hpp"
#include "models/staircase/money.hpp"
#include "models/staircase/names.hpp"

/// Results of a run of a scenario as plain values, from which all output is produced.
namespace trapphus::models {

/// What the replications together give, with its 95 % confidence interval: Student's of a mean, the jackknife's of a
/// ratio, a percentile or a mean stay, for shares of counted households that of engine/statistics/proportion.hpp. An
/// interval does not leave the range of what it is of. NaN where no replication defines it.
struct Estimate {
  double mean, low, high;
  int replications = 0;   ///< Number of replications that define it.
  bool at_least = false;  ///< `mean` is a lower bound, since stays were not followed to their end. `high` alone is NaN.
};

inline constexpr Estimate kNoEstimate{engine::kNoValue, engine::kNoValue, engine::kNoValue, 0};

/// The values of one measure over calendar periods (months, tertials or years); `mean[i]` belongs to the i-th from the
/// one that begins with the month `from`. Households are averages over the period, flows are counted in it (not scaled
/// to a year), costs are averages in SEK a month; of a period that is covered in part, over that part.
struct Series {
  engine::Month from{0};
  std::vector<double> mean, low, high;  ///< Confidence interval of the mean.
  std::vector<double> p5, p95;          ///< Range of 90 % of the replications.
};

/// Counts of a measure that is a share of counted households.
struct Counted {
  std::int64_t part = 0, whole = 0;  ///< Over all replications together.
  std::int64_t of = 0;               ///< In one replication, on average, to the nearest whole number.
  double low, high;                  ///< 95 % prediction interval of one realisation with so many.
};

/// All measures for one group, or for all households. Indexed as the measure table.
struct MeasureSet {
  std::vector<Estimate> values;
  std::map<std::size_t, Counted> counts;                   ///< Of those measures that are shares of counted households.
  std::map<std::size_t, Series> monthly, tertial, yearly;  ///< By measure; `from` is the period's first month.
};

/// Mean over replications of what a cost line booked in a month, in kronor. A grant's line is "grant:NAME", its amounts
/// are negative; cost.total does not include it.
struct LedgerRow {
  engine::Month month{0};
  std::string line, stage, group;  ///< Empty where it has none.
  double amount = 0;
};

/// Household-days a year that a group loses in a stage by waiting for one cause. The sum over stages and groups is the
/// measure blocked.CAUSE.
struct LostRow {
  std::string stage;  ///< Stage of residence while waiting; empty: outside, before the first stage.
  std::string group;
  std::string cause;  ///< "pool:training", as in blocked.CAUSE.
  Estimate days;
};

/// Households of these stages wait for each other's units, in some of the replications.
struct CircularWaitResult {
  std::vector<std::string> stages;
  int replications = 0;
  engine::Time earliest{};
};

struct AlternativeResult {
  std::string name;
  Label label;
  MeasureSet all;
  std::vector<MeasureSet> groups;  ///< By group id.
  std::vector<LedgerRow> ledger;
  std::vector<LostRow> lost = {};  ///< In the order of stages (outside last), groups, causes.
  std::vector<CircularWaitResult> circular_waits = {};
};

/// Contribution of a part of an alternative: `whole` minus `without`, paired.
struct Contribution {
  std::string without;  ///< Name of the alternative without the part.
  std::string whole;    ///< Name of the alternative with it.
  std::vector<Estimate> all;
  std::vector<std::vector<Estimate>> groups;
};

/// Paired differences to the first alternative: this one minus the first.
struct Difference {
  std::string name;
  std::vector<Estimate> all;
  std::vector<std::vector<Estimate>> groups;
};

struct ObservationResult {
  Observation observation;
  std::string group;      ///< Empty: all.
  double simulated;       ///< From all replications together.
  double low, high;       ///< 95 % prediction interval of one realisation.
  bool at_least = false;  ///< `simulated` is a lower bound; `high` is NaN.
};

/// The replay on SimGrid.
struct Check {
  bool ran = false;  ///< False: --check off, or interrupted, or `crowded` before the first event.
  std::string kernel = "simgrid", version;
  std::uint64_t events = 0;
  bool equal = false;
  bool whole = true;        ///< False: stopped at `until`, after the limit of events or where it was `crowded`.
  std::size_t crowded = 0;  ///< Not 0: after `until` the model would have more than so many actors in SimGrid.
  engine::Time until{};
  std::string difference;  ///< Description of the first difference; empty if equal.
};

/// A case's headline: the difference of each alternative to the first under other assumptions.
struct CaseResult {
  std::string name;
  Label label;
  std::vector<Difference> differences;
  std::vector<std::vector<Estimate>> alternatives;  ///< Measures for all households, by alternative.
};

/// When an alternative has paid for itself. Months by which 5 %, half and 95 % of the replications have; absent where
/// fewer do within the period.
struct Payback {
  /// False where there is no money, or no replication: the rest is undefined.
  [[nodiscard]] bool defined() const { return !std::isnan(probability); }
  engine::Month by{0};            ///< The project's last month, or the period's.
  double probability, low, high;  ///< That it has by then, with the 95 % interval of a share (Clopper-Pearson).
  std::optional<engine::Month> early, median, late;
};

/// Savings of an alternative relative to the first, in SEK; positive when it costs less. Paired.
struct Saving {
  Series cumulative;  ///< By month: since the period's beginning.
  Series yearly;      ///< In each calendar year, as far as it lies within the period.
  Estimate all;       ///< In the whole period.
  Payback payback;
  std::vector<double> totals;  ///< In the whole period, by replication.
};

/// Which costs a saving is counted on: of all cost lines, of these less the grants received, of acute stages.
enum class SavingKind : std::uint8_t { Cost, WithGrants, Acute };
inline constexpr auto kSavingKinds = engine::enum_table<SavingKind>(
    {{SavingKind::Cost, "cost"}, {SavingKind::WithGrants, "with_grants"}, {SavingKind::Acute, "acute"}});

struct SavingResult {
  struct OfPayer {
    std::string name;
    Estimate all;  ///< Its cost lines and the grants that it gives or receives, in the whole period.
  };
  std::string name;             ///< The alternative.
  Saving cost;                  ///< Of all cost lines.
  Saving with_grants;           ///< Of all cost lines less the grants received.
  Saving acute;                 ///< Of what is booked on acute stages.
  std::vector<OfPayer> payers;  ///< Those of the scenario's application.

  [[nodiscard]] const Saving& of(SavingKind kind) const {
    if (kind == SavingKind::Cost) return cost;
    return kind == SavingKind::WithGrants ? with_grants : acute;
  }
};

struct Results {
  std::uint64_t seed = 0;
  int replications = 0;      ///< Finished ones.
  bool complete = true;      ///< False: interrupted, or the precision asked for was not reached.
  std::uint64_t events = 0;  ///< Over all replications and alternatives.
  Check check;
  std::vector<Measure> measures;
  std::vector<std::string> groups;
  std::vector<AlternativeResult> alternatives;
  std::vector<Difference> differences;  ///< One less than alternatives.
  std::vector<SavingResult> savings;    ///< As the differences.
  std::vector<Contribution> contributions;
  std::vector<ObservationResult> observations;
  std::vector<CaseResult> cases;
};

}  // namespace trapphus::models
