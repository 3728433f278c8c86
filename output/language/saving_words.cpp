// SPDX-License-Identifier: MIT
#include "output/language/saving_words.hpp"

#include <cmath>

#include "models/runs/results.hpp"
#include "output/language/terminal_number.hpp"

namespace trapphus::output {
namespace {

std::string month(const std::optional<engine::Month>& month, const Words& words) {
  return month ? engine::to_string(*month) : words("payback_line.later");
}

}  // namespace

std::string payback_line(const std::string& alternative, const models::Payback& payback, const Words& words) {
  if (!std::isfinite(payback.probability)) return words("payback_line.not_known", {{"alternative", alternative}});
  const std::string by = engine::to_string(payback.by);
  if (payback.probability == 0) return words("payback_line.in_none", {{"alternative", alternative}, {"by", by}});
  const auto percent = [&words](double share) { return grouped(words, share * 100, 0); };
  const PhraseField who{"alternative", alternative}, until{"by", by}, mean{"mean", percent(payback.probability)},
      low{"low", percent(payback.low)}, high{"high", percent(payback.high)};
  if (!payback.median) return words("payback_line.rarely", {who, until, mean, low, high});
  return words("payback_line.month", {who,
                                      {"median", engine::to_string(*payback.median)},
                                      {"early", month(payback.early, words)},
                                      {"late", month(payback.late, words)},
                                      until,
                                      mean,
                                      low,
                                      high});
}

}  // namespace trapphus::output
