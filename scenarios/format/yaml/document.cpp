// SPDX-License-Identifier: MIT
#include "scenarios/format/yaml/document.hpp"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <cctype>
#include <map>
#include <sstream>
#include <utility>

namespace trapphus::scenarios {

namespace {

/// More values than any scenario needs; limits aliases that multiply each other before memory is exhausted.
constexpr std::size_t kMostNodes = 100'000;

/// Thrown at an error after which parsing cannot continue.
struct Stop {
  Position at;
  Phrase phrase;
};

std::size_t count(const Node& node) {
  std::size_t n = 1;
  for (const auto& item : node.items) n += count(item);
  for (const auto& entry : node.entries) n += count(entry.value);
  return n;
}

/// Number of parentheses open at the end.
int open_parentheses(std::string_view text) {
  return static_cast<int>(std::ranges::count(text, '(') - std::ranges::count(text, ')'));
}

bool is_digit(char c) {
  return std::isdigit(static_cast<unsigned char>(c)) != 0;
}

/// Builds nodes from the parser's events.
class Builder : public YAML::EventHandler {
 public:
  Builder(const std::string& text, std::shared_ptr<const std::string> file, Problems& problems)
      : file_(std::move(file)), problems_(problems) {
    std::istringstream in(text);
    for (std::string line; std::getline(in, line);) lines_.push_back(std::move(line));
  }

  std::optional<Node> root;

  void OnDocumentStart(const YAML::Mark& /*mark*/) override {}
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override { finish(leaf(mark, Node::Kind::Null), anchor); }
  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override {
    Node node = leaf(mark, Node::Kind::Scalar);
    node.text = value;
    node.quoted = tag != "?";
    if (node.quoted) check_closed(mark, node.at);
    finish(std::move(node), anchor);
  }
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    const auto found = anchors_.find(anchor);
    if (found == anchors_.end()) throw Stop{place(mark), Phrase{"reader.yaml.alias_inside"}};
    nodes_ += found->second.nodes;
    if (nodes_ > kMostNodes) {
      throw Stop{place(mark), Phrase{"reader.yaml.aliases", {{"most", kMostNodes}}}};
    }
    deliver(found->second.node);
  }
  void OnSequenceStart(const YAML::Mark& mark, const std::string& /*tag*/, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value style) override {
    open(leaf(mark, Node::Kind::Sequence), anchor, style);
  }
  void OnMapStart(const YAML::Mark& mark, const std::string& /*tag*/, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value style) override {
    open(leaf(mark, Node::Kind::Map), anchor, style);
  }
  void OnSequenceEnd() override { close(); }
  void OnMapEnd() override {
    check_map(frames_.back().node);
    close();
  }

  /// yaml-cpp counts lines and columns from 0, and columns in bytes.
  [[nodiscard]] Position place(const YAML::Mark& mark) const {
    const auto line = static_cast<std::size_t>(std::max(mark.line, 0));
    const auto bytes = static_cast<std::size_t>(std::max(mark.column, 0));
    const std::size_t column = line < lines_.size() ? bytes - parts_before(line, bytes) : bytes;
    return {file_, static_cast<int>(line) + 1, static_cast<int>(column) + 1};
  }

  /// The first line up to `last` that is indented with a tab; 0 if there is none.
  [[nodiscard]] int tabbed_line(int last) const {
    for (std::size_t i = 0; i < lines_.size() && static_cast<int>(i) < last; ++i) {
      const auto text = lines_[i].find_first_not_of(" \t");
      if (lines_[i].substr(0, text).find('\t') != std::string::npos) return static_cast<int>(i) + 1;
    }
    return 0;
  }

 private:
  /// Number of preceding bytes in the line that do not begin a character. Continues from the last call, so that a long
  /// line is not counted from its beginning for each value.
  [[nodiscard]] std::size_t parts_before(std::size_t line, std::size_t bytes) const {
    if (line != counted_.line || bytes < counted_.bytes) counted_ = {line, 0, 0};
    const auto part = std::string_view(lines_[line]).substr(std::min(counted_.bytes, lines_[line].size()));
    counted_.parts +=
        static_cast<std::size_t>(std::ranges::count_if(part.substr(0, bytes - counted_.bytes), [](char c) {
          return (static_cast<unsigned char>(c) & 0xc0U) == 0x80U;
        }));
    counted_.bytes = bytes;
    return counted_.parts;
  }

