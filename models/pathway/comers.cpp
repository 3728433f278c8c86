// SPDX-License-Identifier: MIT
#include "models/pathway/comers.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

#include "models/pathway/chain.hpp"

namespace trapphus::models {
namespace {

/// A way into another stage.
struct Passage {
  std::size_t from, to;
  MoveId move;        ///< Invalid: a board, the longest stay, a return.
  bool back = false;  ///< From an exit.
  double flow = 0;    ///< Households, where it is known.
};

bool enters(const Settings& settings, GroupId group, std::size_t stage) {
  const auto& shares = settings.groups[group.index()].enters;
  return stage < shares.size() && shares[stage].value() > 0;
}

bool has_entrance(const Settings& settings, GroupId group) {
  const auto& shares = settings.groups[group.index()].enters;
  return std::any_of(shares.begin(), shares.end(), [](Share share) { return share.value() > 0; });
}

void add_returns(const Settings& settings, GroupId group, std::vector<Passage>& passages) {
  for (std::size_t i = 0; i < settings.stages.size(); ++i) {
    const Stage& stage = settings.stages[i];
    if (stage.kind != StageKind::Exit || !stage.relapse) continue;
    for (std::size_t to = 0; to < settings.stages.size(); ++to) {
      const bool back = stage.relapse->to.valid() ? stage.relapse->to.index() == to : enters(settings, group, to);
      if (back) passages.push_back({i, to, {}, true});
    }
  }
}

/// All ways that are written for the profile, whatever their numbers.
std::vector<Passage> written(const Settings& settings, const Profile& profile) {
  std::vector<Passage> passages;
  for (std::size_t i = 0; i < settings.moves.size(); ++i) {
    const Move& move = settings.moves[i];
    if (!value_for(move.allowed, profile.group, true) || !meets(profile, move.only_if)) continue;
    if (move.kind == MoveKind::Planned && value_for(move.share, profile.group).value() <= 0) continue;
    passages.push_back({move.from.index(), move.to.index(), MoveId(i)});
  }
  for (std::size_t i = 0; i < settings.stages.size(); ++i) {
    if (settings.stages[i].then.valid()) passages.push_back({i, settings.stages[i].then.index(), {}});
  }
  for (const Board& board : settings.boards) {
    for (std::size_t to = 0; to < board.diverts.size(); ++to) {
      if (board.diverts[to].value() <= 0) continue;
      for (const StageId from : board.stages) passages.push_back({from.index(), to, {}});
    }
  }
  add_returns(settings, profile.group, passages);
  // Whoever comes to a stage that is full comes on to where it sends them.
  for (std::size_t i = 0; i < passages.size(); ++i) {
    const StageId past = settings.stages[passages[i].to].when_full;
    const bool known = !past.valid() || std::any_of(passages.begin(), passages.end(), [&](const Passage& other) {
      return other.from == passages[i].from && other.to == past.index() && other.move == passages[i].move;
    });
    if (!known) passages.push_back({passages[i].from, past.index(), passages[i].move, passages[i].back});
  }
  return passages;
}

bool requires_service(const Settings& settings, const Passage& passage, std::size_t service) {
  if (!passage.move.valid()) return false;
  std::vector<ServiceId> next = settings.moves[passage.move.index()].requirements;
  for (std::size_t i = 0; i < next.size() && i < settings.services.size(); ++i) {
    if (next[i].index() == service) return true;
    const auto& before = settings.services[next[i].index()].after;
    next.insert(next.end(), before.begin(), before.end());
  }
  return false;
}

/// Whether the service, once finished, is so on the other side.
bool is_kept(const Settings& settings, const Passage& passage, std::size_t service) {
  return !passage.back || settings.services[service].repeat == Repeat::Once;
}

/// By stage: whether the group comes there from where it enters.
std::vector<bool> reached(const Settings& settings, GroupId group, const std::vector<Passage>& passages) {
  std::vector<bool> comes(settings.stages.size());
  for (std::size_t i = 0; i < comes.size(); ++i) comes[i] = enters(settings, group, i);
  for (bool changed = true; changed;) {
    changed = false;
    for (const Passage& passage : passages) {
      if (!comes[passage.from] || comes[passage.to]) continue;
      comes[passage.to] = true;
      changed = true;
    }
  }
  return comes;
}

/// By stage: whether all who come have finished the service.
std::vector<bool> surely_done(const Settings& settings, GroupId group, const std::vector<Passage>& passages,
                              std::size_t service) {
  const std::vector<bool> comes = reached(settings, group, passages);
  std::vector<bool> done = comes;
  for (std::size_t i = 0; i < done.size(); ++i) done[i] = done[i] && !enters(settings, group, i);
  for (bool changed = true; changed;) {
    changed = false;
    for (const Passage& passage : passages) {
      const bool comes_done =
          requires_service(settings, passage, service) || (done[passage.from] && is_kept(settings, passage, service));
      if (comes_done || !comes[passage.from] || !done[passage.to]) continue;
      done[passage.to] = false;
      changed = true;
    }
  }
  return done;
}

/// The ways that a profile really goes, with their flows for one household that enters.
std::vector<Passage> gone(const Settings& settings, const Chain& chain, const Profile& profile,
                          const Eigen::VectorXd& visits) {
  std::vector<Passage> passages;
  for (std::size_t i = 0; i < settings.stages.size(); ++i) {
    const double here = visits(static_cast<Eigen::Index>(i));
    for (const Way& way : chain.at(i).ways) {
      passages.push_back({i, way.to.index(), way.move, false, here * way.probability});
    }
  }
  std::vector<Passage> returns;
  add_returns(settings, profile.group, returns);
  for (Passage& passage : returns) {
    const Relapse& relapse = *settings.stages[passage.from].relapse;
    passage.flow = visits(static_cast<Eigen::Index>(passage.from)) * share_returning(relapse, profile.group);
    if (!relapse.to.valid()) passage.flow *= settings.groups[profile.group.index()].enters[passage.to].value();
    passages.push_back(passage);
  }
  return passages;
}

/// By stage: the share of those who come that has finished the service. The sum over the ways is repeated until it does
/// not change: each round follows the households one stage further.
std::vector<double> share_done(const Settings& settings, const std::vector<Passage>& passages,
                               const Eigen::VectorXd& visits, std::size_t service) {
  std::vector<double> shares(settings.stages.size());
  constexpr int kMostRounds = 1'000;
  constexpr double kSmall = 1e-9;
  for (int round = 0; round < kMostRounds; ++round) {
    std::vector<double> next(shares.size());
    for (const Passage& passage : passages) {
      const double kept = is_kept(settings, passage, service) ? shares[passage.from] : 0;
      next[passage.to] += passage.flow * (requires_service(settings, passage, service) ? 1 : kept);
    }
    double change = 0;
    for (std::size_t i = 0; i < next.size(); ++i) {
      const double all = visits(static_cast<Eigen::Index>(i));
      next[i] = all > kSmall ? std::min(next[i] / all, 1.0) : 0;
      if (next[i] > 1 - kSmall) next[i] = 1;
      change = std::max(change, std::abs(next[i] - shares[i]));
    }
    shares = std::move(next);
    if (change < kSmall) break;
  }
  return shares;
}

/// The services that a move requires, and that stay finished in the next stage.
std::vector<std::size_t> lasting_services(const Settings& settings) {
  std::vector<std::size_t> services;
  for (std::size_t i = 0; i < settings.services.size(); ++i) {
    if (settings.services[i].repeat == Repeat::Stage) continue;
    bool required = false;
    for (std::size_t m = 0; m < settings.moves.size(); ++m) {
      required = required || requires_service(settings, {0, 0, MoveId(m)}, i);
    }
    if (required) services.push_back(i);
  }
  return services;
}

/// What is known of a profile: how often it comes into each stage, and what it has finished by then.
struct Coming {
  Coming(const Settings& settings, const Profile& profile, const std::vector<std::size_t>& services)
      : surely(settings.services.size(), std::vector<bool>(settings.stages.size())),
        shares(settings.services.size(), std::vector<double>(settings.stages.size())) {
    const std::vector<Passage> ways = written(settings, profile);
    for (const std::size_t service : services) {
      surely[service] = surely_done(settings, profile.group, ways, service);
    }
    if (!has_entrance(settings, profile.group)) return;
    const Chain chain(settings, profile);
    visits = chain.visits_with_returns(Chain::start(settings, profile.group));
    const std::vector<Passage> passages = gone(settings, chain, profile, *visits);
    for (const std::size_t service : services) {
      shares[service] = share_done(settings, passages, *visits, service);
    }
  }

