// SPDX-License-Identifier: MIT
#include "models/staircase/cause.hpp"

#include <algorithm>
#include <stdexcept>

#include "models/staircase/settings.hpp"

namespace trapphus::models {

CauseTable::CauseTable(const Settings& settings) {
  const auto add = [this](CauseKind kind, const std::string& prefix, const auto& things) {
    begin(kind);
    for (const auto& thing : things) names_.push_back(prefix + thing.name);
  };
  const auto add_one = [this](CauseKind kind, const char* name) {
    begin(kind);
    names_.emplace_back(name);
  };
  add_one(CauseKind::Rule, "rule");
  add(CauseKind::Service, "service:", settings.services);
  add(CauseKind::Vacancy, "vacancy:", settings.teams);
  add(CauseKind::Support, "support:", settings.teams);
  add(CauseKind::Pool, "pool:", settings.stages);
  add(CauseKind::Budget, "budget:", settings.ceilings);
  add_one(CauseKind::Market, "market");
  add_one(CauseKind::Board, "board");
}

void CauseTable::begin(CauseKind kind) {
  first_.resize(static_cast<std::size_t>(kind) + 1);
  first_.back() = names_.size();
}

CauseKind CauseTable::kind(std::size_t cause) const {
  if (cause >= count()) throw std::out_of_range("no such cause");
  // The last kind that begins at or before it; kinds without a single cause begin where the next one does.
  const auto next = std::upper_bound(first_.begin(), first_.end(), cause);
  return static_cast<CauseKind>(next - first_.begin() - 1);
}

}  // namespace trapphus::models
