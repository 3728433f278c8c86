// SPDX-License-Identifier: MIT
#pragma once

namespace trapphus::models {
struct Results;
}

namespace trapphus::output {

/// Exit codes of the program.
enum class ExitCode : int {
  Done = 0,
  Internal = 1,      ///< A fault in the program itself.
  Usage = 2,         ///< An option or argument that does not exist or has an impossible value.
  Invalid = 3,       ///< The scenario has errors.
  Disagree = 4,      ///< The calendar and SimGrid did not give the same trajectory.
  File = 5,          ///< A file could not be read or written.
  Interrupted = 130  ///< SIGINT; what was finished is written.
};

/// What a run that could be written ends with.
[[nodiscard]] ExitCode exit_code(const models::Results& results, bool interrupted);

}  // namespace trapphus::output
