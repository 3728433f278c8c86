// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "output/serve/jobs.hpp"

namespace trapphus::output {

struct ServerOptions {
  std::filesystem::path folder;   ///< The user's scenarios and the runs. Created if it does not exist.
  std::filesystem::path program;  ///< Path of this program, executed by the workers.
  std::string host;               ///< Empty: 127.0.0.1 only.
  int port = 0;                   ///< 0: any free port.
  std::string token;              ///< Empty: none is required.
  JobLimits limits;
};

/// HTTP server of the page and its JSON API under /api/. Serves from the constructor to stop().
class HttpServer {
 public:
  /// Throws CannotWrite if the folder cannot be used or is used by another server, std::runtime_error if the port is in
  /// use.
  explicit HttpServer(const ServerOptions& options);
  HttpServer(const HttpServer&) = delete;
  HttpServer& operator=(const HttpServer&) = delete;
  ~HttpServer();

  [[nodiscard]] int port() const;
  /// "http://127.0.0.1:8080/", with the token if there is one.
  [[nodiscard]] std::string address() const;
  /// Stops answering requests, then the jobs (see Jobs::stop).
  void stop();

 private:
  struct Implementation;
  std::unique_ptr<Implementation> implementation_;
};

}  // namespace trapphus::output
