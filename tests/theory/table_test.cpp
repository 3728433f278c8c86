// SPDX-License-Identifier: MIT
#include "tests/theory/table.hpp"

#include <boost/math/distributions/chi_squared.hpp>
#include <boost/math/distributions/fisher_f.hpp>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <iomanip>
#include <iostream>
#include <stdexcept>

#include "engine/statistics/tally.hpp"

namespace trapphus::theory {
namespace {

using Matrix = std::vector<std::vector<double>>;

/// b' A^-1 b of a positive definite matrix, by Cholesky's factor L of A: the squared length of L^-1 b.
double squared_distance(Matrix a, std::vector<double> b) {
  double sum = 0;
  for (std::size_t i = 0; i < b.size(); ++i) {
    for (std::size_t j = 0; j <= i; ++j) {
      for (std::size_t k = 0; k < j; ++k) a[i][j] -= a[i][k] * a[j][k];
      if (i == j && !(a[i][i] > 0)) throw std::logic_error("the rows of a model are not independent of each other");
      a[i][j] = i == j ? std::sqrt(a[i][i]) : a[i][j] / a[j][j];
    }
    for (std::size_t k = 0; k < i; ++k) b[i] -= a[i][k] * b[k];
    b[i] /= a[i][i];
    sum += b[i] * b[i];
  }
  return sum;
}

}  // namespace

std::uint64_t effort() {
  const char* factor = std::getenv("TRAPPHUS_THEORY");
  return factor == nullptr ? 1 : std::stoull(factor);
}

Theory compared(std::string model, std::vector<Quantity> expected, const Sampled& sampled) {
  Theory theory{std::move(model), std::move(expected)};
  const auto count = static_cast<double>(sampled.size());
  std::vector<double> off;
  std::vector<std::size_t> judged;
  for (std::size_t i = 0; i < theory.rows.size(); ++i) {
    engine::Tally tally;
    for (const auto& row : sampled) tally.add(row.at(i));
    theory.rows[i].simulated = tally.mean();
    theory.rows[i].standard_error = tally.standard_error();
    if (theory.rows[i].follows) continue;
    judged.push_back(i);
    off.push_back((tally.mean() - theory.rows[i].expected) / tally.standard_error());
  }
  const std::size_t size = judged.size();
  Matrix correlation(size, std::vector<double>(size));
  for (const auto& row : sampled) {
    for (std::size_t i = 0; i < size; ++i) {
      for (std::size_t j = 0; j < size; ++j) {
        const Quantity &a = theory.rows[judged[i]], &b = theory.rows[judged[j]];
        const double x = (row[judged[i]] - a.simulated) / a.standard_error;
        const double y = (row[judged[j]] - b.simulated) / b.standard_error;
        correlation[i][j] += x * y / (count * (count - 1));
      }
    }
  }
  theory.judged = size;
  theory.squares = squared_distance(std::move(correlation), std::move(off));
  const auto rows = static_cast<double>(size);
  const boost::math::fisher_f law(rows, count - rows);
  theory.probability =
      boost::math::cdf(boost::math::complement(law, theory.squares * (count - rows) / (rows * (count - 1))));
  return theory;
}

void check_rows(const Theory& theory) {
  for (const Quantity& row : theory.rows) {
    std::cout << "| " << theory.model << " | " << row.name << " | " << std::setprecision(6) << row.expected << " | "
              << row.simulated << " | " << std::setprecision(2) << row.standard_error << " |\n";
    INFO(theory.model << ", " << row.name << ": expected " << row.expected << ", simulated " << row.simulated << " +- "
                      << row.standard_error);
    CHECK(row.standard_error > 0);
    CHECK(std::abs(row.simulated - row.expected) <= 3.5 * row.standard_error);
  }
}

TEST_CASE("Hotelling's T-squared allows for rows that go together") {
  // Two rows with standard error 1 and correlation 0.6, both 2 above what is expected: (4 - 2 x 0.6 x 4 + 4) / (1 -
  // 0.36) = 5, where rows that are independent would give 8.
  CHECK(squared_distance({{1, 0.6}, {0.6, 1}}, {2, 2}) == Approx(5));
  CHECK(squared_distance({{1, 0}, {0, 1}}, {2, 2}) == Approx(8));
}

// The models are independent of each other. Under the hypothesis that all rows are right each probability is uniform,
// and -2 times the sum of their logarithms has a chi-square law with two degrees of freedom for each (Fisher). Too
// small a sum would mean that standard errors are too large. Each bound fails a right table once in a thousand seeds.
TEST_CASE("All rows of the theory table together deviate as chance would have it", "[long]") {
  double logarithms = 0, squares = 0, rows = 0, judged = 0, models = 0;
  for (const auto& simulate : {infinite_servers, one_server, many_servers, priorities, processor_sharing, reneging,
                               benchmark_staircase, network}) {
    for (const Theory& theory : simulate()) {
      check_rows(theory);
      std::cout << "  " << theory.model << ": T-squared " << std::setprecision(3) << theory.squares << " of "
                << theory.judged << " rows, p " << theory.probability << '\n';
      logarithms += std::log(theory.probability);
      squares += theory.squares;
      rows += static_cast<double>(theory.rows.size());
      judged += static_cast<double>(theory.judged);
      ++models;
    }
  }
  const boost::math::chi_squared law(2 * models);
  const double p = boost::math::cdf(boost::math::complement(law, -2 * logarithms));
  std::cout << "all together: T-squared " << squares << " of " << judged << " rows, p " << p << '\n';
  CHECK(rows == 38);
  CHECK(judged == 31);
  CHECK(p > 0.001);
  CHECK(p < 0.999);
}

}  // namespace trapphus::theory
