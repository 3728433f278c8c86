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

/// More values than any scenario needs; aliases that multiply each other reach it before memory does.
constexpr std::size_t kMostNodes = 100'000;

/// Stops the reading at the first mistake that leaves nothing to go on with.
struct Stop {
  Position at;
  EnglishPhrase phrase;
};

std::size_t count(const Node& node) {
  std::size_t n = 1;
  for (const auto& item : node.items) n += count(item);
  for (const auto& entry : node.entries) n += count(entry.value);
  return n;
}

/// How many parentheses are still open at the end.
int open_parentheses(std::string_view text) {
  return static_cast<int>(std::ranges::count(text, '(') - std::ranges::count(text, ')'));
}

bool is_digit(char c) {
  return std::isdigit(static_cast<unsigned char>(c)) != 0;
}

/// Turns the parser's events into nodes.
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
    if (found == anchors_.end()) throw Stop{place(mark), "an alias (*) inside the value that it stands for"_p};
    nodes_ += found->second.nodes;
    if (nodes_ > kMostNodes) {
      throw Stop{place(mark), EnglishPhrase("aliases (*) expand to more than {} values"_p, kMostNodes)};
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
  /// How many bytes before this one are no beginning of a character. Goes on from where it was asked last, so that a
  /// long line is not counted from its beginning for each of its values.
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
    if (++nodes_ > kMostNodes) throw Stop{node.at, EnglishPhrase("the file holds more than {} values"_p, kMostNodes)};
    return node;
  }

  /// yaml-cpp takes a quoted value that ends with the file for a whole one.
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
    throw Stop{at, "this is not YAML: a quotation mark is not closed"_p};
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
      if (!node.is_scalar()) throw Stop{node.at, EnglishPhrase("expected a key, found {}"_p, node.describe())};
      frame.key = std::move(node);
    } else {
      if (!frame.flow || !joined(frame.node.entries, *frame.key, node)) {
        frame.node.entries.push_back({frame.key->text, frame.key->at, std::move(node)});
      }
      frame.key.reset();
    }
  }

  static bool is_open(const Node& node) { return node.is_scalar() && !node.quoted && open_parentheses(node.text) > 0; }

  /// A list's item that YAML cut off at a comma inside parentheses.
  static bool joined(std::vector<Node>& items, const Node& next) {
    if (items.empty() || !is_open(items.back()) || !next.is_scalar() || next.quoted) return false;
    items.back().text += ", " + next.text;
    return true;
  }

  /// The same in braces: what was cut off looks like a key without a value.
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
    problems_.add(
        last.at, EnglishPhrase("`{}`: inside braces a comma ends the value; write {}.{}, or put it in quotes: \"{}\""_p,
                               whole, last.text, rest, whole));
    last.text += "." + rest;
  }

  void check_map(const Node& map) {
    std::map<std::string_view, const Entry*> seen;
    for (const auto& entry : map.entries) {
      const auto [first, is_new] = seen.emplace(entry.key, &entry);
      if (!is_new) {
        problems_.add(entry.at, EnglishPhrase("`{}` is given twice in one mapping; first on line {}"_p, entry.key,
                                              first->second->at.line));
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

/// yaml-cpp's words, and what usually lies behind them.
EnglishPhrase plainly(const std::string& said) {
  static const std::map<std::string, EnglishPhrase> kReasons{
      {"illegal map value", "a second `:`; put a value that holds one in quotes, and check the indentation"_p},
      {"end of map not found", "the indentation does not fit the lines above"_p},
      {"end of sequence not found", "the indentation does not fit the lines above"_p},
      {"end of map flow not found", "a `}` or a comma is missing, or a value that holds `:` is not in quotes"_p},
      {"end of sequence flow not found", "a `]` or a comma is missing"_p},
      {"unknown token", "a value that begins with this character must be in quotes"_p},
      {"illegal EOF in scalar", "a quotation mark is not closed"_p},
      {"bad file", "it is nested too deeply"_p},
      {"the referenced anchor is not defined", "the referenced anchor is not defined"_p},
      {"alias not found after *", "alias not found after *"_p},
      {"anchor not found after &", "anchor not found after &"_p},
      {"illegal flow end", "illegal flow end"_p},
      {"illegal block entry", "illegal block entry"_p},
      {"illegal map key", "illegal map key"_p},
      {"illegal character in scalar", "illegal character in scalar"_p},
      {"illegal document indicator in scalar", "illegal document indicator in scalar"_p},
      {"unexpected character in block scalar", "unexpected character in block scalar"_p}};
  constexpr std::string_view kEscape = "unknown escape character: ";
  if (said.starts_with(kEscape)) return {"unknown escape character: {}"_p, said.substr(kEscape.size())};
  const auto found = kReasons.find(said);
  return found == kReasons.end() ? EnglishPhrase::verbatim(said) : found->second;
}

void explain(const Builder& builder, const YAML::ParserException& error, const Position& fallback, Problems& problems) {
  Position at = error.mark.is_null() ? fallback : builder.place(error.mark);
  if (const int line = builder.tabbed_line(at.line); line > 0) {
    problems.add({at.file, line, 1}, "the line is indented with a tab: YAML wants spaces"_p);
    return;
  }
  problems.add(at, EnglishPhrase("this is not YAML: {}"_p, plainly(error.msg)));
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
      problems.add(start, "the file is empty: expected a scenario, which begins with `trapphus: 1`"_p);
      return std::nullopt;
    }
    Builder second(text, file, problems);
    if (parser.HandleNextDocument(second)) {
      problems.add(start, "the file holds several YAML documents (`---`): expected one scenario a file"_p);
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
