// SPDX-License-Identifier: MIT
#include "output/commands/commands.hpp"
#include "output/commands/interrupt.hpp"
#include "output/commands/option_values.hpp"
#include "output/commands/progress.hpp"
#include "output/documents/budget_document.hpp"
#include "output/files/atomic_file.hpp"
#include "output/terminal/summary.hpp"
#include "output/workbook/workbook.hpp"

namespace trapphus::output {
namespace {

BudgetFigures compute(const BudgetCommand& command, const Interruption& interruption, const Streams& streams) {
  ProgressDisplay display(streams.err, progress_style(streams.err, command.quiet), streams.words);
  SensitivityRun run{command.file, command.overrides, command.alternative, command.options};
  run.options.stop = &interruption.flag();
  run.options.progress = [&display](const models::Progress& progress) { display.show(progress); };
  return budget_figures(run);
}

void write_xlsx(const std::filesystem::path& target, const Document& document, const Words& words) {
  PendingFile file(target);
  write_workbook(file.temporary(), document, {words("sheet.text"), words("column.low"), words("column.high")});
  file.sync();
  file.publish();
}

void write(const BudgetCommand& command, const Document& document, const Words& words, std::ostream& out) {
  if (command.format == DocumentFormat::Workbook) return write_xlsx(*command.out, document, words);
  const std::string text = command.format == DocumentFormat::Html ? to_html(document) : to_markdown(document);
  if (command.out)
    write_atomically(*command.out, text);
  else
    out << text;
}

}  // namespace

DocumentFormat format_value(const std::string& text) {
  if (text == "md") return DocumentFormat::Markdown;
  if (text == "html") return DocumentFormat::Html;
  if (text == "xlsx") return DocumentFormat::Workbook;
  throw UsageError("usage.format", {{"found", text}});
}

ExitCode budget_command(const BudgetCommand& command, Streams streams) {
  if (command.format == DocumentFormat::Workbook && !command.out) throw UsageError("usage.workbook_to_file");
  const Interruption interruption;
  const BudgetFigures figures = compute(command, interruption, streams);
  const Words& words = streams.words;
  write(command, budget_document(figures, words), words, streams.out);
  const bool interrupted = interruption.requested();
  if (interrupted) streams.err << words("budget.interrupted") << '\n';
  if (figures.results.check.ran && !figures.results.check.equal)
    streams.err << words("error", {{"what", check_line(figures.results.check, words)}}) << '\n';
  return exit_code(figures.results, interrupted);
}

}  // namespace trapphus::output
