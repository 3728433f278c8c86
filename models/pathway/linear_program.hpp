// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <limits>
#include <utility>
#include <vector>

namespace trapphus::models {

/// Maximises a linear objective over x >= 0 under rows of the form sum <= bound with bound >= 0, by the simplex method
/// with Bland's rule, which ends also where vertices are degenerate. Dense: for some hundreds of variables.
class LinearProgram {
 public:
  using Terms = std::vector<std::pair<std::size_t, double>>;  ///< Variable and coefficient; a variable may recur.

  /// A variable with its coefficient in the objective; returns its index.
  std::size_t variable(double objective = 0);
  /// Changes a coefficient in the objective by `more`.
  void add_to_objective(std::size_t variable, double more) { objective_[variable] += more; }
  /// A row; returns its index. Throws std::invalid_argument for a negative bound.
  std::size_t at_most(Terms terms, double bound);

  struct Solution {
    double value = 0;  ///< Infinite without a bound.
    std::vector<double>
        price;  ///< By row: what a greater bound would add to the value for each unit. Empty if infinite.
  };
  [[nodiscard]] Solution solve() const;

 private:
  struct Row {
    Terms terms;
    double bound;
  };
  std::vector<double> objective_;
  std::vector<Row> rows_;
};

}  // namespace trapphus::models
