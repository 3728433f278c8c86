// SPDX-License-Identifier: MIT
#include "engine/kernels/fair_sharing.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <limits>
#include <vector>

#include "engine/process/combine.hpp"
#include "engine/random/random.hpp"
#include "engine/resources/team.hpp"
#include "tests/engine/world.hpp"

namespace trapphus::engine {
namespace {

constexpr std::int64_t kGivenUp = -1;

struct TimedJob {
  std::int64_t start = 0;
  double amount = 0, bound = 1, weight = 1;
  std::int64_t give_up = std::numeric_limits<std::int64_t>::max();
};

struct CapacityChange {
  std::int64_t when = 0;
  double capacity = 0;
};

struct Load {
  std::vector<TimedJob> jobs;
  std::vector<CapacityChange> changes;  // in order; the first at 0
};

/// Works of few or of many different terms, with capacity that changes and is sometimes 0.
Load random_load(std::uint64_t seed, int jobs, bool many_terms) {
  Stream random({seed, 0, 0, 0});
  const auto below = [&](double n) { return std::floor(random.uniform() * n); };
  Load load;
  std::int64_t now = 0;
  for (int i = 0; i < jobs; ++i) {
    now += static_cast<std::int64_t>(random.exponential() * 40);
    TimedJob job{now, random.exponential() * 300, 0, 0};
    job.bound = many_terms ? 0.1 + random.uniform() * 5 : 0.5 * (1 + below(3));
    job.weight = many_terms ? 0.2 + random.uniform() * 3 : 1 + below(2);
    if (below(10) < 3) job.give_up = now + static_cast<std::int64_t>(random.exponential() * 200);
    if (below(20) < 1) job.amount = std::floor(job.amount);
    load.jobs.push_back(job);
  }
  for (std::int64_t when = 0; when < now; when += 1 + static_cast<std::int64_t>(random.exponential() * 600)) {
    load.changes.push_back({when, below(5) < 1 ? 0 : random.uniform() * 18});
  }
  load.changes.push_back({now + 1000, 8});
  return load;
}

/// The same by brute force: all shares from the definition of weighted max-min at every event, in long double.
class Reference {
 public:
  explicit Reference(const Load& load) : load_(load), completed_(load.jobs.size(), kGivenUp) {}

  std::vector<std::int64_t> run() {
    std::vector<std::int64_t> seconds;
    for (const TimedJob& job : load_.jobs) {
      seconds.push_back(job.start);
      if (job.give_up < std::numeric_limits<std::int64_t>::max()) seconds.push_back(job.give_up);
    }
    for (const CapacityChange& change : load_.changes) seconds.push_back(change.when);
    std::sort(seconds.begin(), seconds.end());
    seconds.erase(std::unique(seconds.begin(), seconds.end()), seconds.end());
    for (const std::int64_t second : seconds) visit(second);
    while (!active_.empty()) complete_until(now_ + 1e6L);
    return completed_;
  }
  [[nodiscard]] double delivered() const { return static_cast<double>(delivered_); }

 private:
  struct Active {
    std::size_t job;
    long double left, rate;
  };

