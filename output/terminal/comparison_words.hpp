// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>

#include "models/studies/comparison.hpp"
#include "output/language/language.hpp"

/// The sentences of a comparison, for the terminal. Each text is empty or ends with a newline.
namespace trapphus::output {

inline constexpr std::size_t kComparisonWidth = 110;

/// Broken at spaces; what follows the first line is indented.
[[nodiscard]] std::string paragraph(const std::string& text, const std::string& indent = "");
/// The scenario, with the alternative where all of them are shown.
[[nodiscard]] std::string name_in(const Words& words, const models::ComparedRow& row);
/// Of a definition its name, which --definition takes.
[[nodiscard]] std::string short_name(const Words& words, const models::Measure& measure);
/// Which columns have no ranks, because the tenants have had unequal time.
[[nodiscard]] std::string not_comparable_text(const models::Comparison& comparison, const Words& words);
/// What the last column of the decomposition is the effect of, for whom.
[[nodiscard]] std::string rest_text(const models::Comparison& comparison, const Words& words);
/// The organisations' answers: each question once, equal answers together.
[[nodiscard]] std::string answers_text(const models::Comparison& comparison, const Words& words);

}  // namespace trapphus::output
