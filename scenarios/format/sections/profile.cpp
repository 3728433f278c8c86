// SPDX-License-Identifier: MIT
#include "scenarios/format/sections/profile.hpp"

namespace trapphus::scenarios {

const Table<models::TeamProfile>& profile_table() {
  using T = models::TeamProfile;
  static const Table<T> kTable(
      "profile", "Facts of an organisation that are not simulated. What is left out is not known.",
      {fixed(field<T>("inhabitants", &T::inhabitants, kCount, "not known", "Of the municipality or district.")),
       fixed(field<T>("landlords", &T::landlords, kCount, "not known", "Who let apartments to it.")),
       fixed(field<T>("definition", &T::definition, kDefinition, "none",
                      "By which definition it measures retention itself: NAME of `retention.NAME`.")),
       fixed(field<T>("title", &T::title, kText, "not known", "Of those who support the tenants.")),
       fixed(field<T>("education", &T::education, kText, "not known", "Theirs.")),
       fixed(
           field<T>("only_housing_first", &T::only_housing_first, kText, "not known", "Whether they do nothing else.")),
       fixed(field<T>("after_hours", &T::after_hours, kText, "not known", "Support at nights and weekends.")),
       fixed(field<T>("coordinator_supports_tenants", &T::coordinator_supports_tenants, kText, "not known",
                      "Whether the coordinator does."))});
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
