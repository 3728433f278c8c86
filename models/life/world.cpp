// SPDX-License-Identifier: MIT
#include "models/life/world.hpp"

#include <algorithm>

#include "engine/random/weighted_choice.hpp"
#include "models/life/processes.hpp"
#include "models/staircase/price.hpp"
#include "models/staircase/scenario.hpp"

namespace trapphus::models {

namespace {

const Settings& first_settings(const Alternative& alternative) {
  return alternative.epochs.front().settings;
}

/// Whether the risks or offers of a stage that the team supports depend on the hours that it gives.
bool shortage_matters(const Settings& settings, TeamId team) {
  return std::any_of(settings.moves.begin(), settings.moves.end(), [&](const Move& move) {
    const auto& support = settings.stages[move.from.index()].support;
    return support && support->team == team &&
           std::any_of(move.effects.begin(), move.effects.end(),
                       [](const Effect& effect) { return effect.circumstance == Circumstance::ShortOfSupport; });
  });
}

}  // namespace

World::World(const Alternative& alternative, const WorldOptions& options, std::unique_ptr<engine::Kernel> kernel,
             Recorder& recorder)
    : alternative_(alternative),
      options_(options),
      settings_(&first_settings(alternative)),
      before_(settings_),
      causes_(*settings_),
      recorder_(recorder),
      simulation_(options.from, std::move(kernel)),
      client_numbers_(settings_->groups.size()),
      moves_from_(settings_->stages.size()),
      refuses_(settings_->ceilings.size()) {
  for (std::size_t i = 0; i < settings_->moves.size(); ++i) {
    moves_from_[settings_->moves[i].from.index()].emplace_back(i);
  }
  make_stages();
  make_teams();
  circular_waits_ = std::make_unique<CircularWaits>(*this);
}

void World::make_stages() {
  stages_.resize(settings_->stages.size());
  for (std::size_t i = 0; i < stages_.size(); ++i) {
    const Stage& stage = settings_->stages[i];
    StageState& state = stages_[i];
    state.present.resize(std::max<std::size_t>(stage.forms.size(), 1) * settings_->groups.size());
    state.lines_by_group = ever(alternative_, [&](const Settings& settings) {
      const auto& reserved = settings.stages[i].reserved;
      return std::any_of(reserved.begin(), reserved.end(), [](int units) { return units > 0; });
    });
    state.keeps_residents =
        stage.evicts || ever(alternative_, [&](const Settings& settings) {
          return std::any_of(settings.boards.begin(), settings.boards.end(), [&](const Board& board) {
            return std::find(board.stages.begin(), board.stages.end(), StageId(i)) != board.stages.end();
          });
        });
    if (!stage.units) continue;
    std::vector<int> reserved{0};
    if (state.lines_by_group) reserved.assign(stage.reserved.begin(), stage.reserved.end());
    state.pool = std::make_unique<engine::Pool>(simulation_, stage.name, *stage.units, reserved);
  }
}

void World::make_teams() {
  for (std::size_t i = 0; i < settings_->teams.size(); ++i) {
    const StaffTeam& team = settings_->teams[i];
    TeamState& state = teams_.emplace_back();
    state.hours = std::make_unique<engine::Team>(simulation_, team.name, 0);
    const bool limited = ever(alternative_, [&](const Settings& settings) { return settings.teams[i].caseload > 0; });
    if (limited) state.cases = std::make_unique<engine::Pool>(simulation_, team.name, 0);
    for (StageState& stage : stages_) {
      const auto index = static_cast<std::size_t>(&stage - stages_.data());
      const bool waits = ever(alternative_, [&](const Settings& settings) {
        const auto& support = settings.stages[index].support;
        return support && support->team == TeamId(i) && support->admission == Admission::Wait;
      });
      if (limited && waits && stage.pool) stage.pool->join(*state.cases);
    }
    const bool matters =
        ever(alternative_, [&](const Settings& settings) { return shortage_matters(settings, TeamId(i)); });
    if (matters) state.hours->watch();
  }
}

void World::settle_initial() {
  residents_ = draw_residents(*this);
  for (Resident& resident : residents_) {
    const JourneyStart start{resident.household->group(), resident.index, &resident};
    simulation_.spawn(journey(*this, start, std::move(resident.household)), {"household", resident.index}, true);
  }
}

void World::start_processes() {
  simulation_.spawn(timeline(*this), {"timeline"}, true);
  for (std::size_t i = 0; i < teams_.size(); ++i) simulation_.spawn(vacancies(*this, TeamId(i)), {"vacancies"}, true);
  settle_initial();
  for (std::size_t i = 0; i < stages_.size(); ++i) {
    const auto supply = [&](Rate Stage::*rate, int units, const char* name) {
      const auto flows = [&](const Settings& settings) { return (settings.stages[i].*rate).per_second() > 0; };
      if (!stages_[i].pool || !ever(alternative_, flows)) return;
      simulation_.spawn(allotments(*this, StageId(i), rate, units), {name}, true);
    };
    supply(&Stage::allotted, 1, "allotments");
    supply(&Stage::lost, -1, "losses");
  }
  for (std::size_t i = 0; i < settings_->boards.size(); ++i) simulation_.spawn(meetings(*this, i), {"board"}, true);
  const auto has_ceilings = [](const Settings& settings) { return !settings.ceilings.empty(); };
  if (ever(alternative_, has_ceilings)) simulation_.spawn(watch_ceilings(*this), {"ceilings"}, true);
  for (std::size_t i = 0; i < client_numbers_.size(); ++i) {
    simulation_.spawn(arrivals(*this, GroupId(i)), {"arrivals"}, true);
  }
}

void World::run() {
  recorder_.settings(now(), *settings_);
  for (std::size_t i = 0; i < teams_.size(); ++i) update_team(*this, TeamId(i));
  for (std::size_t i = 0; i < stages_.size(); ++i) record_units(StageId(i));
  start_processes();
  for (const Time stop : recorder_.stops()) recorder_.reached(stop, run_before(stop));
  recorder_.finish(options_.to, run_before(options_.to));
  simulation_.close();
}

std::vector<double> World::run_before(Time stop) {
  simulation_.run_until(stop - Duration{1});
  std::vector<double> hours;
  for (TeamState& team : teams_) hours.push_back(team.hours->delivered());
  return hours;
}

void World::record_units(StageId id) {
  const StageState& stage = state(id);
  if (!stage.pool) return;
  recorder_.units(now(), id, stage.pool->units(), std::max(stage.pool->units() - stage.lived_in, 0));
}

std::uint64_t World::reviewed_before(StageId stage, Time entered) const {
  const Settings& before = alternative_.history ? alternative_.history->settings : *settings_;
  std::uint64_t boards = 0;
  for (std::size_t i = 0; i < before.boards.size(); ++i) {
    const Board& board = before.boards[i];
    const bool decides =
        board.active && std::find(board.stages.begin(), board.stages.end(), stage) != board.stages.end();
    const Time last_meeting = next_meeting(options_.from - engine::kWeek, board.weekday);
    if (decides && entered <= last_meeting) boards |= std::uint64_t{1} << i;
  }
  return boards;
}

void World::move_in(Household& household, StageId id, Duration elapsed, std::size_t visit) {
  const Stage& stage = this->stage(id);
  ClientState& client = household.state;
  client.stage = id;
  client.entered = now() - elapsed;
  client.form = FormId{};
  if (!stage.forms.empty()) {
    const double point = household.fate.uniform(Decision::Form, id.index(), visit);
    const auto form = engine::weighted_choice_of_all(
        point, stage.forms.size(), [&](std::size_t i) { return stage.forms[i].share[household.group()].value(); });
    if (form) client.form = FormId(*form);
  }
  if (stage.acute && !client.has_acute) {
    client.has_acute = true;
    client.first_acute = client.entered;
  }
  household.supported = false;
  household.support_given = 0;
  household.reviewed = elapsed > Duration{0} ? reviewed_before(id, client.entered) : 0;
  record(EventKind::Entered, household, id.index());
  client.claimed = StageId{};
  client.cause = kNoSubject;
  StageState& state = this->state(id);
  ++state.lived_in;
  ++state.present[(client.form.valid() ? client.form.index() : 0) * settings_->groups.size() + client.group.index()];
  if (state.keeps_residents) {
    household.resident = state.entries++;
    state.residents.emplace(household.resident, &household);
  }
  record_units(id);
}

void World::move_out(Household& household, MoveId by, std::size_t visit) {
  ClientState& client = household.state;
  const StageId id = client.stage;
  record(EventKind::Left, household, by.valid() ? by.index() : kNoSubject);
  client.cause = kNoSubject;
  client.claimed = StageId{};
  household.support.cancel();
  household.sent_to = StageId{};
  StageState& state = this->state(id);
  --state.lived_in;
  --state.present[(client.form.valid() ? client.form.index() : 0) * settings_->groups.size() + client.group.index()];
  if (state.keeps_residents) state.residents.erase(household.resident);
  if (household.unit) {
    auto stream = household.fate.stream(Decision::Turnaround, id.index(), visit);
    const Duration length = engine::rounded(stage(id).turnaround.sample(stream));
    if (by.valid() && move(by).takeover) {
      household.unit.take_over();
      if (const auto after = stage(id).replaced_after) {
        simulation_.spawn(replacement(*this, id, *after), {"replacement"}, true);
      }
    } else if (length > Duration{0}) {
      simulation_.spawn(turnaround(*this, id, std::move(household.unit), length), {"turnaround"}, true);
    } else {
      household.unit.release();
      unit_is_free(id);
    }
  }
  record_units(id);
  circular_waits_->look();
}

void World::unit_is_free(StageId id) {
  // Households refused by a ceiling have no claim in the pool: they are resumed to update their cause of waiting.
  if (refusing_ceiling(id) >= 0) changed_.announce();
}

void World::change_to(const Epoch& epoch) {
  const Settings& before = *settings_;
  const Settings& settings = epoch.settings;
  if (changed_at_ != now()) before_ = settings_;
  changed_at_ = now();
  settings_ = &settings;
  recorder_.settings(now(), settings);
  for (std::size_t i = 0; i < stages_.size(); ++i) {
    StageState& state = stages_[i];
    if (!state.pool) continue;
    const int units = *settings.stages[i].units;
    const bool sets = std::find(epoch.sets_units.begin(), epoch.sets_units.end(), StageId(i)) != epoch.sets_units.end();
    // Allotments and takeovers have changed the number meanwhile.
    const int wanted = sets ? units : state.pool->units() + units - *before.stages[i].units;
    state.pool->set_units(std::max(wanted, 0));
    if (state.lines_by_group) {
      for (std::size_t g = 0; g < settings.groups.size(); ++g) {
        state.pool->set_reserved(g, settings.stages[i].reserved[GroupId(g)]);
      }
    }
    if (settings.stages[i].evicts) evict(StageId(i));
    record_units(StageId(i));
  }
  for (std::size_t i = 0; i < teams_.size(); ++i) update_team(*this, TeamId(i));
  changed_.announce();
}

/// Evicts the households above capacity, last in first out. Units without a tenant are removed first.
void World::evict(StageId id) {
  StageState& state = this->state(id);
  int excess = state.lived_in - state.pool->units();
  for (auto at = state.residents.rbegin(); at != state.residents.rend() && excess > 0; ++at, --excess) {
    at->second->sent_to = stage(id).then;
    at->second->news.announce();
  }
}

int World::refusing_ceiling(StageId stage) const {
  if (this->stage(stage).acute) return -1;
  for (std::size_t i = 0; i < refuses_.size(); ++i) {
    if (!refuses_[i]) continue;
    const auto& stages = settings_->ceilings[i].stages;
    if (std::find(stages.begin(), stages.end(), stage) != stages.end()) return static_cast<int>(i);
  }
  return -1;
}

double World::daily_cost(StageId id) const {
  const Stage& stage = settings_of_night().stages[id.index()];
  const StageState& state = stages_[id.index()];
  const engine::Month month = engine::Month::of(now() - kDay);  // a night belongs to the date before its midnight
  if (stage.kind == StageKind::Apartment)
    return per_day(stage.rent, month) * std::max(state.pool ? state.pool->units() : 0, state.lived_in);
  double cost = 0;
  const std::size_t groups = settings_->groups.size();
  for (std::size_t i = 0; i < state.present.size(); ++i) {
    const FormId form = stage.forms.empty() ? FormId{} : FormId(i / groups);
    cost += static_cast<double>(state.present[i]) * per_day(placement_price(stage, form, GroupId(i % groups)), month);
  }
  return cost;
}

Time World::next_meeting(Time now, unsigned weekday) {
  using std::chrono::days;
  using std::chrono::floor;
  constexpr std::chrono::hours kHour{9};
  const auto day = floor<days>(now - kHour + kDay - Duration{1});  // the first day whose 09:00 is not before now
  const std::chrono::weekday wanted{weekday % 7};
  return day + (wanted - std::chrono::weekday{day}) + kHour;
}

}  // namespace trapphus::models
