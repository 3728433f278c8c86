// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <string_view>

namespace trapphus::models {
struct Results;
struct Scenario;
}  // namespace trapphus::models

namespace trapphus::output {

/// The tables of results.sqlite as SQL, with a comment on each table and column. The same text is in the file itself:
/// `.schema` in the sqlite3 program shows it.
[[nodiscard]] std::string_view database_schema();

/// Fills an empty file. Throws CannotWrite.
void write_database(const std::filesystem::path& file, const models::Scenario& scenario,
                    const models::Results& results);

}  // namespace trapphus::output
