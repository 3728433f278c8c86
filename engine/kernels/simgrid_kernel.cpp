// SPDX-License-Identifier: MIT
#include "engine/kernels/simgrid_kernel.hpp"

#include <simgrid/s4u.hpp>

#include <simgrid/version.h>  // needs what the other declares

#include <algorithm>
#include <cmath>
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

/// Sleepers wake on the whole second up to rounding of SimGrid's clock; the dispatcher looks half a millisecond later.
/// All work starts and stops that much late, alike, which leaves every length of time as it is.
constexpr double kLate = 5e-4;
/// What is finished so much after a whole second still counts as it, and comes before that second's other events. So
/// the dispatcher waits for it where it is near, which it sees from how far the work gets in the time of a probe.
constexpr double kGrace = 1e-3;
constexpr double kProbe = 5e-5;
constexpr double kSpeed = 1e9;       // of each host; shares are scaled to it, far from SimGrid's precision
constexpr double kForever = 1e20;    // an endless piece, in units of kSpeed
constexpr std::size_t kTeams = 256;  // hosts must exist before SimGrid first runs

/// SimGrid itself: made once, for the whole process. Its clock never starts over.
class Platform {
 public:
  static Platform& get() {
    static Platform platform;
    return platform;
  }
  void run() { engine_.run(); }
  [[nodiscard]] s4u::Host* home() const { return home_; }
  [[nodiscard]] s4u::Host* lease() {
    if (free_.empty())
      throw std::length_error("SimGrid kernel: more than " + std::to_string(kTeams) + " teams at once");
    auto* host = free_.back();
    free_.pop_back();
    return host;
  }
  void give_back(s4u::Host* host) { free_.push_back(host); }

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
    // KiB. All actors have the same; the dispatcher, in which the model runs, needs most of it.
    static std::string short_stacks = "--cfg=contexts/stack-size:256";
#if defined(__SANITIZE_ADDRESS__)
    static std::string threads = "--cfg=contexts/factory:thread";
    static char* arguments[] = {name.data(), quiet.data(), short_stacks.data(), threads.data(), nullptr};
    static int count = 4;
#else
    static char* arguments[] = {name.data(), quiet.data(), short_stacks.data(), nullptr};
    static int count = 3;
#endif
    return s4u::Engine(&count, arguments);
  }

  s4u::Engine engine_;
  s4u::Host* home_;
  std::vector<s4u::Host*> free_;
};

class SimGridSharing;

class SimGridKernel final : public Kernel {
 public:
  explicit SimGridKernel(Time start) : start_(start) { Platform::get(); }

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
    const auto found = sleepers_.find(&timer);
    if (found->second) found->second->kill();
    sleepers_.erase(found);
  }

  bool run(Settling& settling, Time last) override;
  std::unique_ptr<Sharing> share(const std::string& name, double capacity) override;

  [[nodiscard]] bool running() const { return running_; }
  /// The second whose events are fired.
  [[nodiscard]] Time now() const { return now_; }
  [[nodiscard]] double date(Time time) const { return base_ + static_cast<double>((time - start_).count()); }
  /// Seconds since the start, as those see it who work.
  [[nodiscard]] double clock() const { return s4u::Engine::get_clock() - base_ - kLate; }
  [[nodiscard]] Time whole_second(double clock) const {
    return start_ + Duration(static_cast<std::int64_t>(std::ceil(clock - kGrace)));
  }
  /// Called in the actor of a timer or a piece of work, at its date.
  void is_due(Timer& timer);
  /// Shares have changed: something may be finished sooner than was seen.
  void touch() { touched_ = true; }
  void add(SimGridSharing& sharing) { sharings_.insert(&sharing); }
  void remove(SimGridSharing& sharing) { sharings_.erase(&sharing); }
  static s4u::ActorPtr start_actor(const std::function<void()>& code) {
    return s4u::Actor::create("trapphus", Platform::get().home(), code);
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
      is_due(timer);
    });
  }
  void dispatch(Settling& settling, Time last);
  void fire_due(Settling& settling);
  void await_near_completions();
  [[nodiscard]] bool works() const;
  void take_up_clock(Time now);
  void wake_dispatcher();
  void begin_run();
  void end_run();

  Time start_;
  double base_ = 0;     // SimGrid's clock at start_, anew in each run: others may have run meanwhile
  double stopped_ = 0;  // our clock at the end of the last run
  Time now_{};
  bool running_ = false;
  bool idle_ = false;
  bool over_ = false;
  bool touched_ = false;
  s4u::ActorPtr dispatcher_;
  s4u::ActorPtr horizon_;
  std::unordered_map<Timer*, s4u::ActorPtr> sleepers_;
  std::set<Timer*, Earlier> due_;
  std::set<SimGridSharing*> sharings_;
};

