// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <numeric>

#include "scenarios/format/sections/sections.hpp"

namespace trapphus::scenarios {

namespace {

using models::Board;

Field<Board> diverts() {
  FieldInfo info = describe("diverts", Shape::StageShares, kShare, "nobody",
                            "The share of the reviewed households that is sent to each stage instead.");
  return {info,
          [](Context& context, const Node& node, Board& board) {
            board.diverts = read_shares(context, node, "stage"_p, context.names.stages);
            const double sum = std::accumulate(board.diverts.begin(), board.diverts.end(), 0.0,
                                               [](double total, models::Share share) { return total + share.value(); });
            if (sum > 1 + 1e-9) {
              context.problem(node.at, EnglishPhrase("the shares of {} sum to {} %; expected at most 100 %"_p,
                                                     context.path(), EnglishPhrase::decimal(sum * 100)));
            }
          },
          [](const Context& context, Board& board) { board.diverts.resize(context.names.stages.size()); }};
}

}  // namespace

const Table<Board>& board_table() {
  static const Table<Board> kTable(
      "board",
      "A weekly meeting that decides every placement on the same criteria. Nobody waits for it: the placement itself "
      "is immediate.",
      {label<Board>(&Board::label),
       field<Board>("active", &Board::active, kYesNo, "yes", "Whether it meets; a timeline can begin or end it."),
       field<Board>("weekday", &Board::weekday, kWeekday, "monday", "When it meets, at 09:00."),
       field<Board>("stages", &Board::stages, kStage, kRequired, "The stages whose new households it reviews."),
       diverts(),
       field<Board>("books", &Board::books, kService, "none", "Services that it books for those it reviews.")});
  return kTable;
}

std::vector<Board> read_boards(Context& context, const Node& root) {
  return read_section(context, root, "boards", board_table(), [](Context&, const Node&, const Board&) {});
}

}  // namespace trapphus::scenarios
