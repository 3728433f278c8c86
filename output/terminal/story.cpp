// SPDX-License-Identifier: MIT
#include "output/terminal/story.hpp"

#include <fmt/format.h>

#include <chrono>

#include "models/staircase/cause.hpp"
#include "models/staircase/settings.hpp"
#include "output/files/atomic_file.hpp"

namespace trapphus::output {
namespace {

using models::Event;
using models::EventKind;
using models::Settings;
using models::StageKind;

/// Puts what the scenario calls things into the sentences of a language.
class Teller {
 public:
  Teller(const Settings& settings, const Words& words) : settings_(settings), words_(words) {}

  [[nodiscard]] std::string sentence(const Event& event, std::optional<models::StageId> now_in) const;

 private:
  template <class Thing>
  [[nodiscard]] std::string name_in(const std::vector<Thing>& things, std::size_t index) const {
    if (index >= things.size()) return "?";
    return words_.called(things[index].label, things[index].name);
  }
  [[nodiscard]] std::string of_stage(std::string_view id, std::size_t index) const {
    return words_(id, {{"stage", name_in(settings_.stages, index)}});
  }
  [[nodiscard]] std::string of_service(std::string_view id, std::size_t index) const {
    return words_(id, {{"what", name_in(settings_.services, index)}});
  }
  [[nodiscard]] std::string where(std::optional<models::StageId> stage) const {
    return stage ? name_in(settings_.stages, stage->index()) : words_("trace.where_it_was");
  }
  [[nodiscard]] std::string entered(std::size_t index) const;
  [[nodiscard]] std::string left(std::size_t index, std::optional<models::StageId> now_in) const;
  [[nodiscard]] std::string ready(std::size_t index) const;
  [[nodiscard]] std::string waiting(std::size_t index) const;

  const Settings& settings_;
  const Words& words_;
};

std::string Teller::entered(std::size_t index) const {
  if (index >= settings_.stages.size()) return of_stage("trace.comes_to", index);
  switch (settings_.stages[index].kind) {
    case StageKind::Placement:
      return of_stage("trace.placed", index);
    case StageKind::Apartment:
      return of_stage("trace.moves_into", index);
    case StageKind::Waiting:
      return of_stage("trace.waits_in", index);
    case StageKind::Exit:
      break;
  }
  return of_stage(settings_.stages[index].home ? "trace.has_home" : "trace.leaves_staircase", index);
}

std::string Teller::left(std::size_t index, std::optional<models::StageId> now_in) const {
  if (index >= settings_.moves.size()) return words_("trace.must_leave", {{"from", where(now_in)}});
  const models::Move& move = settings_.moves[index];
  const bool offered = move.kind == models::MoveKind::Offer;
  return words_("trace.leaves",
                {{"from", where(now_in)},
                 {"to", name_in(settings_.stages, move.to.index())},
                 {"because", move.because.empty() ? "" : words_("trace.because", {{"what", move.because}})},
                 {"offered", offered ? words_("trace.offered") : ""},
                 {"takeover", move.takeover ? words_("trace.takeover") : ""}});
}

std::string Teller::ready(std::size_t index) const {
  if (index >= settings_.moves.size()) return words_("trace.stayed");
  return of_stage("trace.ready", settings_.moves[index].to.index());
}

/// What a cause of waiting is in words.
std::string Teller::waiting(std::size_t index) const {
  const models::CauseTable causes(settings_);
  if (index >= causes.count()) return words_("trace.waits_no_more");
  const std::size_t about = causes.subject(index);
  switch (causes.kind(index)) {
    case models::CauseKind::Rule:
      return words_("trace.waits_rule");
    case models::CauseKind::Service:
      return of_service("trace.waits_service", about);
    case models::CauseKind::Vacancy:
      return words_("trace.waits_vacancy", {{"what", name_in(settings_.teams, about)}});
    case models::CauseKind::Support:
      return words_("trace.waits_support", {{"what", name_in(settings_.teams, about)}});
    case models::CauseKind::Pool:
      return words_("trace.waits_pool", {{"what", name_in(settings_.stages, about)}});
    case models::CauseKind::Budget:
      return words_("trace.waits_budget", {{"what", name_in(settings_.ceilings, about)}});
    case models::CauseKind::Market:
      return words_("trace.waits_market");
    case models::CauseKind::Board:
      break;
  }
  return words_("trace.waits_board");
}

std::string Teller::sentence(const Event& event, std::optional<models::StageId> now_in) const {
  const std::size_t subject = event.subject;
  switch (event.kind) {
    case EventKind::AtRisk:
      return words_("trace.at_risk");
    case EventKind::Prevented:
      return words_("trace.prevented");
    case EventKind::Arrived:
      return words_("trace.arrived");
    case EventKind::Entered:
      return entered(subject);
    case EventKind::Left:
      return left(subject, now_in);
    case EventKind::Booked:
      return of_service("trace.booked", subject);
    case EventKind::Taken:
      return of_service("trace.begins", subject);
    case EventKind::Finished:
      return of_service("trace.finished", subject);
    case EventKind::Withdrawn:
      return of_service("trace.withdrawn", subject);
    case EventKind::Dropped:
      return of_service("trace.dropped", subject);
    case EventKind::Ready:
      return ready(subject);
    case EventKind::Claimed:
      return of_stage("trace.claimed", subject);
    case EventKind::Waits:
      return waiting(subject);
    case EventKind::Supported:
      return of_stage("trace.supported", subject);
    case EventKind::Reviewed:
      return words_("trace.reviewed", {{"what", name_in(settings_.boards, subject)}});
    case EventKind::Relapsed:
      return of_stage("trace.relapsed", subject);
    case EventKind::Gone:
      break;
  }
  return words_("trace.gone");
}

}  // namespace

std::string sentence(const Event& event, const Settings& settings, std::optional<models::StageId> now_in,
                     const Words& words) {
  return Teller(settings, words).sentence(event, now_in);
}

void Story::record(const Event& event, const models::ClientState& client) {
  const auto [found, is_new] = known_.try_emplace(event.client, Known{households() + 1, std::nullopt});
  Known& household = found->second;
  if (!only_ || *only_ == household.number) {
    const std::size_t group = event.client.group.index();
    const bool known = group < settings_.groups.size();
    const bool moved_in_before = event.kind == EventKind::Entered && client.initial && client.entered < event.time;
    const auto date = std::chrono::floor<std::chrono::days>(client.entered);
    const std::string since = moved_in_before ? words_("trace.since", {{"date", engine::to_string(date)}}) : "";
    out_ << fmt::format("{:<20}", engine::to_string(event.time))
         << words_("trace.line",
                   {{"number", std::to_string(household.number)},
                    {"group", known ? words_.called(settings_.groups[group].label, settings_.groups[group].name) : "?"},
                    {"in_group", std::to_string(event.client.number + 1)},
                    {"sentence", sentence(event, settings_, household.stage, words_) + since}})
         << '\n';
    if (!out_) throw CannotWrite({"cannot_write.nobody_reads_any_more"});
  }
  if (event.kind == EventKind::Entered) household.stage = models::StageId(event.subject);
}

}  // namespace trapphus::output
