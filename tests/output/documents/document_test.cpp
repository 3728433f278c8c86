// SPDX-License-Identifier: MIT
#include "output/documents/document.hpp"

#include <catch2/catch.hpp>

#include "tests/output/sample_document.hpp"

using namespace trapphus::output;
using Catch::Contains;
using trapphus::tests::sample_document;

TEST_CASE("Markdown has a heading for each section, and ends with one line break") {
  const std::string text = to_markdown(sample_document());
  CHECK_THAT(text, Catch::StartsWith("# A title\n\nA subtitle\n\n## First\n\n"));
  CHECK_THAT(text, Contains("\n## Second\n\n") && Contains("### Within\n\n"));
  CHECK(text.back() == '\n');
  CHECK(text[text.size() - 2] != '\n');
}

TEST_CASE("what the applicant must write is set apart, and lists are lists") {
  const std::string text = to_markdown(sample_document());
  CHECK_THAT(text, Contains("> *Write here.*\n\n") && Contains("- one\n- two\n\n"));
}

TEST_CASE("a Markdown table has numbers to the right, totals in bold and its note below") {
  CHECK_THAT(to_markdown(sample_document()), Contains("**Amounts**\n\n| What | SEK |\n|---|---:|\n| A \\| B | 1,500 |\n"
                                                      "| C | 500 |\n| **Together** | **2,000** |\n\nA note.\n"));
}

TEST_CASE("what Markdown would take for its own signs is escaped") {
  Document document = sample_document();
  document.sections[0].blocks = {Paragraph{"a_b *c* <d>\ne"}};
  CHECK_THAT(to_markdown(document), Contains("a\\_b \\*c\\* \\<d> e\n"));
}

TEST_CASE("HTML is one file in the document's language that asks for nothing else") {
  const std::string page = to_html(sample_document());
  CHECK_THAT(page, Catch::StartsWith("<!DOCTYPE html>\n<html lang=\"en\">") && Contains("@page { size: A4;"));
  CHECK_THAT(page, Contains("<title>A title</title>") && Contains("<h2>First</h2>") && Contains("<h3>Within</h3>"));
  for (const char* foreign : {"http:", "https:", "<link", "<script", "<img", "@import", "url("}) {
    INFO(foreign);
    CHECK(page.find(foreign) == std::string::npos);
  }
}

TEST_CASE("an HTML table has its cells, and text that looks like HTML is text") {
  const std::string page = to_html(sample_document());
  CHECK_THAT(page, Contains("<th class=\"left\" scope=\"col\">What</th><th scope=\"col\">SEK</th>"));
  CHECK_THAT(page, Contains("<td class=\"left\">A | B</td><td>1,500</td>"));
  CHECK_THAT(page, Contains("<tr class=\"total\">") && Contains("<p class=\"note\">A note.</p>"));
  CHECK_THAT(page, Contains("<p>1 &lt; 2 &amp; 3</p>") && Contains("<p class=\"prompt\">Write here.</p>"));
  CHECK_THAT(page, Contains("<ul>\n<li>one</li>\n<li>two</li>\n</ul>"));
}
