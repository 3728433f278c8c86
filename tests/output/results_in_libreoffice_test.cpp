// SPDX-License-Identifier: MIT
// The workbook of a run as another program reads it. Skipped where LibreOffice is not installed: it is a large package.
#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "models/measures/measure.hpp"
#include "output/commands/cli.hpp"
#include "tests/output/places.hpp"
#include "tests/output/sample_results.hpp"

using nlohmann::json;
using trapphus::tests::content;
using trapphus::tests::ScratchFolder;
namespace fs = std::filesystem;

namespace {

bool has_libreoffice() {
  return std::system("command -v soffice >/dev/null 2>&1") == 0;
}

/// A folder of the results as the program writes them, and of every sheet as LibreOffice saves it: unformatted numbers,
/// semicolons, SHEET in book-SHEET.csv. Formulas are computed anew.
class Converted {
 public:
  Converted() {
    const std::string book = (folder_.path() / "book.xlsx").string();
    const auto& file = trapphus::tests::kApplication;
    const std::vector<std::string> args{
        "run", file.string(), "--replications",        "6",      "--quiet", "--check", "off", "--lang",
        "sv",  "--out",       folder_.path().string(), "--xlsx", book};
    std::ostringstream out, err;
    REQUIRE(trapphus::output::main_with(args, out, err) == 0);
    // A profile of its own: LibreOffice refuses a second one at the same.
    const std::string command =
        "cd '" + folder_.path().string() + "' && soffice -env:UserInstallation=file://" + folder_.path().string() +
        "/profile --headless --convert-to 'csv:Text - txt - csv "
        "(StarCalc):59,34,76,1,,0,false,false,false,false,false,-1' book.xlsx >soffice.log 2>&1";
    INFO(content(folder_.path() / "soffice.log"));
    REQUIRE(std::system(command.c_str()) == 0);
  }
  [[nodiscard]] json results() const { return json::parse(content(folder_.path() / "results.json")); }
  /// The cells of the first row that begins with these, without quotes. No cell in those rows has a semicolon.
  [[nodiscard]] std::vector<std::string> row(const std::string& sheet, const std::vector<std::string>& begins) const {
    std::istringstream lines(content(folder_.path() / ("book-" + sheet + ".csv")));
    for (std::string line; std::getline(lines, line);) {
      std::vector<std::string> cells;
      std::istringstream parts(line);
      for (std::string cell; std::getline(parts, cell, ';');) {
        std::erase(cell, '"');
        cells.push_back(cell);
      }
      if (cells.size() >= begins.size() && std::equal(begins.begin(), begins.end(), cells.begin())) return cells;
    }
    FAIL("no such row in " + sheet);
    return {};
  }

 private:
  ScratchFolder folder_;
};

}  // namespace

TEST_CASE("LibreOffice reads from a run's workbook what results.json says", "[long]") {
  if (!has_libreoffice()) {
    WARN("skipped: there is no LibreOffice (soffice) here");
    return;
  }
  const Converted converted;
  const json results = converted.results();
  const json &zero = results["alternatives"]["zero"]["measures"],
             &project = results["alternatives"]["project"]["measures"];
  const auto mean = [](const json& measures, const char* name) { return measures[name]["mean"].get<double>(); };

  const auto acute = converted.row("Sammanfattning", {"Hushåll i akutboende"});
  CHECK(std::stod(acute.at(3)) == Approx(mean(zero, "households.acute")).epsilon(1e-9));
  CHECK(std::stod(acute.at(6)) == Approx(mean(project, "households.acute")).epsilon(1e-9));
  CHECK(std::stod(acute.at(9)) ==
        Approx(mean(project, "households.acute") - mean(zero, "households.acute")).epsilon(1e-9));

  const auto costs = converted.row("Kostnader", {"Alla år", "Alla kostnader"});
  CHECK(std::stod(costs.at(2)) == Approx(mean(zero, "cost.total") * 24).epsilon(1e-9));
  CHECK(std::stod(costs.at(3)) == Approx(mean(project, "cost.total") * 24).epsilon(1e-9));
  CHECK(std::stod(costs.at(4)) == Approx((mean(project, "cost.total") - mean(zero, "cost.total")) * 24).epsilon(1e-9));

  const auto january = converted.row("Per månad", {"Nollalternativ"});
  CHECK(
      std::stod(january.at(2)) ==
      Approx(results["alternatives"]["zero"]["monthly"]["households.acute"]["values"][0].get<double>()).epsilon(1e-9));

  const auto homes = converted.row("Flöden", {"Alla år", "Hushåll som får ett hem"});
  CHECK(std::stod(homes.at(3)) == Approx(mean(zero, "homes") * 2).epsilon(0.01));
  CHECK(converted.row("Indata", {"stages.supported.price"}).at(2) == "550");
  CHECK(converted.row("Metod", {"Fil"}).size() == 2);
}
