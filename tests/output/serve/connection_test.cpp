// SPDX-License-Identifier: MIT
// What a server does with bytes that no browser sends: every request goes over a socket as it stands here.
#include "output/serve/connection.hpp"

#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <string>
#include <vector>

#include "output/serve/api.hpp"
#include "tests/output/serve/served.hpp"

using namespace trapphus;
using namespace trapphus::tests;
using Catch::Contains;
using Catch::StartsWith;
namespace fs = std::filesystem;

namespace {

/// A connection to a server.
class Wire {
 public:
  explicit Wire(int port) : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
    sockaddr_in place{};
    place.sin_family = AF_INET;
    place.sin_port = htons(static_cast<std::uint16_t>(port));
    place.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    REQUIRE(::connect(socket_, reinterpret_cast<const sockaddr*>(&place), sizeof place) == 0);
    const timeval patience{60, 0};
    ::setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
  }
  Wire(const Wire&) = delete;
  Wire& operator=(const Wire&) = delete;
  ~Wire() { ::close(socket_); }

  void send(const std::string& bytes) const {
    for (std::size_t sent = 0; sent < bytes.size();) {
      const ssize_t n = ::send(socket_, bytes.data() + sent, bytes.size() - sent, MSG_NOSIGNAL);
      if (n <= 0) return;  // the server has had enough
      sent += static_cast<std::size_t>(n);
    }
  }
  /// Up to this text; all that comes, if it does not come.
  [[nodiscard]] std::string receive_until(const std::string& text) const {
    std::string received;
    while (received.find(text) == std::string::npos && receive(received)) {
    }
    return received;
  }
  /// All until the server closes the connection.
  [[nodiscard]] std::string receive_all() const {
    std::string received;
    while (receive(received)) {
    }
    CHECK(closed_);
    return received;
  }

 private:
  bool receive(std::string& received) const {
    char bytes[16384];
    const ssize_t n = ::recv(socket_, bytes, sizeof bytes, 0);
    closed_ = n == 0;
    if (n <= 0) return false;
    received.append(bytes, static_cast<std::size_t>(n));
    return true;
  }

  int socket_;
  mutable bool closed_ = false;
};

struct Reply {
  int status = 0;
  std::string head, body;
  std::size_t answers = 0;  ///< On the connection.
};

std::size_t occurrences(const std::string& text, const std::string& part) {
  std::size_t count = 0;
  for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++count;
  return count;
}

Reply reply(const std::string& received) {
  Reply reply;
  const auto end = received.find("\r\n\r\n");
  if (end == std::string::npos || received.rfind("HTTP/1.1 ", 0) != 0) return reply;
  reply.status = std::stoi(received.substr(9));
  reply.head = received.substr(0, end + 2);
  reply.body = received.substr(end + 4);
  reply.answers = occurrences(received, "HTTP/1.1 ");
  return reply;
}

Reply exchange(int port, const std::string& bytes) {
  const Wire wire(port);
  wire.send(bytes);
  return reply(wire.receive_all());
}

std::string request(const std::string& line, const std::string& headers = {}, const std::string& body = {}) {
  return line + " HTTP/1.1\r\nHost: localhost\r\n" + headers + "\r\n" + body;
}

std::string length_of(const std::string& body) {
  return "Content-Length: " + std::to_string(body.size()) + "\r\n";
}

std::string json_request(const std::string& line, const std::string& body, const std::string& more = {}) {
  return request(line, "Content-Type: application/json\r\n" + length_of(body) + more, body);
}

const std::string kPutsFile =
    "PUT /api/scenarios/file?id=foreign.yaml HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
    "Content-Length: 12\r\n\r\n{\"text\":\"x\"}";

int status_of_head(const std::string& head) {
  return output::checked_head(head).refused;
}

}  // namespace