  void visit(std::int64_t second) {
    go_to(second);
    for (const CapacityChange& change : load_.changes) {
      if (change.when == second) capacity_ = change.capacity;
    }
    for (std::size_t i = 0; i < load_.jobs.size(); ++i) {
      if (load_.jobs[i].start == second) active_.push_back({i, load_.jobs[i].amount, 0});
    }
    share();
    complete_until(static_cast<long double>(second) + 1e-3L);
    std::erase_if(active_, [&](const Active& a) { return load_.jobs[a.job].give_up == second; });
    share();
  }
  /// Completes what is finished within the second's millisecond; later things happen then, or at the second itself.
  void go_to(std::int64_t second) {
    complete_until(static_cast<long double>(second) + 1e-3L);
    if (now_ < static_cast<long double>(second)) pass(static_cast<long double>(second) - now_);
  }
  void complete_until(long double last) {
    for (;;) {
      long double next = std::numeric_limits<long double>::infinity();
      std::size_t who = 0;
      for (std::size_t i = 0; i < active_.size(); ++i) {
        const auto time = active_[i].rate > 0 ? active_[i].left / active_[i].rate : next;
        if (active_[i].left <= 0 ? next > 0 : time < next) {
          next = std::max(active_[i].left <= 0 ? 0 : time, 0.0L);
          who = i;
        }
      }
      if (now_ + next > last) return;
      pass(next);
      completed_[active_[who].job] = static_cast<std::int64_t>(std::ceil(now_ - 1e-3L));
      active_.erase(active_.begin() + static_cast<std::ptrdiff_t>(who));
      share();
    }
  }
  void pass(long double time) {
    now_ += time;
    for (Active& a : active_) {
      a.left -= a.rate * time;
      delivered_ += a.rate * time;
    }
  }
  /// Progressive filling: jobs whose fair share of the remaining capacity reaches their bound get it, until none is
  /// left.
  void share() {
    std::vector<bool> settled(active_.size());
    long double left = capacity_;
    for (bool again = true; again;) {
      again = false;
      long double weights = 0;
      for (std::size_t i = 0; i < active_.size(); ++i) weights += settled[i] ? 0 : load_.jobs[active_[i].job].weight;
      const long double unit = weights > 0 ? left / weights : 0;
      for (std::size_t i = 0; i < active_.size(); ++i) {
        const TimedJob& job = load_.jobs[active_[i].job];
        if (settled[i]) continue;
        active_[i].rate = unit * job.weight;
        if (unit * job.weight < job.bound) continue;
        active_[i].rate = job.bound;
        left -= job.bound;
        settled[i] = true;
        again = true;
      }
    }
  }

  const Load& load_;
  std::vector<std::int64_t> completed_;
  std::vector<Active> active_;
  long double now_ = 0, capacity_ = 0, delivered_ = 0;
};

Process works(Simulation& simulation, Team& team, TimedJob job, std::int64_t& completed) {
  co_await until(at(job.start));
  Activity work(team, job.amount, job.bound, job.weight);
  const Time limit = job.give_up == std::numeric_limits<std::int64_t>::max() ? Time::max() : at(job.give_up);
  const auto first = co_await first_of(work.done(), until(limit));
  if (first.index() == 0) completed = simulation.now().time_since_epoch().count();
}

Process changes(Team& team, const std::vector<CapacityChange>& plan) {
  for (const CapacityChange& change : plan) {
    co_await until(at(change.when));
    team.set_capacity(change.capacity);
  }
}

void compare(const Load& load) {
  Reference reference(load);
  const std::vector<std::int64_t> expected = reference.run();
  std::vector<std::int64_t> completed(load.jobs.size(), kGivenUp);
  Simulation simulation(at(0));
  Team team(simulation, "team", 0);
  simulation.spawn(changes(team, load.changes));
  for (std::size_t i = 0; i < load.jobs.size(); ++i)
    simulation.spawn(works(simulation, team, load.jobs[i], completed[i]));
  simulation.run();
  std::size_t different = 0;
  for (std::size_t i = 0; i < completed.size(); ++i) different += completed[i] != expected[i] ? 1 : 0;
  CHECK(different == 0);
  CHECK(team.delivered() == Approx(reference.delivered()).epsilon(1e-9));
  const auto given_up = static_cast<std::size_t>(std::count(completed.begin(), completed.end(), kGivenUp));
  CHECK(given_up > load.jobs.size() / 20);  // the test does test it
  CHECK(given_up < load.jobs.size() / 2);
}

}  // namespace

TEST_CASE("Thousands of works of few terms are finished at the second that brute force gives", "[long]") {
  for (std::uint64_t seed = 1; seed <= 4; ++seed) compare(random_load(seed, 4000, false));
}

TEST_CASE("Thousands of works of all different terms are finished at the second that brute force gives", "[long]") {
  for (std::uint64_t seed = 11; seed <= 14; ++seed) compare(random_load(seed, 2000, true));
}

}  // namespace trapphus::engine
