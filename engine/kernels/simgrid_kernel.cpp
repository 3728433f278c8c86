// SPDX-License-Identifier: MIT
#include "engine/kernels/simgrid_kernel.hpp"

#include <simgrid/s4u.hpp>

#include <simgrid/version.h>  // needs what the other declares

#include <algorithm>
#include <array>
#include <cmath>
#include <csignal>
#include <exception>
#include <functional>
#include <map>
#include <set>
#include <stdexcept>
#include <unordered_map>
#include <vector>

#include "engine/process/sharing.hpp"
#include "engine/process/simulation.hpp"

namespace trapphus::engine {

namespace {

namespace s4u = simgrid::s4u;

/// Delay of the dispatcher after a whole second. Sleepers wake on the whole second up to rounding of SimGrid's clock.
/// All work starts and stops with the same delay, so that durations are unchanged.
constexpr double kLate = 5e-4;
/// Completions this late after a whole second count as that second, and precede its other events. The dispatcher waits
/// for near completions, which it predicts from the progress of the work during a probe.
constexpr double kCompletionGrace = 1e-3;
constexpr double kProbe = 5e-5;
constexpr double kSpeed = 1e9;       // of each host, in flop/s; large against SimGrid's precision
constexpr double kForever = 1e20;    // flops of an endless piece
constexpr std::size_t kTeams = 256;  // hosts must exist before SimGrid first runs
/// KiB of an actor's stack: 50 000 of them fit a worker's address space of 8 GB. Sleepers and workers only wait, make a
/// timer due, and unwind when they are killed. There are no guard pages: with them each stack takes two of the 65 530
/// memory maps that Linux gives a process.
constexpr unsigned kStack = 64;
constexpr unsigned kDispatcherStack = 1024;  // it runs the model

/// Keeps the process's signal handlers while SimGrid installs its own: its SIGINT ends the process at once.
class SignalHandlers {
 public:
  SignalHandlers() {
    for (std::size_t i = 0; i < kSignals.size(); ++i) ::sigaction(kSignals[i], nullptr, &before_[i]);
  }
  SignalHandlers(const SignalHandlers&) = delete;
  SignalHandlers& operator=(const SignalHandlers&) = delete;
  ~SignalHandlers() {
    for (std::size_t i = 0; i < kSignals.size(); ++i) ::sigaction(kSignals[i], &before_[i], nullptr);
  }

 private:
  static constexpr std::array kSignals{SIGINT, SIGTERM, SIGSEGV, SIGBUS};
  std::array<struct sigaction, kSignals.size()> before_{};
};

/// The process-wide SimGrid engine, created once. Its clock is never reset.
class Platform {
 public:
  static Platform& get() {
    static Platform platform;
    return platform;
  }
  void run() { engine_.run(); }
  /// Those that were killed count until they have ended.
  [[nodiscard]] std::size_t actors() const { return engine_.get_actor_count(); }
  [[nodiscard]] s4u::Host* home() const { return home_; }
  [[nodiscard]] s4u::Host* acquire_host() {
    if (free_.empty())
      throw std::length_error("SimGrid kernel: more than " + std::to_string(kTeams) + " teams at once");
    auto* host = free_.back();
    free_.pop_back();
    return host;
  }
  void release_host(s4u::Host* host) { free_.push_back(host); }

 private:
  Platform() : engine_(make_engine()) {
    auto* zone = s4u::create_full_zone("world");
    home_ = zone->create_host("home", kSpeed);
    for (std::size_t i = 0; i < kTeams; ++i) free_.push_back(zone->create_host("team" + std::to_string(i), kSpeed));
    zone->seal();
  }
  static s4u::Engine make_engine() {
    static std::string name = "trapphus";
    static std::string quiet = "--log=root.thres:critical";
    static std::string no_guards = "--cfg=contexts/guard-size:0";
#if defined(__SANITIZE_ADDRESS__)
    static std::string threads = "--cfg=contexts/factory:thread";
    static char* arguments[] = {name.data(), quiet.data(), no_guards.data(), threads.data(), nullptr};
    static int count = 4;
#else
    static char* arguments[] = {name.data(), quiet.data(), no_guards.data(), nullptr};
    static int count = 3;
#endif
    const SignalHandlers before;
    return s4u::Engine(&count, arguments);
  }

