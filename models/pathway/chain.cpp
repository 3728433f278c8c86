// SPDX-License-Identifier: MIT
#include "models/pathway/chain.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "models/pathway/graph.hpp"

namespace trapphus::models {
namespace {

Eigen::Index row(StageId id) {
  return static_cast<Eigen::Index>(id.index());
}
Eigen::Index row(std::size_t stage) {
  return static_cast<Eigen::Index>(stage);
}

Eigen::MatrixXd less(const Eigen::MatrixXd& onward) {
  return Eigen::MatrixXd::Identity(onward.rows(), onward.cols()) - onward;
}

/// Stages from which something ends: an exit, or a stage that some never leave. Elsewhere households go round for ever.
std::vector<bool> ending(const Settings& settings, const StageGraph& graph, const std::vector<Sojourn>& sojourns) {
  std::vector<StageId> ends = exit_stages(settings);
  for (std::size_t i = 0; i < sojourns.size(); ++i) {
    if (std::isinf(sojourns[i].seconds)) ends.emplace_back(i);
  }
  return leading_to(graph, ends);
}

}  // namespace

double share_returning(const Relapse& relapse, GroupId group) {
  const Duration early = std::min(relapse.first_months, engine::kYear);
  const auto seconds = [](Duration length) { return static_cast<double>(length.count()); };
  const double weighted = seconds(early) * relapse.first_factor + seconds(engine::kYear - early);
  return -std::expm1(-value_for(relapse.rate, group).per_second() * weighted);
}

Chain::Chain(const Settings& settings, const Profile& profile) : sojourns_(settings.stages.size()) {
  const std::size_t count = settings.stages.size();
  const StageGraph graph = open_graph(settings, profile);
  const std::vector<bool> comes = reached_from(graph, beginnings(settings, profile.group));
  homes_ = Eigen::VectorXd::Zero(row(count));
  for (std::size_t i = 0; i < count; ++i) {
    const Stage& stage = settings.stages[i];
    homes_(row(i)) = stage.kind == StageKind::Exit && stage.home ? 1 : 0;
    if (comes[i] && stage.kind != StageKind::Exit) sojourns_[i] = sojourn(ways_out(settings, profile, StageId(i)));
  }
  const std::vector<bool> ends = ending(settings, graph, sojourns_);
  onward_ = Eigen::MatrixXd::Zero(row(count), row(count));
  for (std::size_t i = 0; i < count; ++i) {
    if (!ends[i]) sojourns_[i] = {std::numeric_limits<double>::infinity(), {}};
    for (const Way& way : sojourns_[i].ways) onward_(row(i), row(way.to)) += way.probability;
  }
  add_returns(settings, profile);
}

void Chain::add_returns(const Settings& settings, const Profile& profile) {
  returns_ = onward_;
  for (std::size_t i = 0; i < settings.stages.size(); ++i) {
    const Stage& stage = settings.stages[i];
    if (stage.kind != StageKind::Exit || !stage.relapse) continue;
    const double share = share_returning(*stage.relapse, profile.group);
    if (stage.relapse->to.valid()) {
      returns_(row(i), row(stage.relapse->to)) += share;
    } else {
      returns_.row(row(i)) += share * start(settings, profile.group).transpose();
    }
  }
}

Eigen::VectorXd Chain::start(const Settings& settings, GroupId id) {
  const Group& group = settings.groups[id.index()];
  Eigen::VectorXd shares = Eigen::VectorXd::Zero(row(settings.stages.size()));
  for (std::size_t i = 0; i < group.enters.size(); ++i) shares(row(i)) = group.enters[i].value();
  if (shares.sum() > 0) return shares;
  for (const Initial& initial : settings.initial) {
    if (initial.group == id) shares(row(initial.stage)) += initial.households;
  }
  const double all = shares.sum();
  if (all > 0) shares /= all;
  return shares;
}

Eigen::VectorXd Chain::visits(const Eigen::VectorXd& start) const {
  return less(onward_).transpose().partialPivLu().solve(start);
}

Eigen::VectorXd Chain::visits_with_returns(const Eigen::VectorXd& start) const {
  return less(returns_).transpose().partialPivLu().solve(start);
}

double Chain::ever_in(const Eigen::VectorXd& start, const std::vector<bool>& marked) const {
  Eigen::MatrixXd until = onward_;
  Eigen::VectorXd hit = Eigen::VectorXd::Zero(start.size());
  for (std::size_t i = 0; i < marked.size(); ++i) {
    if (!marked[i]) continue;
    until.row(row(i)).setZero();
    hit(row(i)) = 1;
  }
  const Eigen::VectorXd probability = less(until).partialPivLu().solve(hit);
  return start.dot(probability);
}

Chain::Home Chain::home(const Eigen::VectorXd& start) const {
  // From each stage: b = P(home) solves b = P b + [is a home]; the time m = E[T; home] solves
  // m = P m + sum over the ways of P(way) E[stay | way] b(to).
  const Eigen::PartialPivLU<Eigen::MatrixXd> solver(less(onward_));
  const Eigen::VectorXd share = solver.solve(homes_);
  Eigen::VectorXd step = Eigen::VectorXd::Zero(start.size());
  for (std::size_t i = 0; i < sojourns_.size(); ++i) {
    for (const Way& way : sojourns_[i].ways) step(row(i)) += way.probability * way.seconds * share(row(way.to));
  }
  const Eigen::VectorXd time = solver.solve(step);
  return {start.dot(share), start.dot(time)};
}

}  // namespace trapphus::models