  [[nodiscard]] double into(std::size_t stage) const {
    constexpr double kNobody = 1e-12;
    const double all = visits ? (*visits)(static_cast<Eigen::Index>(stage)) : 0;
    return all > kNobody ? all : 0;
  }

  std::vector<std::vector<bool>> surely;  // by service and stage
  std::optional<Eigen::VectorXd> visits;
  std::vector<std::vector<double>> shares;  // by service and stage, where visits are known
};

std::vector<Comers> comers_to(const Settings& settings, const Initial& row, const std::vector<Profile>& all,
                              const std::vector<Coming>& coming) {
  const std::size_t stage = row.stage.index();
  double flow = 0;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (all[i].group == row.group) flow += all[i].weight * coming[i].into(stage);
  }
  std::vector<Comers> comers;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (all[i].group != row.group) continue;
    Comers some;
    some.share = flow > 0 ? all[i].weight * coming[i].into(stage) / flow : all[i].weight;
    if (some.share <= 0) continue;
    for (std::size_t a = 0; a < all[i].has.size(); ++a) {
      if (all[i].has[a]) some.attributes |= std::uint64_t{1} << a;
    }
    for (std::size_t k = 0; k < settings.services.size(); ++k) {
      some.done.push_back(flow > 0 ? coming[i].shares[k][stage] : (coming[i].surely[k][stage] ? 1 : 0));
    }
    const bool nothing = std::all_of(some.done.begin(), some.done.end(), [](double share) { return share <= 0; });
    if (nothing) some.done.clear();
    comers.push_back(std::move(some));
  }
  return comers;
}

}  // namespace

std::uint64_t deciding_bits(const Settings& settings) {
  std::vector<AttributeId> deciding = deciding_attributes(settings);
  deciding.resize(std::min(deciding.size(), kMostAttributes));
  std::uint64_t bits = 0;
  for (const AttributeId id : deciding) bits |= std::uint64_t{1} << id.index();
  return bits;
}

std::vector<std::vector<Comers>> comers(const Settings& settings) {
  std::vector<std::vector<Comers>> rows;
  if (settings.initial.empty()) return rows;
  const std::vector<Profile> all = profiles(settings);
  std::vector<Coming> coming;
  coming.reserve(all.size());
  const std::vector<std::size_t> services = lasting_services(settings);
  for (const Profile& profile : all) coming.emplace_back(settings, profile, services);
  for (const Initial& row : settings.initial) rows.push_back(comers_to(settings, row, all, coming));
  return rows;
}

}  // namespace trapphus::models
