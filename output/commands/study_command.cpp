// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <map>

#include "output/commands/commands.hpp"
#include "output/commands/interrupt.hpp"
#include "output/commands/progress.hpp"
#include "output/files/atomic_file.hpp"
#include "output/language/localized_error.hpp"
#include "output/studies/results_folder.hpp"
#include "output/studies/study.hpp"

namespace trapphus::output {
namespace {

/// Writes the renderings of a result to the targets of the options.
class Targets {
 public:
  Targets(const Study& study, const OptionValues& options, Streams streams)
      : study_(study), options_(options), streams_(streams) {
    const auto dashes = std::ranges::count_if(study.options, [this](const Option& o) { return is_dash(o); });
    if (dashes > 1) throw UsageError("usage.one_on_standard_output");
    taken_ = dashes > 0;
  }

  Targets(const Targets&) = delete;
  Targets& operator=(const Targets&) = delete;
  /// Folders that it made and nothing was written to are removed.
  ~Targets() {
    std::error_code not_empty;
    for (const auto& folder : made_) std::filesystem::remove(folder, not_empty);
  }

  /// Prepares folders and files, so that errors appear before the simulation.
  void prepare() {
    for (const Option& option : study_.options) {
      if (option.type != OptionType::Target) continue;
      if (option.target.folder)
        make_folder(place(option));
      else if (!options_.text(option.name).empty() && form(option).write)
        files_.emplace(option.name, place(option));
    }
  }

  void write(const std::any& result) {
    const Renderer* text = study_.find("text");
    std::ostream* readable = readable_stream();
    if (text != nullptr && readable != nullptr) *readable << text->content(result, streams_.words) << std::flush;
    std::string reports;
    for (const Option& option : study_.options)
      if (option.type == OptionType::Target) reports += written(option, result, text != nullptr);
    if (readable != nullptr) *readable << reports;
  }

 private:
  [[nodiscard]] bool is_dash(const Option& option) const {
    return option.type == OptionType::Target && option.target.dash && options_.text(option.name) == "-";
  }

  void make_folder(const std::filesystem::path& folder) {
    std::error_code error;
    for (auto part = std::filesystem::absolute(folder).lexically_normal();
         !part.filename().empty() && !std::filesystem::exists(part, error); part = part.parent_path())
      made_.push_back(part);
    prepare_folder(folder);
  }

  /// Stream of the text for people; null: none.
  [[nodiscard]] std::ostream* readable_stream() const {
    if (!taken_) return &streams_.out;
    return study_.text_aside && !options_.flag("quiet") ? &streams_.err : nullptr;
  }

  [[nodiscard]] const Renderer& form(const Option& option) const {
    const std::string_view format = option.target.format;
    return *study_.find(format.empty() ? options_.text("format", "md") : std::string(format));
  }

  [[nodiscard]] std::filesystem::path place(const Option& option) const {
    if (option.target.folder && !options_.has(option.name)) return default_folder(options_.text("scenario"));
    return options_.text(option.name);
  }

  /// Writes a result to the target of an option, and returns the line that reports it, if any.
  std::string written(const Option& option, const std::any& result, bool below_text) {
    const Renderer& renderer = form(option);
    const Words& words = streams_.words;
    if (is_dash(option) || (option.target.shown_otherwise && !options_.has(option.name))) {
      streams_.out << (below_text && !is_dash(option) ? "\n" : "") << renderer.content(result, words);
      return {};
    }
    const std::filesystem::path target = place(option);
    if (option.target.folder) {
      const auto names = renderer.write(result, words, target);
      return words(option.target.written,
                   {{"folder", target.string()}, {"files", fmt::format("{}", fmt::join(names, ", "))}}) +
             "\n";
    }
    if (target.empty()) return {};
    write_file(option, renderer, result, target);
    if (option.target.written.empty()) return {};
    return words(option.target.written, {{"file", target.string()}}) + "\n";
  }

  void write_file(const Option& option, const Renderer& renderer, const std::any& result,
                  const std::filesystem::path& target) {
    if (!renderer.write) return write_atomically(target, renderer.content(result, streams_.words));
    PendingFile& file = files_.at(option.name);
    static_cast<void>(renderer.write(result, streams_.words, file.temporary()));
    file.sync();
    file.publish();
  }

  const Study& study_;
  const OptionValues& options_;
  Streams streams_;
  bool taken_ = false;                             ///< A file goes to standard output.
  std::vector<std::filesystem::path> made_;        ///< The innermost first.
  std::map<std::string_view, PendingFile> files_;  ///< By option: files written by the renderer.
};

std::vector<scenarios::Source> scenarios_of(const Study& study, const OptionValues& options) {
  if (!study.takes_several()) return {scenarios::Source(options.text("scenario"))};
  const auto files = options.texts("scenarios");
  return {files.begin(), files.end()};
}

std::any simulate(const Study& study, const OptionValues& options, Targets& targets, const Interruption& interruption,
                  const Streams& streams) {
  ProgressDisplay display(streams.err, progress_style(streams.err, options.flag("quiet")), streams.words);
  StudyInput input{scenarios_of(study, options), options, run_options(options), [&targets] { targets.prepare(); }, {}};
  input.show_warnings = [&streams](const models::Scenario& scenario) { print_warnings(scenario, streams); };
  input.simulation.stop = &interruption.flag();
  input.simulation.progress = [&display](const models::Progress& progress) { display.show(progress); };
  return study.run(input);
}

ExitCode carry_out(const Study& study, const OptionValues& options, Streams streams) {
  if (const auto style = engine::value_of(kCsvStyles, options.text("csv-style"))) streams.words.set_csv_style(*style);
  Targets targets(study, options, streams);
  if (study.check) study.check(options);
  const Interruption interruption;
  const std::any result = simulate(study, options, targets, interruption, streams);
  if (!result.has_value()) {
    streams.err << streams.words(study.nothing) << '\n';
    return ExitCode::Interrupted;
  }
  targets.write(result);
  const StudyEnding ending = study.ending(result, options, streams.words);
  for (const auto& remark : ending.remarks) streams.err << remark << '\n';
  return ending.code;
}

}  // namespace

Command study_command(const Study& study) {
  return {study.name, study.help, study.options,
          [&study](const OptionValues& options, Streams streams) { return carry_out(study, options, streams); }};
}

}  // namespace trapphus::output
