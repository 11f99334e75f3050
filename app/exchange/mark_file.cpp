#include "app/exchange/mark_file.h"

#include "app/base/check.h"
#include "app/base/text.h"
#include "app/exchange/cell_values.h"
#include "app/exchange/outside_code.h"
#include "app/exchange/pupil_index.h"
#include "app/exchange/read_rows.h"
#include "app/register/class_register.h"

#include <algorithm>

namespace handbell::exchange {

namespace {

using Minutes = std::optional<int>;
constexpr int kMostMinutes = 1439;

}  // namespace

const std::vector<Column>& mark_columns() {
  static const std::vector<Column> kColumns =
      with_pupil_columns({{"Date", {"mark date", "session date", "attendance date"}, true},
                          {"Session", {"session name", "am/pm", "am pm"}, true},
                          {"Code", {"mark", "attendance code", "attendance mark"}, true},
                          {"MinutesLate", {"minutes", "late minutes"}, false},
                          {"Comment", {"comments", "note"}, false}});
  return kColumns;
}

namespace {

Result<Minutes> parse_minutes(const std::string& text) {
  if (text.empty()) return Minutes();
  const auto number = whole_number(text);
  if (number && *number >= 0 && *number <= kMostMinutes) return static_cast<int>(*number);
  return fail(FaultCode::bad_number, "\"" + text + "\" (0 to 1439 minutes)");
}

bool is_late(reg::Code code) { return code.text() == "L" || code.text() == "U"; }

/// Some systems write 0 beside every mark.
Minutes read_minutes(RowReader& row, reg::Code code) {
  const Minutes minutes = row.value("MinutesLate", parse_minutes, Minutes());
  if (is_late(code) || !minutes) return minutes;
  if (*minutes != 0) {
    const std::string where = std::to_string(*minutes) + " beside " + std::string(code.text());
    row.refuse("MinutesLate", sentence({FaultCode::bad_number, where}));
  }
  return std::nullopt;
}

/// Whether the calendar says anything about the day: it does from its first term to its last.
bool within_calendar(const reg::Calendar& calendar, SchoolDay day) {
  bool begun = false;
  bool ends_later = false;
  for (const auto& period : calendar.periods()) {
    if (period.kind != reg::PeriodKind::term) continue;
    begun = begun || period.from <= day;
    ends_later = ends_later || day <= period.to;
  }
  return begun && ends_later;
}

bool is_closed(const reg::School& school, const reg::PupilRecord& pupil, SchoolDay day) {
  const auto state = school.calendar.state(day, text_of(pupil.group), pupil.class_name);
  if (state == reg::DayState::outside_term) return within_calendar(school.calendar, day);
  return state == reg::DayState::weekend || state == reg::DayState::planned_closure;
}

void refuse_day(RowReader& row, const reg::School& school, const reg::PupilRecord& pupil,
                const OutsideMark& mark) {
  const SchoolDay day = mark.session.day;
  if (!pupil.on_roll(day) && mark.code.text() != "Z") {
    const std::string where = pupil.full_name() + ", " + day.text() + ",";
    row.refuse("Date", sentence({FaultCode::not_on_roll, where}));
  }
  if (mark.code.text() != "#" && is_closed(school, pupil, day)) {
    row.refuse("Date", sentence({FaultCode::session_closed, day.text()}));
  }
}

class MarkReader {
 public:
  MarkReader(const reg::School& school, SchoolDay today)
      : school_(school), index_(school), today_(today) {}

  std::optional<OutsideMark> operator()(RowReader& row) const {
    const auto* pupil = index_.pupil_of(row);
    const SessionId session{row.value("Date", SchoolDay::parse_any, SchoolDay()),
                            row.value("Session", parse_half, Half::am)};
    if (session.day > today_) {
      row.refuse("Date", sentence({FaultCode::day_to_come, session.day.text()}));
    }
    if (row.refused()) return std::nullopt;
    const auto code = read_outside_code(row.text("Code"), session);
    if (!code) {
      row.refuse("Code", sentence(code.error()));
      return std::nullopt;
    }
    OutsideMark mark{pupil->id, session, *code, read_minutes(row, *code),
                     row.value("Comment", parse_note, std::string())};
    refuse_day(row, school_, *pupil, mark);
    if (row.refused()) return std::nullopt;
    return mark;
  }

 private:
  const reg::School& school_;
  PupilIndex index_;
  SchoolDay today_;
};

}  // namespace

Result<Parsed<OutsideMark>> parse_marks(const std::string& name, std::string_view bytes,
                                        const reg::School& school, SchoolDay today) {
  const auto sheet = Sheet::parse(name, bytes, mark_columns());
  if (!sheet) return fail(sheet.error());
  if (const Status named = names_pupils(*sheet); !named) return fail(named.error());
  ReadRows<OutsideMark> rows(*sheet, MarkReader(school, today));
  rows.refuse_twice("Session", [&](const OutsideMark& mark) {
    return "The session " + mark.session.text() + " of " + school.pupil(mark.pupil)->full_name() +
           ", pupil " + std::to_string(mark.pupil.number()) + ",";
  });
  return rows.settled(remarks_on(*sheet));
}

std::string write_outside_marks(const std::vector<OutsideMark>& marks, const reg::School& school) {
  CsvWriter writer({"AdmissionNumber", "Date", "Session", "Code", "MinutesLate", "Comment"});
  for (const auto& mark : marks) {
    const auto* pupil = school.pupil(mark.pupil);
    check(pupil != nullptr);
    writer.row({pupil->admission_number, mark.session.day.text(),
                mark.session.half == Half::am ? "AM" : "PM", std::string(mark.code.text()),
                mark.minutes_late ? std::to_string(*mark.minutes_late) : "", mark.comment});
  }
  return writer.text();
}

reg::MarkDraft draft_of(const OutsideMark& mark, const std::string& file, const reg::Author& by) {
  const std::string source = std::string(reg::kImportOf) + file;
  return {mark.pupil,   mark.session,
          mark.code,    mark.minutes_late,
          std::nullopt, mark.comment.empty() ? source : mark.comment,
          source,       by};
}

}  // namespace handbell::exchange
