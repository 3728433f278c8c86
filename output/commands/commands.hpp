// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <ostream>
#include <string_view>
#include <vector>

#include "output/language/language.hpp"
#include "output/studies/exit_code.hpp"
#include "output/studies/option.hpp"
#include "scenarios/reading/reader.hpp"

/// The commands of the program. Errors leave them as exceptions; cli.cpp turns those into messages and exit codes.
namespace trapphus::output {

struct Study;

/// Where a command writes, and in which language: `out` is for results, `err` for everything else.
struct Streams {
  std::ostream& out;
  std::ostream& err;
  Words words;
};

struct Command {
  std::string_view name;
  std::string_view help;  ///< Id of a text.
  std::vector<Option> options;
  std::function<ExitCode(const OptionValues&, Streams)> carry_out;
  bool hidden = false;  ///< Nobody calls it by hand.
};

/// All of them, in the order of the help text.
[[nodiscard]] std::vector<Command> commands();

/// A study as a command: its options, its result as text and in the files that are asked for.
[[nodiscard]] Command study_command(const Study& study);

// What only looks at scenarios, each in the file of its name.
[[nodiscard]] Command check_command();
[[nodiscard]] Command trace_command();
[[nodiscard]] Command graph_command();
[[nodiscard]] Command schema_command();
[[nodiscard]] Command fields_command();
// output/serve/command_serve.cpp, work_command.cpp
[[nodiscard]] Command serve_command();
[[nodiscard]] Command work_command();

/// "file:line:column: message", one line for each problem.
void print_problems(const std::vector<scenarios::Problem>& problems, const Streams& streams);
/// That a file cannot be read.
void print_unreadable(const scenarios::Unreadable& error, const Streams& streams);

}  // namespace trapphus::output
