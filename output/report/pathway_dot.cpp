// SPDX-License-Identifier: MIT
#include "output/report/pathway_dot.hpp"

#include <algorithm>
#include <cstdio>
#include <functional>

#include "models/pathway/ways.hpp"

namespace trapphus::output {
namespace {

using namespace models;

/// A DOT string in quotes. Line breaks become DOT's own; other control characters have no place in a picture.
std::string dot_string(const std::string& text) {
  std::string result = "\"";
  for (const char c : text) {
    if (c == '\n') {
      result += "\\n";
    } else if (static_cast<unsigned char>(c) >= 0x20) {
      if (c == '"' || c == '\\') result += '\\';
      result += c;
    }
  }
  return result + '"';
}

std::string edge(const std::string& from, const std::string& to, const std::string& label, const char* style) {
  return "  " + dot_string(from) + " -> " + dot_string(to) + " [label=" + dot_string(label) + ", style=" + style +
         "];\n";
}

double days(const Distribution& length) {
  return length.mean() / static_cast<double>(engine::kDay.count());
}

const char* style_of(const Move& move) {
  switch (move.kind) {
    case MoveKind::Planned:
      return move.takeover ? "bold" : "solid";
    case MoveKind::Offer:
      return "dashed";
    case MoveKind::Risk:
      return "dotted";
  }
  return "solid";
}

const char* shape_of(const Stage& stage) {
  switch (stage.kind) {
    case StageKind::Placement:
      return "box";
    case StageKind::Apartment:
      return "house";
    case StageKind::Waiting:
      return "ellipse";
    case StageKind::Exit:
      return stage.home ? "doublecircle" : "octagon";
  }
  return "box";
}

class Drawing {
 public:
  Drawing(const Settings& settings, const Words& words) : settings_(settings), words_(words) {}
  [[nodiscard]] std::string text() const;

 private:
  [[nodiscard]] std::string number(double value) const {
    char text[32];
    std::snprintf(text, sizeof text, "%.3g", value);
    return words_.with_decimal_sign(text);
  }
  /// "20", or "10-20" where groups differ.
  [[nodiscard]] std::string range(const std::function<double(GroupId)>& value) const;
  [[nodiscard]] std::string services(std::string_view id, const std::vector<ServiceId>& services) const;
  [[nodiscard]] std::string planned(const Move& move) const;
  [[nodiscard]] std::string offer(const Move& move) const;
  [[nodiscard]] std::string risk(const Move& move) const;
  [[nodiscard]] std::string move(const Move& move) const;
  [[nodiscard]] std::string stage_line(const Stage& stage) const;
  [[nodiscard]] std::string group_lines(const Group& group) const;
  [[nodiscard]] std::string longest_stay_line(const Stage& stage) const;
  [[nodiscard]] std::string full_line(const Stage& stage) const;
  [[nodiscard]] std::string board_lines(const Board& board) const;

