// SPDX-License-Identifier: MIT
#include "models/life/start.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "models/life/world.hpp"
#include "models/staircase/scenario.hpp"

namespace trapphus::models {

namespace {

/// Services that began before the period: finished, or with hours left.
void carry_over(const PastVisit& visit, double elapsed, Household& household) {
  for (std::size_t i = 0; i < visit.services.size(); ++i) {
    const PastService& past = visit.services[i];
    ServiceCase& entry = household.cases[i];
    if (entry.status != ServiceCase::Status::None) continue;
    if (past.ends <= elapsed) {
      entry.status = ServiceCase::Status::Finished;
    } else if (past.begins < elapsed && past.ends < kNeverEnds) {
      entry.hours_left = past.hours * (past.ends - elapsed) / (past.ends - past.begins);
    }
  }
}

PastVisits::Present draw_present(const PastVisits& visits, const Initial& initial, const Household& household,
                                 engine::Stream& stream) {
  std::optional<bool> ready;
  if (initial.ready)
    ready = household.fate.uniform(Decision::ReadyFromStart, initial.stage.index()) < initial.ready->value();
  if (initial.elapsed) {
    const double elapsed = initial.elapsed->sample(stream);
    return {visits.draw_given(elapsed, ready, stream), elapsed};
  }
  if (ready && *ready) return visits.draw_ready(stream);
  constexpr int kMostTries = 50;
  for (int i = 0; i < kMostTries; ++i) {
    auto present = visits.draw_in_equilibrium(stream);
    if (!present) break;
    const bool waits = present->elapsed >= present->visit.stay;
    if (!ready || !waits) return std::move(*present);
  }
  return {visits.draw_given(0, ready, stream), 0};
}

}  // namespace

std::vector<Resident> draw_residents(World& world) {
  const Settings& settings = world.settings();
  const WorldOptions& options = world.options();
  const auto& history = world.alternative().history;
  std::vector<Resident> residents;
  std::vector<std::uint32_t> indices(settings.groups.size());
  for (std::size_t row = 0; row < settings.initial.size(); ++row) {
    const Initial& initial = settings.initial[row];
    const double mean_wait = history && row < history->waits.size() ? history->waits[row] : 0;
    for (int i = 0; i < initial.households; ++i) {
      Resident resident{nullptr, indices[initial.group.index()]++, initial.stage, {}, {}};
      const Fate fate(options.seed, options.replication, initial.group, true, resident.index);
      resident.household = std::make_unique<Household>(settings, world.next_client(initial.group), fate, &initial);
      const PastVisits visits(history ? history->settings : settings, options.from, *resident.household, initial.stage,
                              mean_wait);
      auto stream = fate.stream(Decision::Start, initial.stage.index());
      auto [visit, elapsed] = draw_present(visits, initial, *resident.household, stream);
      carry_over(visit, elapsed, *resident.household);
      resident.elapsed = engine::rounded(elapsed);
      resident.visit = std::move(visit);
      residents.push_back(std::move(resident));
    }
  }
  std::stable_sort(residents.begin(), residents.end(),
                   [](const Resident& a, const Resident& b) { return a.elapsed > b.elapsed; });
  return residents;
}

}  // namespace trapphus::models
