// SPDX-License-Identifier: MIT
#include "output/serve/server.hpp"

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <thread>

#include "output/files/atomic_file.hpp"
#include "tests/output/places.hpp"
#include "tests/output/serve/served.hpp"

using namespace trapphus;
using namespace trapphus::tests;
using Catch::Contains;
using nlohmann::json;
namespace fs = std::filesystem;

namespace {

/// The smallest scenario with so many replications that nobody waits for its end.
json endless() {
  return {{"kind", "run"}, {"scenario", "small.yaml"}, {"options", {{"replications", 100000}, {"check", false}}}};
}

}  // namespace

TEST_CASE("the page and what it asks carry headers that keep other sites and old copies out") {
  Served served;
  const Answer page = served.get("/");
  CHECK(page.status == 200);
  CHECK_THAT(page.type, Contains("text/html"));
  CHECK_THAT(page.body, Contains(R"({"kind":"program"})"));
  CHECK_THAT(page.policy, Contains("script-src 'sha256-"));
  CHECK_THAT(page.policy, !Contains("script-src 'unsafe-inline'"));
  CHECK_THAT(page.policy, Contains("connect-src 'self'"));
  CHECK_THAT(page.policy, Contains("frame-ancestors 'none'"));
  const Answer data = served.get("/api/program");
  for (const Answer* answer : {&page, &data}) {
    CHECK(answer->sniffing == "nosniff");
    CHECK(answer->caching == "no-store");
  }
  CHECK(data.type == "application/json");
}

TEST_CASE("the server answers on this computer only, by its address and not by another's name for it") {
  Served served;
  CHECK(ask(served.port(), {"GET", "/api/program", "", {{"Host", "evil.example"}}}).status == 403);
  CHECK(ask(served.port(), {"GET", "/", "", {{"Host", "evil.example"}}}).status == 403);
  CHECK(ask(served.port(), {"GET", "/api/program", "", {{"Origin", "https://evil.example"}}}).status == 403);
  CHECK_THAT(ask(served.port(), {"GET", "/api/program?lang=sv", "", {{"Host", "evil.example"}}}).json().at("error"),
             Contains("Servern har inte det här namnet"));
  CHECK_THAT(served.server().address(), Catch::StartsWith("http://127.0.0.1:"));
}

TEST_CASE("with a token only who has it is answered, and the address that is told has it") {
  Served served({}, "a-token-of-many-letters");
  CHECK(ask(served.port(), {"GET", "/api/program", "", {}}).status == 401);
  CHECK(ask(served.port(), {"GET", "/", "", {}}).status == 200);
  CHECK(served.get("/api/program").status == 200);
  CHECK_THAT(served.server().address(), Catch::EndsWith("/#token=a-token-of-many-letters"));
}

TEST_CASE("what is too large is refused, and so is what does not say how large it is") {
  Served served;
  const std::string huge(3'000'000, 'x');
  CHECK(served.post("/api/check", {{"scenario", "small.yaml"}, {"text", huge}}).status == 413);
  const Ask chunked{"POST", "/api/check", "", {{"Content-Type", "application/json"}, {"Transfer-Encoding", "chunked"}}};
  CHECK(ask(served.port(), chunked).status == 411);
  CHECK(served.get("/api/program").status == 200);
}

