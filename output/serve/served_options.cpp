// SPDX-License-Identifier: MIT
#include "output/serve/served_options.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>
#include <utility>

#include "output/serve/refused.hpp"

namespace trapphus::output {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t kLongestText = 200, kMostSelected = 100;

std::int64_t most_served(const Option& option) {
  return std::min(option.high, kMostServedReplications);
}

/// Whether a request may have the option: no paths of this computer, no options of the command line only.
bool is_served(const Option& option) {
  return option.given != GivenAt::CommandLine && option.type != OptionType::File && option.type != OptionType::Folder &&
         option.type != OptionType::Target;
}

const Option* find_served(const Study& study, std::string_view name) {
  const auto found = std::ranges::find_if(
      study.options, [name](const Option& option) { return option.name == name && is_served(option); });
  return found == study.options.end() ? nullptr : &*found;
}

bool is_text(const Json& value) {
  return value.is_string() && value.get_ref<const std::string&>().size() <= kLongestText;
}
bool is_list(const Json& value, bool (*is_item)(const Json&)) {
  return value.is_array() && value.size() <= kMostSelected && std::all_of(value.begin(), value.end(), is_item);
}
bool is_range(const Json& value) {
  return value.is_object() && value.size() == 2 && value.contains("path") && value.contains("range") &&
         is_text(value["path"]) && is_text(value["range"]);
}
bool is_whole(const Json& value, std::int64_t low, std::int64_t high) {
  return value.is_number_unsigned() && value.get<std::uint64_t>() >= static_cast<std::uint64_t>(low) &&
         value.get<std::uint64_t>() <= static_cast<std::uint64_t>(high);
}

/// Names of the options' types in the page.
std::string_view type_name(OptionType type) {
  switch (type) {
    case OptionType::Whole:
      return "whole";
    case OptionType::Seed:
      return "seed";
    case OptionType::Share:
      return "share";
    case OptionType::Flag:
      return "flag";
    case OptionType::Choice:
      return "choice";
    case OptionType::Ranges:
      return "ranges";
    case OptionType::Settings:
      return "settings";
    case OptionType::Files:
      return "scenarios";
    case OptionType::Names:
      return "names";
    case OptionType::Text:
    case OptionType::File:
    case OptionType::Folder:
    case OptionType::Target:
      break;
  }
  return "text";
}

/// Absent if the value is not valid for the option.
std::optional<OptionValues::Value> value_in(const Option& option, const Json& value) {
  switch (option.type) {
    case OptionType::Whole:
      if (is_whole(value, option.low, most_served(option))) return value.get<std::int64_t>();
      break;
    case OptionType::Seed:
      if (value.is_number_unsigned()) return value.get<std::uint64_t>();
      break;
    case OptionType::Share:
      if (value.is_number() && value.get<double>() > 0 && value.get<double>() < 1) return value.get<double>();
      break;
    case OptionType::Flag:
      if (value.is_boolean()) return value.get<bool>();
      break;
    case OptionType::Choice:
      if (is_text(value) && std::ranges::find(option.choices, value.get<std::string>()) != option.choices.end())
        return value.get<std::string>();
      break;
    case OptionType::Files:
    case OptionType::Names:
      if (is_list(value, is_text)) return value.get<OptionValues::Texts>();
      break;
    case OptionType::Ranges:
      if (is_list(value, is_range)) {
        OptionValues::Assignments ranges;
        for (const Json& range : value) ranges.push_back({range["path"], range["range"]});
        return ranges;
      }
      break;
    case OptionType::Text:
      if (is_text(value)) return value.get<std::string>();
      break;
    case OptionType::Settings:
    case OptionType::File:
    case OptionType::Folder:
    case OptionType::Target:
      break;
  }
  return std::nullopt;
}

Json option_json(const Option& option) {
  Json json = {{"name", option.name}, {"type", type_name(option.type)}};
  if (option.type == OptionType::Whole) {
    json["low"] = option.low;
    json["high"] = most_served(option);
  }
  if (!option.choices.empty()) json["choices"] = option.choices;
  if (option.required) json["required"] = true;
  if (option.looked_at) json["looked_at"] = true;
  return json;
}

}  // namespace

void check_options(const Study& study, const Json& options) {
  if (!options.is_object()) throw Refused(400, "refused.option", "options");
  for (const auto& [key, value] : options.items()) {
    const Option* option = find_served(study, key);
    if (option == nullptr || !value_in(*option, value))
      throw Refused(400, "refused.option", key.substr(0, kLongestText));
  }
  for (const Option& option : study.options) {
    const std::string name(option.name);
    if (option.required && is_served(option) && (!options.contains(name) || options[name].empty()))
      throw Refused(400, "refused.option", name);
  }
}

OptionValues option_values(const Study& study, const Json& options) {
  OptionValues values;
  for (const auto& [key, value] : options.items())
    if (const Option* option = find_served(study, key))
      if (auto found = value_in(*option, value)) values.set(key, std::move(*found));
  return values;
}

Json studies_json() {
  Json list = Json::array();
  for (const Study& study : studies()) {
    Json options = Json::array();
    for (const Option& option : study.options)
      if (is_served(option)) options.push_back(option_json(option));
    list.push_back(
        {{"name", study.name}, {"several", study.takes_several()}, {"needs", study.needs}, {"options", options}});
  }
  return list;
}

}  // namespace trapphus::output
