// SPDX-License-Identifier: MIT
// The program itself, started as a person would: what it prints, writes and ends with. TRAPPHUS_BINARY is the program,
// TRAPPHUS_SCENARIOS the folder of scenarios; both are set by the build.
#include <catch2/catch.hpp>
#include <chrono>
#include <csignal>
#include <fstream>
#include <nlohmann/json.hpp>
#include <thread>

#include "engine/kernels/simgrid_kernel.hpp"
#include "models/runs/results.hpp"
#include "tests/output/program.hpp"
#include "tests/output/sample_results.hpp"

using Catch::Contains;
using nlohmann::json;
using trapphus::tests::content;
using trapphus::tests::kClosedPipe;
using trapphus::tests::Program;
using trapphus::tests::ScratchFolder;
namespace fs = std::filesystem;

namespace {

const std::vector<std::string> kExamples{"one_pool", "staff_bottleneck", "alternative"};

std::string example(const std::string& name) {
  return (fs::path(TRAPPHUS_SCENARIOS) / "examples" / (name + ".yaml")).string();
}

std::vector<std::string> quick(const std::string& name, std::vector<std::string> more = {}) {
  more.insert(more.begin(), {"run", example(name), "--replications", "10", "--check", "off", "--out", "r"});
  return more;
}

json result(const Program& program) {
  return json::parse(content(program.folder() / "r" / "results.json"));
}

}  // namespace

TEST_CASE("each example runs, is summed up and written", "[command line]") {
  for (const auto& name : kExamples) {
    Program program(quick(name));
    INFO(name << "\n" << program.err());
    REQUIRE(program.code() == 0);
    CHECK_THAT(program.out(),
               Contains("10 replications") && Contains("Households in acute housing") &&
                   Contains("written to r: summary.csv, monthly.csv, results.json, results.sqlite, report.html"));
    CHECK(result(program)["replications"] == 10);
    CHECK(result(program)["complete"] == true);
    for (const char* file : {"summary.csv", "monthly.csv", "results.sqlite", "report.html"})
      CHECK(fs::file_size(program.folder() / "r" / file) > 0);
  }
}

TEST_CASE("by default a run is checked against SimGrid and written to results/SCENARIO-DATE", "[command line]") {
  Program program({"run", example("one_pool"), "--replications", "2"});
  REQUIRE(program.code() == 0);
  CHECK_THAT(program.out(), Contains("checked against SimGrid 3.") && Contains("same "));
  CHECK_THAT(program.out(), Contains("written to results/one_pool-20"));
  CHECK(fs::exists(program.folder() / "results"));
}

TEST_CASE("both kernels give the same results", "[command line]") {
  Program calendar({"run", example("one_pool"), "--replications", "2", "--check", "off", "--out", "r"});
  Program simgrid(
      {"run", example("one_pool"), "--replications", "2", "--check", "off", "--out", "r", "--kernel", "simgrid"});
  REQUIRE(calendar.code() == 0);
  REQUIRE(simgrid.code() == 0);
  json a = result(calendar)["alternatives"]["scenario"]["measures"]["homes"];
  json b = result(simgrid)["alternatives"]["scenario"]["measures"]["homes"];
  CHECK(a["mean"].get<double>() == Approx(b["mean"].get<double>()).epsilon(1e-6));
}

TEST_CASE("alternatives are compared with the first one", "[command line]") {
  Program program(quick("alternative"));
  REQUIRE(program.code() == 0);
  CHECK_THAT(program.out(), Contains("Difference to Without navigators") && Contains("saved against"));
  json root = result(program);
  CHECK(root["alternatives"].size() == 2);
  CHECK(root["differences"].size() == 1);
  CHECK(root["differences"]["navigators"]["homes"]["low"] > 0);
}

TEST_CASE("the same run gives the same bytes, on any number of threads", "[command line][long]") {
  Program one(quick("alternative", {"--jobs", "1"})), two(quick("alternative", {"--jobs", "2"}));
  REQUIRE(one.code() == 0);
  REQUIRE(two.code() == 0);
  for (const char* file : {"summary.csv", "monthly.csv", "results.json"})
    CHECK(content(one.folder() / "r" / file) == content(two.folder() / "r" / file));
}

TEST_CASE("with --json - standard output is JSON and nothing else", "[command line]") {
  Program program(quick("one_pool", {"--json", "-"}));
  REQUIRE(program.code() == 0);
  CHECK(json::parse(program.out()) == result(program));
  CHECK_THAT(program.err(), Contains("Households in acute housing"));
}