  s4u::Engine engine_;
  s4u::Host* home_;
  std::vector<s4u::Host*> free_;
};

class SimGridSharing;

class SimGridKernel final : public Kernel {
 public:
  SimGridKernel(Time start, std::size_t most_actors) : start_(start), most_actors_(most_actors) { Platform::get(); }

  void schedule(Timer& timer) override {
    timer.scheduled = true;
    if (running_ && timer.when.time() <= now_) {
      due_.insert(&timer);
    } else {
      sleepers_[&timer] = running_ ? sleeper(timer) : nullptr;
    }
  }

  void cancel(Timer& timer) override {
    timer.scheduled = false;
    if (due_.erase(&timer) != 0) return;
    const auto entry = sleepers_.find(&timer);
    if (entry->second) entry->second->kill();
    sleepers_.erase(entry);
  }

  bool run(KernelClient& client, Time last) override;
  std::unique_ptr<Sharing> share(const std::string& name, double capacity) override;

  [[nodiscard]] bool running() const { return running_; }
  /// The second whose events are being fired.
  [[nodiscard]] Time now() const { return now_; }
  [[nodiscard]] double date(Time time) const { return base_ + static_cast<double>((time - start_).count()); }
  /// Seconds since the start, by the clock of the work.
  [[nodiscard]] double clock() const { return s4u::Engine::get_clock() - base_ - kLate; }
  [[nodiscard]] Time whole_second(double clock) const {
    return start_ + Duration(static_cast<std::int64_t>(std::ceil(clock - kCompletionGrace)));
  }
  /// Called in the actor of a timer or a piece of work, at its date.
  void make_due(Timer& timer);
  /// Invalidates the prediction of the next completion.
  void rates_changed() { rates_changed_ = true; }
  void add(SimGridSharing& sharing) { sharings_.insert(&sharing); }
  void remove(SimGridSharing& sharing) { sharings_.erase(&sharing); }
  /// Null if there are too many; run() then throws SimGridLimit as soon as no process of the model is being resumed.
  s4u::ActorPtr start_actor(const std::function<void()>& code, unsigned stack = kStack) {
    if (Platform::get().actors() >= most_actors_) {
      too_many_ = true;
      return nullptr;
    }
    return s4u::Actor::init("trapphus", Platform::get().home())->set_stacksize(stack)->start(code);
  }

 private:
  struct Earlier {
    bool operator()(const Timer* a, const Timer* b) const {
      return a->when != b->when ? a->when < b->when : a->number < b->number;
    }
  };

  s4u::ActorPtr sleeper(Timer& timer) {
    return start_actor([this, &timer] {
      s4u::this_actor::sleep_until(date(timer.when.time()));
      sleepers_.erase(&timer);
      make_due(timer);
    });
  }
  void dispatch(KernelClient& client, Time last);
  void check_actors() const {
    if (too_many_) throw SimGridLimit(now_, most_actors_);
  }
  void fire_due(KernelClient& client);
  void await_near_completions();
  [[nodiscard]] bool has_finite_work() const;
  void align_clock(Time now);
  void wake_dispatcher();
  void begin_run();
  void end_run();

  const Time start_;
  const std::size_t most_actors_;
  double base_ = 0;          // SimGrid's clock at start_; set in each run, since other kernels may have run in between
  double clock_at_end_ = 0;  // clock() at the end of the last run
  Time now_{};
  bool running_ = false;
  bool dispatcher_suspended_ = false;
  bool horizon_reached_ = false;
  bool rates_changed_ = false;
  bool too_many_ = false;
  s4u::ActorPtr dispatcher_;
  s4u::ActorPtr horizon_;
  std::unordered_map<Timer*, s4u::ActorPtr> sleepers_;
  std::set<Timer*, Earlier> due_;
  std::set<SimGridSharing*> sharings_;
};

/// Weighted max-min sharing by SimGrid's solver. The host's speed is fixed; amounts and bounds are scaled by the speed
/// over the capacity. A change of capacity restarts all pieces with their remaining amounts.
class SimGridSharing final : public Sharing {
 public:
  SimGridSharing(SimGridKernel& kernel, double capacity)
      : kernel_(kernel), capacity_(capacity), host_(Platform::get().acquire_host()) {
    kernel_.add(*this);
  }
  ~SimGridSharing() override {
    kernel_.remove(*this);
    Platform::get().release_host(host_);
  }

