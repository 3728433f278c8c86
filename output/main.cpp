// SPDX-License-Identifier: MIT
#include <csignal>
#include <iostream>
#include <string>
#include <vector>

#include "output/commands/cli.hpp"

int main(int argc, char** argv) {
  // A reader that went away (`trapphus trace ... | head`) must give an error message, not sudden death.
  std::signal(SIGPIPE, SIG_IGN);
  const std::vector<std::string> args(argv + (argc > 0 ? 1 : 0), argv + argc);
  return trapphus::output::main_with(args, std::cout, std::cerr);
}
