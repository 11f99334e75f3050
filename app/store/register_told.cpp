// What people tell, in register.db: where children are, and what families told us beforehand.
// Entries like any other, and by day.
#include "app/base/school_time.h"
#include "app/journal/case_codec.h"
#include "app/journal/notice_codec.h"
#include "app/journal/told_codec.h"
#include "app/store/entry_row.h"
#include "app/store/register_file.h"
#include "app/store/school_rows.h"

#include <algorithm>

namespace handbell::store {

namespace {

/// Throws SQLite::Exception. Fault: pupil_unknown.
Status all_known(SQLite::Database& database, const std::vector<PupilId>& children) {
  SQLite::Statement known(database, "SELECT 1 FROM pupil WHERE school_id = 1 AND pupil = ?");
  for (const PupilId child : children) {
    known.bind(1, child.number());
    if (!known.executeStep()) return fail(FaultCode::pupil_unknown, std::to_string(child.number()));
    known.reset();
  }
  return {};
}

}  // namespace

Result<reg::EventRef> RegisterFile::tell(const reg::PresenceEvent& event, Instant at) {
  return file_.transact([&]() -> Result<reg::EventRef> {
    const auto* taken_back = std::get_if<reg::TakenBack>(&event);
    const auto own = day_told(event);
    if (!own) return fail(own.error());
    const auto of = taken_back == nullptr ? std::nullopt : day_of_event(taken_back->what);
    const SchoolDay day = of.value_or(*own);
    const Status known = all_known(file_.database(), journal::children_of(event));
    if (!known) return fail(known.error());
    const auto named = taken_back == nullptr ? std::nullopt : own_entry(taken_back->what);
    auto draft = journal::draft_of(event, at);
    // Invariant: kept as long as what it takes back, which would stand again without it.
    if (named) draft.retention = named->retention;
    const bool of_case = named && journal::is_case_note(named->kind);
    const auto child = of_case ? child_of_case(named->seq) : std::nullopt;
    // Invariant: what is erased is in no list, and could be taken back in none.
    if (of_case && !child) return fail(FaultCode::note_unknown, std::to_string(named->seq));
    const auto number =
        child ? append_case(*child, std::move(draft)) : append_told(day, std::move(draft));
    if (named && named->kind == journal::EntryKind::notice) {
      const auto notice = journal::notice_of(*named);
      if (!notice) return fail(notice.error());
      const auto school = shared_school();
      if (!school) return fail(school.error());
      if (Status planned = plan_again(notice->what, **school); !planned)
        return fail(planned.error());
    }
    const auto kind = taken_back == nullptr ? std::nullopt : kind_of(taken_back->what);
    if (kind && heard_at_doors(*kind)) raise_version(file_.database());
    return reg::EventRef{to_hex(id_), number};
  });
}

/// Where the event is one of ours and can be read; throws SQLite::Exception.
std::optional<journal::Entry> RegisterFile::own_entry(const reg::EventRef& ref) {
  if (ref.journal != to_hex(id_)) return std::nullopt;
  SQLite::Statement row(file_.database(), std::string("SELECT ") + kEntryColumns +
                                              " FROM entry WHERE school_id = 1 AND seq = ?");
  row.bind(1, static_cast<std::int64_t>(ref.seq));
  if (!row.executeStep()) return std::nullopt;
  auto entry = entry_from(row, id_);
  return entry ? std::optional(std::move(*entry)) : std::nullopt;
}

std::optional<journal::EntryKind> RegisterFile::kind_of(const reg::EventRef& ref) {
  if (const auto own = own_entry(ref)) return own->kind;
  const auto bytes = from_hex(ref.journal);
  journal::HistoryId history{};
  if (!bytes || bytes->size() != history.size()) return std::nullopt;
  std::copy(bytes->begin(), bytes->end(), history.begin());
  return held_kind(history, ref.seq);
}

/// An entry, and where it is found; throws SQLite::Exception.
std::uint64_t RegisterFile::append_told(SchoolDay day, journal::Draft draft) {
  const auto number = append(std::move(draft));
  SQLite::Statement row(file_.database(), "INSERT INTO told VALUES (1, ?, ?)");
  row.bind(1, day.number());
  row.bind(2, static_cast<std::int64_t>(number));
  row.exec();
  return number;
}

Result<std::uint64_t> RegisterFile::note(const reg::Notice& notice, Instant at) {
  if (Status fits = reg::text_fits(notice.words, "a reason"); !fits) return fail(fits.error());
  return file_.transact([&]() -> Result<std::uint64_t> {
    const auto school = shared_school();
    if (!school) return fail(school.error());
    if ((*school)->pupil(notice.pupil) == nullptr) {
      return fail(FaultCode::pupil_unknown, std::to_string(notice.pupil.number()));
    }
    const auto number = append_told(notice.session.day, journal::draft_of(notice, at));
    if (Status planned = plan_again(notice, **school); !planned) return fail(planned.error());
    return number;
  });
}

/// What the doors judge by, from the notices that stand; throws SQLite::Exception.
Status RegisterFile::plan_again(const reg::Notice& about, const reg::School& school) {
  const auto of_day = given_notices(about.session.day);
  if (!of_day) return fail(of_day.error());
  auto given = standing(*of_day);
  std::erase_if(given, [&](const reg::NoticeGiven& one) {
    return one.what.pupil != about.pupil || one.what.session != about.session;
  });
  if (const auto plan = plan_of(given, school)) {
    write_plan(file_.database(), {about.pupil, about.session, *plan});
  } else {
    remove_plan(file_.database(), about.pupil, about.session);
  }
  raise_version(file_.database());
  return {};
}

Result<std::vector<reg::NoticeGiven>> RegisterFile::notices(SchoolDay day) {
  return file_.guarded([&] { return given_notices(day); });
}

/// Throws SQLite::Exception.
Result<std::vector<reg::NoticeGiven>> RegisterFile::given_notices(SchoolDay day) {
  const auto entries = told_entries(day);
  if (!entries) return fail(entries.error());
  std::vector<reg::NoticeGiven> found;
  for (const auto& entry : *entries) {
    if (entry.kind == journal::EntryKind::notice) {
      auto notice = journal::notice_of(entry);
      if (!notice) return fail(notice.error());
      found.push_back(std::move(*notice));
    } else if (entry.kind == journal::EntryKind::taken_back) {
      const auto event = journal::told_of(entry);
      if (!event) return fail(event.error());
      const auto& back = std::get<reg::TakenBack>(*event);
      for (auto& notice : found) {
        if (reg::EventRef{to_hex(id_), notice.entry} == back.what) notice.back = back;
      }
    }
  }
  return found;
}

/// Everything that was told of this day, oldest first; throws SQLite::Exception.
Result<std::vector<journal::Entry>> RegisterFile::told_entries(SchoolDay day) {
  SQLite::Statement rows(file_.database(),
                         std::string("SELECT ") + kEntryColumns +
                             " FROM entry WHERE school_id = 1 AND seq IN (SELECT seq FROM told"
                             " WHERE school_id = 1 AND day = ?) ORDER BY seq");
  rows.bind(1, day.number());
  std::vector<journal::Entry> entries;
  while (rows.executeStep()) {
    auto entry = entry_from(rows, id_);
    if (!entry) return fail(entry.error());
    entries.push_back(std::move(*entry));
  }
  return entries;
}

/// The day at which an event of a door or of the office is found; nothing where there is none.
std::optional<SchoolDay> RegisterFile::day_of_event(const reg::EventRef& ref) {
  const auto history = from_hex(ref.journal);
  if (!history) return std::nullopt;
  const bool own = ref.journal == to_hex(id_);
  SQLite::Statement row(file_.database(),
                        own ? "SELECT day FROM told WHERE school_id = 1 AND seq = ?"
                            : "SELECT coalesce(event.day, u.day) AS counts FROM event LEFT JOIN"
                              " untimed AS u USING (school_id, history, seq) WHERE school_id = 1"
                              " AND seq = ? AND history = ? AND counts IS NOT NULL");
  row.bind(1, static_cast<std::int64_t>(ref.seq));
  if (!own) row.bind(2, history->data(), static_cast<int>(history->size()));
  if (!row.executeStep()) return std::nullopt;
  const auto day = SchoolDay::from_number(row.getColumn(0).getInt64());
  return day ? std::optional(*day) : std::nullopt;
}

Result<std::vector<reg::PresenceFact>> RegisterFile::told(SchoolDay day) {
  return file_.guarded([&]() -> Result<std::vector<reg::PresenceFact>> {
    const auto entries = told_entries(day);
    if (!entries) return fail(entries.error());
    std::vector<reg::PresenceFact> facts;
    for (const auto& entry : *entries) {
      if (!journal::is_told(entry.kind)) continue;
      auto event = journal::told_of(entry);
      if (!event) return fail(event.error());
      facts.push_back({{to_hex(id_), entry.seq}, std::move(*event)});
    }
    return facts;
  });
}

}  // namespace handbell::store
