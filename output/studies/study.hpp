// SPDX-License-Identifier: MIT
#pragma once

#include <any>
#include <cstdint>
#include <exception>
#include <filesystem>
#include <functional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "models/runs/run.hpp"
#include "output/language/language.hpp"
#include "output/studies/exit_code.hpp"
#include "output/studies/option.hpp"
#include "scenarios/format/yaml/source.hpp"

/// Studies: what is asked of scenarios and needs simulations. The command line has a command for each, the server a
/// kind of run, and the page a way to start it and to show its answer.
namespace trapphus::output {

/// What a study is given, by the command line or by the server.
struct StudyInput {
  std::vector<scenarios::Source> scenarios;  ///< At least one.
  const OptionValues& options;
  models::RunOptions simulation;  ///< Of the options, with progress and stop.
  /// Called when the scenarios are read and the options in order, before the first simulation. May throw.
  std::function<void()> begin;
  /// Shows an answer that a better one follows; empty: only the last is wanted.
  std::function<void(const std::any&)> preview;
  /// Called for each scenario that has been read; empty: warnings are shown elsewhere.
  std::function<void(const models::Scenario&)> show_warnings = {};

  [[nodiscard]] const scenarios::Source& scenario() const { return scenarios.front(); }
  void warn(const models::Scenario& scenario) const {
    if (show_warnings) show_warnings(scenario);
  }
  [[nodiscard]] bool stopped() const { return simulation.stop != nullptr && simulation.stop->load(); }
};

/// How a study ended.
struct StudyEnding {
  ExitCode code = ExitCode::Done;
  std::int64_t replications = 0;
  std::vector<std::string> remarks = {};  ///< For people, beside the result.
};

/// What is wrong with several scenarios: the exceptions that reading them threw, at least one.
class SeveralErrors : public std::runtime_error {
 public:
  explicit SeveralErrors(std::vector<std::exception_ptr> errors)
      : std::runtime_error("several scenarios cannot be read"), errors_(std::move(errors)) {}
  [[nodiscard]] const std::vector<std::exception_ptr>& errors() const { return errors_; }

 private:
  std::vector<std::exception_ptr> errors_;
};

/// A form of a result. One of the two functions is there.
struct Renderer {
  std::string_view format;  ///< "text" is for a terminal, "page" the data of the page; others are files.
  std::string_view served;  ///< The file that the server offers, with * where the language's code goes; empty: none.
  std::function<std::string(const std::any&, const Words&)> content;
  /// Writes the file, or the files of a folder, and returns the names of these.
  std::function<std::vector<std::string>(const std::any&, const Words&, const std::filesystem::path&)> write;
};

struct Study {
  std::string_view name;  ///< Of the command, and of the kind of run.
  std::string_view help;  ///< Id of a text.
  std::vector<Option> options;
  /// What a scenario must have to be worth asking: names of facts that the server gives of it.
  std::vector<std::string_view> needs = {};
  bool text_aside = false;        ///< When standard output carries something else, the text goes to standard error.
  bool report = false;            ///< The page with its answer is offered as a file.
  std::string_view nothing = {};  ///< Id of the text for a study that was stopped before there was a result.
  /// Throws UsageError for options that do not go together, before anything is read. Of the command line only.
  std::function<void(const OptionValues&)> check = {};
  /// The result; no value if it was stopped before there was any.
  std::function<std::any(const StudyInput&)> run;
  std::function<StudyEnding(const std::any&, const OptionValues&, const Words&)> ending;
  std::vector<Renderer> renderers;

  /// Whether it is of several scenarios.
  [[nodiscard]] bool takes_several() const;
  /// Null if there is none.
  [[nodiscard]] const Renderer* find(std::string_view format) const;
};

/// A form that is made in memory.
template <class Result>
Renderer content_of(std::string_view format, std::string_view served,
                    std::string (*make)(const Result&, const Words&)) {
  return {
      format,
      served,
      [make](const std::any& result, const Words& words) { return make(std::any_cast<const Result&>(result), words); },
      {}};
}
/// One that writes its file itself.
template <class Result>
Renderer file_of(std::string_view format, std::string_view served,
                 std::vector<std::string> (*write)(const Result&, const Words&, const std::filesystem::path&)) {
  return {format, served, {}, [write](const std::any& result, const Words& words, const std::filesystem::path& file) {
            return write(std::any_cast<const Result&>(result), words, file);
          }};
}
template <class Result>
std::function<StudyEnding(const std::any&, const OptionValues&, const Words&)> ending_of(
    StudyEnding (*make)(const Result&, const OptionValues&, const Words&)) {
  return [make](const std::any& result, const OptionValues& options, const Words& words) {
    return make(std::any_cast<const Result&>(result), options, words);
  };
}

/// All studies, in the order in which they are listed.
[[nodiscard]] const std::vector<Study>& studies();
/// Null if there is none.
[[nodiscard]] const Study* find_study(std::string_view name);

/// The alternative of this name, the first for an empty name. Throws UsageError that lists the names there are.
[[nodiscard]] const models::Alternative& find_alternative(const models::Scenario& scenario, const std::string& name);

/// Writes a result's form to a file, all of it or nothing.
void write_form(const Renderer& renderer, const std::any& result, const Words& words,
                const std::filesystem::path& target);

}  // namespace trapphus::output
