// SPDX-License-Identifier: MIT
// What the engine's single operations cost.
#include <benchmark/benchmark.h>

#include <cstdint>
#include <memory>
#include <vector>

#include "engine/kernels/timer_queue.hpp"
#include "engine/process/combine.hpp"
#include "engine/random/distribution.hpp"
#include "engine/random/random.hpp"
#include "engine/resources/pool.hpp"
#include "engine/resources/team.hpp"

namespace {

using namespace trapphus::engine;  // NOLINT(google-build-using-namespace): a program of one file

constexpr Instant kNever{Time(Duration(std::int64_t{1} << 41)), Phase::Deadline};

/// A calendar that holds so many timers, spread exponentially over some hours.
class Calendar {
 public:
  explicit Calendar(std::size_t size) : timers_(size) {
    for (Timer& timer : timers_) schedule(timer);
  }
  void schedule(Timer& timer) {
    timer.when = Instant(now_ + Duration(static_cast<std::int64_t>(random_.exponential() * 1e4)), Phase::End);
    timer.number = ++number_;
    queue_.insert(timer);
  }
  void fire_next() {
    if (!queue_.has_due(kNever)) return;
    now_ = queue_.next().time();
    schedule(queue_.pop());
  }
  void cancel_any() {
    Timer& timer = timers_[random_.bits() % timers_.size()];
    queue_.erase(timer);
    schedule(timer);
  }

 private:
  Stream random_{StreamKey{1, 2, 3, 4}};
  std::vector<Timer> timers_;
  TimerQueue queue_;
  Time now_{};
  std::uint64_t number_ = 0;
};

void fires_and_schedules(benchmark::State& state) {
  Calendar calendar(static_cast<std::size_t>(state.range(0)));
  for (auto _ : state) calendar.fire_next();
}
BENCHMARK(fires_and_schedules)->Arg(1)->Arg(10)->Arg(1'000)->Arg(100'000);

void cancels_and_schedules(benchmark::State& state) {
  Calendar calendar(static_cast<std::size_t>(state.range(0)));
  for (auto _ : state) calendar.cancel_any();
}
BENCHMARK(cancels_and_schedules)->Arg(10)->Arg(1'000)->Arg(100'000);

Process lives(Pool& pool) {
  for (;;) {
    const Grant unit = co_await pool.claim();
    co_await delay(Duration(7));
  }
}

/// An iteration is a claim, a wait, a stay and a release.
void claims_and_releases(benchmark::State& state) {
  Simulation simulation(Time{});
  Pool pool(simulation, "pool", 10);
  for (std::int64_t i = 0; i < state.range(0); ++i) simulation.spawn(lives(pool));
  Time until{};
  for (auto _ : state) simulation.run_until(until += Duration(7));
  state.SetItemsProcessed(state.iterations() * std::min<std::int64_t>(state.range(0), 10));
  simulation.close();
}
BENCHMARK(claims_and_releases)->Arg(1)->Arg(20)->Arg(10'000);

Process passes() {
  co_return;
}

void spawns_and_ends(benchmark::State& state) {
  Simulation simulation(Time{});
  for (auto _ : state) {
    simulation.spawn(passes());
    simulation.run();
  }
}
BENCHMARK(spawns_and_ends);

void draws_bits(benchmark::State& state) {
  Stream stream({1, 2, 3, 4});
  for (auto _ : state) benchmark::DoNotOptimize(stream.bits());
}
BENCHMARK(draws_bits);

void draws_exponential(benchmark::State& state) {
  Stream stream({1, 2, 3, 4});
  for (auto _ : state) benchmark::DoNotOptimize(stream.exponential());
}
BENCHMARK(draws_exponential);

void draws_the_first_of_a_stream(benchmark::State& state) {
  std::uint64_t client = 0;
  for (auto _ : state) {
    Stream stream({1, 2, ++client, 4});
    benchmark::DoNotOptimize(stream.uniform());
  }
}
BENCHMARK(draws_the_first_of_a_stream);

void draws_from(benchmark::State& state, const Distribution& distribution) {
  Stream stream({1, 2, 3, 4});
  for (auto _ : state) benchmark::DoNotOptimize(distribution.sample(stream));
}
BENCHMARK_CAPTURE(draws_from, uniform, Distribution::uniform(1, 3));
BENCHMARK_CAPTURE(draws_from, exponential, Distribution::exponential(3));
BENCHMARK_CAPTURE(draws_from, gamma, Distribution::gamma(14, 10));
BENCHMARK_CAPTURE(draws_from, erlang, Distribution::erlang(14, 3));
BENCHMARK_CAPTURE(draws_from, lognormal, Distribution::lognormal(3, 3));
BENCHMARK_CAPTURE(draws_from, weibull, Distribution::weibull(3, 2));

/// A piece of work begins and is given up, while so many others of four kinds are under way and have too little.
void changes_a_team(benchmark::State& state) {
  Simulation simulation(Time{});
  const auto others = static_cast<std::size_t>(state.range(0));
  Team team(simulation, "team", static_cast<double>(others) * 0.5);
  std::vector<std::unique_ptr<Activity>> works;
  for (std::size_t i = 0; i < others; ++i) {
    const double amount = 1e9 + static_cast<double>(i * 7'919 % 100'003);
    works.push_back(std::make_unique<Activity>(team, amount, 1.0, 1.0 + static_cast<double>(i % 4)));
  }
  for (auto _ : state) const Activity work(team, 1e9, 1.0);
  works.clear();
}
BENCHMARK(changes_a_team)->Arg(10)->Arg(1'000)->Arg(100'000);

}  // namespace

BENCHMARK_MAIN();
