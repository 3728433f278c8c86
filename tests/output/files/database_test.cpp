// SPDX-License-Identifier: MIT
#include "output/files/database.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <catch2/catch.hpp>

#include "models/runs/results.hpp"
#include "models/staircase/scenario.hpp"
#include "output/files/atomic_file.hpp"
#include "tests/output/sample_results.hpp"

using namespace trapphus::output;
using namespace trapphus::tests;

namespace {

/// The sample written and opened again.
class Written {
 public:
  explicit Written(const trapphus::models::Results& results = sample_results())
      : file_(folder_.path() / "results.sqlite"), database_(write(results)) {}
  double number(const std::string& sql) { return database_.execAndGet(sql).getDouble(); }
  std::string text(const std::string& sql) { return database_.execAndGet(sql).getString(); }
  bool null(const std::string& sql) { return database_.execAndGet(sql).isNull(); }

 private:
  SQLite::Database write(const trapphus::models::Results& results) {
    write_database(file_, sample_scenario(), results);
    return SQLite::Database(file_.string());
  }
  ScratchFolder folder_;
  std::filesystem::path file_;
  SQLite::Database database_;
};

}  // namespace

TEST_CASE("the database says what was run") {
  Written db;
  CHECK(db.text("SELECT scenario FROM runs") == "Små hem i Hässelby");
  CHECK(db.text("SELECT period_to FROM runs") == "2014-09-01");
  CHECK(db.text("SELECT seed FROM runs") == "7");
  CHECK(db.number("SELECT check_equal FROM runs") == 1);
  CHECK(db.number("SELECT complete FROM runs") == 1);
  CHECK(db.text("SELECT label_en FROM alternatives WHERE position = 0") == "Zero alternative");
}

TEST_CASE("measures, differences and series are read back as they were") {
  Written db;
  CHECK(db.number("SELECT high FROM measures WHERE alternative='zero' AND group_name='all' AND scenario_case='' AND "
                  "measure='households.acute'") == 20.14);
  CHECK(db.number("SELECT count(*) FROM measures WHERE group_name='families' AND measure='turnover.training'") == 0);
  CHECK(
      db.number("SELECT mean FROM differences WHERE group_name='all' AND scenario_case='' AND measure='cost.total'") ==
      -263000);
  CHECK(db.number("SELECT mean FROM monthly WHERE alternative='project' AND group_name='all' AND period='month' AND "
                  "period_label='2011-11'") == 9.125);
  CHECK(db.number("SELECT count(*) FROM monthly WHERE period='tertial' AND period_label='2011 T3'") == 6);
}

TEST_CASE("cases are kept apart from the scenario as it is") {
  Written db;
  CHECK(db.number("SELECT mean FROM differences WHERE scenario_case='low' AND group_name='all' AND "
                  "measure='cost.total'") == -100000);
  CHECK(db.number("SELECT count(*) FROM measures WHERE scenario_case='low'") == 14);
}

TEST_CASE("what a part contributes has a table of its own") {
  auto results = sample_results();
  results.contributions.push_back(
      {"without_board", "project", results.differences[0].all, results.differences[0].groups});
  Written db(results);
  CHECK(
      db.number("SELECT mean FROM contributions WHERE without='without_board' AND whole='project' AND group_name='all' "
                "AND measure='households.acute'") == -6.8);
  CHECK(db.number("SELECT count(*) FROM contributions WHERE group_name='families' AND measure='turnover.training'") ==
        0);
  CHECK(db.number("SELECT count(*) FROM contributions WHERE group_name='families'") == 6);
}

TEST_CASE("observations, ledger and inputs with source or assumption are there") {
  Written db;
  CHECK(db.number("SELECT observed FROM observations WHERE group_name='families'") == 30.25);
  CHECK(db.number("SELECT sum(amount) FROM ledger WHERE month='2011-09'") == 300000.5 * 1.5);
  CHECK(db.text("SELECT source FROM inputs WHERE path='stages.hotel.price'") == "the report");
  CHECK(db.text("SELECT assumption FROM inputs WHERE line=13") == "no data");
  CHECK(db.number("SELECT count(*) FROM inputs WHERE was IS NULL") == 2);
}

TEST_CASE("days lost in waiting are there by stage, group and cause") {
  Written db;
  CHECK(db.number("SELECT days FROM lost WHERE alternative='zero' AND stage='hotel' AND group_name='families'") == 834);
  CHECK(db.number("SELECT sum(days) FROM lost WHERE alternative='project' AND cause='pool:training'") == 617);
  CHECK(db.text("SELECT group_name FROM lost WHERE alternative='zero' AND stage=''") == "singles");
}

TEST_CASE("payback and cumulative saving stand by alternative and basis") {
  Written db;
  CHECK(db.number("SELECT probability FROM payback WHERE alternative='project' AND basis='with_grants'") == 0.92);
  CHECK(db.text("SELECT median FROM payback WHERE basis='cost'") == "2012-06");
  CHECK(db.null("SELECT p95 FROM payback WHERE basis='cost'"));
  CHECK(db.number("SELECT mean FROM cumulative_saving WHERE basis='cost' AND month='2011-10'") == 500);
  CHECK(db.number("SELECT count(*) FROM cumulative_saving") == 9);
}

TEST_CASE("what does not exist is NULL") {
  auto results = sample_results();
  results.check = {};
  results.observations[0].observation.uncertainty.reset();
  Written db(results);
  CHECK(db.null("SELECT mean FROM measures WHERE measure='days_to_home.mean' AND group_name='all' LIMIT 1"));
  CHECK(db.null("SELECT check_equal FROM runs"));
  CHECK(db.null("SELECT uncertainty FROM observations WHERE group_name='all'"));
}

TEST_CASE("the schema in the file carries its documentation") {
  Written db;
  CHECK_THAT(db.text("SELECT sql FROM sqlite_master WHERE name='measures'"), Catch::Contains("95 % confidence"));
  CHECK_THAT(std::string(database_schema()), Catch::StartsWith("CREATE TABLE runs"));
}

TEST_CASE("a database that cannot be opened is a file error") {
  const ScratchFolder folder;
  CHECK_THROWS_AS(write_database(folder.path(), sample_scenario(), sample_results()), CannotWrite);
}