TEST_CASE("with --json FILE the results are written there as well", "[command line]") {
  Program program(quick("one_pool", {"--json", "here.json"}));
  REQUIRE(program.code() == 0);
  CHECK(json::parse(content(program.folder() / "here.json")) == result(program));
}

TEST_CASE("progress is a few plain lines where there is no terminal, and nothing with --quiet", "[command line]") {
  // One of which there is nothing to warn: warnings stand there too, with --quiet as well.
  Program loud(quick("staff_bottleneck")), quiet(quick("staff_bottleneck", {"--quiet"}));
  REQUIRE(loud.code() == 0);
  REQUIRE(quiet.code() == 0);
  CHECK_THAT(loud.err(), Contains("simulating: 10 of 10\n") && !Contains("\r"));
  CHECK(quiet.err().empty());
  CHECK(quiet.out() == loud.out());
}

TEST_CASE("the options --seed and --set change what is run", "[command line]") {
  Program plain(quick("one_pool")), seed(quick("one_pool", {"--seed", "99"})),
      set(quick("one_pool", {"--set", "seed=99", "--set", "stages.training.units=40"}));
  REQUIRE(plain.code() == 0);
  REQUIRE(seed.code() == 0);
  REQUIRE(set.code() == 0);
  CHECK(result(seed)["seed"] == 99);
  CHECK(result(set)["seed"] == 99);
  const auto acute = [](const Program& program) {
    return result(program)["alternatives"]["scenario"]["measures"]["households.acute"]["mean"].get<double>();
  };
  CHECK(acute(plain) != acute(seed));
  // Twice the apartments: nobody waits, so far fewer are left in the hotel.
  CHECK(acute(set) < 0.5 * acute(plain));
}

TEST_CASE("the option --until goes on until the interval is narrow enough", "[command line][long]") {
  Program program({"run", example("one_pool"), "--until", "10%", "--check", "off", "--out", "r"});
  REQUIRE(program.code() == 0);
  json acute = result(program)["alternatives"]["scenario"]["measures"]["households.acute"];
  const double mean = acute["mean"], high = acute["high"];
  CHECK(high - mean <= 0.10 * mean);
}

TEST_CASE("an invalid field is told by place, ends with 3 and writes nothing", "[command line]") {
  Program set(quick("one_pool", {"--set", "stages.trainign.units=40"}));
  CHECK(set.code() == 3);
  CHECK_THAT(set.err(), Contains("trainign") && Contains("training"));
  CHECK_FALSE(fs::exists(set.folder() / "r"));

  const ScratchFolder folder;
  std::ofstream(folder.path() / "bad.yaml") << "trapphus: 1\nnmae: x\n";
  Program bad({"run", (folder.path() / "bad.yaml").string(), "--out", "r"});
  CHECK(bad.code() == 3);
  CHECK_THAT(bad.err(), Contains("bad.yaml:2:1: "));
  CHECK(bad.out().empty());
  CHECK_FALSE(fs::exists(bad.folder() / "r"));
}

TEST_CASE("check reads several files and ends with the code of the worst", "[command line]") {
  Program good({"check", example("one_pool"), example("alternative")});
  CHECK(good.code() == 0);
  CHECK_THAT(good.out(), Contains("Bottleneck: ") && Contains("Homes a year") && Contains("days to a home"));
  Program mixed({"check", example("one_pool"), "no-such-file.yaml"});
  CHECK(mixed.code() == 5);
  CHECK_THAT(mixed.out(), Contains("one_pool.yaml: valid"));
}

TEST_CASE("trace tells one household's story in sentences with dates", "[command line]") {
  Program all({"trace", example("staff_bottleneck")}), one({"trace", example("staff_bottleneck"), "--client", "3"});
  REQUIRE(all.code() == 0);
  REQUIRE(one.code() == 0);
  CHECK_THAT(all.out(), Contains("household 1 (") && Contains("is placed in Hotel") &&
                            Contains("has finished Course in living on one's own"));
  CHECK_THAT(one.out(), Contains("household 3 (") && !Contains("household 1 (") && !Contains("household 30 ("));
  const std::size_t first = one.out().find("2020-");
  CHECK_THAT(all.out(), Contains(one.out().substr(first, one.out().find('\n', first) - first)));
}

