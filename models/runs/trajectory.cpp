// SPDX-License-Identifier: MIT
#include "models/runs/trajectory.hpp"

#include <algorithm>
#include <limits>

#include "engine/kernels/simgrid_kernel.hpp"
#include "models/life/world.hpp"
#include "models/runs/results.hpp"
#include "models/staircase/scenario.hpp"

namespace trapphus::models {

namespace {

constexpr std::uint64_t kFirst = 200'000;

std::string describe(const Event& event, const Settings& settings) {
  return "event " + std::to_string(static_cast<int>(event.kind)) + " of " +
         settings.groups[event.client.group.index()].name + " " + std::to_string(event.client.number + 1) + " at " +
         engine::to_string(event.time);
}

std::vector<Event> by_client(std::vector<Event> events) {
  std::stable_sort(events.begin(), events.end(), [](const Event& a, const Event& b) { return a.client < b.client; });
  return events;
}

bool same(const Event& a, const Event& b) {
  return a.client == b.client && a.kind == b.kind && a.subject == b.subject &&
         std::chrono::abs(a.time - b.time) <= engine::Duration{1};
}

enum class ReplayEnd : std::uint8_t { Whole, Full, Crowded, Stopped };

ReplayEnd replay(const Scenario& scenario, const Alternative& alternative, std::uint64_t seed, Trajectory& trajectory,
                 std::unique_ptr<engine::Kernel> kernel) {
  World world(alternative, {scenario.from, scenario.to, seed, 0}, std::move(kernel), trajectory);
  try {
    world.run();
  } catch (const Trajectory::Full&) {
    return ReplayEnd::Full;
  } catch (const Trajectory::Stopped&) {
    return ReplayEnd::Stopped;
  } catch (const engine::SimGridLimit&) {
    return ReplayEnd::Crowded;
  }
  return ReplayEnd::Whole;
}

/// Up to which two replays are comparable: an event at the very end of one may be a second later, and so missing, in
/// the other.
engine::Time comparable(engine::Time end) {
  return end - engine::Duration{2};
}

engine::Time last_event(const Trajectory& trajectory, engine::Time from) {
  return trajectory.events().empty() ? from : trajectory.events().back().time;
}

std::uint64_t events_until(const Trajectory& trajectory, engine::Time until) {
  return static_cast<std::uint64_t>(
      std::ranges::count_if(trajectory.events(), [until](const Event& event) { return event.time <= until; }));
}

}  // namespace

void Trajectory::record(const Event& event, const ClientState&) {
  if (events_.size() >= limit_) throw Full();
  if (stop_ != nullptr && *stop_) throw Stopped();
  events_.push_back(event);
}

std::optional<std::string> difference(const std::vector<Event>& first, const std::vector<Event>& second,
                                      engine::Time until, const Settings& settings) {
  const std::vector<Event> a = by_client(first);
  const std::vector<Event> b = by_client(second);
  for (auto left = a.begin(), right = b.begin(); left != a.end() || right != b.end();) {
    const bool only_left = right == b.end() || (left != a.end() && left->client < right->client);
    const bool only_right = left == a.end() || (right != b.end() && right->client < left->client);
    if (!only_left && !only_right && same(*left, *right)) {
      ++left;
      ++right;
      continue;
    }
    const ClientId client = only_right ? right->client : left->client;
    const Time time = only_left ? left->time : only_right ? right->time : std::min(left->time, right->time);
    if (time <= until) {
      return "calendar has " + (only_right ? "nothing more" : describe(*left, settings)) + ", simgrid has " +
             (only_left ? "nothing more" : describe(*right, settings));
    }
    // The rest of this household is skipped: an event just before `until` may have its counterpart just after it.
    const auto is_other = [&](const Event& event) { return event.client != client; };
    left = std::find_if(left, a.end(), is_other);
    right = std::find_if(right, b.end(), is_other);
  }
  return std::nullopt;
}

Check check_kernels(const Scenario& scenario, const RunOptions& options, std::size_t most_actors) {
  Check check;
  check.version = engine::simgrid_version();
  Check interrupted = check;
  const std::uint64_t seed = options.seed.value_or(scenario.seed);
  std::uint64_t left = options.check == CheckChoice::All ? std::numeric_limits<std::uint64_t>::max() : kFirst;
  check.equal = true;
  check.until = scenario.to;
  for (const Alternative& alternative : scenario.alternatives) {
    if (options.stop && *options.stop) return interrupted;
    if (options.progress) options.progress({"checking against SimGrid", static_cast<std::int64_t>(check.events), 0});
    Trajectory calendar(left, options.stop);
    Trajectory simgrid(left, options.stop);
    const ReplayEnd first = replay(scenario, alternative, seed, calendar, engine::calendar_kernel());
    if (first == ReplayEnd::Stopped) return interrupted;
    const ReplayEnd second =
        replay(scenario, alternative, seed, simgrid, engine::simgrid_kernel(scenario.from, most_actors));
    if (second == ReplayEnd::Stopped) return interrupted;
    engine::Time until = comparable(scenario.to);
    if (first != ReplayEnd::Whole || second == ReplayEnd::Crowded) {
      until = comparable(std::min(last_event(calendar, scenario.from), last_event(simgrid, scenario.from)));
      check.whole = false;
      check.until = std::min(check.until, until);
    }
    if (second == ReplayEnd::Crowded) check.crowded = most_actors;
    check.events += second == ReplayEnd::Crowded ? events_until(calendar, until) : calendar.events().size();
    left -= std::min<std::uint64_t>(left, calendar.events().size());
    if (auto mismatch = difference(calendar.events(), simgrid.events(), until, alternative.epochs.front().settings)) {
      check.equal = false;
      check.difference = alternative.name + ": " + *mismatch;
      break;
    }
    if (left == 0) {
      check.whole = check.whole && &alternative == &scenario.alternatives.back();
      break;
    }
  }
  check.ran = check.events > 0 || check.crowded == 0;
  return check;
}

}  // namespace trapphus::models
