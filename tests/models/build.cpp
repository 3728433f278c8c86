// SPDX-License-Identifier: MIT
#include "tests/models/build.hpp"

namespace trapphus::models::build {

Distribution fixed_days(double days) {
  return Distribution::constant(days * kSecondsADay);
}

Distribution exponential_days(double mean) {
  return Distribution::exponential(mean * kSecondsADay);
}

Distribution uniform_days(double low, double high) {
  return Distribution::uniform(low * kSecondsADay, high * kSecondsADay);
}

GroupId Build::group(const std::string& name, double arrivals_per_week, const std::string& enters) {
  Group group;
  group.name = name;
  group.arrivals = per_week(arrivals_per_week);
  group.persons = Distribution::constant(1);
  settings_.groups.push_back(group);
  enters_.push_back(enters);
  return GroupId(settings_.groups.size() - 1);
}

AttributeId Build::attribute(const std::string& name) {
  settings_.attributes.push_back(name);
  return AttributeId(settings_.attributes.size() - 1);
}

void Build::has(const std::string& group_name, AttributeId attribute, double share) {
  auto& shares = group(group_name).attributes;
  shares.resize(std::max(shares.size(), attribute.index() + 1));
  shares[attribute.index()] = Share(share);
}

StageId Build::placement(const std::string& name, std::int64_t kronor_a_day, bool acute) {
  Stage stage = named(name, StageKind::Placement);
  stage.acute = acute;
  stage.line = acute ? "acute" : "placements";
  stage.price = everyone(a_day(kronor_a_day));
  return add(stage);
}

StageId Build::apartment(const std::string& name, int units, std::int64_t rent_a_month) {
  Stage stage = named(name, StageKind::Apartment);
  stage.units = units;
  stage.line = "rent";
  stage.rent = a_month(rent_a_month);
  return add(stage);
}

StageId Build::exit(const std::string& name, bool home, bool first_hand) {
  Stage stage = named(name, StageKind::Exit);
  stage.home = home;
  stage.first_hand = first_hand;
  return add(stage);
}

TeamId Build::team(const std::string& name, double fte, double direct_hours, double caseload,
                   std::int64_t kronor_a_year) {
  StaffTeam team;
  team.name = name;
  team.fte = fte;
  team.direct_hours = direct_hours;
  team.caseload = caseload;
  team.cost = a_year(kronor_a_year);
  settings_.teams.push_back(team);
  return TeamId(settings_.teams.size() - 1);
}

ServiceId Build::service(const std::string& name, TeamId team, Distribution hours, double hours_a_week_at_most) {
  Service service;
  service.name = name;
  service.team = team;
  service.work = std::move(hours);
  service.at_most = hours_a_week_at_most;
  service.priority = everyone(0);
  service.reached = everyone(Share(1));
  settings_.services.push_back(service);
  return ServiceId(settings_.services.size() - 1);
}

Move& Build::planned(const std::string& from, const std::string& to, Distribution stay, double share,
                     std::vector<ServiceId> requirements) {
  Move& move = add(MoveKind::Planned, from, to);
  move.stay = everyone(std::move(stay));
  move.share = everyone(Share(share));
  move.requirements = std::move(requirements);
  return move;
}

Move& Build::offers(const std::string& from, const std::string& to, double offers_a_year, double alone_a_year,
                    std::vector<ServiceId> after) {
  Move& move = add(MoveKind::Offer, from, to);
  move.offers = everyone(per_year(offers_a_year));
  move.alone = everyone(per_year(alone_a_year < 0 ? offers_a_year : alone_a_year));
  move.after = std::move(after);
  return move;
}

Move& Build::risk(const std::string& from, const std::string& to, double a_year) {
  Move& move = add(MoveKind::Risk, from, to);
  move.risk = everyone(per_year(a_year));
  return move;
}

void Build::initial(const std::string& stage_name, const std::string& group_name, int households) {
  Initial initial;
  initial.stage = id(stage_name);
  initial.group = group_id(group_name);
  initial.households = households;
  settings_.initial.push_back(initial);
}

Board& Build::board(const std::string& name, const std::vector<std::string>& stages) {
  Board board;
  board.name = name;
  for (const auto& stage : stages) board.stages.push_back(id(stage));
  settings_.boards.push_back(board);
  return settings_.boards.back();
}

Ceiling& Build::ceiling(const std::string& name, const std::vector<std::string>& stages, Price amount) {
  Ceiling ceiling;
  ceiling.name = name;
  for (const auto& stage : stages) ceiling.stages.push_back(id(stage));
  ceiling.amount = amount;
  settings_.ceilings.push_back(ceiling);
  return settings_.ceilings.back();
}

GroupId Build::group_id(const std::string& name) const {
  return GroupId(index_of(settings_.groups, name, "group"));
}

Settings Build::settings() const {
  Settings all = settings_;
  for (std::size_t i = 0; i < all.groups.size(); ++i) complete(all.groups[i], enters_[i]);
  for (Stage& stage : all.stages) complete(stage);
  for (Service& service : all.services) {
    fill(service.priority);
    fill(service.reached, Share(1));
  }
  for (Move& move : all.moves) complete(move);
  for (Board& board : all.boards) board.diverts.resize(all.stages.size());
  return all;
}

Stage Build::named(const std::string& name, StageKind kind) {
  Stage stage;
  stage.name = name;
  stage.kind = kind;
  return stage;
}

StageId Build::add(Stage stage) {
  settings_.stages.push_back(std::move(stage));
  return StageId(settings_.stages.size() - 1);
}

Move& Build::add(MoveKind kind, const std::string& from, const std::string& to) {
  Move move;
  move.kind = kind;
  move.from = id(from);
  move.to = id(to);
  settings_.moves.push_back(std::move(move));
  return settings_.moves.back();
}

void Build::complete(Group& group, const std::string& enters) const {
  group.attributes.resize(settings_.attributes.size());
  group.enters.resize(settings_.stages.size());
  if (!enters.empty()) group.enters[id(enters).index()] = Share(1);
}

void Build::complete(Stage& stage) const {
  fill(stage.price);
  fill(stage.reserved);
  fill(stage.ready_after);
  for (Form& form : stage.forms) {
    fill(form.price);
    fill(form.share);
  }
  if (stage.relapse) fill(stage.relapse->rate);
}

void Build::complete(Move& move) const {
  fill(move.allowed, true);
  fill(move.share);
  fill(move.stay);
  fill(move.offers);
  fill(move.alone);
  fill(move.risk);
}

Build hotel_training_home(int units) {
  Build b;
  b.group("singles", 0, "hotel");
  b.placement("hotel", 500);
  b.apartment("training", units);
  b.exit("home");
  return b;
}

}  // namespace trapphus::models::build
