// SPDX-License-Identifier: MIT
#include "output/commands/interrupt.hpp"

#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>

using namespace trapphus::output;

TEST_CASE("the first interrupt or termination raises the flag, and a new run begins without it") {
  for (const int signal : {SIGINT, SIGTERM}) {
    const Interruption interruption;
    CHECK_FALSE(interruption.requested());
    std::raise(signal);
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
    std::raise(SIGTERM);
    ::_exit(0);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  REQUIRE(WIFEXITED(status));
  CHECK(WEXITSTATUS(status) == 130);
}

TEST_CASE("afterwards the signals do again what they did before") {
  { const Interruption interruption; }
  for (const int signal : {SIGINT, SIGTERM}) {
    const pid_t child = ::fork();
    if (child == 0) {
      std::signal(signal, SIG_DFL);
      { const Interruption interruption; }
      std::raise(signal);
      ::_exit(0);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    CHECK(WIFSIGNALED(status));
  }
}