TEST_CASE("a bad request is told what is wrong with it, as JSON") {
  Served served;
  const auto error_of = [](const Answer& answer) { return answer.json().at("error").get<std::string>(); };
  CHECK(served.get("/api/nothing").status == 404);
  CHECK_THAT(error_of(served.get("/api/nothing")), Contains("nothing at this address"));
  CHECK(served.get("/api/runs/99").status == 404);
  CHECK(served.get("/api/runs/99999999999999999999").status == 404);
  CHECK(served.get("/api/scenarios/file?id=none.yaml").status == 404);
  CHECK(served.get("/api/scenarios/file?id=trapphus:none.yaml").status == 404);
  CHECK(served.get("/api/scenarios/file").status == 400);
  const Ask no_json{"POST", "/api/runs", "{", {{"Content-Type", "application/json"}}};
  CHECK(ask(served.port(), no_json).status == 400);
  const Ask no_object{"POST", "/api/runs", "[1]", {{"Content-Type", "application/json"}}};
  CHECK(ask(served.port(), no_object).status == 400);
  const Ask deep{"POST", "/api/runs", std::string(1'000'000, '['), {{"Content-Type", "application/json"}}};
  CHECK(ask(served.port(), deep).status == 400);
  const std::vector<json> wrong{
      {{"kind", "shell"}, {"scenario", "small.yaml"}},
      {{"kind", "run"}},
      {{"kind", "run"}, {"scenario", 7}},
      {{"kind", "run"}, {"scenario", "small.yaml"}, {"options", 7}},
      {{"kind", "run"}, {"scenario", "small.yaml"}, {"options", {{"replications", 1}}}},
      {{"kind", "run"}, {"scenario", "small.yaml"}, {"options", {{"replications", 100001}}}},
      {{"kind", "run"}, {"scenario", "small.yaml"}, {"options", {{"replications", "many"}}}},
      {{"kind", "run"}, {"scenario", "small.yaml"}, {"options", {{"seed", -1}}}},
      {{"kind", "run"}, {"scenario", "small.yaml"}, {"options", {{"out", "/tmp"}}}},
      {{"kind", "compare"}, {"options", json::object()}},
      {{"kind", "compare"}, {"options", {{"scenarios", json::array()}}}},
      {{"kind", "calibrate"}, {"scenario", "small.yaml"}, {"options", {{"free", {{{"path", "x"}}}}}}}};
  for (const json& run : wrong) {
    INFO(run);
    const Answer answer = served.post("/api/runs", run);
    CHECK(answer.status == 400);
    CHECK_FALSE(error_of(answer).empty());
  }
  CHECK(served.get("/api/runs").json().empty());
}

TEST_CASE("nothing outside of the folder is read, neither by a name nor by what a scenario extends") {
  Served served;
  std::ofstream(served.folder().parent_path() / "secret.yaml") << "name: the secret\n";
  fs::create_symlink(served.folder().parent_path() / "secret.yaml", served.folder() / "link.yaml");
  CHECK(served.get("/api/scenarios/file?id=../secret.yaml").status == 400);
  CHECK(served.get("/api/scenarios/file?id=link.yaml").status == 400);
  CHECK(served.get("/api/scenarios/file?id=trapphus:../secret.yaml").status == 404);
  CHECK(served.send("PUT", "/api/scenarios/file?id=../new.yaml", {{"text", "x"}}).status == 400);
  CHECK_FALSE(fs::exists(served.folder().parent_path() / "new.yaml"));
  const std::string absolute = (served.folder().parent_path() / "secret.yaml").string();
  for (const std::string& base : {std::string("../secret.yaml"), std::string("link.yaml"), absolute}) {
    const Answer answer = served.post("/api/check", {{"scenario", "small.yaml"}, {"text", "extends: " + base + "\n"}});
    INFO(base << ": " << answer.body);
    REQUIRE(answer.status == 200);
    CHECK_FALSE(answer.json().at("problems").empty());
    CHECK_THAT(answer.body, !Contains("the secret"));
    const json run =
        served.wait(served.start({{"kind", "run"}, {"scenario", "small.yaml"}, {"text", "extends: " + base}}));
    CHECK(run.at("state") == "failed");
    CHECK(run.at("answer") == 0);
  }
}

TEST_CASE("the scenarios are those of the folder and those that came with the program") {
  Served served;
  std::ofstream(served.folder() / "broken.yaml") << "name: [\n";
  std::map<std::string, json> by_id;
  for (const auto& one : served.get("/api/scenarios").json()) by_id[one.at("id")] = one;
  REQUIRE(by_id.contains("small.yaml"));
  CHECK(by_id["small.yaml"].at("name") == "One pool of training apartments");
  CHECK(by_id["small.yaml"].at("shipped") == false);
  CHECK(by_id["broken.yaml"].contains("error"));
  REQUIRE(by_id.contains("trapphus:hasselby/hasselby.yaml"));
  CHECK(by_id["trapphus:hasselby/hasselby.yaml"].at("shipped") == true);
  std::map<std::string, json> swedish;
  for (const auto& one : served.get("/api/scenarios?lang=sv").json()) swedish[one.at("id")] = one;
  CHECK(swedish["trapphus:hasselby/hasselby.yaml"].at("description") !=
        by_id["trapphus:hasselby/hasselby.yaml"].at("description"));
}

