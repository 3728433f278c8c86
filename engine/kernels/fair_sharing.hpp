// SPDX-License-Identifier: MIT
#pragma once

#include <map>

#include "engine/process/sharing.hpp"
#include "engine/time.hpp"

namespace trapphus::engine {

/// The calendar kernel's sharing. Pieces of equal bound and weight form a class, whose members have equal rates. Its
/// clock counts the work done per member; a piece completes at a clock value that is known when it starts. A change
/// costs O(classes + log pieces).
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
    /// By bound per weight: the order in which classes reach their bound as capacity grows.
    bool operator<(const Terms& other) const {
      const double a = bound * other.weight;
      const double b = other.bound * weight;
      return a != b ? a < b : weight < other.weight;
    }
  };
  struct RateClass {
    double clock = 0;  // work done per member since the class became non-empty
    double rate = 0;   // per member and second
    std::multimap<double, Piece*> pieces;
  };
  using RateClasses = std::map<Terms, RateClass>;

  void fired(unsigned branch) override;
  void advance_to(Time now);
  void advance_by(double seconds);
  [[nodiscard]] double next_completion(RateClasses::iterator& where);
  void complete_front(RateClasses::iterator where, Time now);
  void allocate_rates();
  void schedule_next_completion();
  void remove(RateClasses::iterator where, Piece& piece);

  Simulation* simulation_ = nullptr;
  double capacity_;
  double rate_ = 0;  // sum over all pieces
  double delivered_ = 0;
  RateClasses classes_;
  Time second_{};  // the state is valid at second_ + fraction_
  double fraction_ = 0;
  Timer completion_timer_;
};

}  // namespace trapphus::engine
