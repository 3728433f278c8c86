// SPDX-License-Identifier: MIT
#include "output/serve/run_store.hpp"

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

#include "output/files/atomic_file.hpp"
#include "tests/output/sample_results.hpp"

using namespace trapphus::output;
using trapphus::tests::ScratchFolder;

namespace {

const RunInput kInput{"run", "Två lotsar", "plan.yaml", "name: plan\n", R"({"quick":true})", "sv"};

}  // namespace

TEST_CASE("a run is kept with its inputs, its newest answer and its files") {
  const ScratchFolder folder;
  const auto file = folder.path() / "runs.sqlite";
  std::int64_t id = 0;
  {
    RunStore store(file);
    id = store.add(kInput);
    store.set_answer(id, {1, 16, true, 0.5}, "first");
    store.set_answer(id, {2, 400, false, 6.25}, "second");
    store.set_files(id, {{"b.csv", std::string("b\0c", 3)}, {"a.xlsx", "a"}});
    store.set_state(id, RunState::Done);
  }
  const RunStore store(file);
  const auto run = store.find(id);
  REQUIRE(run);
  CHECK(run->input.kind == "run");
  CHECK(run->input.name == "Två lotsar");
  CHECK(run->input.scenario == "plan.yaml");
  CHECK(run->input.text == "name: plan\n");
  CHECK(run->input.options == R"({"quick":true})");
  CHECK(run->input.language == "sv");
  CHECK(run->state == RunState::Done);
  CHECK(run->answer.number == 2);
  CHECK(run->answer.replications == 400);
  CHECK_FALSE(run->answer.quick);
  CHECK(run->answer.seconds == 6.25);
  CHECK(run->files == std::vector<std::string>{"a.xlsx", "b.csv"});
  CHECK(store.data(id) == "second");
  CHECK(store.file(id, "b.csv") == std::string("b\0c", 3));
  CHECK_FALSE(store.file(id, "c.csv"));
}

TEST_CASE("what a server left unfinished is interrupted when the next one begins") {
  const ScratchFolder folder;
  const auto file = folder.path() / "runs.sqlite";
  std::int64_t waiting = 0, running = 0, done = 0;
  {
    RunStore store(file);
    waiting = store.add(kInput);
    running = store.add(kInput);
    store.set_state(running, RunState::Running);
    done = store.add(kInput);
    store.set_state(done, RunState::Done);
  }
  const RunStore store(file);
  CHECK(store.find(waiting)->state == RunState::Interrupted);
  CHECK(store.find(running)->state == RunState::Interrupted);
  CHECK(store.find(done)->state == RunState::Done);
}

TEST_CASE("runs are listed the newest first, and can be renamed and removed with all that belongs to them") {
  const ScratchFolder folder;
  RunStore store(folder.path() / "runs.sqlite");
  const auto first = store.add(kInput), second = store.add(kInput);
  store.set_files(first, {{"a.csv", "a"}});
  CHECK(store.rename(second, "'; DROP TABLE runs; --"));
  REQUIRE(store.all().size() == 2);
  CHECK(store.all()[0].input.name == "'; DROP TABLE runs; --");
  CHECK(store.all()[1].id == first);
  store.remove(first);
  CHECK(store.all().size() == 1);
  CHECK_FALSE(store.find(first));
  CHECK_FALSE(store.data(first));
  CHECK_FALSE(store.file(first, "a.csv"));
  CHECK_FALSE(store.rename(first, "gone"));
  // A worker that has not heard of it yet.
  store.set_answer(first, {1, 16, true, 0.5}, "late");
  store.set_files(first, {{"late.csv", "late"}});
  CHECK_FALSE(store.file(first, "late.csv"));
}

TEST_CASE("a file that is no database is not overwritten") {
  const ScratchFolder folder;
  std::ofstream(folder.path() / "runs.sqlite") << std::string(5000, 'x');
  CHECK_THROWS_AS(RunStore(folder.path() / "runs.sqlite"), CannotWrite);
  CHECK(trapphus::tests::content(folder.path() / "runs.sqlite") == std::string(5000, 'x'));
}
