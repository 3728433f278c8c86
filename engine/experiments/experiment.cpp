// SPDX-License-Identifier: MIT
#include "engine/experiments/experiment.hpp"

#include <algorithm>
#include <exception>
#include <mutex>
#include <stdexcept>
#include <system_error>
#include <thread>

#include "engine/process/frame_pool.hpp"

namespace trapphus::engine {
namespace {

/// Runs one batch: workers take replications in order and finish each one taken. So the results have no gaps, and the
/// lowest number that fails does not depend on the number of workers.
class Batch {
 public:
  Batch(const ExperimentOptions& options, const std::function<void(std::size_t)>& replication, std::size_t begin,
        std::size_t end)
      : options_(options), replication_(replication), end_(end), next_(begin), done_(begin) {}

  /// Returns the number of finished replications of the experiment.
  std::size_t run(std::size_t jobs) {
    const std::size_t workers = std::min(jobs, end_ - next_);
    {
      std::vector<std::jthread> helpers;
      try {
        for (std::size_t i = 1; i < workers; ++i) helpers.emplace_back([this] { help(); });
      } catch (const std::system_error&) {
        // Continue with the threads that could be started.
      }
      work();
    }
    if (error_) std::rethrow_exception(error_);
    return done_;
  }

 private:
  [[nodiscard]] bool stopped() const { return options_.stop != nullptr && *options_.stop; }

  std::optional<std::size_t> take() {
    const std::scoped_lock lock(mutex_);
    if (next_ == end_ || error_ || stopped()) return std::nullopt;
    return next_++;
  }

  void work() {
    while (const auto number = take()) {
      try {
        replication_(*number);
        report();
      } catch (...) {
        fail(*number);
      }
    }
  }

  void help() {
    work();
    FramePool::hand_over();  // the next batch starts new threads
  }

  void report() {
    const std::scoped_lock lock(mutex_);
    ++done_;
    if (options_.progress) options_.progress(done_, options_.maximum);
  }

  void fail(std::size_t number) {
    const std::scoped_lock lock(mutex_);
    if (error_ && failed_ < number) return;
    error_ = std::current_exception();
    failed_ = number;
  }

  const ExperimentOptions& options_;
  const std::function<void(std::size_t)>& replication_;
  const std::size_t end_;
  std::mutex mutex_;
  std::size_t next_, done_;
  std::size_t failed_ = 0;
  std::exception_ptr error_;
};

std::size_t threads(std::size_t jobs) {
  return jobs > 0 ? jobs : std::max(1U, std::thread::hardware_concurrency());
}

}  // namespace

namespace detail {

Outcome replicate(const ExperimentOptions& options, const std::function<void(std::size_t)>& prepare,
                  const std::function<void(std::size_t)>& replication, const std::function<bool(std::size_t)>& enough) {
  if (options.first_batch == 0 || options.batch == 0) throw std::invalid_argument("a batch needs a replication");
  Outcome outcome;
  outcome.enough = !enough;
  std::size_t end = enough ? options.first_batch : options.maximum;
  while (outcome.finished < options.maximum) {
    end = std::min(end, options.maximum);
    prepare(end);
    outcome.finished = Batch(options, replication, outcome.finished, end).run(threads(options.jobs));
    outcome.interrupted = outcome.finished < end;
    if (outcome.interrupted) outcome.enough = false;
    if (outcome.interrupted || !enough) return outcome;
    outcome.enough = enough(end);
    if (outcome.enough) return outcome;
    end += options.batch;
  }
  return outcome;
}

}  // namespace detail

std::vector<double> column(std::span<const Sample> samples, std::size_t index) {
  std::vector<double> values;
  values.reserve(samples.size());
  for (const Sample& sample : samples) values.push_back(sample.at(index));
  return values;
}

std::vector<Sample> differences(std::span<const Sample> first, std::span<const Sample> second) {
  if (first.size() != second.size()) throw std::invalid_argument("pairs need as many replications of both systems");
  std::vector<Sample> result;
  for (std::size_t i = 0; i < first.size(); ++i) {
    if (first[i].size() != second[i].size())
      throw std::invalid_argument("pairs need the same measures of both systems");
    Sample difference(first[i].size());
    std::transform(second[i].begin(), second[i].end(), first[i].begin(), difference.begin(), std::minus<>());
    result.push_back(std::move(difference));
  }
  return result;
}

}  // namespace trapphus::engine
