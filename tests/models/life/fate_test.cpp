// SPDX-License-Identifier: MIT
#include "models/life/fate.hpp"

#include <catch2/catch.hpp>
#include <set>

using namespace trapphus::models;

namespace {

std::uint64_t first_bits(const Fate& fate, Decision decision, std::size_t about = 0, std::size_t time = 0) {
  return fate.stream(decision, about, time).bits();
}

}  // namespace

TEST_CASE("the same household has the same fate whenever it is asked") {
  const Fate one(1, 2, GroupId(3), false, 4);
  const Fate same(1, 2, GroupId(3), false, 4);
  REQUIRE(first_bits(one, Decision::Stay, 5, 6) == first_bits(same, Decision::Stay, 5, 6));
  REQUIRE(one.uniform(Decision::Plan) == same.uniform(Decision::Plan));
}

TEST_CASE("each decision of each household in each replication has a stream of its own") {
  std::set<std::uint64_t> numbers;
  int asked = 0;
  for (std::uint64_t seed : {1, 2}) {
    for (std::uint64_t replication : {0, 1}) {
      for (std::size_t group : {0, 1}) {
        for (bool initial : {false, true}) {
          for (std::uint32_t index : {0U, 1U, 77U}) {
            const Fate fate(seed, replication, GroupId(group), initial, index);
            for (auto decision : {Decision::Arrival, Decision::Stay, Decision::Turnaround}) {
              for (std::size_t about : {0U, 1U, 300U}) {
                for (std::size_t time : {0U, 1U}) {
                  numbers.insert(first_bits(fate, decision, about, time));
                  ++asked;
                }
              }
            }
          }
        }
      }
    }
  }
  REQUIRE(numbers.size() == static_cast<std::size_t>(asked));
}
