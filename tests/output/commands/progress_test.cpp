// SPDX-License-Identifier: MIT
#include "output/commands/progress.hpp"

#include <catch2/catch.hpp>
#include <sstream>

using namespace trapphus::output;

namespace {
const Words kEnglish(english()), kSwedish(*language_of("sv"));

void run_through(ProgressDisplay& display) {
  for (int done = 0; done <= 1000; ++done) display.show({"simulating", done, 1000});
}
}  // namespace

TEST_CASE("plain progress is a few lines") {
  std::ostringstream out;
  ProgressDisplay display(out, ProgressStyle::Lines, kEnglish);
  display.show({"checking", 5000, 0});
  display.show({"checking", 9000, 0});
  run_through(display);
  CHECK(out.str() ==
        "checking: 5 000\nsimulating: 0 of 1 000\nsimulating: 250 of 1 000\nsimulating: 500 of 1 000\n"
        "simulating: 750 of 1 000\nsimulating: 1 000 of 1 000\n");
}

TEST_CASE("the bar is drawn on one line, seldom, and taken away at the end") {
  std::ostringstream out;
  {
    ProgressDisplay display(out, ProgressStyle::Bar, kEnglish);
    run_through(display);
  }
  const std::string text = out.str();
  CHECK(text.find('\n') == std::string::npos);
  CHECK_THAT(text, Catch::Contains("[##############################] 1 000 of 1 000"));
  CHECK_THAT(text, Catch::EndsWith("\r\x1b[K"));
  CHECK(text.size() < 5000);
}

TEST_CASE("nothing is shown when nothing was asked for") {
  std::ostringstream out;
  ProgressDisplay display(out, ProgressStyle::None, kEnglish);
  run_through(display);
  CHECK(out.str().empty());
  CHECK(progress_style(out, true) == ProgressStyle::None);
  CHECK(progress_style(out, false) == ProgressStyle::Lines);
}

TEST_CASE("what the program is at is told in the reader's language, a case's name as it is") {
  std::ostringstream out;
  ProgressDisplay display(out, ProgressStyle::Lines, kSwedish);
  display.show({"checking against SimGrid", 5000, 0});
  display.show({"simulating", 0, 1000});
  display.show({"low", 0, 10});
  CHECK(out.str() == "kontrollerar mot SimGrid: 5\u00a0000\nsimulerar: 0 av 1\u00a0000\nlow: 0 av 10\n");
}
