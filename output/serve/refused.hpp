// SPDX-License-Identifier: MIT
#pragma once

#include <stdexcept>
#include <string>

namespace trapphus::output {

/// A refused request: the HTTP status, and the id of a text of the catalogue, in which `what` replaces the field
/// {what}.
class Refused : public std::runtime_error {
 public:
  Refused(int status, const char* text, std::string what = {})
      : std::runtime_error(text), status_(status), what_(std::move(what)) {}
  [[nodiscard]] int status() const { return status_; }
  [[nodiscard]] const std::string& about() const { return what_; }

 private:
  int status_;
  std::string what_;
};

}  // namespace trapphus::output
