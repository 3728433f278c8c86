// SPDX-License-Identifier: MIT
#include "engine/resources/waiting_line.hpp"

#include <catch2/catch.hpp>
#include <cstdint>
#include <map>
#include <random>
#include <utility>
#include <vector>

namespace {

using trapphus::engine::Place;
using trapphus::engine::WaitingLine;

std::vector<std::uint64_t> numbers_served(WaitingLine& line) {
  std::vector<std::uint64_t> numbers;
  while (line.size() > 0) numbers.push_back(line.pop_front().number);
  return numbers;
}

struct Queue {
  explicit Queue(const std::vector<std::int64_t>& priorities) : places(priorities.size()) {
    for (std::size_t i = 0; i < places.size(); ++i) {
      places[i].priority = priorities[i];
      places[i].number = i;
      line.push(places[i]);
    }
  }
  std::vector<Place> places;
  WaitingLine line;
};

}  // namespace

TEST_CASE("Who came first is first in line") {
  Queue queue({0, 0, 0});
  CHECK(queue.line.front() == &queue.places[0]);
  CHECK(numbers_served(queue.line) == std::vector<std::uint64_t>{0, 1, 2});
  CHECK(queue.line.front() == nullptr);
}

TEST_CASE("A smaller priority goes before a larger, and within one the order of arrival counts") {
  Queue queue({5, 0, -1, 5, 0, -1, -7});
  CHECK(queue.line.front() == &queue.places[6]);
  CHECK(numbers_served(queue.line) == std::vector<std::uint64_t>{6, 2, 5, 1, 4, 0, 3});
}

TEST_CASE("Who leaves the line is skipped, wherever he stands") {
  const std::int64_t priority = GENERATE(0, 3);
  Queue queue({priority, priority, priority, priority, priority});
  queue.line.remove(queue.places[0]);
  queue.line.remove(queue.places[2]);
  queue.line.remove(queue.places[4]);
  CHECK(queue.line.size() == 2);
  queue.line.push(queue.places[0]);
  CHECK(numbers_served(queue.line) == std::vector<std::uint64_t>{1, 3, 0});
}

TEST_CASE("A place knows whether it waits") {
  Place place;
  CHECK(place.state == Place::State::Away);
  WaitingLine line;
  line.push(place);
  CHECK(place.state == Place::State::Waiting);
  line.remove(place);
  CHECK(place.state == Place::State::Granted);
}

TEST_CASE("The line serves as a sorted list would, whoever comes and goes") {
  const std::uint64_t seed = GENERATE(range(1, 6));
  std::mt19937_64 random(seed);
  std::vector<Place> places(20'000);
  std::map<std::pair<std::int64_t, std::uint64_t>, Place*> right;
  WaitingLine line;
  bool correct = true;
  for (std::size_t i = 0; i < places.size(); ++i) {
    places[i].priority = static_cast<std::int64_t>(random() % 5) - 2;
    places[i].number = i;
    line.push(places[i]);
    right[{places[i].priority, i}] = &places[i];
    const std::uint64_t dice = random() % 4;
    if (dice == 0) {
      correct = correct && &line.pop_front() == right.begin()->second;
      right.erase(right.begin());
    } else if (dice == 1) {
      const auto leaves = right.lower_bound({places[random() % (i + 1)].priority, random() % (i + 1)});
      if (leaves == right.end()) continue;
      line.remove(*leaves->second);
      right.erase(leaves);
    }
    correct =
        correct && line.size() == right.size() && line.front() == (right.empty() ? nullptr : right.begin()->second);
  }
  CHECK(correct);
}

TEST_CASE("A million leave the line from its end") {
  std::vector<Place> places(1'000'000);
  WaitingLine line;
  for (Place& place : places) line.push(place);
  for (std::size_t i = places.size(); i-- > 1;) line.remove(places[i]);
  CHECK(line.size() == 1);
  CHECK(line.front() == &places[0]);
}
