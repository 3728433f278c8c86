// SPDX-License-Identifier: MIT
#include <algorithm>

#include "models/staircase/selection.hpp"
#include "output/files/atomic_file.hpp"
#include "output/language/localized_error.hpp"
#include "output/studies/study.hpp"

namespace trapphus::output {

// Each in the file of its name.
Study run_study();
Study calibrate_study();
Study bottleneck_study();
Study budget_study();
Study compare_study();

const std::vector<Study>& studies() {
  static const std::vector<Study> kStudies{run_study(), calibrate_study(), bottleneck_study(), budget_study(),
                                           compare_study()};
  return kStudies;
}

const Study* find_study(std::string_view name) {
  const auto found = std::ranges::find(studies(), name, &Study::name);
  return found == studies().end() ? nullptr : &*found;
}

bool Study::takes_several() const {
  return std::ranges::find(options, OptionType::Files, &Option::type) != options.end();
}

const Renderer* Study::find(std::string_view format) const {
  const auto found = std::ranges::find(renderers, format, &Renderer::format);
  return found == renderers.end() ? nullptr : &*found;
}

const models::Alternative& find_alternative(const models::Scenario& scenario, const std::string& name) {
  if (const auto* found = models::alternative_called(scenario, name)) return *found;
  std::string names;
  for (const auto& alternative : scenario.alternatives) names += (names.empty() ? "" : ", ") + alternative.name;
  throw UsageError("usage.alternative", {{"found", name}, {"names", names}});
}

void write_form(const Renderer& renderer, const std::any& result, const Words& words,
                const std::filesystem::path& target) {
  if (renderer.content) return write_atomically(target, renderer.content(result, words));
  PendingFile file(target);
  static_cast<void>(renderer.write(result, words, file.temporary()));
  file.sync();
  file.publish();
}

}  // namespace trapphus::output
