// SPDX-License-Identifier: MIT
#pragma once

#include <atomic>
#include <cstddef>
#include <functional>
#include <optional>
#include <span>
#include <type_traits>
#include <utility>
#include <vector>

/// Experiments that know nothing of what is simulated: independent replications on all cores, and their comparison.
/// Results do not depend on the number of threads.
namespace trapphus::engine {

/// What one replication measured: one number a measure, NaN where it does not define it.
using Sample = std::vector<double>;

struct ExperimentOptions {
  std::size_t maximum = 1;                  ///< Most replications.
  std::size_t first_batch = 1;              ///< Replications before `enough` is asked for the first time, >= 1...
  std::size_t batch = 1;                    ///< ...and between later times, >= 1. Without `enough` neither matters.
  std::size_t jobs = 0;                     ///< Threads; 0: one a core.
  const std::atomic<bool>* stop = nullptr;  ///< Becomes true: finish the replications under way, begin no more.
  /// Told how many are finished of the maximum; from any thread, but one call at a time.
  std::function<void(std::size_t done, std::size_t maximum)> progress;
};

template <class Result>
struct Replications {
  std::vector<Result> results;  ///< In order of replication, without gaps.
  bool interrupted = false;     ///< `stop` came before the end.
  bool enough = false;          ///< `enough` said so; true as well if none was given and all were finished.
  [[nodiscard]] bool complete() const { return enough && !interrupted; }
};

namespace detail {
struct Outcome {
  std::size_t finished = 0;
  bool interrupted = false, enough = false;
};
/// `prepare(n)` comes before replications below n begin, on the calling thread while no other runs; so does `enough(n)`
/// after they are finished.
Outcome replicate(const ExperimentOptions& options, const std::function<void(std::size_t)>& prepare,
                  const std::function<void(std::size_t)>& replication, const std::function<bool(std::size_t)>& enough);
}  // namespace detail

/// Runs replication(0), replication(1)... until `enough(results so far)` at the end of a batch, the maximum or a stop.
/// An exception of a replication ends the experiment with it; of several, that of the lowest number. Throws
/// std::invalid_argument for a batch of 0.
template <class Replication, class Result = std::invoke_result_t<Replication, std::size_t>>
Replications<Result> replicate(const ExperimentOptions& options, const Replication& replication,
                               const std::function<bool(std::span<const Result>)>& enough = nullptr) {
  std::vector<std::optional<Result>> slots;
  Replications<Result> all;
  const auto collect = [&](std::size_t finished) {
    while (all.results.size() < finished) all.results.push_back(std::move(*slots[all.results.size()]));
  };
  std::function<bool(std::size_t)> ask;
  if (enough) {
    ask = [&](std::size_t finished) {
      collect(finished);
      return enough(all.results);
    };
  }
  const auto outcome = detail::replicate(
      options, [&](std::size_t size) { slots.resize(size); }, [&](std::size_t i) { slots[i].emplace(replication(i)); },
      ask);
  collect(outcome.finished);
  all.interrupted = outcome.interrupted;
  all.enough = outcome.enough;
  return all;
}

/// Value `index` of each sample: one measure over the replications.
[[nodiscard]] std::vector<double> column(std::span<const Sample> samples, std::size_t index);

/// Paired differences, second minus first, of the same replications of two systems. NaN in either gives NaN. Throws
/// std::invalid_argument if they differ in size.
[[nodiscard]] std::vector<Sample> differences(std::span<const Sample> first, std::span<const Sample> second);

}  // namespace trapphus::engine
