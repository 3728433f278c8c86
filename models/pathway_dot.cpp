// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cstdio>
#include <functional>

#include "models/pathway.hpp"
#include "models/pathway_ways.hpp"

namespace trapphus::models {
namespace {

/// A DOT string in quotes. Line breaks become DOT's own; other control characters have no place in a picture.
std::string quoted(const std::string& text) {
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

std::string number(double value) {
  char text[32];
  std::snprintf(text, sizeof text, "%.3g", value);
  return text;
}

std::string shown(const std::string& name, const Label& label) {
  if (!label.en.empty()) return label.en;
  return label.sv.empty() ? name : label.sv;
}

/// "20", or "10-20" where groups differ.
std::string range(const Settings& settings, const std::function<double(GroupId)>& value) {
  double low = 0, high = 0;
  for (std::size_t g = 0; g < settings.groups.size(); ++g) {
    const double one = value(GroupId(g));
    low = g == 0 ? one : std::min(low, one);
    high = g == 0 ? one : std::max(high, one);
  }
  return number(low) == number(high) ? number(low) : number(low) + "-" + number(high);
}

double days(const Distribution& length) {
  return length.mean() / static_cast<double>(engine::kDay.count());
}

std::string services_text(const Settings& settings, const char* word, const std::vector<ServiceId>& services) {
  if (services.empty()) return "";
  std::string text = std::string("\n") + word + " ";
  for (std::size_t i = 0; i < services.size(); ++i) {
    const Service& service = settings.services[services[i].index()];
    text += (i == 0 ? "" : ", ") + shown(service.name, service.label);
  }
  return text;
}

std::string planned_text(const Settings& settings, const Move& move) {
  return range(settings, [&](GroupId g) { return 100 * value_for(move.share, g).value(); }) + " %, " +
         range(settings, [&](GroupId g) { return days(value_for(move.stay, g)); }) + " days" +
         services_text(settings, "requires", move.requirements) + (move.takeover ? "\ntakeover" : "");
}

std::string offer_text(const Settings& settings, const Move& move) {
  const auto offers = [&](GroupId g) { return value_for(move.offers, g).per_year(); };
  const auto alone = [&](GroupId g) { return value_for(move.alone, g).per_year(); };
  std::string text = "offers " + range(settings, offers) + "/year" + services_text(settings, "after", move.after);
  if (!move.after.empty()) text += "\nalone " + range(settings, alone) + "/year";
  return text + services_text(settings, "requires", move.requirements);
}

std::string risk_text(const Settings& settings, const Move& move) {
  const auto rate = [&](GroupId g) { return value_for(move.risk, g).per_year(); };
  return "risk " + range(settings, rate) + "/year" + (move.because.empty() ? "" : "\n" + move.because);
}

std::string move_text(const Settings& settings, const Move& move) {
  switch (move.kind) {
    case MoveKind::Planned:
      return planned_text(settings, move);
    case MoveKind::Offer:
      return offer_text(settings, move);
    case MoveKind::Risk:
      return risk_text(settings, move);
  }
  return "";
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

std::string edge(const std::string& from, const std::string& to, const std::string& label, const char* style) {
  return "  " + quoted(from) + " -> " + quoted(to) + " [label=" + quoted(label) + ", style=" + style + "];\n";
}

std::string stage_line(const Stage& stage) {
  std::string label = shown(stage.name, stage.label);
  if (stage.units)
    label += "\n" + std::to_string(*stage.units) + (stage.kind == StageKind::Apartment ? " units" : " beds");
  return "  " + quoted(stage.name) + " [label=" + quoted(label) + ", shape=" + shape_of(stage) + "];\n";
}

/// Groups are nodes of their own; the prefix keeps them apart from a stage of the same name.
std::string group_lines(const Settings& settings, const Group& group) {
  const std::string node = "group:" + group.name;
  const std::string label = shown(group.name, group.label) + "\n" + number(group.arrivals.per_year()) + "/year";
  std::string text = "  " + quoted(node) + " [label=" + quoted(label) + ", shape=plaintext];\n";
  for (std::size_t i = 0; i < group.enters.size(); ++i) {
    const double share = group.enters[i].value();
    if (share > 0) text += edge(node, settings.stages[i].name, number(100 * share) + " %", "solid");
  }
  return text;
}

std::string longest_stay_line(const Settings& settings, const Stage& stage) {
  if (!stage.at_most || !stage.then.valid()) return "";
  const double longest = static_cast<double>(stage.at_most->count()) / static_cast<double>(engine::kDay.count());
  return edge(stage.name, settings.stages[stage.then.index()].name, "after " + number(longest) + " days at most",
              "solid");
}

std::string board_lines(const Settings& settings, const Board& board) {
  std::string text;
  for (std::size_t to = 0; board.active && to < board.diverts.size(); ++to) {
    const double share = board.diverts[to].value();
    if (share <= 0) continue;
    for (const StageId from : board.stages) {
      text += edge(settings.stages[from.index()].name, settings.stages[to].name,
                   shown(board.name, board.label) + " " + number(100 * share) + " %", "solid");
    }
  }
  return text;
}

}  // namespace

std::string pathway_dot(const Settings& settings) {
  std::string text = "digraph pathway {\n  rankdir=LR;\n";
  for (const Stage& stage : settings.stages) text += stage_line(stage);
  for (const Group& group : settings.groups) text += group_lines(settings, group);
  for (const Move& move : settings.moves) {
    const std::string& from = settings.stages[move.from.index()].name;
    text += edge(from, settings.stages[move.to.index()].name, move_text(settings, move), style_of(move));
  }
  for (const Stage& stage : settings.stages) text += longest_stay_line(settings, stage);
  for (const Board& board : settings.boards) text += board_lines(settings, board);
  return text + "}\n";
}

}  // namespace trapphus::models
