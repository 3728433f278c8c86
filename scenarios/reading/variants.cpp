// SPDX-License-Identifier: MIT
#include "scenarios/reading/variants.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <utility>

#include "models/pathway/pathway.hpp"
#include "models/staircase/scenario.hpp"
#include "scenarios/format/fields/relative.hpp"
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
    beginnings_.push_back(tree(steps(variant, {}, context_.from)));
    notice_plain_changes("alternatives", variant, scenario);
  }
  for (const auto& assumptions : cases) {
    notice_plain_changes("cases", assumptions, scenario);
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

/// A change, with the rank of what it belongs to (the scenario, the case, the alternative) and when it begins.
struct VariantBuilder::Step {
  const Patch* patch = nullptr;
  Reach reach = Reach::Timeline;
  int rank = 0;
  engine::Time from = engine::Time::min();
};

std::vector<VariantBuilder::Step> VariantBuilder::steps(const Variant& variant, const Variant& assumptions,
                                                        engine::Time date) const {
  std::vector<Step> written;
  const auto add = [&](const std::vector<Patch>& changes, const std::vector<Dated>& timeline, int rank) {
    for (const Patch& patch : changes) written.push_back({&patch, Reach::Alternative, rank, engine::Time::min()});
    for (const Dated& entry : timeline) {
      if (entry.on > date) continue;
      for (const Patch& patch : entry.changes) written.push_back({&patch, Reach::Timeline, rank, entry.on});
    }
  };
  add({}, timeline_, 0);
  add(assumptions.changes, assumptions.timeline, 1);
  add(variant.changes, variant.timeline, 2);

  std::vector<std::vector<std::size_t>> followers(written.size());  // relative changes that come after another
  std::vector<bool> follows(written.size());
  for (std::size_t i = 0; i < written.size(); ++i) {
    if (!is_relative(written[i].patch->value)) continue;
    std::optional<std::size_t> last;
    bool replaced = false;
    for (std::size_t j = i + 1; j < written.size(); ++j) {
      if (written[j].rank <= written[i].rank || written[j].from > written[i].from) continue;
      if (!are_related(written[j].patch->path, written[i].patch->path)) continue;
      const bool plain = !is_relative(written[j].patch->value);
      if (plain) replaced = written[j].from == written[i].from;
      if (plain || last) last = j;
    }
    if (!last || replaced) continue;
    followers[*last].push_back(i);
    follows[i] = true;
  }
  std::vector<Step> ordered;
  for (std::size_t i = 0; i < written.size(); ++i) {
    if (!follows[i]) ordered.push_back(written[i]);
    for (const std::size_t follower : followers[i]) ordered.push_back(written[follower]);
  }
  return ordered;
}

Node VariantBuilder::tree(const std::vector<Step>& steps) {
  Node copy = root_;
  for (const Step& step : steps) apply(copy, *step.patch, step.reach, problems_);
  normalise(copy);
  return copy;
}

namespace {

bool varies(const models::Settings& settings, models::StageId id) {
  const models::Stage& stage = settings.stages[id.index()];
  const bool taken_over =
      std::ranges::any_of(settings.moves, [&](const models::Move& move) { return move.takeover && move.from == id; });
  return taken_over || stage.allotted.per_second() > 0 || stage.lost.per_second() > 0;
}

std::string path_of_units(const models::Stage& stage) {
  return "stages." + stage.name + ".units";
}

}  // namespace

/// A percentage of what the timeline cannot know.
void VariantBuilder::refuse_percentages(const std::vector<Step>& steps, engine::Time date,
                                        const models::Settings& settings) {
  if (date <= context_.from) return;
  for (const Step& step : steps) {
    const std::string& text = written_text(step.patch->value);
    if (step.from != date || !is_relative(text) || !is_percentage(text)) continue;
    for (std::size_t i = 0; i < settings.stages.size(); ++i) {
      if (step.patch->path != path_of_units(settings.stages[i]) || !varies(settings, models::StageId(i))) continue;
      problems_.add(step.patch->at,
                    Phrase{"reader.relative.units_vary", {{"stage", settings.stages[i].name}, {"change", text}}});
    }
  }
}

models::Epoch VariantBuilder::epoch(const Variant& variant, const Variant& assumptions, engine::Time date,
                                    engine::Time to) {
  Context context(problems_, inputs_);
  context.from = context_.from;
  context.to = to;
  context.sources = context_.sources;
  const auto changes = steps(variant, assumptions, date);
  models::Epoch result{date, read_settings(context, tree(changes))};
  refuse_percentages(changes, date, result.settings);
  for (std::size_t i = 0; i < result.settings.stages.size(); ++i) {
    const std::string path = path_of_units(result.settings.stages[i]);
    const auto last = std::find_if(changes.rbegin(), changes.rend(), [&](const Step& step) {
      return are_related(step.patch->path, path) && !is_relative(step.patch->value);
    });
    if (last != changes.rend() && last->from == date && date > context_.from)
      result.sets_units.push_back(models::StageId(i));
  }
  return result;
}

models::Alternative VariantBuilder::alternative(const Variant& variant, const Variant& assumptions, engine::Time to) {
  std::set<engine::Time> dates{context_.from};
  for (const std::vector<Dated>* timeline : {&std::as_const(timeline_), &assumptions.timeline, &variant.timeline}) {
    for (const Dated& entry : *timeline) {
      if (entry.on > context_.from) dates.insert(entry.on);
    }
  }
  models::Alternative result{variant.name, variant.label, {}, variant.shows_part_of};
  for (const engine::Time date : dates) result.epochs.push_back(epoch(variant, assumptions, date, to));
  return result;
}

/// A change of the timeline is one of what holds then, so that a value of the alternative does not end it.
void VariantBuilder::notice_changes(const std::string& section, const Variant& variant, const Patch& patch,
                                    models::Scenario& scenario) const {
  std::string changes;
  for (const Dated& entry : timeline_) {
    for (const Patch& dated : entry.changes) {
      if (entry.on <= context_.from || !are_related(dated.path, patch.path) || !is_relative(dated.value)) continue;
      changes += (changes.empty() ? "" : ", ") + written_text(dated.value) + " (" + engine::to_string(entry.on) + ")";
    }
  }
  if (changes.empty()) return;
  scenario.notices.push_back({section + "." + variant.name + "." + patch.path,
                              {"reader.notice.timeline_goes_on",
                               {{"alternative", variant.name},
                                {"path", patch.path},
                                {"value", written_text(patch.value)},
                                {"changes", changes}}}});
}

void VariantBuilder::notice_plain_changes(const std::string& section, const Variant& variant,
                                          models::Scenario& scenario) const {
  for (const Patch& patch : variant.changes) {
    const Node* value = is_annotated(patch.value) ? patch.value.find("value") : &patch.value;
    if (!value->is_scalar() || is_relative(*value)) continue;
    notice_changes(section, variant, patch, scenario);
    // Nothing at all is meant for the whole period.
    if (value->text.find_first_of("123456789") == std::string::npos) continue;
    std::string dates;
    for (const Dated& entry : timeline_) {
      const bool sets = std::ranges::any_of(entry.changes, [&](const Patch& dated) {
        return are_related(dated.path, patch.path) && !is_relative(dated.value);
      });
      if (sets && entry.on > context_.from) dates += (dates.empty() ? "" : ", ") + engine::to_string(entry.on);
    }
    if (dates.empty()) continue;
    scenario.notices.push_back(
        {section + "." + variant.name + "." + patch.path,
         {"reader.notice.whole_period",
          {{"alternative", variant.name}, {"path", patch.path}, {"value", value->text}, {"dates", dates}}}});
  }
}

void VariantBuilder::check_pathways(models::Scenario& scenario) {
  std::set<std::pair<std::string, Phrase>> seen;
  for (std::size_t i = 0; i < scenario.alternatives.size(); ++i) {
    const auto& alternative = scenario.alternatives[i];
    for (const auto& finding : models::check_pathway(alternative.epochs)) {
      if (finding.severity != models::Finding::Severity::Error) {
        const models::Notice warning{finding.path, finding.phrase};
        if (std::ranges::find(scenario.warnings, warning) == scenario.warnings.end())
          scenario.warnings.push_back(warning);
        continue;
      }
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
