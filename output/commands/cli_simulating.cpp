// SPDX-License-Identifier: MIT
#include "output/commands/cli_parts.hpp"

namespace trapphus::output {
namespace {

constexpr std::int64_t kMostReplications = 10'000'000, kMostJobs = 1024;

/// Of every command that simulates many times.
template <class Command>
void add_replications(const Described<Command>& described, models::RunOptions& options,
                      std::string_view help = "help.replications") {
  described.value("--replications", "N", help, [&options](const std::string& t) {
    options.replications = static_cast<int>(whole_number("--replications", t, 2, kMostReplications));
  });
  described.value("--seed", "N", "help.seed", [&options](const std::string& t) { options.seed = seed_value(t); });
  described.value("--jobs", "N", "help.jobs", [&options](const std::string& t) {
    options.jobs = static_cast<int>(whole_number("--jobs", t, 1, kMostJobs));
  });
  described.flag("--quiet", described.command.quiet, "help.quiet");
}

template <class Command>
void add_experiment(const Described<Command>& described, models::RunOptions& options) {
  add_replications(described, options);
  described.value("--until", "PERCENT", "help.until",
                  [&options](const std::string& t) { options.until = precision_value(t); });
  described.value("--kernel", "calendar|simgrid", "help.kernel",
                  [&options](const std::string& t) { options.kernel = kernel_value(t); });
  described.value("--check", "first|all|off", "help.check_kernel",
                  [&options](const std::string& t) { options.check = check_value(t); });
}

}  // namespace

void add_run(const CommandLine& line) {
  const auto run = describe<RunCommand>(line, "run", "help.run", run_command);
  RunCommand* c = &run.command;
  add_file(run);
  add_experiment(run, c->options);
  run.value("--out", "DIR", "help.run.out", [c](const std::string& t) { c->out = t; });
  run.option("--json", c->json, "FILE|-", "help.json");
  run.option("--report", c->report, "FILE.html", "help.report");
  run.option("--xlsx", c->xlsx, "FILE.xlsx", "help.xlsx");
  add_overrides(run);
}

void add_calibrate(const CommandLine& line) {
  const auto calibrate = describe<CalibrateCommand>(line, "calibrate", "help.calibrate", calibrate_command);
  CalibrateCommand* c = &calibrate.command;
  add_file(calibrate);
  calibrate.repeated("--free", "PATH=LOW..HIGH", "help.calibrate.free", [c](const std::vector<std::string>& texts) {
    for (const auto& text : texts) c->free.push_back(free_value(text));
  });
  calibrate.value("--out", "FITTED.yaml", "help.calibrate.out", [c](const std::string& t) { c->out = t; });
  calibrate.value("--base", "BASE.yaml", "help.calibrate.base", [c](const std::string& t) { c->base = t; });
  calibrate.value("--evaluations", "N", "help.calibrate.evaluations", [c](const std::string& t) {
    c->evaluations = static_cast<std::size_t>(whole_number("--evaluations", t, 1, kMostReplications));
  });
  add_replications(calibrate, c->options, "help.replications.calibrate");
}

void add_bottleneck(const CommandLine& line) {
  const auto bottleneck = describe<BottleneckCommand>(line, "bottleneck", "help.bottleneck", bottleneck_command);
  BottleneckCommand* c = &bottleneck.command;
  add_file(bottleneck);
  bottleneck.option("--alternative", c->options.alternative, "NAME", "help.alternative");
  bottleneck.option("--measure", c->options.measure, "NAME", "help.bottleneck.measure");
  add_replications(bottleneck, c->options.run);
  bottleneck.option("--json", c->json, "FILE|-", "help.bottleneck.json");
  add_overrides(bottleneck);
}

void add_budget(const CommandLine& line) {
  const auto budget = describe<BudgetCommand>(line, "budget", "help.budget", budget_command);
  BudgetCommand* c = &budget.command;
  add_file(budget);
  budget.option("--alternative", c->alternative, "NAME", "help.budget.alternative");
  budget.value("--format", "md|html|xlsx", "help.budget.format",
               [c](const std::string& t) { c->format = format_value(t); });
  budget.value("--out", "FILE", "help.budget.out", [c](const std::string& t) { c->out = t; });
  add_experiment(budget, c->options);
  add_overrides(budget);
}

void add_compare(const CommandLine& line) {
  const auto compare = describe<CompareCommand>(line, "compare", "help.compare", compare_command);
  CompareCommand* c = &compare.command;
  compare.option(line.words("help.type.file"), c->places, "", "help.places")->required();
  compare.option("--measures", c->measures, "NAME,...", "help.compare.measures")
      ->delimiter(',')
      ->allow_extra_args(false)
      ->take_all();
  compare.option("--definition", c->definition, "NAME", "help.compare.definition");
  compare.flag("--alternatives", c->alternatives, "help.compare.alternatives");
  add_replications(compare, c->options);
  compare.option("--csv", c->csv, "FILE|-", "help.compare.csv");
  compare.option("--json", c->json, "FILE|-", "help.compare.json");
  compare.option("--report", c->report, "FILE.html", "help.compare.report");
}

}  // namespace trapphus::output
