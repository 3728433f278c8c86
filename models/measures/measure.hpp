// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace trapphus::models {

struct Scenario;
struct Settings;

/// Which values of a measure are better for the households or for those who pay.
enum class Better : std::uint8_t {
  Neither,  ///< Nothing can be said of the measure by itself: a change of it may be for better or worse.
  More,
  Less
};

/// Which amounts of money a measure can have.
enum class Amounts : std::uint8_t {
  Any,  ///< Fees are subtracted from costs.
  NotNegative,
  NotPositive
};

/// A named result with a unit. Names consist of the family and the name of the subject: `stay.training.mean`.
struct Measure {
  std::string name;
  std::string unit;     ///< "households", "per year", "days", "SEK/month", "share", ...
  std::string meaning;  ///< One sentence, English.
  bool by_group = true;
  bool series = false;  ///< Values by month exist.
  Better better = Better::Neither;
  Amounts amounts = Amounts::Any;  ///< Of money only.
};

/// The unit of a measure's values by month, tertial and year: flows are counted, not scaled to a year.
[[nodiscard]] inline std::string unit_by_period(const Measure& measure) {
  return measure.unit == "per year" ? "in the period" : measure.unit;
}

/// In place of an index: no such measure (e.g. the households of an exit).
inline constexpr std::size_t kNoMeasure = std::numeric_limits<std::size_t>::max();

class FamilyCounts;
struct Replication;
/// A family with declared measures: creates its counts for a replication (family.hpp).
using MeasureFamily = std::function<std::unique_ptr<FamilyCounts>(const Replication& replication)>;

/// All measures of a staircase. Their order is that of every vector of results.
class MeasureTable {
 public:
  explicit MeasureTable(const Settings& settings);
  /// One table for all alternatives, cases and epochs, so that they can be compared.
  explicit MeasureTable(const Scenario& scenario);
  [[nodiscard]] const std::vector<Measure>& all() const { return measures_; }
  [[nodiscard]] std::size_t size() const { return measures_.size(); }
  [[nodiscard]] const Measure& operator[](std::size_t index) const { return measures_[index]; }
  [[nodiscard]] std::optional<std::size_t> find(std::string_view name) const;
  /// Nearest existing name, for messages.
  [[nodiscard]] std::string nearest(std::string_view name) const;
  /// The families' counts for a replication, in the order of their measures.
  [[nodiscard]] std::vector<std::unique_ptr<FamilyCounts>> counts(const Replication& replication) const;
  /// The counts of one of these families.
  [[nodiscard]] std::unique_ptr<FamilyCounts> counts(const Replication& replication, std::size_t family) const;
  [[nodiscard]] std::size_t family_of(std::size_t measure) const { return family_of_[measure]; }
  /// The cost lines, in the order of their measures.
  [[nodiscard]] const std::vector<std::string>& lines() const { return lines_; }
  /// Throws std::out_of_range for a line that the staircase does not have.
  [[nodiscard]] std::size_t line(std::string_view name) const;

 private:
  explicit MeasureTable(const std::vector<const Settings*>& variants);

  std::vector<Measure> measures_;
  std::vector<std::size_t> sorted_;  ///< Indices by name.
  std::vector<std::string> lines_;
  std::vector<MeasureFamily> families_;
  std::vector<std::size_t> family_of_;  ///< By measure.
};

/// Fixed names of cost lines: rent of empty units, income support, fees (negative), staff.
inline constexpr const char* kEmptyRentLine = "empty_rent";
inline constexpr const char* kIncomeSupportLine = "income_support";
inline constexpr const char* kFeesLine = "fees";
inline constexpr const char* kStaffLine = "staff";
/// Line of the cost of a move that names none.
inline constexpr const char* kMovesLine = "moves";

/// The distinct cost lines of a staircase: those of the stages in their order, then those above that it has, then those
/// of moves and fixed costs.
[[nodiscard]] std::vector<std::string> cost_lines(const Settings& settings);
/// Of all alternatives, cases and epochs.
[[nodiscard]] std::vector<std::string> cost_lines(const Scenario& scenario);

}  // namespace trapphus::models
