// SPDX-License-Identifier: MIT
#pragma once

#include <sstream>
#include <string>
#include <vector>

#include "output/commands/cli.hpp"

namespace trapphus::tests {

/// What the program answers to a command line, called within the test.
struct Said {
  int code;
  std::string out, err;
};

inline Said say(std::vector<std::string> args, const std::vector<std::string>& more = {}) {
  args.insert(args.end(), more.begin(), more.end());
  std::ostringstream out, err;
  const int code = output::main_with(args, out, err);
  return {code, out.str(), err.str()};
}

}  // namespace trapphus::tests
