// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cctype>
#include <cstdint>
#include <map>
#include <optional>
#include <vector>

#include "scenarios/format/values/quantity.hpp"
#include "scenarios/format/yaml/nearest.hpp"

namespace trapphus::scenarios {

namespace {

using engine::Distribution;
using ValueReader = std::function<double(std::string_view)>;

/// "0,5 months, 2 months": a comma between two digits is a decimal one to many, and a number of its own only without
/// decimals.
void refuse_comma_between_digits(std::string_view text) {
  const auto is_digit = [&](std::size_t at) { return std::isdigit(static_cast<unsigned char>(text[at])) != 0; };
  for (std::size_t at = text.find(',', 1); at != std::string_view::npos; at = text.find(',', at + 1)) {
    if (at + 1 < text.size() && is_digit(at - 1) && is_digit(at + 1))
      throw Mistake(Phrase{"reader.distribution.comma", {{"text", tidy(text)}}});
  }
}

std::vector<std::string> arguments(std::string_view text) {
  const char separator = text.find(';') == std::string_view::npos ? ',' : ';';
  std::vector<std::string> result;
  for (std::size_t at = 0; at <= text.size();) {
    const auto end = std::min(text.find(separator, at), text.size());
    result.push_back(tidy(text.substr(at, end - at)));
    at = end + 1;
  }
  return result;
}

Distribution discrete(const std::vector<std::string>& parts, const ValueReader& value) {
  std::vector<std::pair<double, double>> pairs;
  double sum = 0;
  for (const auto& part : parts) {
    const auto at = part.find_first_of(":=");
    if (at == std::string::npos) {
      throw Mistake(Phrase{"reader.distribution.discrete", {{"text", part}}});
    }
    pairs.emplace_back(value(part.substr(0, at)), parse_share(part.substr(at + 1)).value());
    sum += pairs.back().second;
  }
  if (sum < 1 - 1e-9 || sum > 1 + 1e-9) {
    throw Mistake(Phrase{"reader.distribution.sum", {{"share", sum * 100}}});
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

/// "standard deviation", as a phrase.
Phrase value_name(std::string name) {
  std::ranges::replace(name, ' ', '_');
  return {"reader.law." + name};
}

[[noreturn]] void wrong_number(const std::string& name, const Family& family, std::size_t found) {
  Phrase meaning = value_name(family.values.front());
  for (std::size_t i = 1; i < family.values.size(); ++i)
    meaning = {"reader.list", {{"values", meaning}, {"value", value_name(family.values[i])}}};
  if (family.values.size() == 1)
    throw Mistake({"reader.distribution.one_value", {{"name", name}, {"meaning", meaning}, {"found", found}}});
  throw Mistake({"reader.distribution.values",
                 {{"name", name}, {"count", family.values.size()}, {"meaning", meaning}, {"found", found}}});
}

/// Whether the values are whole, so that a comma between two digits separates them.
enum class Values : std::uint8_t { Decimal, Whole };

Distribution by_name(const std::string& name, const std::vector<std::string>& parts, const ValueReader& value) {
  if (name == "discrete") return discrete(parts, value);
  if (name == "empirical") return Distribution::empirical(read_all(name, parts, value));
  const auto found = families().find(name);
  if (found == families().end()) {
    std::vector<std::string> names{"discrete", "empirical"};
    for (const auto& [known, family] : families()) names.push_back(known);
    throw Mistake(Phrase{"reader.distribution.unknown", {{"name", name}, {"suggestion", suggestion(name, names)}}});
  }
  if (parts.size() != found->second.values.size()) wrong_number(name, found->second, parts.size());
  return found->second.make(read_all(name, parts, value));
}

/// The part of `text` that matches {} in a pattern; absent if the rest differs.
std::optional<std::vector<std::string>> filled(std::string_view text, std::string_view pattern) {
  std::vector<std::string> result;
  for (bool first = true;; first = false) {
    const auto field = pattern.find("{}");
    const auto between = pattern.substr(0, field);
    const auto at = between.empty() ? text.size() : text.find(between);
    if (at == std::string_view::npos || (first && at != 0 && !between.empty())) return std::nullopt;
    if (!first) result.emplace_back(text.substr(0, at));
    if (field == std::string_view::npos)
      return at + between.size() == text.size() ? std::optional(result) : std::nullopt;
    text.remove_prefix(first && between.empty() ? 0 : at + between.size());
    pattern.remove_prefix(field + 2);
  }
}

/// Translates the engine's message about invalid parameters of a distribution to a phrase.
Phrase impossible(const std::string& message) {
  if (const auto v = filled(message, "{}: the {} must be a number of at least 0, not {}"))
    return {"reader.distribution.at_least", {{"name", v->at(0)}, {"value", value_name(v->at(1))}, {"found", v->at(2)}}};
  if (const auto v = filled(message, "{}: the {} must be a number above 0, not {}"))
    return {"reader.distribution.above", {{"name", v->at(0)}, {"value", value_name(v->at(1))}, {"found", v->at(2)}}};
  if (const auto v =
          filled(message, "{}: the standard deviation must be between {} and {} times the mean, not {} times"))
    return {"reader.distribution.variation",
            {{"name", v->at(0)}, {"low", v->at(1)}, {"high", v->at(2)}, {"found", v->at(3)}}};
  // Their values are in the engine's unit; the message quotes what is written.
  if (filled(message, "uniform: the lowest value {} is above the highest {}")) return {"reader.distribution.uniform"};
  if (filled(message, "triangular: the values must be lowest, most likely, highest, not {}, {}, {}"))
    return {"reader.distribution.triangular"};
  if (const auto v = filled(message, "erlang: the phases must be from 1 to 1000000, not {}"))
    return {"reader.distribution.erlang", {{"found", v->at(0)}}};
  return verbatim(message);
}

/// "1-3 years", "6 weeks to 3 months": end of the lower value and beginning of the upper.
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
  if (least > most) throw Mistake(Phrase{"reader.range.order", {{"low", low}, {"high", high}}});
  return Distribution::uniform(least, most);
}

Distribution distribution_of(std::string_view text, const ValueReader& value, Values values) {
  const std::string plain = tidy(text);
  const auto open = plain.find('(');
  try {
    if (open != std::string::npos) {
      if (plain.back() != ')') throw Mistake(Phrase{"reader.distribution.parenthesis", {{"text", plain}}});
      const auto inside = plain.substr(open + 1, plain.size() - open - 2);
      if (values == Values::Decimal && inside.find(';') == std::string::npos) refuse_comma_between_digits(inside);
      return by_name(lower(tidy(plain.substr(0, open))), arguments(inside), value);
    }
    if (const auto found = ends(plain)) return range(found->first, found->second, value);
    return Distribution::constant(value(plain));
  } catch (const std::domain_error& error) {
    throw Mistake(Phrase{"reader.distribution.problem", {{"text", plain}, {"problem", impossible(error.what())}}});
  }
}

}  // namespace

Distribution parse_distribution(std::string_view text, const ValueReader& value) {
  return distribution_of(text, value, Values::Decimal);
}

engine::Distribution parse_persons(std::string_view text) {
  const std::string plain = tidy(text);
  const auto found = plain.find('(') == std::string::npos ? ends(plain) : std::nullopt;
  if (found) {
    const int low = parse_count(found->first), high = parse_count(found->second);
    if (low > high || high - low > 100) throw Mistake(Phrase{"reader.persons.range", {{"text", plain}}});
    std::vector<double> values;
    for (int value = low; value <= high; ++value) values.push_back(value);
    return Distribution::empirical(values);
  }
  auto distribution = distribution_of(plain, parse_count, Values::Whole);
  const std::string kind = lower(tidy(plain.substr(0, plain.find('('))));
  const bool whole =
      plain.find('(') == std::string::npos || kind == "constant" || kind == "discrete" || kind == "empirical";
  if (!whole) throw Mistake(Phrase{"reader.persons.whole", {{"text", plain}}});
  return distribution;
}

}  // namespace trapphus::scenarios
