// SPDX-License-Identifier: MIT
#include "scenarios/reading/free.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "models/staircase/scenario.hpp"
#include "scenarios/format/fields/relative.hpp"
#include "scenarios/format/sections/sections.hpp"
#include "scenarios/format/values/units.hpp"

namespace trapphus::scenarios {

namespace {

/// Money is in whole öre.
double step_of(const TypeInfo* type, const std::string& unit) {
  if (type != kMoney.type && type != kPrice.type) return 0;
  return 0.01 / kronor_in(ratio(unit).above).value_or(1);
}

void read_range(const FreeRow& row, Reading reading, models::FreeInput& input) {
  Range range = split_range(row.range);
  static_cast<void>(reading(range.high));
  share_unit(range);
  const double low = reading(range.low), high = reading(range.high);
  const Measured lowest = measured(range.low), highest = measured(range.high);
  if (lowest.unit != highest.unit && lowest.number > 0)
    throw Mistake(Phrase{"reader.free.units", {{"text", tidy(row.range)}}});
  if (!(low < high)) throw Mistake(Phrase{"reader.free.order", {{"text", tidy(row.range)}}});
  input.low = range.low;
  input.high = range.high;
  input.unit = highest.unit;
  input.lowest = lowest.number;
  input.highest = highest.number;
}

/// The scenario's own value, in the unit of the range.
void read_start(const std::string& text, Reading reading, models::FreeInput& input) {
  double value = 0;
  try {
    value = reading(text);
  } catch (const Mistake&) {
    throw Mistake(Phrase{"reader.free.no_single_number", {{"path", input.path}, {"text", text}}});
  }
  const Measured own = measured(text);
  input.value = text;
  input.start = own.unit == input.unit ? own.number : value / reading(input.high) * input.highest;
  if (input.start < input.lowest || input.start > input.highest)
    throw Mistake(Phrase{"reader.free.outside",
                         {{"path", input.path}, {"text", text}, {"low", input.low}, {"high", input.high}}});
}

const Position& place(const Node& node, const char* key) {
  return place_of_key(node, key);
}

std::optional<models::FreeInput> read_one(Context& context, const Node& root, const Node& node, const FreeRow& row,
                                          Problems& problems) {
  const auto target = look_up(root, row.path, place(node, "path"), problems);
  if (!target) return std::nullopt;
  const Reading reading = reading_of(target->type);
  if (reading == nullptr) {
    context.problem(place(node, "path"), Phrase{"reader.free.no_number", {{"path", row.path}}});
    return std::nullopt;
  }
  const Node* value = target->value ? &*target->value : nullptr;
  if (value != nullptr && is_annotated(*value)) value = value->find("value");
  if (value == nullptr || !value->is_scalar()) {
    const bool mapping = value != nullptr && value->is_map();
    context.problem(place(node, "path"),
                    Phrase{"reader.free.not_written",
                           {{"path", row.path},
                            {"found", mapping ? Phrase{"reader.found.mapping"} : Phrase{"reader.free.not_given"}}}});
    return std::nullopt;
  }
  if (!value->change.empty()) {
    context.problem(place(node, "path"),
                    Phrase{"reader.free.no_single_number", {{"path", row.path}, {"text", value->change}}});
    return std::nullopt;
  }
  models::FreeInput input;
  input.path = row.path;
  const char* key = "range";
  try {
    read_range(row, reading, input);
    key = "path";
    read_start(value->text, reading, input);
    input.step = step_of(target->type, input.unit);
    return input;
  } catch (const Mistake& mistake) {
    context.problem(place(node, key), mistake.phrase());
    return std::nullopt;
  }
}

int decimals(double value, int digits, double step) {
  const int magnitude = value > 0 ? static_cast<int>(std::floor(std::log10(value))) : 0;
  const int wanted = std::max(0, digits - 1 - magnitude);
  return step > 0 ? std::min(wanted, static_cast<int>(std::lround(-std::log10(step)))) : wanted;
}

/// "16 500", without zeros at the end of the decimals, but for one where three decimals could be read as thousands.
std::string digits_of(double value, int places) {
  std::string text = fmt::format("{:.{}f}", value, places);
  if (text.find('.') != std::string::npos) {
    text.erase(text.find_last_not_of('0') + 1);
    if (text.back() == '.') text.pop_back();
  }
  text = unambiguous(std::move(text));
  const auto point = std::min(text.find('.'), text.size());
  for (auto at = static_cast<std::ptrdiff_t>(point) - 3; point > 4 && at > 0; at -= 3)
    text.insert(static_cast<std::size_t>(at), " ");
  return text;
}

}  // namespace

const Table<FreeRow>& free_table() {
  static const Table<FreeRow> kTable("free input", {fixed(field<FreeRow>("path", &FreeRow::path, kText, kRequired)),
                                                    fixed(field<FreeRow>("range", &FreeRow::range, kText, kRequired))});
  return kTable;
}

std::vector<models::FreeInput> read_free(Context& context, const Node& root, Problems& problems) {
  std::vector<models::FreeInput> result;
  const Node* list = root.find("free");
  if (list == nullptr) return result;
  if (!list->is_sequence()) context.problem(list->at, Phrase{"reader.no_list.mappings", {{"found", list->describe()}}});
  const Context::Scope outer(context, "free", *list);
  for (std::size_t i = 0; i < list->items.size(); ++i) {
    const Node& node = list->items[i];
    const Context::Scope scope(context, std::to_string(i + 1), node);
    FreeRow row;
    if (!free_table().read(context, node, row) || row.path.empty() || row.range.empty()) continue;
    auto input = read_one(context, root, node, row, problems);
    if (!input) continue;
    if (std::ranges::find(result, row.path, &models::FreeInput::path) != result.end())
      context.problem(place(node, "path"), Phrase{"reader.free.twice", {{"path", row.path}}});
    result.push_back(std::move(*input));
  }
  return result;
}

std::string written(const models::FreeInput& input, double value, int digits) {
  std::string text = digits_of(value, decimals(value, digits, input.step));
  const Measured read = measured(text);
  if (read.number <= input.lowest) return input.low;
  if (read.number >= input.highest) return input.high;
  if (input.unit.empty()) return text;
  return text + (input.unit.front() == '/' ? "" : " ") + input.unit;
}

double rounded(const models::FreeInput& input, double value, int digits) {
  return measured(written(input, value, digits)).number;
}

}  // namespace trapphus::scenarios
