// SPDX-License-Identifier: MIT
#include <limits>

#include "output/commands/cli_parts.hpp"

namespace trapphus::output {
void add_check(const CommandLine& line) {
  const auto check = describe<CheckCommand>(line, "check", "help.check", check_command);
  check.option(line.words("help.type.file"), check.command.files, "", "help.files")->required();
  add_overrides(check);
}

void add_trace(const CommandLine& line) {
  const auto trace = describe<TraceCommand>(line, "trace", "help.trace", trace_command);
  TraceCommand* c = &trace.command;
  add_file(trace);
  trace.value("--client", "N", "help.trace.client", [c](const std::string& t) {
    c->client = whole_number("--client", t, 1, std::numeric_limits<std::int64_t>::max());
  });
  trace.option("--alternative", c->alternative, "NAME", "help.alternative");
  trace.value("--seed", "N", "help.seed", [c](const std::string& t) { c->seed = seed_value(t); });
  trace.value("--kernel", "calendar|simgrid", "help.kernel",
              [c](const std::string& t) { c->kernel = kernel_value(t); });
  add_overrides(trace);
}

void add_graph(const CommandLine& line) {
  const auto graph = describe<GraphCommand>(line, "graph", "help.graph", graph_command);
  add_file(graph);
  graph.option("--alternative", graph.command.alternative, "NAME", "help.alternative");
  add_overrides(graph);
}

void add_references(const CommandLine& line) {
  add_subcommand(line, "schema", "help.schema").callback([&chosen = line.chosen] { chosen = schema_command; });
  add_subcommand(line, "fields", "help.fields").callback([&chosen = line.chosen] { chosen = fields_command; });
}

}  // namespace trapphus::output
