// SPDX-License-Identifier: MIT
#include "engine/random/random.hpp"

#include <Random123/philox.h>

#include <cmath>

namespace trapphus::engine {
namespace {

constexpr int kLayers = 256;
/// Start of the tail, and area of each layer (Marsaglia and Tsang 2000), for the density exp(-x).
constexpr double kTail = 7.69711747013104972;
constexpr double kArea = 0.0039496598225815571993;

struct Edges {
  double width;      // right edge of the rectangle
  double inside;     // right edge of the layer above: left of it every point lies
                     // below the density
  double low, high;  // density at the rectangle's right edge, and at that of the
                     // layer above
};

std::array<Edges, kLayers> make_layers() {
  std::array<Edges, kLayers> layers{};
  double edge = kTail;
  // The lowest layer is a rectangle of the same area as the others; its part right of kTail represents the tail.
  layers[0] = {kArea / std::exp(-kTail), kTail, 0, std::exp(-kTail)};
  for (int i = 1; i < kLayers; ++i) {
    const double height = std::exp(-edge);
    const double above = i + 1 < kLayers ? -std::log(kArea / edge + height) : 0.0;
    layers[static_cast<std::size_t>(i)] = {edge, above, height, i + 1 < kLayers ? std::exp(-above) : 1.0};
    edge = above;
  }
  return layers;
}

const std::array<Edges, kLayers> kEdges = make_layers();

}  // namespace

const std::array<Stream::Layer, kLayers> Stream::ziggurat_ = [] {
  std::array<Layer, kLayers> table{};
  for (std::size_t i = 0; i < table.size(); ++i) {
    table[i] = {kEdges[i].inside / kEdges[i].width * 0x1.0p54, kEdges[i].width * 0x1.0p-54};
  }
  return table;
}();

double Stream::exponential_near_edge(std::uint64_t random) {
  // The exponential law is memoryless: beyond kTail a new value is drawn and added to the distance passed.
  for (double passed = 0;; random = bits()) {
    const Edges& layer = kEdges[random & 0xff];
    const double x = middle54(random) * 0x1.0p-54 * layer.width;
    if (x < layer.inside) return passed + x;
    if (layer.low == 0) {
      passed += kTail;
    } else if (layer.low + uniform() * (layer.high - layer.low) < std::exp(-x)) {
      return passed + x;
    }
  }
}

inline void Stream::make_block(std::uint64_t counter) {
  const r123::Philox4x64::ctr_type input{{counter, key_.client, key_.purpose, 0}};
  const r123::Philox4x64::key_type key{{key_.seed, key_.replication}};
  const auto output = r123::Philox4x64()(input, key);
  std::uint64_t* const numbers = numbers_.data() + 4 * (counter % 2);
  numbers[0] = output[0];
  numbers[1] = output[1];
  numbers[2] = output[2];
  numbers[3] = output[3];
}

/// Generates the first block on demand, since most streams are short, and later ones a block ahead, which hides the
/// latency of the ten dependent rounds.
void Stream::refill() {
  if (counter_ < 2) make_block(counter_);
  used_ = static_cast<std::uint32_t>(4 * (counter_ % 2));
  end_ = used_ + 4;
  if (counter_++ > 0) make_block(counter_);
}

}  // namespace trapphus::engine
