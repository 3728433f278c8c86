// SPDX-License-Identifier: MIT
#include "output/serve/run_store.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <mutex>

#include "output/files/atomic_file.hpp"

namespace trapphus::output {
namespace {

constexpr const char* kTables = R"sql(
CREATE TABLE IF NOT EXISTS runs (  -- What people started in the browser, with its inputs and its newest answer.
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  created TEXT NOT NULL,           -- UTC.
  kind TEXT NOT NULL,              -- 'run', 'bottleneck', 'calibrate', 'compare', 'budget'.
  name TEXT NOT NULL,              -- For people.
  scenario TEXT NOT NULL,          -- Its file in the folder, or 'trapphus:...' for one that came with the program.
  text TEXT NOT NULL,              -- The scenario as it was then, saved or not.
  options TEXT NOT NULL,           -- JSON.
  language TEXT NOT NULL,
  state TEXT NOT NULL,             -- 'waiting', 'running', 'done', 'cancelled', 'failed', 'interrupted'.
  answer INTEGER NOT NULL DEFAULT 0,        -- How many answers there were; 0: none.
  replications INTEGER NOT NULL DEFAULT 0,  -- Of the newest.
  quick INTEGER NOT NULL DEFAULT 0,         -- 1: a better one was to follow.
  seconds REAL NOT NULL DEFAULT 0,          -- From the start to the newest.
  error TEXT NOT NULL DEFAULT '',
  problems TEXT NOT NULL DEFAULT '',        -- JSON.
  data TEXT                        -- The newest answer as JSON.
);
CREATE TABLE IF NOT EXISTS files ( -- What a run offers to download.
  run INTEGER NOT NULL REFERENCES runs(id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  content BLOB NOT NULL,
  PRIMARY KEY (run, name)
);
)sql";

constexpr const char* kColumns =
    "id, created, kind, name, scenario, options, language, state, answer, replications, quick, seconds, error, "
    "problems, (SELECT group_concat(name, '/') FROM (SELECT name FROM files WHERE run = runs.id ORDER BY name))";

std::vector<std::string> split(const std::string& names) {
  std::vector<std::string> parts;
  for (std::size_t from = 0; from < names.size();) {
    const auto to = std::min(names.find('/', from), names.size());
    parts.push_back(names.substr(from, to - from));
    from = to + 1;
  }
  return parts;
}

/// The run in a row of kColumns.
StoredRun run_in(SQLite::Statement& row) {
  StoredRun run;
  run.id = row.getColumn(0).getInt64();
  run.created = row.getColumn(1).getString();
  run.input = {row.getColumn(2).getString(), row.getColumn(3).getString(), row.getColumn(4).getString(), {},
               row.getColumn(5).getString(), row.getColumn(6).getString()};
  run.state = engine::value_of(kRunStates, row.getColumn(7).getString()).value_or(RunState::Failed);
  run.answer = {row.getColumn(8).getInt(), row.getColumn(9).getInt64(), row.getColumn(10).getInt() != 0,
                row.getColumn(11).getDouble()};
  run.error = row.getColumn(12).getString();
  run.problems = row.getColumn(13).getString();
  run.files = split(row.getColumn(14).getString());
  return run;
}

}  // namespace

struct RunStore::Implementation {
  explicit Implementation(const std::filesystem::path& file)
      : database(file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE) {
    database.exec("PRAGMA foreign_keys = ON; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;");
    database.exec(kTables);
    database.exec("UPDATE runs SET state = 'interrupted' WHERE state IN ('waiting', 'running')");
  }
  mutable std::mutex mutex;
  SQLite::Database database;

