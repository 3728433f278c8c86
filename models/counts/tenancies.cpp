// SPDX-License-Identifier: MIT
#include "models/counts/tenancies.hpp"

#include <algorithm>

namespace trapphus::models {

using engine::Duration;
using engine::Time;

namespace {

constexpr Duration kTakeoverTime = 18 * engine::kMonth;

bool was_unplanned(Ending ending) {
  return ending == Ending::Notice || ending == Ending::Eviction || ending == Ending::Abandoned;
}

}  // namespace

Tenancies::Tenant& Tenancies::at(std::size_t place) {
  if (place >= tenants_.size()) tenants_.resize(place + 1);
  return tenants_[place];
}

void Tenancies::entered(std::size_t place, GroupId group, const Stage& stage, Time since, Time now) {
  if (!stage.tenancy && place >= tenants_.size()) return;
  Tenant& tenant = at(place);
  if (tenant.standing == Standing::Leaving) {
    if (stage.tenancy) {
      settle_down(tenant, now);
    } else {
      move_away(tenant, stage, now);
    }
  } else if (stage.tenancy && tenant.standing == Standing::None && now < to_) {
    tenant = {};
    tenant.standing = Standing::Living;
    tenant.group = group;
    tenant.began = tenant.apartment = since;
  }
}

void Tenancies::left(std::size_t place, const Stage& stage, Ending ending, Time now) {
  if (!stage.tenancy) return;
  Tenant& tenant = at(place);
  if (tenant.standing != Standing::Living || now >= to_) return;
  tenant.standing = Standing::Leaving;
  tenant.ending = ending;
  if (ending == Ending::Takeover) tenant.taken_over = true;
}

/// In another tenancy stage.
void Tenancies::settle_down(Tenant& tenant, Time now) {
  tenant.standing = Standing::Living;
  if (tenant.ending == Ending::Takeover) return;  // of the apartment it lives in
  tenant.longest = std::max(tenant.longest, now - tenant.apartment);
  tenant.apartment = now;
}

void Tenancies::move_away(Tenant& tenant, const Stage& stage, Time now) {
  const bool takeover = tenant.ending == Ending::Takeover;
  tenant.ended = !takeover;
  tenant.first_hand = takeover || stage.first_hand;
  tenant.own_home = takeover || stage.home;
  if (!takeover) {
    tenant.longest = std::max(tenant.longest, now - tenant.apartment);
    tenant.apartment = now;
  }
  if (!tenant.own_home) return close(tenant, now);
  tenant.standing = Standing::OwnHome;
}

void Tenancies::relapsed(std::size_t place, Time now) {
  if (place >= tenants_.size()) return;
  Tenant& tenant = tenants_[place];
  if (tenant.standing != Standing::OwnHome || now >= to_) return;
  tenant.lost = true;
  close(tenant, now);
}

void Tenancies::forget(std::size_t place) {
  if (place >= tenants_.size()) return;
  Tenant& tenant = tenants_[place];
  if (tenant.standing != Standing::None) close(tenant, to_);
}

void Tenancies::finish() {
  for (Tenant& tenant : tenants_) {
    if (tenant.standing != Standing::None) close(tenant, to_);
  }
}

void Tenancies::close(Tenant& tenant, Time until) {
  Counts& counts = counts_[tenant.group.index()];
  const auto count = [&counts](Retention definition, bool kept) {
    engine::Proportion& proportion = counts[static_cast<std::size_t>(definition)];
    ++proportion.whole;
    if (kept) ++proportion.part;
  };
  const bool ended = tenant.ended, lost = tenant.lost;
  const Ending ending = ended ? tenant.ending : Ending::Takeover;
  const bool dead = ending == Ending::Deceased;
  if (!ended) tenant.longest = std::max(tenant.longest, until - tenant.apartment);

  count(Retention::NotGivenNotice, ending != Ending::Notice && ending != Ending::Eviction);
  count(Retention::NotEvicted, ending != Ending::Eviction);
  if (tenant.began + engine::kYear <= to_) count(Retention::OneYear, tenant.longest >= engine::kYear);
  if (tenant.began + kTakeoverTime <= to_) count(Retention::Takeover18Months, tenant.taken_over);
  if (ended || tenant.taken_over) count(Retention::ClosedFirstHand, tenant.taken_over || tenant.first_hand);
  count(Retention::StaysOrMovesOn, !ended || tenant.taken_over || ending == Ending::OwnEffort || dead);
  count(Retention::SinceMoveIn, !ended && !lost);
  count(Retention::MoveBalance, !ended || tenant.taken_over);
  count(Retention::HomeKept, !lost && (!ended || tenant.own_home || dead));
  count(Retention::UnplannedEndings, (ended && was_unplanned(ending)) || (lost && tenant.taken_over));
  tenant = {};
}

}  // namespace trapphus::models
