// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <span>
#include <string>

#include "engine/enum_table.hpp"
#include "engine/time.hpp"
#include "models/staircase/names.hpp"

namespace trapphus::models {

struct Settings;

/// A household: the k-th of its group has the same number in every alternative. Initial households come first.
struct ClientId {
  GroupId group;
  std::uint32_t number = 0;
  friend auto operator<=>(const ClientId&, const ClientId&) = default;
};

/// What happens in the model, one kind of event each. `subject` says what else the number in the event means.
enum class EventKind : std::uint8_t {
  AtRisk,     ///< Known to social services, not homeless yet.
  Prevented,  ///< Never became acute.
  Arrived,    ///< Became homeless.
  Entered,    ///< subject: stage. For an initial household: lives there when the period begins.
  Left,       ///< subject: move (none: sent by a board, by the longest stay, evicted, or back after a relapse).
  Booked,     ///< subject: service; it waits for a caseload place.
  Taken,      ///< subject: service; work begins.
  Finished,   ///< subject: service.
  Withdrawn,  ///< subject: service; the household left before work on it began.
  Dropped,    ///< subject: service; the household left before it was finished.
  Ready,      ///< The stay is over. subject: the planned move.
  Claimed,    ///< subject: stage, whose unit it waits for from now on, until it leaves its present stage (or, from
              ///< outside, enters one).
  Waits,      ///< subject: cause (see CauseTable) of waiting from now on, at most as long as a claim; none: it does not
              ///< wait any more.
  Supported,  ///< subject: stage; continuing support begins.
  Reviewed,   ///< subject: board.
  Relapsed,   ///< Back after an exit. subject: the exit stage.
  Gone        ///< No longer followed: twelve months after an exit, or at once where none come back.
};
inline constexpr auto kEventKinds = engine::enum_table<EventKind>({{EventKind::AtRisk, "at_risk"},
                                                                   {EventKind::Prevented, "prevented"},
                                                                   {EventKind::Arrived, "arrived"},
                                                                   {EventKind::Entered, "entered"},
                                                                   {EventKind::Left, "left"},
                                                                   {EventKind::Booked, "booked"},
                                                                   {EventKind::Taken, "taken"},
                                                                   {EventKind::Finished, "finished"},
                                                                   {EventKind::Withdrawn, "withdrawn"},
                                                                   {EventKind::Dropped, "dropped"},
                                                                   {EventKind::Ready, "ready"},
                                                                   {EventKind::Claimed, "claimed"},
                                                                   {EventKind::Waits, "waits"},
                                                                   {EventKind::Supported, "supported"},
                                                                   {EventKind::Reviewed, "reviewed"},
                                                                   {EventKind::Relapsed, "relapsed"},
                                                                   {EventKind::Gone, "gone"}});
inline constexpr std::uint16_t kNoSubject = 0xffff;

struct Event {
  engine::Time time;
  ClientId client;
  EventKind kind;
  std::uint16_t subject = kNoSubject;
};

/// What is known of a household when something happens to it. The event that changes something comes first: at Left,
/// Waits and Claimed these are still the values from before.
struct ClientState {
  GroupId group;
  int children = 0;
  bool initial = false;              ///< Was there when the period began.
  StageId stage;                     ///< Where it lives; at Entered the stage entered. Invalid outside.
  FormId form;                       ///< Of a placement that has forms.
  engine::Time entered{};            ///< The present stage; for initial ones, before the period.
  engine::Time first_acute{};        ///< First acute night of the episode; see has_acute.
  bool has_acute = false;            ///< Has been in an acute placement in this episode.
  std::uint16_t cause = kNoSubject;  ///< What it waits for.
  StageId claimed;                   ///< Whose unit it waits for; invalid: none.
};

/// Takes what happens in a run, in the order in which it happens. The model knows nothing of what becomes of it.
class Recorder {
 public:
  Recorder() = default;
  Recorder(const Recorder&) = delete;
  Recorder& operator=(const Recorder&) = delete;
  virtual ~Recorder() = default;

  virtual void record(const Event& event, const ClientState& client) = 0;

  /// The settings from now on: when the period begins, and at every date of the timeline.
  virtual void settings(engine::Time /*now*/, const Settings& /*settings*/) {}
  /// From now on a stage has so many units, and so many of them have no tenant (vacant or between two tenants).
  virtual void units(engine::Time /*now*/, StageId /*stage*/, int /*units*/, int /*empty*/) {}
  /// From now on a team is paid for so many FTE and has so many hours a week for clients.
  virtual void staff(engine::Time /*now*/, TeamId /*team*/, double /*paid_fte*/, double /*hours_per_week*/) {}
  /// The period is over. Hours worked for clients since it began, by team.
  virtual void finish(engine::Time /*now*/, std::span<const double> /*hours_worked*/) {}
};

}  // namespace trapphus::models
