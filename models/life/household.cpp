// SPDX-License-Identifier: MIT
#include "models/life/household.hpp"

#include <cmath>

namespace trapphus::models {

Household::Household(const Settings& settings, ClientId client, const Fate& fate_of_client, const Initial* initial)
    : id(client), fate(fate_of_client), cases(settings.services.size()), visits_(settings.stages.size()) {
  const Group& group = settings.groups[client.group.index()];
  state.group = client.group;
  state.initial = initial != nullptr;
  auto children = fate.stream(Decision::Children);
  state.children = static_cast<int>(std::lround(group.children.sample(children)));
  for (std::size_t i = 0; i < group.attributes.size(); ++i) {
    Share share = group.attributes[i];
    if (initial && i < initial->attributes.size()) share = initial->attributes[i].value_or(share);
    if (fate.uniform(Decision::Attribute, i) < share.value()) attributes_ |= std::uint64_t{1} << i;
  }
  if (!initial) return;
  for (const ServiceId done : initial->done) cases[done.index()].status = ServiceCase::Status::Finished;
}

/// Cancels the processes that refer to the household.
Household::~Household() {
  for (ServiceCase& entry : cases) entry.process.cancel();
  support.cancel();
}

}  // namespace trapphus::models
