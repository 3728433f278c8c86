// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/enum_table.hpp"
#include "engine/random/distribution.hpp"
#include "engine/time.hpp"
#include "models/staircase/money.hpp"
#include "models/staircase/names.hpp"

/// Configuration of a staircase at a time; const during a run. Each vector is indexed by the id of its kind.
/// Distributions of durations are in seconds, those of work in hours.
namespace trapphus::models {

using engine::Distribution;
using engine::Duration;
using engine::kDay;
using engine::Rate;
using engine::Time;

/// An attribute that a household must have (or must not have), e.g. debts.
struct Condition {
  AttributeId attribute;
  bool wanted = true;
  friend bool operator==(const Condition&, const Condition&) = default;
};

/// Households at risk arrive first; each becomes acute after `delay` with share `without`, or `with` when the visit's
/// work was finished in time. Those who do not become acute are prevented.
struct AtRisk {
  Distribution delay;
  ServiceId visit;
  Share without, with;
};

struct Group {
  std::string name;
  Label label;
  Rate arrivals;
  std::vector<Share> enters;      ///< Per stage; sums to 1.
  Distribution persons;           ///< In the household, children included; at least 1.
  Distribution children;          ///< In the household.
  std::vector<Share> attributes;  ///< Per attribute: the share of the group's households that have it.
  std::optional<AtRisk> at_risk;
};

/// A kind of placement that a stage buys: hotel, hostel, on-call family home...
struct Form {
  std::string name;
  Label label;
  PerGroup<Price> price;  ///< Per household.
  PerGroup<Share> share;  ///< Of the group's placements; sums to 1 over the stage's forms.
};

enum class StageKind : std::uint8_t { Placement, Apartment, Waiting, Exit };
inline constexpr auto kStageKinds = engine::enum_table<StageKind>({{StageKind::Placement, "placement"},
                                                                   {StageKind::Apartment, "apartment"},
                                                                   {StageKind::Waiting, "waiting"},
                                                                   {StageKind::Exit, "exit"}});

/// Queueing discipline of a stage's units; ties are served in order of arrival.
enum class Allocation : std::uint8_t { Queue, LongestHomeless, ChildrenFirst, CostliestFirst };
inline constexpr auto kAllocations = engine::enum_table<Allocation>({{Allocation::Queue, "queue"},
                                                                     {Allocation::LongestHomeless, "longest_homeless"},
                                                                     {Allocation::ChildrenFirst, "children_first"},
                                                                     {Allocation::CostliestFirst, "costliest_first"}});

enum class Admission : std::uint8_t {
  Wait,    ///< The household moves in when a caseload place is free.
  Without  ///< The household moves in without support, and gets it when a place is free.
};
inline constexpr auto kAdmissions =
    engine::enum_table<Admission>({{Admission::Wait, "wait"}, {Admission::Without, "without"}});

/// Continuing support: one caseload place and some hours for as long as the household lives in the stage.
struct Support {
  TeamId team;
  double hours_per_week = 0;
  double weight = 1;  ///< Of the hours, when the team's capacity is short.
  Admission admission = Admission::Without;
};

/// Support that tapers off after an exit instead of stopping: a caseload place (tenants come first), and hours that
/// fall in equal monthly steps to nothing.
struct FollowUp {
  TeamId team;
  double hours_per_week = 0;  ///< In the first month.
  Duration length{};          ///< Counted from the exit, whenever a place becomes free.
  double factor = 1;          ///< Multiplies the rate of relapse of supported households while it lasts.
};

/// After an exit the household lives on for twelve months, at risk of coming back.
struct Relapse {
  PerGroup<Rate> rate;
  double first_factor = 1;  ///< Multiplies the rate during `first_months` (relapse is likeliest when support ends).
  Duration first_months{};
  StageId to;  ///< Where it comes back to; invalid: where its group enters.
  std::optional<FollowUp> follow_up{};
};

struct Stage {
  std::string name;
  Label label;
  StageKind kind = StageKind::Placement;
  bool acute = false;
  bool home = false;        ///< Exit to a home of one's own (first-hand, second-hand, lodger).
  bool first_hand = false;  ///< Exit with a first-hand contract.
  bool tenancy = false;     ///< Its households are tenants, followed for retention.
  int situation = 0;        ///< Homelessness situation 1-4 of the National Board of Health and Welfare; 0: none.
  std::string line;         ///< Cost line that the stage's nights or rents are booked on.
  PerGroup<Price> price;    ///< Of a placement without forms, per household.
  std::vector<Form> forms;
  std::optional<int> units;  ///< Apartments, or beds of a placement (absent: no limit).
  PerGroup<int> reserved;    ///< Of the units, those that only this group may have.
  Allocation allocation = Allocation::Queue;
  Price rent;                              ///< Per unit, paid to the landlord whether occupied or vacant.
  Price fee;                               ///< Per household, paid by it to the municipality.
  Price income_support;                    ///< Per household, paid to it by the municipality.
  Distribution turnaround;                 ///< Between two tenants.
  Rate allotted;                           ///< New units, evenly spaced.
  std::optional<Duration> replaced_after;  ///< The landlord gives a new unit for one taken over; absent: never.
  Rate lost;                               ///< Units that landlords take back; tenants stay until they move.
  bool evicts = false;              ///< When there are fewer units, tenants must leave at once (by the stage's `then`).
  std::optional<Duration> at_most;  ///< The longest stay; then the household goes to `then`.
  StageId then;
  /// Where who comes is sent when no unit is free; invalid: households wait for one, or are taken in above the capacity
  /// if the stage is acute.
  StageId when_full;
  /// How long a household lives here before it is ready for an offer: until then it is offered nothing, and no work for
  /// offers is booked. Empty: it is ready at once.
  PerGroup<Distribution> ready_after;
  std::vector<ServiceId> services;  ///< Booked on entering, beside those that a move asks for.
  std::optional<Support> support;
  std::optional<Relapse> relapse;
};

enum class Repeat : std::uint8_t {
  Once,     ///< Never repeated.
  Episode,  ///< Repeated when the household becomes homeless again.
  Stage     ///< Repeated in every stage that requires it.
};
inline constexpr auto kRepeats =
    engine::enum_table<Repeat>({{Repeat::Once, "once"}, {Repeat::Episode, "episode"}, {Repeat::Stage, "stage"}});

/// A piece of work that a team does for a household.
struct Service {
  std::string name;
  Label label;
  TeamId team;
  Distribution work;        ///< Hours of staff time.
  double at_most = 0;       ///< Hours a week that are useful at most; > 0.
  double weight = 1;        ///< Against the team's other work.
  PerGroup<int> priority;   ///< Smaller is served first.
  PerGroup<Share> reached;  ///< Of those who need it, the share that is booked without a board.
  /// By stage: the share in force for those who live there, where it is not `reached`. May be empty.
  std::vector<std::optional<Share>> reached_in;
  std::vector<Condition> only_if;  ///< Households without these do not need it.
  std::vector<ServiceId> after;    ///< Services that must be finished first.
  Repeat repeat = Repeat::Episode;
};

enum class MoveKind : std::uint8_t {
  Planned,  ///< A stay, then requirements, then a free unit.
  Offer,    ///< The housing market's offers: `alone` until the search work is done, then `offers`.
  Risk      ///< An unplanned hazard: relapse, eviction, death.
};
inline constexpr auto kMoveKinds = engine::enum_table<MoveKind>(
    {{MoveKind::Planned, "planned"}, {MoveKind::Offer, "offer"}, {MoveKind::Risk, "risk"}});

/// A condition under which an Effect multiplies the rate of a risk or offer.
enum class Circumstance : std::uint8_t {
  Unsupported,  ///< The stage gives support, but the household has no caseload place.
  Supported,    ///< It has one.
  Waiting,      ///< The stay is over and the household waits for its next step.
  Served,       ///< `service` is finished.
  /// The stage gives support, and the household gets a part p of its hours, 0 without a caseload place: the factor f is
  /// in force in proportion to the missing part, 1 + (f - 1)(1 - p).
  ShortOfSupport
};
inline constexpr auto kCircumstances =
    engine::enum_table<Circumstance>({{Circumstance::Unsupported, "unsupported"},
                                      {Circumstance::Supported, "supported"},
                                      {Circumstance::Waiting, "waiting"},
                                      {Circumstance::Served, "served"},
                                      {Circumstance::ShortOfSupport, "short_of_support"}});
struct Effect {
  Circumstance circumstance = Circumstance::Unsupported;
  ServiceId service;  ///< For Served.
  double factor = 1;
};

/// How a tenancy ends, for the definitions of retention.
enum class Ending : std::uint8_t {
  Takeover,     ///< By taking over the contract: the household lives on in its apartment.
  Planned,      ///< As agreed with the team, which arranged what follows.
  OwnEffort,    ///< The household moves on by itself.
  Abandoned,    ///< It leaves the apartment.
  Notice,       ///< It is given notice.
  Eviction,     ///< It is evicted.
  Institution,  ///< It moves to an institution: treatment, care, prison.
  Deceased
};
/// Those that a scenario gives to a move; a takeover is a field of its own.
inline constexpr auto kEndings = engine::enum_table<Ending>({{Ending::Planned, "planned"},
                                                             {Ending::OwnEffort, "own_effort"},
                                                             {Ending::Abandoned, "abandoned"},
                                                             {Ending::Notice, "notice"},
                                                             {Ending::Eviction, "eviction"},
                                                             {Ending::Institution, "institution"},
                                                             {Ending::Deceased, "deceased"}});

struct Move {
  std::string id;  ///< Only where two moves go between the same stages.
  Label label;
  MoveKind kind = MoveKind::Planned;
  StageId from, to;
  PerGroup<bool> allowed;
  std::vector<Condition> only_if;
  PerGroup<Share> share;                ///< Planned: of those entering `from`, for whom this is the plan.
  PerGroup<Distribution> stay;          ///< Planned: time in `from` before the household is ready.
  std::vector<ServiceId> requirements;  ///< Finished before a planned move, or before any offer can be accepted.
  std::vector<ServiceId> after;         ///< Offer: the search work that raises `alone` to `offers`.
  PerGroup<Rate> offers, alone;
  PerGroup<Rate> risk;
  std::string because;
  std::vector<Effect> effects;
  bool takeover = false;         ///< The unit leaves the pool with the household.
  bool exchange = false;         ///< Planned: households that wait for each other's units change places.
  std::optional<Ending> ending;  ///< Of a tenancy, where it is not that of the kind of move; see ending_of().
  Money cost;                    ///< Of each such move, on the day: cleaning, repairs, removal.
  std::string line;              ///< Cost line that it is booked on.
};

/// FTE that are missing between two dates: a resignation, a long sick leave.
struct Vacancy {
  Time from, to;
  double fte = 0;
};

struct StaffTeam {
  std::string name;
  Label label;
  double fte = 0;
  double direct_hours = 0;  ///< Hours a week with clients, per FTE.
  double absence = 0;       ///< Share of the hours that is lost, 0..1.
  double caseload = 0;      ///< Cases at once, per FTE; 0: no limit.
  Price cost;               ///< Per FTE, paid also while a post is absent, not while it is vacant.
  std::vector<Vacancy> vacancies;
};

/// A weekly meeting that decides every placement on the same criteria. Placement itself is immediate.
struct Board {
  std::string name;
  Label label;
  bool active = true;
  unsigned weekday = 1;  ///< 1 Monday .. 7 Sunday; meets at 09:00.
  std::vector<StageId> stages;
  std::vector<Share> diverts;  ///< Per stage: the share of the reviewed that is sent there; sums to at most 1.
  std::vector<ServiceId> books;
};

/// A cost that does not depend on the households.
struct FixedCost {
  std::string name, line;
  Label label;
  Price amount;
  Time from, to;  ///< Only between these dates; default: the whole period.
};

struct FundingGrant {
  std::string name;
  Label label;
  Money amount;
  Time from, to;
};

enum class WhenReached : std::uint8_t { Report, Refuse };
inline constexpr auto kWhenReached =
    engine::enum_table<WhenReached>({{WhenReached::Report, "report"}, {WhenReached::Refuse, "refuse"}});

/// A budget for the nights or rents of some stages. Refuse is not valid for acute placements.
struct Ceiling {
  std::string name;
  Label label;
  std::vector<StageId> stages;
  Price amount;  ///< Per calendar month or year.
  WhenReached when_reached = WhenReached::Report;
};

/// Households that live in a stage when the period begins.
struct Initial {
  StageId stage;
  GroupId group;
  int households = 0;
  /// How long they have lived there already (seconds); absent: as in equilibrium, under all ways out.
  std::optional<Distribution> elapsed;
  /// Whose stay is over: they wait for the next step. Absent: drawn given that they are still there.
  std::optional<Share> ready;
  /// By attribute: their share, where it is not the group's. May be empty.
  std::vector<std::optional<Share>> attributes{};
  std::vector<ServiceId> done{};  ///< Services that are finished already.
};

struct Settings {
  std::vector<std::string> attributes;
  std::vector<Group> groups;
  std::vector<Stage> stages;
  std::vector<Service> services;
  std::vector<StaffTeam> teams;
  std::vector<Move> moves;
  std::vector<Board> boards;
  std::vector<FixedCost> costs;
  std::vector<FundingGrant> grants;
  std::vector<Ceiling> ceilings;
  std::vector<Initial> initial;
};

/// Whether the initial households take all units of the stage; false where it has no limit.
[[nodiscard]] bool begins_full(const Settings& settings, StageId stage);

/// The factor of an effect whose circumstance holds to a part, 0..1.
[[nodiscard]] inline double factor_of(const Effect& effect, double part) {
  return part >= 1 ? effect.factor : 1 + (effect.factor - 1) * part;
}

/// Of the group's households that live in the stage and need the service, the share that is booked without a board.
[[nodiscard]] Share reached(const Service& service, GroupId group, StageId stage);

/// "hotel -> own_home", with the id in brackets where it has one.
[[nodiscard]] std::string describe(const Settings& settings, const Move& move);

/// How a tenancy ends by this move: by a takeover if it is one, else by the scenario, else by its kind: planned,
/// own effort (offers of the market), abandoned (risks).
[[nodiscard]] Ending ending_of(const Move& move);

}  // namespace trapphus::models
