// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <optional>

#include "output/commands/commands.hpp"
#include "output/commands/interrupt.hpp"
#include "output/commands/option_values.hpp"
#include "output/commands/progress.hpp"
#include "output/files/atomic_file.hpp"
#include "output/files/comparison_csv.hpp"
#include "output/json/comparison.hpp"
#include "output/report/comparison_report.hpp"
#include "output/studies/comparison.hpp"
#include "output/terminal/comparison.hpp"
#include "scenarios/format/yaml/folder.hpp"
#include "scenarios/format/yaml/nearest.hpp"
#include "scenarios/reading/as_written.hpp"

namespace trapphus::output {
namespace {

namespace fs = std::filesystem;

/// Tells what is wrong, and with which exit code it ends.
template <class Read>
ExitCode told(const Read& read, const Streams& streams) {
  try {
    read();
    return ExitCode::Done;
  } catch (const scenarios::Invalid& invalid) {
    print_problems(invalid.problems(), streams);
    return ExitCode::Invalid;
  } catch (const scenarios::Unreadable& unreadable) {
    print_unreadable(unreadable, streams);
    return ExitCode::File;
  }
}

/// All scenarios of the files and folders; the problems of all of them are told before it gives up.
ExitCode read_all(const CompareCommand& command, std::vector<ComparedScenario>& all, const Streams& streams) {
  auto worst = ExitCode::Done;
  std::vector<fs::path> files;
  for (const auto& place : command.places) {
    std::error_code error;
    if (!fs::is_directory(place, error)) {
      files.push_back(place);
      continue;
    }
    worst = std::max(worst, told(
                                [&] {
                                  for (auto& file : scenarios::scenarios_in(place)) files.push_back(std::move(file));
                                },
                                streams));
  }
  for (const auto& file : files) {
    const auto read = [&] {
      auto scenario = scenarios::ScenarioFile(file).scenario({}, scenarios::ScenarioFile::Cases::Without);
      const auto usual = usual_alternative(scenario, scenarios::alternative_as_written(file));
      all.push_back({std::move(scenario), command.alternatives ? std::string() : usual});
    };
    worst = std::max(worst, told(read, streams));
  }
  return worst;
}

std::optional<models::Retention> definition(const std::string& name) {
  if (name.empty()) return {};
  const auto found = models::find_definition(name);
  if (found) return found;
  std::vector<std::string> names;
  for (std::size_t i = 0; i < models::kRetentionDefinitions; ++i)
    names.emplace_back(models::retention_definitions()[i].name);
  const std::string near = scenarios::nearest(name, names);
  if (!near.empty()) throw UsageError("usage.definition.near", {{"found", name}, {"nearest", near}});
  throw UsageError("usage.definition.list", {{"found", name}, {"names", fmt::format("{}", fmt::join(names, ", "))}});
}

Comparison simulate(const CompareCommand& command, const std::vector<ComparedScenario>& all,
                    const Interruption& interruption, const Streams& streams) {
  ProgressDisplay display(streams.err, progress_style(streams.err, command.quiet), streams.words);
  ComparisonOptions options{command.measures, definition(command.definition), command.options};
  options.run.stop = &interruption.flag();
  options.run.progress = [&display](const models::Progress& progress) { display.show(progress); };
  return compare(all, options);
}

void write(const std::string& where, const std::string& content, std::ostream& out) {
  if (where == "-")
    out << content;
  else if (!where.empty())
    write_atomically(where, content);
}

}  // namespace

ExitCode compare_command(const CompareCommand& command, Streams streams) {
  if (command.csv == "-" && command.json == "-") throw UsageError("usage.one_on_standard_output");
  static_cast<void>(definition(command.definition));  // before the reading, which may have much to tell
  std::vector<ComparedScenario> all;
  if (const auto code = read_all(command, all, streams); code != ExitCode::Done) return code;

  const Interruption interruption;
  const Comparison found = simulate(command, all, interruption, streams);
  if (found.rows.empty()) {
    streams.err << streams.words("comparison.nothing") << '\n';
    return ExitCode::Interrupted;
  }
  if (command.csv != "-" && command.json != "-") streams.out << comparison_text(found, streams.words) << std::flush;
  write(command.csv, comparison_csv(found), streams.out);
  write(command.json, comparison_json(found), streams.out);
  if (!command.report.empty()) write_atomically(command.report, comparison_html(found, all));
  if (found.unfinished.empty()) return ExitCode::Done;
  streams.err << streams.words("comparison.interrupted",
                               {{"finished", std::to_string(all.size() - found.unfinished.size())},
                                {"all", std::to_string(all.size())}})
              << '\n';
  return ExitCode::Interrupted;
}

}  // namespace trapphus::output
