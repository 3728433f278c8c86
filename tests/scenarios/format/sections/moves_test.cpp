// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>

#include "models/staircase/scenario.hpp"
#include "scenarios/format/sections/sections.hpp"
#include "tests/scenarios/support.hpp"

namespace trapphus::scenarios::testing {
namespace {

using models::GroupId;
using models::MoveKind;

const models::Move& between(const models::Settings& settings, const std::string& from, const std::string& to,
                            const std::string& id = "") {
  for (const auto& move : settings.moves) {
    const bool ends = settings.stages[move.from.index()].name == from && settings.stages[move.to.index()].name == to;
    if (ends && move.id == id) return move;
  }
  throw std::out_of_range(from + to);
}

TEST_CASE("the keys say what kind of move it is") {
  const auto settings = settings_on_base(
      "moves:\n  - {from: training, to: hotel, risk: {families: 4 %/year, singles: 8 %/year}, because: eviction}\n");
  CHECK(between(settings, "hotel", "own_home").kind == MoveKind::Offer);
  CHECK(between(settings, "hotel", "training").kind == MoveKind::Planned);
  const auto& risk = between(settings, "training", "hotel");
  CHECK(risk.kind == MoveKind::Risk);
  CHECK(risk.because == "eviction");
  CHECK(risk.risk[GroupId(0)].per_year() == Approx(0.04));
  CHECK(risk.risk[GroupId(1)].per_year() == Approx(0.08));
}

TEST_CASE("a list of stages under `from` stands for one move from each") {
  const auto settings = settings_on_base(
      "moves:\n  - {from: [hotel, training], to: own_home, id: lodger, offers: 1/year, takeover: no}\n");
  CHECK(between(settings, "hotel", "own_home", "lodger").kind == MoveKind::Offer);
  CHECK(between(settings, "training", "own_home", "lodger").kind == MoveKind::Offer);
}

TEST_CASE("a move may cost something, on a line of its own or on that of moves") {
  const auto settings = settings_on_base(R"(
moves:
  - {from: training, to: hotel, risk: 4 %/year, cost: 25 000 SEK, line: terminations}
  - {from: training, to: own_home, id: free, alone: 1/year, cost: 1 SEK}
)");
  CHECK(between(settings, "training", "hotel").cost == models::Money::kronor(25'000));
  CHECK(between(settings, "training", "hotel").line == "terminations");
  CHECK(between(settings, "training", "own_home", "free").line == "moves");
}

TEST_CASE("without search work all are offered homes at one rate") {
  const auto settings = settings_on_base(
      "moves:\n  - {from: training, to: own_home, id: a, offers: 2/year}\n  - {from: training, to: own_home, id: b, "
      "alone: 1/year}\n");
  CHECK(between(settings, "training", "own_home", "a").alone[GroupId(0)].per_year() == Approx(2));
  CHECK(between(settings, "training", "own_home", "b").offers[GroupId(0)].per_year() == Approx(1));
}

TEST_CASE("with search work those who search alone have their own rate, which is 0 unless given") {
  const auto settings = settings_on_base(
      "moves:\n  - {from: training, to: own_home, id: a, offers: 2/year, after: housing_search, requires: "
      "housing_search}\n");
  const auto& move = between(settings, "training", "own_home", "a");
  CHECK(move.alone[GroupId(0)].per_year() == 0);
  CHECK(move.requirements.size() == 1);
}

TEST_CASE("the only plan is everybody's, as far as groups and conditions part the plans") {
  const auto settings = settings_on_base(R"(
moves:
  - {from: training, to: own_home, if: debts, groups: families}
  - {from: training, to: own_home, id: free, if: not debts, groups: [families]}
  - {from: training, to: own_home, id: singles, groups: singles, stay: 1 month}
)");
  for (const auto* id : {"", "free"}) {
    const auto& move = between(settings, "training", "own_home", id);
    CHECK(move.share[GroupId(0)].value() == 1);
    CHECK(move.allowed[GroupId(0)]);
    CHECK_FALSE(move.allowed[GroupId(1)]);
  }
  CHECK(between(settings, "training", "own_home", "singles").share[GroupId(1)].value() == 1);
  CHECK_FALSE(between(settings, "training", "own_home", "free").only_if[0].wanted);
}

TEST_CASE("shares are summed for every combination of attributes") {
  // With debts but no treatment 50 + 30 %, with treatment but no debts 50 + 40 %, with both 120 %.
  const auto problems = problems_on_base(R"(
attributes: [debts, treatment]
moves:
  - {from: training, to: own_home, share: 50 %, stay: 1 year}
  - {from: training, to: hotel, id: a, share: 30 %, if: debts}
  - {from: training, to: hotel, id: b, share: 40 %, if: treatment}
)");
  CHECK(problems == Lines{"7:47: the shares of the planned moves from training sum to 120 % for group families; "
                          "expected at most 100 %"});
}

TEST_CASE("effects multiply risks and offers") {
  const auto settings = settings_on_base(
      "moves:\n  - {from: training, to: hotel, risk: 8 %/year, effects: [{when: unsupported, factor: 2}, {when: "
      "served, service: housing_search, factor: 0.5}, {when: short_of_support, factor: 3}]}\n");
  const auto& effects = between(settings, "training", "hotel").effects;
  REQUIRE(effects.size() == 3);
  CHECK(effects[2].circumstance == models::Circumstance::ShortOfSupport);
  CHECK(effects[0].circumstance == models::Circumstance::Unsupported);
  CHECK(effects[0].factor == 2);
  CHECK(effects[1].service == models::ServiceId(0));
}

TEST_CASE("what does not fit a move is found") {
  const auto only = [](const std::string& move) {
    const auto found = problems_on_base("moves: [" + move + "]\n");
    return found.size() == 1 ? found[0] : "not one problem";
  };
  CHECK(only("{from: training, to: hotel, because: notice}") ==
        "2:9: moves.training.hotel needs `risk`: how often it happens");
  CHECK(only("{from: training, to: hotel, after: housing_search}") ==
        "2:9: moves.training.hotel needs `offers` or `alone`: how often a home is offered");
  CHECK(only("{from: training, to: hotel, offers: 2/year, alone: 1/year}") ==
        "2:9: moves.training.hotel needs `after`: the service that raises the rate from `alone` to `offers`");
  CHECK(only("{from: training, to: own_home, effects: [{when: waiting, factor: 2}]}")
            .ends_with("a planned move has none"));
  CHECK(only("{from: training, to: hotel, risk: 1/year, effects: [{when: waiting, service: housing_search, factor: "
             "2}]}") == "2:61: `service` belongs to `when: served` only");
  CHECK(only("{from: hotel, to: training, takeover: yes}") == "2:47: hotel is no apartment that could be taken over");
  CHECK(only("{from: training, to: own_home, offers: 1/year}").find("`offers` does not go with `stay`") !=
        std::string::npos);
  CHECK(only("{from: training, to: hotel, risk: 1/year, requires: housing_search}")
            .find("`requires` does not go with `risk`") != std::string::npos);
  CHECK(only("{from: training, to: hotel, id: a b, risk: 1/year}").find("`a b` is no name") != std::string::npos);
  CHECK(only("{from: [hotel, hotle], to: own_home, id: x, risk: 1/year}") ==
        "2:24: there is no stage `hotle`; did you mean `hotel`?");
  CHECK(only("3").starts_with("2:9: `3` is no move; expected a mapping with from, to"));
  CHECK(only("{from: training, to: hotel, groups: [familys], risk: 1/year}") ==
        "2:46: there is no group `familys`; did you mean `families`?");
  CHECK(problems_on_base("moves: 3\n").front() == "2:8: `3` is no list; expected a list of moves");
}

}  // namespace
}  // namespace trapphus::scenarios::testing
