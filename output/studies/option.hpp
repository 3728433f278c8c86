// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "models/runs/run.hpp"
#include "scenarios/reading/reader.hpp"

/// What commands and studies can be given: the command line parses its options from these descriptions, the server
/// checks those of a request by them, and the page asks for them.
namespace trapphus::output {

enum class OptionType : std::uint8_t {
  File,    ///< A scenario: an argument of the command line, the request's own scenario at the server.
  Files,   ///< Scenarios: arguments of the command line, ids at the server.
  Folder,  ///< A folder: an argument of the command line.
  Whole,   ///< A whole number from `low` to `high`.
  Seed,    ///< 0 to 2^64 - 1.
  Share,   ///< More than 0 and less than 100 %.
  Flag,
  Text,
  Names,     ///< Several, separated by commas.
  Choice,    ///< One of `choices`.
  Settings,  ///< PATH=VALUE, repeated.
  Ranges,    ///< PATH=LOW..HIGH, repeated.
  Target     ///< Where a result is written.
};

/// Where an option can be given.
enum class GivenAt : std::uint8_t { Everywhere, CommandLine, Server };

/// How a result is written to the target that an option names.
struct TargetForm {
  std::string_view format = {};  ///< Of a renderer; empty: the value of the option "format".
  bool dash = false;             ///< "-" is standard output.
  bool shown_otherwise = false;  ///< Without the option: to standard output.
  bool folder = false;           ///< Of several files; without the option: default_folder().
  std::string_view written =
      {};  ///< Id of the text that reports it, with {file}, or {folder} and {files}; empty: none.
};

struct Option {
  std::string_view name;  ///< "replications"; on the command line "--replications".
  OptionType type = OptionType::Text;
  std::string_view help = {};      ///< Id of a text.
  std::string_view shown = "N";    ///< What stands for the value in a help text; an argument's is the id of a text.
  std::int64_t low = 0, high = 0;  ///< Of a whole number.
  std::vector<std::string_view> choices = {};
  std::string_view refusal = {};  ///< Id of the text that answers what is none of the choices, with {found}.
  bool required = false;
  bool looked_at = false;  ///< The page gives what its reader looks at.
  GivenAt given = GivenAt::Everywhere;
  TargetForm target = {};
};

/// Most replications of the command line, and of a request to the server.
inline constexpr std::int64_t kMostReplications = 10'000'000, kMostServedReplications = 100'000;

/// Of every command that reads a scenario.
[[nodiscard]] Option file_option();
[[nodiscard]] Option settings_option();
[[nodiscard]] Option alternative_option(std::string_view help = "help.alternative");
[[nodiscard]] Option seed_option();
[[nodiscard]] Option kernel_option();
/// Of every study that writes CSV.
[[nodiscard]] Option csv_style_option();
/// Of every study: replications, seed, jobs, quiet.
[[nodiscard]] std::vector<Option> replication_options(std::string_view help = "help.replications");
/// The same and until, kernel, check.
[[nodiscard]] std::vector<Option> experiment_options();
[[nodiscard]] std::vector<Option> joined(std::initializer_list<std::vector<Option>> parts);

/// Values of options, by name. What was not given is not there.
class OptionValues {
 public:
  using Texts = std::vector<std::string>;
  using Assignments = std::vector<scenarios::Override>;
  using Value = std::variant<bool, std::int64_t, std::uint64_t, double, std::string, Texts, Assignments>;

  void set(std::string_view name, Value value) { values_.insert_or_assign(std::string(name), std::move(value)); }
  [[nodiscard]] bool has(std::string_view name) const { return values_.contains(name); }
  /// Null if it was not given, or is of another type.
  template <class T>
  [[nodiscard]] const T* find(std::string_view name) const {
    const auto found = values_.find(name);
    return found == values_.end() ? nullptr : std::get_if<T>(&found->second);
  }
  template <class T>
  [[nodiscard]] T value(std::string_view name, T otherwise = {}) const {
    const T* found = find<T>(name);
    return found == nullptr ? otherwise : *found;
  }
  [[nodiscard]] bool flag(std::string_view name) const { return value<bool>(name); }
  [[nodiscard]] std::string text(std::string_view name, std::string otherwise = {}) const {
    return value<std::string>(name, std::move(otherwise));
  }
  [[nodiscard]] Texts texts(std::string_view name) const { return value<Texts>(name); }
  [[nodiscard]] Assignments assignments(std::string_view name) const { return value<Assignments>(name); }

 private:
  std::map<std::string, Value, std::less<>> values_;
};

/// What was typed on the command line for an option: several texts for those that are several. Throws UsageError.
[[nodiscard]] OptionValues::Value value_of(const Option& option, const std::vector<std::string>& texts);

/// Seed, replications, precision, threads, kernel and check.
[[nodiscard]] models::RunOptions run_options(const OptionValues& values);

}  // namespace trapphus::output
