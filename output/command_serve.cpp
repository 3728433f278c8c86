// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <chrono>
#include <thread>

#include "output/commands.hpp"
#include "output/interrupt.hpp"
#include "output/option_values.hpp"
#include "output/serve/server.hpp"

namespace trapphus::output {
namespace {

constexpr std::size_t kShortestToken = 16;

void check(const ServeCommand& command) {
  if (!command.host.empty() && command.token.empty())
    throw UsageError("--host: others can then reach it, expected --token TEXT as well, which only those have who may");
  if (!command.token.empty() && command.token.size() < kShortestToken)
    throw UsageError(fmt::format("--token: found {} characters, expected at least {} that nobody guesses",
                                 command.token.size(), kShortestToken));
  const auto is_plain = [](unsigned char c) { return std::isalnum(c) != 0 || c == '-' || c == '_'; };
  if (!std::ranges::all_of(command.token, is_plain))
    throw UsageError("--token: expected letters, digits, - and _ only");
}

}  // namespace

ExitCode serve_command(const ServeCommand& command, Streams streams) {
  check(command);
  const Words words(command.language.value_or(language_of_environment()));
  const Interruption interruption;
  Server server({command.folder, std::filesystem::read_symlink("/proc/self/exe"), command.host, command.port,
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
