// SPDX-License-Identifier: MIT
#include "models/pathway/checks.hpp"

#include <algorithm>
#include <numeric>

#include "models/pathway/graph.hpp"
#include "models/staircase/scenario.hpp"

namespace trapphus::models {
namespace {

Findings find_all(const Settings& settings) {
  Findings findings;
  check_rules(settings, findings);
  check_names(settings, findings);
  check_groups(settings, findings);
  check_stages(settings, findings);
  check_moves(settings, findings);
  check_services(settings, findings);
  check_boards(settings, findings);
  check_reachable(settings, findings);
  check_ways_out(settings, findings);
  check_idle_teams(settings, findings);
  check_circular_waits(settings, findings);
  return findings;
}

bool same(const Found& a, const Found& b) {
  return a.finding.severity == b.finding.severity && a.finding.path == b.finding.path &&
         a.finding.phrase == b.finding.phrase;
}

bool contains(const std::vector<Found>& all, const Found& one) {
  return std::any_of(all.begin(), all.end(), [&one](const Found& other) { return same(one, other); });
}

/// The finding of an epoch as it counts for all of them; nothing where another epoch answers it.
std::optional<Finding> in_time(const Found& found, const std::vector<Findings>& by_epoch) {
  Finding finding = found.finding;
  if (found.persistence == Persistence::Closed) {
    const bool ever_since = std::all_of(by_epoch.begin(), by_epoch.end(),
                                        [&found](const Findings& epoch) { return contains(epoch.all(), found); });
    if (!ever_since) return std::nullopt;
  }
  if (found.persistence == Persistence::Stuck && !contains(by_epoch.back().all(), found)) {
    finding.severity = Finding::Severity::Warning;
    finding.phrase = {"pathway.until_later", {{"finding", finding.phrase}}};
  }
  return finding;
}

/// A pool is made when the period begins, or never: only the number of its units can change.
void check_limits(const std::vector<Epoch>& epochs, std::vector<Finding>& findings) {
  const auto& first = epochs.front().settings.stages;
  for (std::size_t i = 0; i < first.size(); ++i) {
    const auto changes = [&](const Epoch& epoch) {
      return epoch.settings.stages[i].units.has_value() != first[i].units.has_value();
    };
    const auto epoch = std::find_if(epochs.begin(), epochs.end(), changes);
    if (epoch == epochs.end()) continue;
    Finding finding{Finding::Severity::Error, path_of(first[i]) + ".units", {}};
    finding.phrase = {"pathway.units.limited_at_times",
                      {{"stage", first[i].name}, {"date", engine::to_string(epoch->from)}}};
    findings.push_back(std::move(finding));
  }
}

}  // namespace

void Findings::add(Finding::Severity severity, std::string path, Phrase phrase, Persistence persistence) {
  Found found{{severity, std::move(path), std::move(phrase)}, persistence};
  if (!contains(all_, found)) all_.push_back(std::move(found));
}

std::vector<Finding> check_pathway(const Settings& settings) {
  std::vector<Finding> findings;
  const Findings all = find_all(settings);
  for (const Found& found : all.all()) findings.push_back(found.finding);
  return findings;
}

std::vector<Finding> check_pathway(const std::vector<Epoch>& epochs) {
  std::vector<Findings> by_epoch;
  for (const Epoch& epoch : epochs) by_epoch.push_back(find_all(epoch.settings));
  std::vector<Finding> findings;
  for (std::size_t i = 0; i < epochs.size(); ++i) {
    for (const Found& found : by_epoch[i].all()) {
      if (i > 0 && found.persistence == Persistence::First) continue;
      const bool known = std::any_of(by_epoch.begin(), by_epoch.begin() + static_cast<std::ptrdiff_t>(i),
                                     [&found](const Findings& epoch) { return contains(epoch.all(), found); });
      std::optional<Finding> finding = known ? std::nullopt : in_time(found, by_epoch);
      if (!finding) continue;
      if (i > 0)
        finding->phrase = {"pathway.from", {{"finding", finding->phrase}, {"date", engine::to_string(epochs[i].from)}}};
      findings.push_back(std::move(*finding));
    }
  }
  check_limits(epochs, findings);
  return findings;
}

void check_reachable(const Settings& settings, Findings& findings) {
  std::vector<StageId> begin;
  for (std::size_t i = 0; i < settings.groups.size(); ++i) {
    const std::vector<StageId> some = first_stages(settings, GroupId(i));
    begin.insert(begin.end(), some.begin(), some.end());
  }
  const std::vector<bool> reached = reached_from(written_graph(settings), begin);
  for (std::size_t i = 0; i < settings.stages.size(); ++i) {
    if (reached[i]) continue;
    const Stage& stage = settings.stages[i];
    findings.error(path_of(stage), {"pathway.stage.nobody_comes", {{"stage", stage.name}}}, Persistence::Closed);
  }
  const auto home = [](const Stage& stage) { return stage.kind == StageKind::Exit && stage.home; };
  if (std::none_of(settings.stages.begin(), settings.stages.end(), home)) {
    findings.warning("stages", Phrase{"pathway.no_home"});
  }
}

const Stage& stage_of(const Settings& settings, StageId id) {
  return settings.stages[id.index()];
}

bool is_exit(const Settings& settings, StageId id) {
  return id.valid() && stage_of(settings, id).kind == StageKind::Exit;
}

double sum(const std::vector<Share>& shares) {
  return std::accumulate(shares.begin(), shares.end(), 0.0, [](double a, Share share) { return a + share.value(); });
}

std::string path_of(const Settings& settings, const Move& move) {
  const std::string path =
      "moves." + settings.stages[move.from.index()].name + "." + settings.stages[move.to.index()].name;
  return move.id.empty() ? path : path + "." + move.id;
}

std::string path_of(const Stage& stage) {
  return "stages." + stage.name;
}

Phrase percent(double share) {
  return {"pathway.percent", {{"share", share * 100}}};
}

}  // namespace trapphus::models
