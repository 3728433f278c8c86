// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "output/serve/jobs.hpp"

namespace trapphus::output {

struct ServerOptions {
  std::filesystem::path folder;   ///< Where the user's scenarios are and the runs are kept. Made if it is not there.
  std::filesystem::path program;  ///< This program, for the processes that do the work.
  std::string host;               ///< Empty: 127.0.0.1 only.
  int port = 0;                   ///< 0: one that is free.
  std::string token;              ///< Empty: none is asked for.
  JobLimits limits;
};

/// The program in the browser: one page, and its questions (JSON, under /api/). Serves from the constructor to stop().
class HttpServer {
 public:
  /// Throws CannotWrite if the folder cannot be used or another server uses it, std::runtime_error if the port is
  /// taken.
  explicit HttpServer(const ServerOptions& options);
  HttpServer(const HttpServer&) = delete;
  HttpServer& operator=(const HttpServer&) = delete;
  ~HttpServer();

  [[nodiscard]] int port() const;
  /// "http://127.0.0.1:8080/", with the token if there is one.
  [[nodiscard]] std::string address() const;
  /// Answers no more, lets the runs finish what is under way, and keeps them.
  void stop();

 private:
  struct Implementation;
  std::unique_ptr<Implementation> implementation_;
};

}  // namespace trapphus::output
