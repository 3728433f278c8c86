// SPDX-License-Identifier: MIT
#include "output/commands/commands.hpp"

#include "models/staircase/scenario.hpp"

#include "output/language/problem_words.hpp"
#include "output/studies/study.hpp"

namespace trapphus::output {

std::vector<Command> commands() {
  std::vector<Command> all;
  for (const Study& study : studies()) all.push_back(study_command(study));
  // After `run`, before the other studies.
  all.insert(all.begin() + 1, {check_command(), trace_command(), graph_command()});
  all.insert(all.end(), {serve_command(), work_command(), schema_command(), fields_command()});
  return all;
}

void print_problems(const std::vector<scenarios::Problem>& problems, const Streams& streams) {
  for (const auto& p : problems) streams.err << problem_in_words(streams.words, p) << '\n';
}

void print_warnings(const models::Scenario& scenario, const Streams& streams) {
  for (const auto* list : {&scenario.notices, &scenario.warnings}) {
    for (const auto& [path, phrase] : *list) {
      streams.err << streams.words("analysis.warning",
                                   {{"file", scenario.file}, {"path", path}, {"message", streams.words(phrase)}})
                  << '\n';
    }
  }
}

void print_unreadable(const scenarios::Unreadable& error, const Streams& streams) {
  const std::string what = streams.words(error.phrase());
  streams.err << streams.words("error", {{"what", what}}) << '\n';
}

}  // namespace trapphus::output