  void start(Simulation&, Piece& piece) override {
    piece.active = true;
    Job& job = jobs_.try_emplace(&piece).first->second;
    job.left = piece.amount;
    kernel_.rates_changed();
    if (kernel_.running()) begin(piece, job);
  }
  void stop(Simulation& simulation, Piece& piece) override {
    if (!piece.active || simulation.closing()) return;
    piece.active = false;
    kernel_.rates_changed();
    const auto entry = jobs_.find(&piece);
    halt(entry->second);
    jobs_.erase(entry);
  }
  void set_capacity(Simulation&, double capacity) override {
    kernel_.rates_changed();
    if (!kernel_.running()) {
      capacity_ = capacity;
      return;
    }
    for (auto& [piece, job] : jobs_) {
      if (!job.finished) halt(job);
    }
    capacity_ = capacity;
    std::vector<Piece*> unfinished;  // begin() erases finished pieces from jobs_
    for (auto& [piece, job] : jobs_) {
      if (!job.finished) unfinished.push_back(piece);
    }
    for (Piece* piece : unfinished) begin(*piece, jobs_.at(piece));
  }
  double delivered(Simulation&) override {
    double total = delivered_;
    for (const auto& [piece, job] : jobs_) total += progress(job);
    return total;
  }
  void halt_all() {
    for (auto& [piece, job] : jobs_) halt(job);
  }
  void begin_all() {
    std::vector<Piece*> pieces;  // begin() erases finished pieces from jobs_
    for (auto& [piece, job] : jobs_) pieces.push_back(piece);
    for (Piece* piece : pieces) begin(*piece, jobs_.at(piece));
  }
  /// Whether any job will complete without further events.
  [[nodiscard]] bool has_finite_work() const {
    return std::any_of(jobs_.begin(), jobs_.end(), [this](const auto& entry) {
      const Job& job = entry.second;
      return job.finished || job.left <= 0 || (capacity_ > 0 && !std::isinf(job.left));
    });
  }
  /// Records the remaining work of all jobs that can complete within `seconds`; false if there are none.
  bool probe(double seconds) {
    bool any = false;
    for (auto& [piece, job] : jobs_) {
      job.probed = !job.finished && remaining(job) <= fastest(*piece) * seconds ? remaining(job) : -1;
      any = any || job.probed >= 0;
    }
    return any;
  }
  /// Predicted seconds to the first completion of a probed job, from its progress during `seconds`.
  [[nodiscard]] double soonest(double seconds) const {
    double result = kEndless;
    for (const auto& [piece, job] : jobs_) {
      if (job.probed < 0 || job.finished) continue;
      const double done = job.probed - remaining(job);
      if (done > 0) result = std::min(result, remaining(job) * seconds / done);
    }
    return result;
  }

 private:
  struct Job {
    double left = 0;        // in the amounts' unit, at the start of exec
    bool finished = false;  // at its exact time; the event may be pending
    Time reported_at{};     // if finished
    double probed = -1;     // remaining flops at the probe; -1: not probed
    s4u::ExecPtr exec;
    s4u::ActorPtr worker;
  };
  struct InOrder {
    bool operator()(const Piece* a, const Piece* b) const { return a->number < b->number; }
  };

