// SPDX-License-Identifier: MIT
#pragma once

#include <map>

#include "engine/process/sharing.hpp"
#include "engine/time.hpp"

namespace trapphus::engine {

/// The calendar kernel's sharing. Pieces of equal bound and weight get equal rates, so each such class has a clock of
/// the work that each of its members has received; a piece is finished when the clock reaches a value known when it
/// starts. A change costs O(classes + log pieces).
class FairSharing final : public Sharing, private Waiter {
 public:
  explicit FairSharing(double capacity) : capacity_(capacity) {}

  void start(Simulation& simulation, Piece& piece) override;
  void stop(Simulation& simulation, Piece& piece) override;
  void set_capacity(Simulation& simulation, double capacity) override;
  [[nodiscard]] double delivered(Simulation& simulation) override;

 private:
  struct Terms {
    double bound, weight;
    /// By bound per weight: in this order classes reach their bound when capacity grows.
    bool operator<(const Terms& other) const {
      const double a = bound * other.weight;
      const double b = other.bound * weight;
      return a != b ? a < b : weight < other.weight;
    }
  };
  struct Class {
    double clock = 0;  // work received by a member since the class last became non-empty
    double rate = 0;   // per second and member
    std::multimap<double, Piece*> pieces;
  };
  using Classes = std::map<Terms, Class>;

  void fired(unsigned branch) override;
  void catch_up(Time now);
  void advance(double seconds);
  [[nodiscard]] double next_completion(Classes::iterator& where);
  void complete_front(Classes::iterator where, Time now);
  void share_out();
  void set_alarm();
  void remove(Classes::iterator where, Piece& piece);

  Simulation* simulation_ = nullptr;
  double capacity_;
  double rate_ = 0;  // of all together
  double delivered_ = 0;
  Classes classes_;
  Time second_{};  // the shares are known up to second_ + fraction_
  double fraction_ = 0;
  Timer alarm_;
};

}  // namespace trapphus::engine
