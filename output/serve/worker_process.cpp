// SPDX-License-Identifier: MIT
#include "output/serve/worker_process.hpp"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <system_error>

namespace trapphus::output {
namespace {

void check(int error, const char* what) {
  if (error != 0) throw std::system_error(error, std::generic_category(), what);
}

/// Attributes of the child: a pipe for standard output, a file for standard error, no other descriptor of the server.
class Actions {
 public:
  Actions(int lines, const std::string& errors) {
    check(::posix_spawn_file_actions_init(&actions_), "preparing a process");
    ::posix_spawn_file_actions_addopen(&actions_, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    ::posix_spawn_file_actions_adddup2(&actions_, lines, STDOUT_FILENO);
    ::posix_spawn_file_actions_addopen(&actions_, STDERR_FILENO, errors.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
    ::posix_spawn_file_actions_addclosefrom_np(&actions_, STDERR_FILENO + 1);
  }
  Actions(const Actions&) = delete;
  Actions& operator=(const Actions&) = delete;
  ~Actions() { ::posix_spawn_file_actions_destroy(&actions_); }
  [[nodiscard]] const posix_spawn_file_actions_t* get() const { return &actions_; }

 private:
  posix_spawn_file_actions_t actions_{};
};

/// A separate process group, or Ctrl-C in the server's terminal would reach the worker twice.
class Attributes {
 public:
  Attributes() {
    check(::posix_spawnattr_init(&attributes_), "preparing a process");
    ::posix_spawnattr_setflags(&attributes_, POSIX_SPAWN_SETPGROUP);
    ::posix_spawnattr_setpgroup(&attributes_, 0);
  }
  Attributes(const Attributes&) = delete;
  Attributes& operator=(const Attributes&) = delete;
  ~Attributes() { ::posix_spawnattr_destroy(&attributes_); }
  [[nodiscard]] const posix_spawnattr_t* get() const { return &attributes_; }

 private:
  posix_spawnattr_t attributes_{};
};

}  // namespace

WorkerProcess::WorkerProcess(const std::filesystem::path& program, const std::filesystem::path& folder) {
  int ends[2];
  if (::pipe2(ends, O_CLOEXEC) != 0) check(errno, "making a pipe");
  output_ = ends[0];
  std::string name = program.string(), command = "work", where = folder.string();
  char* arguments[] = {name.data(), command.data(), where.data(), nullptr};
  const Actions actions(ends[1], (folder / "stderr.txt").string());
  const Attributes attributes;
  const int error = ::posix_spawn(&pid_, name.c_str(), actions.get(), attributes.get(), arguments, ::environ);
  ::close(ends[1]);
  if (error == 0) return;
  ::close(output_);
  check(error, "starting a process");
}

WorkerProcess::~WorkerProcess() {
  if (!over_) {
    kill();
    ::waitpid(pid_, nullptr, 0);
  }
  ::close(output_);
}

WorkerProcess::Heard WorkerProcess::hear(std::string& line, std::chrono::milliseconds at_most) {
  const auto until = std::chrono::steady_clock::now() + at_most;
  while (true) {
    if (const auto end = heard_.find('\n'); end != std::string::npos) {
      line = heard_.substr(0, end);
      heard_.erase(0, end + 1);
      return Heard::Line;
    }
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(until - std::chrono::steady_clock::now()).count();
    pollfd descriptor{output_, POLLIN, 0};
    const int ready = ::poll(&descriptor, 1, left > 0 ? static_cast<int>(left) : 0);
    if (ready < 0 && errno != EINTR) check(errno, "waiting for a process");
    if (ready == 0) return Heard::Nothing;
    if (ready < 0) continue;
    char buffer[4096];
    const auto count = ::read(output_, buffer, sizeof buffer);
    if (count == 0) return Heard::End;
    if (count > 0) heard_.append(buffer, static_cast<std::size_t>(count));
  }
}

bool WorkerProcess::ended_well() {
  int status = 0;
  while (::waitpid(pid_, &status, 0) < 0) {
    if (errno != EINTR) return false;
  }
  over_ = true;
  return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

void WorkerProcess::interrupt() const {
  if (!over_) ::kill(pid_, SIGINT);
}

void WorkerProcess::kill() const {
  if (!over_) ::kill(pid_, SIGKILL);
}

}  // namespace trapphus::output
