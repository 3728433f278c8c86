// SPDX-License-Identifier: MIT
#include "models/studies/bottleneck.hpp"
#include "output/commands/option_values.hpp"
#include "output/documents/budget_document.hpp"
#include "output/files/comparison_csv.hpp"
#include "output/json/bottleneck.hpp"
#include "output/json/comparison.hpp"
#include "output/json/document.hpp"
#include "output/report/comparison_report.hpp"
#include "output/serve/work.hpp"
#include "output/studies/comparison.hpp"
#include "output/workbook/workbook.hpp"
#include "scenarios/reading/as_written.hpp"
#include "scenarios/reading/reader.hpp"

namespace trapphus::output {
namespace {

using Json = Work::Json;

void write_documents(Work& work, const BudgetFigures& figures, Language language, const std::string& ending,
                     std::vector<std::string>& names, Json& documents) {
  const Words words(language);
  const Document document = budget_document(figures, words);
  const std::string stem = "budget-" + ending;
  work.write(stem + ".html", to_html(document));
  work.write(stem + ".md", to_markdown(document));
  write_workbook(work.folder() / (stem + ".xlsx"), document,
                 {words("sheet.text"), words("column.low"), words("column.high")});
  for (const char* format : {".xlsx", ".html", ".md"}) names.push_back(stem + format);
  documents[ending] = document_json(document);
}

}  // namespace

void work_bottleneck(Work& work) {
  const auto scenario = scenarios::ScenarioFile(work.source()).scenario({}, scenarios::ScenarioFile::Cases::Without);
  models::BottleneckOptions options;
  options.run = work.run_options();
  options.alternative = work.options().value("alternative", options.alternative);
  options.measure = work.options().value("measure", options.measure);
  const auto found = models::find_bottleneck(scenario, options);
  if (found.replications > 0) work.answer(bottleneck_data(scenario, found), found.replications, false);
}

void work_compare(Work& work) {
  std::vector<ComparedScenario> entries;
  const bool alternatives = work.options().value("alternatives", false);
  for (const std::string id : work.options().at("scenarios")) {
    auto scenario = scenarios::ScenarioFile(work.saved(id)).scenario({}, scenarios::ScenarioFile::Cases::Without);
    const auto usual = usual_alternative(scenario, scenarios::alternative_as_written(work.saved(id)));
    entries.push_back({std::move(scenario), alternatives ? std::string() : usual});
  }
  ComparisonOptions options{work.options().value("measures", std::vector<std::string>()),
                            models::find_definition(work.options().value("definition", std::string())),
                            work.run_options()};
  const Comparison found = compare(entries, options);
  if (found.rows.empty()) return;
  work.answer(comparison_data(found, entries), found.replications, false);
  work.write("comparison.csv", comparison_csv(found));
  work.write("comparison.json", comparison_json(found));
  work.tell_files({"comparison.csv", "comparison.json"});
}

void work_budget(Work& work) {
  SensitivityRun run{work.source(), {}, work.options().value("alternative", std::string()), work.run_options()};
  const BudgetFigures figures = budget_figures(run);
  Json documents = Json::object();
  std::vector<std::string> names;
  write_documents(work, figures, Language::Sv, "sv", names, documents);
  write_documents(work, figures, Language::En, "en", names, documents);
  const Json data = {{"kind", "budget"},
                     {"document", documents[work.language() == Language::Sv ? "sv" : "en"]},
                     {"documents", documents}};
  work.answer(data.dump(-1, ' ', false, Json::error_handler_t::replace), figures.results.replications, false);
  work.tell_files(names);
}

}  // namespace trapphus::output
