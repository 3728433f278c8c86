// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace trapphus::models {
struct Results;
struct Scenario;
}  // namespace trapphus::models

namespace trapphus::output {

/// The stable contract for programs: version 1 of the results as JSON, indented, UTF-8. The same results give the same
/// bytes. Values that do not exist are null. Keys may be added within a version, never renamed or removed.
[[nodiscard]] std::string results_json(const models::Scenario& scenario, const models::Results& results);

}  // namespace trapphus::output
