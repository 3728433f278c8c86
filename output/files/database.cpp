// SPDX-License-Identifier: MIT
#include "output/files/database.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <algorithm>
#include <optional>

#include "engine/statistics/no_value.hpp"
#include "models/runs/results.hpp"
#include "models/staircase/scenario.hpp"
#include "output/files/atomic_file.hpp"
#include "output/files/series.hpp"

namespace trapphus::output {
namespace {

using models::Results;
using models::Scenario;

constexpr std::string_view kSchema = R"sql(
CREATE TABLE runs (             -- One row: the run that this file is about.
  scenario TEXT,                -- The scenario's name.
  file TEXT, sha256 TEXT,       -- Its file as given on the command line; hash of its bytes.
  period_from TEXT, period_to TEXT,  -- Dates; period_to is the first day after the period.
  seed TEXT,                    -- As text: it may be greater than what an INTEGER holds.
  replications INTEGER,         -- Finished ones.
  complete INTEGER,             -- 0: interrupted, or the precision asked for was not reached.
  events INTEGER,               -- Over all replications and alternatives.
  check_kernel TEXT, check_version TEXT,  -- What one replication was replayed on.
  check_events INTEGER,         -- Events compared.
  check_equal INTEGER,          -- 1 equal, 0 different, NULL not checked.
  check_whole INTEGER,          -- 0: the comparison stopped before the end.
  check_difference TEXT         -- Where they part.
);
CREATE TABLE alternatives (     -- In the scenario's order; the others are compared with position 0.
  position INTEGER, alternative TEXT, label_sv TEXT, label_en TEXT
);
CREATE TABLE measures (         -- Of all replications together, with the 95 % confidence interval.
  alternative TEXT,
  scenario_case TEXT,           -- Which set of assumptions; '' as the scenario has them.
  group_name TEXT,              -- 'all' for all households.
  measure TEXT, unit TEXT,
  mean REAL, low REAL, high REAL,  -- NULL where no replication defines it; only high: mean is a lower bound.
  replications INTEGER,         -- How many define it.
  meaning TEXT
);
CREATE TABLE differences (      -- Paired: this alternative minus the first, same households in both.
  alternative TEXT, scenario_case TEXT, group_name TEXT, measure TEXT, unit TEXT,
  mean REAL, low REAL, high REAL, replications INTEGER
);
CREATE TABLE contributions (    -- What a part contributes: the whole alternative minus the one without the part.
  without TEXT, whole TEXT,     -- Names of the two alternatives.
  group_name TEXT, measure TEXT, unit TEXT,
  mean REAL, low REAL, high REAL, replications INTEGER
);
CREATE TABLE monthly (          -- Values by month, tertial (T1 January-April...) and year.
  alternative TEXT, group_name TEXT, measure TEXT, unit TEXT,
  period TEXT,                  -- 'month', 'tertial' or 'year'.
  period_label TEXT,            -- '2011-09', '2011 T3', '2011'.
  mean REAL, low REAL, high REAL,  -- Mean over the replications and its 95 % confidence interval.
  p5 REAL, p95 REAL             -- 90 % of the replications lie between them.
);
CREATE TABLE observations (     -- What was measured in reality, beside the simulated value.
  measure TEXT, group_name TEXT,
  date_from TEXT, date_to TEXT, -- date_to is the last day.
  alternative TEXT, observed REAL,
  uncertainty REAL,             -- Standard error of the observation; NULL where unknown.
  simulated REAL,
  low REAL, high REAL,          -- 95 % prediction interval of one realisation.
  source TEXT
);
CREATE TABLE ledger (           -- What each cost line booked in a month, mean over the replications.
  alternative TEXT, month TEXT, line TEXT,
  stage TEXT, group_name TEXT,  -- '' where the line has none.
  amount REAL                   -- SEK; negative is income.
);
CREATE TABLE lost (             -- Household-days a year lost in waiting. Each day of waiting has exactly one cause.
  alternative TEXT,
  stage TEXT,                   -- Where they live meanwhile; '' outside, until they may enter one.
  group_name TEXT,
  cause TEXT,                   -- 'pool:training', 'service:course'...; the sum is the measure blocked.CAUSE.
  days REAL, low REAL, high REAL  -- Mean over the replications and its 95 % confidence interval.
);
CREATE TABLE payback (          -- When an alternative has paid for itself: it stays cheaper than the first one from then on.
  alternative TEXT,
  basis TEXT,                   -- 'cost': all cost lines; 'with_grants': less grants; 'acute': acute stages only.
  by_month TEXT,                -- The project's last month.
  probability REAL, low REAL, high REAL,  -- That it has by then; 95 % interval of a share.
  median TEXT, p5 TEXT, p95 TEXT  -- Months by which half, 5 % and 95 % of the replications have; NULL: fewer do.
);
CREATE TABLE cumulative_saving (  -- SEK saved since the period's beginning; positive: it costs less than the first one.
  alternative TEXT, basis TEXT, month TEXT,
  mean REAL, low REAL, high REAL,  -- Mean over the replications and its 95 % confidence interval.
  p5 REAL, p95 REAL             -- 90 % of the replications lie between them.
);
CREATE TABLE inputs (           -- Every number of the scenario, with where it comes from.
  path TEXT, value TEXT,        -- As written.
  source TEXT, assumption TEXT, -- One of them, or neither.
  low TEXT, high TEXT,          -- The range of an assumption, where it has one.
  file TEXT, line INTEGER,
  was TEXT                      -- The value before it was changed by hand; '' where there was none; NULL: not changed.
);
CREATE INDEX measures_by_name ON measures (measure, alternative);
CREATE INDEX monthly_by_name ON monthly (measure, alternative, period);
CREATE INDEX ledger_by_month ON ledger (alternative, month);
)sql";

/// A statement that is executed again and again, values in the order of its question marks.
class Insert {
 public:
  Insert(SQLite::Database& database, const std::string& table, int columns)
      : statement_(database, "INSERT INTO " + table + " VALUES (?" + repeated(columns - 1) + ")") {}
  template <class... Values>
  void operator()(const Values&... values) {
    statement_.reset();
    statement_.clearBindings();
    int index = 0;
    (bind(++index, values), ...);
    statement_.exec();
  }

