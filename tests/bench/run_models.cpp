// SPDX-License-Identifier: MIT
// The models of limit.cpp on the engine, with limit.cpp's command line:
//   engine_models KERNEL staircase REPLICATIONS SEED
//   engine_models KERNEL mmc LAMBDA MU SERVERS CUSTOMERS SEED
//   engine_models calendar crowd CLIENTS
// KERNEL is calendar or simgrid. Prints one line of JSON: of each quantity the mean over replications and (_sd) the
// standard deviation of one replication.
#include <chrono>
#include <cstdio>
#include <string>
#include <vector>

#include "engine/kernels/simgrid_kernel.hpp"
#include "tests/bench/models.hpp"

namespace {

using namespace trapphus;  // NOLINT(google-build-using-namespace): a program of one file

double seconds_since(std::chrono::steady_clock::time_point start) {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

void print(const char* name, const engine::Tally& tally) {
  std::printf("\"%s\":%.4f,\"%s_sd\":%.4f,", name, tally.mean(), name, tally.deviation());
}

int run_staircase(const std::vector<std::string>& words, const bench::KernelMaker& kernel) {
  const auto start = std::chrono::steady_clock::now();
  const auto r = bench::staircase(std::stoi(words[2]), std::stoull(words[3]), kernel);
  const double wall = seconds_since(start);
  std::printf("{\"model\":\"staircase\",\"replications\":%s,", words[2].c_str());
  print("first_hand", r.first_hand);
  print("acute_at_end", r.acute_at_end);
  print("own_homes", r.own_homes);
  print("returns", r.returns);
  print("waiting_for_trial", r.waiting_for_trial);
  print("events", r.events);
  std::printf("\"seconds\":%.4f,\"events_per_second\":%.0f}\n", wall,
              r.events.mean() * static_cast<double>(r.events.count()) / wall);
  return 0;
}

int run_mmc(const std::vector<std::string>& words, const bench::KernelMaker& kernel) {
  const auto start = std::chrono::steady_clock::now();
  const auto r = bench::mmc(std::stod(words[2]), std::stod(words[3]), std::stoi(words[4]), std::stol(words[5]),
                            std::stoull(words[6]), kernel);
  const double wall = seconds_since(start);
  std::printf("{\"model\":\"M/M/%s\",\"customers\":%llu,\"mean_wait\":%.5f,\"seconds\":%.4f,", words[4].c_str(),
              static_cast<unsigned long long>(r.customers), r.mean_wait, wall);
  std::printf("\"events_per_second\":%.0f}\n", static_cast<double>(r.events) / wall);
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  const std::vector<std::string> words(argv + 1, argv + argc);
  const bool known = !words.empty() && (words[0] == "calendar" || words[0] == "simgrid");
  const bench::KernelMaker kernel =
      known && words[0] == "simgrid"
          ? bench::KernelMaker([](engine::Time start) { return engine::simgrid_kernel(start); })
          : [](engine::Time) { return engine::calendar_kernel(); };
  if (known && words.size() == 4 && words[1] == "staircase") return run_staircase(words, kernel);
  if (known && words.size() == 7 && words[1] == "mmc") return run_mmc(words, kernel);
  if (words.size() == 3 && words[0] == "calendar" && words[1] == "crowd") {
    std::printf("{\"clients\":%zu}\n", bench::crowd(std::stoull(words[2])));
    return 0;
  }
  std::fprintf(stderr,
               "usage: engine_models calendar|simgrid staircase REPLICATIONS SEED\n"
               "       engine_models calendar|simgrid mmc LAMBDA MU SERVERS CUSTOMERS SEED\n"
               "       engine_models calendar crowd CLIENTS\n");
  return 2;
}
