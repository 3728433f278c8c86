// SPDX-License-Identifier: MIT
#include "engine/random/random.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <vector>

namespace trapphus::engine {
namespace {

std::vector<std::uint64_t> first_bits(const StreamKey& key, int count) {
  Stream stream(key);
  std::vector<std::uint64_t> bits;
  for (int i = 0; i < count; ++i) bits.push_back(stream.bits());
  return bits;
}

/// Kolmogorov's distance between the sample and a law given by its distribution function.
template <class Cdf>
double distance(std::vector<double> sample, const Cdf& cdf) {
  std::sort(sample.begin(), sample.end());
  const auto n = static_cast<double>(sample.size());
  double greatest = 0;
  for (std::size_t i = 0; i < sample.size(); ++i) {
    const double expected = cdf(sample[i]);
    const auto below = static_cast<double>(i);
    greatest = std::max({greatest, expected - below / n, (below + 1) / n - expected});
  }
  return greatest;
}

}  // namespace

TEST_CASE("A stream gives the published Philox 4x64-10 numbers") {
  // Known answers of Random123 (kat_vectors): counter 0 and key 0.
  CHECK(first_bits({0, 0, 0, 0}, 4) ==
        std::vector<std::uint64_t>{0x16554d9eca36314c, 0xdb20fe9d672d0fdc, 0xd7e772cee186176b, 0x7e68b68aec7ba23b});
}

TEST_CASE("The same key gives the same numbers") {
  const StreamKey key{7, 3, 1234, 5};
  CHECK(first_bits(key, 100) == first_bits(key, 100));
}

TEST_CASE("Another seed, replication, client or purpose gives other numbers") {
  const auto base = first_bits({7, 3, 1234, 5}, 64);
  for (const StreamKey& other : {StreamKey{8, 3, 1234, 5}, {7, 4, 1234, 5}, {7, 3, 1235, 5}, {7, 3, 1234, 6}}) {
    const auto bits = first_bits(other, 64);
    for (const auto number : bits) CHECK(std::find(base.begin(), base.end(), number) == base.end());
  }
}

TEST_CASE("Neighbouring clients are not correlated") {
  // The mean of 200000 products of independent uniforms less 1/2 is 0 with standard error (1/12)/sqrt(n).
  const int n = 200'000;
  double sum = 0;
  for (int i = 0; i < n; ++i) {
    Stream left({1, 0, static_cast<std::uint64_t>(i), 0});
    Stream right({1, 0, static_cast<std::uint64_t>(i) + 1, 0});
    sum += (left.uniform() - 0.5) * (right.uniform() - 0.5);
  }
  CHECK(std::abs(sum / n) < 3.5 / 12 / std::sqrt(n));
}

TEST_CASE("Uniform numbers are uniform and lie strictly between 0 and 1") {
  Stream stream({42, 0, 0, 0});
  std::vector<double> sample(400'000);
  for (double& x : sample) x = stream.uniform();
  CHECK(*std::min_element(sample.begin(), sample.end()) > 0);
  CHECK(*std::max_element(sample.begin(), sample.end()) < 1);
  // Kolmogorov: sqrt(n) D exceeds 1.95 once in a thousand samples.
  CHECK(distance(sample, [](double x) { return x; }) < 1.95 / std::sqrt(static_cast<double>(sample.size())));
}

TEST_CASE("Exponential numbers follow the exponential law", "[long]") {
  Stream stream({43, 0, 0, 0});
  const int n = 2'000'000;
  std::vector<double> sample(n);
  for (double& x : sample) x = stream.exponential();
  double mean = 0;
  double square = 0;
  for (const double x : sample) {
    mean += x / n;
    square += x * x / n;
  }
  // E X = 1, Var X = 1; E X^2 = 2, Var X^2 = 4! - 4 = 20.
  CHECK(std::abs(mean - 1) < 3.5 / std::sqrt(n));
  CHECK(std::abs(square - 2) < 3.5 * std::sqrt(20.0 / n));
  CHECK(distance(sample, [](double x) { return -std::expm1(-x); }) < 1.95 / std::sqrt(n));
}

TEST_CASE("The ziggurat's tail is the exponential's own") {
  // The tail beginning at 7.697 has probability exp(-7.697) = 4.54e-4; what lies beyond its beginning is exponential.
  Stream stream({44, 0, 0, 0});
  const int n = 4'000'000;
  const double tail = 7.69711747013104972;
  std::vector<double> beyond;
  for (int i = 0; i < n; ++i) {
    const double x = stream.exponential();
    if (x > tail) beyond.push_back(x - tail);
  }
  const double expected = n * std::exp(-tail);
  const auto count = static_cast<double>(beyond.size());
  CHECK(std::abs(count - expected) < 3.5 * std::sqrt(expected));
  CHECK(distance(beyond, [](double x) { return -std::expm1(-x); }) < 1.95 / std::sqrt(count));
}

}  // namespace trapphus::engine
