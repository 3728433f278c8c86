// SPDX-License-Identifier: MIT
#pragma once

#include <ostream>
#include <span>
#include <string>

namespace trapphus::output {

/// The whole program: arguments without the program's name in, exit code out (exit_code.hpp).
int main_with(std::span<const std::string> args, std::ostream& out, std::ostream& err);

}  // namespace trapphus::output
