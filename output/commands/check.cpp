// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "models/pathway/pathway.hpp"
#include "models/staircase/scenario.hpp"
#include "output/commands/commands.hpp"
#include "output/language/measure_words.hpp"
#include "output/language/narrow_words.hpp"
#include "output/language/terminal_number.hpp"
#include "output/language/wording.hpp"
#include "output/terminal/text_table.hpp"

namespace trapphus::output {
namespace {

using models::PathwayLimits;
using models::Settings;

/// Analytical values have no interval: three significant digits.
std::string figure(const Words& words, double value) {
  return std::isinf(value) ? words("analysis.no_limit") : plain(words, value);
}

std::string flows(const Words& words, const std::string& heading, const std::vector<PathwayLimits::Flow>& flows,
                  const Settings& settings, bool stages) {
  if (flows.empty()) return {};
  std::vector<Column> columns{{heading, Align::Left}, {words("head.a_year")}, {words("head.at_most_a_year")}};
  if (stages) columns.insert(columns.end(), {{words("head.days")}, {words("head.households")}});
  TextTable table(columns);
  for (const auto& flow : flows) {
    std::vector<std::string> row{thing_in_words(words, flow.name, settings), figure(words, flow.per_year),
                                 flow.capacity < 0 ? words("analysis.no_limit") : figure(words, flow.capacity)};
    if (stages) row.insert(row.end(), {figure(words, flow.days), figure(words, flow.occupancy)});
    table.add(row);
  }
  return table.str() + "\n";
}

std::string expectations(const Words& words, const PathwayLimits& limits, const Settings& settings) {
  TextTable table({{words("head.group"), Align::Left},
                   {words("head.days_to_home")},
                   {words("head.get_home")},
                   {words("head.cost_to_exit")}});
  for (const auto& e : limits.expectations)
    table.add({group_in_words(words, e.group, settings), figure(words, e.days_to_home),
               figure(words, 100 * e.share_home),
               std::isinf(e.cost_to_exit) ? words("analysis.no_limit") : grouped(words, e.cost_to_exit, -2)});
  return table.str();
}

std::string limits_text(const Words& words, const Settings& settings) {
  const PathwayLimits limits = models::pathway_limits(settings);
  std::string text = words("analysis.homes", {{"expected", figure(words, limits.homes_per_year)},
                                              {"most", figure(words, limits.greatest_homes_per_year)}}) +
                     "\n";
  const auto narrow = narrow_in_words(words, limits, settings);
  if (!narrow.empty())
    text += words("analysis.bottleneck", {{"what", fmt::format("{}", fmt::join(narrow, "; "))}}) + "\n";
  text += "\n" + flows(words, words("head.stage"), limits.stages, settings, true) +
          flows(words, words("head.service"), limits.services, settings, false);
  return text + expectations(words, limits, settings) + words("analysis.by_theory") + "\n\n";
}

std::string inputs_text(const Words& words, const models::Scenario& scenario) {
  const auto count = [&scenario](auto holds) {
    return std::count_if(scenario.inputs.begin(), scenario.inputs.end(), holds);
  };
  const auto sourced = count([](const models::Input& i) { return !i.source.empty(); });
  const auto assumed = count([](const models::Input& i) { return is_assumed(i); });
  const auto all = static_cast<std::ptrdiff_t>(scenario.inputs.size());
  return words("analysis.inputs", {{"all", std::to_string(all)},
                                   {"sourced", std::to_string(sourced)},
                                   {"assumed", std::to_string(assumed)},
                                   {"bare", std::to_string(all - sourced - assumed)}}) +
         "\n";
}

ExitCode check_one(const std::filesystem::path& file, const std::vector<scenarios::Override>& overrides,
                   Streams streams) {
  const auto scenario = scenarios::read(file, overrides);
  print_warnings(scenario, streams);
  const Words& words = streams.words;
  streams.out << words("analysis.valid", {{"file", file.string()}}) << '\n'
              << called(words, scenario) << ", " << dates(words, scenario.from, scenario.to) << '\n'
              << inputs_text(words, scenario) << '\n';
  for (const auto& alternative : scenario.alternatives) {
    const auto tell = [&](const models::Epoch& epoch) {
      streams.out << words("analysis.from", {{"alternative", words.called(alternative.label, alternative.name)},
                                             {"from", engine::to_string(epoch.from)}})
                  << '\n'
                  << limits_text(words, epoch.settings);
    };
    tell(alternative.epochs.front());
    if (alternative.epochs.size() > 1) tell(alternative.epochs.back());
  }
  return ExitCode::Done;
}

/// Exit code of the most severe problem.
ExitCode check(const OptionValues& options, Streams streams) {
  auto worst = ExitCode::Done;
  for (const auto& file : options.texts("scenarios")) {
    auto code = ExitCode::Done;
    try {
      code = check_one(file, options.assignments("set"), streams);
    } catch (const scenarios::Invalid& invalid) {
      print_problems(invalid.problems(), streams);
      code = ExitCode::Invalid;
    } catch (const scenarios::Unreadable& unreadable) {
      print_unreadable(unreadable, streams);
      code = ExitCode::File;
    }
    worst = std::max(worst, code);
  }
  return worst;
}

}  // namespace

Command check_command() {
  return {"check",
          "help.check",
          {{.name = "scenarios",
            .type = OptionType::Files,
            .help = "help.files",
            .shown = "help.type.file",
            .required = true},
           settings_option()},
          check};
}

}  // namespace trapphus::output
