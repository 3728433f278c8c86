// SPDX-License-Identifier: MIT
#include "output/serve/jobs.hpp"

#include <atomic>
#include <condition_variable>
#include <deque>
#include <fstream>
#include <iterator>
#include <map>
#include <mutex>
#include <nlohmann/json.hpp>
#include <semaphore>
#include <thread>
#include <vector>

#include "output/files/atomic_file.hpp"
#include "output/json/parts.hpp"
#include "output/language/language.hpp"
#include "output/serve/refused.hpp"
#include "output/serve/worker_process.hpp"

namespace trapphus::output {
namespace {

using Json = nlohmann::ordered_json;
using Clock = std::chrono::steady_clock;
using namespace std::chrono_literals;

/// How soon a cancelled job hears of it.
constexpr auto kAttention = 30ms;
/// Given to a worker to finish what is under way.
constexpr auto kGrace = 8s;
constexpr int kQuestionsAtATime = 3;

/// Where one worker has its request and its answers; gone with all that is in it.
class WorkFolder {
 public:
  WorkFolder(const std::filesystem::path& parent, const Json& request) {
    static std::atomic<std::uint64_t> last{0};
    path_ = parent / std::to_string(++last);
    std::filesystem::create_directories(path_);
    write_atomically(path_ / "request.json", request.dump());
  }
  WorkFolder(const WorkFolder&) = delete;
  WorkFolder& operator=(const WorkFolder&) = delete;
  ~WorkFolder() {
    std::error_code error;
    std::filesystem::remove_all(path_, error);
  }
  [[nodiscard]] const std::filesystem::path& path() const { return path_; }
  [[nodiscard]] std::string content(const std::string& name) const {
    std::ifstream in(path_ / name, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }

 private:
  std::filesystem::path path_;
};

struct Job {
  std::int64_t id = 0;
  Json request;
  bool cancelled = false, removed = false;
  JobProgress progress;
};

/// Stores the answers that the worker of a job reports.
class Listener {
 public:
  Listener(std::int64_t id, const WorkFolder& folder, RunStore& store) : id_(id), folder_(folder), store_(store) {}

  void take(const Json& line) {
    if (line.contains("answer")) take_answer(line["answer"]);
    if (line.contains("files")) take_files(line["files"]);
    if (line.contains("error")) error_ = line["error"].get<std::string>();
    if (line.contains("problems")) problems_ = line["problems"].dump();
  }
  [[nodiscard]] const std::string& error() const { return error_; }
  [[nodiscard]] const std::string& problems() const { return problems_; }

 private:
  void take_answer(const Json& answer) {
    answer_.number += 1;
    answer_.replications = answer.value("replications", std::int64_t{0});
    answer_.quick = answer.value("quick", false);
    answer_.seconds = std::chrono::duration<double>(Clock::now() - begun_).count();
    store_.set_answer(id_, answer_, folder_.content(answer.at("file").get<std::string>()));
  }
  void take_files(const Json& names) {
    std::vector<std::pair<std::string, std::string>> contents;
    for (const std::string name : names) contents.emplace_back(name, folder_.content(name));
    store_.set_files(id_, contents);
  }

  std::int64_t id_;
  const WorkFolder& folder_;
  RunStore& store_;
  Clock::time_point begun_ = Clock::now();
  RunAnswer answer_;
  std::string error_, problems_;
};

}  // namespace

struct Jobs::Implementation {
  Implementation(Place place_, RunStore& store_, const JobLimits& limits_)
      : place(std::move(place_)), store(store_), limits(limits_) {
    std::error_code error;
    std::filesystem::remove_all(place.own / "work", error);  // what a killed server left
    for (int i = 0; i < limits.long_ones; ++i) threads.emplace_back([this] { serve(long_ones); });
    for (int i = 0; i < limits.quick_ones; ++i) threads.emplace_back([this] { serve(quick_ones); });
  }

  using Queue = std::deque<std::shared_ptr<Job>>;

  void serve(Queue& queue) {
    while (true) {
      std::shared_ptr<Job> job;
      {
        std::unique_lock lock(mutex);
        work_available.wait(lock, [&] { return stopping || !queue.empty(); });
        if (stopping) return;
        job = queue.front();
        queue.pop_front();
      }
      guarded(*job);
      const std::lock_guard lock(mutex);
      known.erase(job->id);
    }
  }

  /// Keeps an exception of a job from ending the thread that serves the queue.
  void guarded(Job& job) {
    try {
      carry_out(job);
    } catch (const std::exception& error) {
      store.set_state(job.id, RunState::Failed, error.what());
    }
  }

  void carry_out(Job& job) {
    store.set_state(job.id, RunState::Running);
    const WorkFolder folder(place.own / "work", job.request);
    Listener listener(job.id, folder, store);
    WorkerProcess worker(place.program, folder.path());
    const bool gone = !listen(job, worker, listener);
    const bool well = !gone && worker.ended_well();
    if (!gone) finish(job, listener, well);
  }

  /// Reads the worker's lines up to the end of its output. False if the run was removed meanwhile.
  bool listen(Job& job, WorkerProcess& worker, Listener& listener) {
    const auto until = Clock::now() + std::chrono::seconds(limits.seconds);
    std::optional<Clock::time_point> patience;
    std::string line;
    while (true) {
      const auto heard = worker.hear(line, kAttention);
      if (heard == WorkerProcess::Heard::End) return true;
      if (heard == WorkerProcess::Heard::Line) take(job, listener, line);
      const std::lock_guard lock(mutex);
      if (job.removed) return false;
      const bool enough = job.cancelled || stopping || Clock::now() > until;
      if (enough && !patience) {
        worker.interrupt();
        patience = Clock::now() + kGrace;
      }
      if (patience && Clock::now() > *patience) worker.kill();
    }
  }

