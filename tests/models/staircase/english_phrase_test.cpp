// SPDX-License-Identifier: MIT
#include "models/staircase/english_phrase.hpp"

#include <catch2/catch.hpp>

namespace trapphus::models {
namespace {

const Dictionary kSwedish{{"{} has {} units", "det finns {1} platser i {0}"},
                          {"the hotel", "hotellet"},
                          {"{} % of {}", "{0} % av {1}"},
                          {"write {a: b}", "skriv {a: b}"}};

TEST_CASE("a phrase is told in English with its arguments in their order") {
  CHECK(EnglishPhrase("{} has {} units"_p, std::string("hotel"), 7).english() == "hotel has 7 units");
  CHECK(EnglishPhrase("write {a: b}"_p).english() == "write {a: b}");
  CHECK(EnglishPhrase().english().empty());
}

TEST_CASE("another language may have the arguments in another order, and those that are phrases in its own words") {
  CHECK(EnglishPhrase("{} has {} units"_p, "the hotel"_p, 7).in(kSwedish) == "det finns 7 platser i hotellet");
  CHECK(EnglishPhrase("{} has {} units"_p, EnglishPhrase::named("the hotel"), 7).english() == "the hotel has 7 units");
  CHECK(EnglishPhrase("write {a: b}"_p).in(kSwedish) == "skriv {a: b}");
}

TEST_CASE("what somebody wrote is the same in every language, also if it looks like a text or a field") {
  CHECK(EnglishPhrase("{} has {} units"_p, std::string("the hotel"), std::string("{0}")).in(kSwedish) ==
        "det finns {0} platser i the hotel");
}

TEST_CASE("numbers have the language's decimal sign, and six digits") {
  CHECK(EnglishPhrase("{} % of {}"_p, EnglishPhrase::decimal(100.0 / 3), "the hotel"_p).english() ==
        "33.3333 % of the hotel");
  CHECK(EnglishPhrase("{} % of {}"_p, EnglishPhrase::decimal(100.0 / 3), "the hotel"_p).in(kSwedish) ==
        "33,3333 % av hotellet");
}

TEST_CASE("a text that the dictionary does not have is told in English") {
  CHECK(EnglishPhrase("{} is full"_p, "the hotel"_p).in(kSwedish) == "hotellet is full");
}

}  // namespace
}  // namespace trapphus::models
