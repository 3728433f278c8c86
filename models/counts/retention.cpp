// SPDX-License-Identifier: MIT
#include "models/counts/retention.hpp"

#include <algorithm>

namespace trapphus::models {

const std::array<RetentionDefinition, kRetentions>& retention_definitions() {
  static constexpr std::array<RetentionDefinition, kRetentions> kAll{{
      {"not_given_notice", "retention.not_given_notice",
       "Of all tenants ever, the share that was neither given notice nor evicted.", "Malmö, Lund"},
      {"not_evicted", "retention.not_evicted",
       "Of all tenants ever, the share that was not evicted; a notice does not count.", "Kristianstad"},
      {"one_year", "retention.one_year",
       "Of the tenants that moved in a year or more before the end, the share that has lived in the same apartment for "
       "a year or more, with or without taking the contract over.",
       "Stockholm", true},
      {"takeover_18_months", "retention.takeover_18_months",
       "Of the tenants that moved in 18 months or more before the end, the share that has taken over the contract, "
       "then or later.",
       "Stenungsund"},
      {"closed_first_hand", "retention.closed_first_hand",
       "Of the contacts that are closed (tenancies that have ended, takeovers included), the share that took over the "
       "contract or got another first-hand contract.",
       "Göteborgs stadsmission"},
      {"stays_or_moves_on", "retention.stays_or_moves_on",
       "Of all tenants ever, the share that is still there, has moved on by its own effort (takeovers included) or has "
       "died.",
       "Karlstad"},
      {"since_move_in", "retention.since_move_in",
       "Of all tenants ever, the share that still lives where it moved in, with or without taking the contract over; "
       "homelessness after a takeover ends it.",
       "Stockholms stadsmission"},
      {"move_balance", "retention.move_balance",
       "One less the move-outs by the move-ins since the start; a takeover is no move-out, and a change of apartment "
       "is neither.",
       "Göteborg"},
      {"home_kept", "retention.home_kept",
       "Of all tenants ever, the share that has not lost its home without another home of its own: still there, moved "
       "to a home of its own and not homeless again, or dead.",
       "Verdandi Örebro"},
      {"unplanned_endings", "unplanned_endings",
       "Of all tenants ever, the share that was given notice, was evicted, abandoned the apartment, or was homeless "
       "again after a takeover.",
       "Stockholms stadsmission, beside its retention"},
  }};
  return kAll;
}

const RetentionDefinition& definition_of(Retention retention) {
  return retention_definitions()[static_cast<std::size_t>(retention)];
}

std::optional<Retention> find_definition(std::string_view name) {
  const auto& all = retention_definitions();
  const auto end = all.begin() + kRetentionDefinitions;
  const auto found = std::find_if(all.begin(), end, [name](const auto& definition) {
    return name == definition.name || name == definition.measure;
  });
  if (found == end) return std::nullopt;
  return static_cast<Retention>(found - all.begin());
}

}  // namespace trapphus::models
