// SPDX-License-Identifier: MIT
#include "models/runs/payback.hpp"

#include <algorithm>
#include <boost/math/distributions/binomial.hpp>
#include <cmath>
#include <functional>
#include <numeric>
#include <stdexcept>

#include "engine/statistics/no_value.hpp"
#include "models/runs/aggregate.hpp"
#include "models/staircase/grant_line.hpp"
#include "models/staircase/scenario.hpp"

namespace trapphus::models {
namespace {

using Replications = std::span<const ReplicationResult>;
using Counts = std::function<bool(const BookedLine&)>;

/// What these accounts booked by month.
std::vector<Money> spent(const ReplicationResult& replication, std::size_t months, const Counts& counts) {
  std::vector<Money> sums(months);
  for (const BookedLine& booked : replication.ledger) {
    if (!counts(booked)) continue;
    for (std::size_t i = 0; i < months; ++i) sums[i] += booked.amounts[i];
  }
  return sums;
}

MonthlySavings saved(Replications base, Replications other, std::size_t months, const Counts& counts) {
  MonthlySavings all;
  for (std::size_t r = 0; r < base.size(); ++r) {
    auto& row = all.emplace_back(spent(base[r], months, counts));
    const auto less = spent(other[r], months, counts);
    for (std::size_t i = 0; i < months; ++i) row[i] -= less[i];
  }
  return all;
}

std::vector<double> cumulative(const std::vector<Money>& saved) {
  std::vector<double> sums;
  Money sum;
  for (const Money month : saved) sums.push_back((sum += month).in_kronor());
  return sums;
}

std::vector<double> by_year(const std::vector<Money>& saved, const Period& period) {
  std::vector<Money> sums;
  for (std::size_t i = 0; i < saved.size(); ++i) {
    const auto year = static_cast<std::size_t>(period.month(i).year() - period.month(0).year());
    sums.resize(std::max(sums.size(), year + 1));
    sums[year] += saved[i];
  }
  std::vector<double> kronor;
  for (const Money sum : sums) kronor.push_back(sum.in_kronor());
  return kronor;
}

/// In how many of the replications: the month by which this share of them has paid back.
std::optional<engine::Month> month_of_share(const std::vector<std::size_t>& sorted, std::size_t replications,
                                            double share, const Period& period) {
  const auto needed = static_cast<std::size_t>(std::ceil(share * static_cast<double>(replications)));
  if (needed == 0 || needed > sorted.size()) return std::nullopt;
  return period.month(sorted[needed - 1]);
}

Payback payback(const MonthlySavings& saved, const Period& period, engine::Month by) {
  Payback result{by, engine::kNoValue, engine::kNoValue, engine::kNoValue, {}, {}, {}};
  if (saved.empty()) return result;
  std::vector<std::size_t> months;
  for (const auto& row : saved) {
    if (const auto month = payback_month(row)) months.push_back(*month);
  }
  std::sort(months.begin(), months.end());
  const auto times = std::count_if(months.begin(), months.end(), [&](auto i) { return period.month(i) <= by; });
  const auto all = static_cast<double>(saved.size()), successes = static_cast<double>(times);
  using Binomial = boost::math::binomial_distribution<double>;
  result.probability = successes / all;
  result.low = Binomial::find_lower_bound_on_p(all, successes, 0.025);
  result.high = Binomial::find_upper_bound_on_p(all, successes, 0.025);
  result.early = month_of_share(months, saved.size(), 0.05, period);
  result.median = month_of_share(months, saved.size(), 0.5, period);
  result.late = month_of_share(months, saved.size(), 0.95, period);
  return result;
}

bool has_money(Replications replications) {
  const auto any = [](const BookedLine& booked) {
    return std::any_of(booked.amounts.begin(), booked.amounts.end(), [](Money amount) { return amount != Money(); });
  };
  return std::any_of(replications.begin(), replications.end(), [&any](const ReplicationResult& replication) {
    return std::any_of(replication.ledger.begin(), replication.ledger.end(), any);
  });
}

bool among(const std::vector<std::string>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

/// A grant is booked as income of whoever receives it; who gives it pays as much.
Estimate payer_saving(const Payer& payer, Replications base, Replications other, std::size_t months) {
  const auto pays = saved(base, other, months, [&](const BookedLine& booked) {
    if (!is_grant_line(booked.line)) return among(payer.lines, booked.line);
    return among(payer.receives, granted_by(booked.line));
  });
  const auto gives = saved(base, other, months, [&](const BookedLine& booked) {
    return is_grant_line(booked.line) && among(payer.gives, granted_by(booked.line));
  });
  std::vector<double> totals;
  for (std::size_t r = 0; r < pays.size(); ++r) {
    const Money sum = std::accumulate(pays[r].begin(), pays[r].end(), Money());
    totals.push_back((sum - std::accumulate(gives[r].begin(), gives[r].end(), Money())).in_kronor());
  }
  return estimate(totals);
}

engine::Month last_month(Time end) {
  return engine::Month::of(end - Duration(1));
}

}  // namespace

std::optional<std::size_t> payback_month(std::span<const Money> saved) {
  Money sum;
  std::optional<std::size_t> since;
  for (std::size_t i = 0; i < saved.size(); ++i) {
    sum += saved[i];
    if (sum < Money()) since.reset();
    if (sum >= Money() && !since) since = i;
  }
  return since;
}

Saving summarise(const MonthlySavings& saved, const Period& period, engine::Month by) {
  Saving result{{}, {}, estimate({}), payback(saved, period, by), {}};
  if (saved.empty()) return result;
  std::vector<std::vector<double>> sums, years;
  for (const auto& row : saved) {
    sums.push_back(cumulative(row));
    years.push_back(by_year(row, period));
    result.totals.push_back(sums.back().back());
  }
  result.cumulative = series_of(period.month(0), sums);
  result.yearly = series_of(engine::Month(period.month(0).year() * 12), years);
  result.all = estimate(result.totals);
  return result;
}

SavingResult savings(const Scenario& scenario, const Alternative& other, Replications base_runs,
                     Replications other_runs) {
  if (base_runs.size() != other_runs.size()) {
    throw std::invalid_argument("alternatives must have the same replications");
  }
  const Period period(scenario.from, scenario.to);
  const auto& application = scenario.application;
  const Time end = application && application->ends ? std::min(*application->ends, scenario.to) : scenario.to;
  const auto& stages = other.epochs.front().settings.stages;
  const auto of = [&](const Counts& counts) {
    return summarise(saved(base_runs, other_runs, period.months(), counts), period, last_month(end));
  };
  SavingResult result;
  result.name = other.name;
  result.cost = of([](const BookedLine& booked) { return !is_grant_line(booked.line); });
  result.with_grants = of([](const BookedLine&) { return true; });
  result.acute =
      of([&](const BookedLine& booked) { return booked.stage.valid() && stages[booked.stage.index()].acute; });
  if (!has_money(base_runs) && !has_money(other_runs)) {
    for (Saving* saving : {&result.cost, &result.with_grants, &result.acute})
      saving->payback = payback({}, period, last_month(end));
  }
  if (!application) return result;
  for (const Payer& payer : application->payers) {
    result.payers.push_back({payer.name, payer_saving(payer, base_runs, other_runs, period.months())});
  }
  return result;
}

}  // namespace trapphus::models