TEST_CASE("trace takes an alternative, and a client that exists", "[command line]") {
  Program zero({"trace", example("alternative")}),
      navigators({"trace", example("alternative"), "--alternative", "navigators"});
  REQUIRE(zero.code() == 0);
  REQUIRE(navigators.code() == 0);
  CHECK_THAT(navigators.out(), Contains("has finished Housing search"));
  CHECK_THAT(zero.out(), !Contains("has finished Housing search"));
  CHECK(Program({"trace", example("alternative"), "--alternative", "navigator"}).code() == 2);
  CHECK(Program({"trace", example("alternative"), "--client", "100000"}).code() == 2);
}

TEST_CASE("graph, schema and fields print DOT, JSON Schema and a reference page", "[command line]") {
  Program graph({"graph", example("alternative")}), schema({"schema"}), fields({"fields"});
  REQUIRE(graph.code() == 0);
  REQUIRE(schema.code() == 0);
  REQUIRE(fields.code() == 0);
  CHECK_THAT(graph.out(), Catch::StartsWith("digraph") && Contains("->"));
  CHECK(json::parse(schema.out()).contains("properties"));
  CHECK_THAT(fields.out(), Contains("direct_hours") && Contains("h/week"));
}

TEST_CASE("the first Ctrl-C or SIGTERM ends the run with 130 and what was finished is written, marked incomplete",
          "[command line]") {
  for (const int signal : {SIGINT, SIGTERM}) {
    Program program({"run", example("alternative"), "--replications", "1000000", "--check", "off", "--out", "r"});
    REQUIRE(program.says("simulating"));
    std::this_thread::sleep_for(std::chrono::milliseconds(300));
    program.interrupt(signal);
    CHECK(program.code() == 130);
    json root = result(program);
    CHECK(root["complete"] == false);
    CHECK(root["replications"] < 1000000);
    CHECK_THAT(program.out(), Contains("INCOMPLETE"));
    CHECK_THAT(program.err(), Contains("interrupted"));
    CHECK(fs::file_size(program.folder() / "r" / "results.sqlite") > 0);
  }
}

TEST_CASE("interrupted during the check nothing is left behind, and that is what it says", "[command line]") {
  for (const int signal : {SIGINT, SIGTERM}) {
    Program program({"run", example("one_pool"), "--set", "groups.households.arrivals=20000/year", "--check", "all",
                     "--out", "results/first", "--json", "r.json"});
    REQUIRE(program.says("checking against SimGrid"));
    std::this_thread::sleep_for(std::chrono::milliseconds(300));
    program.interrupt(signal);
    CHECK(program.code() == 130);
    CHECK_THAT(program.err(), Contains("interrupted before anything was simulated"));
    CHECK(program.out().empty());
    CHECK_FALSE(fs::exists(program.folder() / "results"));
    CHECK_FALSE(fs::exists(program.folder() / "r.json"));
  }
}

TEST_CASE("a folder that was there before stays, and so does what is in it", "[command line]") {
  Program program(
      {"run", example("one_pool"), "--set", "groups.households.arrivals=20000/year", "--check", "all", "--out", "."});
  REQUIRE(program.says("checking against SimGrid"));
  program.interrupt();
  CHECK(program.code() == 130);
  CHECK(fs::exists(program.folder() / "err.txt"));
}

TEST_CASE("a scenario with more waiting at once than SimGrid can follow is checked as far as it goes",
          "[command line][long]") {
  // 5 500 households come a day and stay for two weeks: 50 000 are there on the tenth.
  const std::string most = "more than " + std::to_string(trapphus::engine::kMostSimGridActors) + " things";
  const ScratchFolder folder;
  std::string text = content(example("one_pool"));
  const auto put = [&text](const std::string& from, const std::string& to) {
    REQUIRE(text.find(from) != std::string::npos);
    text.replace(text.find(from), from.size(), to);
  };
  put("period: 2020-01 to 2022-12", "period: 2020-01-01 to 2020-01-20");
  put("arrivals: 24/year", "arrivals: 2 000 000/year");
  const std::string file = (folder.path() / "many.yaml").string();
  std::ofstream(file) << text;
  Program checked({"run", file, "--replications", "2", "--check", "all", "--out", "r", "--lang", "en"});
  CHECK(checked.code() == 0);
  const json check = result(checked)["check"];
  CHECK(check["limit"] == "actors");
  CHECK(check["equal"] == true);
  CHECK(check["whole"] == false);
  CHECK(check["events"] > trapphus::engine::kMostSimGridActors);
  CHECK_THAT(check["until"].get<std::string>(), Catch::StartsWith("2020-01-"));
  CHECK_THAT(checked.out(), Contains("but only up to 2020-01-") && Contains(most));
  Program refused({"run", file, "--kernel", "simgrid", "--check", "off", "--out", "r", "--lang", "en"});
  CHECK(refused.code() == 2);
  CHECK_THAT(refused.err(), Contains("--kernel simgrid: on 2020-01-") && Contains(most));
  CHECK_FALSE(fs::exists(refused.folder() / "r"));
}

