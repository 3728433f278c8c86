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

/// Independent replications on all cores, and their comparison. Results do not depend on the number of threads.
namespace trapphus::engine {

/// Results of one replication: one number per measure, NaN where it is undefined.
using Sample = std::vector<double>;

struct ExperimentOptions {
  std::size_t maximum = 1;                  ///< Maximum number of replications.
  std::size_t first_batch = 1;              ///< Replications before the first evaluation of `enough`, >= 1...
  std::size_t batch = 1;                    ///< ...and between later ones, >= 1. Unused without `enough`.
  std::size_t jobs = 0;                     ///< Threads; 0: one per core.
  const std::atomic<bool>* stop = nullptr;  ///< When true, running replications are finished and no more are started.
  /// Called with the number of finished replications, from any thread, never concurrently.
  std::function<void(std::size_t done, std::size_t maximum)> progress;
};

template <class Result>
struct Replications {
  std::vector<Result> results;  ///< By replication, without gaps.
  bool interrupted = false;     ///< `stop` ended the experiment early.
  bool enough = false;          ///< `enough` returned true, or was not given and all replications are finished.
  [[nodiscard]] bool complete() const { return enough && !interrupted; }
};

namespace detail {
struct Outcome {
  std::size_t finished = 0;
  bool interrupted = false, enough = false;
};
/// Calls `prepare(n)` before replications below n start and `enough(n)` after they are finished, both on the calling
/// thread while no other runs.
Outcome replicate(const ExperimentOptions& options, const std::function<void(std::size_t)>& prepare,
                  const std::function<void(std::size_t)>& replication, const std::function<bool(std::size_t)>& enough);
}  // namespace detail

/// Runs replication(0), replication(1)... until `enough(results)` returns true at the end of a batch, the maximum is
/// reached, or `stop` is set. Rethrows an exception of a replication; of several, that of the lowest number. Throws
/// std::invalid_argument for a batch of 0.
template <class Replication, class Result = std::invoke_result_t<Replication, std::size_t>>
Replications<Result> replicate(const ExperimentOptions& options, const Replication& replication,
                               const std::function<bool(std::span<const Result>)>& enough = nullptr) {
  std::vector<std::optional<Result>> slots;
  Replications<Result> all;
  const auto collect = [&](std::size_t finished) {
    while (all.results.size() < finished) all.results.push_back(std::move(*slots[all.results.size()]));
  };
  std::function<bool(std::size_t)> sufficient;
  if (enough) {
    sufficient = [&](std::size_t finished) {
      collect(finished);
      return enough(all.results);
    };
  }
  const auto outcome = detail::replicate(
      options, [&](std::size_t size) { slots.resize(size); }, [&](std::size_t i) { slots[i].emplace(replication(i)); },
      sufficient);
  collect(outcome.finished);
  all.interrupted = outcome.interrupted;
  all.enough = outcome.enough;
  return all;
}

/// Value `index` of each sample.
[[nodiscard]] std::vector<double> column(std::span<const Sample> samples, std::size_t index);

/// Paired differences, second minus first, of the replications of two systems; NaN if either value is. Throws
/// std::invalid_argument if the sizes differ.
[[nodiscard]] std::vector<Sample> differences(std::span<const Sample> first, std::span<const Sample> second);

}  // namespace trapphus::engine
