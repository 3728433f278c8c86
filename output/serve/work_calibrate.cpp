// SPDX-License-Identifier: MIT
#include <filesystem>

#include "output/files/fitted_yaml.hpp"
#include "output/json/calibration.hpp"
#include "output/serve/work.hpp"
#include "output/studies/calibrating.hpp"

namespace trapphus::output {
namespace {

/// How it is made again on the command line, beside the scenario.
FittedFile fitted_file(const Work& work, const FitRequest& request) {
  const std::string id = work.request().at("scenario");
  const std::string name = id.find(':') != std::string::npos ? id : std::filesystem::path(id).filename().string();
  FittedFile file{name, {"calibrate", name}};
  for (const auto& free : request.free) {
    file.command.emplace_back("--free");
    file.command.push_back(free.path + "=" + free.value);
  }
  file.command.emplace_back("--out");
  file.command.emplace_back("fitted.yaml");
  return file;
}

}  // namespace

void work_calibrate(Work& work) {
  FitRequest request{work.source(), {}, work.run_options(), 0, {}};
  for (const auto& free : work.options().value("free", Work::Json::array()))
    request.free.push_back({free.at("path"), free.at("range")});
  request.evaluations = work.options().value("evaluations", std::size_t{0});
  const auto fitted = fit(request);
  if (!fitted) return;
  const std::string yaml = fitted_yaml(fitted->view(), fitted_file(work, request));
  work.answer(calibration_data(fitted->view(), yaml, Words(work.language())), fitted->replications, false);
  work.write("fitted.yaml", yaml);
  work.tell_files({"fitted.yaml"});
}

}  // namespace trapphus::output
