// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <utility>

#include "output/language/localized_error.hpp"

namespace trapphus::output {

/// A file (or standard output) that could not be written. The message has its name and the reason.
class CannotWrite : public LocalizedError {
 public:
  explicit CannotWrite(Phrase phrase) : LocalizedError(std::move(phrase)) {}
  CannotWrite(const std::filesystem::path& file, std::string_view reason)
      : LocalizedError({"cannot_write.other", {{"file", file.string()}, {"reason", std::string(reason)}}}) {}
  /// By the system's number of the error.
  CannotWrite(const std::filesystem::path& file, int error);
};

/// A file under a temporary name in its target's folder. Until it is published, the target stays as it was; if it
/// never is, nothing is left behind. Everything throws CannotWrite.
class PendingFile {
 public:
  explicit PendingFile(const std::filesystem::path& target);
  PendingFile(PendingFile&& other) noexcept;
  PendingFile(const PendingFile&) = delete;
  PendingFile& operator=(const PendingFile&) = delete;
  PendingFile& operator=(PendingFile&&) = delete;
  ~PendingFile();
  [[nodiscard]] const std::filesystem::path& target() const { return target_; }
  /// Where the content is meanwhile, for those who write it themselves.
  [[nodiscard]] const std::filesystem::path& temporary() const { return temporary_; }
  void write(std::string_view content);
  /// All that was written is on the disk, not only in the system's memory.
  void sync();
  /// The target is now this file; call sync() first.
  void publish();

 private:
  std::filesystem::path target_, temporary_;
  int descriptor_ = -1;
};

/// The whole content or none of it. A target that exists and is no ordinary file (a pipe, a device) is written to
/// directly.
void write_atomically(const std::filesystem::path& target, std::string_view content);

/// Makes the folder and its parents, and sees to it that files can be written there.
void prepare_folder(const std::filesystem::path& folder);

}  // namespace trapphus::output
