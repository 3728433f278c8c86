// SPDX-License-Identifier: MIT
#include "scenarios/format/yaml/document.hpp"

#include <catch2/catch.hpp>

#include "tests/scenarios/support.hpp"

namespace trapphus::scenarios {
namespace {

struct Parsed {
  std::optional<Node> root;
  std::string problems;
};

Parsed parse(const std::string& text) {
  Problems problems;
  Parsed parsed{parse_document(text, std::make_shared<const std::string>("f"), problems), {}};
  try {
    problems.raise();
  } catch (const Invalid& invalid) {
    parsed.problems = testing::printed(invalid);
  }
  return parsed;
}

TEST_CASE("keys keep the order of the file, and everything knows its place") {
  const auto root = parse("b: 1\na:\n  å: {c: x}\n").root;
  REQUIRE(root);
  CHECK(root->entries[0].key == "b");
  CHECK(root->entries[1].key == "a");
  const Node* inner = root->find("a")->find("å")->find("c");
  REQUIRE(inner != nullptr);
  CHECK(inner->at.line == 3);
  CHECK(inner->at.column == 10);  // characters: å counts one
  CHECK(root->find("none") == nullptr);
}

TEST_CASE("a value that YAML splits at the commas in parentheses is joined again") {
  const auto root =
      parse("{work: gamma(14 h, 10 h), stay: triangular(1 h, 2 h, 3 h), list: [gamma(1 h, 2 h), x]}").root;
  REQUIRE(root);
  CHECK(root->entries.size() == 3);
  CHECK(root->find("work")->text == "gamma(14 h, 10 h)");
  CHECK(root->find("stay")->text == "triangular(1 h, 2 h, 3 h)");
  REQUIRE(root->find("list")->items.size() == 2);
  CHECK(root->find("list")->items[0].text == "gamma(1 h, 2 h)");
}

TEST_CASE("a parenthesis that is not closed does not swallow the next key") {
  const auto root = parse("{label: one (two, kind: exit}").root;
  REQUIRE(root);
  CHECK(root->find("kind")->text == "exit");
  const auto quoted = parse("{label: \"one (two\", three: }").root;
  REQUIRE(quoted);
  CHECK(quoted->find("label")->text == "one (two");
}

TEST_CASE("the same parts of two values in parentheses are no duplicate keys") {
  CHECK(parse("{a: gamma(3 h, 2 h), b: gamma(1 h, 2 h)}").problems.empty());
}

TEST_CASE("shares of a discrete distribution are joined where YAML takes them for keys") {
  CHECK(parse("{a: discrete(0=40 %, 1: 60 %), b: 2}").root->find("a")->text == "discrete(0=40 %, 1: 60 %)");
}

TEST_CASE("a decimal comma inside braces is explained") {
  const auto parsed = parse("{a: 1,5/week, b: 2}");
  CHECK(parsed.problems ==
        "f:1:5: `1,5/week`: inside braces a comma ends the value; write 1.5/week, or put it in quotes: \"1,5/week\"");
  CHECK(parsed.root->find("b")->text == "2");
  CHECK(parse("{a: \"1,5/week\", b: 2}").problems.empty());
  CHECK(parse("a: 1,5/week").problems.empty());
}

TEST_CASE("aliases are expanded") {
  const auto root = parse("a: &x {b: 1}\nc: *x\n").root;
  REQUIRE(root);
  CHECK(root->find("c")->find("b")->text == "1");
}

TEST_CASE("a file with too many values is refused") {
  std::string text = "[";
  for (int i = 0; i < 100'001; ++i) text += "1,";
  CHECK(parse(text + "]").problems.find("the file holds more than 100000 values") != std::string::npos);
}

TEST_CASE("columns are counted in characters, in whatever order a line's places are asked for") {
  const auto root = parse("å: {ä: ö, ö: [é, ü]}\n").root;
  REQUIRE(root);
  const Node& inner = *root->find("å");
  CHECK(inner.at.column == 4);
  CHECK(inner.find("ä")->at.column == 8);
  CHECK(inner.find("ö")->at.column == 14);
  CHECK(inner.find("ö")->items.at(1).at.column == 18);
}

TEST_CASE("quotation marks inside quotes are no end of them") {
  const auto root = parse("a: 'it''s'\nb: \"say \\\"x\\\"\"\nc: >\n  \"folded\nd: !tag \"y\"\n").root;
  REQUIRE(root);
  CHECK(root->find("a")->text == "it's");
  CHECK(root->find("b")->text == "say \"x\"");
  CHECK(parse("a: \"x\\\"\n").problems == "f:1:4: this is not YAML: a quotation mark is not closed");
  CHECK(parse("a: 'x''\n").problems == "f:1:4: this is not YAML: a quotation mark is not closed");
}

TEST_CASE("a key must be a word") {
  CHECK(parse("? [1, 2]\n: 3\n").problems == "f:1:3: expected a key, found a list");
  CHECK(parse("? {a: 1}\n: 3\n").problems == "f:1:3: expected a key, found a mapping");
  CHECK(parse("~: 3\n").problems == "f:1:1: expected a key, found nothing");
}

TEST_CASE("a node can be changed in place") {
  Node map = Node::map({});
  map.set("a", {}, Node::scalar("1", {}));
  map.set("b", {}, Node::scalar("2", {}));
  map.set("a", {}, Node::scalar("3", {}));
  CHECK(map.entries.size() == 2);
  CHECK(map.find("a")->text == "3");
  map.erase("a");
  CHECK(map.find("a") == nullptr);
  CHECK(testing::kEnglish(map.find("b")->describe()) == "`2`");
}

}  // namespace
}  // namespace trapphus::scenarios
