// SPDX-License-Identifier: MIT
#include "scenarios/format/fields/values.hpp"

#include <algorithm>

#include "models/counts/retention.hpp"
#include "scenarios/format/fields/choice.hpp"
#include "scenarios/format/values/quantity.hpp"
#include "scenarios/format/yaml/nearest.hpp"

namespace trapphus::scenarios {

namespace {

/// In English and Swedish; the first seven are those that are listed.
constexpr auto kWeekdays = engine::enum_table<unsigned>(
    {{1, "monday"}, {2, "tuesday"}, {3, "wednesday"}, {4, "thursday"}, {5, "friday"}, {6, "saturday"}, {7, "sunday"},
     {1, "måndag"}, {2, "tisdag"},  {3, "onsdag"},    {4, "torsdag"},  {5, "fredag"}, {6, "lördag"},   {7, "söndag"},
     {1, "1"},      {2, "2"},       {3, "3"},         {4, "4"},        {5, "5"},      {6, "6"},        {7, "7"}});

std::vector<std::string> weekdays() {
  auto words = engine::words_of(kWeekdays);
  words.resize(7);
  return words;
}

std::vector<std::string> definitions_of_retention() {
  std::vector<std::string> names;
  for (std::size_t i = 0; i < models::kRetentionDefinitions; ++i)
    names.emplace_back(models::retention_definitions()[i].name);
  return names;
}

constexpr const char* kAnyText = R"({"type":["string","number","boolean"]})";
constexpr const char* kQuantity = R"({"type":["string","number"]})";
constexpr const char* kWritten = R"({"type":"string"})";
constexpr const char* kWhole = R"({"type":["integer","string"],"minimum":0})";

constexpr TypeInfo kTextType{"text", "", "format.range.text", "Hotel", kAnyText, false, false};
constexpr TypeInfo kLabelType{"text for readers",
                              "",
                              "format.range.label",
                              "{sv: Hyra, en: Rent}",
                              R"({"type":["string","object"]})",
                              false,
                              false};
constexpr auto kSigns = engine::enum_table<bool>({{false, "plus"}, {true, "minus"}});
constexpr TypeInfo kSignType = choice_type<kSigns>("sign", "minus", false);
constexpr TypeInfo kYearType{"calendar year", "format.unit.none", "format.range.years", "2015", kWhole, false, false};
constexpr TypeInfo kLineType{"name of a cost line", "", "format.range.letters", "nights", kWritten, false, false};
constexpr TypeInfo kMeasureType{"measure", "", "format.range.measure", "households.acute", kWritten, false, false};
constexpr TypeInfo kObservedType{"observed value", "format.unit.measure", "format.range.from_0", "30.25", kQuantity};
constexpr TypeInfo kYesNoType{"yes or no",
                              "",
                              "yes, no",
                              "yes",
                              R"({"type":["boolean","string"]})",
                              false,
                              true,
                              []() -> std::vector<std::string> {
                                return {"yes", "no"};
                              }};
constexpr TypeInfo kCountType{"count", "format.unit.none", "format.range.to_million", "76", kWhole};
constexpr TypeInfo kReplicationsType{"replications", "format.unit.none", "format.range.two_to_million", "100", kWhole,
                                     false};
constexpr TypeInfo kSituationType{
    "situation", "format.unit.none", "format.range.one_to_four", "1", R"({"type":"integer","minimum":1,"maximum":4})",
    false};
constexpr TypeInfo kFormatType{"format version", "format.unit.none", "1", "1", R"({"const":1})", false};
constexpr TypeInfo kNumberType{"number", "format.unit.none", "format.range.from_0", "2.9", kQuantity};
constexpr TypeInfo kPositiveType{"positive number", "format.unit.none", "format.range.above_0", "1", kQuantity};
constexpr TypeInfo kFractionType{"part", "%", "format.range.to_hundred_percent", "8 %", kQuantity};
constexpr TypeInfo kHoursAWeekType{"hours a week", "format.unit.hours_a_week", "format.range.to_168_hours", "24 h/week",
                                   kQuantity};
constexpr TypeInfo kUsefulType{"useful hours a week", "format.unit.hours_a_week", "format.range.above_0_to_168_hours",
                               "2 h/week", kQuantity};
constexpr TypeInfo kSeedType{"seed", "format.unit.none", "format.range.seed", "20110901", kWhole, false};
constexpr TypeInfo kShareType{"share", "%", "format.range.to_hundred_percent", "20 %", kQuantity};
constexpr TypeInfo kRateType{"rate", "format.unit.rate", "format.range.rate", "30/year", kQuantity};
constexpr TypeInfo kDurationType{"length of time", "format.unit.time", "format.range.to_1000_years", "3 months",
                                 kQuantity};
constexpr TypeInfo kMoneyType{"sum of money", "format.unit.money", "format.range.money", "1.7 MSEK", kQuantity};
constexpr TypeInfo kPriceType{"price", "format.unit.price", "format.range.money", "585 SEK/day", kQuantity};
constexpr TypeInfo kDateType{"date", "", "format.range.years", "2012-06-01", kWritten, false, false};
constexpr TypeInfo kLastDayType{"last day", "", "format.range.last_day", "2012-12-31", kWritten, false, false};
constexpr TypeInfo kPeriodType{"period", "", "format.range.period", "2011-09 to 2014-08", kWritten, false};
constexpr TypeInfo kStayType{"distribution of time", "format.unit.time", "format.range.to_1000_years",
                             "gamma(14 months, 8 months)", kQuantity};
constexpr TypeInfo kWorkType{"distribution of work", "h, min", "format.range.hours", "gamma(14 h, 10 h)", kQuantity};
constexpr TypeInfo kPersonsType{"distribution of persons", "format.unit.none", "format.range.from_0",
                                "discrete(1 = 40 %, 2 = 60 %)", kQuantity};
constexpr TypeInfo kGroupType{"name of a group", "", "format.range.groups", "families", kWritten, false, false};
constexpr TypeInfo kStageType{"name of a stage", "", "format.range.stages", "hotel", kWritten, false, false};
constexpr TypeInfo kServiceType{
    "name of a service", "", "format.range.services", "housing_search", kWritten, false, false};
constexpr TypeInfo kTeamType{"name of a team", "", "format.range.staff", "project", kWritten, false, false};
constexpr TypeInfo kConditionType{"condition", "", "format.range.condition", "not debts", kWritten, false, false};
constexpr TypeInfo kKindType = choice_type<models::kStageKinds>("kind of stage", "placement", false);
constexpr TypeInfo kAllocationType = choice_type<models::kAllocations>("allocation", "queue");
constexpr TypeInfo kAdmissionType = choice_type<models::kAdmissions>("admission", "wait");
constexpr TypeInfo kRepeatType = choice_type<models::kRepeats>("repeat", "episode", false);
constexpr TypeInfo kEndingType = choice_type<models::kEndings>("ending", "notice", false);
constexpr TypeInfo kDefinitionType{
    "definition of retention", "", "format.range.definition", "one_year", kWritten, false, false,
    definitions_of_retention};
constexpr TypeInfo kCircumstanceType = choice_type<models::kCircumstances>("circumstance", "waiting", false);
constexpr TypeInfo kReachedType = choice_type<models::kWhenReached>("when reached", "report");
constexpr TypeInfo kWeekdayType{
    "weekday", "", "format.range.weekday", "monday", R"({"type":["string","integer"]})", false, true, weekdays};

template <class M, std::size_t size>
M choose(const std::string& text, const std::array<engine::EnumWord<M>, size>& table) {
  const std::string wanted = lower(tidy(text));
  if (const auto value = engine::value_of(table, wanted)) return *value;
  const auto names = engine::words_of(table);
  throw Mistake(Phrase{"reader.choice",
                       {{"text", text},
                        {"names", listed(names)},
                        {"suggestion", nearest(wanted, names).empty() ? Phrase() : suggestion(wanted, names)}}});
}

template <const auto& table>
constexpr auto kChosen = [](const Context&, const std::string& text) { return choose(text, table); };

template <class Id>
Id refer(const char* what, const std::string& name, const std::vector<std::string>& names) {
  const auto found = std::ranges::find(names, name);
  if (found == names.end())
    throw Mistake(
        Phrase{"reader.unknown", {{"what", Phrase{what}}, {"name", name}, {"suggestion", suggestion(name, names)}}});
  return Id(static_cast<std::size_t>(found - names.begin()));
}

double above_zero(double value, const std::string& text) {
  if (!(value > 0)) throw Mistake(Phrase{"reader.zero", {{"text", tidy(text)}}});
  return value;
}

int between(int value, int low, int high) {
  if (value < low || value > high)
    throw Mistake(Phrase{"reader.out_of_range", {{"value", value}, {"low", low}, {"high", high}}});
  return value;
}

models::Condition condition(const Context& context, const std::string& text) {
  std::string name = tidy(text);
  const bool wanted = !lower(name).starts_with("not ");
  if (!wanted) name = tidy(name.substr(4));
  return {refer<models::AttributeId>("reader.what.attribute", name, context.names.attributes), wanted};
}

std::string name_of_line(const std::string& text) {
  if (text.empty() || text.find_first_of(" .,") != std::string::npos) {
    throw Mistake(Phrase{"reader.name.line", {{"name", text}}});
  }
  return text;
}

}  // namespace

const Value<std::string> kText{&kTextType, [](const Context&, const std::string& t) { return t; }};
const Value<std::string> kLine{&kLineType, [](const Context&, const std::string& t) { return name_of_line(t); }};
const Value<std::string> kMeasureName{&kMeasureType, [](const Context&, const std::string& t) { return t; }};
const Value<std::string> kObserved{&kObservedType, [](const Context&, const std::string& t) { return t; }};
const Value<models::Label> kLabel{&kLabelType, [](const Context&, const std::string& t) {
                                    return models::Label{{}, t};
                                  }};
const Value<bool> kSign{&kSignType, kChosen<kSigns>};
const Value<bool> kYesNo{&kYesNoType, [](const Context&, const std::string& t) { return parse_yes_no(t); }};
const Value<int> kCount{&kCountType, [](const Context&, const std::string& t) { return parse_count(t); }};
const Value<int> kReplications{
    &kReplicationsType, [](const Context&, const std::string& t) { return between(parse_count(t), 2, 1'000'000); }};
const Value<int> kSituation{&kSituationType,
                            [](const Context&, const std::string& t) { return between(parse_count(t), 1, 4); }};
const Value<int> kFormat{&kFormatType, [](const Context&, const std::string& t) {
                           if (tidy(t) != "1") throw Mistake(Phrase{"reader.format", {{"version", t}}});
                           return 1;
                         }};
const Value<int> kYear{&kYearType,
                       [](const Context&, const std::string& t) { return between(parse_count(t), 1900, 2200); }};
const Value<double> kNumber{&kNumberType, [](const Context&, const std::string& t) { return parse_number(t); }};
const Value<double> kPositive{&kPositiveType,
                              [](const Context&, const std::string& t) { return above_zero(parse_number(t), t); }};
const Value<double> kFraction{&kFractionType,
                              [](const Context&, const std::string& t) { return parse_share(t).value(); }};
const Value<double> kHoursAWeek{&kHoursAWeekType,
                                [](const Context&, const std::string& t) { return parse_hours_a_week(t); }};
const Value<double> kUsefulHoursAWeek{
    &kUsefulType, [](const Context&, const std::string& t) { return above_zero(parse_hours_a_week(t), t); }};
const Value<std::uint64_t> kSeed{&kSeedType, [](const Context&, const std::string& t) { return parse_seed(t); }};
const Value<models::Share> kShare{&kShareType, [](const Context&, const std::string& t) { return parse_share(t); }};
const Value<engine::Rate> kRate{&kRateType, [](const Context&, const std::string& t) { return parse_rate(t); }};
const Value<engine::Duration> kDuration{&kDurationType,
                                        [](const Context&, const std::string& t) { return parse_duration(t); }};
const Value<models::Money> kMoney{&kMoneyType, [](const Context&, const std::string& t) { return parse_money(t); }};
const Value<models::Price> kPrice{&kPriceType, [](const Context&, const std::string& t) { return parse_price(t); }};
const Value<engine::Time> kDate{&kDateType, [](const Context&, const std::string& t) { return parse_date(t); }};
const Value<engine::Time> kLastDay{&kLastDayType,
                                   [](const Context&, const std::string& t) { return parse_last_day(t); }};
const Value<std::pair<engine::Time, engine::Time>> kPeriod{
    &kPeriodType, [](const Context&, const std::string& t) { return parse_period(t); }};
const Value<engine::Distribution> kStay{
    &kStayType, [](const Context&, const std::string& t) { return parse_distribution(t, parse_seconds); }};
const Value<engine::Distribution> kWork{
    &kWorkType, [](const Context&, const std::string& t) { return parse_distribution(t, parse_hours); }};
const Value<engine::Distribution> kPersons{&kPersonsType,
                                           [](const Context&, const std::string& t) { return parse_persons(t); }};

const Value<models::GroupId> kGroup{&kGroupType, [](const Context& c, const std::string& t) {
                                      return refer<models::GroupId>("reader.what.group", t, c.names.groups);
                                    }};
const Value<models::StageId> kStage{&kStageType, [](const Context& c, const std::string& t) {
                                      return refer<models::StageId>("reader.what.stage", t, c.names.stages);
                                    }};
const Value<models::ServiceId> kService{&kServiceType, [](const Context& c, const std::string& t) {
                                          return refer<models::ServiceId>("reader.what.service", t, c.names.services);
                                        }};
const Value<models::TeamId> kTeam{&kTeamType, [](const Context& c, const std::string& t) {
                                    return refer<models::TeamId>("reader.what.team", t, c.names.teams);
                                  }};
const Value<models::Condition> kCondition{&kConditionType, condition};

const Value<models::StageKind> kStageKind{&kKindType, kChosen<models::kStageKinds>};
const Value<models::Allocation> kAllocation{&kAllocationType, kChosen<models::kAllocations>};
const Value<models::Admission> kAdmission{&kAdmissionType, kChosen<models::kAdmissions>};
const Value<models::Repeat> kRepeat{&kRepeatType, kChosen<models::kRepeats>};
const Value<models::Ending> kEnding{&kEndingType, kChosen<models::kEndings>};
const Value<std::string> kDefinition{
    &kDefinitionType, [](const Context&, const std::string& t) -> std::string {
      const auto names = definitions_of_retention();
      if (std::ranges::find(names, t) != names.end()) return t;
      throw Mistake(Phrase{"reader.definition", {{"name", t}, {"names", listed(names)}}});
    }};
const Value<models::Circumstance> kCircumstance{&kCircumstanceType, kChosen<models::kCircumstances>};
const Value<models::WhenReached> kWhenReached{&kReachedType, kChosen<models::kWhenReached>};
const Value<unsigned> kWeekday{&kWeekdayType, kChosen<kWeekdays>};

const std::vector<const TypeInfo*>& all_types() {
  static const std::vector<const TypeInfo*> kAll{
      &kTextType,         &kLineType,      &kMeasureType,    &kObservedType,  &kYesNoType,    &kCountType,
      &kReplicationsType, &kSituationType, &kFormatType,     &kNumberType,    &kPositiveType, &kFractionType,
      &kHoursAWeekType,   &kUsefulType,    &kSeedType,       &kShareType,     &kRateType,     &kDurationType,
      &kMoneyType,        &kPriceType,     &kDateType,       &kLastDayType,   &kPeriodType,   &kStayType,
      &kWorkType,         &kPersonsType,   &kGroupType,      &kStageType,     &kServiceType,  &kTeamType,
      &kConditionType,    &kKindType,      &kAllocationType, &kAdmissionType, &kRepeatType,   &kCircumstanceType,
      &kReachedType,      &kWeekdayType,   &kLabelType,      &kSignType,      &kYearType,     &kEndingType,
      &kDefinitionType};
  return kAll;
}

std::vector<std::string> values_of(const TypeInfo& type) {
  return type.values != nullptr ? type.values() : std::vector<std::string>();
}

}  // namespace trapphus::scenarios
