// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <cerrno>
#include <fstream>
#include <string_view>

#include "scenarios/format/yaml/document.hpp"
#include "scenarios/format/yaml/shipped.hpp"

namespace trapphus::scenarios {

namespace {

constexpr std::size_t kLargestFile = 10'000'000;

/// Length of the well-formed UTF-8 sequence at `at` (Unicode 15, table 3-7), or 0.
std::size_t sequence_length(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U; };
  const auto tail = [&](std::size_t i) { return (byte(i) & 0xc0U) == 0x80U; };
  const unsigned first = byte(at), second = byte(at + 1);
  if (first < 0x80) return 1;
  if (first >= 0xc2 && first <= 0xdf) return tail(at + 1) ? 2 : 0;
  if (first >= 0xe0 && first <= 0xef) {
    if ((first == 0xe0 && second < 0xa0) || (first == 0xed && second > 0x9f)) return 0;
    return tail(at + 1) && tail(at + 2) ? 3 : 0;
  }
  if (first >= 0xf0 && first <= 0xf4) {
    if ((first == 0xf0 && second < 0x90) || (first == 0xf4 && second > 0x8f)) return 0;
    return tail(at + 1) && tail(at + 2) && tail(at + 3) ? 4 : 0;
  }
  return 0;
}

bool is_wide(std::string_view bytes) {
  if (bytes.starts_with("\xff\xfe") || bytes.starts_with("\xfe\xff")) return true;
  return bytes.size() >= 2 && (bytes[0] == '\0') != (bytes[1] == '\0');
}

[[noreturn]] void refuse(const std::filesystem::path& path, int line, int column, Phrase phrase) {
  throw Invalid({{path.string(), line, column, std::move(phrase)}});
}

void check_text(const std::filesystem::path& path, std::string_view text) {
  int line = 1, column = 1;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t length = sequence_length(text, at);
    const auto byte = static_cast<unsigned char>(text[at]);
    if (length == 0) {
      refuse(path, line, column, Phrase{"reader.file.no_utf8", {{"byte", fmt::format("{:02X}", byte)}}});
    }
    if ((byte < 0x20 && byte != '\n' && byte != '\r' && byte != '\t') || byte == 0x7f) {
      refuse(path, line, column, Phrase{"reader.file.control_character", {{"byte", fmt::format("{:02X}", byte)}}});
    }
    at += length;
    ++column;
    if (byte == '\n') ++line, column = 1;
  }
}

/// Throws Unreadable for a source outside the folder in which it must lie.
void check_place(const Source& source) {
  if (!source.within || is_shipped(source.file)) return;
  if (!lies_within(source.file, *source.within))
    throw Unreadable(Phrase{"reader.file.outside", {{"file", source.file.string()}}});
  std::error_code error;
  const auto status = std::filesystem::status(source.file, error);
  // A pipe or a device would make the reader wait for ever.
  if (std::filesystem::exists(status) && !std::filesystem::is_regular_file(status) &&
      !std::filesystem::is_directory(status))
    throw Unreadable(Phrase{"reader.file.no_file", {{"file", source.file.string()}}});
}

std::string slurp(const std::filesystem::path& path) {
  errno = 0;
  std::ifstream in(path, std::ios::binary);
  if (!in)
    throw Unreadable(Phrase{"reader.file.unreadable",
                            {{"file", path.string()}, {"reason", reason({errno, std::generic_category()})}}});
  std::string bytes(kLargestFile + 1, '\0');
  in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  if (in.bad())
    throw Unreadable(Phrase{"reader.file.unreadable",
                            {{"file", path.string()}, {"reason", reason({errno, std::generic_category()})}}});
  bytes.resize(static_cast<std::size_t>(in.gcount()));
  return bytes;
}

/// The bytes of a file, up to at least one more than a scenario may have.
std::string bytes_of(const std::filesystem::path& path) {
  std::error_code error;
  const auto status = std::filesystem::status(path, error);
  if (!std::filesystem::exists(status)) {
    const bool missing = status.type() == std::filesystem::file_type::not_found;
    throw Unreadable(
        Phrase{"reader.file.problem",
               {{"file", path.string()}, {"reason", missing ? Phrase{"reader.file.missing"} : reason(error)}}});
  }
  if (std::filesystem::is_directory(status)) {
    throw Unreadable(Phrase{"reader.file.directory", {{"file", path.string()}}});
  }
  return slurp(path);
}

}  // namespace

Phrase reason(const std::error_code& error) {
  if (error == std::errc::permission_denied) return Phrase{"reader.reason.permission"};
  if (error == std::errc::not_a_directory) return Phrase{"reader.reason.no_directory"};
  if (error == std::errc::too_many_symbolic_link_levels) return Phrase{"reader.reason.links"};
  return verbatim(error.message());
}

TextFile read_text(const Source& source) {
  const std::filesystem::path& path = source.file;
  TextFile file;
  if (source.text) {
    check_place(source);
    file.bytes = *source.text;
  } else if (is_shipped(path)) {
    file.bytes = shipped_text(path.string());
  } else {
    check_place(source);
    file.bytes = bytes_of(path);
  }
  if (file.bytes.size() > kLargestFile) refuse(path, 1, 1, Phrase{"reader.file.too_large"});
  if (is_wide(file.bytes)) refuse(path, 1, 1, Phrase{"reader.file.utf16"});
  file.text = file.bytes.starts_with("\xef\xbb\xbf") ? file.bytes.substr(3) : file.bytes;
  check_text(path, file.text);
  return file;
}

}  // namespace trapphus::scenarios
