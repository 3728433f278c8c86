// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "engine/enum_table.hpp"
#include "models/staircase/phrase.hpp"

/// Analysis of the pathway, a directed graph of stages and moves, without simulation.
namespace trapphus::models {

struct Epoch;
struct Settings;

/// An error in the pathway, or a warning.
struct Finding {
  enum class Severity { Error, Warning } severity = Severity::Error;
  std::string path;  ///< Where in the scenario: "stages.hotel", "moves.hotel.training".
  Phrase phrase;     ///< What is wrong and what would be right.
};

/// Upper bounds and steady state of a staircase, by queueing theory.
struct PathwayLimits {
  struct Flow {
    std::string name;      ///< Stage, or "from -> to".
    double per_year = 0;   ///< Households, in steady state and with no waiting for units or staff.
    double days = 0;       ///< Mean time in the stage (stages only).
    double occupancy = 0;  ///< Little's law: per_year x days (stages only).
    double capacity = -1;  ///< Households a year that its units or staff can serve at most; -1: no limit.
  };
  std::vector<Flow> stages, moves, services;
  double homes_per_year = 0;  ///< In steady state, without limits.
  /// Maximum flow over the capacities, for any number of arrivals; infinite: no limit. Units reserved for groups that
  /// never arrive are not counted; each other group is taken to use its reserve: an upper bound.
  double greatest_homes_per_year = 0;
  std::vector<std::string> bottleneck;  ///< The min-cut: "stage training (76 units)", "service debt_counselling".
  /// An edge of the minimum cut.
  struct Narrow {
    enum class Kind : std::uint8_t { Units, Support, Allotments, Service, SearchAlone } kind = Kind::Units;
    std::string name;   ///< Stage, or service.
    std::string other;  ///< Of a service its team, of a search alone the stage that it leads to; else empty.
    double amount = 0;  ///< Units, units allotted a year, or FTE; 0 for the other kinds.
    int idle = 0;       ///< Number of units reserved for groups that never arrive.
    friend bool operator==(const Narrow&, const Narrow&) = default;
  };
  std::vector<Narrow> narrow;  ///< `bottleneck` as data, in the same order.
  struct Expectation {
    std::string group;
    double days_to_home = 0;  ///< Given a home; absorbing chain without waiting. NaN: no home.
    double share_home = 0;    ///< Probability of reaching a home before any other exit.
    double cost_to_exit = 0;  ///< SEK from arrival to any exit.
  };
  std::vector<Expectation> expectations;
};

inline constexpr auto kNarrowKinds =
    engine::enum_table<PathwayLimits::Narrow::Kind>({{PathwayLimits::Narrow::Kind::Units, "units"},
                                                     {PathwayLimits::Narrow::Kind::Support, "support"},
                                                     {PathwayLimits::Narrow::Kind::Allotments, "allotments"},
                                                     {PathwayLimits::Narrow::Kind::Service, "service"},
                                                     {PathwayLimits::Narrow::Kind::SearchAlone, "alone"}});

/// Errors of single things: shares that do not sum to 1, a move from an exit, a longest stay that nothing follows...
/// Ids may be invalid, except those of what a move or an initial household is made of.
[[nodiscard]] std::vector<Finding> check_rules(const Settings& settings);
/// These too, and errors of the way as a whole: an unreachable stage, no exit within reach of a stage, shares that
/// do not sum to 1. A wait that nothing can end, for a unit or for work, is a warning: households wait until the end,
/// which is the answer where apartments are closed or a post is vacant.
[[nodiscard]] std::vector<Finding> check_pathway(const Settings& settings);
/// The same over a timeline: a stage is unreachable only if it is so in all epochs, and a wait that a later epoch ends
/// is a warning. Findings of later epochs contain the date.
[[nodiscard]] std::vector<Finding> check_pathway(const std::vector<Epoch>& epochs);

/// A warning if nobody lives anywhere at the beginning although stages would be full in steady state: the simulated
/// period then shows how they fill up. Precondition: check_pathway reports no error.
[[nodiscard]] std::vector<Finding> check_start(const Settings& settings);

/// Assumes: no waiting for units or staff; services take no time; search work is done where its team has hours; risks
/// have their base rates; of households at risk the share `without` becomes acute; boards meet once a week. A plan that
/// cannot be carried out (no unit, no staff for a required service) never ends its stay. Precondition: check_pathway
/// reports no error.
[[nodiscard]] PathwayLimits pathway_limits(const Settings& settings);

}  // namespace trapphus::models
