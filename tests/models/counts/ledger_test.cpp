// SPDX-License-Identifier: MIT
#include "models/counts/ledger.hpp"

#include <array>
#include <catch2/catch.hpp>
#include <cmath>
#include <map>
#include <random>

#include "tests/models/build.hpp"

namespace trapphus::models {
namespace {

using build::a_day;
using build::a_month;
using build::a_year;
using build::on;
using engine::Month;
using engine::Time;

std::vector<std::int64_t> ore(const Ledger& ledger, std::size_t account, std::size_t months) {
  std::vector<std::int64_t> amounts;
  for (const Money amount : ledger.by_month(account, months)) amounts.push_back(amount.in_ore());
  return amounts;
}

TEST_CASE("a price a day is booked for each night") {
  Ledger ledger(on(2012, 1, 1));
  const auto account = ledger.open({0, StageId(0), GroupId(0)});
  const auto level = ledger.add_level();
  ledger.set_tariffs(level, on(2012, 1, 1), {{account, a_day(585)}});
  ledger.change(level, on(2012, 1, 30, 10), 2);
  ledger.change(level, on(2012, 2, 3, 9), -2);
  ledger.close(on(2012, 3, 1));
  // The nights of 30 and 31 January, 1 and 2 February, for two.
  CHECK(ore(ledger, account, 2) == std::vector<std::int64_t>{4 * 58'500, 4 * 58'500});
}

TEST_CASE("a whole month costs the monthly price however long it is, and a whole year the yearly one") {
  Ledger ledger(on(2011, 1, 1));
  const auto rent = ledger.open({0, {}, {}});
  const auto staff = ledger.open({1, {}, {}});
  ledger.book(rent, a_month(7000), on(2011, 1, 1), on(2013, 1, 1));
  ledger.book(staff, a_year(620'000), on(2011, 1, 1), on(2013, 1, 1));
  CHECK(ore(ledger, rent, 24) == std::vector<std::int64_t>(24, 700'000));
  std::int64_t of_2011 = 0, of_2012 = 0;
  const auto months = ore(ledger, staff, 24);
  for (std::size_t i = 0; i < 12; ++i) of_2011 += months[i], of_2012 += months[12 + i];
  CHECK(of_2011 == 62'000'000);
  CHECK(of_2012 == 62'000'000);
  // 31 of 365 nights and 31 of 366: 5 265 753.42 and 5 251 366.12 öre, the second with what the year before carried.
  CHECK(months[0] == 5'265'753);
  CHECK(months[12] == 5'251'366);
}

TEST_CASE("a price a week costs a seventh a night, and what rounding takes is carried on") {
  Ledger ledger(on(2012, 1, 31));
  const auto account = ledger.open({0, {}, {}});
  // 1 SEK a week is 14.2857 öre a night: 14.29 in January, 414.29 in February with a total of 428.57.
  ledger.book(account, {Money::kronor(1), Per::Week}, on(2012, 1, 31), on(2012, 3, 1));
  CHECK(ore(ledger, account, 2) == std::vector<std::int64_t>{14, 429 - 14});
}

TEST_CASE("income is negative, and halves of an öre are rounded upwards on both sides of zero") {
  Ledger ledger(on(2012, 6, 1));
  const auto fees = ledger.open({0, {}, {}});
  const auto level = ledger.add_level();
  ledger.set_tariffs(level, on(2012, 6, 1), {{fees, {Money::ore(-3), Per::Day}}});
  ledger.set(level, on(2012, 6, 1), 0.5);
  ledger.close(on(2012, 6, 2));
  CHECK(ore(ledger, fees, 1) == std::vector<std::int64_t>{-1});
}

TEST_CASE("a new price counts from its date on, and the nights before it keep the old one") {
  Ledger ledger(on(2012, 1, 1));
  const auto account = ledger.open({0, {}, {}});
  const auto level = ledger.add_level();
  ledger.set_tariffs(level, on(2012, 1, 1), {{account, a_day(100)}});
  ledger.change(level, on(2012, 1, 1), 1);
  ledger.set_tariffs(level, on(2012, 1, 11), {{account, a_day(200)}});
  ledger.set_tariffs(level, on(2012, 3, 1), {});
  ledger.close(on(2012, 4, 1));
  CHECK(ore(ledger, account, 3) == std::vector<std::int64_t>{(10 * 100 + 21 * 200) * 100, 29 * 200 * 100, 0});
}

TEST_CASE("equal accounts are one") {
  Ledger ledger(on(2012, 1, 1));
  CHECK(ledger.open({0, StageId(1), {}}) == ledger.open({0, StageId(1), {}}));
  CHECK(ledger.open({0, StageId(1), {}}) != ledger.open({0, StageId(1), GroupId(0)}));
  CHECK(ledger.accounts().size() == 2);
}

TEST_CASE("an amount spread over its dates adds up to the öre, in whatever parts it is booked") {
  const Money amount = Money::ore(1'000'001);
  Ledger whole(on(2011, 9, 1)), parts(on(2011, 9, 1));
  const auto a = whole.open({0, {}, {}});
  const auto b = parts.open({0, {}, {}});
  const Time from = on(2011, 10, 15), to = on(2012, 4, 3), end = on(2013, 1, 1);
  whole.spread(a, amount, from, to, on(2011, 9, 1), end);
  for (const auto& [begin, until] :
       {std::pair{on(2011, 9, 1), on(2011, 12, 7)}, {on(2011, 12, 7), on(2012, 2, 20)}, {on(2012, 2, 20), end}}) {
    parts.spread(b, amount, from, to, begin, until);
  }
  std::int64_t sum = 0;
  for (const auto& entry : whole.entries()) sum += entry.amount.in_ore();
  CHECK(sum == 1'000'001);
  CHECK(ore(whole, a, 16) == ore(parts, b, 16));
  CHECK(ore(whole, a, 16)[0] == 0);
  CHECK(ore(whole, a, 16)[1] == 99'415);  // 17 of 171 nights: 99 415.30
}

TEST_CASE("an amount spread over no night is not booked") {
  Ledger ledger(on(2011, 9, 1));
  const auto account = ledger.open({0, {}, {}});
  ledger.spread(account, Money::kronor(100), on(2012, 1, 1), on(2012, 1, 1), on(2011, 9, 1), on(2013, 1, 1));
  CHECK(ledger.entries().empty());
}

/// What a ledger must book, found night by night in whole numbers: öre times the least common multiple of all that
/// prices are divided by, times a million.
class NightByNight {
 public:
  void night(Month month, const Price& price, std::int64_t millionths) {
    const int year = month.year();
    const bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    const std::int64_t shares = price.per == Per::Day     ? 1
                                : price.per == Per::Week  ? 7
                                : price.per == Per::Month ? month.days()
                                : leap                    ? 366
                                                          : 365;
    exact_[month.number()] += static_cast<Exact>(price.amount.in_ore()) * millionths * (kMultiple / shares);
  }
  /// The sum of all months up to this one, in öre.
  [[nodiscard]] long double until(Month month) const {
    Exact sum = 0;
    for (const auto& [number, amount] : exact_) sum += number <= month.number() ? amount : 0;
    return static_cast<long double>(sum) / static_cast<long double>(kMultiple) / 1e6L;
  }

 private:
  __extension__ typedef __int128 Exact;
  static constexpr std::int64_t kMultiple = 4LL * 3 * 5 * 7 * 29 * 31 * 73 * 61;
  std::map<std::int32_t, Exact> exact_;
};

TEST_CASE("the ledger is the sum of its single nights, to the öre, for any schedule of levels and prices") {
  std::mt19937_64 random(20110901);
  const auto draw = [&](std::int64_t low, std::int64_t high) {
    return low + static_cast<std::int64_t>(random() % static_cast<std::uint64_t>(high - low + 1));
  };
  for (int schedule = 0; schedule < 60; ++schedule) {
    const Time from = on(2011, 9, 1) + std::chrono::hours(draw(0, 800));
    const Time to = from + std::chrono::hours(draw(1, 24 * 900));
    Ledger ledger(from);
    NightByNight reference;
    const auto account = ledger.open({0, {}, {}});
    constexpr std::size_t kLevels = 3;
    std::array<std::int64_t, kLevels> parts{};
    std::array<Price, kLevels> prices{};
    for (std::size_t i = 0; i < kLevels; ++i) (void)ledger.add_level();
    for (Time now = from; now < to;) {
      const auto which = static_cast<std::size_t>(draw(0, kLevels - 1));
      if (draw(0, 3) == 0) {
        prices[which] = {Money::ore(draw(-5'000'000, 90'000'000)), static_cast<Per>(draw(0, 3))};
        ledger.set_tariffs(which, now, {{account, prices[which]}});
      } else if (draw(0, 1) == 0) {
        parts[which] = draw(0, 5'000'000);
        ledger.set(which, now, static_cast<double>(parts[which]) / 1e6);
      } else {
        const std::int64_t delta = draw(0, 2);
        parts[which] += delta * 1'000'000;
        ledger.change(which, now, delta);
      }
      const Time next = std::min(to, now + std::chrono::seconds(draw(1, 86'400 * draw(1, 60))));
      for (auto midnight = std::chrono::floor<std::chrono::days>(now) + std::chrono::days(1); midnight <= next;
           midnight += std::chrono::days(1)) {
        for (std::size_t i = 0; i < kLevels; ++i) {
          reference.night(Month::of(midnight - std::chrono::days(1)), prices[i], parts[i]);
        }
      }
      now = next;
    }
    ledger.close(to);
    Money sum;
    for (const auto& entry : ledger.entries()) {
      sum += entry.amount;
      // Half an öre, and what long double cannot hold of some 1e13 öre.
      REQUIRE(std::fabs(static_cast<long double>(sum.in_ore()) - reference.until(entry.month)) <= 0.5L + 1e-4L);
    }
  }
}

}  // namespace
}  // namespace trapphus::models
