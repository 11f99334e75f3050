#include "app/exchange/subject_notes.h"

#include "app/base/school_time.h"

#include <algorithm>

namespace handbell::exchange {

namespace {

using NoteCells = std::vector<std::string>;

std::string session_text(const SessionId& session) {
  return session.day.text() + (session.half == Half::am ? " AM" : " PM");
}

bool is_the_asker(const std::string& adult, const SubjectReader& reader) {
  return !reader.asker.empty() && adult.starts_with(reader.asker);
}

/// Of the adult who asks it may be said; another's is kept back.
std::string adult_text(const std::string& adult, const SubjectReader& reader) {
  return adult.empty() || is_the_asker(adult, reader) ? adult : std::string(kKeptBack);
}

/// What somebody told us: another's words may tell of that one.
std::string words_of_adult(const std::string& words, const std::string& adult,
                           const SubjectReader& reader) {
  const bool kept = !adult.empty() && !words.empty() && !is_the_asker(adult, reader);
  return kept ? std::string(kKeptBack) : words;
}

bool is_about(const reg::DayNote& note, PupilId pupil) {
  const auto children = reg::children_of(note);
  return std::ranges::find(children, pupil) != children.end();
}

NoteCells leave_row(const reg::DayNoteGiven& given, const reg::LeaveRequest& asked,
                    const SubjectReader& reader) {
  return {std::to_string(given.entry),
          with_offset(asked.received),
          "asked",
          session_text(asked.from),
          session_text(asked.to),
          std::string(reg::words_of(asked.kind)),
          words_of_adult(asked.grounds, asked.asked_by, reader),
          adult_text(asked.asked_by, reader),
          "",
          asked.by.name(),
          asked.by.position(),
          given.back ? "yes" : "no"};
}

NoteCells leave_row(const reg::DayNoteGiven& given, const reg::LeaveDecision& decided,
                    const SubjectReader&) {
  const auto session = [](const auto& at) { return at ? session_text(*at) : std::string(); };
  const bool refused = decided.answer == reg::LeaveAnswer::refused;
  return {std::to_string(given.entry),
          with_offset(given.typed),
          std::string(reg::text_of(decided.answer)),
          refused ? "" : session(std::optional(decided.from)),
          refused ? "" : session(std::optional(decided.to)),
          refused ? "" : std::string(decided.code.name()),
          decided.reason,
          "",
          std::to_string(decided.request),
          decided.by.name(),
          decided.by.position(),
          given.back ? "yes" : "no"};
}

template <class Note>
NoteCells leave_row(const reg::DayNoteGiven&, const Note&, const SubjectReader&) {
  return {};
}

}  // namespace

SubjectTable leave_table(const std::vector<reg::DayNoteGiven>& notes, const SubjectReader& reader) {
  SubjectTable table{"leave",
                     "Leave asked for, and decided",
                     {{"Entry"},
                      {"At"},
                      {"What"},
                      {"From"},
                      {"To"},
                      {"Kind"},
                      {"Grounds or reason", true},
                      {"Asked by"},
                      {"Of request"},
                      {"Recorded by", true},
                      {"Position", true},
                      {"Taken back"}},
                     {}};
  for (const auto& given : notes) {
    if (!is_about(given.what, reader.pupil)) continue;
    auto row =
        std::visit([&](const auto& note) { return leave_row(given, note, reader); }, given.what);
    if (!row.empty()) table.rows.push_back(std::move(row));
  }
  return table;
}

SubjectTable call_table(const std::vector<reg::DayNoteGiven>& notes, const SubjectReader& reader) {
  SubjectTable table{"calls",
                     "Calls",
                     {{"Entry"},
                      {"At"},
                      {"Rung"},
                      {"Result"},
                      {"Expected at"},
                      {"Words", true},
                      {"Recorded by", true},
                      {"Position", true},
                      {"Taken back"}},
                     {}};
  for (const auto& given : notes) {
    const auto* call = std::get_if<reg::CallAttempt>(&given.what);
    if (call == nullptr || call->pupil != reader.pupil) continue;
    table.rows.push_back({std::to_string(given.entry), with_offset(call->at),
                          adult_text(call->rung, reader), std::string(reg::words_of(call->result)),
                          call->expected ? with_offset(*call->expected) : "",
                          words_of_adult(call->words, call->rung, reader), call->by.name(),
                          call->by.position(), given.back ? "yes" : "no"});
  }
  return table;
}

SubjectTable collector_table(const std::vector<reg::DayNoteGiven>& notes,
                             const SubjectReader& reader) {
  SubjectTable table{"collectors",
                     "Who might collect for one day",
                     {{"Entry"},
                      {"Date"},
                      {"Adult"},
                      {"Relationship", true},
                      {"Told by"},
                      {"Told how", true},
                      {"In spite of a warning"},
                      {"Recorded by", true},
                      {"Position", true},
                      {"Taken back"}},
                     {}};
  for (const auto& given : notes) {
    const auto* collector = std::get_if<reg::DayCollector>(&given.what);
    if (collector == nullptr || collector->pupil != reader.pupil) continue;
    table.rows.push_back({std::to_string(given.entry), collector->day.text(),
                          adult_text(collector->adult.text(), reader), collector->relationship,
                          adult_text(collector->told_by, reader),
                          words_of_adult(collector->told_how, collector->told_by, reader),
                          collector->despite.empty() ? "" : std::string(kKeptBack),
                          collector->by.name(), collector->by.position(),
                          given.back ? "yes" : "no"});
  }
  return table;
}

SubjectTable change_table(const std::vector<reg::DayNoteGiven>& notes, PupilId pupil) {
  SubjectTable table{"changes",
                     "What was changed in the record",
                     {{"Entry"},
                      {"Date"},
                      {"What"},
                      {"Was"},
                      {"Is"},
                      {"Reason", true},
                      {"Recorded by", true},
                      {"Position", true}},
                     {}};
  for (const auto& given : notes) {
    const auto* change = std::get_if<reg::RecordChange>(&given.what);
    if (change == nullptr || change->pupil != pupil) continue;
    table.rows.push_back({std::to_string(given.entry), change->day.text(),
                          reg::words_of_field(change->field), change->was, change->is,
                          change->reason, change->by.name(), change->by.position()});
  }
  return table;
}

SubjectTable notice_table(const std::vector<reg::NoticeGiven>& notices, PupilId pupil) {
  SubjectTable table{"notices",
                     "What we were told beforehand",
                     {{"Entry"},
                      {"Session"},
                      {"Code"},
                      {"Meaning"},
                      {"Told at"},
                      {"Words", true},
                      {"Recorded by", true},
                      {"Position", true},
                      {"Taken back"}},
                     {}};
  for (const auto& given : notices) {
    const auto& what = given.what;
    if (what.pupil != pupil) continue;
    table.rows.push_back({std::to_string(given.entry), session_text(what.session),
                          std::string(what.code.text()), std::string(what.code.name()),
                          with_offset(what.told), what.words, what.by.name(), what.by.position(),
                          given.back ? "yes" : "no"});
  }
  return table;
}

}  // namespace handbell::exchange
