// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <tuple>
#include <type_traits>
#include <utility>
#include <variant>

#include "engine/process/simulation.hpp"
#include "engine/process/wait.hpp"

namespace trapphus::engine {

namespace combine_detail {

struct Nothing {};
template <class R>
using NonVoid = std::conditional_t<std::is_void_v<R>, Nothing, R>;

/// A part's result, or Nothing where its type is void.
template <class Armed>
NonVoid<typename Armed::Result> result_of(Armed& armed) {
  if constexpr (std::is_void_v<typename Armed::Result>) {
    return {};
  } else {
    return armed.result();
  }
}

template <class Part>
concept Timed = Part::kTimed;

/// The first timed part uses the timer of the process, further ones a timer of their own.
template <bool UsesProcessTimer, class Part>
struct ArmedTypeOf {
  using Type = typename Part::Armed;
};
template <Timed Part>
struct ArmedTypeOf<true, Part> {
  using Type = ProcessTimerDeadline<Part>;
};
template <Timed Part>
struct ArmedTypeOf<false, Part> {
  using Type = ArmedDeadline<Part>;
};

template <class... Parts>
constexpr std::size_t first_timed() {
  constexpr std::array timed{Timed<Parts>...};
  std::size_t i = 0;
  while (i < timed.size() && !timed[i]) ++i;
  return i;
}

template <class Indices, class... Parts>
struct ArmedTuple;
template <std::size_t... I, class... Parts>
struct ArmedTuple<std::index_sequence<I...>, Parts...> {
  using Type = std::tuple<typename ArmedTypeOf<I == first_timed<Parts...>(), Parts>::Type...>;
};

/// All parts of a combination, armed for one process.
template <class... Parts>
class ArmedParts {
 public:
  using Tuple = typename ArmedTuple<std::index_sequence_for<Parts...>, Parts...>::Type;
  template <std::size_t I>
  using Result = typename std::tuple_element_t<I, Tuple>::Result;

  explicit ArmedParts(const Parts&... parts) : parts_(parts...) {}
  ArmedParts(const ArmedParts&) = delete;
  ArmedParts& operator=(const ArmedParts&) = delete;
  ~ArmedParts() {
    if (process_) disarm_except(sizeof...(Parts));
  }

  void arm(Process::promise_type& process, Waiter& waiter) {
    process_ = &process;
    for_each_part([&](auto& part, std::size_t index) { part.arm(process, waiter, static_cast<unsigned>(index)); });
  }
  void disarm_except(std::size_t kept) {
    for_each_part([&](auto& part, std::size_t index) {
      if (index != kept) part.disarm(*process_);
    });
  }
  template <std::size_t I>
  auto& part() {
    return std::get<I>(parts_);
  }
  void wake() { process_->simulation().make_ready(*process_); }

 private:
  template <class F>
  void for_each_part(F&& f) {
    [&]<std::size_t... I>(std::index_sequence<I...>) {
      (f(std::get<I>(parts_), I), ...);
    }
    (std::index_sequence_for<Parts...>{});
  }
  Tuple parts_;
  Process::promise_type* process_ = nullptr;
};

}  // namespace combine_detail

/// Result of first_of: the index of the part that fired first, and that part's result.
template <class... Results>
class First {
 public:
  template <std::size_t I, class V>
  First(std::in_place_index_t<I> part, V&& value) : value_(part, std::forward<V>(value)) {}
  [[nodiscard]] std::size_t index() const { return value_.index(); }
  /// Result of part I; throws std::bad_variant_access if another part fired first.
  template <std::size_t I>
  [[nodiscard]] auto& get() {
    return std::get<I>(value_);
  }

 private:
  std::variant<combine_detail::NonVoid<Results>...> value_;
};

/// `co_await first_of(a, b, ...)`: resumes when the first part fires and disarms the others. Of several in the same
/// phase of an instant the first argument wins. Store the result in a variable before using its index: g++ 12
/// miscompiles `switch (co_await ...)`.
template <class... Parts>
class FirstOf final : public Waiter {
  using Armed = combine_detail::ArmedParts<Parts...>;
  template <class Indices>
  struct FirstType;
  template <std::size_t... I>
  struct FirstType<std::index_sequence<I...>> {
    using Type = First<typename Armed::template Result<I>...>;
  };

 public:
  using Outcome = typename FirstType<std::index_sequence_for<Parts...>>::Type;

  explicit FirstOf(const Parts&... parts) : parts_(parts...) {}
  FirstOf(const FirstOf&) = delete;
  FirstOf& operator=(const FirstOf&) = delete;
  ~FirstOf() = default;

  [[nodiscard]] static bool await_ready() noexcept { return false; }
  void await_suspend(Process::Handle process) { parts_.arm(process.promise(), *this); }
  Outcome await_resume() { return collect<0>(); }

  void fired(unsigned branch) override {
    if (winner_ != kNone) return;  // two parts waited for the same event
    winner_ = branch;
    parts_.disarm_except(branch);
    parts_.wake();
  }

 private:
  template <std::size_t I>
  Outcome collect() {
    if constexpr (I + 1 < sizeof...(Parts)) {
      if (winner_ != I) return collect<I + 1>();
    }
    return Outcome(std::in_place_index<I>, combine_detail::result_of(parts_.template part<I>()));
  }

  static constexpr unsigned kNone = sizeof...(Parts);
  Armed parts_;
  unsigned winner_ = kNone;
};

template <class... Parts>
[[nodiscard]] FirstOf<Parts...> first_of(const Parts&... parts) {
  return FirstOf<Parts...>(parts...);
}

/// `co_await all_of(a, b, ...)`: resumes when all parts have fired; returns a tuple of their results.
template <class... Parts>
class AllOf final : public Waiter {
 public:
  explicit AllOf(const Parts&... parts) : parts_(parts...) {}
  AllOf(const AllOf&) = delete;
  AllOf& operator=(const AllOf&) = delete;
  ~AllOf() = default;

  [[nodiscard]] static bool await_ready() noexcept { return false; }
  void await_suspend(Process::Handle process) { parts_.arm(process.promise(), *this); }
  auto await_resume() { return collect(std::index_sequence_for<Parts...>{}); }

  void fired(unsigned) override {
    if (--left_ == 0) parts_.wake();
  }

 private:
  template <std::size_t... I>
  auto collect(std::index_sequence<I...>) {
    using Armed = combine_detail::ArmedParts<Parts...>;
    return std::tuple<combine_detail::NonVoid<typename Armed::template Result<I>>...>(
        combine_detail::result_of(parts_.template part<I>())...);
  }

  combine_detail::ArmedParts<Parts...> parts_;
  std::size_t left_ = sizeof...(Parts);
};

template <class... Parts>
[[nodiscard]] AllOf<Parts...> all_of(const Parts&... parts) {
  return AllOf<Parts...>(parts...);
}

}  // namespace trapphus::engine
