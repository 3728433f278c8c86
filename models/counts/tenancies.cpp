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
  now_ = std::max(now_, now);
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
  now_ = std::max(now_, now);
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
  now_ = std::max(now_, now);
  if (place >= tenants_.size()) return;
  Tenant& tenant = tenants_[place];
  if (tenant.standing != Standing::OwnHome || now >= to_) return;
  tenant.lost = true;
  close(tenant, now);
}

void Tenancies::take_over(const Tenancies& earlier) {
  tenants_ = earlier.tenants_;
  for (Tenant& tenant : tenants_) {
    tenant.before = true;
    tenant.gone_before = tenant.standing == Standing::OwnHome;
  }
  for (Tenant tenant : earlier.closed_) {
    tenant.before = true;
    if (!tenant.ended && !tenant.lost) tenant.longest = std::max(tenant.longest, to_ - tenant.apartment);
    count_months(tenant);
  }
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
  while (!closed_.empty() && closed_.front().began + kTakeoverTime <= now_) closed_.pop_front();
  // Of who has kept the home, a window knows how long only up to its own end.
  if (!tenant.lost) closed_.push_back(tenant);
  if (!tenant.ended) tenant.longest = std::max(tenant.longest, until - tenant.apartment);
  if (tenant.lost) closed_.push_back(tenant);
  count_months(tenant);
  if (!tenant.gone_before) count_ever(tenant);
  tenant = {};
}

void Tenancies::count_months(const Tenant& tenant) {
  if (passed(tenant, engine::kYear)) count(tenant, Retention::OneYear, tenant.longest >= engine::kYear);
  if (passed(tenant, kTakeoverTime)) count(tenant, Retention::Takeover18Months, tenant.taken_over);
}

void Tenancies::count_ever(const Tenant& tenant) {
  const bool ended = tenant.ended, lost = tenant.lost;
  const Ending ending = ended ? tenant.ending : Ending::Takeover;
  const bool dead = ending == Ending::Deceased;
  count(tenant, Retention::NotGivenNotice, ending != Ending::Notice && ending != Ending::Eviction);
  count(tenant, Retention::NotEvicted, ending != Ending::Eviction);
  if (ended || tenant.taken_over) count(tenant, Retention::ClosedFirstHand, tenant.taken_over || tenant.first_hand);
  count(tenant, Retention::StaysOrMovesOn, !ended || tenant.taken_over || ending == Ending::OwnEffort || dead);
  count(tenant, Retention::SinceMoveIn, !ended && !lost);
  count(tenant, Retention::MoveBalance, !ended || tenant.taken_over);
  count(tenant, Retention::HomeKept, !lost && (!ended || tenant.own_home || dead));
  count(tenant, Retention::UnplannedEndings, (ended && was_unplanned(ending)) || (lost && tenant.taken_over));
}

void Tenancies::count(const Tenant& tenant, Retention definition, bool kept) {
  engine::Proportion& proportion = counts_[tenant.group.index()][static_cast<std::size_t>(definition)];
  ++proportion.whole;
  if (kept) ++proportion.part;
}

bool Tenancies::passed(const Tenant& tenant, Duration time) const {
  return tenant.began + time <= to_ && (!tenant.before || tenant.began + time > from_);
}

}  // namespace trapphus::models
