// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <cerrno>
#include <fstream>
#include <string_view>

#include "scenarios/format/yaml/document.hpp"
#include "scenarios/format/yaml/shipped.hpp"

namespace trapphus::scenarios {

namespace {

constexpr std::size_t kLargest = 10'000'000;

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

[[noreturn]] void refuse(const std::filesystem::path& path, int line, int column, EnglishPhrase phrase) {
  throw Invalid({{path.string(), line, column, phrase.english(), phrase}});
}

void check_text(const std::filesystem::path& path, std::string_view text) {
  int line = 1, column = 1;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t length = sequence_length(text, at);
    const auto byte = static_cast<unsigned char>(text[at]);
    if (length == 0) {
      refuse(path, line, column,
             EnglishPhrase("byte 0x{} is not UTF-8: save the file with the encoding UTF-8"_p,
                           fmt::format("{:02X}", byte)));
    }
    if ((byte < 0x20 && byte != '\n' && byte != '\r' && byte != '\t') || byte == 0x7f) {
      refuse(path, line, column,
             EnglishPhrase("control character 0x{}: a scenario is plain text in UTF-8"_p, fmt::format("{:02X}", byte)));
    }
    at += length;
    ++column;
    if (byte == '\n') ++line, column = 1;
  }
}

/// Of a source that must lie in a folder: that it does.
void check_place(const Source& source) {
  if (!source.within || is_shipped(source.file)) return;
  if (!lies_within(source.file, *source.within))
    throw Unreadable(EnglishPhrase("{}: lies outside the folder of the scenarios"_p, source.file.string()));
  std::error_code error;
  const auto status = std::filesystem::status(source.file, error);
  // A pipe or a device would make the reader wait for ever.
  if (std::filesystem::exists(status) && !std::filesystem::is_regular_file(status) &&
      !std::filesystem::is_directory(status))
    throw Unreadable(EnglishPhrase("{}: is no file; expected a scenario file"_p, source.file.string()));
}

std::string slurp(const std::filesystem::path& path) {
  errno = 0;
  std::ifstream in(path, std::ios::binary);
  if (!in)
    throw Unreadable(
        EnglishPhrase("{}: cannot be read: {}"_p, path.string(), reason({errno, std::generic_category()})));
  std::string bytes(kLargest + 1, '\0');
  in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  if (in.bad())
    throw Unreadable(
        EnglishPhrase("{}: cannot be read: {}"_p, path.string(), reason({errno, std::generic_category()})));
  bytes.resize(static_cast<std::size_t>(in.gcount()));
  return bytes;
}

/// At least one byte more than a scenario may have, if the file has.
std::string bytes_of(const std::filesystem::path& path) {
  std::error_code error;
  const auto status = std::filesystem::status(path, error);
  if (!std::filesystem::exists(status)) {
    const bool missing = status.type() == std::filesystem::file_type::not_found;
    throw Unreadable(
        EnglishPhrase("{}: {}"_p, path.string(), missing ? EnglishPhrase("there is no such file"_p) : reason(error)));
  }
  if (std::filesystem::is_directory(status)) {
    throw Unreadable(EnglishPhrase("{}: is a directory; expected a scenario file"_p, path.string()));
  }
  return slurp(path);
}

}  // namespace

EnglishPhrase reason(const std::error_code& error) {
  if (error == std::errc::permission_denied) return "Permission denied"_p;
  if (error == std::errc::not_a_directory) return "Not a directory"_p;
  if (error == std::errc::too_many_symbolic_link_levels) return "Too many levels of symbolic links"_p;
  return EnglishPhrase::verbatim(error.message());
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
  if (file.bytes.size() > kLargest) refuse(path, 1, 1, "the file is larger than 10 MB, too large for a scenario"_p);
  if (is_wide(file.bytes)) refuse(path, 1, 1, "the file is UTF-16: save it with the encoding UTF-8"_p);
  file.text = file.bytes.starts_with("\xef\xbb\xbf") ? file.bytes.substr(3) : file.bytes;
  check_text(path, file.text);
  return file;
}

}  // namespace trapphus::scenarios
