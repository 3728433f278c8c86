// SPDX-License-Identifier: MIT
#include "tests/output/page_data.hpp"

#include <zlib.h>

#include <boost/archive/iterators/binary_from_base64.hpp>
#include <boost/archive/iterators/transform_width.hpp>
#include <stdexcept>

namespace trapphus::tests {

std::string page_data(const std::string& html) {
  namespace iterators = boost::archive::iterators;
  using Bytes = iterators::transform_width<iterators::binary_from_base64<std::string::const_iterator>, 8, 6>;
  const std::string begin = "id=\"data\">";
  const auto from = html.find(begin);
  if (from == std::string::npos) throw std::runtime_error("the page has no place for data");
  const auto at = from + begin.size();
  std::string base64 = html.substr(at, html.find("</script>", at) - at);
  base64.erase(base64.find_last_not_of('=') + 1);
  const std::size_t size = base64.size() * 6 / 8;
  base64.append((4 - base64.size() % 4) % 4, 'A');
  std::string packed{Bytes(base64.cbegin()), Bytes(base64.cend())};
  packed.resize(size);
  std::string text(64 * packed.size() + 1024, '\0');
  uLongf length = text.size();
  if (uncompress(reinterpret_cast<Bytef*>(text.data()), &length, reinterpret_cast<const Bytef*>(packed.data()),
                 packed.size()) != Z_OK)
    throw std::runtime_error("the page's data cannot be unpacked");
  text.resize(length);
  return text;
}

}  // namespace trapphus::tests
