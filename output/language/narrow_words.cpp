// SPDX-License-Identifier: MIT
#include "output/language/narrow_words.hpp"

#include <algorithm>

#include "models/pathway/pathway.hpp"
#include "models/staircase/settings.hpp"
#include "output/language/measure_words.hpp"
#include "output/language/terminal_number.hpp"
#include "output/language/wording.hpp"

namespace trapphus::output {
namespace {

using Narrow = models::PathwayLimits::Narrow;

std::string units(const Words& words, const Narrow& narrow, const models::Settings& settings) {
  const auto stage = std::find_if(settings.stages.begin(), settings.stages.end(),
                                  [&narrow](const auto& one) { return one.name == narrow.name; });
  const bool beds = stage != settings.stages.end() && stage->kind != models::StageKind::Apartment;
  const PhraseField what{"what", stage_in_words(words, narrow.name, settings)}, n{"n", plain(words, narrow.amount)};
  if (narrow.idle == 0) return words(beds ? "narrow.beds" : "narrow.units", {what, n});
  return words(beds ? "narrow.beds_idle" : "narrow.units_idle", {what, n, {"idle", std::to_string(narrow.idle)}});
}

std::string in_words(const Words& words, const Narrow& narrow, const models::Settings& settings) {
  const PhraseField what{"what", thing_in_words(words, narrow.name, settings)};
  const PhraseField other{"other", thing_in_words(words, narrow.other, settings)};
  const PhraseField n{"n", plain(words, narrow.amount)};
  switch (narrow.kind) {
    case Narrow::Kind::Units:
      return units(words, narrow, settings);
    case Narrow::Kind::Support:
      return words("narrow.support", {what});
    case Narrow::Kind::Allotments:
      return words("narrow.allotments", {what, n});
    case Narrow::Kind::Service:
      return words("narrow.service", {what, n, other});
    case Narrow::Kind::SearchAlone:
      break;
  }
  return words("narrow.alone", {what, other});
}

}  // namespace

std::vector<std::string> narrow_in_words(const Words& words, const models::PathwayLimits& limits,
                                         const models::Settings& settings) {
  std::vector<std::string> result;
  for (const Narrow& narrow : limits.narrow) result.push_back(in_words(words, narrow, settings));
  return result;
}

}  // namespace trapphus::output
