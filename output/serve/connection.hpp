// SPDX-License-Identifier: MIT
#pragma once

#include <httplib.h>

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

/// What cpp-httplib leaves open between a socket and a request: how long a head and a body may be and take, where a
/// body ends, and that nothing behind it is a request.
namespace trapphus::output {

/// A checked head of a request.
struct RequestHead {
  int refused = 0;           ///< The status with which it is refused; 0: it is not.
  std::string text;          ///< For the library, without the headers that ask for a part of the answer.
  std::uint64_t length = 0;  ///< Content-Length; 0 if absent.
};

/// Checks a head that ends with an empty line. 400: a line that is no header (a bare line break, a continuation, a
/// space before the colon, a control character), a header twice that a request has once, a length that is no number.
/// 414: the request line is longer than 4 KiB. 431: more than 100 headers. Range and If-Range are removed: the library
/// reads behind the end of an answer of which a range is asked that is longer, and a server may ignore them.
[[nodiscard]] RequestHead checked_head(std::string_view head);

/// A connection with one request. To the library it ends with the body of that request.
class Connection final : public httplib::Stream {
 public:
  /// `ending` is called several times a second while it waits; true: it gives up. Takes over the socket.
  Connection(socket_t socket, std::function<bool()> ending);
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;
  /// Throws away what is still received until the client has closed it, for at most two seconds, and closes it: a
  /// socket closed with unread bytes is reset, and the client loses the answer.
  ~Connection() override;

  /// Receives the head and checks it; a bad one is answered. False: there is no request for the library.
  [[nodiscard]] bool receive_head();

  [[nodiscard]] bool is_readable() const override;
  [[nodiscard]] bool is_writable() const override;
  ssize_t read(char* bytes, size_t size) override;
  ssize_t write(const char* bytes, size_t size) override;
  using Stream::write;
  void get_remote_ip_and_port(std::string& ip, int& port) const override;
  void get_local_ip_and_port(std::string& ip, int& port) const override;
  [[nodiscard]] socket_t socket() const override { return socket_; }

 private:
  using Clock = std::chrono::steady_clock;
  [[nodiscard]] bool wait(short events, Clock::time_point until) const;
  /// Appends what has arrived; false at the end and on failure.
  [[nodiscard]] bool receive();
  void refuse(int status);

  const socket_t socket_;
  const std::function<bool()> ending_;
  std::string received_;       // the head for the library, and what followed it
  std::size_t delivered_ = 0;  // of received_
  std::uint64_t body_ = 0;     // bytes of the body that were not received with the head
  Clock::time_point read_until_, write_until_;
};

/// A server that answers one request on each connection.
class OneRequestServer : public httplib::Server {
 private:
  bool process_and_close_socket(socket_t socket) override;
};

}  // namespace trapphus::output
