// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <algorithm>
#include <exception>
#include <filesystem>
#include <iterator>
#include <optional>

#include "models/studies/comparison.hpp"
#include "output/files/comparison_csv.hpp"
#include "output/json/comparison.hpp"
#include "output/language/localized_error.hpp"
#include "output/report/comparison_report.hpp"
#include "output/studies/study.hpp"
#include "output/terminal/comparison.hpp"
#include "scenarios/format/yaml/folder.hpp"
#include "scenarios/format/yaml/nearest.hpp"
#include "scenarios/reading/as_written.hpp"
#include "scenarios/reading/reader.hpp"

namespace trapphus::output {
namespace {

struct Compared {
  models::Comparison comparison;
  std::vector<models::ComparedScenario> entries;
};

std::optional<models::Retention> definition(const std::string& name) {
  if (name.empty()) return {};
  const auto match = models::find_definition(name);
  if (match) return match;
  std::vector<std::string> names;
  for (std::size_t i = 0; i < models::kRetentionDefinitions; ++i)
    names.emplace_back(models::retention_definitions()[i].name);
  const std::string near = scenarios::nearest(name, names);
  if (!near.empty()) throw UsageError("usage.definition.near", {{"found", name}, {"nearest", near}});
  throw UsageError("usage.definition.list", {{"found", name}, {"names", fmt::format("{}", fmt::join(names, ", "))}});
}

/// Before the reading, which may have much to report.
void check_compare(const OptionValues& options) {
  static_cast<void>(definition(options.text("definition")));
}

models::ComparedScenario read(const scenarios::Source& source, bool alternatives) {
  auto scenario = scenarios::ScenarioFile(source).scenario({}, scenarios::ScenarioFile::Cases::Without);
  const auto usual = usual_alternative(scenario, scenarios::alternative_as_written(source));
  return {std::move(scenario), alternatives ? std::string() : usual};
}

/// Reads something; what is wrong with it is kept.
template <class Read>
void attempt(std::vector<std::exception_ptr>& errors, const Read& read) {
  try {
    read();
  } catch (const scenarios::Invalid&) {
    errors.push_back(std::current_exception());
  } catch (const scenarios::Unreadable&) {
    errors.push_back(std::current_exception());
  }
}

/// All scenarios of the files and folders. What is wrong with any of them is thrown when all have been read.
std::vector<models::ComparedScenario> read_all(const StudyInput& input) {
  std::vector<scenarios::Source> sources;
  std::vector<std::exception_ptr> errors;
  for (const auto& source : input.scenarios) {
    std::error_code none;
    if (!std::filesystem::is_directory(source.file, none))
      sources.push_back(source);
    else
      attempt(errors, [&] { std::ranges::copy(scenarios::scenarios_in(source.file), std::back_inserter(sources)); });
  }
  std::vector<models::ComparedScenario> all;
  for (const auto& source : sources)
    attempt(errors, [&] { all.push_back(read(source, input.options.flag("alternatives"))); });
  if (!errors.empty()) throw SeveralErrors(std::move(errors));
  return all;
}

std::any run_compare(const StudyInput& input) {
  const std::vector<models::ComparedScenario> entries = read_all(input);
  const models::ComparisonOptions options{input.options.texts("measures"), definition(input.options.text("definition")),
                                          input.simulation};
  for (const auto& entry : entries) input.warn(entry.scenario);
  input.begin();
  models::Comparison comparison = compare(entries, options);
  if (comparison.rows.empty()) return {};
  return Compared{std::move(comparison), entries};
}

StudyEnding ending(const Compared& result, const OptionValues&, const Words& words) {
  const std::size_t all = result.entries.size(), unfinished = result.comparison.unfinished.size();
  if (unfinished == 0) return {ExitCode::Done, result.comparison.replications};
  return {ExitCode::Interrupted,
          result.comparison.replications,
          {words("comparison.interrupted",
                 {{"finished", std::to_string(all - unfinished)}, {"all", std::to_string(all)}})}};
}

std::vector<Renderer> compare_renderers() {
  return {
      content_of<Compared>(
          "text", "",
          [](const Compared& it, const Words& words) { return comparison_text(it.comparison, it.entries, words); }),
      content_of<Compared>("page", "",
                           [](const Compared& it, const Words&) { return comparison_data(it.comparison, it.entries); }),
      content_of<Compared>("csv", "comparison.csv",
                           [](const Compared& it, const Words& words) { return comparison_csv(it.comparison, words); }),
      content_of<Compared>("json", "comparison.json",
                           [](const Compared& it, const Words&) { return comparison_json(it.comparison); }),
      content_of<Compared>(
          "html", "", [](const Compared& it, const Words&) { return comparison_html(it.comparison, it.entries); })};
}

}  // namespace

Study compare_study() {
  return {.name = "compare",
          .help = "help.compare",
          .options = joined(
              {{{.name = "scenarios",
                 .type = OptionType::Files,
                 .help = "help.places",
                 .shown = "help.type.file",
                 .required = true},
                {.name = "measures", .type = OptionType::Names, .help = "help.compare.measures", .shown = "NAME,..."},
                {.name = "definition", .type = OptionType::Text, .help = "help.compare.definition", .shown = "NAME"},
                {.name = "alternatives", .type = OptionType::Flag, .help = "help.compare.alternatives"}},
               replication_options(),
               {{.name = "csv",
                 .type = OptionType::Target,
                 .help = "help.compare.csv",
                 .shown = "FILE|-",
                 .target = {.format = "csv", .dash = true}},
                csv_style_option(),
                {.name = "json",
                 .type = OptionType::Target,
                 .help = "help.compare.json",
                 .shown = "FILE|-",
                 .target = {.format = "json", .dash = true}},
                {.name = "report",
                 .type = OptionType::Target,
                 .help = "help.compare.report",
                 .shown = "FILE.html",
                 .target = {.format = "html"}}}}),
          .report = true,
          .nothing = "comparison.nothing",
          .check = check_compare,
          .run = run_compare,
          .ending = ending_of<Compared>(ending),
          .renderers = compare_renderers()};
}

}  // namespace trapphus::output
