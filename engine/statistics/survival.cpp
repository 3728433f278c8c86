// SPDX-License-Identifier: MIT
#include "engine/statistics/survival.hpp"

#include <algorithm>
#include <stdexcept>

#include "engine/statistics/no_value.hpp"

namespace trapphus::engine {

void Survival::entered(Duration entry, Duration exit) {
  if (exit < entry) throw std::domain_error("a stay cannot end before it is watched");
  entries_.add(entry);
}

void Survival::ended(Duration exit, std::size_t cause, Duration entry) {
  DayHistogram& events = events_.at(cause);
  entered(entry, exit);
  events.add(exit);
}

void Survival::censored(Duration exit, Duration entry) {
  entered(entry, exit);
  censorings_.add(exit);
}

void Survival::merge(const Survival& other) {
  if (other.causes() != causes()) throw std::invalid_argument("survival tables with different causes cannot be merged");
  entries_.merge(other.entries_);
  censorings_.merge(other.censorings_);
  for (std::size_t cause = 0; cause < events_.size(); ++cause) events_[cause].merge(other.events_[cause]);
}

std::int64_t Survival::events() const {
  std::int64_t sum = 0;
  for (const auto& cause : events_) sum += cause.count();
  return sum;
}

std::size_t Survival::days() const {
  std::size_t longest = censorings_.counts().size();
  for (const auto& cause : events_) longest = std::max(longest, cause.counts().size());
  return longest;
}

template <class Visit>
void Survival::each_day(const Visit& visit) const {
  std::int64_t at_risk = 0;
  for (std::size_t day = 0, end = days(); day < end; ++day) {
    at_risk += entries_.on_day(day);
    std::int64_t ended = 0;
    for (const auto& cause : events_) ended += cause.on_day(day);
    visit(day, static_cast<double>(at_risk), static_cast<double>(ended));
    at_risk -= ended + censorings_.on_day(day);
  }
}

std::vector<double> Survival::survival() const {
  std::vector<double> result;
  double left = 1;
  each_day([&](std::size_t, double at_risk, double ended) {
    if (ended > 0) left *= 1 - ended / at_risk;
    result.push_back(left);
  });
  return result;
}

std::vector<std::vector<double>> Survival::cumulative_incidence() const {
  std::vector<std::vector<double>> result(causes());
  std::vector<double> incidence(causes());
  double left = 1;
  each_day([&](std::size_t day, double at_risk, double ended) {
    for (std::size_t cause = 0; cause < causes(); ++cause) {
      if (ended > 0) incidence[cause] += left * static_cast<double>(events_[cause].on_day(day)) / at_risk;
      result[cause].push_back(incidence[cause]);
    }
    if (ended > 0) left *= 1 - ended / at_risk;
  });
  return result;
}

double Survival::restricted_mean() const {
  return restricted_mean(days());
}

double Survival::restricted_mean(std::size_t limit) const {
  if (stays() == 0) return kNoValue;
  // The sum of P(longer than day d) is the mean of whole days; the mean fraction of a day is added for ended stays.
  const std::vector<double> longer = survival();
  double whole_days = 0;
  double left = 1;
  for (std::size_t day = 0; day < limit; ++day) {
    if (day < longer.size()) left = longer[day];
    whole_days += left;
  }
  double beyond = 0;
  for (const auto& cause : events_) beyond += cause.mean_beyond() * static_cast<double>(cause.count());
  return whole_days + (events() > 0 ? (1 - left) * beyond / static_cast<double>(events()) : 0);
}

Survival::Quantile Survival::quantile(double share) const {
  if (!(share > 0 && share <= 1)) throw std::domain_error("a quantile's share must be above 0 and at most 1");
  const std::vector<double> longer = survival();
  if (longer.empty()) return {kNoValue, false};
  // The tolerance covers the rounding error of the product.
  const auto there = std::find_if(longer.begin(), longer.end(), [&](double left) { return left <= 1 - share + 1e-12; });
  if (there == longer.end()) return {static_cast<double>(longer.size() - 1), false};
  return {static_cast<double>(there - longer.begin()), true};
}

}  // namespace trapphus::engine
