// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "engine/enum_table.hpp"
#include "models/staircase/phrase.hpp"

/// The pathway as a directed graph of stages and moves: what can be said of a staircase before anything runs.
namespace trapphus::models {

struct Epoch;
struct Settings;

/// Something wrong with, or worth knowing about, the pathway.
struct Finding {
  enum class Severity { Error, Warning } severity = Severity::Error;
  std::string path;  ///< Where in the scenario: "stages.hotel", "moves.hotel.training".
  Phrase phrase;     ///< What is wrong and what would be right.
};

/// What the staircase could do at most and would do in steady state, by theory and without simulation.
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
  /// Max-flow over the capacities, however many come; infinite: no limit. Units that are reserved for groups that never
  /// come count for nothing; of those that come each is taken to use what is reserved for it: an upper bound.
  double greatest_homes_per_year = 0;
  std::vector<std::string> bottleneck;  ///< The min-cut: "stage training (76 units)", "service debt_counselling".
  /// What lets few households through.
  struct Narrow {
    enum class Kind : std::uint8_t { Units, Support, Allotments, Service, SearchAlone } kind = Kind::Units;
    std::string name;   ///< Stage, or service.
    std::string other;  ///< Of a service its team, of a search alone the stage that it leads to; else empty.
    double amount = 0;  ///< Units, units allotted a year, or FTE; 0 for the other kinds.
    int idle = 0;       ///< Of the units those that are reserved for groups that never come.
    friend bool operator==(const Narrow&, const Narrow&) = default;
  };
  std::vector<Narrow> narrow;  ///< The bottleneck in parts that can be put into other words, in the same order.
  struct Expectation {
    std::string group;
    double days_to_home = 0;  ///< For those who get one; absorbing chain, no waiting. NaN: nobody.
    double share_home = 0;    ///< Who ever reach a home of their own without leaving otherwise.
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
/// These too, and errors of the way as a whole: a stage nobody can reach, no exit within reach of a stage, shares that
/// do not sum to 1, a wait that nothing can end. A wait for a post that is not filled is a warning, because
/// alternatives do that on purpose.
[[nodiscard]] std::vector<Finding> check_pathway(const Settings& settings);
/// The same over a timeline: a stage is unreachable only if no epoch leads there, and a wait that a later epoch ends is
/// a warning. What only begins later says its date.
[[nodiscard]] std::vector<Finding> check_pathway(const std::vector<Epoch>& epochs);

/// Assumes: nobody waits for units or staff; services take no time; search work is done where somebody works on it;
/// risks have their base rates; of households at risk the share `without` becomes acute; boards meet once a week.
/// A plan that can never be carried out (no unit, nobody who works on what it requires) never ends its stay.
/// Means something only where check_pathway finds no error.
[[nodiscard]] PathwayLimits pathway_limits(const Settings& settings);

}  // namespace trapphus::models
