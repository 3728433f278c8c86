// SPDX-License-Identifier: MIT
#include <algorithm>
#include <catch2/catch.hpp>
#include <fstream>
#include <sstream>

#include "models/pathway/pathway.hpp"
#include "tests/output/cases/ran.hpp"
#include "tests/output/run_command.hpp"
#include "tests/output/sample_results.hpp"

using Catch::Contains;
using Catch::StartsWith;
using trapphus::tests::case_file;
using trapphus::tests::content;
using trapphus::tests::Ran;
using trapphus::tests::run_command;
using trapphus::tests::ScratchFolder;

namespace {

std::string text_of_case(const std::string& name) {
  std::ostringstream text;
  text << std::ifstream(case_file(name)).rdbuf();
  return text.str();
}

/// The rent of one apartment over 2021 in SEK, where a case's rent is written as this; below 0 if it is refused.
double rent_of(const std::string& written) {
  const ScratchFolder folder;
  const auto file = folder.path() / "rent.yaml";
  std::string text = text_of_case("02-thousands-dot/base.yaml");
  const std::string rent = "rent: 1 SEK/month";
  text.replace(text.find(rent), rent.size(), "rent: \"" + written + "\"");
  std::ofstream(file) << text;
  try {
    const auto scenario = trapphus::scenarios::read(trapphus::scenarios::Source(file));
    const auto& settings = trapphus::models::first_settings(scenario);
    REQUIRE(settings.stages[0].rent.per == trapphus::models::Per::Month);
    return 12 * settings.stages[0].rent.amount.in_kronor();
  } catch (const trapphus::scenarios::Invalid&) {
    return -1;
  }
}

}  // namespace

