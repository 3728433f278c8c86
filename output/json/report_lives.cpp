// SPDX-License-Identifier: MIT
#include "output/json/report_lives.hpp"

#include <algorithm>
#include <chrono>
#include <set>
#include <utility>

#include "models/runs/results.hpp"
#include "models/runs/run.hpp"
#include "models/staircase/scenario.hpp"

namespace trapphus::output {
namespace {

using models::ClientId;
using models::EventKind;

constexpr std::size_t kFewestEvents = 5, kMostEvents = 40;
constexpr int kEndsAtHome = 3, kDiffers = 4;

class LifeRecorder final : public models::Recorder {
 public:
  LifeRecorder(Lives& lives, engine::Time from) : lives_(lives), from_(from) {}
  void record(const models::Event& event, const models::ClientState& client) override {
    Life& life = lives_[event.client];
    life.children = std::max(life.children, client.children);
    life.initial = life.initial || client.initial;
    const auto day = std::chrono::floor<std::chrono::days>(event.time - from_).count();
    life.events.push_back({static_cast<int>(day), event.kind, event.subject});
  }

 private:
  Lives& lives_;
  engine::Time from_;
};

std::vector<std::uint16_t> stages_of(const Life& life) {
  std::vector<std::uint16_t> stages;
  for (const auto& event : life.events)
    if (event.kind == EventKind::Entered) stages.push_back(event.subject);
  return stages;
}

/// Score of a household as a story; 0: not suitable.
int interest(const models::Settings& settings, const std::vector<Lives>& lives, ClientId client) {
  std::set<std::uint16_t> stages;
  std::set<std::vector<std::uint16_t>> ways;
  bool home = false;
  for (const Lives& all : lives) {
    const auto found = all.find(client);
    if (found == all.end()) continue;
    const Life& life = found->second;
    if (life.initial || life.events.size() > kMostEvents) return 0;
    const auto way = stages_of(life);
    stages.insert(way.begin(), way.end());
    ways.insert(way);
    home = home || (!way.empty() && way.back() < settings.stages.size() && settings.stages[way.back()].home);
  }
  const auto& shown = lives.back();
  const auto found = shown.find(client);
  if (found == shown.end() || found->second.events.size() < kFewestEvents || stages.empty()) return 0;
  return static_cast<int>(stages.size()) + (home ? kEndsAtHome : 0) + (ways.size() > 1 ? kDiffers : 0);
}

}  // namespace

std::vector<Lives> tell_lives(const models::Scenario& scenario, std::uint64_t seed) {
  std::vector<Lives> lives(scenario.alternatives.size());
  for (std::size_t a = 0; a < lives.size(); ++a) {
    LifeRecorder recorder(lives[a], scenario.from);
    models::replay(scenario, scenario.alternatives[a], seed, 0, recorder);
  }
  return lives;
}

std::vector<ClientId> worth_telling(const models::Settings& settings, const std::vector<Lives>& lives,
                                    std::size_t most) {
  std::vector<std::pair<int, ClientId>> ranked;
  if (lives.empty()) return {};
  for (const auto& [client, life] : lives.back())
    if (const int score = interest(settings, lives, client); score > 0) ranked.emplace_back(score, client);
  std::stable_sort(ranked.begin(), ranked.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
  if (ranked.size() > most) ranked.resize(most);
  std::vector<ClientId> clients;
  for (const auto& [score, client] : ranked) clients.push_back(client);
  return clients;
}

}  // namespace trapphus::output
