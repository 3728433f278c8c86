// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "models/runs/results.hpp"
#include "models/staircase/money.hpp"
#include "models/staircase/period.hpp"
#include "models/staircase/replication_result.hpp"

/// Savings of an alternative relative to the first, paired by replication, in whole öre, and their payback time.
/// Positive when the alternative costs less.
namespace trapphus::models {

struct Alternative;
struct Scenario;

/// Savings by replication and month of the period.
using MonthlySavings = std::vector<std::vector<Money>>;

/// The first month from which the cumulative saving stays >= 0 to the end; absent if it is below 0 at the end.
[[nodiscard]] std::optional<std::size_t> payback_month(std::span<const Money> saved);

/// `by`: the last month in which a payback counts for the probability. Without replications everything is undefined.
[[nodiscard]] Saving summarise(const MonthlySavings& saved, const Period& period, engine::Month by);

/// Savings of `other` relative to `base`, which have the same replications. Where neither books any money there is no
/// payback: it is undefined. Payers are those of
/// the scenario's application. Throws std::invalid_argument if they differ in number.
[[nodiscard]] SavingResult savings(const Scenario& scenario, const Alternative& other,
                                   std::span<const ReplicationResult> base_runs,
                                   std::span<const ReplicationResult> other_runs);

}  // namespace trapphus::models
