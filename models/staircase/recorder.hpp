// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

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

/// Kinds of events of a household. `subject` is the meaning of the number in the event.
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
  Claimed,    ///< subject: stage whose unit is claimed, until the household leaves its present stage (or, from
              ///< outside, enters one).
  Waits,      ///< subject: cause (see CauseTable) of waiting from now on, at most as long as a claim; none: waiting
              ///< ends.
  Supported,  ///< subject: stage; continuing support begins.
  Reviewed,   ///< subject: board.
  Relapsed,   ///< Back after an exit. subject: the exit stage.
  Gone        ///< No longer followed: twelve months after an exit, or at once where no relapse is modelled.
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

/// State of a household at an event. Events precede the change of state: at Left, Waits and Claimed the previous values
/// are passed.
struct ClientState {
  GroupId group;
  int children = 0;
  bool initial = false;              ///< Present when the period begins.
  StageId stage;                     ///< Present stage; at Entered the stage entered. Invalid outside.
  FormId form;                       ///< Of a placement that has forms.
  engine::Time entered{};            ///< Entry to the present stage; before the period for initial households.
  engine::Time first_acute{};        ///< First acute night of the episode; see has_acute.
  bool has_acute = false;            ///< Has been in an acute placement in this episode.
  std::uint16_t cause = kNoSubject;  ///< Cause of waiting.
  StageId claimed;                   ///< Stage whose unit is claimed; invalid: none.
  bool helped = false;               ///< The move to the present stage came with a service's help.
};

/// Interface through which a run reports its events, in order of occurrence.
class Recorder {
 public:
  Recorder() = default;
  Recorder(const Recorder&) = delete;
  Recorder& operator=(const Recorder&) = delete;
  virtual ~Recorder() = default;

  virtual void record(const Event& event, const ClientState& client) = 0;

  /// Settings in force from now on: at the beginning of the period and at every date of the timeline.
  virtual void settings(engine::Time /*now*/, const Settings& /*settings*/) {}
  /// Units of a stage from now on, and those without a tenant (vacant or in turnaround).
  virtual void units(engine::Time /*now*/, StageId /*stage*/, int /*units*/, int /*empty*/) {}
  /// Paid FTE of a team and its hours per week for clients from now on.
  virtual void staff(engine::Time /*now*/, TeamId /*team*/, double /*paid_fte*/, double /*hours_per_week*/) {}
  /// The households of these stages wait for each other's units, and nothing else lets any of them leave.
  virtual void circular_wait(engine::Time /*now*/, const std::vector<StageId>& /*stages*/) {}
  /// Times within the period at which reached() is wanted, in order.
  [[nodiscard]] virtual std::vector<engine::Time> stops() const { return {}; }
  /// Everything before `now` is reported, and nothing at `now` or later. Hours worked for clients since the beginning
  /// of the period, by team.
  virtual void reached(engine::Time /*now*/, std::span<const double> /*hours_worked*/) {}
  /// End of the period, with the hours worked for clients in it, by team.
  virtual void finish(engine::Time /*now*/, std::span<const double> /*hours_worked*/) {}
};

}  // namespace trapphus::models