  /// The first column of the first row.
  std::optional<std::string> text(SQLite::Statement& query) const {
    if (!query.executeStep() || query.getColumn(0).isNull()) return std::nullopt;
    return query.getColumn(0).getString();
  }
};

RunStore::RunStore(const std::filesystem::path& file) try : implementation_(std::make_unique<Implementation>(file)) {
} catch (const SQLite::Exception& error) {
  throw CannotWrite(file, error.what());
}

RunStore::~RunStore() = default;

std::int64_t RunStore::add(const RunInput& input) {
  const std::lock_guard lock(implementation_->mutex);
  SQLite::Statement insert(implementation_->database,
                           "INSERT INTO runs (created, kind, name, scenario, text, options, language, state) "
                           "VALUES (strftime('%Y-%m-%dT%H:%M:%SZ', 'now'), ?, ?, ?, ?, ?, ?, 'waiting')");
  int index = 0;
  for (const std::string& text : {input.kind, input.name, input.scenario, input.text, input.options, input.language})
    insert.bind(++index, text);
  insert.exec();
  return implementation_->database.getLastInsertRowid();
}

std::vector<StoredRun> RunStore::all() const {
  const std::lock_guard lock(implementation_->mutex);
  SQLite::Statement query(implementation_->database, std::string("SELECT ") + kColumns + " FROM runs ORDER BY id DESC");
  std::vector<StoredRun> runs;
  while (query.executeStep()) runs.push_back(run_in(query));
  return runs;
}

std::optional<StoredRun> RunStore::find(std::int64_t id) const {
  const std::lock_guard lock(implementation_->mutex);
  SQLite::Statement query(implementation_->database,
                          std::string("SELECT ") + kColumns + ", text FROM runs WHERE id = ?");
  query.bind(1, id);
  if (!query.executeStep()) return std::nullopt;
  StoredRun run = run_in(query);
  run.input.text = query.getColumn(15).getString();
  return run;
}

std::optional<std::string> RunStore::data(std::int64_t id) const {
  const std::lock_guard lock(implementation_->mutex);
  SQLite::Statement query(implementation_->database, "SELECT data FROM runs WHERE id = ?");
  query.bind(1, id);
  return implementation_->text(query);
}

std::optional<std::string> RunStore::file(std::int64_t id, const std::string& name) const {
  const std::lock_guard lock(implementation_->mutex);
  SQLite::Statement query(implementation_->database, "SELECT content FROM files WHERE run = ? AND name = ?");
  query.bind(1, id);
  query.bind(2, name);
  return implementation_->text(query);
}

void RunStore::set_state(std::int64_t id, RunState state, const std::string& error, const std::string& problems) {
  const std::lock_guard lock(implementation_->mutex);
  SQLite::Statement update(implementation_->database,
                           "UPDATE runs SET state = ?, error = ?, problems = ? WHERE id = ?");
  update.bind(1, std::string(engine::word_of(kRunStates, state)));
  update.bind(2, error);
  update.bind(3, problems);
  update.bind(4, id);
  update.exec();
}

void RunStore::set_answer(std::int64_t id, const RunAnswer& answer, const std::string& data) {
  const std::lock_guard lock(implementation_->mutex);
  SQLite::Statement update(
      implementation_->database,
      "UPDATE runs SET answer = ?, replications = ?, quick = ?, seconds = ?, data = ? WHERE id = ?");
  update.bind(1, answer.number);
  update.bind(2, answer.replications);
  update.bind(3, answer.quick ? 1 : 0);
  update.bind(4, answer.seconds);
  update.bind(5, data);
  update.bind(6, id);
  update.exec();
}

void RunStore::set_files(std::int64_t id, const std::vector<std::pair<std::string, std::string>>& contents) {
  const std::lock_guard lock(implementation_->mutex);
  SQLite::Transaction all_or_none(implementation_->database);
  // No effect if the run was removed meanwhile.
  SQLite::Statement insert(implementation_->database,
                           "INSERT OR REPLACE INTO files SELECT id, ?, ? FROM runs WHERE id = ?");
  for (const auto& [name, content] : contents) {
    insert.reset();
    insert.bind(1, name);
    insert.bind(2, content.data(), static_cast<int>(content.size()));
    insert.bind(3, id);
    insert.exec();
  }
  all_or_none.commit();
}

bool RunStore::rename(std::int64_t id, const std::string& name) {
  const std::lock_guard lock(implementation_->mutex);
  SQLite::Statement update(implementation_->database, "UPDATE runs SET name = ? WHERE id = ?");
  update.bind(1, name);
  update.bind(2, id);
  return update.exec() == 1;
}

void RunStore::remove(std::int64_t id) {
  const std::lock_guard lock(implementation_->mutex);
  SQLite::Statement remove(implementation_->database, "DELETE FROM runs WHERE id = ?");
  remove.bind(1, id);
  remove.exec();
}

}  // namespace trapphus::output
