// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "engine/time.hpp"
#include "models/counts/night_count.hpp"
#include "models/staircase/money.hpp"
#include "models/staircase/names.hpp"

namespace trapphus::models {

/// Bookings by calendar month and account. Amounts accrue by night (see NightCount): a daily price per night, a weekly
/// price at a seventh of it, a monthly or yearly price over the length of that calendar month or year. Amounts are
/// exact fractions; the rounding error of an entry is carried to the next one of the account, so that the entries of an
/// account add up to its exact sum, rounded to the öre.
class Ledger {
 public:
  /// Cost line, and stage and group where they apply (otherwise invalid).
  struct Account {
    std::size_t line = 0;
    StageId stage;
    GroupId group;
    friend bool operator==(const Account&, const Account&) = default;
  };
  /// Price per unit of a level, and its account. Negative amounts are income.
  struct Tariff {
    std::size_t account = 0;
    Price price;
  };
  struct Entry {
    engine::Month month{0};
    Account account;
    Money amount;
  };

  explicit Ledger(engine::Time from) : from_(from), first_(engine::Month::of(from)) {}

  /// Number of an account; equal accounts have the same number.
  std::size_t open(const Account& account);
  /// A new level, 0 from the beginning, without tariffs. Returns its number.
  std::size_t add_level();

  /// From `now` on the level is higher by `delta`.
  void change(std::size_t level, engine::Time now, std::int64_t delta) {
    levels_[level].nights.change(now, delta * kParts);
  }
  /// From `now` on the level is this, to a millionth (2.9 FTE).
  void set(std::size_t level, engine::Time now, double value);
  /// Sets the tariffs from `now` on; earlier nights are booked at the previous ones.
  void set_tariffs(std::size_t level, engine::Time now, std::vector<Tariff> tariffs);

  /// Books a price for each night of [from, to).
  void book(std::size_t account, const Price& price, engine::Time from, engine::Time to);
  /// Books an amount on a day.
  void book(std::size_t account, Money amount, engine::Time on);
  /// Books the part in [part_from, part_to) of an amount that is spread evenly over the nights of [from, to). Parts
  /// that follow each other add up to the öre.
  void spread(std::size_t account, Money amount, engine::Time from, engine::Time to, engine::Time part_from,
              engine::Time part_to);

  /// Books everything up to `now`.
  void close(engine::Time now);
  /// By account, each from the first month on. Call close() before.
  [[nodiscard]] std::vector<Entry> entries() const;
  [[nodiscard]] const std::vector<Account>& accounts() const { return accounts_; }
  /// The entries of an account by month, `months` of them.
  [[nodiscard]] std::vector<Money> by_month(std::size_t account, std::size_t months) const;

 private:
  __extension__ typedef __int128 Exact;  // öre times kDenominator
  static constexpr std::int64_t kParts = 1'000'000;
  // What days, weeks, months and years divide: lcm(7, 28, 29, 30, 31, 365, 366).
  static constexpr std::int64_t kDays = 1'681'363'740;
  static constexpr Exact kDenominator = static_cast<Exact>(kDays) * kParts;

  struct Level {
    NightCount nights;
    std::vector<Tariff> tariffs;
    std::size_t month = 0;    // the first month that is not finally booked
    std::int64_t booked = 0;  // of its nights
  };

  void bill(Level& level, engine::Time now);
  void post(std::size_t account, const Price& price, std::size_t month, std::int64_t parts);
  void post(std::size_t account, std::size_t month, Exact amount);
  [[nodiscard]] std::int64_t nights_to_share(Per per, std::size_t month) const;
  [[nodiscard]] static Money rounded(Exact amount);

  engine::Time from_;
  engine::Month first_;
  std::vector<Account> accounts_;
  std::vector<std::vector<Exact>> amounts_;  // by account and month
  std::vector<Level> levels_;
};

}  // namespace trapphus::models
