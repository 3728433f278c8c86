// SPDX-License-Identifier: MIT
#include "output/serve/work.hpp"

#include "output/files/atomic_file.hpp"
#include "output/json/parts.hpp"

namespace trapphus::output {

using namespace std::chrono_literals;

Work::Work(std::filesystem::path folder, Json request, std::ostream& lines)
    : folder_(std::move(folder)),
      request_(std::move(request)),
      options_(request_.value("options", Json::object())),
      language_(language_of(request_.value("language", "")).value_or(english())),
      lines_(lines) {}

scenarios::Source Work::saved(const std::string& id) const {
  scenarios::Source source(id);
  source.within = request_.at("folder").get<std::string>();
  return source;
}

scenarios::Source Work::source() const {
  scenarios::Source source = saved(request_.at("scenario"));
  source.text = request_.at("text").get<std::string>();
  return source;
}

void Work::send_progress(const models::Progress& progress) {
  const auto now = std::chrono::steady_clock::now();
  if (now - progress_sent_ < 100ms && progress.done < progress.total) return;
  progress_sent_ = now;
  send({{"progress", {{"phase", progress.phase}, {"done", progress.done}, {"total", progress.total}}}});
}

void Work::answer(const std::string& data, std::int64_t replications, bool quick) {
  write("answer.json", data);
  sent_replications_ = replications;
  send({{"answer", {{"file", "answer.json"}, {"replications", replications}, {"quick", quick}}}});
}

void Work::send_files(const std::vector<std::string>& names) {
  send({{"files", names}});
}

void Work::send(const Json& line) {
  lines_ << in_one_line(line) << '\n' << std::flush;
}

void Work::write(const std::string& name, std::string_view content) const {
  write_atomically(folder_ / name, content);
}

}  // namespace trapphus::output
