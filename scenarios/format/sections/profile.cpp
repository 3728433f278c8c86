// SPDX-License-Identifier: MIT
#include "scenarios/format/sections/profile.hpp"

namespace trapphus::scenarios {

const Table<models::TeamProfile>& profile_table() {
  using T = models::TeamProfile;
  static const Table<T> kTable(
      "profile", {fixed(field<T>("inhabitants", &T::inhabitants, kCount, "format.default.not_known")),
                  fixed(field<T>("landlords", &T::landlords, kCount, "format.default.not_known")),
                  fixed(field<T>("definition", &T::definition, kDefinition, "format.default.none")),
                  fixed(field<T>("title", &T::title, kText, "format.default.not_known")),
                  fixed(field<T>("education", &T::education, kText, "format.default.not_known")),
                  fixed(field<T>("only_housing_first", &T::only_housing_first, kText, "format.default.not_known")),
                  fixed(field<T>("after_hours", &T::after_hours, kText, "format.default.not_known")),
                  fixed(field<T>("coordinator_supports_tenants", &T::coordinator_supports_tenants, kText,
                                 "format.default.not_known"))});
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