  struct Frame {
    Node node;
    YAML::anchor_t anchor = 0;
    bool flow = false;
    std::optional<Node> key;
  };
  struct Anchored {
    Node node;
    std::size_t nodes = 0;
  };

  Node leaf(const YAML::Mark& mark, Node::Kind kind) {
    Node node;
    node.kind = kind;
    node.at = place(mark);
    if (++nodes_ > kMostNodes) throw Stop{node.at, Phrase{"reader.yaml.values", {{"most", kMostNodes}}}};
    return node;
  }

  /// yaml-cpp accepts a quoted value without closing quote at the end of the file.
  void check_closed(const YAML::Mark& mark, const Position& at) const {
    auto line = static_cast<std::size_t>(mark.line), column = static_cast<std::size_t>(mark.column);
    const char quote = line < lines_.size() && column < lines_[line].size() ? lines_[line][column] : '\0';
    if (quote != '"' && quote != '\'') return;
    for (++column; line < lines_.size(); ++line, column = 0) {
      for (; column < lines_[line].size(); ++column) {
        const char c = lines_[line][column];
        if (c == '\\' && quote == '"') {
          ++column;
        } else if (c == quote) {
          const bool doubled = quote == '\'' && column + 1 < lines_[line].size() && lines_[line][column + 1] == quote;
          if (!doubled) return;
          ++column;
        }
      }
    }
    throw Stop{at, Phrase{"reader.yaml.quote_open"}};
  }

  void open(Node node, YAML::anchor_t anchor, YAML::EmitterStyle::value style) {
    frames_.push_back({std::move(node), anchor, style == YAML::EmitterStyle::Flow, std::nullopt});
  }

  void close() {
    Frame frame = std::move(frames_.back());
    frames_.pop_back();
    finish(std::move(frame.node), frame.anchor);
  }

  void finish(Node node, YAML::anchor_t anchor) {
    if (anchor != 0) anchors_[anchor] = {node, count(node)};
    deliver(std::move(node));
  }

  void deliver(Node node) {
    if (frames_.empty()) {
      root = std::move(node);
      return;
    }
    Frame& frame = frames_.back();
    if (frame.node.is_sequence()) {
      if (!frame.flow || !joined(frame.node.items, node)) frame.node.items.push_back(std::move(node));
    } else if (!frame.key) {
      if (!node.is_scalar()) throw Stop{node.at, Phrase{"reader.yaml.key_expected", {{"found", node.describe()}}}};
      frame.key = std::move(node);
    } else {
      if (!frame.flow || !joined(frame.node.entries, *frame.key, node)) {
        frame.node.entries.push_back({frame.key->text, frame.key->at, std::move(node)});
      }
      frame.key.reset();
    }
  }

  static bool is_open(const Node& node) { return node.is_scalar() && !node.quoted && open_parentheses(node.text) > 0; }

  /// An item of a list that YAML split at a comma inside parentheses.
  static bool joined(std::vector<Node>& items, const Node& next) {
    if (items.empty() || !is_open(items.back()) || !next.is_scalar() || next.quoted) return false;
    items.back().text += ", " + next.text;
    return true;
  }

  /// The same in braces: the rest looks like a key without a value.
  bool joined(std::vector<Entry>& entries, const Node& key, const Node& value) {
    if (entries.empty() || key.quoted) return false;
    Node& last = entries.back().value;
    if (!last.is_scalar() || last.quoted || last.text.empty()) return false;
    if (is_open(last)) {
      const bool share = value.is_scalar() && last.text.starts_with("discrete");
      if (value.kind != Node::Kind::Null && !share) return false;
      last.text += ", " + key.text + (share ? ": " + value.text : "");
      return true;
    }
    if (value.kind != Node::Kind::Null || !is_digit(key.text.front()) || !is_digit(last.text.back())) return false;
    explain_comma(last, key.text);
    return true;
  }

  void explain_comma(Node& last, const std::string& rest) {
    const std::string whole = last.text + "," + rest;
    problems_.add(last.at, Phrase{"reader.yaml.comma", {{"text", whole}, {"whole", last.text}, {"part", rest}}});
    last.text += "." + rest;
  }

