// SPDX-License-Identifier: MIT
#include "scenarios/reading/variants.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "models/pathway/pathway.hpp"
#include "models/staircase/scenario.hpp"
#include "scenarios/format/sections/sections.hpp"
#include "scenarios/format/sections/settings_reader.hpp"
#include "scenarios/format/yaml/nearest.hpp"
#include "scenarios/reading/load.hpp"

namespace trapphus::scenarios {

namespace {

void sort_by_date(std::vector<Dated>& timeline) {
  std::ranges::stable_sort(timeline, {}, &Dated::on);
}

bool is_whole(const Variant& variant) {
  return variant.shows_part_of.empty();
}

}  // namespace

/// Those that show a part of another come last, whatever their place in the file.
void VariantBuilder::sort_parts(std::vector<Variant>& variants) {
  std::ranges::stable_partition(variants, is_whole);
  std::vector<std::string> wholes;
  for (const auto& variant : variants) {
    if (is_whole(variant)) wholes.push_back(variant.name);
  }
  for (const auto& variant : variants) {
    if (is_whole(variant) || std::ranges::find(wholes, variant.shows_part_of) != wholes.end()) continue;
    problems_.add(place_of_key(*root_.find("alternatives")->find(variant.name), "shows_part_of"),
                  Phrase{"reader.alternative.no_whole",
                         {{"name", variant.shows_part_of},
                          {"alternative", variant.name},
                          {"suggestion", suggestion(variant.shows_part_of, wholes)}}});
  }
}

void VariantBuilder::build(Context& context, models::Scenario& scenario) {
  timeline_ = read_timeline(context, root_);
  sort_by_date(timeline_);
  auto variants = read_variants(context, root_, "alternatives", alternative_table());
  auto cases = read_variants(context, root_, "cases", case_table());
  if (variants.empty()) variants.push_back({"scenario", {}, {}, {}, {}});
  sort_parts(variants);
  for (auto* list : {&variants, &cases}) {
    for (auto& variant : *list) sort_by_date(variant.timeline);
  }
  for (const auto& variant : variants) {
    scenario.alternatives.push_back(alternative(variant, {}, context_.to));
    beginnings_.push_back(tree(variant, {}, context_.from));
  }
  for (const auto& assumptions : cases) {
    models::Case other{assumptions.name, assumptions.label, {}};
    for (const auto& variant : variants) {
      if (is_whole(variant)) other.alternatives.push_back(alternative(variant, assumptions, context_.to));
    }
    scenario.cases.push_back(std::move(other));
  }
  written_ = std::move(variants);
}

void VariantBuilder::go_on(const ApplicationRow& application, models::Scenario& scenario) {
  if (!application.after || !application.ends) return;
  models::Afterwards after{application.after->until.value_or(context_.to), {}, {}};
  if (after.to <= *application.ends) return;
  const auto go_on_with = [&](Variant variant, const std::vector<Patch>& changes) {
    variant.timeline.push_back({*application.ends, changes});
    sort_by_date(variant.timeline);
    return alternative(variant, {}, after.to);
  };
  for (std::size_t i = 0; i < written_.size(); ++i) {
    const bool first = i == 0;
    after.gone.push_back(go_on_with(written_[i], first ? std::vector<Patch>{} : application.after->gone));
    after.permanent.push_back(go_on_with(written_[i], first ? std::vector<Patch>{} : application.after->permanent));
  }
  scenario.afterwards = std::move(after);
}

Node VariantBuilder::tree(const Variant& variant, const Variant& assumptions, engine::Time date) {
  Node copy = root_;
  const auto change = [&](const std::vector<Patch>& patches, Reach reach) {
    for (const Patch& patch : patches) apply(copy, patch, reach, problems_);
  };
  const auto change_until = [&](const std::vector<Dated>& timeline) {
    for (const Dated& entry : timeline) {
      if (entry.on <= date) change(entry.changes, Reach::Timeline);
    }
  };
  change_until(timeline_);
  change(assumptions.changes, Reach::Alternative);
  change_until(assumptions.timeline);
  change(variant.changes, Reach::Alternative);
  change_until(variant.timeline);
  normalise(copy);
  return copy;
}

models::Alternative VariantBuilder::alternative(const Variant& variant, const Variant& assumptions, engine::Time to) {
  std::set<engine::Time> dates{context_.from};
  for (const std::vector<Dated>* timeline : {&std::as_const(timeline_), &assumptions.timeline, &variant.timeline}) {
    for (const Dated& entry : *timeline) {
      if (entry.on > context_.from) dates.insert(entry.on);
    }
  }
  models::Alternative result{variant.name, variant.label, {}, variant.shows_part_of};
  for (const engine::Time date : dates) {
    Context context(problems_, inputs_);
    context.from = context_.from;
    context.to = to;
    context.sources = context_.sources;
    result.epochs.push_back({date, read_settings(context, tree(variant, assumptions, date))});
  }
  return result;
}

void VariantBuilder::check_pathways(const models::Scenario& scenario) {
  std::set<std::pair<std::string, Phrase>> seen;
  for (std::size_t i = 0; i < scenario.alternatives.size(); ++i) {
    const auto& alternative = scenario.alternatives[i];
    for (const auto& finding : models::check_pathway(alternative.epochs)) {
      if (finding.severity != models::Finding::Severity::Error) continue;
      if (!seen.emplace(finding.path, finding.phrase).second) continue;
      const Phrase where =
          i == 0 ? Phrase() : Phrase{"reader.finding.alternative", {{"alternative", alternative.name}}};
      problems_.add(
          locate(beginnings_[i], finding.path),
          Phrase{"reader.finding", {{"path", finding.path}, {"finding", finding.phrase}, {"alternative", where}}});
    }
  }
}

}  // namespace trapphus::scenarios
