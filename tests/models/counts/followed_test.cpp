// SPDX-License-Identifier: MIT
#include "models/counts/followed.hpp"

#include <catch2/catch.hpp>
#include <map>
#include <random>

namespace trapphus::models {
namespace {

TEST_CASE("a household keeps its place until it is forgotten, and then comes back as a stranger") {
  FollowedTable table;
  const ClientId one{GroupId(0), 1}, other{GroupId(1), 1};
  const auto place = table.place_of(one);
  table[place].children = 2;
  CHECK(table.place_of(other) != place);
  CHECK(table.place_of(one) == place);
  CHECK(table.size() == 2);
  table.forget(one);
  CHECK(table.size() == 1);
  CHECK(table[table.place_of(one)].children == 0);
}

TEST_CASE("forgetting a household that is not known changes nothing") {
  FollowedTable table;
  (void)table.place_of({GroupId(0), 1});
  table.forget({GroupId(0), 2});
  CHECK(table.size() == 1);
}

TEST_CASE("places of forgotten households are used again") {
  FollowedTable table;
  for (std::uint32_t i = 0; i < 10'000; ++i) {
    (void)table.place_of({GroupId(0), i});
    if (i >= 10) table.forget({GroupId(0), i - 10});
  }
  CHECK(table.size() == 10);
  CHECK(table.places() <= 11);
}

TEST_CASE("each is found again however many come and go") {
  FollowedTable table;
  std::map<ClientId, int> reference;
  std::mt19937_64 random(7);
  for (int i = 0; i < 40'000; ++i) {
    const ClientId id{GroupId(random() % 3), static_cast<std::uint32_t>(random() % 2000)};
    if (random() % 2 == 0) {
      reference[id] = i;
      table[table.place_of(id)].children = i;
    } else {
      reference.erase(id);
      table.forget(id);
    }
  }
  REQUIRE(table.size() == reference.size());
  for (const auto& [id, children] : reference) CHECK(table[table.place_of(id)].children == children);
  std::size_t seen = 0;
  table.for_each([&](const Followed& household) {
    ++seen;
    CHECK(reference.count(household.id) == 1);
  });
  CHECK(seen == reference.size());
}

}  // namespace
}  // namespace trapphus::models
