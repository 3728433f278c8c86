// SPDX-License-Identifier: MIT
#include "output/serve/scenario_folder.hpp"

#include <sys/stat.h>

#include <algorithm>
#include <ctime>
#include <fstream>
#include <iterator>

#include "output/files/atomic_file.hpp"
#include "output/serve/refused.hpp"
#include "scenarios/format/yaml/sha256.hpp"

namespace trapphus::output {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kLongestPath = 200, kMostFiles = 500;
constexpr int kDeepest = 3;
constexpr std::uintmax_t kLargestFile = 10'000'000;

bool is_yaml(const fs::path& file) {
  return file.extension() == ".yaml" || file.extension() == ".yml";
}

bool is_part(const fs::path& part) {
  const std::string text = part.string();
  return !text.empty() && text[0] != '.';  // neither `..` nor hidden files, such as those of the server
}

void check_name(const std::string& name) {
  if (name.empty() || name.size() > kLongestPath) throw Refused(400, "refused.name_length");
  const auto is_strange = [](unsigned char c) { return c < 0x20 || c == 0x7f || c == '\\' || c == ':'; };
  if (std::ranges::any_of(name, is_strange)) throw Refused(400, "refused.name_signs", name);
  const fs::path path(name);
  if (path.is_absolute() || !std::ranges::all_of(path, is_part)) throw Refused(400, "refused.name_outside", name);
  if (!is_yaml(path)) throw Refused(400, "refused.name_ending", name);
}

bool is_ordinary(const fs::path& file) {
  std::error_code error;
  return fs::is_regular_file(fs::symlink_status(file, error));
}

}  // namespace

ScenarioFolder::ScenarioFolder(const fs::path& folder) {
  prepare_folder(folder);
  folder_ = fs::canonical(folder);
}

std::vector<std::string> ScenarioFolder::names() const {
  std::vector<std::string> names;
  std::error_code error;
  auto at = fs::recursive_directory_iterator(folder_, fs::directory_options::skip_permission_denied, error);
  for (; !error && at != fs::recursive_directory_iterator(); at.increment(error)) {
    if (!is_part(at->path().filename()) || at.depth() >= kDeepest) at.disable_recursion_pending();
    if (!is_part(at->path().filename()) || !is_yaml(at->path()) || !is_ordinary(at->path())) continue;
    names.push_back(at->path().lexically_relative(folder_).generic_string());
    if (names.size() >= kMostFiles) break;
  }
  std::ranges::sort(names);
  return names;
}

fs::path ScenarioFolder::place(const std::string& name) const {
  check_name(name);
  fs::path wanted = folder_;
  for (const fs::path& part : fs::path(name)) {
    wanted /= part;
    std::error_code error;
    // Links within the folder are refused as well: their target may change before the file is opened.
    if (fs::is_symlink(fs::symlink_status(wanted, error))) throw Refused(400, "refused.name_outside", name);
  }
  return wanted;
}

ScenarioFolder::File ScenarioFolder::read(const std::string& name) const {
  const fs::path file = place(name);
  std::error_code error;
  if (!is_ordinary(file)) throw Refused(404, "refused.no_scenario", name);
  if (fs::file_size(file, error) > kLargestFile || error) throw Refused(413, "refused.too_large", name);
  std::ifstream in(file, std::ios::binary);
  File read{{std::istreambuf_iterator<char>(in), {}}, {}};
  if (in.bad()) throw Refused(500, "refused.unreadable", name);
  read.etag = scenarios::sha256(read.text).substr(0, 16);
  return read;
}

std::string ScenarioFolder::write(const std::string& name, const std::string& text,
                                  const std::optional<std::string>& etag) const {
  const fs::path file = place(name);
  std::error_code error;
  const bool there = fs::exists(fs::symlink_status(file, error));
  if (there && !etag) throw Refused(409, "refused.exists", name);
  if (etag && (!there || read(name).etag != *etag)) throw Refused(409, "refused.changed", name);
  fs::create_directories(file.parent_path(), error);
  if (error) throw Refused(500, "refused.no_folder", name);
  write_atomically(file, text);
  return scenarios::sha256(text).substr(0, 16);
}

std::string ScenarioFolder::modified(const std::string& name) const {
  struct stat status {};
  if (::stat(place(name).c_str(), &status) != 0) return {};
  std::tm utc{};
  ::gmtime_r(&status.st_mtime, &utc);
  char text[24];
  return {text, std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &utc)};
}

}  // namespace trapphus::output