  const Settings& settings_;
  const Words& words_;
};

std::string Drawing::range(const std::function<double(GroupId)>& value) const {
  double low = 0, high = 0;
  for (std::size_t g = 0; g < settings_.groups.size(); ++g) {
    const double at_group = value(GroupId(g));
    low = g == 0 ? at_group : std::min(low, at_group);
    high = g == 0 ? at_group : std::max(high, at_group);
  }
  return number(low) == number(high) ? number(low) : number(low) + "-" + number(high);
}

std::string Drawing::services(std::string_view id, const std::vector<ServiceId>& services) const {
  if (services.empty()) return "";
  std::string names;
  for (const ServiceId each : services) {
    const Service& service = settings_.services[each.index()];
    names += (names.empty() ? "" : ", ") + words_.called(service.label, service.name);
  }
  return "\n" + words_(id, {{"services", names}});
}

std::string Drawing::planned(const Move& move) const {
  return words_("graph.planned", {{"share", range([&](GroupId g) { return 100 * value_for(move.share, g).value(); })},
                                  {"days", range([&](GroupId g) { return days(value_for(move.stay, g)); })}}) +
         services("graph.requires", move.requirements) + (move.takeover ? "\n" + words_("graph.takeover") : "");
}

std::string Drawing::offer(const Move& move) const {
  const auto offers = [&](GroupId g) { return value_for(move.offers, g).per_year(); };
  const auto alone = [&](GroupId g) { return value_for(move.alone, g).per_year(); };
  std::string text = words_("graph.offers", {{"rate", range(offers)}}) + services("graph.after", move.after);
  if (!move.after.empty()) text += "\n" + words_("graph.alone", {{"rate", range(alone)}});
  return text + services("graph.requires", move.requirements);
}

std::string Drawing::risk(const Move& move) const {
  const auto rate = [&](GroupId g) { return value_for(move.risk, g).per_year(); };
  return words_("graph.risk", {{"rate", range(rate)}}) + (move.because.empty() ? "" : "\n" + move.because);
}

std::string Drawing::move(const Move& move) const {
  switch (move.kind) {
    case MoveKind::Planned:
      return planned(move);
    case MoveKind::Offer:
      return offer(move);
    case MoveKind::Risk:
      return risk(move);
  }
  return "";
}

std::string Drawing::stage_line(const Stage& stage) const {
  std::string label = words_.called(stage.label, stage.name);
  if (stage.units) {
    const bool apartment = stage.kind == StageKind::Apartment;
    label += "\n" + words_(apartment ? "graph.units" : "graph.beds", {{"n", std::to_string(*stage.units)}});
  }
  return "  " + dot_string(stage.name) + " [label=" + dot_string(label) + ", shape=" + shape_of(stage) + "];\n";
}

/// Groups are nodes of their own; the prefix keeps them apart from a stage of the same name.
std::string Drawing::group_lines(const Group& group) const {
  const std::string node = "group:" + group.name;
  const std::string label = words_.called(group.label, group.name) + "\n" +
                            words_("graph.arrivals", {{"n", number(group.arrivals.per_year())}});
  std::string text = "  " + dot_string(node) + " [label=" + dot_string(label) + ", shape=plaintext];\n";
  for (std::size_t i = 0; i < group.enters.size(); ++i) {
    const double share = group.enters[i].value();
    if (share > 0) text += edge(node, settings_.stages[i].name, number(100 * share) + " %", "solid");
  }
  return text;
}

std::string Drawing::longest_stay_line(const Stage& stage) const {
  if (!stage.at_most || !stage.then.valid()) return "";
  const double longest = static_cast<double>(stage.at_most->count()) / static_cast<double>(engine::kDay.count());
  return edge(stage.name, settings_.stages[stage.then.index()].name,
              words_("graph.longest_stay", {{"n", number(longest)}}), "solid");
}

std::string Drawing::full_line(const Stage& stage) const {
  if (!stage.when_full.valid()) return "";
  return edge(stage.name, settings_.stages[stage.when_full.index()].name, words_("graph.when_full"), "dashed");
}

std::string Drawing::board_lines(const Board& board) const {
  std::string text;
  for (std::size_t to = 0; board.active && to < board.diverts.size(); ++to) {
    const double share = board.diverts[to].value();
    if (share <= 0) continue;
    for (const StageId from : board.stages) {
      text += edge(settings_.stages[from.index()].name, settings_.stages[to].name,
                   words_.called(board.label, board.name) + " " + number(100 * share) + " %", "solid");
    }
  }
  return text;
}

std::string Drawing::text() const {
  std::string text = "digraph pathway {\n  rankdir=LR;\n";
  for (const Stage& stage : settings_.stages) text += stage_line(stage);
  for (const Group& group : settings_.groups) text += group_lines(group);
  for (const Move& each : settings_.moves) {
    const std::string& from = settings_.stages[each.from.index()].name;
    text += edge(from, settings_.stages[each.to.index()].name, move(each), style_of(each));
  }
  for (const Stage& stage : settings_.stages) text += longest_stay_line(stage) + full_line(stage);
  for (const Board& board : settings_.boards) text += board_lines(board);
  return text + "}\n";
}

}  // namespace

std::string pathway_dot(const Settings& settings, const Words& words) {
  return Drawing(settings, words).text();
}

}  // namespace trapphus::output
