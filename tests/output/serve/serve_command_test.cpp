// SPDX-License-Identifier: MIT
// `trapphus serve` as a person starts and ends it.
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <thread>

#include "output/serve/run_store.hpp"
#include "tests/output/program.hpp"
#include "tests/output/run_command.hpp"
#include "tests/output/serve/served.hpp"

using namespace trapphus;
using namespace trapphus::tests;
using Catch::Contains;
using nlohmann::json;

namespace {

/// The port in the first line that it prints.
int port_of(const Program& program) {
  REQUIRE(program.says("Ctrl-C"));
  const std::string address = program.out(), begin = "http://127.0.0.1:";
  REQUIRE(address.rfind(begin, 0) == 0);
  return std::stoi(address.substr(begin.size()));
}

Answer post_run(int port) {
  const json run = {{"kind", "run"},
                    {"scenario", "trapphus:examples/one_pool.yaml"},
                    {"options", {{"replications", 100000}, {"check", false}}}};
  return ask(port, {"POST", "/api/runs", run.dump(), {{"Content-Type", "application/json"}}});
}

}  // namespace

TEST_CASE("Ctrl-C ends the server cleanly, and what it was computing is kept") {
  for (const int signal : {SIGINT, SIGTERM}) {
    Program program({"serve", "mine", "--port", "0"});
    const int port = port_of(program);
    REQUIRE(post_run(port).status == 202);
    while (ask(port, {"GET", "/api/runs/1", "", {}}).json().at("answer") == 0)
      std::this_thread::sleep_for(std::chrono::milliseconds(20));
    program.interrupt(signal);
    CHECK(program.code() == 0);
    const output::RunStore store(program.folder() / "mine" / ".trapphus" / "runs.sqlite");
    REQUIRE(store.all().size() == 1);
    CHECK(store.all()[0].state == output::RunState::Interrupted);
    CHECK(store.all()[0].answer.replications > 0);
    CHECK(store.data(1).has_value());
  }
}

TEST_CASE("a server that is killed takes its workers with it, and its runs are interrupted") {
  Program program({"serve", "mine", "--port", "0"});
  const int port = port_of(program);
  REQUIRE(post_run(port).status == 202);
  while (ask(port, {"GET", "/api/runs/1", "", {}}).json().at("answer") == 0)
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
  program.interrupt(SIGKILL);
  CHECK(program.code() == -SIGKILL);
  const output::RunStore store(program.folder() / "mine" / ".trapphus" / "runs.sqlite");
  CHECK(store.all().at(0).state == output::RunState::Interrupted);
}

TEST_CASE("others reach the server only with a token that nobody guesses") {
  CHECK(run_command({"serve", "--host", "0.0.0.0"}).code == 2);
  CHECK_THAT(run_command({"serve", "--host", "0.0.0.0"}).err, Contains("--token"));
  CHECK(run_command({"serve", "--host", "0.0.0.0", "--token", "short"}).code == 2);
  CHECK(run_command({"serve", "--token", "with spaces and \"quotes\""}).code == 2);
  CHECK(run_command({"serve", "--port", "65536"}).code == 2);
}

TEST_CASE("an address of version 6 stands in brackets in what is printed, and answers there") {
  Program program({"serve", "mine", "--host", "::1", "--port", "0", "--token", "a-token-of-many-letters"});
  if (!program.says("Ctrl-C")) {
    CHECK_THAT(program.err(), Contains("::1"));  // a computer without version 6
    return;
  }
  const std::string address = program.out(), begin = "http://[::1]:";
  REQUIRE_THAT(address, Catch::StartsWith(begin));
  const int port = std::stoi(address.substr(begin.size()));
  CHECK(address == begin + std::to_string(port) + "/#token=a-token-of-many-letters\n");
  const std::string own = "[::1]:" + std::to_string(port);
  const auto status = [&](const std::string& host, const std::string& origin) {
    Ask request{"GET", "/api/program", "", {{"Host", host}, {"Authorization", "Bearer a-token-of-many-letters"}}};
    if (!origin.empty()) request.headers.emplace("Origin", origin);
    request.address = "::1";
    return ask(port, request).status;
  };
  CHECK(status(own, "") == 200);
  CHECK(status(own, "http://" + own) == 200);
  CHECK(status(own, "null") == 403);
  CHECK(status("evil.example", "") == 403);
  CHECK(status("[::1].evil.example", "") == 403);
}

TEST_CASE("a port that is taken and a folder that cannot be used are told") {
  Served served;
  Program taken({"serve", "mine", "--port", std::to_string(served.port())});
  CHECK(taken.code() != 0);
  CHECK_THAT(taken.err(), Contains(std::to_string(served.port())));
  Program no_folder({"serve", "/dev/null/mine", "--port", "0"});
  CHECK(no_folder.code() == 5);
}
