// SPDX-License-Identifier: MIT
#include "output/cli.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <functional>
#include <memory>

#include "output/atomic_file.hpp"
#include "output/commands.hpp"
#include "output/option_values.hpp"

namespace trapphus::output {
namespace {

/// The command line's answer: which command to carry out, with what.
using Chosen = std::function<ExitCode(Streams)>;

constexpr std::int64_t kMostReplications = 10'000'000, kMostJobs = 1024;

constexpr const char* kFooter =
    "Exit codes: 0 done; 1 internal error; 2 usage; 3 the scenario is invalid; 4 the kernels disagree;\n"
    "5 a file could not be read or written; 130 interrupted (what was finished is written, marked incomplete).";

/// An option whose text is turned into a value by a function that says what is wrong with it.
CLI::Option* add_value(CLI::App& app, const std::string& name, const std::function<void(const std::string&)>& take,
                       const std::string& help) {
  return app.add_option_function<std::string>(name, take, help);
}

template <class Command>
void add_overrides(CLI::App& app, Command& command) {
  app.add_option_function<std::vector<std::string>>(
         "--set",
         [&command](const std::vector<std::string>& texts) {
           for (const auto& text : texts) command.overrides.push_back(override_value(text));
         },
         "Another value for any field, as path=value: staff.project.fte=2. May be repeated")
      ->allow_extra_args(false)
      ->take_all()
      ->type_name("PATH=VALUE");
}

template <class Command>
void add_file(CLI::App& app, Command& command) {
  app.add_option("FILE", command.file, "The scenario, a YAML file")->required()->type_name("");
}

/// A subcommand whose options live as long as the App does.
template <class Command>
CLI::App& add_command(CLI::App& app, Chosen& chosen, const std::string& name, const std::string& help,
                      ExitCode (*carry_out)(const Command&, Streams), std::shared_ptr<Command> command) {
  CLI::App& sub = *app.add_subcommand(name, help);
  sub.callback([&chosen, carry_out, command] {
    chosen = [carry_out, command](Streams streams) { return carry_out(*command, streams); };
  });
  return sub;
}

/// Of every command that simulates many times.
void add_replication_options(CLI::App& sub, models::RunOptions& options,
                             const std::string& usual_replications = "the scenario's") {
  add_value(
      sub, "--replications",
      [&options](const std::string& t) {
        options.replications = static_cast<int>(whole_number("--replications", t, 2, kMostReplications));
      },
      std::string("How often the period is simulated (default: ") + usual_replications + ")")
      ->type_name("N");
  add_value(
      sub, "--seed", [&options](const std::string& t) { options.seed = seed_value(t); },
      "Seed of the random numbers (default: the scenario's)")
      ->type_name("N");
  add_value(
      sub, "--jobs",
      [&options](const std::string& t) { options.jobs = static_cast<int>(whole_number("--jobs", t, 1, kMostJobs)); },
      "Threads (default: one a core); the result does not depend on it")
      ->type_name("N");
}

void add_experiment_options(CLI::App& sub, models::RunOptions& options) {
  add_replication_options(sub, options);
  add_value(
      sub, "--until", [&options](const std::string& t) { options.until = precision_value(t); },
      "Go on until the interval of the scenario's precision measure is this narrow: half its width, relative to "
      "the mean")
      ->type_name("PERCENT");
  add_value(
      sub, "--kernel", [&options](const std::string& t) { options.kernel = kernel_value(t); },
      "What moves simulated time (default: calendar)")
      ->type_name("calendar|simgrid");
  add_value(
      sub, "--check", [&options](const std::string& t) { options.check = check_value(t); },
      "Replay one replication on SimGrid and compare: its first 200 000 events, all of them, or not at all "
      "(default: first)")
      ->type_name("first|all|off");
}

void add_run(CLI::App& app, Chosen& chosen) {
  auto command = std::make_shared<RunCommand>();
  CLI::App& sub = add_command<RunCommand>(app, chosen, "run", "Simulate a scenario, its alternatives side by side",
                                          run_command, command);
  add_file(sub, *command);
  add_experiment_options(sub, command->options);
  add_value(
      sub, "--out", [c = command.get()](const std::string& t) { c->out = t; },
      "Folder for the results (default: results/SCENARIO-DATE)")
      ->type_name("DIR");
  sub.add_option("--json", command->json,
                 "Write the results as JSON here as well; - is standard output, which then "
                 "carries nothing else")
      ->type_name("FILE|-");
  sub.add_option("--report", command->report,
                 "Write the report here as well: one page with everything in it, to be opened in a browser")
      ->type_name("FILE.html");
  sub.add_option("--xlsx", command->xlsx, "Write the results as an Excel workbook as well")->type_name("FILE.xlsx");
  add_value(
      sub, "--lang", [c = command.get()](const std::string& t) { c->language = language_value(t); },
      "Language of the workbook (default: that of the environment); the terminal is in English, and the report has "
      "both")
      ->type_name("sv|en");
  sub.add_flag("--quiet", command->quiet, "Show no progress");
  add_overrides(sub, *command);
}

void add_calibrate(CLI::App& app, Chosen& chosen) {
  auto command = std::make_shared<CalibrateCommand>();
  CLI::App& sub = add_command<CalibrateCommand>(app, chosen, "calibrate", "Fit what nobody knows to what was observed",
                                                calibrate_command, command);
  add_file(sub, *command);
  sub.add_option_function<std::vector<std::string>>(
         "--free",
         [c = command.get()](const std::vector<std::string>& texts) {
           for (const auto& text : texts) c->free.push_back(free_value(text));
         },
         "An input to fit, and between what it may lie: staff.project.direct_hours=\"18..30 h/week\". May be "
         "repeated; takes the place of the scenario's own list")
      ->allow_extra_args(false)
      ->take_all()
      ->type_name("PATH=LOW..HIGH");
  add_value(
      sub, "--out", [c = command.get()](const std::string& t) { c->out = t; },
      "The fitted scenario, which extends FILE (default: it is shown and not written)")
      ->type_name("FITTED.yaml");
  add_value(
      sub, "--base", [c = command.get()](const std::string& t) { c->base = t; },
      "What the fitted scenario extends in place of FILE, if FILE has alternatives and observations that are only for "
      "the fit")
      ->type_name("BASE.yaml");
  add_value(
      sub, "--evaluations",
      [c = command.get()](const std::string& t) {
        c->evaluations = static_cast<std::size_t>(whole_number("--evaluations", t, 1, kMostReplications));
      },
      "How many simulations the search may use, beside two an input for the intervals (default: 20 and 15 an input)")
      ->type_name("N");
  add_replication_options(sub, command->options, "the scenario's, at most 200");
  sub.add_flag("--quiet", command->quiet, "Show no progress");
}

void add_check(CLI::App& app, Chosen& chosen) {
  auto command = std::make_shared<CheckCommand>();
  CLI::App& sub = add_command<CheckCommand>(app, chosen, "check", "Read and analyse scenarios without running them",
                                            check_command, command);
  sub.add_option("FILE", command->files, "Scenarios, YAML files")->required()->type_name("");
  add_overrides(sub, *command);
}

void add_trace(CLI::App& app, Chosen& chosen) {
  auto command = std::make_shared<TraceCommand>();
  CLI::App& sub =
      add_command<TraceCommand>(app, chosen, "trace", "Tell one replication event by event", trace_command, command);
  add_file(sub, *command);
  add_value(
      sub, "--client",
      [c = command.get()](const std::string& t) {
        c->client = whole_number("--client", t, 1, std::numeric_limits<std::int64_t>::max());
      },
      "Only this household, numbered from 1 in order of arrival")
      ->type_name("N");
  sub.add_option("--alternative", command->alternative, "Which alternative (default: the first)")->type_name("NAME");
  add_value(
      sub, "--seed", [c = command.get()](const std::string& t) { c->seed = seed_value(t); },
      "Seed of the random numbers (default: the scenario's)")
      ->type_name("N");
  add_value(
      sub, "--kernel", [c = command.get()](const std::string& t) { c->kernel = kernel_value(t); },
      "What moves simulated time (default: calendar)")
      ->type_name("calendar|simgrid");
  add_overrides(sub, *command);
}

void add_graph(CLI::App& app, Chosen& chosen) {
  auto command = std::make_shared<GraphCommand>();
  CLI::App& sub =
      add_command<GraphCommand>(app, chosen, "graph", "The pathway as a graph in Graphviz DOT", graph_command, command);
  add_file(sub, *command);
  sub.add_option("--alternative", command->alternative, "Which alternative (default: the first)")->type_name("NAME");
  add_overrides(sub, *command);
}

void add_bottleneck(CLI::App& app, Chosen& chosen) {
  auto command = std::make_shared<BottleneckCommand>();
  CLI::App& sub = add_command<BottleneckCommand>(
      app, chosen, "bottleneck", "Find what holds clients back, and which change gives most for the money",
      bottleneck_command, command);
  add_file(sub, *command);
  sub.add_option("--alternative", command->options.alternative, "Which alternative (default: the first)")
      ->type_name("NAME");
  sub.add_option("--measure", command->options.measure, "What is to get better (default: homes)")->type_name("NAME");
  add_replication_options(sub, command->options.run);
  sub.add_option("--json", command->json,
                 "Write what was found as JSON here as well; - is standard output, which then carries nothing else")
      ->type_name("FILE|-");
  sub.add_flag("--quiet", command->quiet, "Show no progress");
  add_overrides(sub, *command);
}

void add_budget(CLI::App& app, Chosen& chosen) {
  auto command = std::make_shared<BudgetCommand>();
  CLI::App& sub = add_command<BudgetCommand>(
      app, chosen, "budget", "The figures and sections of an application for project money", budget_command, command);
  add_file(sub, *command);
  sub.add_option("--alternative", command->alternative, "The project (default: the second alternative)")
      ->type_name("NAME");
  add_value(
      sub, "--lang", [c = command.get()](const std::string& t) { c->language = language_value(t); },
      "Language of the document (default: that of the environment)")
      ->type_name("sv|en");
  add_value(
      sub, "--format", [c = command.get()](const std::string& t) { c->format = format_value(t); },
      "Markdown, a page for the browser or an Excel workbook (default: md)")
      ->type_name("md|html|xlsx");
  add_value(
      sub, "--out", [c = command.get()](const std::string& t) { c->out = t; },
      "File for the document (default: standard output)")
      ->type_name("FILE");
  add_experiment_options(sub, command->options);
  sub.add_flag("--quiet", command->quiet, "Show no progress");
  add_overrides(sub, *command);
}

void add_compare(CLI::App& app, Chosen& chosen) {
  auto command = std::make_shared<CompareCommand>();
  CLI::App& sub = add_command<CompareCommand>(
      app, chosen, "compare",
      "Set scenarios side by side: retention by every definition, or chosen measures, with ranks", compare_command,
      command);
  sub.add_option("FILE", command->places,
                 "Scenarios, or folders of them: their .yaml files, without those that another one there extends")
      ->required()
      ->type_name("");
  sub.add_option("--measures", command->measures,
                 "Columns, separated by commas (default: every definition of retention, or homes, first_hand, "
                 "households.acute and cost.total)")
      ->delimiter(',')
      ->allow_extra_args(false)
      ->take_all()
      ->type_name("NAME,...");
  sub.add_option("--definition", command->definition,
                 "The definition of retention to show, and to compare all on (default: all; compared on the one that "
                 "most of them use)")
      ->type_name("NAME");
  sub.add_flag("--alternatives", command->alternatives,
               "A row for each alternative (default: only the one that is what happened)");
  add_replication_options(sub, command->options);
  sub.add_option("--csv", command->csv,
                 "Write the table as CSV here as well; - is standard output, which then carries nothing else")
      ->type_name("FILE|-");
  sub.add_option("--json", command->json,
                 "Write it as JSON here as well; - is standard output, which then carries nothing else")
      ->type_name("FILE|-");
  sub.add_option("--report", command->report,
                 "Write a report of it: one page with everything in it, to be opened in a browser")
      ->type_name("FILE.html");
  sub.add_flag("--quiet", command->quiet, "Show no progress");
}

void add_serve(CLI::App& app, Chosen& chosen) {
  auto command = std::make_shared<ServeCommand>();
  CLI::App& sub = add_command<ServeCommand>(app, chosen, "serve", "The program in the browser, for this computer",
                                            serve_command, command);
  command->folder = "my-scenarios";
  sub.add_option("FOLDER", command->folder,
                 "Where your scenarios are and what you run is kept (default: my-scenarios, which is made)")
      ->type_name("");
  add_value(
      sub, "--port",
      [c = command.get()](const std::string& t) { c->port = static_cast<int>(whole_number("--port", t, 0, 65535)); },
      "Port (default: 8080; 0: one that is free)")
      ->type_name("N");
  sub.add_option("--host", command->host,
                 "Address of this computer at which others reach it as well (default: 127.0.0.1, only this computer)")
      ->type_name("ADDRESS");
  sub.add_option("--token", command->token, "What a browser must know to be answered; needed with --host")
      ->type_name("TEXT");
}

void add_work(CLI::App& app, Chosen& chosen) {
  auto command = std::make_shared<WorkCommand>();
  CLI::App& sub = add_command<WorkCommand>(app, chosen, "work", "A process of the server", work_command, command);
  sub.add_option("FOLDER", command->folder)->required();
  sub.group("");  // nobody calls it by hand
}

void add_references(CLI::App& app, Chosen& chosen) {
  app.add_subcommand("schema", "The scenario format as a JSON Schema, for editors")->callback([&chosen] {
    chosen = schema_command;
  });
  app.add_subcommand("fields", "Every key of a scenario with type, unit, range, default and meaning")
      ->callback([&chosen] { chosen = fields_command; });
}

// What the parser would only call a missing subcommand.
void refuse_unknown_command(const CLI::App& app, std::span<const std::string> args) {
  if (args.empty() || args[0].starts_with('-')) return;
  std::string names;
  for (const CLI::App* sub : app.get_subcommands([](const CLI::App*) { return true; })) {
    if (sub->get_name() == args[0]) return;
    names += (names.empty() ? "" : ", ") + sub->get_name();
  }
  throw UsageError("found \"" + args[0] + "\", expected a command: " + names);
}

ExitCode parse_and_carry_out(std::span<const std::string> args, Streams streams) {
  CLI::App app{
      "Trapphus simulates the housing staircase: how households without a home climb through placements and\n"
      "apartments to a home of their own, what it takes and what it costs.",
      "trapphus"};
  app.set_version_flag("--version", "trapphus " TRAPPHUS_VERSION, "Print the version and leave");
  app.footer(kFooter);
  app.require_subcommand(1);
  Chosen chosen;
  add_run(app, chosen);
  add_check(app, chosen);
  add_trace(app, chosen);
  add_graph(app, chosen);
  add_calibrate(app, chosen);
  add_bottleneck(app, chosen);
  add_budget(app, chosen);
  add_compare(app, chosen);
  add_serve(app, chosen);
  add_work(app, chosen);
  add_references(app, chosen);
  refuse_unknown_command(app, args);
  try {
    app.parse(std::vector<std::string>(args.rbegin(), args.rend()));
  } catch (const CLI::Success& help_or_version) {
    app.exit(help_or_version, streams.out, streams.err);
    return ExitCode::Done;
  } catch (const CLI::ParseError& error) {
    throw UsageError(error.what());
  }
  return chosen(streams);
}

ExitCode guarded(std::span<const std::string> args, Streams streams) try {
  const ExitCode code = parse_and_carry_out(args, streams);
  if (!streams.out.flush()) throw CannotWrite("standard output", "nobody reads it, or there is no space left");
  return code;
} catch (const UsageError& error) {
  streams.err << "trapphus: " << error.what() << "\nRun `trapphus --help` or `trapphus COMMAND --help` for what is "
              << "valid.\n";
  return ExitCode::Usage;
} catch (const scenarios::Invalid& invalid) {
  print_problems(invalid.problems(), streams.err);
  return ExitCode::Invalid;
} catch (const scenarios::Unreadable& error) {
  streams.err << "trapphus: error: " << error.what() << '\n';
  return ExitCode::File;
} catch (const CannotWrite& error) {
  streams.err << "trapphus: error: " << error.what() << '\n';
  return ExitCode::File;
} catch (const std::exception& error) {
  streams.err << "trapphus: internal error: " << error.what() << '\n';
  return ExitCode::Internal;
}

}  // namespace

int main_with(std::span<const std::string> args, std::ostream& out, std::ostream& err) {
  return static_cast<int>(guarded(args, {out, err}));
}

}  // namespace trapphus::output
