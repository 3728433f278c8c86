// SPDX-License-Identifier: MIT
#include "scenarios/reading/warnings.hpp"

#include <algorithm>
#include <map>

#include "models/staircase/scenario.hpp"

namespace trapphus::scenarios {
namespace {

constexpr std::size_t kNamed = 3;

struct Inherited {
  std::size_t count = 0;
  std::string paths;  ///< The first ones.
};

}  // namespace

std::vector<models::Notice> inherited_sources(const Node& root, const models::Scenario& scenario) {
  const Node* name = root.find("name");
  if (name == nullptr || !name->at.file || *name->at.file != scenario.file) return {};
  std::map<std::pair<std::string, std::string>, Inherited> by_file_and_source;
  for (const auto& input : scenario.inputs) {
    if (input.source.empty() || input.file == scenario.file) continue;
    Inherited& inherited = by_file_and_source[{input.file, input.source}];
    if (++inherited.count <= kNamed) inherited.paths += (inherited.paths.empty() ? "" : ", ") + input.path;
  }
  std::vector<models::Notice> warnings;
  for (const auto& [from, inherited] : by_file_and_source) {
    const auto& [file, source] = from;
    warnings.push_back(
        {"sources." + source,
         models::Phrase{"reader.source.inherited",
                        {{"source", source}, {"file", file}, {"n", inherited.count}, {"paths", inherited.paths}}}});
  }
  return warnings;
}

}  // namespace trapphus::scenarios
