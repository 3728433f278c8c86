// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "models/staircase/application.hpp"
#include "models/staircase/evidence.hpp"
#include "models/staircase/phrase.hpp"
#include "models/staircase/profile.hpp"
#include "models/staircase/settings.hpp"

namespace trapphus::models {

/// The settings from a date until the next epoch. Epochs come from the timeline; they have the same objects in the same
/// order and differ in numbers only.
struct Epoch {
  Time from;
  Settings settings;
  /// Stages whose units the timeline sets at this date: to the number of the settings, whatever allotments, losses and
  /// takeovers have made of them. Elsewhere the difference to the epoch before is added.
  std::vector<StageId> sets_units = {};
};

/// Those of a group who come into a stage with the same values of the attributes that decide on ways and services.
struct Comers {
  std::uint64_t attributes = 0;  ///< One bit per attribute.
  double share = 0;              ///< Of those who come.
  /// By service: the share that has finished it in an earlier stage, because the way here requires it.
  std::vector<double> done{};
};

/// A wait for what is never granted, in seconds.
inline constexpr double kWaitWithoutEnd = 1e12;

/// What holds before the period, when the households came that live in a stage at its beginning.
struct History {
  Settings settings;
  /// By row of Settings::initial: mean wait, in seconds, of a household that has done all for a stage that is full.
  std::vector<double> waits;
  std::uint64_t deciding = 0;                 ///< The attributes in which Comers differ, one bit each.
  std::vector<std::vector<Comers>> comers{};  ///< By row.
};

/// A variant of a scenario, run with the same clients. Has at least one epoch.
struct Alternative {
  std::string name;
  Label label;
  std::vector<Epoch> epochs;
  /// Name of the alternative of which this is all but one part; their difference is the contribution of the part. Such
  /// alternatives come last and are absent from cases.
  std::string shows_part_of = {};
  /// That of the first alternative, because variants differ from the period's beginning on; null: its own first epoch.
  std::shared_ptr<const History> history = {};
};

/// Whether something holds at any time of the alternative.
template <class Holds>
[[nodiscard]] bool ever(const Alternative& alternative, const Holds& holds) {
  return std::any_of(alternative.epochs.begin(), alternative.epochs.end(),
                     [&](const Epoch& epoch) { return holds(epoch.settings); });
}

/// A named set of assumptions (low, high) under which all alternatives are run.
struct Case {
  std::string name;
  Label label;
  std::vector<Alternative> alternatives;
};

/// Continuations after the end of the project. Each variant has all alternatives of the scenario, in its order, with
/// the variant's changes from the project's end; the first alternative is the same in both.
struct Afterwards {
  Time to;  ///< Simulated up to here, exclusive.
  std::vector<Alternative> gone, permanent;
};

/// What was read as it stands, though it may not be meant: for a warning.
struct Notice {
  std::string path;  ///< Where in the scenario.
  Phrase phrase;
  friend bool operator==(const Notice&, const Notice&) = default;
};

struct Scenario {
  std::string name;          ///< In English, and where only a single text is possible.
  Label label, description;  ///< By language; may be empty.
  std::string file, sha256;  ///< Path as given; of the file's bytes and of those that it extends.
  Time from, to;             ///< The period; `to` is exclusive.
  std::uint64_t seed = 1;
  int replications = 100;
  std::string precision_measure;          ///< Measure whose precision `--until` limits.
  std::vector<std::string> headline;      ///< Measures for the summary; empty: a default choice.
  std::vector<Alternative> alternatives;  ///< At least one; the others are compared with the first.
  std::vector<Case> cases;
  std::vector<Observation> observations;
  std::vector<FreeInput> free;  ///< Inputs that a calibration fits.
  std::vector<Input> inputs;
  std::optional<Application> application;  ///< Entered parts of an application for money.
  std::optional<Afterwards> afterwards;
  TeamProfile profile;
  std::vector<SourceDocument> sources;
  std::vector<Notice> notices;   ///< Of how the text was read.
  std::vector<Notice> warnings;  ///< Of the staircase that it describes.
};

/// The source of everything that is equal in all alternatives and epochs, such as names and labels.
[[nodiscard]] inline const Settings& first_settings(const Scenario& scenario) {
  return scenario.alternatives.front().epochs.front().settings;
}

}  // namespace trapphus::models
