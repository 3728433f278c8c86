// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "models/counts/retention.hpp"
#include "output/language/language.hpp"

namespace trapphus::models {
struct Settings;
}  // namespace trapphus::models

/// What measures, units and cost lines are called in the reader's language.
namespace trapphus::output {

/// "Hushåll i akutboende"; a measure that is not known keeps its name.
[[nodiscard]] std::string measure_in_words(const Words& words, std::string_view measure,
                                           const models::Settings& settings);
/// "kr per månad"; a unit that is not known is kept.
[[nodiscard]] std::string unit_in_words(const Words& words, std::string_view unit);
/// The label of the thing of this name in the reader's language, else its name; nothing where there is no such thing.
template <class Things>
[[nodiscard]] std::optional<std::string> label_among(const Words& words, const Things& things, std::string_view name) {
  for (const auto& thing : things) {
    if (thing.name == name) return words.called(thing.label, thing.name);
  }
  return std::nullopt;
}

/// A stage, service, team or ceiling: its label, else its name.
[[nodiscard]] std::string thing_in_words(const Words& words, std::string_view name, const models::Settings& settings);
/// What a definition of retention counts: "Of all tenants ever, ...".
[[nodiscard]] std::string meaning_in_words(const Words& words, const models::RetentionDefinition& definition);
/// A cost line, or "grant:NAME".
[[nodiscard]] std::string line_in_words(const Words& words, const std::string& line, const models::Settings& settings);

}  // namespace trapphus::output
