// SPDX-License-Identifier: MIT
#include "models/pathway/linear_program.hpp"

#include <Eigen/Core>
#include <limits>
#include <optional>
#include <stdexcept>

namespace trapphus::models {
namespace {

using Index = Eigen::Index;

/// Numbers below this are rounding noise; coefficients are of the order of 1.
constexpr double kNothing = 1e-9;

/// The simplex tableau: a row for each constraint, with its slack variable in the basis at first, and the objective
/// (negative) as the last; the last column holds the bounds.
class Tableau {
 public:
  Tableau(Index variables, Index rows)
      : variables_(variables), cells_(Eigen::MatrixXd::Zero(rows + 1, variables + rows + 1)) {
    for (Index i = 0; i < rows; ++i) {
      cells_(i, variables + i) = 1;
      basis_.push_back(variables + i);
    }
  }

  double& at(Index row, Index column) { return cells_(row, column); }
  double& bound(Index row) { return cells_(row, cells_.cols() - 1); }
  double& objective(Index column) { return cells_(cells_.rows() - 1, column); }

  /// False: unbounded.
  bool maximise() {
    while (const auto column = entering()) {
      const auto row = leaving(*column);
      if (!row) return false;
      pivot(*row, *column);
    }
    return true;
  }

  [[nodiscard]] double value() const { return cells_(cells_.rows() - 1, cells_.cols() - 1); }
  [[nodiscard]] double price(Index row) const { return cells_(cells_.rows() - 1, variables_ + row); }

 private:
  [[nodiscard]] Index rows() const { return cells_.rows() - 1; }

  [[nodiscard]] std::optional<Index> entering() const {
    for (Index j = 0; j + 1 < cells_.cols(); ++j) {
      if (cells_(rows(), j) < -kNothing) return j;
    }
    return std::nullopt;
  }

  /// The row that limits the variable first; of equals the one whose basic variable has the smallest index.
  [[nodiscard]] std::optional<Index> leaving(Index column) const {
    std::optional<Index> row;
    double least = std::numeric_limits<double>::infinity();
    for (Index i = 0; i < rows(); ++i) {
      if (cells_(i, column) <= kNothing) continue;
      const double limit = cells_(i, cells_.cols() - 1) / cells_(i, column);
      const bool smaller = limit < least - kNothing * (1 + least);
      const bool same = !smaller && limit <= least + kNothing * (1 + least);
      if (!row || smaller || (same && basis_[static_cast<std::size_t>(i)] < basis_[static_cast<std::size_t>(*row)])) {
        row = i;
        least = limit;
      }
    }
    return row;
  }

  void pivot(Index row, Index column) {
    cells_.row(row) /= cells_(row, column);
    for (Index i = 0; i < cells_.rows(); ++i) {
      if (i != row && cells_(i, column) != 0) cells_.row(i) -= cells_(i, column) * cells_.row(row);
    }
    basis_[static_cast<std::size_t>(row)] = column;
  }

  Index variables_;
  Eigen::MatrixXd cells_;
  std::vector<Index> basis_;
};

}  // namespace

std::size_t LinearProgram::variable(double objective) {
  objective_.push_back(objective);
  return objective_.size() - 1;
}

std::size_t LinearProgram::at_most(Terms terms, double bound) {
  if (!(bound >= 0)) throw std::invalid_argument("a bound below 0 excludes the beginning of the search");
  rows_.push_back({std::move(terms), bound});
  return rows_.size() - 1;
}

LinearProgram::Solution LinearProgram::solve() const {
  Tableau tableau(static_cast<Index>(objective_.size()), static_cast<Index>(rows_.size()));
  for (std::size_t j = 0; j < objective_.size(); ++j) tableau.objective(static_cast<Index>(j)) = -objective_[j];
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    const auto row = static_cast<Index>(i);
    for (const auto& [variable, factor] : rows_[i].terms) tableau.at(row, static_cast<Index>(variable)) += factor;
    tableau.bound(row) = rows_[i].bound;
  }
  Solution solution;
  if (!tableau.maximise()) {
    solution.value = std::numeric_limits<double>::infinity();
    return solution;
  }
  solution.value = tableau.value();
  for (std::size_t i = 0; i < rows_.size(); ++i) solution.price.push_back(tableau.price(static_cast<Index>(i)));
  return solution;
}

}  // namespace trapphus::models
