// SPDX-License-Identifier: MIT
#include "output/language/catalogue.hpp"

#include <algorithm>

namespace trapphus::output {

const Text* Catalogue::find(std::string_view id) const {
  const auto at = std::ranges::lower_bound(texts, id, {}, &Text::id);
  return at != texts.end() && at->id == id ? &*at : nullptr;
}

}  // namespace trapphus::output
