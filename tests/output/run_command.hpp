// SPDX-License-Identifier: MIT
#pragma once

#include <sstream>
#include <string>
#include <vector>

#include "output/commands/cli.hpp"

namespace trapphus::tests {

/// Exit code and output of a command line, run within the test's process.
struct CommandResult {
  int code;
  std::string out, err;
};

inline CommandResult run_command(std::vector<std::string> args, const std::vector<std::string>& more = {}) {
  args.insert(args.end(), more.begin(), more.end());
  std::ostringstream out, err;
  const int code = output::main_with(args, out, err);
  return {code, out.str(), err.str()};
}

}  // namespace trapphus::tests