TEST_CASE("a scenario is saved under a name of one's own, and nobody's work is overwritten unseen") {
  Served served;
  const std::string shipped = "/api/scenarios/file?id=trapphus:hasselby/district.yaml";
  CHECK(served.send("PUT", shipped, {{"text", "x"}}).status == 403);
  const json first = served.get("/api/scenarios/file?id=small.yaml").json();
  CHECK(served.send("PUT", "/api/scenarios/file?id=small.yaml", {{"text", "x"}}).status == 409);
  const Answer saved =
      served.send("PUT", "/api/scenarios/file?id=small.yaml",
                  {{"text", first.at("text").get<std::string>() + "# mine\n"}, {"etag", first.at("etag")}});
  CHECK(saved.status == 200);
  CHECK_THAT(content(served.folder() / "small.yaml"), Catch::EndsWith("# mine\n"));
  CHECK(served.send("PUT", "/api/scenarios/file?id=small.yaml", {{"text", "x"}, {"etag", first.at("etag")}}).status ==
        409);
}

TEST_CASE("what is being written is checked without being saved, each problem at its line") {
  Served served;
  const json good = served.post("/api/check", {{"scenario", "small.yaml"}}).json();
  CHECK(good.at("problems").empty());
  CHECK(good.at("facts").at("stages").size() >= 2);
  CHECK(good.at("tree").contains("map"));
  std::string text = small_scenario();
  text.replace(text.find("arrivals: 24/year"), 17, "arrivals: 24/yaer");
  const json bad = served.post("/api/check", {{"scenario", "small.yaml"}, {"text", text}}).json();
  REQUIRE(bad.at("problems").size() == 1);
  CHECK(bad.at("problems")[0].at("file") == "small.yaml");
  CHECK(bad.at("problems")[0].at("line") ==
        1 + std::count(text.begin(), text.begin() + static_cast<long>(text.find("24/yaer")), '\n'));
  CHECK(bad.contains("tree"));
  CHECK_FALSE(bad.contains("facts"));
  CHECK(content(served.folder() / "small.yaml") == small_scenario());
}

TEST_CASE("a run answers quickly, refines its answer, and is kept with what there is to download") {
  Served served;
  const std::string run = served.start(
      {{"kind", "run"}, {"scenario", "small.yaml"}, {"name", "Provet"}, {"options", {{"replications", 80}}}});
  const json done = served.wait(run);
  INFO(done);
  CHECK(done.at("state") == "done");
  CHECK(done.at("name") == "Provet");
  CHECK(done.at("answer") == 2);  // with 16 replications, then all
  CHECK(done.at("replications") == 80);
  CHECK(done.at("quick") == false);
  const json data = served.get(run + "/data").json();
  CHECK(data.at("replications") == 80);
  CHECK(data.at("viewer").contains("bottleneck"));
  CHECK(served.get(run + "/input").json().at("text") == small_scenario());
  for (const char* name : {"report.html", "results-sv.xlsx", "results-en.xlsx", "results.json", "monthly.csv",
                           "summary.csv", "scenario.yaml"}) {
    INFO(name);
    CHECK(std::ranges::find(done.at("files"), name) != done.at("files").end());
    const Answer file = served.get(run + "/file?name=" + name);
    CHECK(file.status == 200);
    CHECK_FALSE(file.body.empty());
    CHECK(file.disposition == std::string("attachment; filename=\"") + name + "\"");
  }
  CHECK(served.get(run + "/file?name=../runs.sqlite").status == 404);
  CHECK(served.get(run + "/file?name=request.json").status == 404);
}

