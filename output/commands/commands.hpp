// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <optional>
#include <ostream>
#include <string>
#include <vector>

#include "models/runs/run.hpp"
#include "models/studies/bottleneck.hpp"
#include "output/commands/exit_code.hpp"
#include "output/language/language.hpp"
#include "scenarios/reading/reader.hpp"

namespace trapphus::models {
struct Alternative;
struct Results;
struct Scenario;
}  // namespace trapphus::models

/// The commands of the program, one function and one file each. Errors leave them as exceptions; cli.cpp turns those
/// into messages and exit codes.
namespace trapphus::output {

/// Where a command writes, and in which language: `out` is for results, `err` for everything else.
struct Streams {
  std::ostream& out;
  std::ostream& err;
  Words words;
};

struct RunCommand {
  std::filesystem::path file;
  std::vector<scenarios::Override> overrides;
  models::RunOptions options;
  std::optional<std::filesystem::path> out;  ///< Absent: default_folder().
  std::string json;                          ///< File; "-": standard output; empty: none besides results.json.
  std::string report;                        ///< File for the report; empty: none besides report.html.
  std::string xlsx;                          ///< File for the Excel workbook; empty: none.
  bool quiet = false;
};
[[nodiscard]] ExitCode run_command(const RunCommand& command, Streams streams);
/// What a run that could be written ends with.
[[nodiscard]] ExitCode exit_code(const models::Results& results, bool interrupted);

struct CalibrateCommand {
  std::filesystem::path file;
  std::vector<scenarios::Override> free;     ///< Paths with their ranges; empty: the scenario's own list.
  models::RunOptions options;                ///< Seed, replications (absent: the scenario's, at most 200), jobs.
  std::size_t evaluations = 0;               ///< Simulations that the search may use; 0: by the number of inputs.
  std::optional<std::filesystem::path> out;  ///< Absent: the fitted scenario is shown, not written.
  /// What the fitted scenario extends; absent: the file itself. For a file whose alternatives and observations are only
  /// there for the fit.
  std::optional<std::filesystem::path> base;
  bool quiet = false;
};
[[nodiscard]] ExitCode calibrate_command(const CalibrateCommand& command, Streams streams);

struct CheckCommand {
  std::vector<std::filesystem::path> files;
  std::vector<scenarios::Override> overrides;
};
/// The exit code is that of the worst file.
[[nodiscard]] ExitCode check_command(const CheckCommand& command, Streams streams);

struct TraceCommand {
  std::filesystem::path file;
  std::vector<scenarios::Override> overrides;
  std::optional<std::int64_t> client;  ///< Numbered from 1 in the order of their first event; absent: all.
  std::string alternative;             ///< Empty: the first.
  std::optional<std::uint64_t> seed;
  models::KernelChoice kernel = models::KernelChoice::Calendar;
};
[[nodiscard]] ExitCode trace_command(const TraceCommand& command, Streams streams);

struct GraphCommand {
  std::filesystem::path file;
  std::vector<scenarios::Override> overrides;
  std::string alternative;  ///< Empty: the first.
};
[[nodiscard]] ExitCode graph_command(const GraphCommand& command, Streams streams);

struct BottleneckCommand {
  std::filesystem::path file;
  std::vector<scenarios::Override> overrides;
  models::BottleneckOptions options;
  std::string json;  ///< File; "-": standard output; empty: none.
  bool quiet = false;
};
[[nodiscard]] ExitCode bottleneck_command(const BottleneckCommand& command, Streams streams);

enum class DocumentFormat : std::uint8_t { Markdown, Html, Workbook };
/// "md", "html" or "xlsx". Throws UsageError.
[[nodiscard]] DocumentFormat format_value(const std::string& text);

struct BudgetCommand {
  std::filesystem::path file;
  std::vector<scenarios::Override> overrides;
  models::RunOptions options;
  std::string alternative;  ///< Empty: the second one.
  DocumentFormat format = DocumentFormat::Markdown;
  std::optional<std::filesystem::path> out;  ///< Absent: standard output.
  bool quiet = false;
};
[[nodiscard]] ExitCode budget_command(const BudgetCommand& command, Streams streams);

struct CompareCommand {
  std::vector<std::filesystem::path> places;  ///< Files, and folders of them.
  std::vector<std::string> measures;          ///< Empty: a default choice.
  std::string definition;                     ///< Of retention; empty: all.
  bool alternatives = false;
  models::RunOptions options;
  std::string csv, json;  ///< File; "-": standard output, which then carries nothing else; empty: none.
  std::string report;     ///< File for the report; empty: none.
  bool quiet = false;
};
[[nodiscard]] ExitCode compare_command(const CompareCommand& command, Streams streams);

struct ServeCommand {
  std::filesystem::path folder;  ///< Where the user's scenarios are and the runs are kept.
  std::string host;              ///< Empty: 127.0.0.1 only.
  int port = 8080;               ///< 0: one that is free.
  std::string token;             ///< Empty: none is asked for.
};
/// Serves until it is interrupted, which is how it is to end: Done.
[[nodiscard]] ExitCode serve_command(const ServeCommand& command, Streams streams);

struct WorkCommand {
  std::filesystem::path folder;
};
/// What a process of the server does; nothing for people.
[[nodiscard]] ExitCode work_command(const WorkCommand& command, Streams streams);

[[nodiscard]] ExitCode schema_command(Streams streams);
[[nodiscard]] ExitCode fields_command(Streams streams);

/// The alternative of this name, the first for an empty name. Throws UsageError that lists the names there are.
[[nodiscard]] const models::Alternative& find_alternative(const models::Scenario& scenario, const std::string& name);

/// "file:line:column: message", one line for each problem.
void print_problems(const std::vector<scenarios::Problem>& problems, const Streams& streams);
/// That a file cannot be read.
void print_unreadable(const scenarios::Unreadable& error, const Streams& streams);

}  // namespace trapphus::output
