// SPDX-License-Identifier: MIT
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace trapphus::models {
struct Estimate;
struct Label;
struct LostRow;
struct Measure;
}  // namespace trapphus::models

/// JSON parts that several commands share.
namespace trapphus::output {

/// As a file: indented, a line break at the end. Bytes that are not UTF-8 (a path may hold them) become U+FFFD.
[[nodiscard]] std::string indented(const nlohmann::ordered_json& json);
/// In one line, without a line break.
[[nodiscard]] std::string in_one_line(const nlohmann::ordered_json& json);

/// JSON with more than 64 values in each other: to copy, write or compare it needs as many calls in each other.
class NestedTooDeeply : public std::runtime_error {
 public:
  NestedTooDeeply() : std::runtime_error("JSON is nested too deeply") {}
};
/// Reads JSON from outside. Throws nlohmann::json::parse_error, NestedTooDeeply.
[[nodiscard]] nlohmann::ordered_json parsed_json(std::string_view text);

/// null where there is no number.
[[nodiscard]] nlohmann::ordered_json number_json(double value);
[[nodiscard]] nlohmann::ordered_json text_or_null(const std::string& text);
[[nodiscard]] nlohmann::ordered_json numbers_json(const std::vector<double>& values);
/// {"sv", "en"}
[[nodiscard]] nlohmann::ordered_json label_json(const models::Label& label);
/// {"mean", "low", "high"}
[[nodiscard]] nlohmann::ordered_json estimate_json(const models::Estimate& estimate);
/// true, false, or null where no direction of the measure is better.
[[nodiscard]] nlohmann::ordered_json more_is_better_json(const models::Measure& measure);
/// [{"stage", "group", "cause", "days", "low", "high"}]; who waits outside has no stage.
[[nodiscard]] nlohmann::ordered_json lost_json(const std::vector<models::LostRow>& rows);

}  // namespace trapphus::output
