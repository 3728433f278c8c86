// SPDX-License-Identifier: MIT
#pragma once

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

}  // namespace trapphus::output
