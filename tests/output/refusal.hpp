// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "models/studies/study_error.hpp"
#include "output/language/language.hpp"

namespace trapphus::tests {

/// The English message of a study that cannot be made; empty if it can.
template <class Study>
std::string refusal(const Study& study) {
  try {
    static_cast<void>(study());
  } catch (const models::StudyError& error) {
    return output::Words(output::Language::En)(error.phrase());
  }
  return {};
}

}  // namespace trapphus::tests
