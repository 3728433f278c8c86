// SPDX-License-Identifier: MIT
#pragma once

#include <Eigen/Dense>
#include <vector>

#include "models/pathway/ways.hpp"

/// The pathway of a profile as an absorbing Markov chain.
namespace trapphus::models {

/// Stages are states; exits absorb, unless households come back from them.
class Chain {
 public:
  Chain(const Settings& settings, const Profile& profile);

  /// Initial distribution of a group: by its entries, otherwise by its initial residents. Sums to 1, or to 0 without
  /// either.
  [[nodiscard]] static Eigen::VectorXd start(const Settings& settings, GroupId group);

  [[nodiscard]] const Sojourn& at(std::size_t stage) const { return sojourns_[stage]; }
  /// Expected visits by stage until the first exit; for exits, the probability of absorption.
  [[nodiscard]] Eigen::VectorXd visits(const Eigen::VectorXd& start) const;
  /// Expected visits by stage, including those after a return.
  [[nodiscard]] Eigen::VectorXd visits_with_returns(const Eigen::VectorXd& start) const;
  /// Probability that any of the marked stages is ever visited before the first exit.
  [[nodiscard]] double ever_in(const Eigen::VectorXd& start, const std::vector<bool>& marked) const;

  struct Home {
    double share = 0;    ///< Probability of absorption in a home.
    double seconds = 0;  ///< Expected time until then, times the share: E[T; home].
  };
  [[nodiscard]] Home home(const Eigen::VectorXd& start) const;

 private:
  void add_returns(const Settings& settings, const Profile& profile);

  std::vector<Sojourn> sojourns_;
  Eigen::MatrixXd onward_;   ///< P(from, to) of the next stage; rows of exits are 0.
  Eigen::MatrixXd returns_;  ///< The same, with returns from exits.
  Eigen::VectorXd homes_;    ///< 1 for exits that are homes.
};

/// P(back within twelve months of an exit).
[[nodiscard]] double share_returning(const Relapse& relapse, GroupId group);

}  // namespace trapphus::models
