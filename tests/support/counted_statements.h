// How many statements SQLite was given, of every connection that is opened while this stands.
#pragma once

#include <sqlite3.h>

#include <atomic>
#include <string_view>

namespace handbell {

class CountedStatements {
 public:
  CountedStatements() {
    count_ = 0;
    sqlite3_auto_extension(reinterpret_cast<void (*)()>(watch));
  }
  CountedStatements(const CountedStatements&) = delete;
  CountedStatements& operator=(const CountedStatements&) = delete;
  ~CountedStatements() { sqlite3_cancel_auto_extension(reinterpret_cast<void (*)()>(watch)); }
  static void begin() { count_ = 0; }
  [[nodiscard]] static int count() { return count_; }

 private:
  static int watch(sqlite3* database, char** /*error*/, const void* /*routines*/) {
    return sqlite3_trace_v2(database, SQLITE_TRACE_STMT, tell, nullptr);
  }
  static int tell(unsigned /*kind*/, void* /*ours*/, void* /*statement*/, void* text) {
    // What a trigger does is told as a comment: it is part of its statement.
    if (std::string_view(static_cast<const char*>(text)).substr(0, 2) != "--") ++count_;
    return 0;
  }
  static inline std::atomic<int> count_{0};
};

}  // namespace handbell
