// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>

#include "models/runs/run.hpp"
#include "output/language/localized_error.hpp"
#include "scenarios/reading/reader.hpp"

/// From what was typed on the command line to values. Everything throws UsageError, whose message names the option,
/// what was found and what is valid.
namespace trapphus::output {

/// A whole number between the two, inclusive.
[[nodiscard]] std::int64_t whole_number(const std::string& option, const std::string& text, std::int64_t low,
                                        std::int64_t high);
/// 0 .. 2^64 - 1.
[[nodiscard]] std::uint64_t seed_value(const std::string& text);
/// "2%", "0.5 %" or "0.02"; more than 0 and less than 100 %. As a share.
[[nodiscard]] double precision_value(const std::string& text);
[[nodiscard]] models::KernelChoice kernel_value(const std::string& text);
[[nodiscard]] models::CheckChoice check_value(const std::string& text);
/// "staff.project.fte=2": the value may contain further "=".
[[nodiscard]] scenarios::Override override_value(const std::string& text);
/// "staff.project.fte=1..5": a path and its range.
[[nodiscard]] scenarios::Override free_value(const std::string& text);

}  // namespace trapphus::output