TEST_CASE("bottleneck says which change gives most for the money, and which cannot be told from none",
          "[command line]") {
  const auto asked = [](const char* name) {
    return std::vector<std::string>{"bottleneck", example(name), "--replications", "20", "--json", "b.json"};
  };
  Program staff(asked("staff_bottleneck")), pool(asked("one_pool"));
  REQUIRE(staff.code() == 0);
  REQUIRE(pool.code() == 0);
  CHECK_THAT(staff.out(), Contains("Most for the money: +0.5 FTE: Housing counsellors.") &&
                              Contains("not distinguishable") && Contains("max-flow") &&
                              Contains("% wait for Course in living on one's own done"));
  CHECK_THAT(pool.out(), Contains("Most for the money: +1 unit: Training apartment."));
  json root = json::parse(content(staff.folder() / "b.json"));
  CHECK(root["changes"][0]["path"] == "staff.counsellors.fte");
  CHECK(root["changes"][0]["helps"] == true);
  CHECK(root["changes"][1]["path"] == "stages.training.units");
  CHECK(root["changes"][1]["distinguishable"] == false);
}

TEST_CASE("bottleneck gives the same bytes on any number of threads, and JSON alone with --json -",
          "[command line][long]") {
  const auto asked = [](const char* jobs) {
    return std::vector<std::string>{
        "bottleneck", example("alternative"), "--alternative", "navigators", "--replications", "6", "--jobs", jobs,
        "--measure",  "households.acute",     "--json",        "-",          "--quiet"};
  };
  Program one(asked("1")), two(asked("2"));
  REQUIRE(one.code() == 0);
  REQUIRE(two.code() == 0);
  CHECK(one.out() == two.out());
  CHECK(one.err().empty());
  json root = json::parse(one.out());
  CHECK(root["alternative"] == "navigators");
  CHECK(root["measure"]["more_is_better"] == false);
  CHECK(root["market"]["path"] == "moves.*.offers");
}

TEST_CASE("bottleneck refuses measures that are none, and costs", "[command line]") {
  Program typo({"bottleneck", example("one_pool"), "--measure", "hoems"});
  CHECK(typo.code() == 2);
  CHECK_THAT(typo.err(), Contains("the nearest is \"homes\""));
  CHECK(Program({"bottleneck", example("one_pool"), "--measure", "cost.total"}).code() == 2);
  CHECK(Program({"bottleneck", example("one_pool"), "--alternative", "nobody"}).code() == 2);
}

TEST_CASE("an interrupted bottleneck search shows what was finished and ends with 130", "[command line]") {
  Program program({"bottleneck", example("one_pool"), "--replications", "1000000", "--json", "b.json"});
  REQUIRE(program.says("one change at a time"));
  std::this_thread::sleep_for(std::chrono::milliseconds(300));
  program.interrupt();
  CHECK(program.code() == 130);
  CHECK_THAT(program.out(), Contains("INCOMPLETE"));
  CHECK(json::parse(content(program.folder() / "b.json"))["complete"] == false);
}

