#include "app/store/mark_rows.h"

#include "app/store/entry_row.h"

namespace handbell::store {

MarkRows::MarkRows(SQLite::Database& database)
    : newest_entry_(database,
                    "SELECT seq, link FROM entry WHERE school_id = 1 ORDER BY seq DESC LIMIT 1"),
      newest_(database,
              "SELECT (SELECT max(seq) FROM mark WHERE school_id = 1 AND day = ? AND half = ?"
              " AND pupil = p.pupil), (SELECT cells FROM year_line WHERE school_id = 1 AND year = ?"
              " AND pupil = p.pupil) FROM pupil AS p WHERE p.school_id = 1 AND p.pupil = ?"),
      entry_(database, std::string("INSERT INTO entry (school_id, ") + kEntryColumns +
                           ") VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?)"),
      place_(database, "INSERT INTO mark VALUES (1, ?, ?, ?, ?)"),
      lines_(database) {}

void MarkRows::begin() {
  if (begun_) {
    for (auto* statement : {&newest_entry_, &newest_, &entry_, &place_}) statement->tryReset();
    lines_.begin();
    head_.reset();
  }
  begun_ = true;
}

void MarkRows::finish(const journal::Head& head) {
  lines_.write();
  head_ = head;
}

journal::Head MarkRows::head() {
  if (head_) return *head_;
  journal::Head head;
  if (newest_entry_.executeStep()) {
    head.seq = static_cast<std::uint64_t>(newest_entry_.getColumn(0).getInt64());
    (void)copy_blob(newest_entry_.getColumn(1), head.link);
  }
  newest_entry_.reset();
  return head;
}

Result<std::uint64_t> MarkRows::newest(PupilId pupil, SessionId session) {
  const int year = reg::school_year_of(session.day);
  newest_.bind(1, session.day.number());
  newest_.bind(2, static_cast<int>(session.half));
  newest_.bind(3, year);
  newest_.bind(4, pupil.number());
  if (!newest_.executeStep()) {
    newest_.reset();
    return fail(FaultCode::pupil_unknown, std::to_string(pupil.number()));
  }
  const auto found = static_cast<std::uint64_t>(newest_.getColumn(0).getInt64());
  const Status held = lines_.hold(pupil, year, newest_.getColumn(1));
  newest_.reset();
  if (!held) return fail(held.error());
  return found;
}

Status MarkRows::add(const journal::Entry& entry, const reg::MarkDraft& mark) {
  bind_entry(entry_, entry);
  entry_.exec();
  entry_.reset();
  place_.bind(1, mark.session.day.number());
  place_.bind(2, static_cast<int>(mark.session.half));
  place_.bind(3, mark.pupil.number());
  place_.bind(4, static_cast<std::int64_t>(entry.seq));
  place_.exec();
  place_.reset();
  return lines_.set(mark);
}

}  // namespace handbell::store
