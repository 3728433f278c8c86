// SPDX-License-Identifier: MIT
#include "output/report/report.hpp"

#include <stdexcept>
#include <utility>

#include "models/staircase/scenario.hpp"
#include "output/json/report_data.hpp"
#include "output/report/packed.hpp"
#include "output/report/web_page.hpp"

namespace trapphus::output {
namespace {

constexpr std::string_view kConnect = "@@CONNECT@@", kTitle = "@@TITLE@@", kData = "@@DATA@@";

std::string for_text(std::string_view text) {
  std::string safe;
  for (const char c : text) {
    if (c == '<')
      safe += "&lt;";
    else if (c == '&')
      safe += "&amp;";
    else
      safe += c;
  }
  return safe;
}

/// The page with what it may connect to, a title and data.
std::string filled(std::string_view connect, std::string_view title, std::string_view data) {
  const std::string_view page = web_page();
  std::string html;
  std::size_t from = 0;
  for (const auto& [place, value] : {std::pair(kConnect, connect), std::pair(kTitle, title), std::pair(kData, data)}) {
    const auto at = page.find(place, from);
    if (at == std::string_view::npos)
      throw std::logic_error("the viewer's page has no place for " + std::string(place));
    html += page.substr(from, at - from);
    html += value;
    from = at + place.size();
  }
  return html += page.substr(from);
}

}  // namespace

std::string page_with(std::string_view title, std::string_view json) {
  return filled("'none'", for_text(title), packed(json));
}

std::string served_page() {
  return filled("'self'", "Trapphus", R"({"kind":"program"})");
}

std::string report_html(const models::Scenario& scenario, const models::Results& results,
                        const std::optional<models::Bottleneck>& bottleneck) {
  return page_with(scenario.name.empty() ? scenario.file : scenario.name, report_data(scenario, results, bottleneck));
}

}  // namespace trapphus::output
