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

/// Returns whether the run was completed.
bool replay(const Scenario& scenario, const Alternative& alternative, std::uint64_t seed, Trajectory& trajectory,
            std::unique_ptr<engine::Kernel> kernel) {
  World world(alternative, {scenario.from, scenario.to, seed, 0}, std::move(kernel), trajectory);
  try {
    world.run();
  } catch (const Trajectory::Full&) {
    return false;
  }
  return true;
}

}  // namespace

void Trajectory::record(const Event& event, const ClientState&) {
  if (events_.size() >= limit_) throw Full();
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

Check check_kernels(const Scenario& scenario, const RunOptions& options) {
  Check check;
  check.version = engine::simgrid_version();
  const std::uint64_t seed = options.seed.value_or(scenario.seed);
  std::uint64_t left = options.check == CheckChoice::All ? std::numeric_limits<std::uint64_t>::max() : kFirst;
  check.equal = true;
  check.until = scenario.to;
  for (const Alternative& alternative : scenario.alternatives) {
    if (options.stop && *options.stop) return check;  // interrupted: no result
    if (options.progress) options.progress({"checking against SimGrid", static_cast<std::int64_t>(check.events), 0});
    Trajectory calendar(left);
    Trajectory simgrid(left);
    const bool whole = replay(scenario, alternative, seed, calendar, engine::calendar_kernel());
    replay(scenario, alternative, seed, simgrid, engine::simgrid_kernel(scenario.from));
    // An event at the very end of one run may be a second later, and so missing, in the other.
    engine::Time until = scenario.to - engine::Duration{2};
    if (!whole) {
      // Beyond the earlier of the last events one of the runs was cut off.
      until = std::min(calendar.events().back().time, simgrid.events().back().time) - engine::Duration{2};
      check.whole = false;
      check.until = until;
    }
    check.events += calendar.events().size();
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
  check.ran = true;
  return check;
}

}  // namespace trapphus::models
