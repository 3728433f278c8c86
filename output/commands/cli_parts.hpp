// SPDX-License-Identifier: MIT
#pragma once

#include <CLI/CLI.hpp>
#include <functional>
#include <memory>
#include <string>
#include <utility>

#include "output/commands/commands.hpp"
#include "output/commands/option_values.hpp"

/// How the commands describe their options to the parser. Only for output/cli*.cpp.
namespace trapphus::output {

/// The command line's answer: which command to carry out, with what.
using Chosen = std::function<ExitCode(Streams)>;

/// What is being described, and in which language.
struct CommandLine {
  CLI::App& app;
  Chosen& chosen;
  const Words& words;
};

/// A command and its options, which live as long as the parser does.
template <class Command>
struct Described {
  CLI::App& app;
  Command& command;
  const Words& words;

  /// An option whose text is turned into a value by a function that says what is wrong with it.
  CLI::Option* value(const std::string& name, std::string_view type, std::string_view help,
                     const std::function<void(const std::string&)>& take) const {
    return app.add_option_function<std::string>(name, take, words(help))->type_name(std::string(type));
  }
  template <class T>
  CLI::Option* option(const std::string& name, T& target, std::string_view type, std::string_view help) const {
    return app.add_option(name, target, words(help))->type_name(std::string(type));
  }
  /// One that may be repeated, a value each time.
  CLI::Option* repeated(const std::string& name, std::string_view type, std::string_view help,
                        const std::function<void(const std::vector<std::string>&)>& take) const {
    return app.add_option_function<std::vector<std::string>>(name, take, words(help))
        ->allow_extra_args(false)
        ->take_all()
        ->type_name(std::string(type));
  }
  CLI::Option* flag(const std::string& name, bool& target, std::string_view help) const {
    return app.add_flag(name, target, words(help));
  }
};

/// What every command has. The language itself is known before the command line is parsed, since its help needs it.
void add_language(CLI::App& app, const Words& words);
CLI::App& add_subcommand(const CommandLine& line, const std::string& name, std::string_view help);

template <class Command>
Described<Command> describe(const CommandLine& line, const std::string& name, std::string_view help,
                            ExitCode (*carry_out)(const Command&, Streams)) {
  auto command = std::make_shared<Command>();
  CLI::App& app = add_subcommand(line, name, help);
  app.callback([&chosen = line.chosen, carry_out, command] {
    chosen = [carry_out, command](Streams streams) { return carry_out(*command, streams); };
  });
  return {app, *command, line.words};
}

template <class Command>
void add_overrides(const Described<Command>& described) {
  described.repeated("--set", "PATH=VALUE", "help.set",
                     [&command = described.command](const std::vector<std::string>& texts) {
                       for (const auto& text : texts) command.overrides.push_back(override_value(text));
                     });
}

template <class Command>
void add_file(const Described<Command>& described) {
  described.option(described.words("help.type.file"), described.command.file, "", "help.file")->required();
}

// cli_simulating.cpp
void add_run(const CommandLine& line);
void add_calibrate(const CommandLine& line);
void add_bottleneck(const CommandLine& line);
void add_budget(const CommandLine& line);
void add_compare(const CommandLine& line);
// cli_looking.cpp
void add_check(const CommandLine& line);
void add_trace(const CommandLine& line);
void add_graph(const CommandLine& line);
void add_references(const CommandLine& line);
// cli_serving.cpp
void add_serve(const CommandLine& line);
void add_work(const CommandLine& line);

}  // namespace trapphus::output
