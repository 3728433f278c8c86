// SPDX-License-Identifier: MIT
#include "output/studies/option.hpp"

#include <algorithm>

#include "output/studies/option_values.hpp"

namespace trapphus::output {
namespace {

constexpr std::int64_t kMostJobs = 1024;

OptionValues::Assignments assignments(const std::vector<std::string>& texts,
                                      scenarios::Override (*parse)(const std::string&)) {
  OptionValues::Assignments all;
  for (const auto& text : texts) all.push_back(parse(text));
  return all;
}

const std::string& choice(const Option& option, const std::string& text) {
  if (std::ranges::find(option.choices, text) == option.choices.end())
    throw UsageError(option.refusal, {{"found", text}});
  return text;
}

}  // namespace

Option file_option() {
  return {
      .name = "scenario", .type = OptionType::File, .help = "help.file", .shown = "help.type.file", .required = true};
}

Option settings_option() {
  return {.name = "set",
          .type = OptionType::Settings,
          .help = "help.set",
          .shown = "PATH=VALUE",
          .given = GivenAt::CommandLine};
}

Option alternative_option(std::string_view help) {
  return {.name = "alternative", .type = OptionType::Text, .help = help, .shown = "NAME"};
}

Option seed_option() {
  return {.name = "seed", .type = OptionType::Seed, .help = "help.seed"};
}

Option kernel_option() {
  return {.name = "kernel",
          .type = OptionType::Choice,
          .help = "help.kernel",
          .shown = "calendar|simgrid",
          .choices = {"calendar", "simgrid"},
          .refusal = "usage.kernel",
          .given = GivenAt::CommandLine};
}

Option csv_style_option() {
  return {.name = "csv-style",
          .type = OptionType::Choice,
          .help = "help.csv_style",
          .shown = "plain|excel",
          .choices = {"plain", "excel"},
          .refusal = "usage.csv_style",
          .given = GivenAt::CommandLine};
}

std::vector<Option> replication_options(std::string_view help) {
  return {{.name = "replications", .type = OptionType::Whole, .help = help, .low = 2, .high = kMostReplications},
          seed_option(),
          {.name = "jobs",
           .type = OptionType::Whole,
           .help = "help.jobs",
           .low = 1,
           .high = kMostJobs,
           .given = GivenAt::CommandLine},
          {.name = "quiet", .type = OptionType::Flag, .help = "help.quiet", .given = GivenAt::CommandLine}};
}

std::vector<Option> experiment_options() {
  return joined({replication_options(),
                 {{.name = "until",
                   .type = OptionType::Share,
                   .help = "help.until",
                   .shown = "PERCENT",
                   .given = GivenAt::CommandLine},
                  kernel_option(),
                  {.name = "check",
                   .type = OptionType::Choice,
                   .help = "help.check_kernel",
                   .shown = "first|all|off",
                   .choices = {"first", "all", "off"},
                   .refusal = "usage.check",
                   .given = GivenAt::CommandLine}}});
}

std::vector<Option> joined(std::initializer_list<std::vector<Option>> parts) {
  std::vector<Option> all;
  for (const auto& part : parts) all.insert(all.end(), part.begin(), part.end());
  return all;
}

OptionValues::Value value_of(const Option& option, const std::vector<std::string>& texts) {
  const std::string text = texts.empty() ? std::string() : texts.back();
  switch (option.type) {
    case OptionType::Whole:
      return whole_number("--" + std::string(option.name), text, option.low, option.high);
    case OptionType::Seed:
      return seed_value(text);
    case OptionType::Share:
      return precision_value(text);
    case OptionType::Choice:
      return choice(option, text);
    case OptionType::Settings:
      return assignments(texts, override_value);
    case OptionType::Ranges:
      return assignments(texts, free_value);
    case OptionType::Files:
    case OptionType::Names:
      return texts;
    case OptionType::Flag:
      return true;
    case OptionType::File:
    case OptionType::Folder:
    case OptionType::Text:
    case OptionType::Target:
      break;
  }
  return text;
}

models::RunOptions run_options(const OptionValues& values) {
  models::RunOptions options;
  if (const auto* seed = values.find<std::uint64_t>("seed")) options.seed = *seed;
  if (const auto* number = values.find<std::int64_t>("replications")) options.replications = static_cast<int>(*number);
  if (const auto* until = values.find<double>("until")) options.until = *until;
  if (const auto* jobs = values.find<std::int64_t>("jobs")) options.jobs = static_cast<int>(*jobs);
  if (const auto* kernel = values.find<std::string>("kernel")) options.kernel = kernel_value(*kernel);
  if (const auto* check = values.find<std::string>("check")) options.check = check_value(*check);
  if (!values.value("check", true)) options.check = models::CheckChoice::Off;  // as the server has it
  return options;
}

}  // namespace trapphus::output
