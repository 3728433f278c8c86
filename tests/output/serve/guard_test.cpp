// SPDX-License-Identifier: MIT
#include "output/serve/guard.hpp"

#include <catch2/catch.hpp>

using namespace trapphus::output;

namespace {

const Access kOwnComputer{};
const Caller kPage{"GET", "/api/runs", "127.0.0.1:8080", "", "same-origin", "", ""};

int status(const Caller& caller, const Access& access = kOwnComputer) {
  const auto refused = refusal(caller, access);
  return refused ? refused->status : 200;
}

}  // namespace

TEST_CASE("the page that the server sent may ask, by an address of the computer or as localhost") {
  Caller caller = kPage;
  for (const char* host : {"127.0.0.1:8080", "localhost:8080", "localhost", "[::1]:8080", "192.168.0.7:8080"}) {
    caller.host = host;
    caller.origin = std::string("http://") + host;
    INFO(host);
    CHECK(status(caller) == 200);
  }
}

TEST_CASE("a name that somebody else made point at this computer is refused, for the page too") {
  Caller caller = kPage;
  for (const char* path : {"/", "/api/runs"}) {
    caller.path = path;
    for (const char* host : {"evil.example", "evil.example:8080", "127.0.0.1.evil.example", "localhost.evil.example",
                             "", "[evil]:8080", "[::1"}) {
      caller.host = host;
      INFO(path << " at " << host);
      CHECK(status(caller) == 403);
    }
  }
}

TEST_CASE("an address with something behind it is no address") {
  Caller caller = kPage;
  for (const char* host : {"[::1].evil.example", "[::1]evil", "[127.0.0.1]evil.example:8080"}) {
    caller.host = host;
    INFO(host);
    CHECK(status(caller) == 403);
  }
}

TEST_CASE("a body is declared with its length, uncompressed, and where one belongs") {
  constexpr std::uint64_t kLargest = 100;
  const auto status_of = [](const DeclaredBody& body) {
    const auto refused = refusal(body, kLargest);
    return refused ? refused->status : 200;
  };
  for (const char* method : {"POST", "PUT", "PATCH"}) {
    INFO(method);
    CHECK(status_of({method, "/api/x", "", "", 0}) == 200);
    CHECK(status_of({method, "/api/x", "", "", kLargest}) == 200);
    CHECK(status_of({method, "/api/x", "", "", kLargest + 1}) == 413);
    CHECK(status_of({method, "/api/x", "", "", {}}) == 411);
    CHECK(status_of({method, "/api/x", "chunked", "", 10}) == 411);
    CHECK(status_of({method, "/api/x", "", "gzip", 10}) == 415);
    CHECK(status_of({method, "/x", "", "", 10}) == 405);
  }
  for (const char* method : {"GET", "HEAD", "DELETE"}) {
    INFO(method);
    CHECK(status_of({method, "/api/x", "", "", {}}) == 200);
    CHECK(status_of({method, "/api/x", "", "", 0}) == 200);
    CHECK(status_of({method, "/api/x", "", "", 1}) == 400);
    CHECK(status_of({method, "/api/x", "chunked", "", {}}) == 411);
  }
  for (const char* method : {"OPTIONS", "TRACE", "CONNECT", "PRI"})
    CHECK(status_of({method, "/api/x", "", "", {}}) == 405);
  CHECK(status_of({"GET", "/", "", "", {}}) == 200);
  CHECK(status_of({"DELETE", "/", "", "", {}}) == 405);
}

TEST_CASE("the name that the server was told to be reached by is its own") {
  Caller caller = kPage;
  caller.host = "trapphus.example:8080";
  CHECK(status(caller) == 403);
  CHECK(status(caller, {"trapphus.example", ""}) == 200);
}

TEST_CASE("pages of other sites get no answer, but may link to the page") {
  Caller caller = kPage;
  caller.origin = "https://evil.example";
  CHECK(status(caller) == 403);
  caller.origin = "null";
  CHECK(status(caller) == 403);
  caller.origin = "http://127.0.0.1:9999";  // another program on this computer
  CHECK(status(caller) == 403);
  caller.origin = "";
  caller.site = "cross-site";
  CHECK(status(caller) == 403);
  caller.site = "same-site";
  CHECK(status(caller) == 403);
  caller.path = "/";
  CHECK(status(caller) == 200);
}

TEST_CASE("with a token only those who have it are answered, whatever part of it they guess") {
  const Access access{"", "0123456789abcdef"};
  Caller caller = kPage;
  for (const char* said : {"", "Bearer", "Bearer 0123456789abcde", "Bearer 0123456789abcdeg",
                           "Bearer 0123456789abcdef0", "0123456789abcdef"}) {
    caller.authorization = said;
    INFO(said);
    CHECK(status(caller, access) == 401);
  }
  caller.authorization = "Bearer 0123456789abcdef";
  CHECK(status(caller, access) == 200);
}

TEST_CASE("what changes something must be JSON, which no form of another site can send") {
  Caller caller = kPage;
  for (const char* method : {"POST", "PUT", "PATCH"}) {
    caller.method = method;
    caller.content_type = "";
    CHECK(status(caller) == 415);
    caller.content_type = "text/plain";
    CHECK(status(caller) == 415);
    caller.content_type = "application/x-www-form-urlencoded";
    CHECK(status(caller) == 415);
    caller.content_type = "application/json; charset=utf-8";
    CHECK(status(caller) == 200);
  }
}
