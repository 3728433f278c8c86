// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>

/// Who may ask the server for something.
namespace trapphus::output {

/// The parts of a request that tell who asks. Empty: not there.
struct Caller {
  std::string method, path;
  std::string host;          ///< Header Host.
  std::string origin, site;  ///< Headers Origin, Sec-Fetch-Site.
  std::string content_type, authorization;
};

struct Access {
  std::string host;   ///< The name that it was told to be reached by; besides, every IP address and localhost.
  std::string token;  ///< Empty: none is asked for.
};

struct Refusal {
  int status;
  const char* text;  ///< Id of a text for people.
};

/// Why a request is refused; nothing if it may pass. A page of another site can make a browser send requests here, by
/// its own name for this computer too (DNS rebinding): so Host must be an address or a known name, Origin our own,
/// and what changes something is JSON, which no form can send.
[[nodiscard]] std::optional<Refusal> refusal(const Caller& caller, const Access& access);

}  // namespace trapphus::output
