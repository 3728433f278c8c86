// SPDX-License-Identifier: MIT
#include "output/report.hpp"

#include <stdexcept>

#include "output/report_data.hpp"
#include "output/web_page.hpp"

namespace trapphus::output {
namespace {

constexpr std::string_view kTitle = "@@TITLE@@", kData = "@@DATA@@";

/// JSON in a script element: no `<` may be left, or `</script>` and `<!--` would be read as HTML.
std::string for_script(std::string_view json) {
  std::string safe;
  safe.reserve(json.size());
  for (const char c : json) {
    if (c == '<')
      safe += "\\u003c";
    else
      safe += c;
  }
  return safe;
}

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

}  // namespace

std::string page_with(std::string_view title, std::string_view json) {
  const std::string_view page = web_page();
  const auto at_title = page.find(kTitle), at_data = page.find(kData);
  if (at_title == std::string_view::npos || at_data == std::string_view::npos || at_data < at_title)
    throw std::logic_error("the viewer's page has no place for title and data");
  std::string html(page.substr(0, at_title));
  html += for_text(title);
  html += page.substr(at_title + kTitle.size(), at_data - at_title - kTitle.size());
  html += for_script(json);
  return html += page.substr(at_data + kData.size());
}

std::string report_html(const models::Scenario& scenario, const models::Results& results) {
  return page_with(scenario.name.empty() ? scenario.file : scenario.name, report_data(scenario, results));
}

}  // namespace trapphus::output
