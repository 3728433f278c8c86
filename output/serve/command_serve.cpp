// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cctype>
#include <chrono>
#include <thread>

#include "output/commands/commands.hpp"
#include "output/commands/interrupt.hpp"
#include "output/commands/option_values.hpp"
#include "output/serve/server.hpp"

namespace trapphus::output {
namespace {

constexpr std::size_t kShortestToken = 16;

void check(const ServeCommand& command) {
  if (!command.host.empty() && command.token.empty()) throw UsageError("usage.host");
  if (!command.token.empty() && command.token.size() < kShortestToken)
    throw UsageError("usage.token_short",
                     {{"found", std::to_string(command.token.size())}, {"least", std::to_string(kShortestToken)}});
  const auto is_plain = [](unsigned char c) { return std::isalnum(c) != 0 || c == '-' || c == '_'; };
  if (!std::ranges::all_of(command.token, is_plain)) throw UsageError("usage.token_letters");
}

}  // namespace

ExitCode serve_command(const ServeCommand& command, Streams streams) {
  check(command);
  const Words& words = streams.words;
  const Interruption interruption;
  HttpServer server({command.folder, std::filesystem::read_symlink("/proc/self/exe"), command.host, command.port,
                     command.token, JobLimits()});
  streams.out << server.address() << '\n';
  streams.err << words("serve.open",
                       {{"folder", std::filesystem::absolute(command.folder).lexically_normal().string()}})
              << '\n';
  streams.out.flush();
  while (!interruption.requested()) std::this_thread::sleep_for(std::chrono::milliseconds(100));
  streams.err << words("serve.ending") << '\n';
  server.stop();
  return ExitCode::Done;
}

}  // namespace trapphus::output
