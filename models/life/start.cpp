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

PastVisits::Present draw_present(PastVisits& visits, const Initial& initial, const Household& household,
                                 engine::Stream& stream) {
  const std::uint64_t attributes = household.attributes();
  std::optional<bool> ready;
  if (initial.ready)
    ready = household.fate.uniform(Decision::ReadyFromStart, initial.stage.index()) < initial.ready->value();
  if (initial.elapsed) {
    const double elapsed = initial.elapsed->sample(stream);
    return {visits.draw_given(elapsed, ready, attributes, stream), elapsed};
  }
  if (ready && *ready) return visits.draw_ready(attributes, stream);
  constexpr int kMostTries = 50;
  for (int i = 0; i < kMostTries; ++i) {
    auto present = visits.draw_in_equilibrium(attributes, stream);
    if (!present) break;
    const bool waits = present->elapsed >= present->visit.stay;
    if (!ready || !waits) return std::move(*present);
  }
  return {visits.draw_given(0, ready, attributes, stream), 0};
}

/// What is known of the households of a row of the alternative's initial ones before the period.
struct Past {
  Past(const Alternative& alternative, const Settings& settings, Time from, std::size_t row)
      : stage(alternative.history ? alternative.history->settings : settings, from, settings.initial[row],
              alternative.history.get(), row),
        visits(stage,
               alternative.history && row < alternative.history->waits.size() ? alternative.history->waits[row] : 0) {}
  PastStage stage;
  PastVisits visits;
};

}  // namespace

std::vector<Resident> draw_residents(World& world) {
  const Settings& settings = world.settings();
  const WorldOptions& options = world.options();
  std::vector<Resident> residents;
  std::vector<std::uint32_t> indices(settings.groups.size());
  for (std::size_t row = 0; row < settings.initial.size(); ++row) {
    const Initial& initial = settings.initial[row];
    Past past(world.alternative(), settings, options.from, row);
    for (int i = 0; i < initial.households; ++i) {
      Resident resident{nullptr, indices[initial.group.index()]++, initial.stage, {}, {}};
      const Fate fate(options.seed, options.replication, initial.group, true, resident.index);
      resident.household = std::make_unique<Household>(settings, world.next_client(initial.group), fate, &initial);
      auto stream = fate.stream(Decision::Start, initial.stage.index());
      auto [visit, elapsed] = draw_present(past.visits, initial, *resident.household, stream);
      resident.household->set_attributes(visit.attributes);
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

std::vector<std::size_t> rows_that_cannot_be(const Alternative& alternative, Time from) {
  const Settings& settings = alternative.epochs.front().settings;
  std::vector<std::size_t> rows;
  for (std::size_t row = 0; row < settings.initial.size(); ++row) {
    const Initial& initial = settings.initial[row];
    if (!initial.elapsed) continue;
    Past past(alternative, settings, from, row);
    constexpr std::uint32_t kSome = 20;
    for (std::uint32_t i = 0; i < kSome; ++i) {
      const Fate fate(1, 0, initial.group, true, i);
      const Household household(settings, {initial.group, i}, fate, &initial);
      auto stream = fate.stream(Decision::Start, initial.stage.index());
      if (draw_present(past.visits, initial, household, stream).visit.possible) continue;
      rows.push_back(row);
      break;
    }
  }
  return rows;
}

}  // namespace trapphus::models
