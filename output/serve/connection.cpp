// SPDX-License-Identifier: MIT
#include "output/serve/connection.hpp"

#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <set>
#include <utility>

namespace trapphus::output {
namespace {

using namespace std::chrono_literals;

constexpr std::size_t kLongestHead = 32U << 10U, kLongestLine = 4U << 10U, kMostHeaders = 100;
constexpr auto kTimeToBegin = 2s;  // browsers open connections that they may not need
constexpr auto kTimeForHead = 10s, kTimeForBody = 30s;
constexpr auto kTimeToWrite = 30s, kTimeForAnswer = 300s;
constexpr auto kTimeToDrain = 2s;
constexpr std::size_t kMostDrained = 64U << 20U;
constexpr auto kEndNoticed = 100ms;  // how soon it notices that the server ends
constexpr std::string_view kLineBreak = "\r\n", kHeadEnd = "\r\n\r\n";

/// Headers that a request has once. With two of them, two programs may go by different ones.
constexpr std::array<std::string_view, 9> kSingle{"authorization", "content-encoding", "content-length",
                                                  "content-type",  "expect",           "host",
                                                  "origin",        "sec-fetch-site",   "transfer-encoding"};

bool is_control(unsigned char c) {
  return (c < 0x20 && c != '\t') || c == 0x7f;
}

/// A sign of a header's name (RFC 9110: tchar).
bool is_name_sign(unsigned char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
         std::string_view("!#$%&'*+-.^_`|~").find(static_cast<char>(c)) != std::string_view::npos;
}

std::string lower_case(std::string_view text) {
  std::string lower(text);
  for (char& c : lower)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return lower;
}

std::string_view trimmed(std::string_view text) {
  const auto from = text.find_first_not_of(" \t");
  if (from == std::string_view::npos) return {};
  return text.substr(from, text.find_last_not_of(" \t") - from + 1);
}

std::string_view take_line(std::string_view& rest) {
  const auto end = rest.find(kLineBreak);
  const std::string_view line = rest.substr(0, end);
  rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + kLineBreak.size());
  return line;
}

bool read_number(std::string_view text, std::uint64_t& number) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size();
}

RequestHead refused_head(int status) {
  return {status, {}, 0};
}

const char* reason_phrase(int status) {
  switch (status) {
    case 408:
      return "Request Timeout";
    case 414:
      return "URI Too Long";
    case 431:
      return "Request Header Fields Too Large";
    default:
      return "Bad Request";
  }
}

}  // namespace

RequestHead checked_head(std::string_view head) {
  RequestHead result;
  std::string_view rest = head;
  const std::string_view request = take_line(rest);
  if (request.size() > kLongestLine) return refused_head(414);
  if (std::ranges::any_of(request, is_control)) return refused_head(400);
  result.text.append(request).append(kLineBreak);
  std::set<std::string> seen;
  std::size_t headers = 0;
  while (true) {
    const std::string_view line = take_line(rest);
    if (line.empty()) break;
    if (++headers > kMostHeaders) return refused_head(431);
    const auto colon = line.find(':');
    if (colon == 0 || colon == std::string_view::npos || std::ranges::any_of(line, is_control))
      return refused_head(400);
    const std::string_view name = line.substr(0, colon), value = trimmed(line.substr(colon + 1));
    if (!std::ranges::all_of(name, is_name_sign)) return refused_head(400);
    const std::string known = lower_case(name);
    if (!seen.insert(known).second && std::ranges::find(kSingle, known) != kSingle.end()) return refused_head(400);
    if (known == "content-length" && !read_number(value, result.length)) return refused_head(400);
    if (known != "range" && known != "if-range") result.text.append(line).append(kLineBreak);
  }
  result.text.append(kLineBreak);
  return result;
}

Connection::Connection(socket_t socket, std::function<bool()> ending) : socket_(socket), ending_(std::move(ending)) {}

Connection::~Connection() {
  ::shutdown(socket_, SHUT_WR);
  const auto until = Clock::now() + kTimeToDrain;
  std::array<char, 16384> waste;
  for (std::size_t drained = 0; drained < kMostDrained && wait(POLLIN, until);) {
    const ssize_t n = ::recv(socket_, waste.data(), waste.size(), MSG_DONTWAIT);
    if (n == 0 || (n < 0 && errno != EAGAIN && errno != EINTR)) break;
    drained += static_cast<std::size_t>(std::max<ssize_t>(n, 0));
  }
  ::close(socket_);
}

