// SPDX-License-Identifier: MIT
#include "scenarios/format/yaml/folder.hpp"

#include <algorithm>
#include <set>

#include "scenarios/format/yaml/document.hpp"

namespace trapphus::scenarios {

namespace {

namespace fs = std::filesystem;

std::vector<fs::path> yaml_files(const fs::path& folder) {
  std::error_code error;
  std::vector<fs::path> files;
  for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
    std::error_code gone;
    if (at->path().extension() == ".yaml" && at->is_regular_file(gone)) files.push_back(at->path());
  }
  if (error) throw Unreadable(Phrase{"reader.file.unreadable", {{"file", folder.string()}, {"reason", reason(error)}}});
  std::ranges::sort(files);
  return files;
}

/// The file that this one extends; empty: none. Errors are ignored: reading the file as a scenario reports them.
fs::path base_of(const fs::path& file) {
  try {
    Problems problems;
    const auto root =
        parse_document(read_text(file).text, std::make_shared<const std::string>(file.string()), problems);
    const Node* extends = root ? root->find("extends") : nullptr;
    if (extends == nullptr || !extends->is_scalar() || extends->text.empty()) return {};
    return fs::weakly_canonical(file.parent_path() / extends->text);
  } catch (const Invalid&) {
    return {};
  } catch (const Unreadable&) {
    return {};
  }
}

}  // namespace

std::vector<fs::path> scenarios_in(const fs::path& folder) {
  auto files = yaml_files(folder);
  if (files.empty()) throw Unreadable(Phrase{"reader.folder.no_scenario", {{"folder", folder.string()}}});
  std::set<fs::path> bases;
  for (const auto& file : files) {
    // A file that extends itself is a mistake, not a base.
    if (const auto base = base_of(file); base != fs::weakly_canonical(file)) bases.insert(base);
  }
  std::erase_if(files, [&bases](const fs::path& file) { return bases.contains(fs::weakly_canonical(file)); });
  if (files.empty()) throw Unreadable(Phrase{"reader.folder.all_extended", {{"folder", folder.string()}}});
  return files;
}

}  // namespace trapphus::scenarios
