// SPDX-License-Identifier: MIT
#include "models/studies/compared_facts.hpp"

#include <algorithm>
#include <map>

#include "engine/statistics/no_value.hpp"
#include "engine/time.hpp"
#include "models/studies/fitted_scenario.hpp"

namespace trapphus::models {
namespace {

double fte_of(const Settings& settings) {
  double all = 0;
  for (const auto& team : settings.teams) all += team.fte;
  return all;
}

/// Calls `visit` with the settings of every epoch and its length within the period.
template <class Visit>
void for_each_epoch(const Scenario& scenario, const Alternative& alternative, const Visit& visit) {
  for (std::size_t i = 0; i < alternative.epochs.size(); ++i) {
    const auto from = std::max(alternative.epochs[i].from, scenario.from);
    const auto to =
        i + 1 < alternative.epochs.size() ? std::min(alternative.epochs[i + 1].from, scenario.to) : scenario.to;
    if (to > from) visit(alternative.epochs[i].settings, to - from);
  }
}

double mean_fte(const Scenario& scenario, const Alternative& alternative) {
  double hours = 0;
  for_each_epoch(scenario, alternative, [&](const Settings& settings, engine::Duration length) {
    hours += fte_of(settings) * static_cast<double>(length.count());
  });
  return hours / static_cast<double>((scenario.to - scenario.from).count());
}

double apartments_of(const Settings& settings) {
  double all = 0;
  for (const std::size_t stage : apartment_stages(settings)) all += settings.stages[stage].units.value_or(0);
  return all;
}

double years(engine::Duration duration) {
  return static_cast<double>(duration.count()) / static_cast<double>(engine::kYear.count());
}

/// Apartment-years by the greatest number of apartments; the whole period where no number is given.
double exposure_of(const Scenario& scenario, const Alternative& alternative) {
  double sum = 0, most = 0;
  for_each_epoch(scenario, alternative, [&](const Settings& settings, engine::Duration length) {
    sum += apartments_of(settings) * years(length);
    most = std::max(most, apartments_of(settings));
  });
  return most > 0 ? sum / most : years(scenario.to - scenario.from);
}

/// The path without date and alternative: stages.trial.units.
std::string field_of(const std::string& path) {
  for (const char* section : {"stages.", "staff.", "profile.", "moves."}) {
    const auto at = path.find(section);
    if (at == 0 || (at != std::string::npos && path[at - 1] == '.')) return path.substr(at);
  }
  return path;
}

bool is_of_another(const std::string& path, const Alternative& alternative) {
  if (path.starts_with("cases.") || path.starts_with("application.")) return true;
  return path.starts_with("alternatives.") && !path.starts_with("alternatives." + alternative.name + ".");
}

Rates rates_of(const Scenario& scenario, const Alternative& alternative) {
  Rates rates = Rates::Assumed;
  for (const auto& input : scenario.inputs) {
    if (!input.assumption.starts_with(kFittedTo) || is_of_another(input.path, alternative) ||
        !field_of(input.path).starts_with("moves."))
      continue;
    rates = std::max(rates, input.file == scenario.file ? Rates::Own : Rates::Shared);
  }
  return rates;
}

std::string english(const Alternative& alternative) {
  const Label& label = alternative.label;
  if (!label.en.empty()) return label.en;
  return label.sv.empty() ? alternative.name : label.sv;
}

/// Whether the alternative changes the input from the beginning.
bool is_replaced(const Input& input, const std::vector<Input>& all, const Alternative& alternative) {
  const std::string change = "alternatives." + alternative.name + ".change.";
  return std::any_of(all.begin(), all.end(), [&](const auto& other) { return other.path == change + input.path; });
}

bool concerns(const std::string& path, const Settings& settings) {
  const std::string field = field_of(path);
  if (field == "period" || field == "profile.inhabitants") return true;
  if (field.starts_with("staff.")) return field.ends_with(".fte") || field.ends_with(".caseload");
  const auto stages = apartment_stages(settings);
  return std::any_of(stages.begin(), stages.end(),
                     [&](std::size_t stage) { return field == "stages." + settings.stages[stage].name + ".units"; });
}

}  // namespace

std::vector<std::size_t> apartment_stages(const Settings& settings) {
  const bool follows =
      std::any_of(settings.stages.begin(), settings.stages.end(), [](const auto& s) { return s.tenancy; });
  std::vector<std::size_t> stages;
  for (std::size_t i = 0; i < settings.stages.size(); ++i) {
    const auto& stage = settings.stages[i];
    if (stage.kind == StageKind::Apartment && (stage.tenancy || !follows)) stages.push_back(i);
  }
  return stages;
}

double mean_apartments(const Settings& settings, const std::vector<ReplicationResult>& replications) {
  if (replications.empty()) return 0;
  double all = 0;
  for (const auto& replication : replications) {
    for (const std::size_t stage : apartment_stages(settings)) all += replication.units.at(stage);
  }
  return all / static_cast<double>(replications.size());
}

ComparedRow facts_of(const Scenario& scenario, const Alternative& alternative, bool name_alternative) {
  ComparedRow row;
  row.scenario = scenario.name;
  row.label = scenario.label;
  row.file = scenario.file;
  row.alternative = alternative.name;
  if (name_alternative) row.shown_with = alternative.label;
  row.name = scenario.name;
  if (name_alternative) row.name += ": " + english(alternative);
  const Settings& last = alternative.epochs.back().settings;
  row.apartments = apartments_of(last);
  row.fte = fte_of(last);
  row.mean_fte = mean_fte(scenario, alternative);
  row.exposure = exposure_of(scenario, alternative);
  row.rates = rates_of(scenario, alternative);
  row.profile = scenario.profile;
  for (const auto& input : scenario.inputs) {
    if (input.source.empty() && !input.assumption.empty() && !is_of_another(input.path, alternative) &&
        concerns(input.path, last) && !is_replaced(input, scenario.inputs, alternative))
      row.assumed.push_back(input);
  }
  return row;
}

double count_of(const ComparedRow& row, Denominator denominator) {
  double count = row.profile.inhabitants.value_or(0) / 1000.0;
  if (denominator == Denominator::Apartment) count = row.mean_apartments;
  if (denominator == Denominator::Fte) count = row.mean_fte;
  return count > 0 ? count : engine::kNoValue;
}

bool is_work(const Comparison& comparison, const ComparedRow& row) {
  if (row.rates != Rates::Own || !comparison.common) return false;
  return comparison.equal_exposure || definition_of(*comparison.common).at_fixed_time;
}

std::string usual_alternative(const Scenario& scenario, const std::string& as_written) {
  std::map<std::string, int> named;
  for (const auto& observation : scenario.observations) ++named[observation.alternative];
  std::string usual = scenario.alternatives.front().name;
  int most = 0;
  for (const auto& alternative : scenario.alternatives) {
    const int times = named.contains(alternative.name) ? named.at(alternative.name) : 0;
    if (times > most || (named.empty() && alternative.name == as_written)) usual = alternative.name;
    most = std::max(most, times);
  }
  return usual;
}

}  // namespace trapphus::models