namespace {

/// Acute households and homes of two years, of a scenario with one group and one way out.
std::string to_be_fitted(const fs::path& folder) {
  std::ofstream(folder / "district.yaml") << R"(trapphus: 1
name: A district
period: 2012-01 to 2013-12
seed: 5
groups: {all: {arrivals: 2/week, enters: hotel}}
stages: {hotel: {kind: placement, acute: yes, price: 500 SEK/day}, home: {kind: exit, home: yes}}
moves: [{from: hotel, to: home, alone: 3/year}]
timeline: [{on: 2013-01, change: {moves.hotel.home.alone: 3/year}}]
observations:
  - {measure: households.acute, from: 2012-01, to: 2012-12, value: 26}
  - {measure: homes, from: 2012-01, to: 2012-12, value: 50}
  - {measure: households.acute, from: 2013-01, to: 2013-12, value: 30}
  - {measure: homes, from: 2013-01, to: 2013-12, value: 90}
  - {measure: cost.nights, from: 2013-01, to: 2013-12}
free:
  - {path: groups.all.arrivals, range: 0.5/week..5/week}
  - {path: moves.hotel.home.alone, range: 0.5/year..9/year}
  - {path: timeline.2013-01-01.moves.hotel.home.alone, range: 0.5/year..9/year}
)";
  return (folder / "district.yaml").string();
}

}  // namespace

TEST_CASE("calibrate fits the free inputs, and its file gives the fitted result", "[command line]") {
  const ScratchFolder folder;
  const auto file = to_be_fitted(folder.path()), fitted = (folder.path() / "fitted.yaml").string();
  Program first({"calibrate", file, "--replications", "20", "--out", fitted, "--quiet"});
  INFO(first.err());
  REQUIRE(first.code() == 0);
  CHECK(first.err().empty());
  CHECK_THAT(first.out(), Contains("3 inputs fitted to 4 observations, 20 replications, seed 5") &&
                              Contains("written to " + fitted));
  const std::string text = content(fitted);
  CHECK_THAT(text, Contains("extends: \"district.yaml\"") &&
                       Contains("#   trapphus calibrate district.yaml --replications 20 --out fitted.yaml") &&
                       Contains("(calibrate, seed 5, 20 replications)"));
  CHECK_THAT(text, !Contains(folder.path().string()));

  Program run({"run", fitted, "--replications", "20", "--check", "off", "--out", "r"});
  REQUIRE(run.code() == 0);
  const json observations = result(run)["observations"];
  REQUIRE(observations.size() == 5);
  for (std::size_t i = 0; i < 4; ++i) {
    const double observed = observations[i]["observed"], simulated = observations[i]["simulated"];
    INFO(observations[i].dump());
    CHECK(simulated == Approx(observed).epsilon(0.25));
  }
}

TEST_CASE("calibrated again, from any folder and with any number of threads, the file is the same",
          "[command line][long]") {
  const ScratchFolder folder;
  const auto file = to_be_fitted(folder.path());
  std::vector<std::string> texts;
  for (const char* jobs : {"1", "3"}) {
    const auto fitted = folder.path() / "fitted.yaml";
    Program program({"calibrate", file, "--replications", "10", "--out", fitted.string(), "--jobs", jobs, "--quiet"});
    REQUIRE(program.code() == 0);
    texts.push_back(content(fitted));
  }
  CHECK(texts[0] == texts[1]);
}

TEST_CASE("with a base, the fitted file extends the base, and knows nothing of the file that was only for the fit",
          "[command line]") {
  const ScratchFolder folder;
  const auto file = to_be_fitted(folder.path());
  const auto base = (folder.path() / "base.yaml").string(), fitted = (folder.path() / "fitted.yaml").string();
  std::ofstream(base) << R"(trapphus: 1
name: Another district
period: 2020-01 to 2020-12
groups: {all: {arrivals: 2/week, enters: hotel}}
stages: {hotel: {kind: placement, acute: yes, price: 500 SEK/day}, home: {kind: exit, home: yes}}
moves: [{from: hotel, to: home, alone: 3/year}]
)";
  const std::vector<std::string> args{
      "calibrate",      file, "--base", base, "--free", "groups.all.arrivals=1/week..4/week",
      "--replications", "10", "--quiet"};
  auto written = args;
  written.insert(written.end(), {"--out", fitted});
  Program program(written);
  INFO(program.err());
  REQUIRE(program.code() == 0);
  const std::string text = content(fitted);
  CHECK_THAT(text, Contains("extends: \"base.yaml\"") && Contains("calibrate district.yaml --free") &&
                       Contains("--base base.yaml --out fitted.yaml"));
  Program check({"check", fitted});
  CHECK(check.code() == 0);
  CHECK_THAT(check.out(), Contains("Another district"));

  std::ofstream(base) << "extends: district.yaml\nseed: none\n";
  Program invalid(args);
  CHECK(invalid.code() == 3);
  CHECK_THAT(invalid.err(), Contains("base.yaml:2"));
  std::ofstream(base) << R"(trapphus: 1
