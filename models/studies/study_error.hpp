// SPDX-License-Identifier: MIT
#pragma once

#include <stdexcept>
#include <utility>

#include "models/staircase/phrase.hpp"

namespace trapphus::models {

/// A study that cannot be made of a scenario: it has no such measure or alternative, or lacks what the study needs.
class StudyError : public std::runtime_error {
 public:
  explicit StudyError(Phrase phrase) : std::runtime_error(phrase.id), phrase_(std::move(phrase)) {}
  [[nodiscard]] const Phrase& phrase() const { return phrase_; }

 private:
  Phrase phrase_;
};

}  // namespace trapphus::models
