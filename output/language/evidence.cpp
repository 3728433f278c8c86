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

}  // namespace

std::string evidence_in_words(const models::Scenario& scenario, const models::Results& results, const Words& words) {
  const auto& inputs = scenario.inputs;
  const auto count = [&](const auto& holds) {
    return words.number(static_cast<double>(std::count_if(inputs.begin(), inputs.end(), holds)), 0);
  };
  return words("evidence.model",
               {{"all", words.number(static_cast<double>(inputs.size()), 0)},
                {"sourced", count([](const auto& input) { return !input.source.empty(); })},
                {"assumed", count([](const auto& input) { return input.source.empty() && !input.assumption.empty(); })},
                {"bare", count([](const auto& input) { return input.source.empty() && input.assumption.empty(); })},
                {"check", checked(results.check, words)}});
}

}  // namespace trapphus::output
