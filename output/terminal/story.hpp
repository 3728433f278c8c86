// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <ostream>

#include "models/staircase/recorder.hpp"
#include "output/language/language.hpp"

namespace trapphus::models {
struct Settings;
}  // namespace trapphus::models

namespace trapphus::output {

/// What an event means, in words, without who and when: "moves into Training".
/// `now_in` is the stage that the household is in, if any.
[[nodiscard]] std::string sentence(const models::Event& event, const models::Settings& settings,
                                   std::optional<models::StageId> now_in, const Words& words);

/// Prints the events of a run as sentences with dates, for all households or for a single one. Households are numbered
/// from 1 in the order of their first event. Throws CannotWrite when the output is closed.
class Story : public models::Recorder {
 public:
  Story(std::ostream& out, const models::Settings& settings, std::optional<std::int64_t> only, const Words& words)
      : out_(out), settings_(settings), only_(only), words_(words) {}
  void record(const models::Event& event, const models::ClientState& client) override;
  [[nodiscard]] std::int64_t households() const { return static_cast<std::int64_t>(known_.size()); }

 private:
  struct Known {
    std::int64_t number;
    std::optional<models::StageId> stage;
  };
  std::ostream& out_;
  const models::Settings& settings_;
  std::optional<std::int64_t> only_;
  const Words& words_;
  std::map<models::ClientId, Known> known_;
};

}  // namespace trapphus::output
