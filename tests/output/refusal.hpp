// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "models/studies/study_error.hpp"
#include "output/language/problem_words.hpp"
#include "scenarios/reading/reader.hpp"
#include "tests/output/words.hpp"

namespace trapphus::tests {

/// A line for each problem, as the program prints it.
inline std::string printed(const scenarios::Invalid& invalid, const output::Words& words = kEnglish) {
  std::string text;
  for (const auto& problem : invalid.problems()) {
    text += (text.empty() ? "" : "\n") + output::problem_in_words(words, problem);
  }
  return text;
}

/// What the program prints of what `act` throws; empty if it throws nothing.
template <class Act>
std::string refusal(const Act& act) {
  try {
    static_cast<void>(act());
  } catch (const scenarios::Invalid& invalid) {
    return printed(invalid);
  } catch (const scenarios::Unreadable& unreadable) {
    return kEnglish(unreadable.phrase());
  } catch (const models::StudyError& error) {
    return kEnglish(error.phrase());
  }
  return {};
}

}  // namespace trapphus::tests
