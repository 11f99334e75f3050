// What the office asks all day long finds its rows by an index, in a register that is new and that
// nobody ever ran ANALYZE on: SQLite's plan is read, for each statement that the store really runs.
#include "app/store/register_file.h"

#include "counted_random.h"
#include "small_school.h"
#include "temporary_folder.h"
#include <gtest/gtest.h>
#include <sqlite3.h>

#include <set>

namespace handbell::store {
namespace {

using Texts = std::set<std::string>;

/// Every statement that any connection of this process runs while it lives.
class Listener {
 public:
  Listener() {
    heard().clear();
    sqlite3_auto_extension(reinterpret_cast<void (*)()>(&Listener::opened));
  }
  Listener(const Listener&) = delete;
  Listener& operator=(const Listener&) = delete;
  ~Listener() { sqlite3_reset_auto_extension(); }

  static Texts& heard() {
    static Texts texts;
    return texts;
  }

 private:
  static int opened(sqlite3* database, char**, const void*) {
    return sqlite3_trace_v2(database, SQLITE_TRACE_STMT, &Listener::runs, nullptr);
  }
  static int runs(unsigned, void*, void* statement, void*) {
    const char* text = sqlite3_sql(static_cast<sqlite3_stmt*>(statement));
    if (text != nullptr) heard().insert(text);
    return 0;
  }
};

/// The steps of a plan, one a line.
std::vector<std::string> plan_of(SQLite::Database& database, const std::string& text) {
  SQLite::Statement rows(database, "EXPLAIN QUERY PLAN " + text);
  std::vector<std::string> steps;
  while (rows.executeStep()) steps.push_back(rows.getColumn(3).getString());
  return steps;
}

/// A step that goes through the whole of a table that grows with every school day, or through all
/// that the school has in it.
bool goes_through_all(const std::string& step) {
  const Texts growing{"mark", "entry", "event", "year_line", "untimed", "m", "e", "u"};
  const auto from = step.find(' ') + 1;
  if (!growing.contains(step.substr(from, step.find(' ', from) - from))) return false;
  return step.starts_with("SCAN") || step.ends_with("(school_id=?)");
}

/// The newest alone, from the end of its index.
bool is_newest(const std::string& text) { return text.ends_with("ORDER BY seq DESC LIMIT 1"); }

class QueryPlan : public testing::Test {
 protected:
  QueryPlan() {
    auto opened = RegisterFile::open(path(), random_);
    file_ = std::move(*opened);
    (void)file_->put_pupils(three_pupils());
    Listener::heard().clear();
  }

  [[nodiscard]] std::string path() const { return folder_.file("register.db"); }

  /// The heard statements that look through a whole growing table, with their plans.
  [[nodiscard]] std::string slow() const {
    SQLite::Database database(path(), SQLite::OPEN_READONLY);
    std::string found;
    for (const auto& text : Listener::heard()) {
      const bool asks = !text.starts_with("--") && !text.starts_with("PRAGMA");
      if (!asks || is_newest(text)) continue;
      for (const auto& step : plan_of(database, text)) {
        if (goes_through_all(step)) found += text + ": " + step + "\n";
      }
    }
    return found;
  }

  Listener listener_;
  TemporaryFolder folder_;
  CountedRandom random_{1};
  std::unique_ptr<RegisterFile> file_;
};

TEST_F(QueryPlan, todays_lateness_goes_through_no_table_that_grows) {
  ASSERT_TRUE(reg::lines_of(*file_, {on("2026-01-12"), Half::am}));
  EXPECT_GE(Listener::heard().size(), 5U);
  EXPECT_EQ(slow(), "");
}

TEST_F(QueryPlan, a_mark_and_its_history_go_through_no_table_that_grows) {
  const SessionId session{on("2026-01-12"), Half::am};
  ASSERT_TRUE(file_->enter({{PupilId(1), session, reg::code_of("L"), 6, std::nullopt, "Bus late",
                             "Office", *reg::Author::from("R Patel", "office manager")}},
                           instant("2026-01-12T09:10:00")));
  ASSERT_TRUE(file_->history(PupilId(1), session));
  ASSERT_TRUE(file_->marks(session));
  ASSERT_TRUE(file_->entries(session.day, session.day));
  EXPECT_GE(Listener::heard().size(), 8U);
  EXPECT_EQ(slow(), "");
}

TEST_F(QueryPlan, the_figures_of_a_year_go_through_no_other_year) {
  ASSERT_TRUE(file_->years(2025, 2025));
  EXPECT_EQ(slow(), "");
}

TEST_F(QueryPlan, what_the_doors_saw_on_some_days_goes_through_no_other_day) {
  ASSERT_TRUE(file_->events_between(on("2024-09-01"), on("2026-01-12")));
  EXPECT_GE(Listener::heard().size(), 2U);
  EXPECT_EQ(slow(), "");
}

TEST_F(QueryPlan, the_years_of_one_child_go_through_those_of_no_other) {
  ASSERT_TRUE(file_->years_of(PupilId(1), 2020, 2025));
  EXPECT_EQ(slow(), "");
  SQLite::Database database(path(), SQLite::OPEN_READONLY);
  int by_place = 0;
  for (const auto& text : Listener::heard()) {
    for (const auto& step : plan_of(database, text)) {
      if (step.starts_with("SEARCH year_line")) {
        by_place += step.ends_with("(school_id=? AND year=? AND pupil=?)") ? 1 : 0;
      }
    }
  }
  EXPECT_EQ(by_place, 1);
}

TEST_F(QueryPlan, a_statement_that_goes_through_all_marks_is_found) {
  SQLite::Database database(path(), SQLite::OPEN_READONLY);
  for (const char* text : {"SELECT count(*) FROM mark WHERE seq > 5",
                           "SELECT count(*) FROM mark WHERE school_id = 1 AND seq > 5"}) {
    Listener::heard().clear();
    SQLite::Statement(database, text).executeStep();
    EXPECT_NE(slow(), "");
  }
}

}  // namespace
}  // namespace handbell::store
