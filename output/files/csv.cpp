// SPDX-License-Identifier: MIT
#include "output/files/csv.hpp"

#include <algorithm>
#include <charconv>
#include <map>
#include <system_error>

#include "models/runs/results.hpp"
#include "models/staircase/scenario.hpp"
#include "output/files/series.hpp"
#include "output/language/number.hpp"

namespace trapphus::output {
namespace {

using models::Estimate;
using models::MeasureSet;
using models::Results;

/// With a decimal point or comma.
bool is_number(std::string_view field) {
  std::string digits(field.starts_with('+') ? field.substr(1) : field);
  std::replace(digits.begin(), digits.end(), ',', '.');
  double number = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  return error == std::errc{} && end == digits.data() + digits.size();
}

/// Spreadsheet programs compute what begins so, also where it is somebody's label.
bool could_be_formula(std::string_view field) {
  return field.size() > 1 && std::string_view("=+-@\t").find(field.front()) != std::string_view::npos &&
         !is_number(field);
}

std::string csv_field(std::string_view field, char separator) {
  if (could_be_formula(field)) return csv_field("'" + std::string(field), separator);
  if (field.find_first_of("\"\r\n") == std::string_view::npos && field.find(separator) == std::string_view::npos)
    return std::string(field);
  std::string text = "\"";
  for (const char c : field) {
    if (c == '"') text += '"';
    text += c;
  }
  return text + "\"";
}

void append(const Csv& csv, std::vector<std::string>& fields, const Estimate& e) {
  for (const double value : {e.mean, e.low, e.high}) fields.push_back(csv.number(value));
}

void summary_rows(Csv& csv, const Results& results, std::size_t a, int group, const std::string& group_name) {
  const auto& alternative = results.alternatives[a];
  const auto& set = group < 0 ? alternative.all : alternative.groups[static_cast<std::size_t>(group)];
  const auto* paired = differences(results, a, group);
  for (std::size_t m = 0; m < std::min(results.measures.size(), set.values.size()); ++m) {
    const auto& measure = results.measures[m];
    if (group >= 0 && !measure.by_group) continue;
    std::vector<std::string> fields{alternative.name, group_name, measure.name, measure.unit};
    append(csv, fields, set.values[m]);
    if (paired && m < paired->size())
      append(csv, fields, (*paired)[m]);
    else
      fields.insert(fields.end(), 3, "");
    fields.push_back(measure.meaning);
    csv.row(fields);
  }
}

// Which measures have a series at all, in the order of the table.
std::vector<std::size_t> measures_with_series(const Results& results) {
  std::vector<std::size_t> indices;
  for (std::size_t m = 0; m < results.measures.size(); ++m)
    if (results.measures[m].series) indices.push_back(m);
  return indices;
}

void series_rows(Csv& csv, const std::vector<std::size_t>& measures, const std::vector<std::string>& key,
                 const MeasureSet& set, CalendarPeriod period) {
  std::map<std::string, std::vector<std::string>> rows;  // by label, which sorts as time does
  for (std::size_t column = 0; column < measures.size(); ++column) {
    const auto found = series(set, period).find(measures[column]);
    if (found == series(set, period).end()) continue;
    for (std::size_t i = 0; i < found->second.mean.size(); ++i) {
      auto& cells = rows[label(period, found->second.from, i)];
      cells.resize(3 * measures.size());
      cells[3 * column] = csv.number(found->second.mean[i]);
      cells[3 * column + 1] = csv.number(at_or_nan(found->second.low, i));
      cells[3 * column + 2] = csv.number(at_or_nan(found->second.high, i));
    }
  }
  for (const auto& [when, cells] : rows) {
    std::vector<std::string> fields = key;
    fields.insert(fields.end(), {std::string(engine::word_of(kPeriods, period)), when});
    fields.insert(fields.end(), cells.begin(), cells.end());
    csv.row(fields);
  }
}

}  // namespace

std::string Csv::number(double value) const {
  std::string text = exact(value);
  if (style_ == CsvStyle::Excel) std::replace(text.begin(), text.end(), '.', ',');
  return text;
}

void Csv::row(const std::vector<std::string>& fields) {
  for (std::size_t i = 0; i < fields.size(); ++i) {
    if (i > 0) text_ += separator();
    text_ += csv_field(fields[i], separator());
  }
  text_ += "\r\n";
}

std::string summary_csv(const Results& results, CsvStyle style) {
  Csv csv(style);
  csv.row({"alternative", "group", "measure", "unit", "mean", "low", "high", "difference_mean", "difference_low",
           "difference_high", "meaning"});
  for (std::size_t a = 0; a < results.alternatives.size(); ++a) {
    summary_rows(csv, results, a, -1, "all");
    const auto groups = std::min(results.groups.size(), results.alternatives[a].groups.size());
    for (std::size_t g = 0; g < groups; ++g) summary_rows(csv, results, a, static_cast<int>(g), results.groups[g]);
  }
  return csv.text();
}

std::string monthly_csv(const Results& results, CsvStyle style) {
  const auto measures = measures_with_series(results);
  std::vector<std::string> heading{"alternative", "group", "period", "when"};
  for (const std::size_t m : measures) {
    const auto& measure = results.measures[m];
    for (const char* column : {"", " low", " high"})
      heading.push_back(measure.name + column + " [" + models::unit_by_period(measure) + "]");
  }
  Csv csv(style);
  csv.row(heading);
  for (const auto& alternative : results.alternatives)
    for_each_group(results, alternative, [&](const std::string& group, const MeasureSet& set) {
      for (const auto& [period, word] : kPeriods) series_rows(csv, measures, {alternative.name, group}, set, period);
    });
  return csv.text();
}

}  // namespace trapphus::output
