// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "models/studies/bottleneck.hpp"

namespace trapphus::models {
struct Results;
struct Scenario;
}  // namespace trapphus::models

namespace trapphus::output {

/// The report: one HTML file with the viewer and the data in it, which needs nothing else and no network.
[[nodiscard]] std::string report_html(const models::Scenario& scenario, const models::Results& results,
                                      const std::optional<models::Bottleneck>& bottleneck = {});

/// The viewer's page with this title and this JSON, packed(), in it. Neither can end the element that it stands in.
[[nodiscard]] std::string page_with(std::string_view title, std::string_view json);

/// The same page as the program: marked in its data, with requests to the server allowed.
[[nodiscard]] std::string served_page();

}  // namespace trapphus::output
