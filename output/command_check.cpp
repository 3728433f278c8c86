// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "models/pathway.hpp"
#include "output/commands.hpp"
#include "output/number.hpp"
#include "output/text_table.hpp"
#include "output/wording.hpp"

namespace trapphus::output {
namespace {

using models::Finding;
using models::PathwayLimits;
using models::Settings;

// Expected values of theory carry no interval: three significant digits.
std::string figure(double value) {
  return std::isinf(value) ? "no limit" : plain(value);
}

std::string flows(const std::string& heading, const std::vector<PathwayLimits::Flow>& flows, bool stages) {
  if (flows.empty()) return {};
  std::vector<Column> columns{{heading, Align::Left}, {"a year"}, {"at most a year"}};
  if (stages) columns.insert(columns.end(), {{"days"}, {"households"}});
  TextTable table(columns);
  for (const auto& flow : flows) {
    std::vector<std::string> row{flow.name, figure(flow.per_year),
                                 flow.capacity < 0 ? "no limit" : figure(flow.capacity)};
    if (stages) row.insert(row.end(), {figure(flow.days), figure(flow.occupancy)});
    table.add(row);
  }
  return table.str() + "\n";
}

std::string expectations(const PathwayLimits& limits) {
  TextTable table({{"group", Align::Left}, {"days to a home"}, {"get a home, %"}, {"cost until they leave, SEK"}});
  for (const auto& e : limits.expectations)
    table.add({e.group, figure(e.days_to_home), figure(100 * e.share_home), grouped(e.cost_to_exit, -2)});
  return table.str();
}

std::string limits_text(const Settings& settings) {
  const PathwayLimits limits = models::pathway_limits(settings);
  std::string text = fmt::format("Homes a year: {} if nobody waits for units or staff, {} at most\n",
                                 figure(limits.homes_per_year), figure(limits.greatest_homes_per_year));
  if (!limits.bottleneck.empty()) text += fmt::format("Bottleneck: {}\n", fmt::join(limits.bottleneck, "; "));
  text += "\n" + flows("stage", limits.stages, true) + flows("service", limits.services, false);
  return text + expectations(limits) + "By theory, in steady state, without waiting for units or staff.\n\n";
}

void collect(std::vector<Finding>& findings, const std::vector<models::Epoch>& epochs) {
  for (auto& finding : models::check_pathway(epochs)) {
    const auto same = [&finding](const Finding& f) { return f.path == finding.path && f.message == finding.message; };
    if (std::none_of(findings.begin(), findings.end(), same)) findings.push_back(std::move(finding));
  }
}

bool print(const std::vector<Finding>& findings, const std::filesystem::path& file, std::ostream& err) {
  bool error = false;
  for (const auto& finding : findings) {
    const bool severe = finding.severity == Finding::Severity::Error;
    error |= severe;
    err << fmt::format("{}: {}: {}: {}\n", file.string(), severe ? "error" : "warning", finding.path, finding.message);
  }
  return error;
}

std::string inputs_text(const models::Scenario& scenario) {
  const auto count = [&scenario](auto holds) {
    return std::count_if(scenario.inputs.begin(), scenario.inputs.end(), holds);
  };
  const auto sourced = count([](const models::Input& i) { return !i.source.empty(); });
  const auto assumed = count([](const models::Input& i) { return i.source.empty() && !i.assumption.empty(); });
  const auto all = static_cast<std::ptrdiff_t>(scenario.inputs.size());
  return fmt::format("{} numbers: {} with a source, {} marked as assumptions, {} with neither\n", all, sourced, assumed,
                     all - sourced - assumed);
}

ExitCode check_one(const std::filesystem::path& file, const std::vector<scenarios::Override>& overrides,
                   Streams streams) {
  const auto scenario = scenarios::read(file, overrides);
  std::vector<Finding> findings;
  for (const auto& alternative : scenario.alternatives) collect(findings, alternative.epochs);
  if (print(findings, file, streams.err)) return ExitCode::Invalid;
  streams.out << fmt::format("{}: valid\n{}, {}\n{}\n", file.string(), scenario.name, dates(scenario.from, scenario.to),
                             inputs_text(scenario));
  for (const auto& alternative : scenario.alternatives) {
    const auto tell = [&](const models::Epoch& epoch) {
      streams.out << fmt::format("== {}, from {}\n", called(alternative.label, alternative.name),
                                 engine::to_string(epoch.from))
                  << limits_text(epoch.settings);
    };
    tell(alternative.epochs.front());
    if (alternative.epochs.size() > 1) tell(alternative.epochs.back());
  }
  return ExitCode::Done;
}

}  // namespace

ExitCode check_command(const CheckCommand& command, Streams streams) {
  auto worst = ExitCode::Done;
  for (const auto& file : command.files) {
    auto code = ExitCode::Done;
    try {
      code = check_one(file, command.overrides, streams);
    } catch (const scenarios::Invalid& invalid) {
      print_problems(invalid.problems(), streams.err);
      code = ExitCode::Invalid;
    } catch (const scenarios::Unreadable& unreadable) {
      streams.err << "trapphus: error: " << unreadable.what() << '\n';
      code = ExitCode::File;
    }
    worst = std::max(worst, code);
  }
  return worst;
}

}  // namespace trapphus::output
