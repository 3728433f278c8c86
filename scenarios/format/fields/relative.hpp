// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "scenarios/format/fields/field.hpp"
#include "scenarios/format/yaml/document.hpp"

/// Changes of whatever holds: "+10 %", "-0.5", "+200 SEK/month". They stand where a value is changed (`change`,
/// `timeline`, alternatives, cases, `--set`), and become plain values there.
namespace trapphus::scenarios {

/// The number that a text means, in a unit of the type's own; throws Mistake.
using Reading = double (*)(const std::string& text);
/// Of a number that may take any value within a range; null for other types, also for counts, which are whole.
[[nodiscard]] Reading reading_of(const TypeInfo* type);

/// Whether a text begins with a sign that a number follows.
[[nodiscard]] bool is_relative(std::string_view text);
/// Whether it is a share of what holds ("+10 %"), not an addition. Of a relative text.
[[nodiscard]] bool is_percentage(std::string_view text);
/// Whether it adds percentage points ("+5 pp"). Of a relative text.
[[nodiscard]] bool is_points(std::string_view text);
/// Whether a value, bare or with its source, or that of any group, is a relative change.
[[nodiscard]] bool is_relative(const Node& value);

/// The value after a relative change, as a text. A percentage is one of what holds, of shares too (10 % more than 20 %
/// are 22 %; "+10 pp" adds percentage points), and scales the times or hours of a distribution. Throws Mistake: below
/// zero, a fraction of a whole number, another unit, or an addition to what is no single number.
[[nodiscard]] std::string changed(const TypeInfo& type, const std::string& value, std::string_view change);

/// `value`, with each relative change in it applied to what `before` has in its place, or to `fallback` (empty: there
/// is no default). Throws Mistake.
[[nodiscard]] Node changed(const TypeInfo& type, const Node* before, const std::string& fallback, const Node& value);

}  // namespace trapphus::scenarios
