// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "models/scenario.hpp"

/// What things are called when people read about them.
namespace trapphus::output {

/// The English label, else the Swedish one, else the name.
[[nodiscard]] std::string called(const models::Label& label, const std::string& name);

/// A measure in words: "households.acute" -> "Households in acute housing". Unknown measures keep their name.
[[nodiscard]] std::string in_words(std::string_view measure, const models::Settings& settings);

/// What a household waits for, by the name of the cause: "pool:training" -> "a free unit, Training apartment".
[[nodiscard]] std::string cause_in_words(std::string_view cause, const models::Settings& settings);

/// The label of the stage of this name; the name where there is none.
[[nodiscard]] std::string stage_in_words(std::string_view stage, const models::Settings& settings);

/// How a unit is shown, and what values are multiplied with for it: shares become per cent.
struct ShownUnit {
  std::string text;
  double factor = 1;
};
[[nodiscard]] ShownUnit shown(const std::string& unit);

/// "2011-09 to 2011-12" for whole calendar months, "2011-09-01 to 2011-12-15" (last day included) otherwise.
[[nodiscard]] std::string dates(models::Time from, models::Time to);

/// Calendar months between the two; fractions of mean months where they are not whole.
[[nodiscard]] double months(models::Time from, models::Time to);

}  // namespace trapphus::output