/// Weighted max-min sharing by SimGrid's own solver. The host has a fixed speed; amounts and bounds are scaled by it
/// over the capacity, and all pieces are started anew with what is left when the capacity changes.
class SimGridSharing final : public Sharing {
 public:
  SimGridSharing(SimGridKernel& kernel, double capacity)
      : kernel_(kernel), capacity_(capacity), host_(Platform::get().lease()) {
    kernel_.add(*this);
  }
  ~SimGridSharing() override {
    kernel_.remove(*this);
    Platform::get().give_back(host_);
  }

  void start(Simulation&, Piece& piece) override {
    piece.active = true;
    Job& job = jobs_.try_emplace(&piece).first->second;
    job.left = piece.amount;
    kernel_.touch();
    if (kernel_.running()) begin(piece, job);
  }
  void stop(Simulation& simulation, Piece& piece) override {
    if (!piece.active || simulation.closing()) return;
    piece.active = false;
    kernel_.touch();
    const auto found = jobs_.find(&piece);
    halt(found->second);
    jobs_.erase(found);
  }
  void set_capacity(Simulation&, double capacity) override {
    kernel_.touch();
    if (!kernel_.running()) {
      capacity_ = capacity;
      return;
    }
    for (auto& [piece, job] : jobs_) {
      if (!job.finished) halt(job);
    }
    capacity_ = capacity;
    std::vector<Piece*> unfinished;  // what is finished leaves jobs_ on the way
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
    std::vector<Piece*> pieces;  // what is finished leaves jobs_ on the way
    for (auto& [piece, job] : jobs_) pieces.push_back(piece);
    for (Piece* piece : pieces) begin(*piece, jobs_.at(piece));
  }
  /// Something here will end by itself.
  [[nodiscard]] bool works() const {
    return std::any_of(jobs_.begin(), jobs_.end(), [this](const auto& entry) {
      const Job& job = entry.second;
      return job.finished || job.left <= 0 || (capacity_ > 0 && !std::isinf(job.left));
    });
  }
  /// Notes what is left of all jobs that may be finished within so many seconds; false if there are none.
  bool probe(double seconds) {
    bool any = false;
    for (auto& [piece, job] : jobs_) {
      job.probed = !job.finished && remaining(job) <= fastest(*piece) * seconds ? remaining(job) : -1;
      any = any || job.probed >= 0;
    }
    return any;
  }
  /// In how many seconds the first of those probed will be finished, seen from how far they got in `seconds`.
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
    double left = 0;        // in the amounts' unit, when exec was started
    bool finished = false;  // exactly, though not told yet
    Time told_at{};         // once finished
    double probed = -1;     // what was left when it was probed, in SimGrid's unit
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
  /// The highest speed that a piece can have, in SimGrid's unit.
  [[nodiscard]] double fastest(const Piece& piece) const {
    return capacity_ > 0 ? std::min(piece.bound, capacity_) * scale() : 0;
  }
  /// What is left of a job now, in SimGrid's unit; infinite if it rests.
  [[nodiscard]] double remaining(const Job& job) const {
    if (!job.worker) return kEndless;
    const bool begun = job.exec && job.exec->get_state() == s4u::Activity::State::STARTED;
    return begun ? job.exec->get_remaining() : whole(job);
  }
  /// Work done on a job since it was begun.
  [[nodiscard]] double progress(const Job& job) const {
    if (!job.exec || job.finished) return 0;
    return std::max(0.0, (whole(job) - remaining(job)) / scale());
  }

