// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "models/studies/bottleneck.hpp"
#include "output/language/number.hpp"

namespace trapphus::models {
struct Results;
struct Scenario;
}  // namespace trapphus::models

namespace trapphus::output {

/// results/<stem of the scenario's file>-<today>, relative to where the program runs.
[[nodiscard]] std::filesystem::path default_folder(const std::filesystem::path& scenario_file);

/// Writes summary.csv, monthly.csv, results.json, results.sqlite and report.html: either all are new or, where one of
/// them cannot be written, all are as they were. Returns their names. Throws CannotWrite.
std::vector<std::string> write_results(const std::filesystem::path& folder, const models::Scenario& scenario,
                                       const models::Results& results, CsvStyle style,
                                       const std::optional<models::Bottleneck>& bottleneck = {});

}  // namespace trapphus::output