TEST_CASE("an answer that somebody may keep is checked against SimGrid once nobody waits for it any more") {
  Served served;
  const std::string run =
      served.start({{"kind", "run"}, {"scenario", "small.yaml"}, {"options", {{"quick", true}, {"replications", 80}}}});
  const json done = served.wait(run);
  CHECK(done.at("answer") == 3);  // with 16 replications, with all, and with the check
  CHECK(done.at("quick") == false);
  const json data = served.get(run + "/data").json();
  CHECK(data.at("check").at("equal") == true);
  CHECK(data.at("check").at("events") > 0);
  CHECK(data.at("viewer").at("replications").at("scenario").at("homes").size() == 80);
}

TEST_CASE("the same run gives the same answer in the browser as on the command line") {
  Served served;
  const std::string run = served.start(
      {{"kind", "run"}, {"scenario", "small.yaml"}, {"options", {{"replications", 20}, {"check", false}}}});
  REQUIRE(served.wait(run).at("state") == "done");
  const std::string command = std::string(TRAPPHUS_BINARY) + " run " + (served.folder() / "small.yaml").string() +
                              " --replications 20 --check off --quiet --out " + (served.folder() / ".out").string() +
                              " > /dev/null";
  REQUIRE(std::system(command.c_str()) == 0);
  json theirs = json::parse(content(served.folder() / ".out" / "results.json"));
  json ours = served.get(run + "/file?name=results.json").json();
  for (json* one : {&theirs, &ours}) (*one)["scenario"].erase("file");
  CHECK(theirs.at("alternatives") == ours.at("alternatives"));
}

TEST_CASE("a run survives the server, and can be renamed and deleted") {
  Served served;
  const std::string run =
      served.start({{"kind", "run"}, {"scenario", "small.yaml"}, {"options", {{"quick", true}, {"replications", 20}}}});
  REQUIRE(served.wait(run).at("state") == "done");
  const std::string data = served.get(run + "/data").body;
  served.restart();
  CHECK(served.get(run).json().at("state") == "done");
  CHECK(served.get(run + "/data").body == data);
  CHECK(served.send("PATCH", run, {{"name", "Två lotsar"}}).json().at("name") == "Två lotsar");
  CHECK(served.send("PATCH", run, {{"name", ""}}).status == 400);
  CHECK(served.get("/api/runs").json().size() == 1);
  CHECK(served.send("DELETE", run).status == 200);
  CHECK(served.get(run).status == 404);
  CHECK(served.get("/api/runs").json().empty());
}

TEST_CASE("a run that is cancelled keeps what was finished, and one that waits never begins") {
  Served served;
  const std::string running = served.start(endless()), waiting = served.start(endless());
  while (served.get(running).json().at("answer") == 0) std::this_thread::sleep_for(std::chrono::milliseconds(20));
  CHECK(served.get(waiting).json().at("state") == "waiting");
  CHECK(served.post(waiting + "/cancel", json::object()).json().at("state") == "cancelled");
  CHECK(served.post(running + "/cancel", json::object()).status == 200);
  const json run = served.wait(running);
  CHECK(run.at("state") == "cancelled");
  CHECK(served.get(running + "/data").json().at("replications") == run.at("replications"));
  CHECK(served.get(waiting).json().at("answer") == 0);
}

TEST_CASE("a quick answer does not wait for a long run, and one that is deleted makes room at once") {
  Served served;
  const std::string slow = served.start(endless());
  const json quick = {
      {"kind", "run"}, {"scenario", "small.yaml"}, {"options", {{"quick", true}, {"replications", 20}}}};
  CHECK(served.wait(served.start(quick)).at("state") == "done");
  CHECK(served.get(slow).json().at("state") == "running");
  CHECK(served.send("DELETE", slow).status == 200);
  json whole = quick;
  whole["options"].erase("quick");
  CHECK(served.wait(served.start(whole)).at("state") == "done");
}

TEST_CASE("only so many runs may wait") {
  output::JobLimits limits;
  limits.waiting = 2;
  Served served(limits);
  CHECK(served.wait(served.start(endless()), "running").at("state") == "running");
  static_cast<void>(served.start(endless()));
  static_cast<void>(served.start(endless()));
  CHECK(served.post("/api/runs", endless()).status == 429);
  CHECK(served.get("/api/runs").json().size() == 3);
}

