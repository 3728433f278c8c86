// SPDX-License-Identifier: MIT
#include "output/json/document.hpp"

#include <nlohmann/json.hpp>

#include "output/documents/document.hpp"

namespace trapphus::output {
namespace {

using Json = nlohmann::ordered_json;

Json table_json(const DocumentTable& table) {
  Json columns = Json::array(), rows = Json::array();
  for (const auto& heading : table.columns) columns.push_back({{"text", heading.text}, {"left", heading.left}});
  for (const auto& row : table.rows) {
    Json cells = Json::array();
    for (const auto& cell : row.cells) cells.push_back(cell.text);
    rows.push_back({{"cells", std::move(cells)}, {"total", row.total}});
  }
  return {{"title", table.title}, {"columns", std::move(columns)}, {"rows", std::move(rows)}, {"note", table.note}};
}

struct BlockJson {
  Json operator()(const Paragraph& block) const { return {{"paragraph", block.text}}; }
  Json operator()(const Prompt& block) const { return {{"prompt", block.text}}; }
  Json operator()(const Subheading& block) const { return {{"subheading", block.text}}; }
  Json operator()(const Bullets& block) const { return {{"bullets", block.items}}; }
  Json operator()(const DocumentTable& block) const { return {{"table", table_json(block)}}; }
};

}  // namespace

Json document_json(const Document& document) {
  Json sections = Json::array();
  for (const auto& section : document.sections) {
    Json blocks = Json::array();
    for (const auto& block : section.blocks) blocks.push_back(std::visit(BlockJson(), block));
    sections.push_back({{"heading", section.heading}, {"blocks", std::move(blocks)}});
  }
  return {{"title", document.title}, {"subtitle", document.subtitle}, {"sections", std::move(sections)}};
}

}  // namespace trapphus::output
