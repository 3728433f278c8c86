// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cstddef>
#include <utility>

#include "models/life/circular_waits.hpp"
#include "models/life/world.hpp"

/// Households that change places.
namespace trapphus::models {

/// Of those who hold and want the same, the one that has waited longest.
std::vector<CircularWaits::Exchanger> CircularWaits::oldest_of_each_kind() const {
  std::vector<Exchanger> oldest;
  for (const Exchanger& one : exchangers_) {
    if (one.household->exchanged) continue;
    const auto same = std::find_if(oldest.begin(), oldest.end(), [&](const Exchanger& other) {
      return other.to == one.to && other.needs_place == one.needs_place &&
             other.household->state.stage == one.household->state.stage &&
             other.household->group() == one.household->group() &&
             bool(other.household->place) == bool(one.household->place);
    });
    if (same == oldest.end()) {
      oldest.push_back(one);
    } else if (one.turn < same->turn) {
      *same = one;
    }
  }
  return oldest;
}

/// What `from` leaves that lets `to` in where it wants to go. Units that are reserved for groups go to households of
/// the same group only; a unit elsewhere may be vacant for want of the place.
CircularWaits::Gift CircularWaits::gift(const Exchanger& from, const Exchanger& to) const {
  const Household& giver = *from.household;
  const StageId stage = giver.state.stage;
  const World::StageState& wanted = world_.state(to.to);
  Gift gift;
  gift.unit =
      wanted.pool && stage == to.to && giver.unit && (!wanted.lines_by_group || giver.group() == to.household->group());
  const auto& support = world_.stage(to.to).support;
  gift.place = to.needs_place && giver.place && world_.stage(stage).support->team == support->team &&
               !world_.keeps_place(giver, from.to);
  const bool has_unit = gift.unit || !wanted.pool || wanted.pool->is_vacant(world_.line(*to.household, to.to));
  const auto has_place = [&] {
    const auto& cases = world_.state(support->team).cases;
    return gift.place || cases->held() < cases->units();
  };
  gift.possible = (gift.unit || gift.place) && has_unit && (!to.needs_place || has_place());
  return gift;
}

/// The shortest circle of households of which each gets what the next one leaves: breadth first, from the household
/// that has just begun to wait.
bool CircularWaits::exchange(const Exchanger& first) {
  const std::vector<Exchanger> others = oldest_of_each_kind();
  constexpr std::size_t kUnknown = ~std::size_t{0}, kFirst = kUnknown - 1;
  std::vector<std::size_t> reached_from(others.size(), kUnknown);
  std::vector<std::size_t> reached;
  const auto reach = [&](const Exchanger& receiver, std::size_t index) {
    for (std::size_t i = 0; i < others.size(); ++i) {
      if (reached_from[i] != kUnknown || !gift(others[i], receiver).possible) continue;
      reached_from[i] = index;
      reached.push_back(i);
    }
  };
  reach(first, kFirst);
  for (std::size_t i = 0; i < reached.size(); ++i) {
    const Exchanger& last = others[reached[i]];
    if (!gift(first, last).possible) {
      reach(last, reached[i]);
      continue;
    }
    std::vector<Exchanger> circle;
    for (std::size_t at = reached[i]; at != kFirst; at = reached_from[at]) circle.push_back(others[at]);
    circle.push_back(first);
    std::reverse(circle.begin(), circle.end());
    change_places(circle);
    return true;
  }
  return false;
}

void CircularWaits::change_places(const std::vector<Exchanger>& circle) {
  struct Given {
    engine::Grant unit, place;
  };
  std::vector<Gift> gifts;
  for (std::size_t i = 0; i < circle.size(); ++i) gifts.push_back(gift(circle[(i + 1) % circle.size()], circle[i]));
  std::vector<Given> given(circle.size());
  for (std::size_t i = 0; i < circle.size(); ++i) {
    Household& giver = *circle[(i + 1) % circle.size()].household;
    if (gifts[i].unit) given[i].unit = std::move(giver.unit);
    if (gifts[i].place) given[i].place = std::move(giver.place);
  }
  for (std::size_t i = 0; i < circle.size(); ++i) {
    const Exchanger& one = circle[i];
    const auto& pool = world_.state(one.to).pool;
    if (pool && !given[i].unit) given[i].unit = pool->occupy(world_.line(*one.household, one.to));
    if (one.needs_place && !given[i].place)
      given[i].place = world_.state(world_.stage(one.to).support->team).cases->occupy();
    one.household->next_unit = std::move(given[i].unit);
    one.household->next_place = std::move(given[i].place);
    one.household->exchanged = true;
    if (i > 0) one.household->news.announce();  // the first one is not waiting yet
  }
}

}  // namespace trapphus::models
