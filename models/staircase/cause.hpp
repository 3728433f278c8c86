// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "engine/enum_table.hpp"
#include "models/staircase/names.hpp"

namespace trapphus::models {

struct Settings;

/// Cause of a household's waiting. Each day of waiting is attributed to exactly one.
enum class CauseKind : std::uint8_t {
  Rule,     ///< A condition or an order of services is not met yet.
  Service,  ///< A service has not begun or is not finished.
  Vacancy,  ///< The service's team has no staff present.
  Support,  ///< The next stage needs a caseload place of this team.
  Pool,     ///< No unit of the next stage is free.
  Budget,   ///< A ceiling is reached.
  Market,   ///< No home has been offered yet.
  Board     ///< The meeting has not taken place yet.
};
inline constexpr auto kCauseKinds = engine::enum_table<CauseKind>({{CauseKind::Rule, "rule"},
                                                                   {CauseKind::Service, "service"},
                                                                   {CauseKind::Vacancy, "vacancy"},
                                                                   {CauseKind::Support, "support"},
                                                                   {CauseKind::Pool, "pool"},
                                                                   {CauseKind::Budget, "budget"},
                                                                   {CauseKind::Market, "market"},
                                                                   {CauseKind::Board, "board"}});

/// All causes of a staircase, numbered 0..count()-1 by kind. The numbers depend only on the lists of services, teams,
/// stages and ceilings, so they are equal in all epochs and alternatives.
class CauseTable {
 public:
  explicit CauseTable(const Settings& settings);

  [[nodiscard]] std::size_t count() const { return names_.size(); }
  [[nodiscard]] std::size_t rule() const { return 0; }
  [[nodiscard]] std::size_t service(ServiceId id) const { return first(CauseKind::Service) + id.index(); }
  [[nodiscard]] std::size_t vacancy(TeamId id) const { return first(CauseKind::Vacancy) + id.index(); }
  [[nodiscard]] std::size_t support(TeamId id) const { return first(CauseKind::Support) + id.index(); }
  [[nodiscard]] std::size_t pool(StageId id) const { return first(CauseKind::Pool) + id.index(); }
  [[nodiscard]] std::size_t budget(std::size_t ceiling) const { return first(CauseKind::Budget) + ceiling; }
  [[nodiscard]] std::size_t market() const { return first(CauseKind::Market); }
  [[nodiscard]] std::size_t board() const { return first(CauseKind::Board); }

  /// "rule", "service:debt_counselling", "pool:training"... Out of range throws std::out_of_range.
  [[nodiscard]] const std::string& name(std::size_t cause) const { return names_.at(cause); }
  [[nodiscard]] CauseKind kind(std::size_t cause) const;
  /// Index of the service, team, stage or ceiling of the cause; 0 for kinds without one.
  [[nodiscard]] std::size_t subject(std::size_t cause) const { return cause - first(kind(cause)); }

 private:
  [[nodiscard]] std::size_t first(CauseKind kind) const { return first_[static_cast<std::size_t>(kind)]; }
  void begin(CauseKind kind);

  std::vector<std::string> names_;
  std::vector<std::size_t> first_;  ///< By kind.
};

}  // namespace trapphus::models
