// SPDX-License-Identifier: MIT
#include <sys/prctl.h>
#include <sys/resource.h>

#include <csignal>
#include <fstream>
#include <iterator>
#include <new>

#include "models/studies/study_error.hpp"
#include "output/commands/commands.hpp"
#include "output/json/parts.hpp"
#include "output/language/localized_error.hpp"
#include "output/serve/problem_json.hpp"
#include "output/serve/work.hpp"
#include "output/studies/study.hpp"

namespace trapphus::output {
namespace {

using Json = Work::Json;

/// Priority below that of the browser.
constexpr int kPriority = 5;
constexpr rlim_t kMostMemory = 8ULL << 30;

/// Ends the worker with its server, and limits its memory.
void confine() {
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  ::setpriority(PRIO_PROCESS, 0, kPriority);
#ifndef __SANITIZE_ADDRESS__  // which reserves terabytes of addresses
  const rlimit memory{kMostMemory, kMostMemory};
  ::setrlimit(RLIMIT_AS, &memory);
#endif
  const rlimit core{0, 0};
  ::setrlimit(RLIMIT_CORE, &core);
}

void carry_out(Work& work) {
  const std::string task = work.request().at("task");
  if (task == "list") return work_list(work);
  if (task == "check") return work_check(work);
  const Study* study = find_study(task);
  if (study == nullptr) throw std::invalid_argument("no task is called " + task);
  try {
    work_study(work, *study);
  } catch (const SeveralErrors& several) {
    std::rethrow_exception(several.errors().front());
  }
}

ExitCode begin_work(const OptionValues& options, Streams streams) {
  confine();
  const auto folder = std::filesystem::absolute(options.text("folder"));
  std::ifstream in(folder / "request.json");
  Json request = parsed_json(std::string(std::istreambuf_iterator<char>(in), {}));
  // Texts then name scenarios by their ids.
  std::filesystem::current_path(request.at("folder").get<std::string>());
  Work work(folder, std::move(request), streams.out);
  const Words words(work.language());
  try {
    carry_out(work);
    return ExitCode::Done;
  } catch (const scenarios::Invalid& invalid) {
    work.send({{"error", words("refused.invalid")}, {"problems", problems_json(invalid.problems(), work.language())}});
    return ExitCode::Invalid;
  } catch (const scenarios::Unreadable& error) {
    work.send({{"error", words(error.phrase())}});
    return ExitCode::File;
  } catch (const UsageError& error) {
    work.send({{"error", error.in(words)}});
    return ExitCode::Usage;
  } catch (const models::StudyError& error) {
    work.send({{"error", words(error.phrase())}});
    return ExitCode::Usage;
  } catch (const std::invalid_argument& error) {
    work.send({{"error", error.what()}});
    return ExitCode::Usage;
  } catch (const std::bad_alloc&) {
    work.send({{"error", words("refused.memory")}});
    return ExitCode::Internal;
  }
}

}  // namespace

Command work_command() {
  return {"work",
          "help.serve",
          {{.name = "folder",
            .type = OptionType::Folder,
            .help = "help.serve.folder",
            .shown = "help.type.folder_argument",
            .required = true}},
          begin_work,
          true};
}

}  // namespace trapphus::output