  void begin(Piece& piece, Job& job) {
    if (job.left <= 0 && !job.finished) finish(job);
    if (job.finished && job.told_at <= kernel_.now()) {
      tell(piece, kernel_.now());  // an actor might do so before start_actor returns
      return;
    }
    if (!job.finished && capacity_ <= 0) return;
    job.worker = SimGridKernel::start_actor([this, &piece, &job] {
      if (!job.finished) {
        work(piece, job);
        finish(job);
      }
      s4u::this_actor::sleep_until(kernel_.date(job.told_at));
      tell(piece, job.told_at);
    });
  }
  void finish(Job& job) {
    job.finished = true;
    delivered_ += job.left;
    job.told_at = kernel_.whole_second(kernel_.clock());
  }
  void work(const Piece& piece, Job& job) {
    // Made here: an Exec is suspended together with the actor that made it, and the dispatcher suspends itself.
    job.exec = s4u::Exec::init()
                   ->set_flops_amount(whole(job))
                   ->set_host(host_)
                   ->set_bound(fastest(piece))
                   ->set_priority(piece.weight);
    job.exec->start();
    job.exec->wait();
  }
  void tell(Piece& piece, Time when) {
    piece.active = false;
    const auto found = jobs_.find(&piece);
    const auto self = std::move(found->second.worker);  // this actor's own record, until it returns
    jobs_.erase(found);
    piece.wake.when = Instant(when, Phase::End);
    piece.wake.number = piece.number;
    piece.wake.waiter = piece.waiter;
    piece.wake.branch = 0;
    piece.wake.scheduled = true;
    kernel_.is_due(piece.wake);
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

void SimGridKernel::is_due(Timer& timer) {
  due_.insert(&timer);
  wake_dispatcher();
}

void SimGridKernel::wake_dispatcher() {
  if (!idle_) return;
  idle_ = false;
  dispatcher_->resume();
}

bool SimGridKernel::works() const {
  return std::any_of(sharings_.begin(), sharings_.end(), [](const auto* sharing) { return sharing->works(); });
}

/// Waits until half a millisecond after this second, and on while something is to be finished in its millisecond.
void SimGridKernel::await_near_completions() {
  const double regular = date(now_) + kLate;
  for (double next = 0; next < regular + kGrace;) {
    const double within = regular + kGrace - s4u::Engine::get_clock();
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
    if (next < regular + kGrace) s4u::this_actor::sleep_until(next + kProbe);
  }
  s4u::this_actor::sleep_until(regular);
  touched_ = false;
}

/// Fires what is due at this second, in the order of phases and numbers.
void SimGridKernel::fire_due(Settling& settling) {
  for (touched_ = true;;) {
    if (touched_) await_near_completions();
    if (due_.empty()) return;
    const Instant when = (*due_.begin())->when;
    settling.set_now(now_);
    while (!due_.empty() && (*due_.begin())->when == when) {
      Timer* const timer = *due_.begin();
      due_.erase(due_.begin());
      timer->scheduled = false;
      timer->waiter->fired(timer->branch);
    }
    settling.settle();
  }
}

void SimGridKernel::dispatch(Settling& settling, Time last) {
  horizon_ = start_actor([this, last] {
    if (last == Time::max()) return;
    s4u::this_actor::sleep_until(date(last));
    over_ = true;
    wake_dispatcher();
  });
  for (;;) {
    if (due_.empty() && !over_) {
      if (sleepers_.empty() && !works()) break;
      idle_ = true;
      s4u::this_actor::suspend();
    }
    now_ = due_.empty() ? last : (*due_.begin())->when.time();
    fire_due(settling);
    if (over_ && due_.empty()) break;
  }
}

/// Our clock goes on where the simulation's stands, or a little later if work had got ahead of it.
void SimGridKernel::take_up_clock(Time now) {
  now_ = now;
  const auto seconds = static_cast<double>((now - start_).count());
  base_ = std::ceil(s4u::Engine::get_clock()) + 1 - seconds;
  s4u::this_actor::sleep_until(base_ + std::max(seconds, stopped_) + kLate);
}

void SimGridKernel::begin_run() {
  running_ = true;
  over_ = false;
  idle_ = false;
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

/// Nothing of ours may live on in SimGrid, or its run would go on to the last timer.
void SimGridKernel::end_run() {
  if (horizon_) horizon_->kill();
  horizon_ = nullptr;
  for (auto& [timer, actor] : sleepers_) {
    if (actor) actor->kill();
    actor = nullptr;
  }
  for (SimGridSharing* sharing : sharings_) sharing->halt_all();
  stopped_ = clock();
  running_ = false;
}

bool SimGridKernel::run(Settling& settling, Time last) {
  std::exception_ptr error;
  dispatcher_ = start_actor([&] {
    take_up_clock(settling.now());
    begin_run();
    try {
      dispatch(settling, last);
    } catch (...) {
      error = std::current_exception();  // SimGrid aborts when an exception leaves an actor
    }
    end_run();
  });
  Platform::get().run();
  dispatcher_ = nullptr;
  if (error) std::rethrow_exception(error);
  return !sleepers_.empty() || !due_.empty() || works();
}

}  // namespace

std::unique_ptr<Kernel> simgrid_kernel(Time start) {
  return std::make_unique<SimGridKernel>(start);
}

std::string simgrid_version() {
  int major = 0;
  int minor = 0;
  int patch = 0;
  sg_version_get(&major, &minor, &patch);
  return std::to_string(major) + "." + std::to_string(minor) + (patch > 0 ? "." + std::to_string(patch) : "");
}

}  // namespace trapphus::engine