 private:
  template <class Value>
  void bind(int index, const Value& value) {
    statement_.bind(index, value);
  }
  void bind(int index, const std::optional<std::string>& text) {
    if (text) statement_.bind(index, *text);  // else it stays NULL
  }
  static std::string repeated(int times) {
    std::string text;
    for (int i = 0; i < times; ++i) text += ",?";
    return text;
  }
  SQLite::Statement statement_;
};

std::int64_t whole(std::uint64_t value) {
  return static_cast<std::int64_t>(value);
}

void insert_run(SQLite::Database& database, const Scenario& scenario, const Results& results) {
  const auto& check = results.check;
  SQLite::Statement insert(database, "INSERT INTO runs VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)");
  int index = 0;
  for (const std::string& text : {scenario.name, scenario.file, scenario.sha256, engine::to_string(scenario.from),
                                  engine::to_string(scenario.to), std::to_string(results.seed)})
    insert.bind(++index, text);
  insert.bind(++index, results.replications);
  insert.bind(++index, results.complete ? 1 : 0);
  insert.bind(++index, whole(results.events));
  insert.bind(++index, check.kernel);
  insert.bind(++index, check.version);
  insert.bind(++index, whole(check.events));
  if (check.ran)
    insert.bind(++index, check.equal ? 1 : 0);
  else
    insert.bind(++index);
  insert.bind(++index, check.ran && check.whole ? 1 : 0);
  insert.bind(++index, check.difference);
  insert.exec();
}

void insert_alternatives(SQLite::Database& database, const Results& results) {
  Insert insert(database, "alternatives", 4);
  int position = 0;
  for (const auto& alternative : results.alternatives)
    insert(position++, alternative.name, alternative.label.sv, alternative.label.en);
}

class MeasureWriter {
 public:
  MeasureWriter(SQLite::Database& database, const Results& results)
      : results_(results), measures_(database, "measures", 10), differences_(database, "differences", 9) {}

