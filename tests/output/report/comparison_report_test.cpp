// SPDX-License-Identifier: MIT
#include "output/report/comparison_report.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "tests/output/page_data.hpp"
#include "tests/output/sample_comparison.hpp"
#include "tests/output/sample_results.hpp"

using namespace trapphus::output;
using Catch::Contains;
using nlohmann::json;

namespace {

std::vector<trapphus::models::ComparedScenario> entries() {
  auto scenario = trapphus::tests::sample_scenario();
  scenario.file = "survey/malmo.yaml";
  return {{scenario, ""}};
}

}  // namespace

TEST_CASE("the data of a comparison's report are its JSON, with the names of rows and measures for readers") {
  auto comparison = trapphus::tests::sample_comparison();
  comparison.columns[1].measure.name = "turnover.training";
  comparison.rows[1].label = {"Malmö boende", ""};
  comparison.unfinished = {"Eslöv"};
  const json data = json::parse(comparison_data(comparison, entries()));
  CHECK((data["kind"] == "comparison" && data["replications"] == 200));
  CHECK(data["rows"][1]["name"] == "Malmö");
  CHECK(data["rows"][1]["label"]["sv"] == "Malmö boende");
  CHECK(data["viewer"]["unfinished"][0]["en"] == "Eslöv");
  const json& labels = data["viewer"]["labels"];
  CHECK(labels["retention.not_evicted"]["sv"] != labels["retention.not_evicted"]["en"]);
  CHECK(data["viewer"]["counted"] == json::array({"retention.not_evicted"}));
  CHECK_THAT(labels["turnover.training"]["sv"].get<std::string>(), Contains("Träningslägenhet"));
}

TEST_CASE("the report of a comparison is one page, named after what is compared") {
  auto comparison = trapphus::tests::sample_comparison();
  comparison.rows[0].name = "</title><script>";
  const auto html = comparison_html(comparison, entries());
  CHECK_THAT(html, Contains("<title>Trapphus: &lt;/title>&lt;script>, Malmö</title>"));
  CHECK(trapphus::tests::page_data(html) == comparison_data(comparison, entries()));
}
