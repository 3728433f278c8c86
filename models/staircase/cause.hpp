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

/// Why a household waits. Each day of waiting has exactly one cause.
enum class CauseKind : std::uint8_t {
  Rule,     ///< A condition or an order of services that is not met yet.
  Service,  ///< Work on it is not finished, or has not begun.
  Vacancy,  ///< The service's team has nobody at all.
  Support,  ///< The next stage needs a caseload place of this team.
  Pool,     ///< No unit of the next stage is free.
  Budget,   ///< A ceiling is reached.
  Market,   ///< No offer of a home yet.
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

/// All causes of a staircase, numbered 0..count()-1 in the order of the kinds. The numbers depend only on which things
/// there are, so they are the same in every epoch and alternative.
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
  /// The index of the service, team, stage or ceiling that it is about; 0 where it is about none.
  [[nodiscard]] std::size_t subject(std::size_t cause) const { return cause - first(kind(cause)); }

 private:
  [[nodiscard]] std::size_t first(CauseKind kind) const { return first_[static_cast<std::size_t>(kind)]; }
  void begin(CauseKind kind);

  std::vector<std::string> names_;
  std::vector<std::size_t> first_;  ///< By kind.
};

}  // namespace trapphus::models
