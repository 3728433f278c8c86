// SPDX-License-Identifier: MIT
#include <algorithm>

#include "engine/kernels/fair_sharing.hpp"
#include "engine/kernels/timer_queue.hpp"
#include "engine/process/kernel.hpp"

namespace trapphus::engine {

namespace {

/// Later than any timer, without overflow of an Instant.
constexpr Time kEnd{Duration(std::int64_t{1} << 42)};

class CalendarKernel final : public Kernel {
 public:
  void schedule(Timer& timer) override { queue_.insert(timer); }
  void cancel(Timer& timer) override { queue_.erase(timer); }

  bool run(KernelClient& client, Time last) override {
    const Instant end(std::min(last, kEnd), Phase::Deadline);
    while (queue_.has_due(end)) {
      const Instant when = queue_.next();
      client.set_now(when.time());
      const Timer& first = queue_.pop();
      if (first.resumes && !queue_.due_at(when)) {
        client.resume(*first.waiter);
        continue;
      }
      first.waiter->fired(first.branch);
      while (queue_.due_at(when)) {
        const Timer& timer = queue_.pop();
        timer.waiter->fired(timer.branch);
      }
      client.run_ready();
    }
    return queue_.size() > 0;
  }

  std::unique_ptr<Sharing> share(const std::string&, double capacity) override {
    return std::make_unique<FairSharing>(capacity);
  }

 private:
  TimerQueue queue_;
};

}  // namespace

std::unique_ptr<Kernel> calendar_kernel() {
  return std::make_unique<CalendarKernel>();
}

}  // namespace trapphus::engine
