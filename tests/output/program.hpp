// SPDX-License-Identifier: MIT
#pragma once

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <filesystem>
#include <string>
#include <thread>
#include <vector>

#include "tests/output/sample_results.hpp"

namespace trapphus::tests {

/// Stands for a pipe whose reader has closed it.
inline const std::string kClosedPipe = "closed pipe";

/// The program, running in a folder of its own.
class Program {
 public:
  explicit Program(std::vector<std::string> args, const std::string& standard_output = "out.txt") {
    args.insert(args.begin(), TRAPPHUS_BINARY);
    std::vector<char*> argv;
    for (auto& arg : args) argv.push_back(arg.data());
    argv.push_back(nullptr);
    process_ = ::fork();
    if (process_ == 0) become(argv.data(), standard_output.c_str());
  }
  Program(const Program&) = delete;
  Program& operator=(const Program&) = delete;
  ~Program() {
    if (code_ == kRunning) ::kill(process_, SIGKILL), (void)code();
  }
  /// Waits for the end.
  int code() {
    if (code_ != kRunning) return code_;
    int status = 0;
    ::waitpid(process_, &status, 0);
    return code_ = WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
  }
  void interrupt(int signal = SIGINT) const { ::kill(process_, signal); }
  [[nodiscard]] std::string out() const { return content(folder() / "out.txt"); }
  [[nodiscard]] std::string err() const { return content(folder() / "err.txt"); }
  [[nodiscard]] const std::filesystem::path& folder() const { return scratch_.path(); }
  /// Until standard error holds this text; false if the program ends without it, and after kPatience.
  [[nodiscard]] bool says(const std::string& text) const {
    const auto until = std::chrono::steady_clock::now() + kPatience;
    while (true) {
      const bool last = has_ended() || std::chrono::steady_clock::now() > until;
      if (err().find(text) != std::string::npos) return true;
      if (last) return false;
      std::this_thread::sleep_for(std::chrono::milliseconds(50));
    }
  }

 private:
  static constexpr int kRunning = -1000;

  /// Leaves the code to be waited for.
  [[nodiscard]] bool has_ended() const {
    siginfo_t info{};
    return ::waitid(P_PID, static_cast<id_t>(process_), &info, WEXITED | WNOHANG | WNOWAIT) != 0 || info.si_pid != 0;
  }

  static int closed_pipe() {
    int ends[2];
    if (::pipe(ends) != 0) ::_exit(99);
    ::close(ends[0]);
    return ends[1];
  }

  [[noreturn]] void become(char** argv, const char* standard_output) const {
    if (::chdir(scratch_.path().c_str()) != 0) ::_exit(99);
    ::dup2(standard_output == kClosedPipe ? closed_pipe() : ::open(standard_output, O_WRONLY | O_CREAT, 0666),
           STDOUT_FILENO);
    ::dup2(::open("err.txt", O_WRONLY | O_CREAT, 0666), STDERR_FILENO);
    ::execv(argv[0], argv);
    ::_exit(99);
  }

  ScratchFolder scratch_;
  pid_t process_ = 0;
  int code_ = kRunning;
};

}  // namespace trapphus::tests
