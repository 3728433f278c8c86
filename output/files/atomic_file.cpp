// SPDX-License-Identifier: MIT
#include "output/files/atomic_file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <cstring>
#include <utility>

namespace trapphus::output {
namespace fs = std::filesystem;
namespace {

/// The usual reasons, in the reader's language; the system's own words for the others.
Phrase because_of(int error, const std::string& file) {
  const auto phrase = [&file](const char* id) { return Phrase{id, {{"file", file}}}; };
  switch (error) {
    case ENOENT:
      return phrase("cannot_write.not_there");
    case ENOTDIR:
      return phrase("cannot_write.below_a_file");
    case EACCES:
      return phrase("cannot_write.not_allowed");
    case EROFS:
      return phrase("cannot_write.read_only");
    case ENOSPC:
      return phrase("cannot_write.no_space");
    default:
      return {"cannot_write.other", {{"file", file}, {"reason", std::strerror(error)}}};
  }
}

fs::path folder_of(const fs::path& file) {
  return file.has_parent_path() ? file.parent_path() : fs::path(".");
}

// Whoever writes to a link means what it points to: renaming over the link would cut it.
fs::path resolved(const fs::path& target) {
  std::error_code ignored;
  return fs::is_symlink(target, ignored) ? fs::weakly_canonical(target) : target;
}

fs::path temporary_name(const fs::path& target) {
  static std::atomic<unsigned> count{0};
  const std::string suffix = "." + std::to_string(::getpid()) + "-" + std::to_string(count++) + ".tmp";
  return folder_of(target) / ("." + target.filename().string() + suffix);
}

void write_all(int descriptor, std::string_view content, const fs::path& target) {
  while (!content.empty()) {
    const ssize_t written = ::write(descriptor, content.data(), content.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) throw CannotWrite(target, errno);
    content.remove_prefix(static_cast<std::size_t>(written));
  }
}

void write_directly(const fs::path& target, std::string_view content) {
  const int descriptor = ::open(target.c_str(), O_WRONLY | O_CLOEXEC);
  if (descriptor < 0) throw CannotWrite(target, errno);
  struct Closer {
    int descriptor;
    ~Closer() { ::close(descriptor); }
  } const closer{descriptor};
  write_all(descriptor, content, target);
}

}  // namespace

CannotWrite::CannotWrite(const fs::path& file, int error) : LocalizedError(because_of(error, file.string())) {}

PendingFile::PendingFile(const fs::path& target) : target_(resolved(target)), temporary_(temporary_name(target_)) {
  std::error_code ignored;
  if (fs::is_directory(target_, ignored)) throw CannotWrite({"cannot_write.is_folder", {{"file", target_.string()}}});
  descriptor_ = ::open(temporary_.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
  if (descriptor_ < 0) throw CannotWrite(target_, errno);
}

PendingFile::PendingFile(PendingFile&& other) noexcept
    : target_(std::move(other.target_)),
      temporary_(std::exchange(other.temporary_, {})),
      descriptor_(std::exchange(other.descriptor_, -1)) {}

PendingFile::~PendingFile() {
  if (descriptor_ >= 0) ::close(descriptor_);
  if (!temporary_.empty()) ::unlink(temporary_.c_str());
}

void PendingFile::write(std::string_view content) {
  write_all(descriptor_, content, target_);
}

void PendingFile::sync() {
  if (::fsync(descriptor_) != 0) throw CannotWrite(target_, errno);
}

void PendingFile::publish() {
  if (::rename(temporary_.c_str(), target_.c_str()) != 0) throw CannotWrite(target_, errno);
  temporary_.clear();
  // The new name itself must survive a crash too. Folders that cannot be synced (some network disks) do as they can.
  const int folder = ::open(folder_of(target_).c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (folder < 0) return;
  ::fsync(folder);
  ::close(folder);
}

void write_atomically(const fs::path& target, std::string_view content) {
  std::error_code ignored;
  const auto status = fs::status(target, ignored);
  if (fs::exists(status) && !fs::is_regular_file(status) && !fs::is_directory(status)) {
    write_directly(target, content);
    return;
  }
  PendingFile file(target);
  file.write(content);
  file.sync();
  file.publish();
}

void prepare_folder(const fs::path& folder) {
  std::error_code error;
  fs::create_directories(folder, error);
  if (error) throw CannotWrite(folder, error.value());
  if (!fs::is_directory(folder, error)) throw CannotWrite({"cannot_write.no_folder", {{"file", folder.string()}}});
  if (::access(folder.c_str(), W_OK | X_OK) != 0) throw CannotWrite(folder, errno);
}

}  // namespace trapphus::output
