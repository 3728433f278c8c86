// SPDX-License-Identifier: MIT
#include "tests/output/serve/served.hpp"

#include <httplib.h>

#include <catch2/catch.hpp>
#include <fstream>
#include <thread>

namespace trapphus::tests {

std::string small_scenario() {
  return content(std::filesystem::path(TRAPPHUS_SCENARIOS) / "examples" / "one_pool.yaml");
}

Answer ask(int port, const Ask& request) {
  httplib::Client client(request.address, port);
  client.set_read_timeout(kPatience);
  httplib::Request sent;
  sent.method = request.method;
  sent.path = request.path;
  sent.body = request.body;
  for (const auto& [name, value] : request.headers) sent.headers.emplace(name, value);
  const auto result = client.send(sent);
  if (!result) return {};
  return {result->status,
          result->body,
          result->get_header_value("Content-Type"),
          result->get_header_value("Content-Disposition"),
          result->get_header_value("Content-Security-Policy"),
          result->get_header_value("X-Content-Type-Options"),
          result->get_header_value("Cache-Control")};
}

Served::Served(const output::JobLimits& limits, const std::string& token, const std::filesystem::path& program)
    : folder_(scratch_.path() / "mine") {
  options_ = {folder_, program, {}, 0, token, limits};
  std::filesystem::create_directories(folder_);
  std::ofstream(folder_ / "small.yaml") << small_scenario();
  server_ = std::make_unique<output::HttpServer>(options_);
}

Answer Served::send(const std::string& method, const std::string& path, const nlohmann::json& body) {
  Ask request{method, path, body.is_null() ? std::string() : body.dump()};
  if (method != "GET") request.headers.emplace("Content-Type", "application/json");
  if (!options_.token.empty()) request.headers.emplace("Authorization", "Bearer " + options_.token);
  return ask(port(), request);
}

std::string Served::start(const nlohmann::json& run) {
  const Answer answer = post("/api/runs", run);
  INFO(answer.body);
  REQUIRE(answer.status == 202);
  return "/api/runs/" + std::to_string(answer.json().at("id").get<int>());
}

nlohmann::json Served::wait(const std::string& path, const std::string& state) {
  const auto until = std::chrono::steady_clock::now() + kPatience;
  while (true) {
    const auto run = get(path).json();
    const std::string now = run.at("state");
    if (now == state || (now != "waiting" && now != "running")) return run;
    REQUIRE(std::chrono::steady_clock::now() < until);
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
  }
}

void Served::restart() {
  server_.reset();
  server_ = std::make_unique<output::HttpServer>(options_);
}

}  // namespace trapphus::tests
