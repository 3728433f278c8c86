// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "models/staircase/application.hpp"
#include "models/staircase/evidence.hpp"
#include "models/staircase/profile.hpp"
#include "models/staircase/settings.hpp"

namespace trapphus::models {

/// The settings from a date on, until the next epoch begins. A timeline makes epochs; all have the same things in the
/// same order, only numbers differ.
struct Epoch {
  Time from;
  Settings settings;
};

/// A variant of a scenario, run with the same clients. Never without an epoch.
struct Alternative {
  std::string name;
  Label label;
  std::vector<Epoch> epochs;
  /// Another alternative, of which this is all but one part: the two together show what the part contributes. Such
  /// alternatives come last, and cases do not have them.
  std::string shows_part_of = {};
};

/// A named set of assumptions (low, high) under which every alternative is run as well.
struct Case {
  std::string name;
  Label label;
  std::vector<Alternative> alternatives;
};

/// How it goes on when the project is over. Each variant has all alternatives of the scenario, in its order, with its
/// own changes from the project's end on; the first alternative is the same in both.
struct Afterwards {
  Time to;  ///< Simulated up to here, exclusive.
  std::vector<Alternative> gone, permanent;
};

struct Scenario {
  std::string name;          ///< For readers of English, and where there is one text for all.
  Label label, description;  ///< For readers of each language; may be empty.
  std::string file, sha256;  ///< Path as given; of the file's bytes and of those that it extends.
  Time from, to;             ///< The period; `to` is exclusive.
  std::uint64_t seed = 1;
  int replications = 100;
  std::string precision_measure;          ///< What `--until` looks at.
  std::vector<std::string> headline;      ///< Measures for the summary; empty: a default choice.
  std::vector<Alternative> alternatives;  ///< At least one; the others are compared with the first.
  std::vector<Case> cases;
  std::vector<Observation> observations;
  std::vector<FreeInput> free;  ///< What a calibration fits.
  std::vector<Input> inputs;
  std::optional<Application> application;  ///< What an application for money says itself.
  std::optional<Afterwards> afterwards;
  TeamProfile profile;
  std::vector<SourceDocument> sources;
};

/// Names, labels and everything else that is the same in all alternatives and epochs.
[[nodiscard]] inline const Settings& first_settings(const Scenario& scenario) {
  return scenario.alternatives.front().epochs.front().settings;
}

}  // namespace trapphus::models
