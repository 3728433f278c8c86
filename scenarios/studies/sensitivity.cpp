// SPDX-License-Identifier: MIT
#include "scenarios/studies/sensitivity.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <utility>

#include "models/runs/aggregate.hpp"
#include "models/staircase/scenario.hpp"
#include "models/staircase/selection.hpp"
#include "scenarios/format/values/quantity.hpp"

namespace trapphus::scenarios {
namespace {

using models::Scenario;

/// The alternative and the first, which it is compared with.
Scenario compared(Scenario scenario, const std::string& alternative) {
  const std::string first = scenario.alternatives.front().name;
  return models::selected(std::move(scenario), {.alternatives = {first, alternative}, .observations = false});
}

/// What is saved in the whole period, by replication.
std::vector<double> savings(const Scenario& scenario, const models::RunOptions& options) {
  const models::Results results = models::run(scenario, options);
  return results.savings.empty() ? std::vector<double>() : results.savings.front().cost.totals;
}

/// The text of a number that reads back as the same, without an exponent.
std::string exact(double value) {
  std::array<char, 400> buffer;
  const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::fixed);
  return unambiguous({buffer.data(), end.ptr});
}

/// "3 weeks": number and unit; nothing if it is no plain quantity.
std::optional<Measured> quantity(std::string_view text) {
  try {
    return measured(text);
  } catch (const Mistake&) {
    return std::nullopt;
  }
}

std::vector<double> less(const std::vector<double>& high, const std::vector<double>& low) {
  std::vector<double> difference;
  for (std::size_t i = 0; i < std::min(high.size(), low.size()); ++i) difference.push_back(high[i] - low[i]);
  return difference;
}

class Study {
 public:
  explicit Study(const SensitivityRun& run) : run_(run), file_(run.file), options_(run.options) {
    options_.check = models::CheckChoice::Off;
    options_.until.reset();
    options_.progress = nullptr;
  }

  Sensitivities carry_out() {
    const Scenario scenario = read(run_.overrides);
    const auto inputs = with_ranges(scenario, run_.alternative);
    const auto base = savings(compared(scenario, run_.alternative), options_);
    Sensitivities found{models::estimate(base), static_cast<int>(base.size()), true, {}};
    for (const auto& input : inputs) {
      if (stopped()) break;
      found.inputs.push_back(vary(input));
      if (run_.options.progress)
        run_.options.progress(
            {"sensitivity", static_cast<std::int64_t>(found.inputs.size()), static_cast<std::int64_t>(inputs.size())});
    }
    found.complete = !stopped();
    if (stopped() && !found.inputs.empty()) found.inputs.pop_back();  // half a replication is none
    std::stable_sort(found.inputs.begin(), found.inputs.end(), greater_swing);
    return found;
  }

 private:
  [[nodiscard]] bool stopped() const { return options_.stop != nullptr && options_.stop->load(); }

  [[nodiscard]] Scenario read(const std::vector<Override>& overrides) const {
    return file_.scenario(overrides, ScenarioFile::Cases::Without);
  }

  [[nodiscard]] std::vector<double> at(const models::Input& input, const std::string& value) const {
    auto overrides = run_.overrides;
    overrides.push_back({input.path, value});
    return savings(compared(read(overrides), run_.alternative), options_);
  }

  [[nodiscard]] Sensitivity vary(const models::Input& input) const {
    Sensitivity one{input, models::estimate({}), models::estimate({}), models::estimate({}), {}};
    try {
      const auto low = at(input, value_at(input.value, input.low)), high = at(input, value_at(input.value, input.high));
      one.low = models::estimate(low);
      one.high = models::estimate(high);
      one.swing = models::estimate(less(high, low));
    } catch (const Invalid& invalid) {
      one.problem = invalid.problems().front().phrase;
    }
    return one;
  }

  static bool greater_swing(const Sensitivity& a, const Sensitivity& b) {
    if (a.problem.empty() != b.problem.empty()) return a.problem.empty();
    return std::abs(a.swing.mean) > std::abs(b.swing.mean);
  }

  const SensitivityRun& run_;
  ScenarioFile file_;  // parsed once
  models::RunOptions options_;
};

}  // namespace

std::string value_at(const std::string& value, const std::string& end) {
  const auto open = value.find('('), close = value.rfind(')');
  if (open == std::string::npos || close == std::string::npos || end.find('(') != std::string::npos) return end;
  const std::string name = value.substr(0, open), inside = value.substr(open + 1, close - open - 1);
  const auto separator = inside.find_first_of(inside.find(';') == std::string::npos ? "," : ";");
  if (name == "exponential") return fmt::format("exponential({})", end);
  const bool by_deviation = name == "gamma" || name == "lognormal" || name == "weibull";
  if (!by_deviation || separator == std::string::npos) return end;
  const auto mean = quantity(inside.substr(0, separator)), deviation = quantity(inside.substr(separator + 1));
  const auto wanted = quantity(end);
  if (!mean || !deviation || !wanted || mean->unit != wanted->unit || mean->number <= 0 || wanted->number <= 0)
    return end;
  return fmt::format("{}({} {}; {} {})", name, exact(wanted->number), wanted->unit,
                     exact(deviation->number * wanted->number / mean->number), deviation->unit);
}

std::vector<models::Input> with_ranges(const Scenario& scenario, const std::string& alternative) {
  const auto of_another = [&](const std::string& path) {
    if (!path.starts_with("alternatives.")) return false;
    return !path.starts_with("alternatives." + alternative + ".") &&
           !path.starts_with("alternatives." + scenario.alternatives.front().name + ".");
  };
  std::vector<models::Input> result;
  for (const auto& input : scenario.inputs) {
    if (!input.low.empty() && !input.path.starts_with("application.") && !of_another(input.path))
      result.push_back(input);
  }
  return result;
}

Sensitivities sensitivities(const SensitivityRun& run) {
  return Study(run).carry_out();
}

}  // namespace trapphus::scenarios