  void measures(const std::string& alternative, const std::string& one_case, const std::string& group,
                const std::vector<models::Estimate>& values) {
    for_each(group, values, [&](const models::Measure& m, const models::Estimate& e) {
      measures_(alternative, one_case, group, m.name, m.unit, e.mean, e.low, e.high, e.replications, m.meaning);
    });
  }
  void differences(const std::string& one_case, const models::Difference& difference) {
    const auto write = [&](const std::string& group, const std::vector<models::Estimate>& values) {
      for_each(group, values, [&](const models::Measure& m, const models::Estimate& e) {
        differences_(difference.name, one_case, group, m.name, m.unit, e.mean, e.low, e.high, e.replications);
      });
    };
    write("all", difference.all);
    for (std::size_t g = 0; g < std::min(results_.groups.size(), difference.groups.size()); ++g)
      write(results_.groups[g], difference.groups[g]);
  }

 private:
  template <class Visit>
  void for_each(const std::string& group, const std::vector<models::Estimate>& values, Visit visit) {
    for (std::size_t m = 0; m < std::min(results_.measures.size(), values.size()); ++m)
      if (group == "all" || results_.measures[m].by_group) visit(results_.measures[m], values[m]);
  }
  const Results& results_;
  Insert measures_, differences_;
};

void insert_measures(SQLite::Database& database, const Results& results) {
  MeasureWriter writer(database, results);
  for (const auto& alternative : results.alternatives)
    for_each_group(results, alternative, [&](const std::string& group, const models::MeasureSet& set) {
      writer.measures(alternative.name, "", group, set.values);
    });
  for (const auto& difference : results.differences) writer.differences("", difference);
  for (const auto& other : results.cases) {
    for (std::size_t a = 0; a < std::min(other.alternatives.size(), results.alternatives.size()); ++a)
      writer.measures(results.alternatives[a].name, other.name, "all", other.alternatives[a]);
    for (const auto& difference : other.differences) writer.differences(other.name, difference);
  }
}

void insert_contributions(SQLite::Database& database, const Results& results) {
  Insert insert(database, "contributions", 9);
  for (const auto& part : results.contributions) {
    const auto write = [&](const std::string& group, const std::vector<models::Estimate>& values, bool all) {
      for (std::size_t m = 0; m < std::min(results.measures.size(), values.size()); ++m) {
        const models::Measure& measure = results.measures[m];
        const models::Estimate& e = values[m];
        if (all || measure.by_group)
          insert(part.without, part.whole, group, measure.name, measure.unit, e.mean, e.low, e.high, e.replications);
      }
    };
    write("all", part.all, true);
    for (std::size_t g = 0; g < std::min(results.groups.size(), part.groups.size()); ++g)
      write(results.groups[g], part.groups[g], false);
  }
}

void insert_series(SQLite::Database& database, const Results& results) {
  Insert insert(database, "monthly", 11);
  const auto write = [&](const std::string& alternative, const std::string& group, const models::MeasureSet& set,
                         CalendarPeriod period) {
    for (const auto& [m, values] : series(set, period)) {
      if (m >= results.measures.size()) continue;
      for (std::size_t i = 0; i < values.mean.size(); ++i)
        insert(alternative, group, results.measures[m].name, models::unit_by_period(results.measures[m]),
               std::string(engine::word_of(kPeriods, period)), label(period, values.from, i), values.mean[i],
               at_or_nan(values.low, i), at_or_nan(values.high, i), at_or_nan(values.p5, i), at_or_nan(values.p95, i));
    }
  };
  for (const auto& alternative : results.alternatives)
    for_each_group(results, alternative, [&](const std::string& group, const models::MeasureSet& set) {
      for (const auto& [period, word] : kPeriods) write(alternative.name, group, set, period);
    });
}

void insert_observations(SQLite::Database& database, const Results& results) {
  Insert insert(database, "observations", 11);
  for (const auto& result : results.observations) {
    const auto& o = result.observation;
    insert(o.measure, result.group.empty() ? std::string("all") : result.group, engine::to_string(o.from),
           engine::to_string(o.to - engine::kDay), o.alternative, o.value, o.uncertainty.value_or(engine::kNoValue),
           result.simulated, result.low, result.high, o.source);
  }
}

void insert_ledger(SQLite::Database& database, const Results& results) {
  Insert insert(database, "ledger", 6);
  for (const auto& alternative : results.alternatives)
    for (const auto& row : alternative.ledger)
      insert(alternative.name, engine::to_string(row.month), row.line, row.stage, row.group, row.amount);
}

void insert_lost(SQLite::Database& database, const Results& results) {
  Insert insert(database, "lost", 7);
  for (const auto& alternative : results.alternatives)
    for (const auto& row : alternative.lost)
      insert(alternative.name, row.stage, row.group, row.cause, row.days.mean, row.days.low, row.days.high);
}

class SavingWriter {
 public:
  explicit SavingWriter(SQLite::Database& database)
      : payback_(database, "payback", 9), cumulative_(database, "cumulative_saving", 8) {}

