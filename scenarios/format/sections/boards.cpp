// SPDX-License-Identifier: MIT
#include "scenarios/format/sections/sections.hpp"

namespace trapphus::scenarios {

namespace {

using models::Board;

Field<Board> diverts() {
  FieldInfo info = describe("diverts", Shape::StageShares, kShare, "format.default.nobody");
  return {info,
          [](Context& context, const Node& node, Board& board) {
            board.diverts = read_shares(context, node, Phrase{"reader.what.stage"}, context.names.stages);
          },
          [](const Context& context, Board& board) { board.diverts.resize(context.names.stages.size()); }};
}

}  // namespace

const Table<Board>& board_table() {
  static const Table<Board> kTable("board",
                                   {label<Board>(&Board::label), field<Board>("active", &Board::active, kYesNo, "yes"),
                                    field<Board>("weekday", &Board::weekday, kWeekday, "monday"),
                                    field<Board>("stages", &Board::stages, kStage, kRequired), diverts(),
                                    field<Board>("books", &Board::books, kService, "format.default.none")});
  return kTable;
}

std::vector<Board> read_boards(Context& context, const Node& root) {
  return read_section(context, root, "boards", board_table(), [](Context&, const Node&, const Board&) {});
}

}  // namespace trapphus::scenarios
