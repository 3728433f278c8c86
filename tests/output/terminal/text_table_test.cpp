// SPDX-License-Identifier: MIT
#include "output/terminal/text_table.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <stdexcept>

using namespace trapphus::output;

TEST_CASE("Swedish letters take one column each") {
  CHECK(display_width("Hässelby-Vällingby") == 18);
  CHECK(display_width("åäö ÅÄÖ é") == 9);
}

TEST_CASE("combining marks take no column, wide characters two, broken bytes one") {
  CHECK(display_width("a\xcc\x88") == 1);
  CHECK(display_width("\xe6\xbc\xa2") == 2);
  CHECK(display_width("\xf0\x9f\x8f\xa0") == 2);
  CHECK(display_width("\xff\xc3") == 2);
  CHECK(display_width("\xc3"
                      "a") == 2);
}

TEST_CASE("columns align whatever letters they hold") {
  TextTable table({{"plats", Align::Left}, {"antal"}});
  table.add({"Träning", "12"});
  table.add({"Stadshotell", "1 234"});
  CHECK(table.str() ==
        "plats        antal\n"
        "-----------  -----\n"
        "Träning         12\n"
        "Stadshotell  1 234\n");
}

TEST_CASE("missing cells are empty and no line ends with spaces") {
  TextTable table({{"a", Align::Left}, {"b", Align::Left}});
  CHECK(table.empty());
  table.add({"x"});
  CHECK_FALSE(table.empty());
  CHECK(table.str() == "a  b\n-  -\nx\n");
}

TEST_CASE("more cells than columns are a mistake of the caller") {
  TextTable table({{"a"}});
  CHECK_THROWS_AS(table.add({"1", "2"}), std::logic_error);
}

TEST_CASE("a table that is too wide continues below, and repeats its columns to the left") {
  TextTable table({{"", Align::Left}, {"unit", Align::Left}, {"zero"}, {"project"}, {"more"}});
  table.add({"homes", "a year", "51", "48", "60"});
  CHECK(table.str(28) ==
        "       unit    zero  project\n"
        "-----  ------  ----  -------\n"
        "homes  a year    51       48\n"
        "\n"
        "       unit    more\n"
        "-----  ------  ----\n"
        "homes  a year    60\n");
  CHECK(table.str(34) == table.str());
  // One column at least stands in each part, however narrow.
  const std::string narrow = table.str(1);
  CHECK(std::count(narrow.begin(), narrow.end(), '\n') == 3 * 3 + 2);
}

TEST_CASE("where the width is limited, long headings are broken between words and stand on the rule") {
  TextTable table({{"", Align::Left}, {"Without help to move"}, {"zero"}});
  table.add({"homes", "42.7 ±0.4", "51"});
  CHECK(table.str(40) ==
        "       Without help\n"
        "            to move  zero\n"
        "-----  ------------  ----\n"
        "homes     42.7 ±0.4    51\n");
  CHECK(table.str() ==
        "       Without help to move  zero\n"
        "-----  --------------------  ----\n"
        "homes             42.7 ±0.4    51\n");
}

TEST_CASE("a text that is cut says so, and letters stay whole") {
  CHECK(shortened("Träning", 7) == "Träning");
  CHECK(shortened("Träning", 4) == "Trä…");
  CHECK(display_width(shortened("Försökslägenhet", 9)) == 9);
}
