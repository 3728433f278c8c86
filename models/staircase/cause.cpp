// SPDX-License-Identifier: MIT
#include "models/staircase/cause.hpp"

#include <algorithm>
#include <stdexcept>

#include "models/staircase/settings.hpp"

namespace trapphus::models {

CauseTable::CauseTable(const Settings& settings) {
  const auto add_each = [this](CauseKind kind, const auto& things) {
    begin(kind);
    for (const auto& thing : things)
      names_.push_back(std::string(engine::word_of(kCauseKinds, kind)) + ":" + thing.name);
  };
  const auto add = [this](CauseKind kind) {
    begin(kind);
    names_.emplace_back(engine::word_of(kCauseKinds, kind));
  };
  add(CauseKind::Rule);
  add_each(CauseKind::Service, settings.services);
  add_each(CauseKind::Vacancy, settings.teams);
  add_each(CauseKind::Support, settings.teams);
  add_each(CauseKind::Pool, settings.stages);
  add_each(CauseKind::Budget, settings.ceilings);
  add(CauseKind::Market);
  add(CauseKind::Board);
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
