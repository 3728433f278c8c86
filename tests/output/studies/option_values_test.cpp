// SPDX-License-Identifier: MIT
#include "output/studies/option_values.hpp"

#include <catch2/catch.hpp>

using namespace trapphus;
using namespace trapphus::output;

TEST_CASE("whole numbers are taken within their bounds only") {
  CHECK(whole_number("--jobs", "8", 1, 1024) == 8);
  for (const char* text : {"0", "1025", "-1", "2.5", "two", "", "8 "})
    CHECK_THROWS_WITH(whole_number("--jobs", text, 1, 1024), Catch::Contains("--jobs") && Catch::Contains("1 to 1024"));
}

TEST_CASE("a seed is any unsigned 64-bit number") {
  CHECK(seed_value("18446744073709551615") == 18446744073709551615U);
  CHECK_THROWS_AS(seed_value("18446744073709551616"), UsageError);
  CHECK_THROWS_AS(seed_value("-1"), UsageError);
}

TEST_CASE("a precision is a percentage or a share between 0 and 1") {
  CHECK(precision_value("2%") == Approx(0.02));
  CHECK(precision_value("0.5 %") == Approx(0.005));
  CHECK(precision_value("0.02") == Approx(0.02));
  for (const char* text : {"2", "0%", "100%", "-2%", "%", "nan%", "2,5%", "two"})
    CHECK_THROWS_WITH(precision_value(text), Catch::Contains("--until") && Catch::Contains("such as 2%"));
}

TEST_CASE("kernels and checks are words") {
  CHECK(kernel_value("calendar") == models::KernelChoice::Calendar);
  CHECK(kernel_value("simgrid") == models::KernelChoice::SimGrid);
  CHECK_THROWS_WITH(kernel_value("simpy"), Catch::Contains("calendar or simgrid"));
  CHECK(check_value("first") == models::CheckChoice::First);
  CHECK(check_value("all") == models::CheckChoice::All);
  CHECK(check_value("off") == models::CheckChoice::Off);
  CHECK_THROWS_WITH(check_value("none"), Catch::Contains("first, all or off"));
}

TEST_CASE("an override is a path and a value, which may contain further equals signs") {
  CHECK(override_value("a.b=2 h/week").path == "a.b");
  CHECK(override_value("a.b=2 h/week").value == "2 h/week");
  CHECK(override_value("a=b=c").value == "b=c");
  for (const char* text : {"a", "=2", "a=", ""}) CHECK_THROWS_AS(override_value(text), UsageError);
}

TEST_CASE("a free input is a path and a range") {
  CHECK(free_value("a.b=1..2 h/week").path == "a.b");
  CHECK(free_value("a.b=1..2 h/week").value == "1..2 h/week");
  CHECK_THROWS_WITH(free_value("a.b"), Catch::Contains("--free: found \"a.b\", expected path=low..high"));
}
