// SPDX-License-Identifier: MIT
#include "output/commands/cli.hpp"

#include <catch2/catch.hpp>
#include <sstream>
#include <vector>

#include "models/runs/results.hpp"
#include "models/staircase/scenario.hpp"
#include "output/studies/study.hpp"
#include "tests/output/run_command.hpp"
#include "tests/output/sample_results.hpp"

using namespace trapphus;
using namespace trapphus::output;
using Catch::Contains;
using trapphus::tests::CommandResult;
using trapphus::tests::run_command;

TEST_CASE("help is there for the program and for each command, on standard output") {
  const CommandResult help = run_command({"--help"});
  CHECK(help.code == 0);
  CHECK(help.err.empty());
  for (const char* command : {"run", "check", "budget", "compare", "trace", "graph", "schema", "fields"}) {
    CHECK_THAT(help.out, Contains(command));
    const CommandResult own = run_command({command, "--help"});
    CHECK(own.code == 0);
    CHECK_THAT(own.out, Contains(command));
  }
  CHECK_THAT(help.out, Contains("130 interrupted"));
}

TEST_CASE("help for run names every option") {
  const std::string help = run_command({"run", "--help"}).out;
  for (const char* option : {"--replications", "--until", "--seed", "--jobs", "--kernel", "--check", "--out", "--json",
                             "--quiet", "--set", "FILE"})
    CHECK_THAT(help, Contains(option));
}

TEST_CASE("the version is the program's name and number") {
  const CommandResult version = run_command({"--version"});
  CHECK(version.code == 0);
  CHECK_THAT(version.out, Catch::Matches("trapphus [0-9]+\\.[0-9]+\\.[0-9]+\n"));
}

TEST_CASE("wrong usage is exit code 2 with a message and nothing on standard output") {
  const std::vector<std::vector<std::string>> wrong{{},
                                                    {"rnu", "x.yaml"},
                                                    {"run"},
                                                    {"run", "x.yaml", "--replications", "1"},
                                                    {"run", "x.yaml", "--until", "2"},
                                                    {"run", "x.yaml", "--seed", "-1"},
                                                    {"run", "x.yaml", "--jobs", "0"},
                                                    {"run", "x.yaml", "--kernel", "simpy"},
                                                    {"run", "x.yaml", "--check", "none"},
                                                    {"run", "x.yaml", "--set", "fte"},
                                                    {"run", "x.yaml", "--sett", "a=b"},
                                                    {"run", "x.yaml", "y.yaml"},
                                                    {"budget", "x.yaml", "--lang", "svenska"},
                                                    {"budget", "x.yaml", "--format", "pdf"},
                                                    {"budget", "x.yaml", "--format", "xlsx"},
                                                    {"check"},
                                                    {"trace", "x.yaml", "--client", "0"},
                                                    {"schema", "x.yaml"}};
  for (const auto& args : wrong) {
    const CommandResult said = run_command(args);
    CHECK(said.code == 2);
    CHECK(said.out.empty());
    CHECK_THAT(said.err, Catch::StartsWith("trapphus: ") && Contains("--help"));
  }
}

TEST_CASE("a command that does not exist is answered with those that do") {
  CHECK_THAT(run_command({"rnu"}).err,
             Contains("found \"rnu\"") && Contains("expected a command: run, check, trace, graph, "));
}

TEST_CASE("a scenario that is not there is exit code 5 for each command that reads one") {
  for (const char* command : {"run", "check", "trace", "graph"}) {
    const CommandResult said = run_command({command, "no/such/file.yaml"});
    CHECK(said.code == 5);
    CHECK(said.out.empty());
    CHECK_THAT(said.err, Contains("no/such/file.yaml"));
  }
}

TEST_CASE("a standard output that nobody reads is exit code 5") {
  std::ostringstream out, err;
  out.setstate(std::ios::badbit);
  const std::vector<std::string> args{"schema"};
  CHECK(main_with(args, out, err) == 5);
  CHECK_THAT(err.str(), Contains("cannot write standard output"));
}

TEST_CASE("kernels that disagree are exit code 4, an interrupted run is 130") {
  auto results = tests::sample_results();
  CHECK(exit_code(results, false) == ExitCode::Done);
  CHECK(exit_code(results, true) == ExitCode::Interrupted);
  results.check.equal = false;
  CHECK(exit_code(results, false) == ExitCode::Disagree);
  CHECK(exit_code(results, true) == ExitCode::Disagree);
  results.check = {};
  CHECK(exit_code(results, false) == ExitCode::Done);
}

TEST_CASE("an alternative is found by its name, and a wrong name is answered with those there are") {
  const auto scenario = tests::sample_scenario();
  CHECK(find_alternative(scenario, "").name == "zero");
  CHECK(find_alternative(scenario, "project").name == "project");
  CHECK_THROWS_WITH(find_alternative(scenario, "projekt"), Contains("projekt") && Contains("zero, project"));
}
