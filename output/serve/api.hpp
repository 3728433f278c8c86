// SPDX-License-Identifier: MIT
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>

#include "output/language/language.hpp"
#include "output/serve/jobs.hpp"
#include "output/serve/run_store.hpp"
#include "output/serve/scenario_folder.hpp"

/// The page's requests, without HTTP.
namespace trapphus::output {

/// Answers as JSON. All functions throw Refused, and nlohmann's exceptions for malformed JSON.
class Api {
 public:
  using Json = nlohmann::ordered_json;
  Api(const ScenarioFolder& folder, RunStore& store, Jobs& jobs, const JobLimits& limits)
      : folder_(folder), store_(store), jobs_(jobs), limits_(limits) {}

  [[nodiscard]] Json program() const;
  /// The tables of fields; among the enumerations also those of studies and runs.
  [[nodiscard]] static Json fields(Language language);
  [[nodiscard]] Json scenarios(Language language) const;
  [[nodiscard]] Json scenario(const std::string& id) const;
  [[nodiscard]] Json save(const std::string& id, const Json& body) const;
  [[nodiscard]] std::string check(const Json& body, Language language) const;

  [[nodiscard]] Json start(const Json& body, Language language);
  [[nodiscard]] Json runs() const;
  [[nodiscard]] Json run(std::int64_t id) const;
  [[nodiscard]] Json rename(std::int64_t id, const Json& body);
  [[nodiscard]] Json cancel(std::int64_t id);
  [[nodiscard]] Json forget(std::int64_t id);
  [[nodiscard]] std::string data(std::int64_t id) const;
  [[nodiscard]] Json input(std::int64_t id) const;
  [[nodiscard]] std::string file(std::int64_t id, const std::string& name) const;

 private:
  [[nodiscard]] StoredRun find(std::int64_t id) const;
  [[nodiscard]] Json run_json(const StoredRun& run) const;
  [[nodiscard]] ScenarioFolder::File read(const std::string& id) const;

  const ScenarioFolder& folder_;
  RunStore& store_;
  Jobs& jobs_;
  JobLimits limits_;
};

/// Maximum size of a request body, in bytes.
inline constexpr std::size_t kLargestBody = 2'000'000;

}  // namespace trapphus::output
