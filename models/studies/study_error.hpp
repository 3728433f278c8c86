// SPDX-License-Identifier: MIT
#pragma once

#include <stdexcept>
#include <utility>

#include "models/staircase/phrase.hpp"

namespace trapphus::models {

/// A study that is not possible for a scenario: unknown measure or alternative, or missing inputs of the study.
class StudyError : public std::runtime_error {
 public:
  explicit StudyError(Phrase phrase) : std::runtime_error(phrase.id), phrase_(std::move(phrase)) {}
  [[nodiscard]] const Phrase& phrase() const { return phrase_; }

 private:
  Phrase phrase_;
};

}  // namespace trapphus::models
