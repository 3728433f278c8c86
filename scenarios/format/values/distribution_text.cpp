// SPDX-License-Identifier: MIT
#include <cctype>
#include <map>
#include <optional>
#include <vector>

#include "scenarios/format/values/quantity.hpp"
#include "scenarios/format/yaml/nearest.hpp"

namespace trapphus::scenarios {

namespace {

using engine::Distribution;
using ValueReader = std::function<double(std::string_view)>;

std::vector<std::string> arguments(std::string_view text) {
  const char separator = text.find(';') == std::string_view::npos ? ',' : ';';
  std::vector<std::string> found;
  for (std::size_t at = 0; at <= text.size();) {
    const auto end = std::min(text.find(separator, at), text.size());
    found.push_back(tidy(text.substr(at, end - at)));
    at = end + 1;
  }
  return found;
}

Distribution discrete(const std::vector<std::string>& parts, const ValueReader& value) {
  std::vector<std::pair<double, double>> pairs;
  double sum = 0;
  for (const auto& part : parts) {
    const auto at = part.find_first_of(":=");
    if (at == std::string::npos) {
      throw Mistake(
          EnglishPhrase("`{}`: discrete takes values with their shares, such as discrete(0 = 40 %, 1 = 60 %)"_p, part));
    }
    pairs.emplace_back(value(part.substr(0, at)), parse_share(part.substr(at + 1)).value());
    sum += pairs.back().second;
  }
  if (sum < 1 - 1e-9 || sum > 1 + 1e-9) {
    throw Mistake(EnglishPhrase("the shares of the discrete distribution sum to {} %; expected 100 %"_p,
                                EnglishPhrase::decimal(sum * 100)));
  }
  return Distribution::discrete(std::move(pairs));
}

/// A family by the meaning of its values.
struct Family {
  std::vector<std::string> values;
  Distribution (*make)(const std::vector<double>& v);
};

const std::map<std::string, Family>& families() {
  static const std::map<std::string, Family> kFamilies{
      {"constant", {{"value"}, [](const auto& v) { return Distribution::constant(v[0]); }}},
      {"uniform", {{"lowest", "highest"}, [](const auto& v) { return Distribution::uniform(v[0], v[1]); }}},
      {"triangular",
       {{"lowest", "most likely", "highest"},
        [](const auto& v) { return Distribution::triangular(v[0], v[1], v[2]); }}},
      {"exponential", {{"mean"}, [](const auto& v) { return Distribution::exponential(v[0]); }}},
      {"gamma", {{"mean", "standard deviation"}, [](const auto& v) { return Distribution::gamma(v[0], v[1]); }}},
      {"lognormal",
       {{"mean", "standard deviation"}, [](const auto& v) { return Distribution::lognormal(v[0], v[1]); }}},
      {"weibull", {{"mean", "standard deviation"}, [](const auto& v) { return Distribution::weibull(v[0], v[1]); }}},
      {"erlang",
       {{"mean", "phases"}, [](const auto& v) { return Distribution::erlang(v[0], static_cast<int>(v[1])); }}}};
  return kFamilies;
}

std::vector<double> read_all(const std::string& name, const std::vector<std::string>& parts, const ValueReader& value) {
  std::vector<double> values;
  for (const auto& part : parts) {
    const bool phases = name == "erlang" && values.size() == 1;
    values.push_back(phases ? parse_count(part) : value(part));
  }
  return values;
}

[[noreturn]] void wrong_number(const std::string& name, const Family& family, std::size_t found) {
  EnglishPhrase meaning = EnglishPhrase::named(family.values.front());
  for (std::size_t i = 1; i < family.values.size(); ++i)
    meaning = {"{}, {}"_p, meaning, EnglishPhrase::named(family.values[i])};
  if (family.values.size() == 1)
    throw Mistake(
        {"{} takes 1 value ({}), found {}; beside decimal commas, set values apart with `;`"_p, name, meaning, found});
  throw Mistake({"{} takes {} values ({}), found {}; beside decimal commas, set values apart with `;`"_p, name,
                 family.values.size(), meaning, found});
}

Distribution by_name(const std::string& name, const std::vector<std::string>& parts, const ValueReader& value) {
  if (name == "discrete") return discrete(parts, value);
  if (name == "empirical") return Distribution::empirical(read_all(name, parts, value));
  const auto found = families().find(name);
  if (found == families().end()) {
    std::vector<std::string> names{"discrete", "empirical"};
    for (const auto& [known, family] : families()) names.push_back(known);
    throw Mistake(EnglishPhrase("there is no distribution `{}`{}"_p, name, suggestion(name, names)));
  }
  if (parts.size() != found->second.values.size()) wrong_number(name, found->second, parts.size());
  return found->second.make(read_all(name, parts, value));
}

/// What stands at the {} of a text; nothing if it is not this text.
std::optional<std::vector<std::string>> filled(std::string_view text, std::string_view pattern) {
  std::vector<std::string> found;
  for (bool first = true;; first = false) {
    const auto field = pattern.find("{}");
    const auto between = pattern.substr(0, field);
    const auto at = between.empty() ? text.size() : text.find(between);
    if (at == std::string_view::npos || (first && at != 0 && !between.empty())) return std::nullopt;
    if (!first) found.emplace_back(text.substr(0, at));
    if (field == std::string_view::npos)
      return at + between.size() == text.size() ? std::optional(found) : std::nullopt;
    text.remove_prefix(first && between.empty() ? 0 : at + between.size());
    pattern.remove_prefix(field + 2);
  }
}

/// The engine knows no language: what it says of a law that cannot be, as a phrase.
EnglishPhrase impossible(const std::string& said) {
  constexpr auto kAtLeast = "{}: the {} must be a number of at least 0, not {}"_p;
  constexpr auto kAbove = "{}: the {} must be a number above 0, not {}"_p;
  constexpr auto kVariation = "{}: the standard deviation must be between {} and {} times the mean, not {} times"_p;
  constexpr auto kUniform = "uniform: the lowest value {} is above the highest {}"_p;
  constexpr auto kTriangular = "triangular: the values must be lowest, most likely, highest, not {}, {}, {}"_p;
  constexpr auto kErlang = "erlang: the phases must be from 1 to 1000000, not {}"_p;
  if (const auto v = filled(said, kAtLeast.text)) return {kAtLeast, v->at(0), EnglishPhrase::named(v->at(1)), v->at(2)};
  if (const auto v = filled(said, kAbove.text)) return {kAbove, v->at(0), EnglishPhrase::named(v->at(1)), v->at(2)};
  if (const auto v = filled(said, kVariation.text)) return {kVariation, v->at(0), v->at(1), v->at(2), v->at(3)};
  if (const auto v = filled(said, kUniform.text)) return {kUniform, v->at(0), v->at(1)};
  if (const auto v = filled(said, kTriangular.text)) return {kTriangular, v->at(0), v->at(1), v->at(2)};
  if (const auto v = filled(said, kErlang.text)) return {kErlang, v->at(0)};
  return EnglishPhrase::verbatim(said);
}

/// "1-3 years", "6 weeks to 3 months": where the low end stops and the high one begins.
std::optional<std::pair<std::string, std::string>> ends(const std::string& text) {
  if (const auto at = text.find(" to "); at != std::string::npos) {
    return std::pair(tidy(text.substr(0, at)), tidy(text.substr(at + 4)));
  }
  const auto at = text.find('-', 1);
  if (at == std::string::npos || text[at - 1] == 'e' || at + 1 == text.size()) return std::nullopt;
  const std::string high = tidy(text.substr(at + 1));
  if (high.empty() || std::isdigit(static_cast<unsigned char>(high.front())) == 0) return std::nullopt;
  return std::pair(tidy(text.substr(0, at)), high);
}

Distribution range(std::string low, const std::string& high, const ValueReader& value) {
  // The unit may stand at the end only.
  if (split(low).unit.empty()) low += " " + split(high).unit;
  const double least = value(low), most = value(high);
  if (least > most)
    throw Mistake(EnglishPhrase("the range begins at {} and ends at {}; expected the lower one first"_p, low, high));
  return Distribution::uniform(least, most);
}

}  // namespace

Distribution parse_distribution(std::string_view text, const ValueReader& value) {
  const std::string plain = tidy(text);
  const auto open = plain.find('(');
  try {
    if (open != std::string::npos) {
      if (plain.back() != ')') throw Mistake(EnglishPhrase("`{}`: expected a `)` at the end"_p, plain));
      const auto inside = plain.substr(open + 1, plain.size() - open - 2);
      return by_name(lower(tidy(plain.substr(0, open))), arguments(inside), value);
    }
    if (const auto found = ends(plain)) return range(found->first, found->second, value);
    return Distribution::constant(value(plain));
  } catch (const std::domain_error& error) {
    throw Mistake(EnglishPhrase("`{}`: {}"_p, plain, impossible(error.what())));
  }
}

engine::Distribution parse_persons(std::string_view text) {
  const std::string plain = tidy(text);
  const auto found = plain.find('(') == std::string::npos ? ends(plain) : std::nullopt;
  if (found) {
    const int low = parse_count(found->first), high = parse_count(found->second);
    if (low > high || high - low > 100) throw Mistake(EnglishPhrase("`{}`: expected a range such as 1-3"_p, plain));
    std::vector<double> values;
    for (int value = low; value <= high; ++value) values.push_back(value);
    return Distribution::empirical(values);
  }
  auto distribution = parse_distribution(plain, parse_count);
  const std::string kind = lower(tidy(plain.substr(0, plain.find('('))));
  const bool whole =
      plain.find('(') == std::string::npos || kind == "constant" || kind == "discrete" || kind == "empirical";
  if (!whole)
    throw Mistake(EnglishPhrase("`{}`: persons are whole; expected a number, a range, discrete or empirical"_p, plain));
  return distribution;
}

}  // namespace trapphus::scenarios
