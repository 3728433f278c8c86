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

/// Output streams and language of a command: `out` for results, `err` for everything else.
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
  bool hidden = false;  ///< Not in the help text; called by the server.
};

/// All commands, in the order of the help text.
[[nodiscard]] std::vector<Command> commands();

/// The command of a study: its options, its result as text and in the requested files.
[[nodiscard]] Command study_command(const Study& study);

// Commands without simulations, in files of the same name.
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
/// What is probably not meant in a scenario, one line for each, to the stream of errors.
void print_warnings(const models::Scenario& scenario, const Streams& streams);
/// Prints that a file cannot be read.
void print_unreadable(const scenarios::Unreadable& error, const Streams& streams);

}  // namespace trapphus::output
