// SPDX-License-Identifier: MIT
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <vector>

#include "output/json/report_lives.hpp"

namespace trapphus::models {
struct Results;
struct Scenario;
struct Settings;
}  // namespace trapphus::models

/// The parts of report_data().
namespace trapphus::output {

using ReportJson = nlohmann::ordered_json;

/// What the staircase consists of, with labels: groups, stages, services, teams, moves, boards, costs, grants, causes.
[[nodiscard]] ReportJson staircase_json(const models::Settings& settings);
/// By alternative: the dates on which something changes and what, vacant posts included.
[[nodiscard]] ReportJson timeline_json(const models::Scenario& scenario);
/// By alternative but the first: what differs from the first when the period begins.
[[nodiscard]] ReportJson contrasts_json(const models::Scenario& scenario);
/// By alternative: analytical limits of its last epoch, without simulation: homes, and the narrowest places.
[[nodiscard]] ReportJson limits_json(const models::Scenario& scenario);
/// By alternative: what each line, stage and group booked by month.
[[nodiscard]] ReportJson ledger_json(const models::Results& results);
[[nodiscard]] ReportJson inputs_json(const models::Scenario& scenario);
/// By alternative: where each household lived when. Where there are very many, every so-manyeth household.
[[nodiscard]] ReportJson paths_json(const models::Scenario& scenario, const std::vector<Lives>& lives);
[[nodiscard]] ReportJson stories_json(const models::Scenario& scenario, const std::vector<Lives>& lives);

}  // namespace trapphus::output
