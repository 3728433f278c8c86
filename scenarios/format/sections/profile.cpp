// SPDX-License-Identifier: MIT
#include "scenarios/format/sections/profile.hpp"

#include <vector>

namespace trapphus::scenarios {
namespace {

std::vector<Field<models::TeamProfile>> profile_fields() {
  using T = models::TeamProfile;
  constexpr const char* kNotKnown = "format.default.not_known";
  std::vector<Field<T>> all{fixed(field<T>("inhabitants", &T::inhabitants, kCount, kNotKnown)),
                            fixed(field<T>("landlords", &T::landlords, kCount, kNotKnown)),
                            fixed(field<T>("definition", &T::definition, kDefinition, "format.default.none"))};
  for (const auto& [name, answer] : models::kTeamAnswers) all.push_back(fixed(words<T>(name, answer, kNotKnown)));
  return all;
}

}  // namespace

const Table<models::TeamProfile>& profile_table() {
  static const Table<models::TeamProfile> kTable("profile", profile_fields());
  return kTable;
}

models::TeamProfile read_profile(Context& context, const Node& root) {
  models::TeamProfile profile;
  const Node* block = root.find("profile");
  if (block == nullptr) return profile;
  const Context::Scope scope(context, "profile", *block);
  static_cast<void>(profile_table().read(context, *block, profile));
  return profile;
}

}  // namespace trapphus::scenarios
