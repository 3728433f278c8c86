// SPDX-License-Identifier: MIT
#include "output/commands/cli.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <exception>
#include <memory>
#include <sstream>
#include <string>
#include <utility>

#include "engine/kernels/simgrid_kernel.hpp"
#include "models/studies/study_error.hpp"
#include "output/commands/commands.hpp"
#include "output/files/atomic_file.hpp"
#include "output/studies/study.hpp"
#include "output/terminal/text_table.hpp"

namespace trapphus::output {
namespace {

/// The language of the last --lang, else of the environment. The parser reports unknown languages.
Language language_of(std::span<const std::string> args) {
  constexpr std::string_view kOption = "--lang";
  std::optional<Language> found;
  for (std::size_t i = 0; i < args.size(); ++i) {
    std::string text;
    if (args[i] == kOption && i + 1 < args.size())
      text = args[i + 1];
    else if (args[i].starts_with(std::string(kOption) + "="))
      text = args[i].substr(kOption.size() + 1);
    if (const auto language = output::language_of(text)) found = language;
  }
  return found.value_or(language_of_environment());
}

/// Pads columns by display width, not by bytes.
class Formatter : public CLI::Formatter {
 public:
  std::string make_option(const CLI::Option* option, bool is_positional) const override {
    const std::string name = make_option_name(option, is_positional) + make_option_opts(option);
    std::ostringstream out;
    CLI::detail::format_help(out, name, make_option_desc(option), column_width_ + name.size() - display_width(name));
    return out.str();
  }
};

/// Texts of the parser; placeholders in capitals.
void put_into_words(CLI::App& app, const Words& words) {
  static constexpr std::array<std::pair<const char*, std::string_view>, 18> kLabels{
      {{"Usage", "help.usage"},
       {"Positionals", "help.positionals"},
       {"OPTIONS", "help.OPTIONS"},
       {"SUBCOMMAND", "help.SUBCOMMAND"},
       {"REQUIRED", "help.required"},
       {"FILE", "help.type.file"},
       {"FILE|-", "help.type.file_or_dash"},
       {"DIR", "help.type.folder"},
       {"NAME", "help.type.name"},
       {"NAME,...", "help.type.names"},
       {"PERCENT", "help.type.percent"},
       {"PATH=VALUE", "help.type.path_value"},
       {"PATH=LOW..HIGH", "help.type.path_range"},
       {"FILE.html", "help.type.html"},
       {"FILE.xlsx", "help.type.xlsx"},
       {"FITTED.yaml", "help.type.fitted"},
       {"BASE.yaml", "help.type.base"},
       {"ADDRESS", "help.type.address"}}};
  app.formatter(std::make_shared<Formatter>());
  for (const auto& [label, id] : kLabels) app.get_formatter()->label(label, words(id));
  app.option_defaults()->group(words("help.options"));
  app.set_help_flag("-h,--help", words("help.help"));
}

// Refuses an unknown command, which the parser would report as a missing one.
void refuse_unknown_command(const CLI::App& app, std::span<const std::string> args) {
  if (args.empty() || args[0].starts_with('-')) return;
  std::string names;
  for (const CLI::App* sub : app.get_subcommands([](const CLI::App*) { return true; })) {
    if (sub->get_name() == args[0]) return;
    if (!sub->get_group().empty()) names += (names.empty() ? "" : ", ") + sub->get_name();
  }
  throw UsageError("usage.command", {{"found", args[0]}, {"names", names}});
}

/// Translates the parser's errors, which are in English only.
UsageError usage_error(const CLI::ParseError& error) {
  const std::string what = error.what();
  const auto last = what.rfind(": "), first = what.find(':');
  if (dynamic_cast<const CLI::ExtrasError*>(&error) != nullptr && last != std::string::npos) {
    const bool several = what.find("arguments were") != std::string::npos;
    return UsageError(several ? "usage.several_not_expected" : "usage.not_expected",
                      {{"names", what.substr(last + 2)}});
  }
  const std::string is_required = " is required";
  if (dynamic_cast<const CLI::RequiredError*>(&error) != nullptr && what.ends_with(is_required)) {
    const std::string name = what.substr(0, what.size() - is_required.size());
    return name == "A subcommand" ? UsageError("usage.no_command") : UsageError("usage.required", {{"name", name}});
  }
  if (dynamic_cast<const CLI::ArgumentMismatch*>(&error) != nullptr && first != std::string::npos)
    return UsageError("usage.value_missing", {{"name", what.substr(0, first)}});
  return UsageError("usage.parser", {{"what", what}});
}

/// Declares --lang; its value is determined before parsing, since the help needs it.
void add_language(CLI::App& app, const Words& words) {
  std::string codes;
  for (const Catalogue& catalogue : catalogues()) codes += (codes.empty() ? "" : "|") + std::string(catalogue.language);
  app.add_option_function<std::string>(
         "--lang", [](const std::string& text) { static_cast<void>(language_value(text)); }, words("help.lang"))
      ->type_name(codes);
}

/// An argument, not an option with a name.
bool is_argument(OptionType type) {
  return type == OptionType::File || type == OptionType::Files || type == OptionType::Folder;
}
bool is_repeated(OptionType type) {
  return type == OptionType::Settings || type == OptionType::Ranges || type == OptionType::Names;
}

/// Parses each value when it is read, so that the first error is reported.
void add_option(CLI::App& app, const Option& option, OptionValues& given, const Words& words) {
  const std::string help = words(option.help), name = "--" + std::string(option.name);
  const auto take = [&option, &given](const std::vector<std::string>& texts) {
    given.set(option.name, value_of(option, texts));
  };
  if (option.type == OptionType::Flag) {
    app.add_flag_callback(
        name, [take] { take({}); }, help);
  } else if (is_argument(option.type)) {
    CLI::Option* argument = nullptr;
    if (option.type == OptionType::Files)
      argument = app.add_option_function<std::vector<std::string>>(words(option.shown), take, help);
    else
      argument = app.add_option_function<std::string>(
          words(option.shown), [take](const std::string& text) { take({text}); }, help);
    argument->type_name("")->required(option.required);
  } else if (is_repeated(option.type)) {
    CLI::Option* several = app.add_option_function<std::vector<std::string>>(name, take, help);
    several->allow_extra_args(false)->take_all()->type_name(std::string(option.shown));
    if (option.type == OptionType::Names) several->delimiter(',');
  } else {
    app.add_option_function<std::string>(
           name, [take](const std::string& text) { take({text}); }, help)
        ->type_name(std::string(option.shown));
  }
}

CLI::App& add_command(CLI::App& app, const Command& command, OptionValues& given, const Words& words) {
  CLI::App& sub = *app.add_subcommand(std::string(command.name), words(command.help));
  sub.group(command.hidden ? "" : words("help.subcommands"));
  sub.get_help_ptr()->group(words("help.options"));
  add_language(sub, words);
  for (const Option& option : command.options)
    if (option.given != GivenAt::Server) add_option(sub, option, given, words);
  return sub;
}

ExitCode parse_and_carry_out(std::span<const std::string> args, Streams streams) {
  const Words& words = streams.words;
  CLI::App app{words("help.program"), "trapphus"};
  put_into_words(app, words);
  app.set_version_flag("--version", "trapphus " TRAPPHUS_VERSION, words("help.version"));
  add_language(app, words);
  app.footer(words("help.footer"));
  app.require_subcommand(1);
  const std::vector<Command> all = commands();
  std::vector<OptionValues> given(all.size());
  const Command* chosen = nullptr;
  for (std::size_t i = 0; i < all.size(); ++i)
    add_command(app, all[i], given[i], words).callback([&chosen, &command = all[i]] { chosen = &command; });
  refuse_unknown_command(app, args);
  try {
    app.parse(std::vector<std::string>(args.rbegin(), args.rend()));
  } catch (const CLI::Success& help_or_version) {
    app.exit(help_or_version, streams.out, streams.err);
    return ExitCode::Done;
  } catch (const CLI::ParseError& error) {
    throw usage_error(error);
  }
  return chosen->carry_out(given[static_cast<std::size_t>(chosen - all.data())], streams);
}

void tell(const Streams& streams, std::string_view id, const std::string& what) {
  streams.err << streams.words(id, {{"what", what}}) << '\n';
}

/// Prints the problems of several scenarios. Returns the exit code of the most severe.
ExitCode print_all(const SeveralErrors& several, const Streams& streams) {
  auto worst = ExitCode::Done;
  for (const auto& error : several.errors()) {
    try {
      std::rethrow_exception(error);
    } catch (const scenarios::Invalid& invalid) {
      print_problems(invalid.problems(), streams);
      worst = std::max(worst, ExitCode::Invalid);
    } catch (const scenarios::Unreadable& unreadable) {
      print_unreadable(unreadable, streams);
      worst = std::max(worst, ExitCode::File);
    }
  }
  return worst;
}

ExitCode guarded(std::span<const std::string> args, Streams streams) try {
  const ExitCode code = parse_and_carry_out(args, streams);
  if (!streams.out.flush()) throw CannotWrite({"cannot_write.nobody_reads"});
  return code;
} catch (const UsageError& error) {
  tell(streams, "error.usage", error.in(streams.words));
  return ExitCode::Usage;
} catch (const models::StudyError& error) {
  tell(streams, "error.usage", streams.words(error.phrase()));
  return ExitCode::Usage;
} catch (const engine::SimGridLimit& limit) {
  tell(streams, "error.usage",
       streams.words("usage.simgrid_limit",
                     {{"when", engine::to_string(limit.when())}, {"most", std::to_string(limit.most_actors())}}));
  return ExitCode::Usage;
} catch (const scenarios::Invalid& invalid) {
  print_problems(invalid.problems(), streams);
  return ExitCode::Invalid;
} catch (const scenarios::Unreadable& error) {
  print_unreadable(error, streams);
  return ExitCode::File;
} catch (const SeveralErrors& errors) {
  return print_all(errors, streams);
} catch (const CannotWrite& error) {
  tell(streams, "error", error.in(streams.words));
  return ExitCode::File;
} catch (const std::exception& error) {
  tell(streams, "error.internal", error.what());
  return ExitCode::Internal;
}

}  // namespace

int main_with(std::span<const std::string> args, std::ostream& out, std::ostream& err) {
  return static_cast<int>(guarded(args, {out, err, Words(language_of(args))}));
}

}  // namespace trapphus::output
