// SPDX-License-Identifier: MIT
#pragma once

#include <cmath>
#include <deque>
#include <memory>
#include <string>
#include <vector>

#include "engine/process/combine.hpp"
#include "engine/process/signal.hpp"
#include "engine/process/simulation.hpp"
#include "engine/random/random.hpp"
#include "engine/resources/pool.hpp"
#include "engine/resources/team.hpp"
#include "tests/engine/world.hpp"

namespace trapphus::engine {

/// An action of a process of a random model. The kind determines the meaning of the numbers.
struct Step {
  enum class What {
    Delay,
    Claim,
    Release,
    TakeOver,
    Work,
    WorkAndDelay,
    Announce,
    Listen,
    Cancel,
    AwaitEnd,
    Capacity,
    Units,
    Spawn
  };
  What what = What::Delay;
  std::size_t which = 0;      ///< Index of the pool, team, signal or process.
  std::int64_t time = 0;      ///< Seconds of a delay or deadline.
  std::int64_t priority = 0;  ///< Also the change of units.
  double amount = 0, bound = 1, weight = 1;
};

using Program = std::vector<Step>;

/// A random model, drawn once and run on each kernel. Times are small integers, so that many events coincide.
struct RandomModel {
  static constexpr int kKinds = 13;
  explicit RandomModel(std::uint64_t seed) : random({seed, 0, 0, 0}) {
    for (int i = whole(1, 2); i > 0; --i) pools.push_back({whole(0, 3), whole(0, 2) == 0 ? whole(1, 2) : 0});
    for (int i = whole(1, 2); i > 0; --i) teams.push_back(whole(0, 3) == 0 ? 0 : number(0.3, 3));
    for (int i = whole(4, 12); i > 0; --i) {
      programs.emplace_back();
      for (int k = whole(2, 10); k > 0; --k) programs.back().push_back(step());
    }
    horizons = {at(whole(0, 12)), at(whole(13, 60)), at(100'000)};
  }

  Step step() {
    Step result;
    result.what = static_cast<Step::What>(whole(0, kKinds - 1));
    result.which = static_cast<std::size_t>(whole(0, 20));
    result.time = whole(0, 3) == 0 ? 0 : whole(0, 25);
    result.priority = whole(-2, 2);
    result.amount = whole(0, 6) == 0 ? (whole(0, 2) == 0 ? kEndless : 0) : number(0.5, 20);
    result.bound = number(0.2, 3);
    result.weight = number(0.5, 3);
    return result;
  }
  int whole(int low, int high) { return low + static_cast<int>(random.uniform() * (high - low + 1)); }
  /// Half of the time a round number, so that completions coincide or fall on whole seconds.
  double number(double low, double high) {
    const double x = low + random.uniform() * (high - low);
    return whole(0, 1) == 0 ? x : std::max(std::round(2 * x) / 2, 0.5);
  }

  struct PoolOf {
    int units, reserved;
  };
  Stream random;
  std::vector<PoolOf> pools;
  std::vector<double> teams;
  std::vector<Program> programs;
  std::vector<Time> horizons;  // successive limits of run_until()
};

/// A run of a random model on a kernel.
class RandomRun {
 public:
  RandomRun(const RandomModel& model, std::unique_ptr<Kernel> kernel)
      : model_(model), simulation_(at(0), std::move(kernel)) {
    for (const auto& [units, reserved] : model.pools) {
      pools_.emplace_back(simulation_, "pool", units, std::vector<int>{0, reserved});
    }
    for (const double capacity : model.teams) teams_.emplace_back(simulation_, "team", capacity);
  }
  RandomRun(const RandomRun&) = delete;
  RandomRun& operator=(const RandomRun&) = delete;
  ~RandomRun() { simulation_.close(); }

  void run() {
    for (std::size_t i = 0; i < model_.programs.size(); ++i) start(i);
    for (const Time horizon : model_.horizons) {
      simulation_.run_until(horizon);
      diary_.note("horizon, " + std::to_string(simulation_.live_processes()) + " alive");
      if (horizon != model_.horizons.back()) start(0);
      for (Team& team : teams_) delivered_.push_back(team.delivered());
    }
    simulation_.close();
    diary_.note("closed");
  }
  [[nodiscard]] const Lines& lines() const { return diary_.lines(); }
  /// Work done by all teams, at all horizons.
  [[nodiscard]] const std::vector<double>& delivered() const { return delivered_; }

 private:
  void start(std::size_t program) {
    if (started_.size() >= 60) return;
    const std::size_t number = started_.size();
    started_.push_back(simulation_.spawn(process(number, model_.programs[program % model_.programs.size()]), {}, true));
  }

  Process process(std::size_t number, const Program& program) {
    const std::string me = std::to_string(number) + " ";
    const Farewell farewell(diary_, me);
    std::vector<Grant> held;
    for (const Step& step : program) {
      Pool& pool = pools_[step.which % pools_.size()];
      Team& team = teams_[step.which % teams_.size()];
      ProcessRef other = started_[step.which % started_.size()];
      Signal& signal = signals_[step.which % signals_.size()];
      std::string seen;
      switch (step.what) {
        case Step::What::Delay:
          co_await delay(s(step.time));
          seen = "slept";
          break;
        case Step::What::Claim: {
          auto got = co_await first_of(pool.claim(step.priority, step.which / 2 % 2), delay(s(step.time)));
          seen = got.index() == 0 ? "got unit " + std::to_string(got.get<0>().unit()) : "gave up claim";
          if (got.index() == 0) held.push_back(std::move(got.get<0>()));
          break;
        }
        case Step::What::Release:
          held.clear();
          seen = "released";
          break;
        case Step::What::TakeOver:
          for (Grant& grant : held) grant.take_over();
          seen = "took over";
          break;
        case Step::What::Work: {
          Activity work(team, step.amount, step.bound, step.weight);
          const auto first = co_await first_of(work.done(), signal.next(), delay(s(2 * step.time)));
          seen = "work: " + std::to_string(first.index());
          break;
        }
        case Step::What::WorkAndDelay: {
          Activity work(team, std::isinf(step.amount) ? 1 : step.amount, step.bound, step.weight);
          co_await all_of(work.done(), delay(s(step.time)));
          seen = "work and delay";
          break;
        }
        case Step::What::Announce:
          signal.announce();
          seen = "announced";
          break;
        case Step::What::Listen: {
          const auto first = co_await first_of(delay(s(step.time)), signal.next());
          seen = "listened: " + std::to_string(first.index());
          break;
        }
        case Step::What::Cancel:
          if (step.which % started_.size() != number) other.cancel();
          seen = "cancelled";
          break;
        case Step::What::AwaitEnd: {
          const auto first = co_await first_of(ended(other), delay(s(step.time)));
          seen = "awaited end: " + std::to_string(first.index());
          break;
        }
        case Step::What::Capacity:
          team.set_capacity(step.time % 4 == 0 ? 0 : step.bound);
          seen = "changed the team";
          break;
        case Step::What::Units:
          if (pool.units() + step.priority >= 0) pool.add(static_cast<int>(step.priority));
          seen = "changed the pool";
          break;
        case Step::What::Spawn:
          start(step.which);
          seen = "spawned";
          break;
      }
      diary_.note(me + seen);
    }
  }

  const RandomModel& model_;
  Simulation simulation_;
  Diary diary_{simulation_};
  std::deque<Pool> pools_;
  std::deque<Team> teams_;
  std::array<Signal, 2> signals_;
  std::vector<ProcessRef> started_;
  std::vector<double> delivered_;
};

}  // namespace trapphus::engine
