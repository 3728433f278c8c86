// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>
#include <cmath>

#include "output/language/terminal_number.hpp"
#include "tests/output/cases/ran.hpp"
#include "tests/output/run_command.hpp"
#include "tests/output/words.hpp"

namespace trapphus::tests {
namespace {

models::RunOptions without_check() {
  models::RunOptions options;
  options.check = models::CheckChoice::Off;
  return options;
}

}  // namespace

// Case 34 a: ten who have lived there for three years when the period begins, and nobody new. How many left within the
// first three years is not known, nor how long a stay is: the median of those who stayed so long, 1 096 days + 253, was
// given for that of all (253 days).
TEST_CASE("Of stays that nobody has watched from their beginning nothing is known") {
  const Ran ran("34-late-entry/a.yaml", {}, without_check());
  for (const char* measure : {"home_within_year", "stay.jour.mean", "stay.jour.p50", "stay.jour.p90",
                              "days_to_home.mean", "days_to_home.p50", "days_to_home.p90"}) {
    CAPTURE(measure);
    const models::Estimate found = ran.estimate(measure);
    CHECK(std::isnan(found.mean));
    CHECK_FALSE(found.at_least);
  }
  CHECK(ran.mean("homes") > 0);
}

// Case 34 b: forty who have lived there for a year, and one newcomer in two years. Stays are exponential with mean a
// year of 365.25 days: within 365 days a share 1 - exp(-365 / 365.25) = 0.632 has a home. It rests on some 130
// newcomers in the 100 replications, most of them watched for so long: a standard error of about
// sqrt(0.632 x 0.368 / 130) = 0.042, so that an interval is at least twice that wide; with one replication nobody or
// one is watched.
TEST_CASE("What a few newcomers show has an interval as wide as theirs, however many have lived there for long") {
  const Ran ran("34-late-entry/b.yaml", {}, without_check());
  const models::Estimate share = ran.estimate("home_within_year"), median = ran.estimate("stay.jour.p50");
  const double deviation = (share.high - share.low) / 2 / 1.96;
  CHECK(deviation > 0.042 / 1.5);
  CHECK(std::abs(share.mean - 0.632) < 3.5 * deviation);
  CHECK(std::abs(median.mean - 365.25 * std::log(2)) < 3.5 * (median.high - median.low) / 2 / 1.96);
  for (int seed = 1; seed <= 40; ++seed) {
    models::RunOptions few = without_check();
    few.replications = 3;
    few.seed = static_cast<std::uint64_t>(seed);
    const models::Estimate found = Ran("34-late-entry/b.yaml", {}, few).estimate("home_within_year");
    CAPTURE(seed, found.mean, found.low, found.high);
    // Without an interval, or of the few newcomers: none of them is known to a tenth.
    CHECK((std::isnan(found.low) || found.high - found.low > 0.2));
  }
}

// Case 35: half a household a year in ten replications. Student's interval of few skewed costs went from -420 SEK.
TEST_CASE("Money that is only paid has no interval below zero, and fees that are only received none above") {
  const Ran paid("35-money-that-is-only-paid/a.yaml", {}, without_check());
  for (const char* measure : {"cost.nights", "cost.total", "cost_per_home"}) {
    CAPTURE(measure);
    CHECK(paid.mean(measure) > 0);
    CHECK(paid.estimate(measure).low >= 0);
    CHECK(paid.estimate(measure).high > paid.mean(measure));
  }
  CHECK(paid.estimate("cost.nights").low == 0);
  // Nights cost about 30 400 SEK a month and the fee is 60 000: together less than nothing, down to its whole width.
  const Ran fees("35-money-that-is-only-paid/b.yaml", {}, without_check());
  CHECK(fees.estimate("cost.fees").mean < 0);
  CHECK(fees.estimate("cost.fees").high == 0);
  CHECK(fees.estimate("cost.fees").low < fees.mean("cost.fees"));
  CHECK(fees.mean("cost.total") < 0);
  CHECK(fees.estimate("cost.total").high > 0);
}

TEST_CASE("Where there are no apartments nobody gets a home through them, and who waits for ever costs without limit") {
  const CommandResult checked = run_command({"check", case_file("36-no-units/a.yaml").string(), "--lang", "en"});
  CHECK(checked.code == 0);
  CHECK_THAT(checked.out, Catch::Contains("0 at most") && Catch::Contains("Bottleneck: stage lgh (0 units)") &&
                              !Catch::Contains("inf"));
}

// Case 30 d, first alternative: stays in an apartment end after exactly a year, those of a household 14 days before it:
// 379.25 days to a home for all, a lower bound where some still wait.
TEST_CASE("A lower bound without width is written with the digits of a figure, not of its rounding") {
  const Ran ran("30-closed-cohort/d.yaml", {}, without_check());
  const models::Estimate days = ran.estimate("days_to_home.mean");
  CHECK(days.mean == Approx(379.25));
  REQUIRE(days.at_least);
  CHECK(days.low == days.mean);
  CHECK(output::with_interval(kEnglish, days.mean, days.low, days.high) == "at least 379");
}

}  // namespace trapphus::tests
