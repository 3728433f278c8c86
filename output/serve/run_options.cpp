// SPDX-License-Identifier: MIT
#include "output/serve/run_options.hpp"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>

#include "output/serve/refused.hpp"

namespace trapphus::output {
namespace {

using Json = nlohmann::ordered_json;
using Check = bool (*)(const Json&);

constexpr std::size_t kLongestText = 200, kMostNames = 100;

bool is_text(const Json& value) {
  return value.is_string() && value.get_ref<const std::string&>().size() <= kLongestText;
}
bool is_flag(const Json& value) {
  return value.is_boolean();
}
bool is_seed(const Json& value) {
  return value.is_number_unsigned();
}
bool is_count(const Json& value) {
  return value.is_number_unsigned() && value.get<std::uint64_t>() >= 2 &&
         value.get<std::uint64_t>() <= static_cast<std::uint64_t>(kMostServedReplications);
}
bool is_names(const Json& value) {
  return value.is_array() && value.size() <= kMostNames && std::all_of(value.begin(), value.end(), is_text);
}
bool is_free(const Json& value) {
  return value.is_array() && value.size() <= kMostNames && std::all_of(value.begin(), value.end(), [](const Json& one) {
           return one.is_object() && one.size() == 2 && one.contains("path") && one.contains("range") &&
                  is_text(one["path"]) && is_text(one["range"]);
         });
}

const std::map<std::string, std::map<std::string, Check>>& known_options() {
  static const std::map<std::string, std::map<std::string, Check>> kKnown{
      {"run", {{"replications", is_count}, {"seed", is_seed}, {"quick", is_flag}, {"check", is_flag}}},
      {"bottleneck", {{"measure", is_text}, {"alternative", is_text}, {"replications", is_count}}},
      {"calibrate", {{"free", is_free}, {"replications", is_count}, {"evaluations", is_count}}},
      {"compare",
       {{"scenarios", is_names},
        {"measures", is_names},
        {"definition", is_text},
        {"alternatives", is_flag},
        {"replications", is_count}}},
      {"budget", {{"alternative", is_text}, {"replications", is_count}}}};
  return kKnown;
}

}  // namespace

void check_run_options(const std::string& kind, const Json& options) {
  const auto known = known_options().find(kind);
  if (known == known_options().end()) throw Refused(400, "refused.kind", kind.substr(0, kLongestText));
  if (!options.is_object()) throw Refused(400, "refused.option", "options");
  for (const auto& [key, value] : options.items()) {
    const auto check = known->second.find(key);
    if (check == known->second.end() || !check->second(value))
      throw Refused(400, "refused.option", key.substr(0, kLongestText));
  }
  if (kind == "compare" && (!options.contains("scenarios") || options["scenarios"].empty()))
    throw Refused(400, "refused.option", "scenarios");
}

}  // namespace trapphus::output