  void take(Job& job, Listener& listener, const std::string& line) {
    const Json message = Json::parse(line, nullptr, false);
    if (!message.is_object()) return;
    listener.take(message);
    if (!message.contains("progress")) return;
    const Json& progress = message["progress"];
    const std::lock_guard lock(mutex);
    job.progress = {progress.value("phase", std::string()), progress.value("done", std::int64_t{0}),
                    progress.value("total", std::int64_t{0})};
  }

  void finish(const Job& job, const Listener& listener, bool well) {
    const Words words(language_of(job.request.value("language", "")).value_or(english()));
    bool cancelled = false, stopped = false;
    {
      const std::lock_guard lock(mutex);
      cancelled = job.cancelled;
      stopped = stopping;
    }
    if (!listener.error().empty() || !listener.problems().empty())
      store.set_state(job.id, RunState::Failed, listener.error(), listener.problems());
    else if (cancelled)
      store.set_state(job.id, RunState::Cancelled);
    else if (stopped)
      store.set_state(job.id, RunState::Interrupted);
    else
      store.set_state(job.id, well ? RunState::Done : RunState::Failed, well ? "" : words("refused.died"));
  }

  std::shared_ptr<Job> find(std::int64_t id) const {
    const auto found = known.find(id);
    return found == known.end() ? nullptr : found->second;
  }

  /// Removes a job that has not begun from its queue. Requires the mutex.
  bool unqueue(const std::shared_ptr<Job>& job) {
    for (Queue* queue : {&long_ones, &quick_ones}) {
      if (std::erase(*queue, job) == 0) continue;
      known.erase(job->id);
      return true;
    }
    return false;
  }

  const Place place;
  RunStore& store;
  const JobLimits limits;
  mutable std::mutex mutex;
  std::condition_variable work_available;
  bool stopping = false;
  Queue long_ones, quick_ones;
  std::map<std::int64_t, std::shared_ptr<Job>> known;  ///< Waiting and running jobs.
  std::counting_semaphore<> questions{kQuestionsAtATime};
  std::vector<std::thread> threads;
};

Jobs::Jobs(Place place, RunStore& store, const JobLimits& limits)
    : implementation_(std::make_unique<Implementation>(std::move(place), store, limits)) {}

Jobs::~Jobs() {
  stop();
}

std::int64_t Jobs::start(const RunInput& input, bool quick) {
  auto& me = *implementation_;
  const std::lock_guard lock(me.mutex);
  if (me.stopping || me.long_ones.size() + me.quick_ones.size() >= me.limits.waiting)
    throw Refused(429, "refused.too_many_runs");
  auto job = std::make_shared<Job>();
  job->id = me.store.add(input);
  job->request = {{"task", input.kind}, {"folder", me.place.folder.string()}, {"scenario", input.scenario},
                  {"text", input.text}, {"language", input.language},         {"options", parsed_json(input.options)}};
  me.known[job->id] = job;
  (quick ? me.quick_ones : me.long_ones).push_back(job);
  me.work_available.notify_all();
  return job->id;
}

void Jobs::cancel(std::int64_t id) {
  auto& me = *implementation_;
  const std::lock_guard lock(me.mutex);
  const auto job = me.find(id);
  if (!job) return;
  job->cancelled = true;
  if (me.unqueue(job)) me.store.set_state(id, RunState::Cancelled);
}

void Jobs::remove(std::int64_t id) {
  auto& me = *implementation_;
  const std::lock_guard lock(me.mutex);
  if (const auto job = me.find(id)) {
    job->removed = true;
    me.unqueue(job);
  }
  me.store.remove(id);
}

std::optional<JobProgress> Jobs::progress(std::int64_t id) const {
  const std::lock_guard lock(implementation_->mutex);
  const auto job = implementation_->find(id);
  return job ? std::optional(job->progress) : std::nullopt;
}

void Jobs::stop() {
  auto& me = *implementation_;
  {
    const std::lock_guard lock(me.mutex);
    me.stopping = true;
    for (auto* queue : {&me.long_ones, &me.quick_ones})
      for (const auto& job : *queue) me.store.set_state(job->id, RunState::Interrupted);
  }
  me.work_available.notify_all();
  for (auto& thread : me.threads) thread.join();
  me.threads.clear();
}

std::string Jobs::ask(const std::string& request, std::int64_t seconds) {
  auto& me = *implementation_;
  const auto until = Clock::now() + std::chrono::seconds(seconds);
  if (!me.questions.try_acquire_until(until)) throw Refused(503, "refused.busy");
  const std::unique_ptr<std::counting_semaphore<>, void (*)(std::counting_semaphore<>*)> held(
      &me.questions, [](std::counting_semaphore<>* questions) { questions->release(); });
  const WorkFolder folder(me.place.own / "work", Json::parse(request));
  WorkerProcess worker(me.place.program, folder.path());
  std::string line;
  while (true) {
    const auto heard = worker.hear(line, 1s);
    if (heard == WorkerProcess::Heard::End) break;
    if (Clock::now() > until) throw Refused(503, "refused.too_long");
  }
  if (!worker.ended_well()) throw Refused(500, "refused.failed");
  return folder.content("answer.json");
}

}  // namespace trapphus::output
