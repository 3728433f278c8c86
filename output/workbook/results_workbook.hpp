// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <vector>

#include "output/language/language.hpp"
#include "output/workbook/workbook.hpp"

namespace trapphus::models {
struct Results;
struct Scenario;
}  // namespace trapphus::models

namespace trapphus::output {

/// A run as sheets: summary, monthly, costs, flows, inputs, method.
[[nodiscard]] std::vector<Sheet> results_sheets(const models::Scenario& scenario, const models::Results& results,
                                                const Words& words);

/// The sheets as an Excel workbook; the same run makes the same bytes. Not atomic: for a temporary file. Throws
/// CannotWrite.
void write_results_workbook(const std::filesystem::path& file, const models::Scenario& scenario,
                            const models::Results& results, const Words& words);

}  // namespace trapphus::output
