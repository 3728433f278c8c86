// SPDX-License-Identifier: MIT
#include "output/serve/guard.hpp"

#include <arpa/inet.h>

#include <string_view>

namespace trapphus::output {
namespace {

/// "localhost:8080" and "[::1]:8080" without the port.
std::string_view without_port(std::string_view host) {
  if (host.starts_with('[')) {
    const auto end = host.find(']');
    const bool ends_there = end != std::string_view::npos && (end + 1 == host.size() || host[end + 1] == ':');
    return ends_there ? host.substr(1, end - 1) : std::string_view();
  }
  return host.substr(0, host.find(':'));
}

bool is_address(const std::string& host) {
  unsigned char bytes[sizeof(in6_addr)];
  return ::inet_pton(AF_INET, host.c_str(), bytes) == 1 || ::inet_pton(AF_INET6, host.c_str(), bytes) == 1;
}

/// Comparison in constant time.
bool same_secret(std::string_view a, std::string_view b) {
  if (a.size() != b.size()) return false;
  unsigned char difference = 0;
  for (std::size_t i = 0; i < a.size(); ++i) difference |= static_cast<unsigned char>(a[i] ^ b[i]);
  return difference == 0;
}

bool is_json(std::string_view content_type) {
  const auto type = content_type.substr(0, content_type.find(';'));
  return type.substr(0, type.find(' ')) == "application/json";
}

bool has_body(std::string_view method) {
  return method == "POST" || method == "PUT" || method == "PATCH";
}

bool is_read_only(std::string_view method) {
  return method == "GET" || method == "HEAD";
}

}  // namespace

std::optional<Refusal> refusal(const Caller& caller, const Access& access) {
  const std::string host(without_port(caller.host));
  if (host != "localhost" && !is_address(host) && (access.host.empty() || host != access.host))
    return Refusal{403, "refused.host"};
  if (!caller.path.starts_with("/api/")) return std::nullopt;  // the page itself has no data, and may be linked
  if (!caller.origin.empty() && caller.origin != "http://" + caller.host) return Refusal{403, "refused.origin"};
  if (!caller.site.empty() && caller.site != "same-origin" && caller.site != "none")
    return Refusal{403, "refused.origin"};
  if (!access.token.empty() && !same_secret(caller.authorization, "Bearer " + access.token))
    return Refusal{401, "refused.token"};
  if (has_body(caller.method) && !is_json(caller.content_type)) return Refusal{415, "refused.content_type"};
  return std::nullopt;
}

std::optional<Refusal> refusal(const DeclaredBody& body, std::uint64_t largest) {
  const bool of_api = body.path.starts_with("/api/") && (has_body(body.method) || body.method == "DELETE");
  if (!is_read_only(body.method) && !of_api) return Refusal{405, "refused.method"};
  if (!body.transfer.empty()) return Refusal{411, "refused.length"};
  if (!body.encoding.empty()) return Refusal{415, "refused.encoding"};
  if (has_body(body.method) && !body.length) return Refusal{411, "refused.length"};
  if (body.length.value_or(0) > largest) return Refusal{413, "refused.body_size"};
  if (!has_body(body.method) && body.length.value_or(0) > 0) return Refusal{400, "refused.body_unwanted"};
  return std::nullopt;
}

}  // namespace trapphus::output
