// SPDX-License-Identifier: MIT
#include "engine/kernels/timer_queue.hpp"

#include <catch2/catch.hpp>
#include <cstdint>
#include <deque>
#include <random>
#include <set>
#include <utility>
#include <vector>

#include "tests/engine/world.hpp"

namespace {

using trapphus::engine::at;
using trapphus::engine::Instant;
using trapphus::engine::Phase;
using trapphus::engine::Timer;
using trapphus::engine::TimerQueue;

Instant end_of(std::int64_t seconds) {
  return {at(seconds), Phase::Deadline};
}

/// The calendar beside a std::set, which is slow and obviously right.
class Compared {
 public:
  explicit Compared(std::uint64_t seed) : random_(seed) {}

  void insert(std::int64_t seconds, Phase phase) { insert(seconds, phase, ++number_); }
  void insert(std::int64_t seconds, Phase phase, std::uint64_t number) {
    Timer& timer = timers_.emplace_back();
    timer.when = Instant(at(seconds), phase);
    timer.number = number;
    queue_.insert(timer);
    right_.insert(entry(timer));
    inside_.push_back(&timer);
  }
  /// A place in the order that is taken now and used later.
  std::uint64_t take_number() { return ++number_; }

  void erase_any() {
    Timer& timer = take_any();
    if (!timer.scheduled) return;
    queue_.erase(timer);
    right_.erase(entry(timer));
    correct_ = correct_ && !timer.scheduled && queue_.size() == right_.size();
  }
  /// Fires all timers of the next instant and phase, if it is not after `last`; otherwise the clock goes there.
  void run_one(std::int64_t last = kFar) {
    if (right_.empty()) return;
    const bool any = queue_.has_due(end_of(last));
    correct_ = correct_ && any == (!right_.empty() && right_.begin()->first.first <= end_of(last).key());
    now_ = last;
    if (!any || !correct_) return;
    const Instant when = queue_.next();
    now_ = when.time().time_since_epoch().count();
    do {
      pop();
    } while (correct_ && queue_.due_at(when));
    correct_ = correct_ && (right_.empty() || right_.begin()->first.first > when.key());
  }
  void run_all() {
    while (correct_ && !right_.empty()) run_one();
  }

  [[nodiscard]] std::int64_t now() const { return now_; }
  [[nodiscard]] std::int64_t below(std::int64_t limit) {
    return static_cast<std::int64_t>(random_() % static_cast<std::uint64_t>(limit));
  }
  [[nodiscard]] Phase any_phase() { return static_cast<Phase>(below(3)); }
  [[nodiscard]] bool correct() const { return correct_; }
  [[nodiscard]] std::size_t size() const { return queue_.size(); }

 private:
  static constexpr std::int64_t kFar = std::int64_t{1} << 40;
  using Entry = std::pair<std::pair<std::uint64_t, std::uint64_t>, Timer*>;
  static Entry entry(Timer& timer) { return {{timer.when.key(), timer.number}, &timer}; }
  void pop() {
    Timer& timer = queue_.pop();
    correct_ = correct_ && &timer == right_.begin()->second && !timer.scheduled;
    right_.erase(right_.begin());
  }
  Timer& take_any() {
    std::swap(inside_[static_cast<std::size_t>(below(static_cast<std::int64_t>(inside_.size())))], inside_.back());
    Timer& timer = *inside_.back();
    inside_.pop_back();
    return timer;
  }

  std::mt19937_64 random_;
  TimerQueue queue_;
  std::set<Entry> right_;
  std::deque<Timer> timers_;
  std::vector<Timer*> inside_;
  std::uint64_t number_ = 0;
  std::int64_t now_ = 0;
  bool correct_ = true;
};

/// Inserts, cancels and runs in turn; `reach` is the largest distance of an inserted timer.
template <class Reach>
void mix(Compared& calendar, int steps, const Reach& reach) {
  for (int step = 0; step < steps && calendar.correct(); ++step) {
    const std::int64_t dice = calendar.below(10);
    if (dice < 5) calendar.insert(calendar.now() + reach(), calendar.any_phase());
    if (dice == 5 && calendar.size() > 0) calendar.erase_any();
    if (dice == 6) calendar.run_one(calendar.now() + reach());
    if (dice > 6) calendar.run_one();
  }
  CHECK(calendar.correct());
  calendar.run_all();
  CHECK(calendar.correct());
  CHECK(calendar.size() == 0);
}

}  // namespace

