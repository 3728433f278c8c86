// SPDX-License-Identifier: MIT
#include "engine/experiments/experiment.hpp"

#include <atomic>
#include <catch2/catch.hpp>
#include <chrono>
#include <cmath>
#include <limits>
#include <mutex>
#include <set>
#include <stdexcept>
#include <string>
#include <thread>

#include "engine/random/random.hpp"
#include "engine/statistics/interval.hpp"

namespace trapphus::engine {
namespace {

Sample sample_of(std::size_t replication) {
  Stream stream({61, replication, 0, 0});
  const double first = stream.exponential();
  return {first, first + stream.uniform()};
}

bool precise(std::span<const Sample> results) {
  return relative_half_width(column(results, 0)) < 0.1;
}

ExperimentOptions sizes(std::size_t maximum, std::size_t first_batch, std::size_t batch, std::size_t jobs) {
  ExperimentOptions options;
  options.maximum = maximum;
  options.first_batch = first_batch;
  options.batch = batch;
  options.jobs = jobs;
  return options;
}

}  // namespace

TEST_CASE("Results stand in order of replication on any number of threads") {
  const auto sequential = replicate(sizes(200, 1, 1, 1), sample_of);
  REQUIRE(sequential.results.size() == 200);
  CHECK(sequential.complete());
  for (std::size_t i = 0; i < 200; ++i) CHECK(sequential.results[i] == sample_of(i));
  for (const std::size_t jobs : {2U, 7U, 0U, 500U})
    CHECK(replicate(sizes(200, 1, 1, jobs), sample_of).results == sequential.results);
}

TEST_CASE("Replications end at the first batch after which the result is precise enough, on any number of threads") {
  const auto sequential = replicate(sizes(10'000, 30, 20, 1), sample_of, std::function(precise));
  CHECK(sequential.complete());
  CHECK(sequential.results.size() < 10'000);
  CHECK(sequential.results.size() % 20 == 10);
  CHECK(precise(sequential.results));
  CHECK_FALSE(precise(std::span(sequential.results).first(sequential.results.size() - 20)));
  for (const std::size_t jobs : {2U, 5U}) {
    CHECK(replicate(sizes(10'000, 30, 20, jobs), sample_of, std::function(precise)).results == sequential.results);
  }
}

TEST_CASE("The maximum ends an experiment that is never precise enough, and it is not complete") {
  std::vector<std::size_t> asked;
  const std::function<bool(std::span<const Sample>)> never = [&](std::span<const Sample> results) {
    asked.push_back(results.size());
    return false;
  };
  const auto all = replicate(sizes(25, 10, 10, 2), sample_of, never);
  CHECK(all.results.size() == 25);
  CHECK_FALSE(all.complete());
  CHECK_FALSE(all.interrupted);
  CHECK(asked == std::vector<std::size_t>{10, 20, 25});
}

TEST_CASE("An experiment of no replications is over at once") {
  const auto none = replicate(sizes(0, 1, 1, 2), sample_of);
  CHECK(none.results.empty());
  CHECK(none.complete());
}

TEST_CASE("A batch of nothing is refused") {
  CHECK_THROWS_AS(replicate(sizes(5, 0, 1, 1), sample_of), std::invalid_argument);
  CHECK_THROWS_AS(replicate(sizes(5, 1, 0, 1), sample_of), std::invalid_argument);
}

TEST_CASE("The exception of the lowest replication ends the experiment, however late it comes") {
  for (const std::size_t jobs : {1U, 4U}) {
    std::atomic<int> begun = 0;
    const auto failing = [&](std::size_t i) -> int {
      ++begun;
      if (i == 20) std::this_thread::sleep_for(std::chrono::milliseconds(30));
      if (i >= 20) throw std::runtime_error("replication " + std::to_string(i));
      return 0;
    };
    CHECK_THROWS_WITH(replicate(sizes(1000, 1, 1, jobs), failing), "replication 20");
    CHECK(begun < 1000);
  }
}

TEST_CASE("A later exception of a higher replication does not take the place of the lowest") {
  std::atomic<bool> second_begun = false;
  const auto failing = [&](std::size_t i) -> int {
    if (i == 0) {
      while (!second_begun) std::this_thread::yield();
    } else {
      second_begun = true;
      std::this_thread::sleep_for(std::chrono::milliseconds(50));
    }
    throw std::runtime_error("replication " + std::to_string(i));
  };
  CHECK_THROWS_WITH(replicate(sizes(2, 1, 1, 2), failing), "replication 0");
}

TEST_CASE("An interrupted experiment gives all replications that were begun, without gaps") {
  for (const std::size_t jobs : {1U, 4U}) {
    std::atomic<bool> stop = false;
    auto options = sizes(1000, 1, 1, jobs);
    options.stop = &stop;
    const auto some = replicate(options, [&](std::size_t i) {
      if (i == 50) stop = true;
      return i;
    });
    CHECK(some.interrupted);
    CHECK_FALSE(some.complete());
    CHECK(some.results.size() >= 51);
    CHECK(some.results.size() < 51 + jobs);
    for (std::size_t i = 0; i < some.results.size(); ++i) CHECK(some.results[i] == i);
  }
}

TEST_CASE("An experiment stopped before it begins has no results") {
  std::atomic<bool> stop = true;
  auto options = sizes(10, 2, 2, 2);
  options.stop = &stop;
  const auto none = replicate(options, sample_of, std::function(precise));
  CHECK(none.results.empty());
  CHECK(none.interrupted);
  CHECK_FALSE(none.complete());
}

TEST_CASE("A stop that comes when all are under way loses nothing") {
  std::atomic<bool> stop = false;
  auto options = sizes(5, 1, 1, 1);
  options.stop = &stop;
  const auto all = replicate(options, [&](std::size_t i) {
    if (i == 4) stop = true;
    return i;
  });
  CHECK(all.results.size() == 5);
  CHECK(all.complete());
}

TEST_CASE("Progress counts every finished replication once") {
  std::vector<std::size_t> reported;
  auto options = sizes(40, 15, 10, 3);
  options.progress = [&](std::size_t done, std::size_t maximum) {
    reported.push_back(done);
    CHECK(maximum == 40);
  };
  const std::function<bool(std::span<const std::size_t>)> never = [](auto) { return false; };
  replicate(
      options, [](std::size_t i) { return i; }, never);
  REQUIRE(reported.size() == 40);
  for (std::size_t i = 0; i < 40; ++i) CHECK(reported[i] == i + 1);
}

TEST_CASE("Replications run on several threads at once") {
  std::mutex mutex;
  std::set<std::thread::id> seen;
  std::atomic<int> waiting = 0;
  replicate(sizes(2, 1, 1, 2), [&](std::size_t i) {
    ++waiting;
    while (waiting < 2) std::this_thread::yield();  // ends only if the other one runs beside it
    const std::scoped_lock lock(mutex);
    seen.insert(std::this_thread::get_id());
    return i;
  });
  CHECK(seen.size() == 2);
}

TEST_CASE("A column is one measure over the replications") {
  const std::vector<Sample> samples{{1, 2}, {3, 4}, {5, 6}};
  CHECK(column(samples, 1) == std::vector<double>{2, 4, 6});
  CHECK_THROWS_AS(column(samples, 2), std::out_of_range);
}

TEST_CASE("Differences are taken pair by pair, second minus first") {
  const double none = std::numeric_limits<double>::quiet_NaN();
  const std::vector<Sample> zero{{10, 2}, {20, none}};
  const std::vector<Sample> project{{7, 2}, {15, 3}};
  const auto pairs = differences(zero, project);
  CHECK(pairs[0] == Sample{-3, 0});
  CHECK(pairs[1][0] == -5);
  CHECK(std::isnan(pairs[1][1]));
  CHECK_THROWS_AS(differences(zero, std::vector<Sample>{{1, 2}}), std::invalid_argument);
  CHECK_THROWS_AS(differences(zero, std::vector<Sample>{{1, 2}, {1}}), std::invalid_argument);
}

}  // namespace trapphus::engine
