// SPDX-License-Identifier: MIT
// Each command once in Swedish, as those call it who read no English.
#include <stdlib.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

#include "tests/output/places.hpp"
#include "tests/output/run_command.hpp"
#include "tests/output/sample_results.hpp"

using Catch::Contains;
using trapphus::tests::CommandResult;
using trapphus::tests::content;
using trapphus::tests::ScratchFolder;

namespace {

namespace fs = std::filesystem;

const fs::path kScenarios = TRAPPHUS_SCENARIOS;
const std::string kExample = (kScenarios / "examples" / "staff_bottleneck.yaml").string();

CommandResult run_in_swedish(const std::vector<std::string>& args) {
  return trapphus::tests::run_command(args, {"--lang", "sv"});
}

}  // namespace

TEST_CASE("help is in Swedish, of the program and of each command, the parser's own words as well") {
  const std::string help = run_in_swedish({"--help"}).out;
  CHECK_THAT(help, Contains("Användning: trapphus [FLAGGOR] KOMMANDO") && Contains("Kommandon:") &&
                       Contains("Slutkoder: 0 klart;") && Contains("Visa den här hjälptexten och avsluta"));
  for (const char* command : {"run", "check", "trace", "graph", "calibrate", "bottleneck", "budget", "compare", "serve",
                              "schema", "fields"}) {
    INFO(command);
    const std::string own = run_in_swedish({command, "--help"}).out;
    CHECK_THAT(own, Contains("Användning: trapphus ") && Contains("Flaggor:") && Contains("--lang sv|en") &&
                        !Contains("default") && !Contains("Options") && !Contains("REQUIRED") && !Contains("FILE"));
  }
}

TEST_CASE("every option has its help text in line with the others, whatever letters its name has") {
  std::istringstream lines(run_in_swedish({"run", "--help"}).out);
  std::string set, seed;
  for (std::string line; std::getline(lines, line);) {
    if (line.find("--set ") != std::string::npos) set = line;
    if (line.find("--seed ") != std::string::npos) seed = line;
  }
  const std::size_t more_bytes_than_letters = 3;  // Ö, Ä, Ä
  CHECK(set.find("Ett annat") == seed.find("Slumptalsfrö") + more_bytes_than_letters);
}

TEST_CASE("the language is asked for before the command or after it, and the environment's is taken otherwise") {
  CHECK_THAT(trapphus::tests::run_command({"--lang", "sv", "run"}).err, Contains("FIL måste anges"));
  CHECK_THAT(trapphus::tests::run_command({"run", "--lang=sv"}).err, Contains("FIL måste anges"));
  CHECK_THAT(trapphus::tests::run_command({"run", "--lang", "en"}).err, Contains("FILE is required"));
  const char* before = ::getenv("LC_ALL");
  const std::string kept = before != nullptr ? before : "";
  ::setenv("LC_ALL", "sv_SE.UTF-8", 1);
  CHECK_THAT(trapphus::tests::run_command({"run"}).err, Contains("FIL måste anges"));
  ::setenv("LC_ALL", kept.c_str(), 1);
  const CommandResult none = trapphus::tests::run_command({"check", kExample, "--lang", "no"});
  CHECK(none.code == 2);
  CHECK_THAT(none.err, Contains("--lang") && Contains("\"no\""));
}

TEST_CASE("what was typed wrongly is told in Swedish") {
  CHECK_THAT(run_in_swedish({"rnu"}).err, Contains("”rnu” är inget kommando; ange något av: run, check,") &&
                                              Contains("för att se vad som går att ange."));
  CHECK_THAT(run_in_swedish({}).err, Contains("Ett kommando måste anges"));
  CHECK_THAT(run_in_swedish({"run", "x.yaml", "y.yaml"}).err, Contains("Det här argumentet går inte att ange: y.yaml"));
  CHECK_THAT(run_in_swedish({"run", "x.yaml", "--jobs", "0"}).err,
             Contains("--jobs: ”0” kan inte användas; ange ett heltal"));
  CHECK_THAT(run_in_swedish({"run", "x.yaml", "--set", "a"}).err, Contains("ange sökväg=värde"));
  CHECK_THAT(run_in_swedish({"trace", kExample, "--client", "1000000"}).err, Contains("--client: 1000000 finns inte"));
  CHECK_THAT(run_in_swedish({"graph", kExample, "--alternative", "x"}).err,
             Contains("”x” finns inte; scenariot har: scenario"));
  CHECK_THAT(run_in_swedish({"bottleneck", kExample, "--measure", "hoems"}).err, Contains("”hoems” är inget mått"));
  CHECK_THAT(run_in_swedish({"run", "no/such.yaml"}).err, Contains("trapphus: fel: "));
}

