// SPDX-License-Identifier: MIT
#include <sys/prctl.h>
#include <sys/resource.h>

#include <csignal>
#include <fstream>
#include <map>
#include <new>

#include "output/commands/commands.hpp"
#include "output/commands/option_values.hpp"
#include "output/serve/problem_json.hpp"
#include "output/serve/work.hpp"

namespace trapphus::output {
namespace {

using Json = Work::Json;

/// After the browser, which is to show what is already known.
constexpr int kPriority = 5;
constexpr rlim_t kMostMemory = 8ULL << 30;

/// A worker ends with its server, and takes no more of the computer than a simulation can need.
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
  static const std::map<std::string, void (*)(Work&)> kTasks{
      {"list", work_list},           {"check", work_check},     {"run", work_run},      {"bottleneck", work_bottleneck},
      {"calibrate", work_calibrate}, {"compare", work_compare}, {"budget", work_budget}};
  kTasks.at(work.request().at("task"))(work);
}

}  // namespace

ExitCode work_command(const WorkCommand& command, Streams streams) {
  confine();
  const auto folder = std::filesystem::absolute(command.folder);
  std::ifstream in(folder / "request.json");
  Json request = Json::parse(in);
  // Scenarios are then called by their ids in all that people see.
  std::filesystem::current_path(request.at("folder").get<std::string>());
  Work work(folder, std::move(request), streams.out);
  const Words words(work.language());
  try {
    carry_out(work);
    return ExitCode::Done;
  } catch (const scenarios::Invalid& invalid) {
    work.tell({{"error", words("refused.invalid")}, {"problems", problems_json(invalid.problems(), work.language())}});
    return ExitCode::Invalid;
  } catch (const scenarios::Unreadable& error) {
    work.tell({{"error", words(error.phrase())}});
    return ExitCode::File;
  } catch (const UsageError& error) {
    work.tell({{"error", error.in(words)}});
    return ExitCode::Usage;
  } catch (const std::invalid_argument& error) {
    work.tell({{"error", error.what()}});
    return ExitCode::Usage;
  } catch (const std::bad_alloc&) {
    work.tell({{"error", words("refused.memory")}});
    return ExitCode::Internal;
  }
}

}  // namespace trapphus::output