TEST_CASE("Timers come by instant, phase and number, whatever was inserted and cancelled before") {
  const std::uint64_t seed = GENERATE(range(1, 9));
  Compared calendar(seed);
  SECTION("at few different instants") {
    mix(calendar, 20'000, [&] { return calendar.below(4); });
  }
  SECTION("spread over a day") {
    mix(calendar, 20'000, [&] { return calendar.below(86'400); });
  }
  SECTION("from a second to ages away") {
    mix(calendar, 20'000, [&] { return calendar.below(std::int64_t{1} << calendar.below(35)); });
  }
  SECTION("in days, as people plan") {
    mix(calendar, 20'000, [&] { return 86'400 * calendar.below(40) - calendar.now() % 86'400 + 86'400; });
  }
}

TEST_CASE("The order holds while the calendar grows to many timers, and while it empties") {
  Compared calendar(17);
  for (int i = 0; i < 20'000; ++i) calendar.insert(calendar.below(3'000'000), calendar.any_phase());
  for (int i = 0; i < 15'000; ++i) calendar.erase_any();
  for (int i = 0; i < 2'000; ++i) {
    calendar.run_one();
    calendar.insert(calendar.now() + calendar.below(1'000), Phase::End);
  }
  calendar.run_all();
  CHECK(calendar.correct());
}

TEST_CASE("All timers of one instant and phase are due together, however many they are and wherever they wait") {
  const int count = GENERATE(2, 47, 48, 49, 100, 1'000, 50'000);
  Compared calendar(3);
  SECTION("inserted in order") {
    for (int i = 0; i < count; ++i) calendar.insert(77, Phase::End);
  }
  SECTION("the first numbers last") {
    std::vector<std::uint64_t> numbers;
    for (int i = 0; i < count; ++i) numbers.push_back(calendar.take_number());
    for (int i = count; i-- > 0;) calendar.insert(77, Phase::End, numbers[static_cast<std::size_t>(i)]);
  }
  SECTION("and half of them cancelled") {
    for (int i = 0; i < count; ++i) calendar.insert(77, Phase::End);
    for (int i = 0; i < count / 2; ++i) calendar.erase_any();
  }
  calendar.insert(78, Phase::Change);
  calendar.run_one(1'000);
  CHECK(calendar.correct());
  CHECK(calendar.size() == 1);
}

TEST_CASE("What is inserted before a timer far away, which was looked for in vain, comes first") {
  Compared calendar(5);
  calendar.insert(1'000'000'000, Phase::End);
  for (int month = 1; month <= 24; ++month) {
    calendar.run_one(month * 2'629'800);
    for (int i = 0; i < 300; ++i) calendar.insert(calendar.now() + calendar.below(2'000'000), calendar.any_phase());
  }
  for (int i = 0; i < 50'000; ++i) calendar.insert(calendar.now() + 10 + calendar.below(9), Phase::End);
  calendar.run_all();
  CHECK(calendar.correct());
}

TEST_CASE("A phase that is over may come again within the same instant") {
  Compared calendar(6);
  calendar.insert(10, Phase::Deadline);
  calendar.run_one(100);
  calendar.insert(10, Phase::Change);
  calendar.insert(10, Phase::Deadline);
  calendar.insert(11, Phase::Change);
  calendar.insert(10, Phase::End);
  calendar.run_all();
  CHECK(calendar.correct());
}

TEST_CASE("A million timers are cancelled in any order") {
  constexpr std::size_t kMany = 1'000'000;
  std::vector<Timer> timers(kMany);
  TimerQueue queue;
  std::mt19937_64 random(11);
  const bool at_once = GENERATE(false, true);
  std::uint64_t number = 0;
  for (Timer& timer : timers) {
    timer.number = ++number;
    timer.when = Instant(at(at_once ? 5 : static_cast<std::int64_t>(random() % 100'000'000)), Phase::Deadline);
    queue.insert(timer);
  }
  CHECK(queue.size() == kMany);
  // 7 919 is prime and divides no power of ten: all are visited.
  for (std::size_t i = 0; i < kMany; ++i) queue.erase(timers[i * 7'919 % kMany]);
  CHECK(queue.size() == 0);
  CHECK_FALSE(queue.has_due(end_of(200'000'000)));
}

TEST_CASE("A time beyond the calendar is refused, and the timer is not scheduled") {
  TimerQueue queue;
  Timer timer;
  timer.when = Instant(at(std::int64_t{1} << 43), Phase::End);
  CHECK_THROWS_AS(queue.insert(timer), std::domain_error);
  CHECK_FALSE(timer.scheduled);
  timer.when = Instant(at(std::int64_t{1} << 41), Phase::End);
  queue.insert(timer);
  CHECK(queue.has_due(end_of(std::int64_t{1} << 41)));
}
