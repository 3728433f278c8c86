// SPDX-License-Identifier: MIT
#include "scenarios/format/fields/values.hpp"

#include <algorithm>
#include <sstream>

#include "models/counts/retention.hpp"
#include "scenarios/format/values/quantity.hpp"
#include "scenarios/format/yaml/nearest.hpp"

namespace trapphus::scenarios {

namespace {

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
constexpr TypeInfo kSignType{"sign", "", "plus, minus", "minus", R"({"enum":["plus","minus"]})", false, false};
constexpr TypeInfo kYearType{"calendar year", "format.unit.none", "format.range.years", "2015", kWhole, false, false};
constexpr TypeInfo kLineType{"name of a cost line", "", "format.range.letters", "nights", kWritten, false, false};
constexpr TypeInfo kMeasureType{"measure", "", "format.range.measure", "households.acute", kWritten, false, false};
constexpr TypeInfo kObservedType{"observed value", "format.unit.measure", "format.range.from_0", "30.25", kQuantity};
constexpr TypeInfo kYesNoType{"yes or no", "", "yes, no", "yes", R"({"type":["boolean","string"]})", false};
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
constexpr TypeInfo kPeriodType{"period", "", "format.range.period", "2011-09-01 to 2014-09-01", kWritten, false};
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
constexpr TypeInfo kKindType{"kind of stage",
                             "",
                             "placement, apartment, waiting, exit",
                             "placement",
                             R"({"enum":["placement","apartment","waiting","exit"]})",
                             false,
                             false};
constexpr TypeInfo kAllocationType{"allocation",
                                   "",
                                   "queue, longest_homeless, children_first, costliest_first",
                                   "queue",
                                   R"({"enum":["queue","longest_homeless","children_first","costliest_first"]})",
                                   false};
constexpr TypeInfo kAdmissionType{"admission", "", "wait, without", "wait", R"({"enum":["wait","without"]})", false};
constexpr TypeInfo kRepeatType{
    "repeat", "", "once, episode, stage", "episode", R"({"enum":["once","episode","stage"]})", false, false};
constexpr TypeInfo kEndingType{
    "ending",
    "",
    "planned, own_effort, abandoned, notice, eviction, institution, deceased",
    "notice",
    R"({"enum":["planned","own_effort","abandoned","notice","eviction","institution","deceased"]})",
    false,
    false};
constexpr TypeInfo kDefinitionType{
    "definition of retention", "", "format.range.definition", "one_year", kWritten, false, false};
constexpr TypeInfo kCircumstanceType{"circumstance",
                                     "",
                                     "unsupported, supported, waiting, served",
                                     "waiting",
                                     R"({"enum":["unsupported","supported","waiting","served"]})",
                                     false,
                                     false};
constexpr TypeInfo kReachedType{"when reached", "", "report, refuse", "report", R"({"enum":["report","refuse"]})",
                                false};
constexpr TypeInfo kWeekdayType{"weekday", "", "format.range.weekday", "monday", R"({"type":["string","integer"]})",
                                false};

template <class M>
using Words = std::vector<std::pair<std::string, M>>;

template <class M>
M choose(const std::string& text, const Words<M>& words) {
  const std::string wanted = lower(tidy(text));
  std::vector<std::string> names;
  for (const auto& [word, meaning] : words) {
    if (word == wanted) return meaning;
    names.push_back(word);
  }
  throw Mistake(Phrase{"reader.choice",
                       {{"text", text},
                        {"names", listed(names)},
                        {"suggestion", nearest(wanted, names).empty() ? Phrase() : suggestion(wanted, names)}}});
}

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

unsigned weekday(const std::string& text) {
  static const Words<unsigned> kDays{
      {"monday", 1}, {"tuesday", 2}, {"wednesday", 3}, {"thursday", 4}, {"friday", 5}, {"saturday", 6}, {"sunday", 7},
      {"måndag", 1}, {"tisdag", 2},  {"onsdag", 3},    {"torsdag", 4},  {"fredag", 5}, {"lördag", 6},   {"söndag", 7},
      {"1", 1},      {"2", 2},       {"3", 3},         {"4", 4},        {"5", 5},      {"6", 6},        {"7", 7}};
  return choose(text, kDays);
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
const Value<bool> kSign{&kSignType, [](const Context&, const std::string& t) {
                          return choose<bool>(t, {{"plus", false}, {"minus", true}});
                        }};
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

const Value<models::StageKind> kStageKind{
    &kKindType, [](const Context&, const std::string& t) {
      using enum models::StageKind;
      return choose<models::StageKind>(
          t, {{"placement", Placement}, {"apartment", Apartment}, {"waiting", Waiting}, {"exit", Exit}});
    }};
const Value<models::Allocation> kAllocation{&kAllocationType, [](const Context&, const std::string& t) {
                                              using enum models::Allocation;
                                              return choose<models::Allocation>(t,
                                                                                {{"queue", Queue},
                                                                                 {"longest_homeless", LongestHomeless},
                                                                                 {"children_first", ChildrenFirst},
                                                                                 {"costliest_first", CostliestFirst}});
                                            }};
const Value<models::Admission> kAdmission{&kAdmissionType, [](const Context&, const std::string& t) {
                                            using enum models::Admission;
                                            return choose<models::Admission>(t, {{"wait", Wait}, {"without", Without}});
                                          }};
const Value<models::Repeat> kRepeat{
    &kRepeatType, [](const Context&, const std::string& t) {
      using enum models::Repeat;
      return choose<models::Repeat>(t, {{"once", Once}, {"episode", Episode}, {"stage", Stage}});
    }};
const Value<models::Ending> kEnding{&kEndingType, [](const Context&, const std::string& t) {
                                      using enum models::Ending;
                                      return choose<models::Ending>(t, {{"planned", Planned},
                                                                        {"own_effort", OwnEffort},
                                                                        {"abandoned", Abandoned},
                                                                        {"notice", Notice},
                                                                        {"eviction", Eviction},
                                                                        {"institution", Institution},
                                                                        {"deceased", Deceased}});
                                    }};
const Value<std::string> kDefinition{
    &kDefinitionType, [](const Context&, const std::string& t) -> std::string {
      const auto names = values_of(kDefinitionType);
      if (std::ranges::find(names, t) != names.end()) return t;
      throw Mistake(Phrase{"reader.definition", {{"name", t}, {"names", listed(names)}}});
    }};
const Value<models::Circumstance> kCircumstance{
    &kCircumstanceType, [](const Context&, const std::string& t) {
      using enum models::Circumstance;
      return choose<models::Circumstance>(
          t, {{"unsupported", Unsupported}, {"supported", Supported}, {"waiting", Waiting}, {"served", Served}});
    }};
const Value<models::WhenReached> kWhenReached{
    &kReachedType, [](const Context&, const std::string& t) {
      using enum models::WhenReached;
      return choose<models::WhenReached>(t, {{"report", Report}, {"refuse", Refuse}});
    }};
const Value<unsigned> kWeekday{&kWeekdayType, [](const Context&, const std::string& t) { return weekday(t); }};

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
  std::vector<std::string> values;
  if (&type == &kDefinitionType) {
    for (std::size_t i = 0; i < models::kRetentionDefinitions; ++i)
      values.emplace_back(models::retention_definitions()[i].name);
    return values;
  }
  if (&type == &kWeekdayType) return {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};
  const bool listed = std::string_view(type.schema).starts_with(R"({"enum":)") || &type == &kYesNoType;
  if (!listed) return values;
  std::istringstream range(type.range);  // which names them all
  for (std::string value; std::getline(range >> std::ws, value, ',');) values.push_back(value);
  return values;
}

}  // namespace trapphus::scenarios