  [[nodiscard]] double scale() const { return kSpeed / capacity_; }
  [[nodiscard]] double whole(const Job& job) const {
    if (job.left <= 0) return 0;
    return std::isinf(job.left) ? kForever : job.left * scale();
  }
  /// Maximum speed of a piece, in flop/s.
  [[nodiscard]] double fastest(const Piece& piece) const {
    return capacity_ > 0 ? std::min(piece.bound, capacity_) * scale() : 0;
  }
  /// Remaining flops of a job; infinite if it is not running.
  [[nodiscard]] double remaining(const Job& job) const {
    if (!job.worker) return kEndless;
    const bool begun = job.exec && job.exec->get_state() == s4u::Activity::State::STARTED;
    return begun ? job.exec->get_remaining() : whole(job);
  }
  /// Work done on a job since begin().
  [[nodiscard]] double progress(const Job& job) const {
    if (!job.exec || job.finished) return 0;
    return std::max(0.0, (whole(job) - remaining(job)) / scale());
  }

  void begin(Piece& piece, Job& job) {
    if (job.left <= 0 && !job.finished) finish(job);
    if (job.finished && job.reported_at <= kernel_.now()) {
      report_completion(piece, kernel_.now());  // an actor could complete it before start_actor returns
      return;
    }
    if (!job.finished && capacity_ <= 0) return;
    job.worker = kernel_.start_actor([this, &piece, &job] {
      if (!job.finished) {
        work(piece, job);
        finish(job);
      }
      s4u::this_actor::sleep_until(kernel_.date(job.reported_at));
      report_completion(piece, job.reported_at);
    });
  }
  void finish(Job& job) {
    job.finished = true;
    delivered_ += job.left;
    job.reported_at = kernel_.whole_second(kernel_.clock());
  }
  void work(const Piece& piece, Job& job) {
    // Created in the worker: an Exec is suspended together with the actor that created it, and the dispatcher suspends
    // itself.
    job.exec = s4u::Exec::init()
                   ->set_flops_amount(whole(job))
                   ->set_host(host_)
                   ->set_bound(fastest(piece))
                   ->set_priority(piece.weight);
    job.exec->start();
    job.exec->wait();
  }
  void report_completion(Piece& piece, Time when) {
    piece.active = false;
    const auto entry = jobs_.find(&piece);
    const auto self = std::move(entry->second.worker);  // keeps this actor's record until it returns
    jobs_.erase(entry);
    piece.wake.when = Instant(when, Phase::End);
    piece.wake.number = piece.number;
    piece.wake.waiter = piece.waiter;
    piece.wake.branch = 0;
    piece.wake.scheduled = true;
    kernel_.make_due(piece.wake);
  }
  void halt(Job& job) {
    if (!job.worker) return;
    const double done = progress(job);
    delivered_ += done;
    job.left -= std::min(done, job.left);
    job.worker->kill();
    job.worker = nullptr;
    job.exec = nullptr;
  }

