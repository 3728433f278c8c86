// SPDX-License-Identifier: MIT
#include "models/measures/families.hpp"

#include <algorithm>
#include <stdexcept>

#include "models/counts/retention.hpp"
#include "models/staircase/cause.hpp"
#include "models/staircase/settings.hpp"

namespace trapphus::models {
namespace {

template <class Things>
bool any_of(const Things& things, const auto& holds) {
  return std::any_of(things.begin(), things.end(), holds);
}

}  // namespace

MeasureTableMaker::MeasureTableMaker(MeasureTable& table, const Variants& variants)
    : table_(table),
      places_(table.places_),
      variants_(variants),
      settings_(variants.empty() ? throw std::invalid_argument("a measure table needs settings") : *variants.front()) {}

void MeasureTableMaker::make() {
  households();
  situations();
  waiting();
  flows();
  moves();
  exits();
  stays();
  apartments();
  costs();
  ceilings();
  outcomes();
  retention();
  blocked();
}

std::size_t MeasureTableMaker::add(std::string name, std::string unit, std::string meaning, Groups groups,
                                   Monthly monthly) {
  table_.measures_.push_back(
      {std::move(name), std::move(unit), std::move(meaning), groups == Groups::Yes, monthly == Monthly::Yes});
  return table_.measures_.size() - 1;
}

std::size_t MeasureTableMaker::count(std::string name, std::string meaning) {
  return add(std::move(name), "households", std::move(meaning), Groups::Yes, Monthly::Yes);
}

std::size_t MeasureTableMaker::flow(std::string name, std::string meaning) {
  return add(std::move(name), "per year", std::move(meaning), Groups::Yes, Monthly::Yes);
}

MeasurePlaces::Spread MeasureTableMaker::spread(const std::string& name, const std::string& meaning) {
  MeasurePlaces::Spread places;
  places.mean = add(name + ".mean", "days", "Mean " + meaning, Groups::Yes, Monthly::No);
  places.p50 = add(name + ".p50", "days", "Median " + meaning, Groups::Yes, Monthly::No);
  places.p90 = add(name + ".p90", "days", "90th percentile of the " + meaning, Groups::Yes, Monthly::No);
  return places;
}

void MeasureTableMaker::households() {
  places_.households.assign(settings_.stages.size(), kNoMeasure);
  for (std::size_t i = 0; i < settings_.stages.size(); ++i) {
    const Stage& stage = settings_.stages[i];
    if (stage.kind == StageKind::Exit) continue;
    places_.households[i] = count("households." + stage.name, "Households in " + stage.name + ", average over time.");
  }
  places_.acute = count("households.acute", "Households in placements marked acute, average over time.");
}

void MeasureTableMaker::situations() {
  places_.situation.assign(5, kNoMeasure);
  for (int situation = 1; situation <= 4; ++situation) {
    const auto carries = [situation](const Stage& stage) { return stage.situation == situation; };
    if (!any(variants_, [&carries](const Settings& settings) { return any_of(settings.stages, carries); })) continue;
    const std::string number = std::to_string(situation);
    places_.situation[static_cast<std::size_t>(situation)] =
        count("situation." + number, "Households in homelessness situation " + number + ", average over time.");
  }
}

void MeasureTableMaker::waiting() {
  places_.waiting_for_stage.assign(settings_.stages.size(), kNoMeasure);
  for (std::size_t i = 0; i < settings_.stages.size(); ++i) {
    if (!has_units(StageId(i))) continue;
    const std::string& name = settings_.stages[i].name;
    places_.waiting_for_stage[i] =
        count("waiting." + name, "Households that wait for a free unit of " + name + ", average over time.");
  }
  for (const Service& service : settings_.services) {
    places_.waiting_for_service.push_back(
        count("waiting." + service.name,
              "Households that wait until a caseload place is free for " + service.name + ", average over time."));
  }
}

void MeasureTableMaker::flows() {
  places_.arrivals = flow("arrivals", "Households that become homeless.");
  if (any_of(settings_.groups, [](const Group& group) { return group.at_risk.has_value(); })) {
    places_.prevented = flow("prevented", "Households at risk that never become homeless.");
  }
}

void MeasureTableMaker::moves() {
  places_.between.assign(settings_.stages.size() * settings_.stages.size(), kNoMeasure);
  for (const Move& move : settings_.moves) places_.moves.push_back(move_between(move.from, move.to));
  for (const Settings* variant : variants_) {
    for (std::size_t i = 0; i < variant->stages.size(); ++i) {
      const Stage& stage = variant->stages[i];
      if ((stage.at_most || stage.evicts) && stage.then.valid()) (void)move_between(StageId(i), stage.then);
    }
    for (const Board& board : variant->boards) {
      for (std::size_t to = 0; to < board.diverts.size(); ++to) {
        if (board.diverts[to].value() == 0) continue;
        for (const StageId from : board.stages) (void)move_between(from, StageId(to));
      }
    }
  }
}

std::size_t MeasureTableMaker::move_between(StageId from, StageId to) {
  std::size_t& place = places_.between[from.index() * settings_.stages.size() + to.index()];
  if (place == kNoMeasure) {
    const std::string& a = settings_.stages[from.index()].name;
    const std::string& b = settings_.stages[to.index()].name;
    place = flow("moves." + a + "." + b, "Households that move from " + a + " to " + b + ".");
  }
  return place;
}

void MeasureTableMaker::exits() {
  places_.exits.assign(settings_.stages.size(), kNoMeasure);
  for (std::size_t i = 0; i < settings_.stages.size(); ++i) {
    const Stage& stage = settings_.stages[i];
    if (stage.kind != StageKind::Exit) continue;
    places_.exits[i] = flow("exits." + stage.name, "Households that leave the staircase to " + stage.name + ".");
  }
  places_.homes = flow("homes", "Households that get a home of their own.");
  places_.first_hand = flow("first_hand", "Households that get a first-hand contract.");
}

void MeasureTableMaker::stays() {
  places_.stay.resize(settings_.stages.size());
  for (std::size_t i = 0; i < settings_.stages.size(); ++i) {
    const Stage& stage = settings_.stages[i];
    if (stage.kind == StageKind::Exit) continue;
    places_.stay[i] = spread("stay." + stage.name,
                             "stay in " + stage.name +
                                 ", with those still there at the end counted as censored; where they are too many "
                                 "it is a lower bound.");
  }
}

void MeasureTableMaker::apartments() {
  places_.turnover.resize(settings_.stages.size());
  places_.vacancy.assign(settings_.stages.size(), kNoMeasure);
  for (std::size_t i = 0; i < settings_.stages.size(); ++i) {
    const Stage& stage = settings_.stages[i];
    if (stage.kind != StageKind::Apartment) continue;
    places_.turnover[i].all =
        add("turnover." + stage.name, "per unit and year",
            "Move-outs and takeovers for each apartment of " + stage.name + " and year.", Groups::No, Monthly::Yes);
    takeovers(StageId(i));
  }
  for (std::size_t i = 0; i < settings_.stages.size(); ++i) {
    const Stage& stage = settings_.stages[i];
    if (stage.kind != StageKind::Apartment) continue;
    places_.vacancy[i] = add("vacancy." + stage.name, "share",
                             "Share of the unit-days of " + stage.name + " without a tenant.", Groups::No, Monthly::No);
  }
  for (const StaffTeam& team : settings_.teams) {
    places_.utilisation.push_back(add("utilisation." + team.name, "share",
                                      "Share of the hours of " + team.name + " that are spent on clients.", Groups::No,
                                      Monthly::No));
  }
}

void MeasureTableMaker::takeovers(StageId id) {
  const auto takes_over = [id](const Move& move) { return move.takeover && move.from == id; };
  if (!any(variants_, [&](const Settings& settings) { return any_of(settings.moves, takes_over); })) return;
  const std::string& name = settings_.stages[id.index()].name;
  MeasurePlaces::Turnover& places = places_.turnover[id.index()];
  places.moveouts =
      add("turnover." + name + ".moveouts", "per unit and year",
          "Move-outs for each apartment of " + name + " and year; the unit stays.", Groups::No, Monthly::Yes);
  places.takeovers = add("turnover." + name + ".takeovers", "per unit and year",
                         "Takeovers for each apartment of " + name + " and year; the unit leaves with the household.",
                         Groups::No, Monthly::Yes);
}

void MeasureTableMaker::costs() {
  for (const std::string& line : table_.lines_) {
    places_.cost.push_back(add("cost." + line, "SEK/month", "What is booked on " + line + ", a month.",
                               owned_by_groups(line) ? Groups::Yes : Groups::No, Monthly::Yes));
  }
  places_.cost_total =
      add("cost.total", "SEK/month", "All cost lines together, a month; for a group, without what no household causes.",
          Groups::Yes, Monthly::Yes);
  places_.cost_per_home =
      add("cost_per_home", "SEK", "All costs of the period for each home of one's own.", Groups::No, Monthly::No);
}

void MeasureTableMaker::ceilings() {
  for (const Ceiling& ceiling : settings_.ceilings) {
    places_.overspent.push_back(add("overspent." + ceiling.name, "SEK/year",
                                    "By how much the nights and rents under " + ceiling.name +
                                        " exceed it, a year; what is left in other months does not count.",
                                    Groups::No, Monthly::No));
  }
}

void MeasureTableMaker::outcomes() {
  places_.days_to_home = spread("days_to_home", "time from the first acute night to a home of one's own.");
  places_.home_within_year = add("home_within_year", "share",
                                 "Share with a home of their own within 12 months of the first acute night "
                                 "(Aalen-Johansen).",
                                 Groups::Yes, Monthly::No);
  places_.returns =
      add("returns", "share",
          "Share of those who got a home that are homeless again within 12 months; homes of the last 12 months "
          "are left out.",
          Groups::Yes, Monthly::No);
}

void MeasureTableMaker::retention() {
  const auto has_tenants = [](const Settings& settings) {
    return any_of(settings.stages, [](const Stage& stage) { return stage.tenancy; });
  };
  if (!any(variants_, has_tenants)) return;
  for (const RetentionDefinition& definition : retention_definitions()) {
    const std::string meaning = std::string(definition.meaning) + " So " + definition.used_by + ".";
    places_.retention.push_back(add(definition.measure, "share", meaning, Groups::Yes, Monthly::No));
  }
}

void MeasureTableMaker::blocked() {
  const CauseTable causes(settings_);
  for (std::size_t i = 0; i < causes.count(); ++i) {
    places_.blocked.push_back(may_block(causes, i) ? add("blocked." + causes.name(i), "household-days/year",
                                                         "Days that households wait because of " + causes.name(i) + ".",
                                                         Groups::Yes, Monthly::No)
                                                   : kNoMeasure);
  }
  places_.child_nights = add("child_nights.acute", "per year", "Nights that children spend in acute placements.",
                             Groups::Yes, Monthly::Yes);
}

bool MeasureTableMaker::may_block(const CauseTable& causes, std::size_t cause) const {
  const std::size_t subject = causes.subject(cause);
  switch (causes.kind(cause)) {
    case CauseKind::Pool:
      return has_units(StageId(subject));
    case CauseKind::Support: {
      const auto uses = [subject](const Stage& stage) {
        return stage.support && stage.support->team == TeamId(subject);
      };
      return any(variants_, [&uses](const Settings& settings) { return any_of(settings.stages, uses); });
    }
    case CauseKind::Board:
      return !settings_.boards.empty();
    default:
      return true;
  }
}

bool MeasureTableMaker::has_units(StageId id) const {
  const StageKind kind = settings_.stages[id.index()].kind;
  if (kind == StageKind::Apartment) return true;
  return kind == StageKind::Placement &&
         any(variants_, [id](const Settings& settings) { return settings.stages[id.index()].units.has_value(); });
}

bool MeasureTableMaker::owned_by_groups(const std::string& line) const {
  if (line == kIncomeSupportLine || line == kFeesLine) return true;
  return any(variants_, [&line](const Settings& settings) {
    return any_of(settings.stages, [&line](const Stage& stage) { return stage.line == line; }) ||
           any_of(settings.moves, [&line](const Move& move) { return move.line == line; });
  });
}

}  // namespace trapphus::models