TEST_CASE("a range that is asked for is never answered with more than there is, but with the whole") {
  Served served;
  const Reply whole = exchange(served.port(), request("GET /"));
  REQUIRE(whole.status == 200);
  REQUIRE(whole.body.size() > 100'000);
  const std::string many = [] {
    std::string ranges = "bytes=0-0";
    while (ranges.size() < 8000) ranges += ",0-0";
    return ranges;
  }();
  for (const std::string& range :
       {std::string("bytes=0-99999999"), std::string("bytes=99999999-"), std::string("bytes=99999990-99999999"),
        std::string("bytes=-99999999"), std::string("bytes=5-"), std::string("bytes=-"), std::string("bytes=7-3"),
        std::string("bytes=0-99999999,5-99999999"), std::string("bytes=9223372036854775807-"),
        std::string("bytes=0-99999999999999999999"), std::string("pages=1"), many}) {
    INFO(range.substr(0, 40));
    const Reply page = exchange(served.port(), request("GET /", "Range: " + range + "\r\n"));
    CHECK(page.status == 200);
    CHECK_THAT(page.head, Contains("\r\n" + length_of(whole.body)));
    CHECK(page.body == whole.body);
    const Reply data =
        exchange(served.port(), request("GET /api/program", "rAnGe: " + range + "\r\nIf-Range: \"x\"\r\n"));
    CHECK(data.status == 200);
    CHECK_NOTHROW(nlohmann::json::parse(data.body));
    const Reply head = exchange(served.port(), request("HEAD /", "Range: " + range + "\r\n"));
    CHECK(head.status == 200);
    CHECK(head.body.empty());
    CHECK_THAT(head.head, Contains("\r\n" + length_of(whole.body)));
    const Reply nothing = exchange(served.port(), request("GET /api/nothing", "Range: " + range + "\r\n"));
    CHECK(nothing.status == 404);
    CHECK_THAT(nothing.head, Contains("\r\n" + length_of(nothing.body)) && !Contains("Content-Range"));
  }
}

TEST_CASE("what follows a refused head is no request, whatever the reason was") {
  Served served({}, "a-token-of-many-letters");
  const std::string typed = "Content-Type: application/json\r\n", length = length_of(kPutsFile),
                    token = "Authorization: Bearer a-token-of-many-letters\r\n";
  const auto body = kPutsFile;
  const std::vector<std::pair<int, std::string>> refused{
      {401, request("POST /api/runs", typed + length, body)},
      {401, request("PUT /api/scenarios/file?id=a.yaml", typed + length, body)},
      {401, request("DELETE /api/runs/1", length, body)},
      {401, request("GET /api/runs", length, body)},
      {403, "POST /api/runs HTTP/1.1\r\nHost: evil.example\r\n" + typed + length + "\r\n" + body},
      {403, request("POST /api/runs", typed + length + token + "Origin: null\r\n", body)},
      {403, request("POST /api/check", typed + length + token + "Origin: http://evil.example\r\n", body)},
      {403, request("PATCH /api/runs/1", typed + length + token + "Sec-Fetch-Site: cross-site\r\n", body)},
      {415, request("POST /api/runs", "Content-Type: text/plain\r\n" + length + token, body)},
      {415, request("POST /api/runs", "Content-Type: multipart/form-data; boundary=x\r\n" + length + token, body)},
      {415, request("POST /api/runs", typed + "Content-Encoding: gzip\r\n" + length + token, body)},
      {411, request("POST /api/runs", typed + token, body)},
      {411, request("POST /api/runs", typed + token + "Transfer-Encoding: chunked\r\n", "0\r\n\r\n" + body)},
      {411, request("POST /api/runs", typed + token + length + "Transfer-Encoding: identity\r\n", body)},
      {413, request("POST /api/runs", typed + token + "Content-Length: 99999999999\r\n", body)},
      {405, request("POST /", "Content-Type: text/plain\r\n" + length, body)},
      {405, request("OPTIONS /api/runs", length + token, body)},
      {405, request("TRACE /api/runs", length + token, body)},
      {405, request("PRI /api/runs", length + token, body)},
      {400, request("GET /", length, body)},
      {400, request("GET /api/runs", length + token, body)},
      {400, request("HEAD /api/runs", length + token, body)},
      {400, request("DELETE /api/runs/1", length + token, body)},
      {400, request("BREW /api/runs", length + token, body)},
      {400, request("POST /api/runs", typed + token + "Content-Length: 0\r\nContent-Length: 7\r\n", body)},
      {400, request("POST /api/runs", typed + token + "Content-Length : 7\r\n", body)}};
  for (const auto& [status, bytes] : refused) {
    INFO(bytes);
    const Reply answer = exchange(served.port(), bytes);
    CHECK(answer.status == status);
    CHECK(answer.answers == 1);
    CHECK_THAT(answer.head, Contains("Connection: close"));
  }
  CHECK_FALSE(fs::exists(served.folder() / "foreign.yaml"));
  CHECK(served.get("/api/program").status == 200);
}

TEST_CASE("what follows a request that is answered is no request either") {
  Served served;
  for (const std::string& first :
       {request("GET /"), request("GET /api/runs"), request("GET /api/nothing"), json_request("POST /api/runs", "{"),
        json_request("POST /api/nothing", "{}"),
        "GET /api/runs HTTP/1.0\r\nHost: localhost\r\nConnection: Keep-Alive\r\n\r\n" + std::string()}) {
    INFO(first);
    const Reply answer = exchange(served.port(), first + kPutsFile);
    CHECK(answer.answers == 1);
    CHECK_THAT(answer.head, Contains("Connection: close"));
  }
  CHECK_FALSE(fs::exists(served.folder() / "foreign.yaml"));
  // The request itself is one that the server carries out.
  CHECK(exchange(served.port(), kPutsFile).status == 200);
  CHECK(fs::exists(served.folder() / "foreign.yaml"));
}

TEST_CASE("who asks whether to go on with a body is asked to only when it would be taken") {
  Served served;
  const std::string body = R"({"scenario":"small.yaml"})", expects = "Expect: 100-continue\r\n";
  const Wire taken(served.port());
  taken.send(request("POST /api/check", "Content-Type: application/json\r\n" + length_of(body) + expects));
  CHECK_THAT(taken.receive_until("\r\n\r\n"), StartsWith("HTTP/1.1 100 "));
  taken.send(body);
  CHECK(reply(taken.receive_all()).status == 200);
  for (const std::string& headers : {"Content-Type: text/plain\r\n" + length_of(kPutsFile),
                                     std::string("Content-Type: application/json\r\nContent-Length: 99999999\r\n"),
                                     "Content-Type: application/json\r\nOrigin: null\r\n" + length_of(kPutsFile)}) {
    INFO(headers);
    const Reply refused = exchange(served.port(), request("POST /api/check", headers + expects, kPutsFile));
    CHECK(refused.status >= 400);
    CHECK(refused.answers == 1);
    CHECK_THAT(refused.head, Contains("\r\n" + length_of(refused.body)));
  }
  CHECK_FALSE(fs::exists(served.folder() / "foreign.yaml"));
}

TEST_CASE("JSON that is nested too deeply is refused, in every request that has a body") {
  Served served;
  const std::size_t deep = 100'000;
  const std::string lists = std::string(deep, '[') + std::string(deep, ']');
  std::string objects;
  for (std::size_t i = 0; i < deep; ++i) objects += "{\"a\":";
  objects += "1" + std::string(deep, '}');
  for (const std::string& nested : {lists, objects}) {
    const std::string run = R"({"kind":"run","scenario":"small.yaml","options":)" + nested + "}";
    const std::string file = R"({"text":)" + nested + "}";
    CHECK(exchange(served.port(), json_request("POST /api/runs", run)).status == 400);
    CHECK(exchange(served.port(), json_request("POST /api/runs", nested)).status == 400);
    CHECK(exchange(served.port(), json_request("POST /api/check", file)).status == 400);
    CHECK(exchange(served.port(), json_request("PUT /api/scenarios/file?id=a.yaml", file)).status == 400);
    CHECK(exchange(served.port(), json_request("PATCH /api/runs/1", file)).status == 400);
  }
  const Reply answer = exchange(served.port(), json_request("POST /api/runs?lang=en", lists));
  CHECK_THAT(answer.body, Contains("nested too deeply"));
  CHECK(served.get("/api/program").status == 200);
}

TEST_CASE("a compressed body is refused before it is unfolded, whatever compressed it") {
  Served served;
  for (const char* encoding : {"gzip", "deflate", "br", "x-gzip", "gzip, gzip", "zstd", "identity", "g%7aip"}) {
    INFO(encoding);
    const std::string headers = std::string("Content-Encoding: ") + encoding + "\r\n";
    // 1 MB is declared and never comes: the answer does not wait for it.
    const std::string head =
        request("POST /api/check", "Content-Type: application/json\r\n" + headers + "Content-Length: 1000000\r\n");
    CHECK(exchange(served.port(), head).status == 415);
    CHECK(exchange(served.port(), json_request("POST /api/check", R"({"scenario":"small.yaml"})", headers)).status ==
          415);
  }
}

TEST_CASE("a head has a bounded length and number of lines, and a request that is cut off is not carried out") {
  Served served;
  const std::string line(3000, 'x');
  CHECK(exchange(served.port(), request("GET /" + line + line)).status == 414);
  CHECK(exchange(served.port(), request("GET /" + line)).status == 404);
  CHECK(exchange(served.port(), request("GET /api/runs/" + std::string(4000, '1'))).status == 404);
  std::string many, long_one = "X: " + std::string(100'000, 'x') + "\r\n";
  for (int i = 0; i < 200; ++i) many += "X" + std::to_string(i) + ": 1\r\n";
  CHECK(exchange(served.port(), request("GET /", many)).status == 431);
  CHECK(exchange(served.port(), request("GET /", long_one)).status == 431);
  CHECK(exchange(served.port(), std::string(100'000, 'x')).status == 431);
  {
    const Wire cut_off(served.port());
    cut_off.send(kPutsFile.substr(0, kPutsFile.size() - 1));
  }
  CHECK(served.get("/api/program").status == 200);
  CHECK_FALSE(fs::exists(served.folder() / "foreign.yaml"));
}

TEST_CASE("who sends nothing, or never ends, is sent away, and the server still ends at once", "[long]") {
  Served served;
  const Wire silent(served.port()), slow(served.port()), slow_body(served.port());
  slow.send("GET / HTTP/1.1\r\nHost: local");
  slow_body.send(kPutsFile.substr(0, kPutsFile.size() - 1));
  CHECK(silent.receive_all().empty());
  CHECK(reply(slow.receive_all()).status == 408);
  const auto begin = std::chrono::steady_clock::now();
  served.restart();
  CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(8));
  CHECK_FALSE(fs::exists(served.folder() / "foreign.yaml"));
}

TEST_CASE("a path written in another way is guarded like itself") {
  Served served({}, "a-token-of-many-letters");
  for (const char* path : {"/api/runs", "/%61pi/runs", "/api%2Fruns", "/api/runs#x", "/api/runs?a=/"}) {
    INFO(path);
    CHECK(exchange(served.port(), request(std::string("GET ") + path)).status == 401);
  }
  for (const char* path : {"//api/runs", "/./api/runs", "/x/../api/runs", "/API/runs", "/api;/runs"}) {
    INFO(path);
    CHECK(exchange(served.port(), request(std::string("GET ") + path)).status >= 400);
  }
}

TEST_CASE("a head is taken line by line as the standard has it, without the ranges") {
  const std::string begin = "GET / HTTP/1.1\r\n";
  const output::RequestHead head = output::checked_head(
      begin + "Host: a\r\nRange: bytes=0-1\r\nContent-Length:  7 \r\nIF-RANGE: x\r\nX-Range: y\r\n\r\n");
  CHECK(head.refused == 0);
  CHECK(head.length == 7);
  CHECK(head.text == begin + "Host: a\r\nContent-Length:  7 \r\nX-Range: y\r\n\r\n");
  for (const char* line :
       {"no colon", ": no name", " Continued: x", "Spaced : x", "Bare: \n x", "Bare: \r x", "N\x01: x", "Zero: \x7f",
        "Content-Length: -1", "Content-Length: 1,1", "Content-Length: 0x1", "Content-Length: 99999999999999999999",
        "Content-Length:", "Host: a\r\nhost: b", "Transfer-Encoding: x\r\nTransfer-Encoding: y"}) {
    INFO(line);
    CHECK(status_of_head(begin + line + "\r\n\r\n") == 400);
  }
  CHECK(status_of_head(begin + std::string("Zero: \0\r\n\r\n", 11)) == 400);
  CHECK(status_of_head(begin + "Cookie: a\r\nCookie: b\r\n\r\n") == 0);
  CHECK(status_of_head("GET /" + std::string(5000, 'x') + " HTTP/1.1\r\n\r\n") == 414);
}
