// SPDX-License-Identifier: MIT
#include "output/report/report.hpp"

#include <catch2/catch.hpp>
#include <regex>

#include "models/staircase/scenario.hpp"
#include "output/report/web_page.hpp"
#include "tests/output/sample_results.hpp"

using namespace trapphus::output;
using namespace trapphus::tests;
using Catch::Contains;

namespace {

/// What stands in the data element.
std::string data_in(const std::string& html) {
  const std::string begin = "id=\"data\">";
  const auto from = html.find(begin) + begin.size();
  return html.substr(from, html.find("</script>", from) - from);
}

}  // namespace

TEST_CASE("the viewer is in the program: one page, with one place for the title and one for the data") {
  const std::string page(web_page());
  for (const std::string place : {"@@TITLE@@", "@@DATA@@"}) {
    CHECK(page.find(place) != std::string::npos);
    CHECK(page.find(place) == page.rfind(place));
  }
  CHECK_FALSE(std::regex_search(page, std::regex("<(script|link|img|iframe)[^>]*(src|href)=")));
}

TEST_CASE("the licences of what is in the viewer are passed on with it") {
  CHECK_THAT(std::string(web_page()), Contains("Apache License") && Contains("Baidu Inc"));
}

TEST_CASE("data can never end the element that it stands in, nor begin another") {
  const auto html = page_with("t", R"({"name":"</script><script>alert(1)</script><!--"})");
  CHECK(data_in(html) == R"({"name":"\u003c/script>\u003cscript>alert(1)\u003c/script>\u003c!--"})");
}

TEST_CASE("a title is text, whatever is in it") {
  CHECK_THAT(page_with("a </title><b> & c", "{}"), Contains("<title>a &lt;/title>&lt;b> &amp; c</title>"));
}

TEST_CASE("places in the data are not taken for places of the page") {
  CHECK(data_in(page_with("@@DATA@@", "@@TITLE@@")) == "@@TITLE@@");
}

TEST_CASE("the report of the same results is the same, byte by byte, and has the scenario's name") {
  const auto html = report_html(sample_scenario(), sample_results());
  CHECK(html == report_html(sample_scenario(), sample_results()));
  CHECK_THAT(html, Contains("<title>Små hem i Hässelby</title>"));
}
