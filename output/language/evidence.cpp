// SPDX-License-Identifier: MIT
#include "output/language/evidence.hpp"

#include <algorithm>

#include "models/runs/results.hpp"
#include "models/staircase/scenario.hpp"

namespace trapphus::output {
namespace {

std::string checked(const models::Check& check, const Words& words) {
  if (!check.ran) return words(check.crowded > 0 ? "check.too_large" : "check.off");
  if (!check.equal) return words("check.differs");
  const PhraseField version{"version", check.version},
      events{"events", words.number(static_cast<double>(check.events), 0)};
  if (check.whole) return words("check.equal", {version, events});
  return words("check.partly", {version, events, {"until", engine::to_string(check.until).substr(0, 10)}});
}

std::string how_changed(const std::string& was, const Words& words) {
  return was.empty() ? words("changed.set") : words("changed.from", {{"was", was}});
}

}  // namespace

std::string assumption_in_words(const models::Input& input, const Words& words) {
  if (!input.was) return input.assumption;
  const std::string changed = how_changed(*input.was, words);
  return input.assumption.empty() ? changed : changed + "; " + input.assumption;
}

std::string changes_in_words(const models::Scenario& scenario, const Words& words) {
  std::string list;
  for (const auto& input : scenario.inputs) {
    if (!input.was) continue;
    list += list.empty() ? "" : "; ";
    list +=
        words("changed.input", {{"path", input.path}, {"value", input.value}, {"how", how_changed(*input.was, words)}});
  }
  return list.empty() ? list : words("changed.all", {{"list", list}});
}

std::string evidence_in_words(const models::Scenario& scenario, const models::Results& results, const Words& words) {
  const auto& inputs = scenario.inputs;
  const auto count = [&](const auto& holds) {
    return words.number(static_cast<double>(std::count_if(inputs.begin(), inputs.end(), holds)), 0);
  };
  return words("evidence.model",
               {{"all", words.number(static_cast<double>(inputs.size()), 0)},
                {"sourced", count([](const auto& input) { return !input.source.empty(); })},
                {"assumed", count([](const auto& input) { return is_assumed(input); })},
                {"bare", count([](const auto& input) { return input.source.empty() && !is_assumed(input); })},
                {"check", checked(results.check, words)}});
}

}  // namespace trapphus::output
