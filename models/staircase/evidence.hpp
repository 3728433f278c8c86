// SPDX-License-Identifier: MIT
#pragma once

#include <limits>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "engine/time.hpp"
#include "models/staircase/names.hpp"

/// What the numbers of a scenario rest on.
namespace trapphus::models {

using engine::Time;

/// An observed value of a measure, or (without a value) a quantity to forecast.
struct Observation {
  std::string measure;
  GroupId group;                                            ///< Invalid: all groups.
  Time from, to;                                            ///< `to` is exclusive.
  double value = std::numeric_limits<double>::quiet_NaN();  ///< NaN: not measured, a forecast.
  std::optional<double> uncertainty;  ///< Standard error of the observation, in the measure's unit.
  std::string alternative;            ///< The alternative that was realised.
  std::string source, assumption;
  std::optional<int> of = std::nullopt;  ///< Denominator of an observed share: of 12 tenants.
};

/// A number that a calibration may fit, and its bounds.
struct FreeInput {
  std::string path;       ///< moves.hotel.own_home.alone
  std::string value;      ///< As the scenario has it: 1.67/year
  std::string low, high;  ///< The range as written.
  std::string unit;       ///< In which the range is written: "/year", "%", "SEK/month"; empty for a plain number.
  double start = 0, lowest = 0, highest = 0;  ///< The value and the range in that unit; lowest < highest.
  double step = 0;                            ///< The value is a multiple of it (money: an öre); 0: any value.
};

/// A number of the scenario as written, with its provenance.
struct Input {
  std::string path;   ///< stages.hotel.price
  std::string value;  ///< 585 SEK/day
  std::string source, assumption;
  std::string low, high;  ///< Its range, where an assumption has one.
  std::string file;
  int line = 0;
  std::optional<std::string> was = {};  ///< The value before somebody changed it; empty: there was none.
};

/// What has no source, but a reason, or was changed by hand.
[[nodiscard]] inline bool is_assumed(const Input& input) {
  return input.source.empty() && (!input.assumption.empty() || input.was.has_value());
}

/// Notes in `after` what was another value, or none, in `before`. Inputs are told apart by their paths.
void note_changes(std::vector<Input>& after, std::span<const Input> before);

/// A document that inputs refer to by a short name.
struct SourceDocument {
  std::string name, text;
};

}  // namespace trapphus::models