bool Connection::wait(short events, Clock::time_point until) const {
  pollfd one{socket_, events, 0};
  while (!ending_()) {
    const auto left = std::max<Clock::duration>(until - Clock::now(), 0s);
    const auto slice = std::min<Clock::duration>(left, kEndNoticed);
    const int ready = ::poll(&one, 1, static_cast<int>(std::chrono::ceil<std::chrono::milliseconds>(slice).count()));
    if (ready > 0) return true;
    if ((ready < 0 && errno != EINTR) || left <= 0s) return false;
  }
  return false;
}

bool Connection::receive() {
  std::array<char, 16384> bytes;
  const ssize_t n = ::recv(socket_, bytes.data(), bytes.size(), MSG_DONTWAIT);
  if (n > 0) received_.append(bytes.data(), static_cast<std::size_t>(n));
  return n > 0 || (n < 0 && (errno == EAGAIN || errno == EINTR));
}

bool Connection::receive_head() {
  const auto begin = Clock::now();
  std::size_t end = std::string::npos;
  while (end == std::string::npos) {
    if (received_.size() > kLongestHead) return refuse(431), false;
    if (!wait(POLLIN, begin + (received_.empty() ? kTimeToBegin : kTimeForHead))) {
      if (!received_.empty()) refuse(408);
      return false;
    }
    const std::size_t searched = received_.size() < kHeadEnd.size() ? 0 : received_.size() - kHeadEnd.size();
    if (!receive()) return false;
    end = received_.find(kHeadEnd, searched);
  }
  end += kHeadEnd.size();
  RequestHead head = checked_head(std::string_view(received_).substr(0, end));
  if (head.refused != 0) return refuse(head.refused), false;
  std::string body = received_.substr(end);
  if (body.size() > head.length) body.resize(head.length);  // what follows belongs to no request
  body_ = head.length - body.size();
  received_ = std::move(head.text) + body;
  read_until_ = Clock::now() + kTimeForBody;
  return true;
}

/// The library has no answer for what it has not read.
void Connection::refuse(int status) {
  const std::string line = std::to_string(status) + " " + reason_phrase(status);
  const std::string body = "{\"error\":\"" + line + "\"}";
  write("HTTP/1.1 " + line +
        "\r\nConnection: close\r\nContent-Type: application/json\r\nX-Content-Type-Options: nosniff\r\n"
        "Content-Length: " +
        std::to_string(body.size()) + "\r\n\r\n" + body);
}

bool Connection::is_readable() const {
  return delivered_ < received_.size() || (body_ > 0 && wait(POLLIN, read_until_));
}

bool Connection::is_writable() const {
  return wait(POLLOUT, std::min(Clock::now() + kTimeToWrite, write_until_));
}

ssize_t Connection::read(char* bytes, size_t size) {
  if (const std::size_t left = received_.size() - delivered_; left > 0) {
    const std::size_t n = std::min(size, left);
    std::copy_n(received_.data() + delivered_, n, bytes);
    delivered_ += n;
    return static_cast<ssize_t>(n);
  }
  const auto most = static_cast<std::size_t>(std::min<std::uint64_t>(size, body_));
  if (most == 0) return 0;
  if (!wait(POLLIN, read_until_)) return -1;
  const ssize_t n = ::recv(socket_, bytes, most, 0);
  if (n > 0) body_ -= static_cast<std::uint64_t>(n);
  return n;
}

ssize_t Connection::write(const char* bytes, size_t size) {
  if (write_until_ == Clock::time_point()) write_until_ = Clock::now() + kTimeForAnswer;
  if (!is_writable()) return -1;
  const ssize_t n = ::send(socket_, bytes, size, MSG_NOSIGNAL | MSG_DONTWAIT);
  return n < 0 && (errno == EAGAIN || errno == EINTR) ? 0 : n;
}

void Connection::get_remote_ip_and_port(std::string& ip, int& port) const {
  ip.clear();  // nobody asks
  port = -1;
}

void Connection::get_local_ip_and_port(std::string& ip, int& port) const {
  get_remote_ip_and_port(ip, port);
}

bool OneRequestServer::process_and_close_socket(socket_t socket) {
  Connection connection(socket, [this] { return svr_sock_ == INVALID_SOCKET; });
  if (!connection.receive_head()) return false;
  constexpr bool kCloses = true;
  bool closed = false;
  return process_request(connection, kCloses, closed, nullptr);
}

}  // namespace trapphus::output
