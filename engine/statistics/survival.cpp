// SPDX-License-Identifier: MIT
#include "engine/statistics/survival.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>
#include <utility>

namespace trapphus::engine {
namespace {

using Bins = std::vector<LengthHistogram::Bin>;

/// Covers the rounding error of a long product or sum.
constexpr double kRoundingOfCurves = 1e-12;

/// Fewer than this share of those who would be at risk at an age if nobody were censored are too few to stand for all.
constexpr double kTooFewAtRisk = 0.02;

void require_share(double share) {
  if (!(share > 0 && share <= 1)) throw std::domain_error("a quantile's share must be above 0 and at most 1");
}

/// Reads bins in order.
class Cursor {
 public:
  explicit Cursor(Bins bins) : bins_(std::move(bins)) {}
  [[nodiscard]] bool over() const { return at_ == bins_.size(); }
  [[nodiscard]] Duration next() const { return over() ? Duration::max() : bins_[at_].begin; }
  /// The bin that begins here, or an empty one.
  LengthHistogram::Bin take(Duration begin) {
    return next() == begin ? bins_[at_++] : LengthHistogram::Bin{begin, 0, {}};
  }

 private:
  Bins bins_;
  std::size_t at_ = 0;
};

}  // namespace

void Survival::entered(Duration entry, Duration exit) {
  if (exit < entry) throw std::domain_error("a stay cannot end before it is watched");
  entries_.add(entry);
}

void Survival::ended(Duration exit, std::size_t cause, Duration entry) {
  LengthHistogram& events = events_.at(cause);
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

void Survival::remove(const Survival& other) {
  if (other.causes() != causes()) throw std::invalid_argument("survival tables with different causes cannot be merged");
  entries_.remove(other.entries_);
  censorings_.remove(other.censorings_);
  for (std::size_t cause = 0; cause < events_.size(); ++cause) events_[cause].remove(other.events_[cause]);
}

std::int64_t Survival::events() const {
  std::int64_t sum = 0;
  for (const auto& cause : events_) sum += cause.count();
  return sum;
}

Survival::Curves Survival::curves() const {
  Duration width = std::max(entries_.width(), censorings_.width());
  for (const auto& cause : events_) width = std::max(width, cause.width());
  Cursor entries(entries_.bins(width)), censorings(censorings_.bins(width));
  std::vector<Cursor> events;
  for (const auto& cause : events_) events.emplace_back(cause.bins(width));

  Curves curves;
  curves.incidence_.resize(causes());
  std::vector<double> incidence(causes());
  std::vector<std::int64_t> by_cause(causes());
  std::int64_t at_risk = 0, most_at_risk = 0;
  double longer = 1;
  for (;;) {
    Duration begin = std::min(entries.next(), censorings.next());
    for (const Cursor& cause : events) begin = std::min(begin, cause.next());
    if (begin == Duration::max()) return curves;
    if (most_at_risk == 0) curves.known_from_ = LengthHistogram::Bin{begin, 1, {}}.mean();
    at_risk += entries.take(begin).count;
    most_at_risk = std::max(most_at_risk, at_risk);
    if (static_cast<double>(at_risk) < kTooFewAtRisk * longer * static_cast<double>(most_at_risk)) return curves;
    LengthHistogram::Bin ended{begin, 0, {}};
    for (std::size_t cause = 0; cause < causes(); ++cause) {
      const auto bin = events[cause].take(begin);
      by_cause[cause] = bin.count;
      ended.count += bin.count;
      ended.beyond += bin.beyond;
    }
    const auto censored = censorings.take(begin);
    if (ended.count == 0 && censored.count == 0) continue;
    curves.known_ = std::max(ended.mean(), censored.mean());
    // The last at risk end, and others enter later: the ends cannot be weighed.
    if (ended.count == at_risk && !entries.over()) return curves;
    if (ended.count > 0) {
      const double each = longer / static_cast<double>(at_risk);
      longer *= 1 - static_cast<double>(ended.count) / static_cast<double>(at_risk);
      curves.days_.push_back(ended.mean());
      curves.longer_.push_back(longer);
      for (std::size_t cause = 0; cause < causes(); ++cause) {
        incidence[cause] += each * static_cast<double>(by_cause[cause]);
        curves.incidence_[cause].push_back(incidence[cause]);
      }
    }
    at_risk -= ended.count + censored.count;
    if (at_risk == 0 && !entries.over()) return curves;
  }
}

std::size_t Survival::Curves::ages_by(double days) const {
  return static_cast<std::size_t>(std::upper_bound(days_.begin(), days_.end(), days) - days_.begin());
}

double Survival::Curves::longer(double days) const {
  const std::size_t ages = ages_by(days);
  return ages == 0 ? 1 : longer_[ages - 1];
}

double Survival::Curves::incidence(std::size_t cause, double days) const {
  const auto& curve = incidence_.at(cause);
  const std::size_t ages = ages_by(days);
  return ages == 0 ? 0 : curve[ages - 1];
}

double Survival::Curves::restricted_mean(double limit) const {
  if (std::isnan(known_)) return kNoValue;
  double sum = 0, left = 1, since = 0;
  for (std::size_t i = 0; i < days_.size() && days_[i] < limit; ++i) {
    sum += left * (days_[i] - since);
    left = longer_[i];
    since = days_[i];
  }
  return sum + left * (limit - since);
}

Survival::Quantile Survival::Curves::quantile(double share) const {
  require_share(share);
  const auto there = std::find_if(longer_.begin(), longer_.end(),
                                  [share](double left) { return left <= 1 - share + kRoundingOfCurves; });
  if (there == longer_.end()) return {known_, false};
  return {days_[static_cast<std::size_t>(there - longer_.begin())], true};
}

double Survival::Curves::mean_of_cause(std::size_t cause) const {
  const auto& curve = incidence_.at(cause);
  double before = 0, sum = 0;
  for (std::size_t i = 0; i < curve.size(); ++i) {
    sum += (curve[i] - before) * days_[i];
    before = curve[i];
  }
  return before > 0 ? sum / before : kNoValue;
}

double Survival::Curves::quantile_of_cause(std::size_t cause, double share) const {
  require_share(share);
  const auto& curve = incidence_.at(cause);
  if (curve.empty() || curve.back() <= 0) return kNoValue;
  const double wanted = share * curve.back() * (1 - kRoundingOfCurves);
  const auto there = std::find_if(curve.begin(), curve.end(), [wanted](double ended) { return ended >= wanted; });
  return days_[static_cast<std::size_t>(there - curve.begin())];
}

}  // namespace trapphus::engine
