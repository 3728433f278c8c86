// SPDX-License-Identifier: MIT
#include <nlohmann/json.hpp>

#include "output/documents/budget_document.hpp"
#include "output/json/document.hpp"
#include "output/json/parts.hpp"
#include "output/language/localized_error.hpp"
#include "output/studies/study.hpp"
#include "output/terminal/summary.hpp"
#include "output/workbook/workbook.hpp"

namespace trapphus::output {
namespace {

using Json = nlohmann::ordered_json;

struct Budgeted {
  scenarios::BudgetFigures figures;
  bool interrupted = false;
};

void check_budget(const OptionValues& options) {
  if (options.text("format") == "xlsx" && !options.has("out")) throw UsageError("usage.workbook_to_file");
}

std::any run_budget(const StudyInput& input) {
  const scenarios::SensitivityRun sensitivity{input.scenario(), input.options.assignments("set"),
                                              input.options.text("alternative"), input.simulation};
  if (input.show_warnings) input.warn(scenarios::read(input.scenario(), input.options.assignments("set")));
  input.begin();
  scenarios::BudgetFigures figures = budget_figures(sensitivity);
  if (figures.results.replications == 0) return {};
  return Budgeted{std::move(figures), input.stopped()};
}

StudyEnding ending(const Budgeted& result, const OptionValues&, const Words& words) {
  const models::Results& results = result.figures.results;
  StudyEnding end{exit_code(results, result.interrupted), results.replications};
  if (result.interrupted) end.remarks.push_back(words("budget.interrupted"));
  if (results.check.ran && !results.check.equal)
    end.remarks.push_back(words("error", {{"what", check_line(results.check, words)}}));
  return end;
}

/// The document in every language, and in the reader's.
std::string page_data(const Budgeted& result, const Words& words) {
  Json documents = Json::object();
  for (const Catalogue& catalogue : catalogues())
    documents[catalogue.language] = document_json(budget_document(result.figures, Words(Language(catalogue))));
  const Json data = {{"kind", "budget"}, {"document", documents[words.language().code()]}, {"documents", documents}};
  return in_one_line(data);
}

std::vector<std::string> write_xlsx(const Budgeted& result, const Words& words, const std::filesystem::path& file) {
  write_workbook(file, budget_document(result.figures, words),
                 {words("sheet.text"), words("column.low"), words("column.high")});
  return {};
}

std::vector<Renderer> budget_renderers() {
  return {content_of<Budgeted>("page", "", page_data), file_of<Budgeted>("xlsx", "budget-*.xlsx", write_xlsx),
          content_of<Budgeted>(
              "html", "budget-*.html",
              [](const Budgeted& it, const Words& words) { return to_html(budget_document(it.figures, words)); }),
          content_of<Budgeted>("md", "budget-*.md", [](const Budgeted& it, const Words& words) {
            return to_markdown(budget_document(it.figures, words));
          })};
}

}  // namespace

Study budget_study() {
  return {.name = "budget",
          .help = "help.budget",
          .options = joined({{file_option(),
                              alternative_option("help.budget.alternative"),
                              {.name = "format",
                               .type = OptionType::Choice,
                               .help = "help.budget.format",
                               .shown = "md|html|xlsx",
                               .choices = {"md", "html", "xlsx"},
                               .refusal = "usage.format",
                               .given = GivenAt::CommandLine},
                              {.name = "out",
                               .type = OptionType::Target,
                               .help = "help.budget.out",
                               .shown = "FILE",
                               .target = {.shown_otherwise = true}}},
                             experiment_options(),
                             {settings_option()}}),
          .needs = {"application"},
          .nothing = "study.nothing",
          .check = check_budget,
          .run = run_budget,
          .ending = ending_of<Budgeted>(ending),
          .renderers = budget_renderers()};
}

}  // namespace trapphus::output