period: 2020-01 to 2020-12
groups: {others: {arrivals: 2/week, enters: hotel}}
stages: {hotel: {kind: placement, acute: yes, price: 500 SEK/day}, home: {kind: exit, home: yes}}
moves: [{from: hotel, to: home, alone: 3/year}]
)";
  Program unknown(args);
  CHECK(unknown.code() == 3);
  CHECK(unknown.out().empty());
  CHECK_THAT(unknown.err(), Contains("groups.all.arrivals"));
  auto onto_itself = args;
  onto_itself.insert(onto_itself.end(), {"--out", base});
  Program itself(onto_itself);
  CHECK(itself.code() == 2);
  CHECK_THAT(itself.err(), Contains("which the fitted scenario extends"));
}

TEST_CASE("what calibrate is told to free takes the place of the list, and without --out nothing is written",
          "[command line]") {
  const ScratchFolder folder;
  const auto file = to_be_fitted(folder.path());
  Program program({"calibrate", file, "--free", "groups.all.arrivals=1/week..4/week", "--replications", "10"});
  REQUIRE(program.code() == 0);
  CHECK_THAT(program.out(), Contains("1 input fitted") && Contains("change:\n  groups.all.arrivals:\n    value: ") &&
                                Contains("--free groups.all.arrivals=1/week..4/week") &&
                                !Contains("  moves.hotel.home.alone:"));
  CHECK_THAT(program.err(), Contains("fitting: "));
  CHECK(std::distance(fs::directory_iterator(folder.path()), fs::directory_iterator()) == 1);
}

TEST_CASE("what calibrate cannot do is told before the work", "[command line]") {
  const ScratchFolder folder;
  const auto file = to_be_fitted(folder.path());
  Program nothing({"calibrate", example("one_pool")});
  CHECK(nothing.code() == 2);
  CHECK_THAT(nothing.err(), Contains("--free PATH=LOW..HIGH"));
  Program unknown({"calibrate", file, "--free", "groups.al.arrivals=1/week..4/week"});
  CHECK(unknown.code() == 3);
  CHECK_THAT(unknown.err(), Contains("--free groups.al.arrivals") && Contains("did you mean `groups.all.arrivals`?"));
  Program itself({"calibrate", file, "--out", file});
  CHECK(itself.code() == 2);
  CHECK_THAT(itself.err(), Contains("the scenario itself"));
  Program untyped({"calibrate", file, "--free", "groups.all.arrivals"});
  CHECK(untyped.code() == 2);
}

TEST_CASE("calibrate interrupted gives the best so far, marked, and ends with 130", "[command line]") {
  const ScratchFolder folder;
  const auto file = to_be_fitted(folder.path()), fitted = (folder.path() / "fitted.yaml").string();
  Program program({"calibrate", file, "--replications", "1000", "--evaluations", "100000", "--out", fitted});
  REQUIRE(program.says("fitting"));
  program.interrupt();
  CHECK(program.code() == 130);
  CHECK_THAT(program.err(), Contains("interrupted"));
  CHECK_THAT(content(fitted), Contains("# INTERRUPTED"));
}

TEST_CASE("a folder that cannot be written to is found out before the work, with 5", "[command line]") {
  const ScratchFolder folder;
  std::ofstream(folder.path() / "file") << "x";
  Program program({"run", example("one_pool"), "--out", (folder.path() / "file" / "r").string()});
  CHECK(program.code() == 5);
  CHECK(program.out().empty());
  CHECK_THAT(program.err(), Contains("cannot write") && Contains("file/r") && !Contains("simulating"));
}

TEST_CASE("a full disk ends with 5 and a message", "[command line]") {
  if (!fs::exists("/dev/full")) return;
  Program json_file(quick("one_pool", {"--json", "/dev/full"}));
  CHECK(json_file.code() == 5);
  CHECK_THAT(json_file.err(), Contains("/dev/full: No space left on device"));
  CHECK(result(json_file)["complete"] == true);
  Program standard_output({"fields"}, "/dev/full");
  CHECK(standard_output.code() == 5);
  CHECK_THAT(standard_output.err(), Contains("cannot write standard output"));
}

TEST_CASE("a reader that went away ends the story with 5, not with a signal", "[command line]") {
  Program program({"trace", example("alternative")}, kClosedPipe);
  CHECK(program.code() == 5);
  CHECK_THAT(program.err(), Contains("cannot write standard output"));
}
