// SPDX-License-Identifier: MIT
#include "models/staircase/evidence.hpp"

#include <map>
#include <string_view>

namespace trapphus::models {

void note_changes(std::vector<Input>& after, std::span<const Input> before) {
  std::map<std::string_view, const Input*> written;
  for (const Input& input : before) written.emplace(input.path, &input);
  for (Input& input : after) {
    const auto found = written.find(input.path);
    if (found == written.end())
      input.was = "";
    else if (found->second->value != input.value)
      input.was = found->second->was.value_or(found->second->value);
  }
}

}  // namespace trapphus::models
