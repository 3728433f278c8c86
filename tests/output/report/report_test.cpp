// SPDX-License-Identifier: MIT
#include "output/report/report.hpp"

#include <catch2/catch.hpp>
#include <regex>

#include "models/staircase/scenario.hpp"
#include "output/json/report_data.hpp"
#include "output/report/packed.hpp"
#include "output/report/web_page.hpp"
#include "tests/output/page_data.hpp"
#include "tests/output/sample_results.hpp"

using namespace trapphus::output;
using namespace trapphus::tests;
using Catch::Contains;

namespace {

/// What stands in the data element, as it stands there.
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
  const std::string text = R"({"name":"</script><script>alert(1)</script><!--"})";
  const auto html = page_with("t", text);
  CHECK(data_in(html).find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=") ==
        std::string::npos);
  CHECK(page_data(html) == text);
}

TEST_CASE("packed text is zlib's stream in base64") {
  // zlib.compress(b"hello", 9) in Python: 78 da cb 48 cd c9 c9 07 00 06 2c 02 15, of 13 bytes: 3 x 4 + 1, so two `=`.
  CHECK(packed("hello") == "eNrLSM3JyQcABiwCFQ==");
  // 14 bytes (hello!), one `=`; 12 bytes (abcd), none.
  CHECK(packed("hello!") == "eNrLSM3JyVcEAAhiAjY=");
  CHECK(packed("abcd") == "eNpLTEpOAQAD2AGL");
  const std::string text(100'000, 'x');
  CHECK(packed(text).size() < 300);
}

TEST_CASE("a title is text, whatever is in it") {
  CHECK_THAT(page_with("a </title><b> & c", "{}"), Contains("<title>a &lt;/title>&lt;b> &amp; c</title>"));
}

TEST_CASE("places in the title are not taken for places of the page") {
  CHECK(page_data(page_with("@@DATA@@", "{}")) == "{}");
}

TEST_CASE("the report of the same results is the same, byte by byte, and has the scenario's name") {
  const auto html = report_html(sample_scenario(), sample_results());
  CHECK(html == report_html(sample_scenario(), sample_results()));
  CHECK(page_data(html) == report_data(sample_scenario(), sample_results(), {}));
  CHECK_THAT(html, Contains("<title>Små hem i Hässelby</title>"));
}