  SimGridKernel& kernel_;
  double capacity_;
  s4u::Host* host_;
  double delivered_ = 0;
  std::map<Piece*, Job, InOrder> jobs_;
};

std::unique_ptr<Sharing> SimGridKernel::share(const std::string&, double capacity) {
  return std::make_unique<SimGridSharing>(*this, capacity);
}

void SimGridKernel::make_due(Timer& timer) {
  due_.insert(&timer);
  wake_dispatcher();
}

void SimGridKernel::wake_dispatcher() {
  if (!dispatcher_suspended_) return;
  dispatcher_suspended_ = false;
  dispatcher_->resume();
}

bool SimGridKernel::has_finite_work() const {
  return std::any_of(sharings_.begin(), sharings_.end(),
                     [](const auto* sharing) { return sharing->has_finite_work(); });
}

/// Sleeps until kLate after this second, and further while completions are predicted within kCompletionGrace.
void SimGridKernel::await_near_completions() {
  const double regular = date(now_) + kLate;
  for (double next = 0; next < regular + kCompletionGrace;) {
    const double within = regular + kCompletionGrace - s4u::Engine::get_clock();
    bool any = false;
    for (auto* sharing : sharings_) any = sharing->probe(within) || any;
    if (!any) break;
    s4u::this_actor::sleep_until(regular - kProbe);
    for (auto* sharing : sharings_) sharing->probe(within);
    const double before = s4u::Engine::get_clock();
    s4u::this_actor::sleep_until(before + kProbe);
    const double after = s4u::Engine::get_clock();
    next = kEndless;
    for (const auto* sharing : sharings_) next = std::min(next, after + sharing->soonest(after - before));
    if (next < regular + kCompletionGrace) s4u::this_actor::sleep_until(next + kProbe);
  }
  s4u::this_actor::sleep_until(regular);
  rates_changed_ = false;
}

/// Fires the timers due at this second by phase and number.
void SimGridKernel::fire_due(KernelClient& client) {
  for (rates_changed_ = true;;) {
    if (rates_changed_) await_near_completions();
    if (due_.empty()) return;
    const Instant when = (*due_.begin())->when;
    client.set_now(now_);
    while (!due_.empty() && (*due_.begin())->when == when) {
      Timer* const timer = *due_.begin();
      due_.erase(due_.begin());
      timer->scheduled = false;
      timer->waiter->fired(timer->branch);
    }
    client.run_ready();
    check_actors();
  }
}

void SimGridKernel::dispatch(KernelClient& client, Time last) {
  horizon_ = start_actor([this, last] {
    if (last == Time::max()) return;
    s4u::this_actor::sleep_until(date(last));
    horizon_reached_ = true;
    wake_dispatcher();
  });
  check_actors();
  for (;;) {
    if (due_.empty() && !horizon_reached_) {
      if (sleepers_.empty() && !has_finite_work()) break;
      dispatcher_suspended_ = true;
      s4u::this_actor::suspend();
    }
    now_ = due_.empty() ? last : (*due_.begin())->when.time();
    fire_due(client);
    if (horizon_reached_ && due_.empty()) break;
  }
}

/// Aligns clock() with the simulation's time, or with the end of the last run where work was ahead of it.
void SimGridKernel::align_clock(Time now) {
  now_ = now;
  const auto seconds = static_cast<double>((now - start_).count());
  base_ = std::ceil(s4u::Engine::get_clock()) + 1 - seconds;
  s4u::this_actor::sleep_until(base_ + std::max(seconds, clock_at_end_) + kLate);
}

void SimGridKernel::begin_run() {
  running_ = true;
  horizon_reached_ = false;
  dispatcher_suspended_ = false;
  std::vector<Timer*> waiting;
  for (auto& [timer, actor] : sleepers_) waiting.push_back(timer);
  for (Timer* timer : waiting) {
    if (timer->when.time() <= now_) {
      sleepers_.erase(timer);
      due_.insert(timer);
    } else {
      sleepers_[timer] = sleeper(*timer);
    }
  }
  for (SimGridSharing* sharing : sharings_) sharing->begin_all();
}

/// Kills all actors: SimGrid's run ends only when none is left.
void SimGridKernel::end_run() {
  if (horizon_) horizon_->kill();
  horizon_ = nullptr;
  for (auto& [timer, actor] : sleepers_) {
    if (actor) actor->kill();
    actor = nullptr;
  }
  for (SimGridSharing* sharing : sharings_) sharing->halt_all();
  clock_at_end_ = clock();
  running_ = false;
}

bool SimGridKernel::run(KernelClient& client, Time last) {
  std::exception_ptr error;
  too_many_ = false;
  dispatcher_ = start_actor(
      [&] {
        align_clock(client.now());
        begin_run();
        try {
          dispatch(client, last);
        } catch (...) {
          error = std::current_exception();  // SimGrid aborts when an exception leaves an actor
        }
        end_run();
      },
      kDispatcherStack);
  if (!dispatcher_) check_actors();
  Platform::get().run();
  dispatcher_ = nullptr;
  if (error) std::rethrow_exception(error);
  return !sleepers_.empty() || !due_.empty() || has_finite_work();
}

}  // namespace

std::unique_ptr<Kernel> simgrid_kernel(Time start, std::size_t most_actors) {
  return std::make_unique<SimGridKernel>(start, most_actors);
}

std::string simgrid_version() {
  int major = 0;
  int minor = 0;
  int patch = 0;
  sg_version_get(&major, &minor, &patch);
  return std::to_string(major) + "." + std::to_string(minor) + (patch > 0 ? "." + std::to_string(patch) : "");
}

}  // namespace trapphus::engine
