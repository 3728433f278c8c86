// SPDX-License-Identifier: MIT
#include "models/studies/fitted_scenario.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "models/staircase/scenario.hpp"

namespace trapphus::models {
namespace {

constexpr std::size_t kMostTelling = 3;

}  // namespace

std::string group_name(const Scenario& scenario, const Observation& observation) {
  return observation.group.valid() ? first_settings(scenario).groups[observation.group.index()].name : "";
}

bool several_alternatives(const Scenario& scenario, const std::vector<std::size_t>& places) {
  return std::any_of(places.begin(), places.end(), [&](std::size_t place) {
    return scenario.observations[place].alternative != scenario.observations[places.front()].alternative;
  });
}

std::vector<std::size_t> most_telling(const engine::Calibration& fit, std::size_t input) {
  std::vector<std::size_t> order(fit.effects.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return std::abs(fit.effects[a][input]) > std::abs(fit.effects[b][input]);
  });
  if (order.size() > kMostTelling) order.resize(kMostTelling);
  return order;
}

}  // namespace trapphus::models
