// SPDX-License-Identifier: MIT
// Writes stays with fixed seeds, and what Survival estimates from them, as FOLDER/stays.csv and FOLDER/estimates.csv.
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <limits>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include "engine/random/random.hpp"
#include "engine/statistics/survival.hpp"

namespace {

using namespace trapphus::engine;

struct Stay {
  Duration entry, exit;
  std::optional<std::size_t> cause;  // none: censored
};

struct Case {
  std::string name;
  std::size_t causes = 1;
  std::vector<Stay> stays;
};

Duration days(double number) {
  return rounded(number * 86'400);
}

Stay ended(double exit, std::size_t cause = 0, double entry = 0) {
  return {days(entry), days(exit), cause};
}
Stay censored(double exit, double entry = 0) {
  return {days(entry), days(exit), std::nullopt};
}

/// What the stays of a case are drawn from.
struct Law {
  double mean = 40;           ///< Of the exponential length, in days.
  double censored_after = 0;  ///< Mean of the exponential time to censoring; 0: never.
  double entry_until = 0;     ///< Half of the stays are observed from a uniform age below this.
  bool whole_days = false;    ///< Many ties, of ends with ends and with censorings.
};

Case drawn(const std::string& name, std::uint32_t seed, std::size_t count, std::size_t causes, const Law& law) {
  Stream stream({seed, 0, 0, 0});
  Case result{name, causes, {}};
  for (std::size_t i = 0; i < count; ++i) {
    const double entry = i % 2 == 0 ? 0 : law.entry_until * stream.uniform();
    const double end = entry + law.mean * stream.exponential();
    const double limit = law.censored_after > 0 ? entry + law.censored_after * stream.exponential()
                                                : std::numeric_limits<double>::infinity();
    const auto cause = static_cast<std::size_t>(stream.bits() % causes);
    Stay stay = end <= limit ? ended(end, cause, entry) : censored(limit, entry);
    if (law.whole_days) {
      stay.entry -= stay.entry % kDay;
      stay.exit -= stay.exit % kDay;
    }
    result.stays.push_back(stay);
  }
  return result;
}

std::vector<Case> cases() {
  return {
      {"one_end", 1, {ended(7.5)}},
      {"one_censored", 1, {censored(7.5)}},
      {"one_end_on_the_first_day", 1, {ended(0)}},
      {"no_ends", 2, {censored(1), censored(4.25), censored(4.5), censored(9)}},
      {"end_and_censoring_at_once", 2, {ended(3), censored(3), ended(3, 1), ended(5), censored(5), censored(5)}},
      {"all_end_at_once", 2, {ended(6), ended(6, 1), ended(6, 1), ended(6)}},
      {"a_cause_that_never_ends_a_stay", 3, {ended(2), ended(4, 2), censored(4), ended(8, 2)}},
      {"entry_on_the_day_of_an_end", 1, {ended(2), ended(4), ended(4.75, 0, 4.25), censored(6, 4), ended(9, 0, 6)}},
      {"nothing_at_risk_between", 2, {ended(2), censored(3), ended(12, 1, 10), censored(14, 10), ended(13, 0, 11)}},
      {"all_ended_before_others_enter", 2, {ended(2), ended(3, 1), ended(12, 1, 10), censored(14, 10)}},
      drawn("plain", 1, 300, 1, {}),
      drawn("ties", 2, 400, 3, {.mean = 5, .censored_after = 8, .whole_days = true}),
      drawn("censored", 3, 300, 1, {.censored_after = 30}),
      drawn("competing", 4, 500, 3, {.censored_after = 60}),
      drawn("truncated", 5, 500, 2, {.censored_after = 80, .entry_until = 100}),
      drawn("truncated_ties", 6, 500, 2, {.mean = 6, .censored_after = 9, .entry_until = 12, .whole_days = true}),
      drawn("large", 7, 3'000, 2, {.mean = 100, .censored_after = 200, .entry_until = 50}),
  };
}

Survival table_of(const Case& one) {
  // Two tables, merged as those of replications are.
  Survival table(one.causes), rest(one.causes);
  for (std::size_t i = 0; i < one.stays.size(); ++i) {
    const Stay& stay = one.stays[i];
    Survival& part = i % 3 == 0 ? rest : table;
    if (stay.cause) {
      part.ended(stay.exit, *stay.cause, stay.entry);
    } else {
      part.censored(stay.exit, stay.entry);
    }
  }
  table.merge(rest);
  return table;
}

void write_estimates(std::ostream& out, const Case& one) {
  const Survival table = table_of(one);
  const auto row = [&](const char* quantity, std::size_t cause, double at, double value) {
    out << one.name << ',' << quantity << ',' << cause << ',' << at << ',' << value << '\n';
  };
  // At every end, and halfway to the next, as far as the curves are known; seconds after the beginning.
  const Survival::Curves curves = table.curves();
  std::vector<std::int64_t> ages{0};
  for (const double days : curves.days()) ages.push_back(std::llround(days * 86'400));
  ages.push_back(std::llround(curves.known() * 86'400));
  for (std::size_t i = ages.size() - 1; i > 0; --i) ages.push_back((ages[i - 1] + ages[i]) / 2);
  for (const std::int64_t age : ages) {
    const double at = static_cast<double>(age), days = (at + 0.25) / 86'400;
    row("survival", 0, at, curves.longer(days));
    for (std::size_t cause = 0; cause < one.causes; ++cause) row("incidence", cause, at, curves.incidence(cause, days));
  }
  row("known", 0, 0, curves.known());
  row("restricted_mean", 0, curves.known(), curves.restricted_mean());
  for (const double part : {0.1, 0.5}) {
    const double limit = std::floor(part * curves.known() * 86'400) / 86'400;
    row("restricted_mean", 0, limit, curves.restricted_mean(limit));
  }
  for (const double share : {0.1, 0.25, 0.5, 0.9, 1.0}) {
    const auto quantile = curves.quantile(share);
    row(quantile.reached ? "quantile" : "quantile_not_reached", 0, share, quantile.days);
  }
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 2) {
    std::cerr << "usage: survival_cases FOLDER\n";
    return 2;
  }
  const std::filesystem::path folder = arguments[1];
  std::ofstream stays(folder / "stays.csv"), estimates(folder / "estimates.csv");
  estimates.precision(std::numeric_limits<double>::max_digits10);
  stays << "case,entry,exit,cause\n";
  estimates << "case,quantity,cause,at,value\n";
  for (const Case& one : cases()) {
    for (const Stay& stay : one.stays) {
      stays << one.name << ',' << stay.entry.count() << ',' << stay.exit.count() << ',';
      if (stay.cause) stays << *stay.cause;
      stays << '\n';
    }
    write_estimates(estimates, one);
  }
  stays.close();
  estimates.close();
  return stays && estimates ? EXIT_SUCCESS : EXIT_FAILURE;
}
