// SPDX-License-Identifier: MIT
#include "models/counts/retention.hpp"

#include <catch2/catch.hpp>
#include <string>

namespace trapphus::models {
namespace {

TEST_CASE("a definition of retention is found by its name, with or without the family's") {
  CHECK(find_definition("one_year") == Retention::OneYear);
  CHECK(find_definition("retention.home_kept") == Retention::HomeKept);
  CHECK_FALSE(find_definition("two_years"));
  CHECK_FALSE(find_definition("retention."));
}

TEST_CASE("unplanned endings stand beside the definitions and are none") {
  CHECK_FALSE(find_definition("unplanned_endings"));
  CHECK(std::string(definition_of(Retention::UnplannedEndings).measure) == "unplanned_endings");
}

TEST_CASE("every definition says what it counts and who uses it") {
  for (std::size_t i = 0; i < kRetentionDefinitions; ++i) {
    const RetentionDefinition& one = retention_definitions()[i];
    INFO(one.name);
    CHECK(find_definition(one.name) == static_cast<Retention>(i));
    CHECK(std::string(one.measure) == "retention." + std::string(one.name));
    CHECK(std::string(one.meaning).back() == '.');
    CHECK_FALSE(std::string(one.used_by).empty());
  }
}

}  // namespace
}  // namespace trapphus::models
