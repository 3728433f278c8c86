// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>

/// Access control of the server's requests.
namespace trapphus::output {

/// The parts of a request that identify the client. Empty: absent.
struct Caller {
  std::string method, path;
  std::string host;          ///< Header Host.
  std::string origin, site;  ///< Headers Origin, Sec-Fetch-Site.
  std::string content_type, authorization;
};

struct Access {
  std::string host;   ///< The configured host name; IP addresses and localhost are accepted as well.
  std::string token;  ///< Empty: none is required.
};

struct Refusal {
  int status;
  const char* text;  ///< Id of a text of the catalogue.
};

/// Reason to refuse a request; nothing if it is accepted. Pages of other sites can make a browser send requests to this
/// server, also under a host name of theirs (DNS rebinding). So Host must be an address or a known name, Origin the
/// server's own, and the body of a request with effects JSON, which no form can send.
[[nodiscard]] std::optional<Refusal> refusal(const Caller& caller, const Access& access);

/// What a request declares of its body.
struct DeclaredBody {
  std::string method, path;
  std::string transfer, encoding;       ///< Headers Transfer-Encoding, Content-Encoding.
  std::optional<std::uint64_t> length;  ///< Header Content-Length.
};

/// Reason to refuse a request before its body is read; nothing if it is accepted. A body has a length, which is at most
/// `largest`; it is not compressed, since a small one may unfold to a large one; and only POST, PUT and PATCH under
/// /api/ have one.
[[nodiscard]] std::optional<Refusal> refusal(const DeclaredBody& body, std::uint64_t largest);

}  // namespace trapphus::output
