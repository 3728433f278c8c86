// SPDX-License-Identifier: MIT
#include "models/counts/night_count.hpp"

#include <stdexcept>

namespace trapphus::models {
namespace {

using std::chrono::sys_days;

sys_days end_of_month(sys_days day) {
  return std::chrono::floor<std::chrono::days>(engine::Month::of(day).end());
}

}  // namespace

NightCount::NightCount(engine::Time start, std::int64_t level)
    : last_(std::chrono::floor<std::chrono::days>(start)), month_end_(end_of_month(last_)), level_(level), nights_(1) {}

void NightCount::pass(sys_days day) {
  if (day < last_) throw std::logic_error("a count of nights cannot change in the past");
  while (day > month_end_) {
    nights_.back() += level_ * (month_end_ - last_).count();
    last_ = month_end_;
    month_end_ = end_of_month(last_);
    nights_.push_back(0);
  }
  nights_.back() += level_ * (day - last_).count();
  last_ = day;
}

}  // namespace trapphus::models