  void check_map(const Node& map) {
    std::map<std::string_view, const Entry*> seen;
    for (const auto& entry : map.entries) {
      const auto [first, is_new] = seen.emplace(entry.key, &entry);
      if (!is_new) {
        problems_.add(entry.at, Phrase{"reader.yaml.twice", {{"key", entry.key}, {"line", first->second->at.line}}});
      }
    }
  }

  std::shared_ptr<const std::string> file_;
  Problems& problems_;
  std::vector<std::string> lines_;
  struct Counted {
    std::size_t line = 0, bytes = 0, parts = 0;
  };
  mutable Counted counted_;  // of parts_before
  std::vector<Frame> frames_;
  std::map<YAML::anchor_t, Anchored> anchors_;
  std::size_t nodes_ = 0;
};

/// Messages of yaml-cpp, and their usual cause.
Phrase plainly(const std::string& message) {
  static const std::map<std::string, Phrase> kReasons{
      {"illegal map value", Phrase{"reader.yaml.second_colon"}},
      {"end of map not found", Phrase{"reader.yaml.indentation"}},
      {"end of sequence not found", Phrase{"reader.yaml.indentation"}},
      {"end of map flow not found", Phrase{"reader.yaml.brace"}},
      {"end of sequence flow not found", Phrase{"reader.yaml.bracket"}},
      {"unknown token", Phrase{"reader.yaml.first_character"}},
      {"illegal EOF in scalar", Phrase{"reader.yaml.quote"}},
      {"bad file", Phrase{"reader.yaml.depth"}},
      {"the referenced anchor is not defined", Phrase{"reader.yaml.anchor_unknown"}},
      {"alias not found after *", Phrase{"reader.yaml.alias_name"}},
      {"anchor not found after &", Phrase{"reader.yaml.anchor_name"}},
      {"illegal flow end", Phrase{"reader.yaml.flow_end"}},
      {"illegal block entry", Phrase{"reader.yaml.block_entry"}},
      {"illegal map key", Phrase{"reader.yaml.map_key"}},
      {"illegal character in scalar", Phrase{"reader.yaml.character"}},
      {"illegal document indicator in scalar", Phrase{"reader.yaml.document_mark"}},
      {"unexpected character in block scalar", Phrase{"reader.yaml.block_scalar"}}};
  constexpr std::string_view kEscape = "unknown escape character: ";
  if (message.starts_with(kEscape)) return {"reader.yaml.escape", {{"character", message.substr(kEscape.size())}}};
  const auto found = kReasons.find(message);
  return found == kReasons.end() ? verbatim(message) : found->second;
}

void explain(const Builder& builder, const YAML::ParserException& error, const Position& fallback, Problems& problems) {
  Position at = error.mark.is_null() ? fallback : builder.place(error.mark);
  if (const int line = builder.tabbed_line(at.line); line > 0) {
    problems.add({at.file, line, 1}, Phrase{"reader.yaml.tab"});
    return;
  }
  problems.add(at, Phrase{"reader.yaml.problem", {{"problem", plainly(error.msg)}}});
}

}  // namespace

std::optional<Node> parse_document(const std::string& text, const std::shared_ptr<const std::string>& file,
                                   Problems& problems) {
  const Position start{file, 1, 1};
  Builder builder(text, file, problems);
  std::istringstream in(text);
  try {
    YAML::Parser parser(in);
    if (!parser.HandleNextDocument(builder) || !builder.root || builder.root->kind == Node::Kind::Null) {
      problems.add(start, Phrase{"reader.yaml.empty"});
      return std::nullopt;
    }
    Builder second(text, file, problems);
    if (parser.HandleNextDocument(second)) {
      problems.add(start, Phrase{"reader.yaml.several_documents"});
      return std::nullopt;
    }
  } catch (const YAML::ParserException& error) {
    explain(builder, error, start, problems);
    return std::nullopt;
  } catch (const Stop& stop) {
    problems.add(stop.at, stop.phrase);
    return std::nullopt;
  }
  return std::move(builder.root);
}

}  // namespace trapphus::scenarios