TEST_CASE("a file that cannot be written is told in Swedish") {
  const ScratchFolder folder;
  std::ofstream(folder.path() / "file") << "x";
  const CommandResult said = run_in_swedish(
      {"run", kExample, "--quiet", "--replications", "2", "--out", (folder.path() / "file" / "below").string()});
  CHECK(said.code == 5);
  CHECK_THAT(said.err, Contains("trapphus: fel: kan inte skriva ") && Contains("en del av sökvägen är ingen mapp"));
}

TEST_CASE("run tells in Swedish how far it has come, what came out and what was written") {
  const ScratchFolder folder;
  const std::string out = (folder.path() / "out").string();
  const CommandResult said = run_in_swedish(
      {"run", (kScenarios / "examples" / "alternative.yaml").string(), "--replications", "4", "--out", out});
  CHECK(said.code == 0);
  CHECK_THAT(said.err, Contains("simulerar: 4 av 4") && Contains("kontrollerar mot SimGrid: "));
  CHECK_THAT(said.out, Contains("4 upprepningar, slumptalsfrö ") && Contains("Hushåll i akutboende") &&
                           Contains("Kostnad, totalt") && Contains("kr/månad") && Contains("Skillnad mot ") &&
                           Contains("mnkr") && Contains("kontrollerad mot SimGrid ") &&
                           Contains("skrivet till " + out + ": summary.csv"));
}

TEST_CASE("check, trace and graph are in Swedish, with the scenario's Swedish labels") {
  CHECK_THAT(run_in_swedish({"check", kExample}).out, Contains(": giltig\n") && Contains("märkta som antaganden") &&
                                                          Contains("Flaskhals: insats Boendekurs (1 ") &&
                                                          Contains("steg ") && Contains("Träningslägenhet") &&
                                                          Contains("Enligt teorin, i jämvikt"));
  CHECK_THAT(run_in_swedish({"trace", kExample, "--client", "1"}).out,
             Contains("första upprepningen\n") && Contains("hushåll 1 (") && Contains("placeras i Hotell") &&
                 Contains("perioden slutar; "));
  CHECK_THAT(run_in_swedish({"graph", kExample}).out,
             Contains(" lägenheter\"") && Contains(" dygn") && Contains("kräver "));
}

TEST_CASE("bottleneck is in Swedish") {
  const CommandResult said = run_in_swedish({"bottleneck", kExample, "--replications", "20", "--quiet"});
  CHECK(said.code == 0);
  CHECK_THAT(said.out, Contains("Mest för pengarna: +0,5 årsarbetare: Boendestödjare.") && Contains(" kr per månad") &&
                           Contains("väntar på att Boendekurs är klar") &&
                           Contains("(maximalt flöde). Dess flaskhals:"));
}

TEST_CASE("budget is in Swedish, and what it says of its work too") {
  const CommandResult said =
      run_in_swedish({"budget", (kScenarios / "examples" / "alternative.yaml").string(), "--replications", "4"});
  CHECK(said.code == 0);
  CHECK_THAT(said.out, Contains("Underlag för ansökan: ") && Contains("slumptalsfrö"));
  CHECK_THAT(said.err, Contains("simulerar: "));
}

TEST_CASE("compare is in Swedish, what definitions mean as well") {
  const CommandResult said =
      run_in_swedish({"compare", trapphus::tests::kTeams.string(), "--replications", "6", "--quiet"});
  CHECK(said.code == 0);
  CHECK_THAT(said.out, Catch::StartsWith("3 rader jämförda, 6 upprepningar av var och en") &&
                           Contains("Vad det blev") && Contains("one_year: Av de hyresgäster som flyttade in ett år") &&
                           Contains("Vilar på ett antagande:"));
}

TEST_CASE("calibrate reports in Swedish, and its file is the same in every language", "[long]") {
  const std::string file = (kScenarios / "boendelots" / "district.yaml").string();
  const ScratchFolder folder;
  const auto fitted = [&](const char* language) {
    const std::string out = (folder.path() / "fitted.yaml").string();
    const CommandResult said =
        trapphus::tests::run_command({"calibrate", file, "--replications", "2", "--evaluations", "1", "--quiet"},
                                     {"--out", out, "--force", "--lang", language});
    CHECK(said.code == 0);
    return std::pair(said.out, content(out));
  };
  const auto [swedish, file_in_swedish] = fitted("sv");
  CHECK_THAT(swedish, Contains(" uppgifter anpassade till ") && Contains("avvikelse") && Contains("anmärkning") &&
                          Contains("skrivet till "));
  CHECK(file_in_swedish == fitted("en").second);
}
