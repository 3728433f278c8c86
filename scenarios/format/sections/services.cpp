// SPDX-License-Identifier: MIT
#include <optional>

#include "scenarios/format/sections/sections.hpp"

namespace trapphus::scenarios {

using models::Service;
using models::StaffTeam;
using models::Vacancy;

namespace {

/// The written shares; `reached` applies in the other stages.
Field<Service> reached_in() {
  FieldInfo info = describe("reached_in", Shape::StageShares, kShare, "format.default.as_reached");
  return {info,
          [](Context& context, const Node& node, Service& service) {
            const auto shares = read_shares(context, node, Phrase{"reader.what.stage"}, context.names.stages);
            service.reached_in.assign(shares.size(), std::nullopt);
            for (std::size_t i = 0; i < shares.size(); ++i) {
              if (node.is_scalar() ? shares[i] == models::Share(1) : node.find(context.names.stages[i]) != nullptr)
                service.reached_in[i] = shares[i];
            }
          },
          nullptr};
}

}  // namespace

const Table<Service>& service_table() {
  static const Table<Service> kTable(
      "service", {label<Service>(&Service::label), fixed(field<Service>("team", &Service::team, kTeam, kRequired)),
                  field<Service>("work", &Service::work, kWork, kRequired),
                  field<Service>("at_most", &Service::at_most, kUsefulHoursAWeek, kRequired),
                  field<Service>("weight", &Service::weight, kPositive, "1"),
                  field<Service>("priority", &Service::priority, kCount, "0"),
                  field<Service>("reached", &Service::reached, kShare, "100 %", models::Share(1)), reached_in(),
                  field<Service>("if", &Service::only_if, kCondition, "format.default.everybody"),
                  field<Service>("after", &Service::after, kService, "format.default.none"),
                  field<Service>("repeat", &Service::repeat, kRepeat, "episode")});
  return kTable;
}

std::vector<Service> read_services(Context& context, const Node& root) {
  return read_section(context, root, "services", service_table(), [](Context&, const Node&, const Service&) {});
}

namespace {

const Table<Vacancy>& vacancy_table() {
  static const Table<Vacancy> kTable("vacancy", {fixed(field<Vacancy>("from", &Vacancy::from, kDate, kRequired)),
                                                 fixed(field<Vacancy>("to", &Vacancy::to, kLastDay, kRequired)),
                                                 fixed(field<Vacancy>("fte", &Vacancy::fte, kPositive, kRequired))});
  return kTable;
}

}  // namespace

const Table<StaffTeam>& team_table() {
  static const Table<StaffTeam> kTable(
      "team", {label<StaffTeam>(&StaffTeam::label), field<StaffTeam>("fte", &StaffTeam::fte, kNumber, kRequired),
               field<StaffTeam>("direct_hours", &StaffTeam::direct_hours, kHoursAWeek, kRequired),
               field<StaffTeam>("absence", &StaffTeam::absence, kFraction, "0 %"),
               field<StaffTeam>("caseload", &StaffTeam::caseload, kNumber, "format.default.no_limit_at_0"),
               field<StaffTeam>("cost", &StaffTeam::cost, kPrice, "0"),
               rows<StaffTeam>("vacancies", &StaffTeam::vacancies, vacancy_table(), "format.default.none")});
  return kTable;
}

std::vector<StaffTeam> read_teams(Context& context, const Node& root) {
  return read_section(context, root, "staff", team_table(), [](Context& in, const Node& node, const StaffTeam& team) {
    for (std::size_t i = 0; i < team.vacancies.size(); ++i) {
      const Node& row = node.find("vacancies")->items[i];
      if (team.vacancies[i].to > team.vacancies[i].from) continue;
      if (row.find("from") != nullptr && row.find("to") != nullptr)
        in.problem(row.find("to")->at, Phrase{"reader.dates.it"});
    }
  });
}

}  // namespace trapphus::scenarios
