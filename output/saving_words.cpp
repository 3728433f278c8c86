// SPDX-License-Identifier: MIT
#include "output/saving_words.hpp"

#include <fmt/format.h>

#include <cmath>

#include "output/number.hpp"

namespace trapphus::output {
namespace {

std::string month(const std::optional<engine::Month>& month) {
  return month ? engine::to_string(*month) : "later";
}

}  // namespace

std::string payback_line(const std::string& alternative, const models::Payback& payback) {
  if (!std::isfinite(payback.probability)) return alternative + ": whether it pays for itself is not known";
  const std::string by = engine::to_string(payback.by);
  if (payback.probability == 0)
    return fmt::format("{}: has not paid for itself by {} in any replication", alternative, by);
  const std::string when =
      payback.median ? fmt::format("has paid for itself by {} (median; 9 of 10 between {} and {})",
                                   engine::to_string(*payback.median), month(payback.early), month(payback.late))
                     : "has not paid for itself in half of the replications";
  return fmt::format("{}: {};\n  by {} with probability {} % ({} to {} %)", alternative, when, by,
                     grouped(payback.probability * 100, 0), grouped(payback.low * 100, 0),
                     grouped(payback.high * 100, 0));
}

}  // namespace trapphus::output