TEST_CASE("a run that takes too long is stopped, and what was finished is kept") {
  output::JobLimits limits;
  limits.seconds = 3;  // enough for the first answer, also where everything is slower
  Served served(limits);
  const json run = served.wait(served.start(endless()));
  CHECK(run.at("state") == "done");
  CHECK(run.at("answer") > 0);
  CHECK(run.at("replications") < 100000);
}

TEST_CASE("a run that fails says why and does not take the server down") {
  Served served;
  const json invalid = served.wait(served.start({{"kind", "run"}, {"scenario", "small.yaml"}, {"text", "name: x\n"}}));
  CHECK(invalid.at("state") == "failed");
  CHECK_FALSE(invalid.at("problems").empty());
  const json no_yaml = served.wait(served.start({{"kind", "run"}, {"scenario", "small.yaml"}, {"text", "a: [\n"}}));
  CHECK(no_yaml.at("state") == "failed");
  const json nothing_free = served.wait(served.start({{"kind", "calibrate"}, {"scenario", "small.yaml"}}));
  CHECK(nothing_free.at("state") == "failed");
  CHECK_THAT(nothing_free.at("error"), Contains("free"));
  CHECK(served.get("/api/program").status == 200);
}

TEST_CASE("a worker that dies is a failed run, and a question that is not answered") {
  Served served({}, {}, "/bin/false");
  const json run = served.wait(served.start(endless()));
  CHECK(run.at("state") == "failed");
  CHECK_THAT(run.at("error"), Contains("unexpectedly"));
  CHECK(served.post("/api/check", {{"scenario", "small.yaml"}}).status == 500);
  CHECK(served.get("/api/program").status == 200);
}

TEST_CASE("a program that is not there is a failed run") {
  Served served({}, {}, "/not/there");
  CHECK(served.wait(served.start(endless())).at("state") == "failed");
}

TEST_CASE("a server that ends keeps what its runs have finished, and leaves nothing of theirs behind") {
  Served served;
  const std::string running = served.start(endless()), waiting = served.start(endless());
  while (served.get(running).json().at("answer") == 0) std::this_thread::sleep_for(std::chrono::milliseconds(20));
  served.restart();
  const json run = served.get(running).json();
  CHECK(run.at("state") == "interrupted");
  CHECK(served.get(running + "/data").json().at("replications") == run.at("replications"));
  CHECK(served.get(waiting).json().at("state") == "interrupted");
  CHECK((!fs::exists(served.folder() / ".trapphus" / "work") || fs::is_empty(served.folder() / ".trapphus" / "work")));
}

TEST_CASE("a folder has one server") {
  Served served;
  CHECK_THROWS_AS(output::HttpServer({served.folder(), TRAPPHUS_BINARY, {}, 0, {}, {}}), output::CannotWrite);
}

TEST_CASE("scenarios are compared, searched for their bottleneck and applied with in the browser too") {
  Served served;
  fs::copy_file(kApplication, served.folder() / "application.yaml");
  const json few = {{"replications", 4}};
  const std::string compared = served.start(
      {{"kind", "compare"}, {"options", {{"scenarios", {"small.yaml", "application.yaml"}}, {"replications", 4}}}});
  const json comparison = served.wait(compared);
  INFO(comparison);
  CHECK(comparison.at("state") == "done");
  CHECK(served.get(compared + "/data").json().at("rows").size() == 2);
  CHECK(served.get(compared + "/file?name=report.html").status == 200);

  const std::string searched = served.start({{"kind", "bottleneck"}, {"scenario", "small.yaml"}, {"options", few}});
  CHECK(served.wait(searched).at("state") == "done");
  CHECK(served.get(searched + "/data").json().at("kind") == "bottleneck");

  const std::string applied = served.start({{"kind", "budget"}, {"scenario", "application.yaml"}, {"options", few}});
  const json budget = served.wait(applied);
  INFO(budget);
  CHECK(budget.at("state") == "done");
  CHECK(served.get(applied + "/data").json().at("document").at("sections").size() > 3);
  CHECK(served.get(applied + "/file?name=budget-sv.xlsx").body.substr(0, 2) == "PK");
}
