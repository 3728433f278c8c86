// SPDX-License-Identifier: MIT
#include "models/staircase/application.hpp"

#include <chrono>

namespace trapphus::models {

std::optional<Money> computed(const SumLine& line) {
  if (!line.persons || !line.price) return std::nullopt;
  return line.price->amount * *line.persons * line.months.value_or(line.days.value_or(1));
}

Money signed_amount(const SumLine& line) {
  const Money amount = line.amount.value_or(computed(line).value_or(Money()));
  return line.minus ? -amount : amount;
}

Money total(const std::vector<SumLine>& sum) {
  Money all;
  for (const SumLine& line : sum) all += signed_amount(line);
  return all;
}

Money total(const std::vector<BudgetLine>& lines, std::optional<int> year) {
  Money all;
  for (const BudgetLine& line : lines) {
    if (!year || line.year == year) all += line.amount;
  }
  return all;
}

double hours(const Resource& resource, Time from, Time to) {
  const engine::Duration length = resource.to.value_or(to) - resource.from.value_or(from);
  return resource.hours_per_week * std::chrono::duration<double, std::chrono::weeks::period>(length).count();
}

}  // namespace trapphus::models
