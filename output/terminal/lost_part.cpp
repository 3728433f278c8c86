// SPDX-License-Identifier: MIT
#include "output/terminal/lost_part.hpp"

#include <algorithm>
#include <map>
#include <tuple>
#include <vector>

#include "models/runs/results.hpp"
#include "models/staircase/scenario.hpp"
#include "output/language/terminal_number.hpp"
#include "output/language/wording.hpp"
#include "output/terminal/summary_parts.hpp"
#include "output/terminal/text_table.hpp"

namespace trapphus::output {
namespace {

using models::LostRow;
using models::Results;

constexpr std::size_t kMostRows = 6;
constexpr std::size_t kStageWidth = 24, kLostGroupWidth = 22, kCauseWidth = 32;

/// A line of the table: the same stage, group and cause in every alternative; absent where nothing is lost.
struct Line {
  std::vector<const LostRow*> by_alternative;
  double most = 0;
};

std::vector<Line> lines(const Results& results) {
  std::map<std::tuple<std::string, std::string, std::string>, std::size_t> places;
  std::vector<Line> all;
  for (std::size_t a = 0; a < results.alternatives.size(); ++a) {
    for (const LostRow& row : results.alternatives[a].lost) {
      const auto [place, added] = places.try_emplace({row.stage, row.group, row.cause}, all.size());
      if (added) all.push_back({std::vector<const LostRow*>(results.alternatives.size()), 0});
      all[place->second].by_alternative[a] = &row;
      all[place->second].most = std::max(all[place->second].most, row.days.mean);
    }
  }
  std::stable_sort(all.begin(), all.end(), [](const Line& a, const Line& b) { return a.most > b.most; });
  return all;
}

std::string cell(const LostRow* row, const Words& words) {
  return row ? with_half_width(words, row->days.mean, row->days.low, row->days.high) : "-";
}

/// Means only: rows of one replication depend on each other, so their intervals do not add up.
std::vector<std::string> sum_row(const std::string& name, const std::vector<Line>& all, std::size_t from,
                                 std::size_t alternatives, const Words& words) {
  std::vector<std::string> row{name, "", ""};
  for (std::size_t a = 0; a < alternatives; ++a) {
    double days = 0;
    for (std::size_t i = from; i < all.size(); ++i)
      days += all[i].by_alternative[a] ? all[i].by_alternative[a]->days.mean : 0;
    row.push_back(grouped(words, days, 0));
  }
  return row;
}

}  // namespace

std::string lost_part(const models::Scenario& scenario, const Results& results, const Words& words) {
  const std::vector<Line> all = lines(results);
  if (all.empty()) return {};
  const auto& settings = first_settings(scenario);
  std::vector<Column> columns{{words("summary.live_in"), Align::Left},
                              {words("head.group"), Align::Left},
                              {words("summary.wait_for"), Align::Left}};
  for (const auto& alternative : results.alternatives)
    columns.push_back({words.called(alternative.label, alternative.name)});
  TextTable table(columns);
  const std::size_t shown_rows = std::min(all.size(), kMostRows);
  for (std::size_t i = 0; i < shown_rows; ++i) {
    const auto& cells = all[i].by_alternative;
    const LostRow& row = **std::find_if(cells.begin(), cells.end(), [](const LostRow* r) { return r != nullptr; });
    std::vector<std::string> line{
        shortened(row.stage.empty() ? words("summary.not_let_in") : stage_in_words(words, row.stage, settings),
                  kStageWidth),
        shortened(group_in_words(words, row.group, settings), kLostGroupWidth),
        shortened(cause_in_words(words, row.cause, settings), kCauseWidth)};
    for (const LostRow* each : cells) line.push_back(cell(each, words));
    table.add(line);
  }
  if (all.size() > shown_rows)
    table.add(sum_row(words("summary.all_others"), all, shown_rows, results.alternatives.size(), words));
  table.add(sum_row(words("summary.all_together"), all, 0, results.alternatives.size(), words));
  return words("summary.lost") + "\n\n" + table.str(kWidthWithGroups) + "\n";
}

}  // namespace trapphus::output
