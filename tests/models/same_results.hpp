// SPDX-License-Identifier: MIT
#pragma once

#include <bit>
#include <cstdint>
#include <map>
#include <vector>

#include "models/runs/results.hpp"

namespace trapphus::models::build {

/// All numbers of a result, bit by bit, so that equal ones are really the same (also where they are not defined).
class Bits {
 public:
  void add(double value) { bits_.push_back(std::bit_cast<std::uint64_t>(value)); }
  void add(const Estimate& estimate) {
    add(estimate.mean);
    add(estimate.low);
    add(estimate.high);
    add(static_cast<double>(estimate.replications));
  }
  void add(const Series& series) {
    add(static_cast<double>(series.from.number()));
    for (const auto* values : {&series.mean, &series.low, &series.high, &series.p5, &series.p95}) add(*values);
  }
  void add(const MeasureSet& set) {
    add(set.values);
    for (const auto& [measure, counted] : set.counts) {
      for (const std::int64_t number : {counted.part, counted.whole, counted.of}) add(static_cast<double>(number));
      add(counted.low);
      add(counted.high);
    }
    for (const auto* periods : {&set.monthly, &set.tertial, &set.yearly}) {
      for (const auto& [measure, series] : *periods) add(series);
    }
  }
  void add(const Difference& difference) {
    add(difference.all);
    add(difference.groups);
  }
  void add(const Saving& saving) {
    for (const auto* series : {&saving.cumulative, &saving.yearly}) add(*series);
    add(saving.payback.probability);
    add(saving.totals);
  }
  void add(const SavingResult& saving) {
    for (const auto* one : {&saving.cost, &saving.with_grants, &saving.acute}) add(*one);
  }
  void add(const Contribution& contribution) {
    add(contribution.all);
    add(contribution.groups);
  }
  void add(const LedgerRow& row) { add(row.amount); }
  void add(const LostRow& row) { add(row.days); }
  void add(const AlternativeResult& result) {
    add(result.all);
    add(result.groups);
    add(result.ledger);
    add(result.lost);
  }
  void add(const ObservationResult& result) {
    add(result.simulated);
    add(result.low);
    add(result.high);
  }
  void add(const CaseResult& result) {
    add(result.differences);
    add(result.alternatives);
  }
  template <class T>
  void add(const std::vector<T>& values) {
    for (const T& value : values) add(value);
  }
  [[nodiscard]] const std::vector<std::uint64_t>& all() const { return bits_; }

 private:
  std::vector<std::uint64_t> bits_;
};

inline std::vector<std::uint64_t> doubles_of(const Results& results) {
  Bits bits;
  bits.add(static_cast<double>(results.events));
  bits.add(static_cast<double>(results.replications));
  bits.add(results.alternatives);
  bits.add(results.differences);
  bits.add(results.savings);
  bits.add(results.contributions);
  bits.add(results.observations);
  bits.add(results.cases);
  return bits.all();
}

}  // namespace trapphus::models::build
