// SPDX-License-Identifier: MIT
#include "models/life/past_stage.hpp"

#include <algorithm>
#include <cmath>

#include "models/life/processes.hpp"

namespace trapphus::models {

namespace {

constexpr double kSecondsAWeek = 604'800;

std::uint64_t bits_of(const std::vector<Condition>& conditions) {
  std::uint64_t bits = 0;
  for (const Condition& condition : conditions) bits |= std::uint64_t{1} << condition.attribute.index();
  return bits;
}

bool depends_on_time(const Effect& effect) {
  return effect.circumstance == Circumstance::Waiting || effect.circumstance == Circumstance::Served;
}

}  // namespace

PastStage::PastStage(const Settings& settings, Time from, const Initial& row, const History* history, std::size_t index)
    : settings_(settings), from_(from), row_(row), stage_(settings.stages[row.stage.index()]) {
  for (std::size_t i = 0; i < settings.moves.size(); ++i) {
    const Move& move = settings.moves[i];
    if (move.from != row.stage || !move.allowed[group()]) continue;
    if (move.kind != MoveKind::Planned) {
      hazards_.emplace_back(i);
    } else if (move.share[group()].value() > 0) {
      plans_.push_back({MoveId(i), move.share[group()].value(), begins_full(settings, move.to)});
    }
  }
  done_.assign(settings.services.size(), false);
  for (const ServiceId id : row.done) done_[id.index()] = true;
  set_comers(history, index);
  set_rates();
}

/// Without a history, the attributes are drawn each by the group's share, and nothing is finished before.
void PastStage::set_comers(const History* history, std::size_t index) {
  std::uint64_t deciding = 0;
  if (history && index < history->comers.size() && !history->comers[index].empty()) {
    comers_ = history->comers[index];
    deciding = history->deciding;
  } else {
    for (const Move& move : settings_.moves) deciding |= move.from == row_.stage ? bits_of(move.only_if) : 0;
    for (const Service& service : settings_.services) deciding |= bits_of(service.only_if);
    comers_ = {{0, 1}};
    const auto& shares = settings_.groups[group().index()].attributes;
    for (std::size_t i = 0; i < shares.size(); ++i) {
      const std::uint64_t bit = std::uint64_t{1} << i;
      constexpr std::size_t kMost = 4096;
      if ((deciding & bit) == 0 || comers_.size() >= kMost) {
        deciding &= ~bit;
        continue;
      }
      for (std::size_t j = 0, old = comers_.size(); j < old; ++j) {
        comers_.push_back({comers_[j].attributes | bit, comers_[j].share * shares[i].value()});
        comers_[j].share *= 1 - shares[i].value();
      }
      std::erase_if(comers_, [](const Comers& some) { return some.share <= 0; });
    }
  }
  for (std::size_t i = 0; i < row_.attributes.size(); ++i) {
    if (row_.attributes[i]) fixed_ |= deciding & (std::uint64_t{1} << i);
  }
  drawn_ = deciding & ~fixed_;
  complete_comers(fixed_);
}

/// Whatever the values of the attributes that the row fixes: where none who come have them, all others come with them.
void PastStage::complete_comers(std::uint64_t fixed) {
  const std::vector<Comers> known = comers_;
  for (std::uint64_t values = fixed;; values = (values - 1) & fixed) {
    const bool some = std::any_of(known.begin(), known.end(),
                                  [&](const Comers& comers) { return (comers.attributes & fixed) == values; });
    for (std::size_t i = 0; !some && i < known.size(); ++i) {
      comers_.push_back(known[i]);
      comers_.back().attributes = (known[i].attributes & ~fixed) | values;
    }
    if (values == 0) return;
  }
}

PastVisit PastStage::come(const Comers& comers, std::uint64_t attributes, engine::Stream& stream) const {
  PastVisit visit;
  visit.attributes = (attributes & ~drawn_) | (comers.attributes & drawn_);
  visit.services.resize(settings_.services.size());
  for (std::size_t i = 0; i < comers.done.size(); ++i) {
    const double share = comers.done[i];
    if (share <= 0 || (share < 1 && stream.uniform() >= share)) continue;
    visit.services[i].before = true;
    visit.services[i].ends = 0;
  }
  return visit;
}

/// The day before: a vacancy that begins with the period is not the past.
bool PastStage::is_staffed(TeamId id) const {
  const StaffTeam& team = settings_.teams[id.index()];
  return present_fte(team, from_ - Duration{1}) * team.direct_hours * (1 - team.absence) > 0;
}

bool PastStage::done_with(std::uint64_t attributes, ServiceId id) const {
  return done_[id.index()] || !meets(attributes, settings_.services[id.index()].only_if);
}

/// Books a service and those that come before it, as Visit does.
void PastStage::book(PastVisit& visit, ServiceId id, double at, engine::Stream& stream) const {
  const Service& service = settings_.services[id.index()];
  for (const ServiceId before : service.after) book(visit, before, at, stream);
  PastService& past = visit.services[id.index()];
  if (past.before || past.asked || past.missed || done_with(visit.attributes, id)) return;
  const bool follows = std::all_of(service.after.begin(), service.after.end(), [&](ServiceId before) {
    const PastService& first = visit.services[before.index()];
    return done_with(visit.attributes, before) || first.before || first.asked;
  });
  if (!follows) return;
  const double share = reached(service, group(), row_.stage).value();
  if (share < 1 && stream.uniform() >= share) {
    past.missed = true;
    return;
  }
  ask(visit, id, at, stream);
}

void PastStage::ask(PastVisit& visit, ServiceId id, double at, engine::Stream& stream) const {
  const Service& service = settings_.services[id.index()];
  PastService& past = visit.services[id.index()];
  past.asked = true;
  past.missed = false;
  if (!is_staffed(service.team)) return;
  past.begins = std::max(at, done(visit, service.after));
  past.hours = service.work.sample(stream);
  past.ends = past.begins + past.hours * seconds_an_hour(id);
}

void PastStage::book_all(PastVisit& visit, engine::Stream& stream) const {
  for (const ServiceId id : stage_.services) book(visit, id, 0, stream);
  if (visit.plan.valid()) {
    for (const ServiceId id : move(visit.plan).requirements) book(visit, id, 0, stream);
  }
  for (const MoveId id : hazards_) {
    const Move& way = move(id);
    if (!meets(visit.attributes, way.only_if)) continue;
    const double at = way.kind == MoveKind::Offer ? visit.prepared : 0;
    for (const ServiceId service : way.requirements) book(visit, service, at, stream);
    for (const ServiceId service : way.after) book(visit, service, at, stream);
  }
  book_by_boards(visit, stream);
}

/// The meeting that decides on the household comes within a week.
void PastStage::book_by_boards(PastVisit& visit, engine::Stream& stream) const {
  for (std::size_t i = 0; i < settings_.boards.size(); ++i) {
    const Board& board = settings_.boards[i];
    const auto& stages = board.stages;
    const bool decides = board.active && std::find(stages.begin(), stages.end(), row_.stage) != stages.end();
    if (!decides || board.books.empty()) continue;
    const double at = stream.uniform() * static_cast<double>(engine::kWeek.count());
    for (const ServiceId id : board.books) {
      PastService& past = visit.services[id.index()];
      if (past.before || past.asked || done_with(visit.attributes, id)) continue;
      ask(visit, id, at, stream);
      past.board = static_cast<unsigned>(i);
    }
  }
}

double PastStage::done(const PastVisit& visit, const std::vector<ServiceId>& services) const {
  double all = 0;
  for (const ServiceId id : services) {
    if (!done_with(visit.attributes, id)) all = std::max(all, visit.services[id.index()].ends);
  }
  return all;
}

/// How far the circumstance holds, 0..1: with all hours of support where there is a team for it, with none elsewhere.
double PastStage::extent(const PastVisit& visit, const Effect& effect, double at) const {
  const auto whole = [](bool holds) { return holds ? 1.0 : 0.0; };
  switch (effect.circumstance) {
    case Circumstance::Unsupported:
    case Circumstance::ShortOfSupport:
      return whole(stage_.support && !is_staffed(stage_.support->team));
    case Circumstance::Supported:
      return whole(stage_.support && is_staffed(stage_.support->team));
    case Circumstance::Waiting:
      return whole(at >= visit.stay);
    case Circumstance::Served:
      return whole(done_[effect.service.index()] || visit.services[effect.service.index()].ends <= at);
  }
  return 0;
}

double PastStage::rate(const PastVisit& visit, double at) const {
  double all = 0;
  for (const MoveId id : hazards_) {
    const Move& way = move(id);
    if (!meets(visit.attributes, way.only_if)) continue;
    double rate = 0;
    if (way.kind == MoveKind::Risk) {
      rate = way.risk[group()].per_second();
    } else if (at >= visit.prepared && done(visit, way.requirements) <= at) {
      rate = (done(visit, way.after) <= at ? way.offers : way.alone)[group()].per_second();
    }
    for (const Effect& effect : way.effects) rate *= factor_of(effect, extent(visit, effect, at));
    all += rate;
  }
  return all;
}

/// Calls spend(from, to, rate) for the intervals in which the rate is constant, until it returns false; the last
/// interval has no end.
template <class Spend>
void PastStage::walk_hazard(const PastVisit& visit, const Spend& spend) const {
  if (hazards_.empty()) return;
  if (steady_) {
    spend(0.0, kNeverEnds, rate(visit, 0));
    return;
  }
  std::vector<double> changes{0, visit.prepared, visit.stay, kNeverEnds};
  for (const PastService& service : visit.services) {
    if (service.ends < kNeverEnds) changes.push_back(service.ends);
  }
  std::sort(changes.begin(), changes.end());
  for (std::size_t i = 0; i + 1 < changes.size(); ++i) {
    if (changes[i] == changes[i + 1]) continue;
    if (!spend(changes[i], changes[i + 1], rate(visit, changes[i]))) return;
  }
}

double PastStage::hazard_reaches(const PastVisit& visit, double amount) const {
  double reached = kNeverEnds;
  walk_hazard(visit, [&](double from, double to, double rate) {
    if (rate > 0 && amount <= rate * (to - from)) {
      reached = from + amount / rate;
      return false;
    }
    if (rate > 0) amount -= rate * (to - from);
    return true;
  });
  return reached;
}

double PastStage::hazard_until(const PastVisit& visit, double at) const {
  double sum = 0;
  walk_hazard(visit, [&](double from, double to, double rate) {
    if (from < at) sum += rate * (std::min(to, at) - from);
    return to < at;
  });
  return sum;
}

double PastStage::lowest_factor(const Move& way) const {
  const PastVisit any;
  double factor = 1;
  for (const Effect& effect : way.effects) {
    factor *= depends_on_time(effect) ? std::min(1.0, effect.factor) : factor_of(effect, extent(any, effect, 0));
  }
  return factor;
}

void PastStage::set_rates() {
  for (const MoveId id : hazards_) {
    const Move& way = move(id);
    const bool varies = std::any_of(way.effects.begin(), way.effects.end(), depends_on_time);
    const bool offer = way.kind == MoveKind::Offer;
    const bool delayed = offer && (stage_.ready_after.size() > 0 || !way.requirements.empty());
    if (varies || delayed || (offer && !way.after.empty()) || !way.only_if.empty()) steady_ = false;
    if (delayed || !way.only_if.empty()) continue;
    double rate = (offer ? way.offers : way.risk)[group()].per_second();
    if (offer && !way.after.empty()) rate = std::min(rate, way.alone[group()].per_second());
    lowest_rate_ += rate * lowest_factor(way);
  }
}

double PastStage::final_rate(std::uint64_t attributes) const {
  const auto certain = [&](const std::vector<ServiceId>& services) {
    const auto needed = all_needed(services, attributes);
    return std::all_of(needed.begin(), needed.end(), [this](ServiceId id) { return is_certain(id); });
  };
  double all = 0;
  for (const MoveId id : hazards_) {
    const Move& way = move(id);
    if (!meets(attributes, way.only_if)) continue;
    double rate = 0;
    if (way.kind == MoveKind::Risk) {
      rate = way.risk[group()].per_second();
    } else if (certain(way.requirements)) {
      rate = way.offers[group()].per_second();
      if (!certain(way.after)) rate = std::min(rate, way.alone[group()].per_second());
    }
    all += rate * lowest_factor(way);
  }
  return all;
}

std::vector<ServiceId> PastStage::all_needed(const std::vector<ServiceId>& services, std::uint64_t attributes) const {
  std::vector<ServiceId> all;
  std::vector<ServiceId> next = services;
  while (!next.empty()) {
    const ServiceId id = next.back();
    next.pop_back();
    if (done_with(attributes, id) || std::find(all.begin(), all.end(), id) != all.end()) continue;
    all.push_back(id);
    const auto& before = settings_.services[id.index()].after;
    next.insert(next.end(), before.begin(), before.end());
  }
  return all;
}

std::vector<ServiceId> PastStage::needed_for_offers(std::uint64_t attributes) const {
  std::vector<ServiceId> asked;
  for (const MoveId id : hazards_) {
    const Move& way = move(id);
    if (way.kind != MoveKind::Offer || !meets(attributes, way.only_if)) continue;
    asked.insert(asked.end(), way.requirements.begin(), way.requirements.end());
    asked.insert(asked.end(), way.after.begin(), way.after.end());
  }
  return all_needed(asked, attributes);
}

bool PastStage::is_certain(ServiceId id) const {
  const Service& service = settings_.services[id.index()];
  return is_staffed(service.team) && reached(service, group(), row_.stage).value() >= 1;
}

double PastStage::seconds_an_hour(ServiceId id) const {
  return kSecondsAWeek / settings_.services[id.index()].at_most;
}

}  // namespace trapphus::models
