// SPDX-License-Identifier: MIT
#include <algorithm>

#include "scenarios/format/sections/sections.hpp"

namespace trapphus::scenarios {

using models::Service;
using models::StaffTeam;
using models::Vacancy;

const Table<Service>& service_table() {
  static const Table<Service> kTable(
      "service", "Work that a team does for a household, such as searching for a home or getting debts in order.",
      {label<Service>(&Service::label), fixed(field<Service>("team", &Service::team, kTeam, kRequired, "Who does it.")),
       field<Service>("work", &Service::work, kWork, kRequired, "Hours of staff time for one household."),
       field<Service>("at_most", &Service::at_most, kUsefulHoursAWeek, kRequired,
                      "More hours a week than this do not speed it up."),
       field<Service>("weight", &Service::weight, kPositive, "1",
                      "Against the team's other work, when the hours do not suffice for all."),
       field<Service>("priority", &Service::priority, kCount, "0", "Smaller is taken first from the queue."),
       field<Service>("reached", &Service::reached, kShare, "100 %",
                      "Of those who need it, the share that is booked without a board.", models::Share(1)),
       field<Service>("if", &Service::only_if, kCondition, "everybody",
                      "Only households with these attributes need it."),
       field<Service>("after", &Service::after, kService, "none", "Services that must be finished before it begins."),
       field<Service>("repeat", &Service::repeat, kRepeat, "episode",
                      "When it is done again: never, when the household is homeless again, or in every stage.")});
  return kTable;
}

std::vector<Service> read_services(Context& context, const Node& root) {
  return read_section(
      context, root, "services", service_table(), [](Context& in, const Node& node, const Service& service) {
        const auto self = std::ranges::find(in.names.services, service.name) - in.names.services.begin();
        if (std::ranges::find(service.after, models::ServiceId(static_cast<std::size_t>(self))) == service.after.end())
          return;
        in.problem(place_of_key(node, "after"), "a service cannot come after itself"_p);
      });
}

namespace {

const Table<Vacancy>& vacancy_table() {
  static const Table<Vacancy> kTable(
      "vacancy", "Posts that stand empty between two dates.",
      {fixed(field<Vacancy>("from", &Vacancy::from, kDate, kRequired, "The first empty day.")),
       fixed(field<Vacancy>("to", &Vacancy::to, kLastDay, kRequired, "The last empty day.")),
       fixed(field<Vacancy>("fte", &Vacancy::fte, kPositive, kRequired, "How much is missing."))});
  return kTable;
}

}  // namespace

const Table<StaffTeam>& team_table() {
  static const Table<StaffTeam> kTable(
      "team", "Staff who share their hours among the households they work for.",
      {label<StaffTeam>(&StaffTeam::label),
       field<StaffTeam>("fte", &StaffTeam::fte, kNumber, kRequired,
                        "Full-time equivalents. With 0 the work stops where it is."),
       field<StaffTeam>("direct_hours", &StaffTeam::direct_hours, kHoursAWeek, kRequired,
                        "Hours with clients that one full-time post gives."),
       field<StaffTeam>("absence", &StaffTeam::absence, kFraction, "0 %",
                        "The part of these hours that is lost to illness and leave."),
       field<StaffTeam>("caseload", &StaffTeam::caseload, kNumber, "0, no limit",
                        "Households at once for one full-time post; 0 is no limit."),
       field<StaffTeam>("cost", &StaffTeam::cost, kPrice, "0", "Of one full-time post; not paid while it is vacant."),
       rows<StaffTeam>("vacancies", &StaffTeam::vacancies, vacancy_table(), "none",
                       "Resignations and long sick leaves.")});
  return kTable;
}

std::vector<StaffTeam> read_teams(Context& context, const Node& root) {
  return read_section(context, root, "staff", team_table(), [](Context& in, const Node& node, const StaffTeam& team) {
    for (std::size_t i = 0; i < team.vacancies.size(); ++i) {
      const Node& row = node.find("vacancies")->items[i];
      if (team.vacancies[i].to > team.vacancies[i].from) continue;
      if (row.find("from") != nullptr && row.find("to") != nullptr)
        in.problem(row.find("to")->at, "it ends before it begins"_p);
    }
  });
}

}  // namespace trapphus::scenarios
