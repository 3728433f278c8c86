// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>

#include "models/studies/comparison.hpp"
#include "output/language/language.hpp"
#include "output/language/wording.hpp"

/// The sentences of a comparison, for the terminal. Each text is empty or ends with a newline.
namespace trapphus::output {

inline constexpr std::size_t kComparisonWidth = 110;

/// Broken at spaces; what follows the first line is indented.
[[nodiscard]] std::string paragraph(const std::string& text, const std::string& indent = "");
/// Of a definition its name, which --definition takes. `settings`: of a scenario that has the measure.
[[nodiscard]] std::string short_name(const Words& words, const models::Measure& measure,
                                     const models::Settings& settings);
/// Which columns have no ranks, because the tenants have had unequal time.
[[nodiscard]] std::string not_comparable_text(const models::Comparison& comparison, const Words& words,
                                              const ComparedScenarios& scenarios);
/// What the last column of the decomposition is the effect of, for whom.
[[nodiscard]] std::string rest_text(const models::Comparison& comparison, const Words& words);
/// The organisations' answers: each question once, equal answers together.
[[nodiscard]] std::string answers_text(const models::Comparison& comparison, const Words& words);

}  // namespace trapphus::output
