// SPDX-License-Identifier: MIT
#include "models/measures/family.hpp"

#include <stdexcept>
#include <utility>

namespace trapphus::models {

Declarations::Declarations(std::vector<Measure>& measures, const Variants& variants,
                           const std::vector<std::string>& lines)
    : measures_(measures), variants_(variants), lines_(lines) {
  if (variants.empty()) throw std::invalid_argument("a measure table needs settings");
}

std::size_t Declarations::add(std::string name, std::string unit, std::string meaning, Groups groups, Monthly monthly,
                              Better better) {
  measures_.push_back(
      {std::move(name), std::move(unit), std::move(meaning), groups == Groups::Yes, monthly == Monthly::Yes, better});
  return measures_.size() - 1;
}

std::size_t Declarations::count(std::string name, std::string meaning, Better better) {
  return add(std::move(name), "households", std::move(meaning), Groups::Yes, Monthly::Yes, better);
}

std::size_t Declarations::flow(std::string name, std::string meaning, Better better) {
  return add(std::move(name), "per year", std::move(meaning), Groups::Yes, Monthly::Yes, better);
}

StayMeasures Declarations::spread(const std::string& name, const std::string& meaning, Better better) {
  StayMeasures places;
  places.fill(kNoMeasure);
  const auto place = [&places](StayStatistic statistic) -> std::size_t& {
    return places[static_cast<std::size_t>(statistic)];
  };
  place(StayStatistic::Mean) = add(name + ".mean", "days", "Mean " + meaning, Groups::Yes, Monthly::No, better);
  place(StayStatistic::Median) = add(name + ".p50", "days", "Median " + meaning, Groups::Yes, Monthly::No, better);
  place(StayStatistic::NinetiethPercentile) =
      add(name + ".p90", "days", "90th percentile of the " + meaning, Groups::Yes, Monthly::No, better);
  return places;
}

}  // namespace trapphus::models