TEST_CASE("A household in a placement all through 2020 costs 366 nights, whether months or days say so") {
  // 1 000 SEK a night, by months and by days: a leap year.
  for (const char* file : {"01-period-to-month/a.yaml", "01-period-to-month/b.yaml", "01-period-to-month/c.yaml"}) {
    INFO(file);
    const Ran ran(file);
    CHECK(trapphus::engine::to_string(ran.scenario.to) == "2021-01-01");
    CHECK(ran.monthly("cost.nights").size() == 12);
    CHECK(ran.mean("cost.nights") * 12 == Approx(366'000).epsilon(1e-9));
    CHECK(ran.scenario.notices.empty());
  }
}

TEST_CASE("A period from the first of a month to the first of a later one is whole months, and a warning says so") {
  const Ran ran("25-nights-and-leap-year/a.yaml");
  CHECK(trapphus::engine::to_string(ran.scenario.to) == "2022-01-01");
  CHECK(ran.monthly("homes").size() == 24);
  const auto check = run_command({"check", case_file("25-nights-and-leap-year/a.yaml").string(), "--lang", "en"});
  CHECK(check.code == 0);
  CHECK_THAT(check.err,
             Contains("warning: period: `2020-01-01 to 2022-01-01` is read as 2020-01-01 up to and including "
                      "2021-12-31"));
}

TEST_CASE("A rent is read as its author means it, or refused") {
  CHECK(rent_of("12 500 kr/mån") == 150'000);
  CHECK(rent_of("12500,50 kr/mån") == 150'006);
  CHECK(rent_of("12.5 kr/mån") == 150);
  for (const char* text : {"12.500 kr/mån", "12,500 kr/mån", "12.500,50 kr/mån", "1.250.000 kr/mån", "16.585 kr/dygn",
                           "12 500:-/mån", "12'500 kr/mån"}) {
    INFO(text);
    CHECK(rent_of(text) == -1);
  }
}

TEST_CASE("Twelve apartments after six takeovers are twelve, and two more are two more") {
  // Six of ten are taken over in April 2020; 1 000 SEK a month for each that is left.
  const auto costs = [](const std::string& units) {
    const Ran ran(
        "22-units-after-takeovers/a.yaml",
        {{"timeline", "[{on: 2021-01-01, change: {stages.lgh.units: {value: '" + units + "', assumption: test}}}]"}});
    const auto months = ran.monthly("cost.total");
    return std::pair(months.at(11), months.at(14));
  };
  CHECK(Ran("22-units-after-takeovers/a.yaml").monthly("cost.total").at(14) == 12'000);
  CHECK(costs("12") == std::pair(4000.0, 12'000.0));
  CHECK(costs("+2") == std::pair(4000.0, 6000.0));
  CHECK(costs("-1") == std::pair(4000.0, 3000.0));
}

TEST_CASE("Ten per cent more inflow are ten per cent more in each season") {
  // July 2020 to June 2022: 2 x (151 winter days at 60 a year + 214 at 20) / 365.25 = 73.04, half of it a year; the sum
  // of Poisson counts over 200 replications has a standard error of sqrt(73.04 / 200) / 2 = 0.30 a year.
  const double a_year = (151 * 60 + 214 * 20) / 365.25;
  const Ran ran("05-winter-shelter/b.yaml", {{"alternatives.tio_procent_fler",
                                              "{change: {groups.vuxna.arrivals: {value: +10 %, assumption: test}}}"}});
  const auto of = [&](const std::string& name) {
    const auto& all = ran.scenario.alternatives;
    const auto at = std::ranges::find(all, name, &trapphus::models::Alternative::name);
    return ran.mean("arrivals", "", static_cast<std::size_t>(at - all.begin()));
  };
  CHECK(of("som_nu") == Approx(a_year).margin(1.2));
  CHECK(of("tio_procent_fler") == Approx(1.1 * a_year).margin(1.2));
  CHECK(of("tio_procent_fler") > of("som_nu"));
  CHECK(of("naivt") == Approx(22).margin(1.2));
  REQUIRE(ran.scenario.notices.size() == 2);  // the period's, and
  CHECK(ran.scenario.notices[1].path == "alternatives.naivt.groups.vuxna.arrivals");
}

TEST_CASE("Apartments that are closed to the end are a warning, not a refusal") {
  for (const char* file : {"07-capacity-falls/a.yaml", "07-capacity-falls/b.yaml", "30-closed-cohort/c.yaml"}) {
    INFO(file);
    const auto scenario = trapphus::scenarios::read(trapphus::scenarios::Source(case_file(file)));
    const auto findings = trapphus::models::check_pathway(scenario.alternatives[0].epochs);
    REQUIRE(findings.size() == 1);
    CHECK(findings[0].severity == trapphus::models::Finding::Severity::Warning);
    CHECK(findings[0].path == "moves.jour.lgh");
  }
}

TEST_CASE("A limit that comes later in the period is refused by name") {
  const auto check = run_command({"check", case_file("06-turned-away/d.yaml").string(), "--lang", "sv"});
  CHECK(check.code == 3);
  CHECK_THAT(check.err, Contains("harbarge"));
}

TEST_CASE("A name with a space is refused with what is to be done, and one with letters of Swedish is not") {
  const auto check = run_command({"check", case_file("33-swedish-names/a.yaml").string(), "--lang", "sv"});
  CHECK(check.code == 3);
  CHECK_THAT(check.err, Contains("`egen bostad` är inget namn") && Contains("`label`"));
  CHECK_THAT(check.err, !Contains("`härbärge`"));
  CHECK(std::ranges::count(check.err, '\n') == 2);
}

TEST_CASE("CSV falls into columns in the reader's spreadsheet") {
  const ScratchFolder folder;
  const auto file = case_file("25-nights-and-leap-year/a.yaml").string();
  const auto summary = [&](const std::vector<std::string>& options) {
    REQUIRE(run_command({"run", file, "--quiet", "--out", folder.path().string()}, options).code == 0);
    return content(folder.path() / "summary.csv");
  };
  CHECK_THAT(summary({"--lang", "en"}), StartsWith("alternative,group,measure"));
  CHECK_THAT(summary({"--lang", "sv"}), StartsWith("\xEF\xBB\xBF"
                                                   "alternative;group;measure"));
  CHECK_THAT(summary({"--lang", "sv", "--csv-style", "plain"}), StartsWith("alternative,group,measure"));
  CHECK_THAT(summary({"--lang", "en", "--csv-style", "excel"}), StartsWith("\xEF\xBB\xBF"
                                                                           "alternative;group;measure"));
  CHECK_THAT(content(folder.path() / "monthly.csv"), StartsWith("\xEF\xBB\xBF"
                                                                "alternative;group;period"));
  CHECK(run_command({"run", file, "--csv-style", "xls", "--lang", "en"}).code == 2);
}
