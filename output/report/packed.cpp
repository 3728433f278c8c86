// SPDX-License-Identifier: MIT
#include "output/report/packed.hpp"

#include <zlib.h>

#include <boost/archive/iterators/base64_from_binary.hpp>
#include <boost/archive/iterators/transform_width.hpp>
#include <new>

namespace trapphus::output {
namespace {

std::string deflated(std::string_view text) {
  uLongf size = compressBound(text.size());
  std::string bytes(size, '\0');
  // The buffer is large enough for whatever comes out, so that only memory can be missing.
  if (compress2(reinterpret_cast<Bytef*>(bytes.data()), &size, reinterpret_cast<const Bytef*>(text.data()), text.size(),
                Z_BEST_COMPRESSION) != Z_OK)
    throw std::bad_alloc();
  bytes.resize(size);
  return bytes;
}

}  // namespace

std::string packed(std::string_view text) {
  namespace iterators = boost::archive::iterators;
  using Base64 = iterators::base64_from_binary<iterators::transform_width<std::string::const_iterator, 6, 8>>;
  std::string bytes = deflated(text);
  const std::size_t padding = (3 - bytes.size() % 3) % 3;
  const std::size_t digits = (bytes.size() * 8 + 5) / 6;
  bytes.append(padding, '\0');
  std::string base64(Base64(bytes.cbegin()), Base64(bytes.cend()));
  base64.replace(digits, padding, padding, '=');
  return base64;
}

}  // namespace trapphus::output
