// SPDX-License-Identifier: MIT
#include "models/staircase/period.hpp"

#include <algorithm>
#include <stdexcept>

namespace trapphus::models {

using engine::Duration;
using engine::Month;
using engine::Time;

Period::Period(Time from, Time to) : from_(from), to_(to), first_(Month::of(from)) {
  if (to <= from) throw std::invalid_argument("a period must end after it begins");
  for (Month month = first_; month.begin() < to; month = Month(month.number() + 1)) bounds_.push_back(month.begin());
  bounds_.push_back(Month(first_.number() + static_cast<std::int32_t>(bounds_.size())).begin());
}

double Period::years() const {
  return in_months() / 12;
}

Month Period::month(std::size_t index) const {
  return Month(first_.number() + static_cast<std::int32_t>(index));
}

Duration Period::covered(std::size_t index) const {
  return overlap(index, from_, to_);
}

double Period::in_months() const {
  double sum = 0;
  for (std::size_t i = 0; i < months(); ++i) sum += share(i);
  return sum;
}

Duration Period::overlap(std::size_t index, Time from, Time to) const {
  const Time begin = std::max({bounds_[index], from_, from});
  const Time end = std::min({bounds_[index + 1], to_, to});
  return std::max(end - begin, Duration::zero());
}

double Period::in_months(std::size_t index, Duration length) const {
  return static_cast<double>(length.count()) / static_cast<double>((bounds_[index + 1] - bounds_[index]).count());
}

}  // namespace trapphus::models
