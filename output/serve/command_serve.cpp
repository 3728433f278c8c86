// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cctype>
#include <chrono>
#include <thread>

#include "output/commands/commands.hpp"
#include "output/commands/interrupt.hpp"
#include "output/language/localized_error.hpp"
#include "output/serve/server.hpp"

namespace trapphus::output {
namespace {

constexpr std::size_t kShortestToken = 16;
constexpr int kUsualPort = 8080;

void check(const std::string& host, const std::string& token) {
  if (!host.empty() && token.empty()) throw UsageError("usage.host");
  if (!token.empty() && token.size() < kShortestToken)
    throw UsageError("usage.token_short",
                     {{"found", std::to_string(token.size())}, {"least", std::to_string(kShortestToken)}});
  const auto is_plain = [](unsigned char c) { return std::isalnum(c) != 0 || c == '-' || c == '_'; };
  if (!std::ranges::all_of(token, is_plain)) throw UsageError("usage.token_letters");
}

/// Serves until interrupted, which is the regular end: Done.
ExitCode serve(const OptionValues& options, Streams streams) {
  const std::string host = options.text("host"), token = options.text("token");
  check(host, token);
  const Words& words = streams.words;
  const std::filesystem::path folder = options.text("folder", "my-scenarios");
  const auto port = static_cast<int>(options.value<std::int64_t>("port", kUsualPort));
  const Interruption interruption;
  HttpServer server({folder, std::filesystem::read_symlink("/proc/self/exe"), host, port, token, JobLimits()});
  streams.out << server.address() << '\n';
  streams.err << words("serve.open", {{"folder", std::filesystem::absolute(folder).lexically_normal().string()}})
              << '\n';
  streams.out.flush();
  while (!interruption.requested()) std::this_thread::sleep_for(std::chrono::milliseconds(100));
  streams.err << words("serve.ending") << '\n';
  server.stop();
  return ExitCode::Done;
}

}  // namespace

Command serve_command() {
  return {"serve",
          "help.serve",
          {{.name = "folder",
            .type = OptionType::Folder,
            .help = "help.serve.folder",
            .shown = "help.type.folder_argument"},
           {.name = "port", .type = OptionType::Whole, .help = "help.serve.port", .low = 0, .high = 65535},
           {.name = "host", .type = OptionType::Text, .help = "help.serve.host", .shown = "ADDRESS"},
           {.name = "token", .type = OptionType::Text, .help = "help.serve.token", .shown = "TEXT"}},
          serve};
}

}  // namespace trapphus::output
