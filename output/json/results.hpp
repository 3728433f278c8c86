// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <nlohmann/json_fwd.hpp>
#include <string>

namespace trapphus::models {
struct Results;
struct Scenario;
}  // namespace trapphus::models

namespace trapphus::output {

/// The stable contract for programs: version 1 of the results as JSON, indented, UTF-8. The same results give the same
/// bytes. Values that do not exist are null. Keys may be added within a version, never renamed or removed.
[[nodiscard]] std::string results_json(const models::Scenario& scenario, const models::Results& results);

/// How much of it: everything, or what the viewer in output/web shows. That is without units, tertials, intervals of
/// series and most months of single groups, which would make the report of a scenario with many alternatives four times
/// as large, but with the 5th and 95th percentile beside each monthly series.
enum class Extent : std::uint8_t { All, Viewer };
[[nodiscard]] nlohmann::ordered_json results_object(const models::Scenario& scenario, const models::Results& results,
                                                    Extent extent);

}  // namespace trapphus::output
