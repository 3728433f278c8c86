// SPDX-License-Identifier: MIT
#include "output/story.hpp"

#include <fmt/format.h>

#include "models/cause.hpp"
#include "output/atomic_file.hpp"
#include "output/wording.hpp"

namespace trapphus::output {
namespace {

using models::Event;
using models::EventKind;
using models::Settings;
using models::StageKind;

template <class Thing>
std::string name_in(const std::vector<Thing>& things, std::size_t index) {
  if (index >= things.size()) return "?";
  return called(things[index].label, things[index].name);
}

std::string where(std::optional<models::StageId> stage, const Settings& settings) {
  return stage ? name_in(settings.stages, stage->index()) : "where it was";
}

std::string entered(std::size_t index, const Settings& settings) {
  const std::string stage = name_in(settings.stages, index);
  if (index >= settings.stages.size()) return "comes to " + stage;
  switch (settings.stages[index].kind) {
    case StageKind::Placement:
      return "is placed in " + stage;
    case StageKind::Apartment:
      return "moves into " + stage;
    case StageKind::Waiting:
      return "waits in " + stage;
    case StageKind::Exit:
      break;
  }
  return settings.stages[index].home ? "has a home: " + stage : "leaves the staircase: " + stage;
}

std::string left(std::size_t index, const Settings& settings, std::optional<models::StageId> now_in) {
  if (index >= settings.moves.size()) return "must leave " + where(now_in, settings);
  const models::Move& move = settings.moves[index];
  std::string text =
      fmt::format("leaves {} for {}", where(now_in, settings), name_in(settings.stages, move.to.index()));
  if (!move.because.empty()) text += " because of " + move.because;
  if (move.kind == models::MoveKind::Offer) text += ", offered on the housing market";
  if (move.takeover) text += " and takes over the contract";
  return text;
}

std::string ready(std::size_t index, const Settings& settings) {
  if (index >= settings.moves.size()) return "has stayed as long as planned";
  return "is ready to move on to " + name_in(settings.stages, settings.moves[index].to.index());
}

/// What a cause of waiting is in words.
std::string waiting(std::size_t index, const Settings& settings) {
  const models::CauseTable causes(settings);
  if (index >= causes.count()) return "waits for nothing any more";
  const std::size_t about = causes.subject(index);
  switch (causes.kind(index)) {
    case models::CauseKind::Rule:
      return "waits: another service comes first";
    case models::CauseKind::Service:
      return "waits for " + name_in(settings.services, about);
    case models::CauseKind::Vacancy:
      return "waits: there is nobody in " + name_in(settings.teams, about);
    case models::CauseKind::Support:
      return "waits until " + name_in(settings.teams, about) + " can give support";
    case models::CauseKind::Pool:
      return "waits for a free place in " + name_in(settings.stages, about);
    case models::CauseKind::Budget:
      return "waits: the budget of " + name_in(settings.ceilings, about) + " is used up";
    case models::CauseKind::Market:
      return "waits for an offer on the housing market";
    case models::CauseKind::Board:
      break;
  }
  return "waits for the board's meeting";
}

}  // namespace

std::string sentence(const Event& event, const Settings& settings, std::optional<models::StageId> now_in) {
  const std::size_t subject = event.subject;
  switch (event.kind) {
    case EventKind::AtRisk:
      return "is at risk of losing its home";
    case EventKind::Prevented:
      return "keeps its home: homelessness is prevented";
    case EventKind::Arrived:
      return "becomes homeless";
    case EventKind::Entered:
      return entered(subject, settings);
    case EventKind::Left:
      return left(subject, settings, now_in);
    case EventKind::Booked:
      return "is booked for " + name_in(settings.services, subject);
    case EventKind::Taken:
      return "begins " + name_in(settings.services, subject);
    case EventKind::Finished:
      return "has finished " + name_in(settings.services, subject);
    case EventKind::Withdrawn:
      return "leaves before " + name_in(settings.services, subject) + " has begun";
    case EventKind::Dropped:
      return "leaves before it has finished " + name_in(settings.services, subject);
    case EventKind::Ready:
      return ready(subject, settings);
    case EventKind::Claimed:
      return "asks for a place in " + name_in(settings.stages, subject);
    case EventKind::Waits:
      return waiting(subject, settings);
    case EventKind::Supported:
      return "gets support in " + name_in(settings.stages, subject);
    case EventKind::Reviewed:
      return "is decided on by " + name_in(settings.boards, subject);
    case EventKind::Relapsed:
      return "is homeless again after " + name_in(settings.stages, subject);
    case EventKind::Gone:
      break;
  }
  return "is no longer followed";
}

void Story::record(const Event& event, const models::ClientState&) {
  const auto [found, is_new] = known_.try_emplace(event.client, Known{households() + 1, std::nullopt});
  Known& household = found->second;
  if (!only_ || *only_ == household.number) {
    const std::size_t group = event.client.group.index();
    const std::string group_name = group < settings_.groups.size() ? settings_.groups[group].name : "?";
    out_ << fmt::format("{:<20}household {} ({} {}) {}\n", engine::to_string(event.time), household.number, group_name,
                        event.client.number + 1, sentence(event, settings_, household.stage));
    if (!out_) throw CannotWrite("standard output", "nobody reads it any more");
  }
  if (event.kind == EventKind::Entered) household.stage = models::StageId(event.subject);
}

}  // namespace trapphus::output
