// SPDX-License-Identifier: MIT
#include "output/interrupt.hpp"

#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>

using namespace trapphus::output;

TEST_CASE("the first interrupt raises the flag, and a new run begins without it") {
  {
    const Interruption interruption;
    CHECK_FALSE(interruption.requested());
    std::raise(SIGINT);
    CHECK(interruption.requested());
  }
  const Interruption next;
  CHECK_FALSE(next.requested());
}

TEST_CASE("the second interrupt ends the program at once with 130") {
  const pid_t child = ::fork();
  if (child == 0) {
    const Interruption interruption;
    std::raise(SIGINT);
    std::raise(SIGINT);
    ::_exit(0);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  REQUIRE(WIFEXITED(status));
  CHECK(WEXITSTATUS(status) == 130);
}
