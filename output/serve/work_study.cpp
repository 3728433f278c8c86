// SPDX-License-Identifier: MIT

#include "output/serve/served_options.hpp"
#include "output/serve/work.hpp"
#include "output/studies/study.hpp"

namespace trapphus::output {
namespace {

constexpr char kLanguageGoesHere = '*';

std::vector<scenarios::Source> scenarios_of(const Work& work, const Study& study, const OptionValues& options) {
  if (!study.takes_several()) return {work.source()};
  std::vector<scenarios::Source> all;
  for (const auto& id : options.texts("scenarios")) all.push_back(work.saved(id));
  return all;
}

/// Files of the result are downloaded beside the scenario.
void set_targets(const Work& work, const Study& study, OptionValues& options) {
  if (study.takes_several()) return;
  const auto folder = work.source().file.parent_path();
  for (const Option& option : study.options) {
    if (option.type != OptionType::Target || option.target.format.empty()) continue;
    const Renderer* renderer = study.find(option.target.format);
    if (!renderer->served.empty()) options.set(option.name, (folder / renderer->served).string());
  }
}

models::RunOptions simulation(Work& work, const OptionValues& options) {
  models::RunOptions run = run_options(options);
  run.stop = &work.stop();
  run.progress = [&work](const models::Progress& progress) { work.send_progress(progress); };
  return run;
}

void write_file(const Work& work, const Renderer& renderer, const std::any& result, const std::string& name,
                Language language) {
  write_form(renderer, result, Words(language), work.folder() / name);
}

/// Files of each language, then those common to all.
std::vector<std::string> write_files(const Work& work, const Study& study, const std::any& result) {
  std::vector<std::string> names;
  for (const Catalogue& catalogue : catalogues()) {
    for (const Renderer& renderer : study.renderers) {
      const std::string served(renderer.served);
      const auto star = served.find(kLanguageGoesHere);
      if (star == std::string::npos) continue;
      names.push_back(served.substr(0, star).append(catalogue.language) + served.substr(star + 1));
      write_file(work, renderer, result, names.back(), Language(catalogue));
    }
  }
  for (const Renderer& renderer : study.renderers) {
    if (renderer.served.empty() || renderer.served.find(kLanguageGoesHere) != std::string_view::npos) continue;
    names.emplace_back(renderer.served);
    write_file(work, renderer, result, names.back(), work.language());
  }
  return names;
}

class Answers {
 public:
  Answers(Work& work, const Study& study, const OptionValues& options)
      : work_(work), study_(study), options_(options), words_(work.language()) {}

  void preview(const std::any& result) { answer(result, true); }
  void last(const std::any& result) {
    // An interrupted answer with fewer replications does not replace the last one.
    if (!answer(result, false)) return;
    if (const auto names = write_files(work_, study_, result); !names.empty()) work_.send_files(names);
  }

 private:
  bool answer(const std::any& result, bool quick) {
    const std::int64_t replications = study_.ending(result, options_, words_).replications;
    // The last answer has more in it than a preview of as many replications.
    if (quick ? replications <= work_.sent_replications() : replications < work_.sent_replications()) return false;
    work_.answer(study_.find("page")->content(result, words_), replications, quick);
    return true;
  }

  Work& work_;
  const Study& study_;
  const OptionValues& options_;
  const Words words_;
};

}  // namespace

void work_study(Work& work, const Study& study) {
  OptionValues options = option_values(study, work.options());
  set_targets(work, study, options);
  Answers answers(work, study, options);
  const StudyInput input{scenarios_of(work, study, options), options, simulation(work, options), [] {},
                         [&answers](const std::any& result) { answers.preview(result); }};
  const std::any result = study.run(input);
  if (result.has_value()) answers.last(result);
}

}  // namespace trapphus::output
