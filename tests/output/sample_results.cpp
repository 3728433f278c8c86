// SPDX-License-Identifier: MIT
#include "tests/output/sample_results.hpp"

#include <stdlib.h>

#include <fstream>
#include <iterator>
#include <limits>
#include <stdexcept>

#include "models/runs/results.hpp"
#include "models/staircase/scenario.hpp"
#include "tests/models/build.hpp"

namespace trapphus::tests {
namespace {

using namespace models;
using models::build::on;

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

Stage stage(const std::string& name, const std::string& english, StageKind kind) {
  Stage s;
  s.name = name;
  s.label = {"", english};
  s.kind = kind;
  return s;
}

Settings sample_settings() {
  Settings s;
  s.groups.resize(2);
  s.groups[0].name = "families";
  s.groups[1].name = "singles";
  s.stages = {stage("hotel", "Hotel", StageKind::Placement), stage("training", "", StageKind::Apartment),
              stage("own_home", "Own home", StageKind::Exit)};
  s.stages[1].label.sv = "Träningslägenhet";
  s.stages[2].home = true;
  Service search;
  search.name = "housing_search";
  search.label.en = "Housing search";
  search.team = TeamId(0);
  s.services = {search};
  StaffTeam team;
  team.name = "project";
  s.teams = {team};
  Move move;
  move.from = StageId(0);
  move.to = StageId(2);
  move.kind = MoveKind::Offer;
  s.moves = {move};
  Board board;
  board.name = "board";
  board.label.en = "Housing board";
  s.boards = {board};
  return s;
}

std::vector<Measure> sample_measures() {
  return {{"households.acute", "households", "Households in placements marked acute.", true, true},
          {"homes", "per year", "Households that get a home.", true, false},
          {"turnover.training", "per unit and year", "Move-outs, \"takeovers\" too.", false, false},
          {"returns", "share", "Back within 12 months.", true, false},
          {"cost.total", "SEK/month", "All cost lines.", true, true},
          {"blocked.pool:training", "household-days/year", "Days waited, for a unit.", true, false},
          {"days_to_home.mean", "days", "Not defined in this sample.", true, false}};
}

std::vector<Estimate> estimates(double factor) {
  return {{19.52 * factor, 18.9 * factor, 20.14 * factor, 10},
          {51 * factor, 48.9 * factor, 53.1 * factor, 10},
          {0.412 * factor, 0.39 * factor, 0.434 * factor, 10},
          {0.021 * factor, 0.011 * factor, 0.031 * factor, 10},
          {600000 * factor, 590000 * factor, 610000 * factor, 10},
          {1234 * factor, 1100 * factor, 1368 * factor, 10},
          {kNone, kNone, kNone, 0}};
}

MeasureSet measure_set(double factor) {
  MeasureSet set;
  set.values = estimates(factor);
  const std::vector<double> mean{20 * factor, 19.1 * factor, 18.25 * factor};
  set.monthly[0] = {engine::Month(2011 * 12 + 8), mean, mean, mean, mean, mean};
  set.tertial[0] = {engine::Month(2011 * 12 + 8), {19.5 * factor, kNone}, {19 * factor}, {20 * factor}, {}, {}};
  set.yearly[4] = {engine::Month(2011 * 12), {7.2e6 * factor}, {7e6 * factor}, {7.4e6 * factor}, {}, {}};
  return set;
}

AlternativeResult alternative(const std::string& name, const Label& label, double factor) {
  AlternativeResult a{name, label, measure_set(factor), {measure_set(factor / 2), measure_set(factor / 2)}, {}};
  a.ledger.push_back({engine::Month(2011 * 12 + 8), "nights", "hotel", "families", 300000.5 * factor});
  a.lost = {{"hotel", "families", "pool:training", {834 * factor, 700 * factor, 968 * factor, 10}},
            {"", "singles", "pool:training", {400 * factor, 300 * factor, 500 * factor, 10}}};
  return a;
}

Difference difference() {
  std::vector<Estimate> all = estimates(0);
  all[0] = {-6.8, -8.0, -5.6, 10};
  all[4] = {-263000, -283000, -243000, 10};
  return {"project", all, {all, all}};
}

Saving saving(double total, double probability) {
  const engine::Month from(2011 * 12 + 8);
  Saving s;
  s.cumulative = {from,
                  {-1000, 500, total},
                  {-1500, 0, total - 100},
                  {-500, 1000, total + 100},
                  {-2000, -200, 0},
                  {0, 900, 2 * total}};
  s.yearly = {engine::Month(2011 * 12), {total}, {total - 100}, {total + 100}, {0}, {2 * total}};
  s.all = {total, total - 100, total + 100, 10};
  s.payback = {
      engine::Month(2014 * 12 + 7), probability, probability - 0.1, probability + 0.05, engine::Month(2012 * 12 + 1),
      engine::Month(2012 * 12 + 5), {}};
  s.totals = {total, total};
  return s;
}

ObservationResult observation(double value, GroupId group) {
  Observation o{"households.acute", group, on(2011, 9, 1), on(2012, 1, 1), value, 0.5, "project", "the report", {}};
  return {o, group.valid() ? "families" : "", 20.4, 17.5, 23.3};
}

}  // namespace

Scenario sample_scenario() {
  Scenario s;
  s.name = "Små hem i Hässelby";
  s.file = "scenarios/sample.yaml";
  s.sha256 = "0123abcd";
  s.from = on(2011, 9, 1);
  s.to = on(2014, 9, 1);
  s.seed = 7;
  s.precision_measure = "cost.total";
  s.alternatives = {{"zero", {"Nollalternativ", "Zero alternative"}, {{s.from, sample_settings()}}},
                    {"project", {"Projektet", ""}, {{s.from, sample_settings()}}}};
  s.inputs = {{"stages.hotel.price", "585 SEK/day", "the report", "", "", "", s.file, 12},
              {"groups.families.debts", "50 %", "", "no data", "30 %", "70 %", s.file, 13}};
  return s;
}

Results sample_results() {
  Results r;
  r.seed = 7;
  r.replications = 10;
  r.events = 182310;
  r.check = {true, "simgrid", "3.32", 18231, true, true, 0, {}, ""};
  r.measures = sample_measures();
  r.groups = {"families", "singles"};
  r.alternatives = {alternative("zero", {"Nollalternativ", "Zero alternative"}, 1),
                    alternative("project", {"Projektet", ""}, 0.5)};
  r.differences = {difference()};
  r.savings = {{"project",
                saving(9468000, 0.9),
                saving(11168000, 0.92),
                saving(9000000, 0.94),
                {{"district", {5e6, 4e6, 6e6, 10}}}}};
  r.observations = {observation(19.5, GroupId()), observation(30.25, GroupId(0))};
  CaseResult low{"low", {"", "Low inflow"}, {difference()}, {estimates(0.9), estimates(0.4)}};
  low.differences[0].all[4] = {-100000, -120000, -80000, 10};
  r.cases = {low};
  return r;
}

ScratchFolder::ScratchFolder() {
  std::string name = (std::filesystem::temp_directory_path() / "trapphus-test-XXXXXX").string();
  if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("no scratch folder");
  path_ = name;
}

ScratchFolder::~ScratchFolder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

std::size_t ScratchFolder::entries() const {
  const std::filesystem::directory_iterator begin(path_);
  return static_cast<std::size_t>(std::distance(begin, std::filesystem::directory_iterator()));
}

std::string content(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

}  // namespace trapphus::tests
