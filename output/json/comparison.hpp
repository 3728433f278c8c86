// SPDX-License-Identifier: MIT
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

#include "models/studies/comparison.hpp"

namespace trapphus::output {

/// A contract for programs; null where there is no value, and shares are 0..1:
///
///     {"trapphus": 1, "kind": "comparison", "seed", "replications", "definition": the common one,
///      "equal_exposure": whether all tenants have had the same time, "unfinished": [names],
///      "columns": [{"measure", "unit", "meaning", "more_is_better", "pairs", "told_apart", "tied",
///                   "comparable": false where the time of the tenants differs, and no row has a rank}],
///      "rows": [{"scenario", "file", "alternative",
///                "apartments", "fte": at the end, "mean_apartments", "mean_fte": over the period,
///                "inhabitants", "landlords", "tenants",
///                "exposure_years": years that the apartments have been there, on average,
///                "rates": "assumed", "shared" (fitted together with those of others) or "own",
///                "answers": {NAME: {"sv", "en"}}, in the organisation's own words,
///                "assumed": [{"path", "value", "assumption"}],
///                "measures": {NAME: {"mean", "low", "high", "unit", "prediction_low", "prediction_high",
///                                    "rank", "rank_shared", "rank_probability",
///                                    "per_apartment", "per_fte", "per_1000_inhabitants": of the mean}},
///                "observations": [{"measure", "group", "from", "to", "unit", "observed", "source", "assumption",
///                                  "simulated", "prediction_low", "prediction_high", "fits"}],
///                "own": {"definition", "observed": {"value", "low", "high", "of"}, "simulated", "common",
///                        "by_definition", "by_rest", "by_work": by_rest where it is the work, else null}}]}
///
/// The last five of "own" are {"mean", "low", "high"}. A measure that a scenario does not have is left out of its
/// "measures"; "own" is null where no scenario follows tenants or there is no common definition.
[[nodiscard]] std::string comparison_json(const models::Comparison& comparison);
/// The same, before it is printed.
[[nodiscard]] nlohmann::ordered_json comparison_object(const models::Comparison& comparison);

}  // namespace trapphus::output
