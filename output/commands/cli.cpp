// SPDX-License-Identifier: MIT
#include "output/commands/cli.hpp"

#include <algorithm>
#include <array>
#include <sstream>

#include "output/commands/cli_parts.hpp"
#include "output/files/atomic_file.hpp"
#include "output/terminal/text_table.hpp"

namespace trapphus::output {
namespace {

/// The language that is asked for with --lang, which the parser says more of if there is no such language; else that of
/// the environment. The last one counts.
Language language_of(std::span<const std::string> args) {
  constexpr std::string_view kOption = "--lang";
  std::optional<Language> found;
  for (std::size_t i = 0; i < args.size(); ++i) {
    std::string text;
    if (args[i] == kOption && i + 1 < args.size())
      text = args[i + 1];
    else if (args[i].starts_with(std::string(kOption) + "="))
      text = args[i].substr(kOption.size() + 1);
    for (const char* name : {"sv", "en"})
      if (text == name) found = language_value(text);
  }
  return found.value_or(language_of_environment());
}

/// Columns are as wide as what one sees of them, not as their bytes.
class Formatter : public CLI::Formatter {
 public:
  std::string make_option(const CLI::Option* option, bool is_positional) const override {
    const std::string name = make_option_name(option, is_positional) + make_option_opts(option);
    std::ostringstream out;
    CLI::detail::format_help(out, name, make_option_desc(option), column_width_ + name.size() - display_width(name));
    return out.str();
  }
};

/// The parser's own words, in capitals those that stand for what one types.
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

// What the parser would only call a missing subcommand.
void refuse_unknown_command(const CLI::App& app, std::span<const std::string> args) {
  if (args.empty() || args[0].starts_with('-')) return;
  std::string names;
  for (const CLI::App* sub : app.get_subcommands([](const CLI::App*) { return true; })) {
    if (sub->get_name() == args[0]) return;
    if (!sub->get_group().empty()) names += (names.empty() ? "" : ", ") + sub->get_name();
  }
  throw UsageError("usage.command", {{"found", args[0]}, {"names", names}});
}

/// What the parser found wrong. It says so in English only.
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

ExitCode parse_and_carry_out(std::span<const std::string> args, Streams streams) {
  const Words& words = streams.words;
  CLI::App app{words("help.program"), "trapphus"};
  put_into_words(app, words);
  app.set_version_flag("--version", "trapphus " TRAPPHUS_VERSION, words("help.version"));
  add_language(app, words);
  app.footer(words("help.footer"));
  app.require_subcommand(1);
  Chosen chosen;
  const CommandLine line{app, chosen, words};
  for (const auto add : {add_run, add_check, add_trace, add_graph, add_calibrate, add_bottleneck, add_budget,
                         add_compare, add_serve, add_work, add_references})
    add(line);
  refuse_unknown_command(app, args);
  try {
    app.parse(std::vector<std::string>(args.rbegin(), args.rend()));
  } catch (const CLI::Success& help_or_version) {
    app.exit(help_or_version, streams.out, streams.err);
    return ExitCode::Done;
  } catch (const CLI::ParseError& error) {
    throw usage_error(error);
  }
  return chosen(streams);
}

void tell(const Streams& streams, std::string_view id, const std::string& what) {
  streams.err << streams.words(id, {{"what", what}}) << '\n';
}

ExitCode guarded(std::span<const std::string> args, Streams streams) try {
  const ExitCode code = parse_and_carry_out(args, streams);
  if (!streams.out.flush()) throw CannotWrite({"cannot_write.nobody_reads"});
  return code;
} catch (const UsageError& error) {
  tell(streams, "error.usage", error.in(streams.words));
  return ExitCode::Usage;
} catch (const scenarios::Invalid& invalid) {
  print_problems(invalid.problems(), streams);
  return ExitCode::Invalid;
} catch (const scenarios::Unreadable& error) {
  print_unreadable(error, streams);
  return ExitCode::File;
} catch (const CannotWrite& error) {
  tell(streams, "error", error.in(streams.words));
  return ExitCode::File;
} catch (const std::exception& error) {
  tell(streams, "error.internal", error.what());
  return ExitCode::Internal;
}

}  // namespace

void add_language(CLI::App& app, const Words& words) {
  app.add_option_function<std::string>(
         "--lang", [](const std::string& text) { static_cast<void>(language_value(text)); }, words("help.lang"))
      ->type_name("sv|en");
}

CLI::App& add_subcommand(const CommandLine& line, const std::string& name, std::string_view help) {
  CLI::App& sub = *line.app.add_subcommand(name, line.words(help));
  sub.group(line.words("help.subcommands"));
  sub.get_help_ptr()->group(line.words("help.options"));
  add_language(sub, line.words);
  return sub;
}

int main_with(std::span<const std::string> args, std::ostream& out, std::ostream& err) {
  return static_cast<int>(guarded(args, {out, err, Words(language_of(args))}));
}

}  // namespace trapphus::output