  void operator()(const std::string& alternative, const std::string& basis, const models::Saving& saving) {
    const auto& p = saving.payback;
    if (p.defined())
      payback_(alternative, basis, engine::to_string(p.by), p.probability, p.low, p.high, month(p.median),
               month(p.early), month(p.late));
    const auto& sums = saving.cumulative;
    for (std::size_t i = 0; i < sums.mean.size(); ++i)
      cumulative_(alternative, basis, label(CalendarPeriod::Month, sums.from, i), sums.mean[i], sums.low[i],
                  sums.high[i], sums.p5[i], sums.p95[i]);
  }

 private:
  static std::optional<std::string> month(const std::optional<engine::Month>& month) {
    return month ? std::optional(engine::to_string(*month)) : std::nullopt;
  }
  Insert payback_, cumulative_;
};

void insert_savings(SQLite::Database& database, const Results& results) {
  SavingWriter write(database);
  for (const auto& saving : results.savings)
    for (const auto& [kind, word] : models::kSavingKinds) write(saving.name, std::string(word), saving.of(kind));
}

void insert_inputs(SQLite::Database& database, const Scenario& scenario) {
  Insert insert(database, "inputs", 9);
  for (const auto& input : scenario.inputs)
    insert(input.path, input.value, input.source, input.assumption, input.low, input.high, input.file, input.line,
           input.was);
}

}  // namespace

std::string_view database_schema() {
  return kSchema.substr(1);
}

void write_database(const std::filesystem::path& file, const Scenario& scenario, const Results& results) try {
  SQLite::Database database(file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
  // The file is renamed when complete, so SQLite need not protect it against a crash.
  database.exec("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;");
  SQLite::Transaction transaction(database);
  database.exec(std::string(kSchema));
  insert_run(database, scenario, results);
  insert_alternatives(database, results);
  insert_measures(database, results);
  insert_contributions(database, results);
  insert_series(database, results);
  insert_observations(database, results);
  insert_ledger(database, results);
  insert_lost(database, results);
  insert_savings(database, results);
  insert_inputs(database, scenario);
  transaction.commit();
} catch (const SQLite::Exception& error) {
  throw CannotWrite(file, error.what());
}

}  // namespace trapphus::output
