// SPDX-License-Identifier: MIT
#include "models/staircase/names.hpp"

#include <stdexcept>

namespace trapphus::models {

Share::Share(double value) : value_(value) {
  // Written so that NaN fails as well.
  if (!(value >= 0 && value <= 1))
    throw std::domain_error("a share must lie between 0 and 1: " + std::to_string(value));
}

}  // namespace trapphus::models
