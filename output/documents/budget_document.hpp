// SPDX-License-Identifier: MIT
#pragma once

#include "output/documents/document.hpp"
#include "output/language/language.hpp"
#include "scenarios/studies/budget_figures.hpp"

namespace trapphus::output {

/// All sections of the city's application form, in its order: the applicant's own words where the scenario has them and
/// a prompt where it has not, with the figures that support them.
[[nodiscard]] Document budget_document(const scenarios::BudgetFigures& figures, const Words& words);

}  // namespace trapphus::output
