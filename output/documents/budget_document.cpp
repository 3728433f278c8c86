// SPDX-License-Identifier: MIT
#include "output/documents/budget_document.hpp"

#include <algorithm>

#include "models/runs/headline.hpp"
#include "models/staircase/grant_line.hpp"
#include "output/documents/budget_tables.hpp"
#include "output/language/evidence.hpp"
#include "output/language/wording.hpp"

namespace trapphus::output {
namespace {

using models::FormTexts;
using models::Label;

/// What a reader in the street would call a benefit to citizens.
bool for_citizens(const std::string& measure) {
  for (const char* start : {"homes", "first_hand", "days_to_home", "home_within_year", "returns", "prevented",
                            "child_nights", "households.acute", "retention", "situation"}) {
    if (measure.starts_with(start)) return true;
  }
  return false;
}

class Composer {
 public:
  Composer(const scenarios::BudgetFigures& figures, const Words& words)
      : figures_(figures), words_(words), tables_(figures, words) {}

  Document document() {
    document_.language = words_("code");
    document_.title = words_("title", {{"name", tables_.called(figures_.project())}});
    document_.subtitle = words_("subtitle", {{"scenario", called(words_, figures_.scenario)},
                                             {"period", words_.span(figures_.scenario.from, figures_.scenario.to)},
                                             {"zero", tables_.called(figures_.zero())},
                                             {"replications", words_.number(figures_.results.replications, 0)},
                                             {"seed", std::to_string(figures_.results.seed)}});
    in_short();
    background();
    description();
    alternatives();
    benefit();
    zero_alternative();
    scope();
    benchmarking();
    preconditions();
    evidence();
    costs();
    resources();
    risks();
    follow_up();
    return std::move(document_);
  }

 private:
  void begin(std::string_view id) { document_.sections.push_back({words_(id), {}}); }
  void add(Block block) { document_.sections.back().blocks.push_back(std::move(block)); }
  void add_paragraph(std::string text) { add(Paragraph{std::move(text)}); }
  void heading(std::string_view id) { add(Subheading{words_(id)}); }
  void show(DocumentTable table) {
    if (!table.rows.empty()) add(std::move(table));
  }
  /// The applicant's own words, or what belongs there.
  void text(Label FormTexts::*member, std::string_view prompt) {
    const std::string own = words_.text_of(figures_.application().texts.*member);
    if (own.empty())
      add(Prompt{words_(prompt)});
    else
      add_paragraph(own);
  }

  void in_short() {
    begin("section.short");
    if (!figures_.complete) add_paragraph(words_("incomplete"));
    add_paragraph(words_("short.how"));
    show(tables_.beside_each_other());
    if (figures_.application().price_year)
      add_paragraph(words_("price_year", {{"year", std::to_string(*figures_.application().price_year)}}));
    else
      add(Prompt{words_("prompt.price_year")});
  }

  void background() {
    begin("section.background");
    text(&FormTexts::background, "prompt.background");
    show(tables_.present_state());
    show(tables_.observed());
  }

  void description() {
    begin("section.description");
    text(&FormTexts::description, "prompt.description");
    show(tables_.what_changes());
  }

  void alternatives() {
    begin("section.alternatives");
    text(&FormTexts::alternatives, "prompt.alternatives");
    show(tables_.alternatives());
  }

  void benefit() {
    begin("section.benefit");
    heading("heading.internal");
    text(&FormTexts::internal_benefit, "prompt.internal");
    std::vector<std::string> internal, citizens;
    for (const std::size_t m : models::headline(figures_.scenario, figures_.results)) {
      const std::string& name = figures_.results.measures[m].name;
      (for_citizens(name) ? citizens : internal).push_back(name);
    }
    show(tables_.measures(internal, words_("sheet.internal"), words_("table.internal")));
    show(tables_.efforts());
    show(tables_.events());
    heading("heading.citizens");
    text(&FormTexts::citizen_benefit, "prompt.citizens");
    show(tables_.measures(citizens, words_("sheet.citizens"), words_("table.citizens")));
  }

  void zero_alternative() {
    begin("section.zero");
    text(&FormTexts::zero_alternative, "prompt.zero");
    show(tables_.zero_by_year());
  }

  void scope() {
    begin("section.scope");
    text(&FormTexts::scope, "prompt.scope");
    std::vector<std::string> groups;
    for (const auto& group : figures_.zero_settings().groups) groups.push_back(words_.called(group.label, group.name));
    std::string all;
    for (const auto& group : groups) all += (all.empty() ? "" : ", ") + group;
    add_paragraph(words_("scope.model", {{"groups", all},
                                         {"period", words_.span(figures_.scenario.from, figures_.scenario.to)},
                                         {"project", words_.span(figures_.begins, figures_.ends)}}));
  }

  void benchmarking() {
    begin("section.benchmarking");
    text(&FormTexts::benchmarking, "prompt.benchmarking");
  }

  void preconditions() {
    begin("section.preconditions");
    text(&FormTexts::preconditions, "prompt.preconditions");
    show(tables_.holding_back());
  }

  void evidence() {
    begin("section.evidence");
    text(&FormTexts::evidence, "prompt.evidence");
    add_paragraph(evidence_in_words(figures_.scenario, figures_.results, words_));
  }

  /// A grant that the zero alternative gets as well is no grant for the project.
  [[nodiscard]] bool grant_in_both() const {
    const auto& ledger = figures_.project().ledger;
    const bool granted =
        std::any_of(ledger.begin(), ledger.end(), [](const auto& row) { return models::is_grant_line(row.line); });
    return granted && figures_.saving().with_grants.totals == figures_.saving().cost.totals;
  }

  void costs() {
    begin("section.costs");
    text(&FormTexts::costs, "prompt.costs");
    heading("heading.application_itself");
    if (figures_.application().budget.empty()) add(Prompt{words_("prompt.budget")});
    show(tables_.own_budget());
    if (figures_.application().sum.empty()) add(Prompt{words_("prompt.sum")});
    show(tables_.own_sum());
    heading("heading.simulated_costs");
    show(tables_.costs_of_project());
    show(tables_.costs_of_zero());
    show(tables_.costs_saved());
    show(tables_.saving_by_year());
    if (grant_in_both()) add(Prompt{words_("prompt.grant_in_both")});
    heading("heading.whose_money");
    if (figures_.application().payers.empty())
      add(Prompt{words_("prompt.payers")});
    else
      show(tables_.payers());
    heading("heading.after");
    if (figures_.afterwards) {
      add_paragraph(words_("after.how"));
      show(tables_.after_the_project());
    } else {
      add(Prompt{words_("prompt.after")});
    }
    show(tables_.other_prices());
  }

  void resources() {
    begin("section.resources");
    text(&FormTexts::resources, "prompt.resources");
    show(tables_.resources());
  }

  void risks() {
    begin("section.risks");
    text(&FormTexts::risks, "prompt.risks");
    show(tables_.risks());
    show(tables_.cases());
    show(tables_.sensitivity());
  }

  void follow_up() {
    begin("section.follow_up");
    text(&FormTexts::follow_up, "prompt.follow_up");
    show(tables_.follow_up());
    show(tables_.follow_up_as_a_whole());
  }

  const scenarios::BudgetFigures& figures_;
  const Words& words_;
  BudgetTables tables_;
  Document document_;
};

}  // namespace

Document budget_document(const scenarios::BudgetFigures& figures, const Words& words) {
  return Composer(figures, words).document();
}

}  // namespace trapphus::output
