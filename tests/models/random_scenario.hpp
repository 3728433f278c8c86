// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "engine/random/random.hpp"
#include "tests/models/witness.hpp"

namespace trapphus::models::build {

/// Draws staircases of every kind, always the same one for a number: one to three groups, two to six stages that are
/// lived in, with services, teams, supports, boards, ceilings, allotments and a timeline. Each is valid: from every
/// stage some risk leads out.
class RandomScenario {
 public:
  explicit RandomScenario(std::uint64_t number);

  /// Days of its period.
  [[nodiscard]] double length() const { return 120; }
  [[nodiscard]] const Alternative& alternative() const { return alternative_; }
  [[nodiscard]] Scenario scenario() const;

 private:
  int between(int low, int high) { return low + static_cast<int>(dice_.uniform() * (high - low + 1)); }
  double real(double low, double high) { return low + dice_.uniform() * (high - low); }
  bool chance(double share) { return dice_.uniform() < share; }
  template <class T>
  const T& one_of(const std::vector<T>& things) {
    return things[static_cast<std::size_t>(between(0, static_cast<int>(things.size()) - 1))];
  }
  template <class T, class Draw>
  PerGroup<T> each_group(const Draw& draw) {
    std::vector<T> values;
    for (std::size_t g = 0; g < b_.raw().groups.size(); ++g) values.push_back(draw());
    return PerGroup<T>(std::move(values));
  }
  Distribution stay();
  std::vector<Condition> sometimes_debts();

  void groups();
  void teams();
  void stages();
  void forms();
  void another(const std::string& name);
  void apartment(Stage& stage);
  void services();
  std::vector<ServiceId> some_services();
  std::vector<Effect> some_effects();
  void moves();
  /// Makes every stage reachable.
  void lead_to(const std::string& name);
  void extras();
  void initial();
  std::vector<std::pair<double, Settings>> epochs();
  void change();

  trapphus::engine::Stream dice_;
  Build b_;
  std::vector<TeamId> teams_;
  std::vector<ServiceId> services_;
  int lived_in_ = 0;
  Alternative alternative_;
};

}  // namespace trapphus::models::build
