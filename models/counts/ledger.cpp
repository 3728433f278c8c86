// SPDX-License-Identifier: MIT
#include "models/counts/ledger.hpp"

#include <algorithm>
#include <cmath>

namespace trapphus::models {
namespace {

using engine::Month;
using engine::Time;

std::int64_t nights_between(Time from, Time to) {
  return (std::chrono::floor<std::chrono::days>(to) - std::chrono::floor<std::chrono::days>(from)).count();
}

/// Calls visit(month, from, to) with the part of [from, to) in each calendar month.
template <class Visit>
void each_month(Time from, Time to, const Visit& visit) {
  while (from < to) {
    const Month month = Month::of(from);
    const Time end = std::min(to, month.end());
    visit(month, from, end);
    from = end;
  }
}

}  // namespace

std::size_t Ledger::open(const Account& account) {
  const auto found = std::find(accounts_.begin(), accounts_.end(), account);
  if (found != accounts_.end()) return static_cast<std::size_t>(found - accounts_.begin());
  accounts_.push_back(account);
  amounts_.emplace_back();
  return accounts_.size() - 1;
}

std::size_t Ledger::add_level() {
  levels_.push_back({NightCount(from_), {}, 0, 0});
  return levels_.size() - 1;
}

void Ledger::set(std::size_t level, Time now, double value) {
  levels_[level].nights.set(now, std::llround(value * static_cast<double>(kParts)));
}

void Ledger::set_tariffs(std::size_t level, Time now, std::vector<Tariff> tariffs) {
  bill(levels_[level], now);
  levels_[level].tariffs = std::move(tariffs);
}

void Ledger::bill(Level& level, Time now) {
  level.nights.count(now);
  const auto& nights = level.nights.nights();
  for (;; ++level.month, level.booked = 0) {
    const std::int64_t due = nights[level.month] - level.booked;
    for (const Tariff& tariff : level.tariffs) post(tariff.account, tariff.price, level.month, due);
    if (level.month + 1 == nights.size()) break;
  }
  level.booked = nights.back();
}

void Ledger::book(std::size_t account, const Price& price, Time from, Time to) {
  each_month(from, to, [&](Month month, Time begin, Time end) {
    const auto index = static_cast<std::size_t>(month.number() - first_.number());
    post(account, price, index, nights_between(begin, end) * kParts);
  });
}

void Ledger::book(std::size_t account, Money amount, Time on) {
  post(account, static_cast<std::size_t>(Month::of(on).number() - first_.number()), kDenominator * amount.in_ore());
}

void Ledger::spread(std::size_t account, Money amount, Time from, Time to, Time part_from, Time part_to) {
  const std::int64_t nights = nights_between(from, to);
  if (nights <= 0) return;
  const auto until = [&](Time time) {
    return rounded(kDenominator * amount.in_ore() * nights_between(from, time) / nights).in_ore();
  };
  each_month(std::max(from, part_from), std::min(to, part_to), [&](Month month, Time begin, Time end) {
    const auto index = static_cast<std::size_t>(month.number() - first_.number());
    post(account, index, kDenominator * (until(end) - until(begin)));
  });
}

void Ledger::close(Time now) {
  for (Level& level : levels_) bill(level, now);
}

void Ledger::post(std::size_t account, const Price& price, std::size_t month, std::int64_t parts) {
  if (parts == 0 || price.amount == Money()) return;
  const Exact share = kDays / nights_to_share(price.per, month);
  post(account, month, static_cast<Exact>(price.amount.in_ore()) * parts * share);
}

void Ledger::post(std::size_t account, std::size_t month, Exact amount) {
  auto& months = amounts_[account];
  if (months.size() <= month) months.resize(month + 1);
  months[month] += amount;
}

/// Over how many nights a price is spread.
std::int64_t Ledger::nights_to_share(Per per, std::size_t month) const {
  const Month in(first_.number() + static_cast<std::int32_t>(month));
  switch (per) {
    case Per::Day:
      return 1;
    case Per::Week:
      return 7;
    case Per::Month:
      return in.days();
    case Per::Year:
      break;
  }
  return std::chrono::year(in.year()).is_leap() ? 366 : 365;
}

/// To the nearest öre, halves upwards.
Money Ledger::rounded(Exact amount) {
  const Exact doubled = 2 * amount + kDenominator;
  Exact whole = doubled / (2 * kDenominator);
  if (whole * 2 * kDenominator > doubled) --whole;
  return Money::ore(static_cast<std::int64_t>(whole));
}

std::vector<Money> Ledger::by_month(std::size_t account, std::size_t months) const {
  std::vector<Money> entries(months);
  Exact exact = 0;
  Money booked;
  for (std::size_t i = 0; i < std::min(months, amounts_[account].size()); ++i) {
    exact += amounts_[account][i];
    entries[i] = rounded(exact) - booked;
    booked += entries[i];
  }
  return entries;
}

std::vector<Ledger::Entry> Ledger::entries() const {
  std::vector<Entry> all;
  for (std::size_t account = 0; account < accounts_.size(); ++account) {
    const auto amounts = by_month(account, amounts_[account].size());
    for (std::size_t i = 0; i < amounts.size(); ++i) {
      all.push_back({Month(first_.number() + static_cast<std::int32_t>(i)), accounts_[account], amounts[i]});
    }
  }
  return all;
}

}  // namespace trapphus::models
