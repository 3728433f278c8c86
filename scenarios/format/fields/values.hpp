// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "models/staircase/settings.hpp"
#include "scenarios/format/fields/field.hpp"

/// The kinds of values that fields hold.
namespace trapphus::scenarios {

/// Parser of a kind of value; `parse` throws Mistake.
template <class M>
struct Value {
  const TypeInfo* type;
  M (*parse)(const Context& context, const std::string& text);
};

extern const Value<std::string> kText, kLine, kMeasureName, kObserved;
/// In one language; a mapping of two is read by read_label().
extern const Value<models::Label> kLabel;
extern const Value<bool> kYesNo, kSign;
extern const Value<int> kCount, kReplications, kSituation, kFormat, kYear;
extern const Value<double> kNumber, kPositive, kFraction, kHoursAWeek, kUsefulHoursAWeek;
extern const Value<std::uint64_t> kSeed;
extern const Value<models::Share> kShare;
extern const Value<engine::Rate> kRate;
extern const Value<engine::Duration> kDuration;
extern const Value<models::Money> kMoney;
extern const Value<models::Price> kPrice;
extern const Value<engine::Time> kDate, kLastDay;
extern const Value<std::pair<engine::Time, engine::Time>> kPeriod;
extern const Value<engine::Distribution> kStay, kWork, kPersons;

extern const Value<models::GroupId> kGroup;
extern const Value<models::StageId> kStage;
extern const Value<models::ServiceId> kService;
extern const Value<models::TeamId> kTeam;
extern const Value<models::Condition> kCondition;

extern const Value<models::StageKind> kStageKind;
extern const Value<models::Allocation> kAllocation;
extern const Value<models::Admission> kAdmission;
extern const Value<models::Repeat> kRepeat;
extern const Value<models::Ending> kEnding;
/// The NAME of `retention.NAME`.
extern const Value<std::string> kDefinition;
extern const Value<models::Circumstance> kCircumstance;
extern const Value<models::WhenReached> kWhenReached;
extern const Value<unsigned> kWeekday;

/// All types, for the schema and the reference page.
[[nodiscard]] const std::vector<const TypeInfo*>& all_types();
/// The values of an enumeration; empty for other types.
[[nodiscard]] std::vector<std::string> values_of(const TypeInfo& type);

}  // namespace trapphus::scenarios
