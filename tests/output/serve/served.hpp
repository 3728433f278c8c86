// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>

#include "output/serve/server.hpp"
#include "tests/output/sample_results.hpp"

namespace trapphus::tests {

/// A server's response.
struct Answer {
  int status = 0;  ///< 0: no connection.
  std::string body;
  std::string type, disposition, policy, sniffing, caching;  ///< Headers.
  [[nodiscard]] nlohmann::json json() const { return nlohmann::json::parse(body); }
};

/// A request as a browser sends it; headers beside the usual ones take their place.
struct Ask {
  std::string method = "GET", path, body;
  std::multimap<std::string, std::string> headers = {};
  std::string address = "127.0.0.1";  ///< Where the server is.
};
[[nodiscard]] Answer ask(int port, const Ask& request);

/// A server with a folder in which `small.yaml` is a scenario that takes no time.
class Served {
 public:
  explicit Served(const output::JobLimits& limits = {}, const std::string& token = {},
                  const std::filesystem::path& program = TRAPPHUS_BINARY);
  [[nodiscard]] Answer get(const std::string& path) { return send("GET", path); }
  [[nodiscard]] Answer post(const std::string& path, const nlohmann::json& body) { return send("POST", path, body); }
  [[nodiscard]] Answer send(const std::string& method, const std::string& path, const nlohmann::json& body = {});
  /// Starts a run, and gives its path: "/api/runs/1".
  [[nodiscard]] std::string start(const nlohmann::json& run);
  /// Waits until it has ended, or is in this state.
  [[nodiscard]] nlohmann::json wait(const std::string& path, const std::string& state = {});
  [[nodiscard]] int port() const { return server_->port(); }
  [[nodiscard]] const std::filesystem::path& folder() const { return folder_; }
  [[nodiscard]] output::HttpServer& server() { return *server_; }
  /// Ends it, and starts another one on the same folder.
  void restart();

 private:
  ScratchFolder scratch_;
  std::filesystem::path folder_;
  output::ServerOptions options_;
  std::unique_ptr<output::HttpServer> server_;
};

/// The text of a scenario of which a replication takes no time (many of them do).
[[nodiscard]] std::string small_scenario();

}  // namespace trapphus::tests
