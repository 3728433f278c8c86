// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "models/pathway/pathway.hpp"
#include "models/pathway/ways.hpp"

/// The parts of check_pathway().
namespace trapphus::models {

/// Validity of a finding over the epochs of a timeline.
enum class Persistence : std::uint8_t {
  Always,  ///< An error in any epoch.
  Closed,  ///< An error only if it holds in every epoch: unreachable.
  Stuck,   ///< An error only if it holds in the last epoch; before, households wait for a date.
  First    ///< Of the first epoch only: of those who live there when the period begins.
};

struct Found {
  Finding finding;
  Persistence persistence = Persistence::Always;
};

class Findings {
 public:
  void error(std::string path, Phrase phrase, Persistence persistence = Persistence::Always) {
    add(Finding::Severity::Error, std::move(path), std::move(phrase), persistence);
  }
  void warning(std::string path, Phrase phrase, Persistence persistence = Persistence::Always) {
    add(Finding::Severity::Warning, std::move(path), std::move(phrase), persistence);
  }
  [[nodiscard]] const std::vector<Found>& all() const { return all_; }

 private:
  /// Ignores duplicates, which several profiles or groups can cause.
  void add(Finding::Severity severity, std::string path, Phrase phrase, Persistence persistence);
  std::vector<Found> all_;
};

/// What each thing must satisfy by itself.
void check_rules(const Settings& settings, Findings& findings);
void check_names(const Settings& settings, Findings& findings);
void check_groups(const Settings& settings, Findings& findings);
void check_stages(const Settings& settings, Findings& findings);
void check_moves(const Settings& settings, Findings& findings);
void check_services(const Settings& settings, Findings& findings);
void check_boards(const Settings& settings, Findings& findings);
/// Every stage is reachable, and a home is among the exits.
void check_reachable(const Settings& settings, Findings& findings);
/// Teams with hours that no service, support or follow-up asks for.
void check_idle_teams(const Settings& settings, Findings& findings);
/// Plans that lead round between full stages: each household waits for what another keeps.
void check_circular_waits(const Settings& settings, Findings& findings);
/// From every stage an exit is reachable, for every profile.
void check_ways_out(const Settings& settings, Findings& findings);

[[nodiscard]] const Stage& stage_of(const Settings& settings, StageId id);
/// False where the id is not valid.
[[nodiscard]] bool is_exit(const Settings& settings, StageId id);
[[nodiscard]] double sum(const std::vector<Share>& shares);

/// "moves.hotel.training", with the id where it has one.
[[nodiscard]] std::string path_of(const Settings& settings, const Move& move);
[[nodiscard]] std::string path_of(const Stage& stage);
/// "20 %"
[[nodiscard]] Phrase percent(double share);
/// Shares sum to 1 within this.
inline constexpr double kShareTolerance = 1e-9;

}  // namespace trapphus::models
