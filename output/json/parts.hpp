// SPDX-License-Identifier: MIT
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

namespace trapphus::models {
struct Estimate;
struct LostRow;
}  // namespace trapphus::models

/// What the JSON of several commands has in common. Only for output/*.cpp.
namespace trapphus::output {

/// null where there is no number.
[[nodiscard]] nlohmann::ordered_json number_json(double value);
[[nodiscard]] nlohmann::ordered_json text_or_null(const std::string& text);
/// {"mean", "low", "high"}
[[nodiscard]] nlohmann::ordered_json estimate_json(const models::Estimate& estimate);
/// [{"stage", "group", "cause", "days", "low", "high"}]; who waits outside has no stage.
[[nodiscard]] nlohmann::ordered_json lost_json(const std::vector<models::LostRow>& rows);

}  // namespace trapphus::output
