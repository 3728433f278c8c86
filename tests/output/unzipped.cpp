// SPDX-License-Identifier: MIT
#include "tests/output/unzipped.hpp"

#include <zlib.h>

#include <stdexcept>

#include "tests/output/sample_results.hpp"

namespace trapphus::tests {
namespace {

/// A number of the archive's directory, the lowest byte first.
std::size_t little_endian(const std::string& bytes, std::size_t at, int size) {
  std::size_t value = 0;
  for (int i = size - 1; i >= 0; --i)
    value = value << 8 | static_cast<unsigned char>(bytes.at(at + static_cast<std::size_t>(i)));
  return value;
}

std::string inflated(const std::string& bytes, std::size_t at, std::size_t packed, std::size_t size) {
  std::string out(size, '\0');
  z_stream stream{};
  if (inflateInit2(&stream, -MAX_WBITS) != Z_OK) throw std::runtime_error("no memory to unzip");
  std::string in = bytes.substr(at, packed);
  stream.next_in = reinterpret_cast<Bytef*>(in.data());
  stream.avail_in = static_cast<uInt>(in.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  const int end = inflate(&stream, Z_FINISH);
  inflateEnd(&stream);
  if (end != Z_STREAM_END) throw std::runtime_error("a file of the archive is broken");
  return out;
}

}  // namespace

std::map<std::string, std::string> unzipped(const std::filesystem::path& archive) {
  const std::string bytes = content(archive);
  const auto end = bytes.rfind("PK\5\6");
  if (end == std::string::npos) throw std::runtime_error("no zip archive");
  std::map<std::string, std::string> files;
  std::size_t entry = little_endian(bytes, end + 16, 4);
  for (std::size_t left = little_endian(bytes, end + 10, 2); left > 0; --left) {
    const std::size_t method = little_endian(bytes, entry + 10, 2), packed = little_endian(bytes, entry + 20, 4),
                      size = little_endian(bytes, entry + 24, 4), name = little_endian(bytes, entry + 28, 2),
                      header = little_endian(bytes, entry + 42, 4);
    const std::size_t data = header + 30 + little_endian(bytes, header + 26, 2) + little_endian(bytes, header + 28, 2);
    files[bytes.substr(entry + 46, name)] =
        method == 0 ? bytes.substr(data, size) : inflated(bytes, data, packed, size);
    entry += 46 + name + little_endian(bytes, entry + 30, 2) + little_endian(bytes, entry + 32, 2);
  }
  return files;
}

}  // namespace trapphus::tests
