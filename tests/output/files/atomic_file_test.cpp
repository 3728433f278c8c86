// SPDX-License-Identifier: MIT
#include "output/files/atomic_file.hpp"

#include <catch2/catch.hpp>
#include <fstream>

#include "tests/output/sample_results.hpp"

using namespace trapphus::output;
using trapphus::tests::content;
using trapphus::tests::ScratchFolder;
namespace fs = std::filesystem;

TEST_CASE("a file is written whole and leaves nothing else in its folder") {
  const ScratchFolder folder;
  write_atomically(folder.path() / "a.txt", "first");
  write_atomically(folder.path() / "a.txt", "second");
  CHECK(content(folder.path() / "a.txt") == "second");
  CHECK(folder.entries() == 1);
}

TEST_CASE("a file that is not published leaves the old one as it was") {
  const ScratchFolder folder;
  write_atomically(folder.path() / "a.txt", "old");
  {
    PendingFile file(folder.path() / "a.txt");
    file.write("half of the n");
    CHECK(content(folder.path() / "a.txt") == "old");
    CHECK(content(file.temporary()) == "half of the n");
  }
  CHECK(content(folder.path() / "a.txt") == "old");
  CHECK(folder.entries() == 1);
}

TEST_CASE("a pending file that moved on is cleaned up once") {
  const ScratchFolder folder;
  PendingFile first(folder.path() / "a.txt");
  PendingFile second(std::move(first));
  second.write("x");
  second.sync();
  second.publish();
  CHECK(content(folder.path() / "a.txt") == "x");
}

TEST_CASE("a path below a file cannot be written, and the message names it") {
  const ScratchFolder folder;
  write_atomically(folder.path() / "file", "x");
  const fs::path below = folder.path() / "file" / "a.txt";
  CHECK_THROWS_WITH(write_atomically(below, "y"), Catch::Contains("file/a.txt") && Catch::Contains("Not a directory"));
  CHECK_THROWS_AS(prepare_folder(folder.path() / "file" / "results"), CannotWrite);
  CHECK_THROWS_AS(prepare_folder(folder.path() / "file"), CannotWrite);
}

TEST_CASE("a folder is no place for a file's content") {
  const ScratchFolder folder;
  CHECK_THROWS_WITH(write_atomically(folder.path(), "y"), Catch::Contains("it is a folder"));
}

TEST_CASE("a full device is an error") {
  if (!fs::exists("/dev/full")) return;
  CHECK_THROWS_WITH(write_atomically("/dev/full", "y"), Catch::Contains("No space left on device"));
}

TEST_CASE("writing to a link writes what it points to") {
  const ScratchFolder folder;
  write_atomically(folder.path() / "real.txt", "old");
  fs::create_symlink(folder.path() / "real.txt", folder.path() / "link.txt");
  write_atomically(folder.path() / "link.txt", "new");
  CHECK(fs::is_symlink(folder.path() / "link.txt"));
  CHECK(content(folder.path() / "real.txt") == "new");
}

TEST_CASE("a folder is made with its parents") {
  const ScratchFolder folder;
  prepare_folder(folder.path() / "results" / "sample");
  prepare_folder(folder.path() / "results" / "sample");
  CHECK(fs::is_directory(folder.path() / "results" / "sample"));
}
