// SPDX-License-Identifier: MIT
#pragma once

#include "engine/process/simulation.hpp"
#include "engine/process/wait.hpp"

namespace trapphus::engine {

/// A broadcast event: announce() resumes all current waiters and has no effect on later ones.
class Signal {
 public:
  Signal() = default;
  Signal(const Signal&) = delete;
  Signal& operator=(const Signal&) = delete;
  ~Signal() {
    for (Node* node = first_; node; node = node->next) node->signal = nullptr;
  }

  /// Wakes all waiters in order of arrival.
  void announce() {
    while (first_) {
      Node& node = *first_;
      unlink(node);
      node.waiter->fired(node.branch);
    }
  }
  [[nodiscard]] bool awaited() const { return first_ != nullptr; }

  class Part;
  /// Awaitable: the next announcement.
  [[nodiscard]] Part next();

 private:
  struct Node {
    Node* next = nullptr;
    Node* previous = nullptr;
    Signal* signal = nullptr;
    Waiter* waiter = nullptr;
    unsigned branch = 0;
  };
  void link(Node& node) {
    node.signal = this;
    node.next = nullptr;
    node.previous = last_;
    (last_ ? last_->next : first_) = &node;
    last_ = &node;
  }
  void unlink(Node& node) {
    (node.previous ? node.previous->next : first_) = node.next;
    (node.next ? node.next->previous : last_) = node.previous;
    node.signal = nullptr;
  }
  Node* first_ = nullptr;
  Node* last_ = nullptr;
};

class Signal::Part {
 public:
  explicit Part(Signal& signal) : signal_(&signal) {}
  auto operator co_await() const { return SingleAwaiter<Part>(*this); }

  class Armed {
   public:
    using Result = void;
    explicit Armed(const Part& part) : signal_(part.signal_) {}
    void arm(Process::promise_type&, Waiter& waiter, unsigned branch) {
      node_.waiter = &waiter;
      node_.branch = branch;
      signal_->link(node_);
    }
    void disarm(Process::promise_type&) {
      if (node_.signal) node_.signal->unlink(node_);
    }

   private:
    Signal* signal_;
    Node node_;
  };

 private:
  Signal* signal_;
};

inline Signal::Part Signal::next() {
  return Part(*this);
}

/// An event that occurs once: announce() wakes all waiters and lets later ones pass at once.
class Latch {
 public:
  void announce() {
    set_ = true;
    signal_.announce();
  }
  [[nodiscard]] bool is_set() const { return set_; }

  class Part;
  /// Awaitable: the latch is set (at once if it already is).
  [[nodiscard]] Part set();

 private:
  bool set_ = false;
  Signal signal_;
};

class Latch::Part {
 public:
  explicit Part(Latch& latch) : latch_(&latch) {}
  auto operator co_await() const { return SingleAwaiter<Part>(*this); }

  class Armed {
   public:
    using Result = void;
    explicit Armed(const Part& part) : latch_(part.latch_), waiting_(latch_->signal_.next()) {}
    void arm(Process::promise_type& process, Waiter& waiter, unsigned branch) {
      Simulation& simulation = process.simulation();
      if (latch_->set_) {
        simulation.schedule(timer_, simulation.now(), Phase::End, waiter, branch);
      } else {
        waiting_.arm(process, waiter, branch);
      }
    }
    void disarm(Process::promise_type& process) {
      waiting_.disarm(process);
      process.simulation().cancel(timer_);
    }

   private:
    Latch* latch_;
    Signal::Part::Armed waiting_;
    Timer timer_;
  };

 private:
  Latch* latch_;
};

inline Latch::Part Latch::set() {
  return Part(*this);
}

/// A condition that opens and closes: processes pass while it is open and wait for the next opening otherwise.
class Gate {
 public:
  explicit Gate(bool open) : open_(open) {}
  [[nodiscard]] bool is_open() const { return open_; }
  void open() {
    open_ = true;
    opened_.announce();
  }
  void close() { open_ = false; }

  /// `co_await gate.passage()`: passes at once if open, otherwise at the next opening. In first_of use opened().
  class Passage {
   public:
    explicit Passage(Gate& gate) : gate_(&gate), waiting_(gate.opened_.next()) {}
    [[nodiscard]] bool await_ready() const noexcept { return gate_->open_; }
    void await_suspend(Process::Handle process) { waiting_.await_suspend(process); }
    static void await_resume() noexcept {}

   private:
    Gate* gate_;
    SingleAwaiter<Signal::Part> waiting_;
  };
  [[nodiscard]] Passage passage() { return Passage(*this); }
  /// Awaitable: the next opening.
  [[nodiscard]] Signal::Part opened() { return opened_.next(); }

 private:
  bool open_;
  Signal opened_;
};

}  // namespace trapphus::engine
