// SPDX-License-Identifier: MIT
#include <array>
#include <catch2/catch.hpp>
#include <cmath>
#include <vector>

#include "tests/models/witness.hpp"

using namespace trapphus::models;
using namespace trapphus::models::build;

namespace {

constexpr int kReplications = 300, kMonths = 12;
constexpr double kThirtyDays = 30;

/// Mean and squared standard error of a figure over the replications.
struct Sampled {
  double sum = 0, squares = 0;
  void add(double x) { sum += x, squares += x * x; }
  [[nodiscard]] double mean() const { return sum / kReplications; }
  [[nodiscard]] double squared_error() const {
    return (squares - sum * sum / kReplications) / (kReplications - 1) / kReplications;
  }
};

using ByMonth = std::array<Sampled, kMonths>;

void require_constant(const ByMonth& flow, double expected) {
  // Twelve months that are almost independent: chi-square with 12 degrees of freedom is below 32.9 in 999 of 1000
  // cases.
  double chi_square = 0;
  for (const Sampled& month : flow) {
    chi_square += (month.mean() - expected) * (month.mean() - expected) / month.squared_error();
  }
  CAPTURE(expected, flow.front().mean(), flow.back().mean());
  REQUIRE(chi_square < 32.9);
}

}  // namespace

TEST_CASE("a stationary system that begins in equilibrium keeps all its occupancies and flows") {
  // The hotel: 60 % plan a stay of mean 100 days, exponential, 40 % one of 50 days, against a risk of 1 in 200 days.
  //   E[T] = 0.6 / (1/100 + 1/200) + 0.4 x 200 (1 - e^-0.25) = 57.696 days,
  //   P(plan first) = 0.6 x 2/3 + 0.4 e^-0.25 = 0.71152.
  // The flat: work of 20 hours at 2 a week takes 70 days, then offers come. Arrivals and offers are such that 30 and 45
  // households live there in the mean (Little's law).
  const double stay = 0.6 / (1.0 / 100 + 1.0 / 200) + 0.4 * 200 * (1 - std::exp(-0.25));
  const double planned = 0.6 * 2 / 3 + 0.4 * std::exp(-0.25);
  const double arrivals = 30 / stay, to_flat = arrivals * planned, offers = 1 / (45 / to_flat - 70);
  Build b;
  b.group("singles", arrivals * 7, "hotel");
  b.placement("hotel");
  b.placement("flat", 0, false);
  b.exit("home");
  b.exit("away", false);
  const auto team = b.team("finders", 1000, 40);
  const auto search = b.service("search", team, Distribution::constant(20), 2);
  b.planned("hotel", "flat", exponential_days(100), 0.6);
  b.planned("hotel", "flat", fixed_days(50), 0.4).id = "short";
  b.risk("hotel", "away", 365.25 / 200);
  b.offers("flat", "home", offers * 365.25, 0, {search});
  b.initial("hotel", "singles", 30);
  b.initial("flat", "singles", 45);

  ByMonth into_flat{}, away{}, home{}, in_hotel{}, in_flat{};
  for (int r = 0; r < kReplications; ++r) {
    const Witness w(b.settings(), kMonths * kThirtyDays + 1, static_cast<std::uint64_t>(r));
    const auto count = [&](const char* stage, ByMonth& flow) {
      std::array<int, kMonths> events{};
      for (const double day : w.all(EventKind::Entered, stage)) {
        // Those who live there at the beginning are recorded as entering at day 0.
        if (day > 0 && day < kMonths * kThirtyDays) ++events[static_cast<std::size_t>(day / kThirtyDays)];
      }
      for (std::size_t m = 0; m < kMonths; ++m) flow[m].add(events[m]);
    };
    count("flat", into_flat);
    count("away", away);
    count("home", home);
    for (std::size_t m = 0; m < kMonths; ++m) {
      const double end = (static_cast<double>(m) + 1) * kThirtyDays;
      in_hotel[m].add(w.living("hotel", end));
      in_flat[m].add(w.living("flat", end));
    }
  }
  require_constant(into_flat, to_flat * kThirtyDays);
  require_constant(away, (arrivals - to_flat) * kThirtyDays);
  require_constant(home, to_flat * kThirtyDays);
  for (std::size_t m = 0; m < kMonths; ++m) {
    CAPTURE(m, in_hotel[m].mean(), in_flat[m].mean());
    REQUIRE(std::abs(in_hotel[m].mean() - 30) < 3.5 * std::sqrt(in_hotel[m].squared_error()));
    REQUIRE(std::abs(in_flat[m].mean() - 45) < 3.5 * std::sqrt(in_flat[m].squared_error()));
  }
}
