// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "models/runs/results.hpp"
#include "models/staircase/money.hpp"
#include "models/staircase/period.hpp"
#include "models/staircase/replication_result.hpp"

/// When an alternative has paid for itself: what it saves against the first one, replication by replication with the
/// same households, in whole öre. A saving is positive when the alternative costs less.
namespace trapphus::models {

struct Alternative;
struct Scenario;

/// What was saved in each month of the period, by replication.
using MonthlySavings = std::vector<std::vector<Money>>;

/// The first month from which the cumulative saving stays >= 0 to the end; absent if it is below 0 at the end.
[[nodiscard]] std::optional<std::size_t> payback_month(std::span<const Money> saved);

/// `by`: the last month in which a payback counts for the probability. Without replications everything is undefined.
[[nodiscard]] Saving summarise(const MonthlySavings& saved, const Period& period, engine::Month by);

/// All that `other` saves against `base`: both are the same replications, by their own settings. Payers are those of
/// the scenario's application. Throws std::invalid_argument if they differ in number.
[[nodiscard]] SavingResult savings(const Scenario& scenario, const Alternative& other,
                                   std::span<const ReplicationResult> base_runs,
                                   std::span<const ReplicationResult> other_runs);

}  // namespace trapphus::models
