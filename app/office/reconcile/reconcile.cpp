#include "app/office/reconcile/reconcile.h"

#include "app/base/school_time.h"
#include "app/office/page/child_name.h"
#include "app/office/reconcile/differences.h"
#include "app/office/web/code_choice.h"
#include "app/register/presence.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace handbell::office {
namespace {

constexpr int kDaysBack = 14;

std::string half_words(Half half) { return half == Half::am ? "Morning" : "Afternoon"; }

std::string time_words(Instant at, SchoolDay day) {
  const auto local = to_local(at);
  if (!local || local->day == day) return local_hh_mm(at);
  return local_hh_mm(at) + " on " + local->day.words();
}

bool was_absent(const reg::RegisterLine& line) {
  return line.mark && !line.mark->what.code.is_attending();
}

std::string since_words(const reg::Whereabouts& where) {
  return where.since ? " since " + local_hh_mm(*where.since) : "";
}

std::string where_words(const reg::Whereabouts& where) {
  if (where.missing_since) {
    return "Came, but was not seen in class at " + local_hh_mm(*where.missing_since) + ".";
  }
  switch (where.place) {
    case reg::Place::out:
      return where.since ? "Out" + since_words(where) + "." : "Nobody knows of a coming or going.";
    case reg::Place::out_expected:
      return "Out" + since_words(where) + ", expected back.";
    case reg::Place::at_door:
      return "At the door" + since_words(where) + ", seen by nobody yet.";
    case reg::Place::on_site:
      return "In school, seen" + since_words(where) + ".";
    case reg::Place::elsewhere:
      return "Away with the school" + since_words(where) + ".";
  }
  return "";
}

/// What the lines of one day are made from, beside the register's own lines.
struct DayRead {
  std::shared_ptr<const reg::School> school{};
  std::vector<reg::RegisterLine> lines;  ///< of both sessions
  std::vector<reg::NoticeGiven> notices;
  reg::PresenceFacts facts;
};

Result<std::vector<reg::RegisterLine>> both_lines(store::Register& held, SchoolDay day) {
  auto lines = reg::lines_of(held, {day, Half::am});
  if (!lines) return fail(lines.error());
  auto later = reg::lines_of(held, {day, Half::pm});
  if (!later) return fail(later.error());
  lines->insert(lines->end(), later->begin(), later->end());
  return lines;
}

Result<DayRead> read_day(store::Register& held, SchoolDay day) {
  auto school = held.shared_school();
  if (!school) return fail(school.error());
  auto lines = both_lines(held, day);
  if (!lines) return fail(lines.error());
  auto notices = held.notices(day);
  if (!notices) return fail(notices.error());
  auto events = held.events(day);
  if (!events) return fail(events.error());
  auto told = held.told(day);
  if (!told) return fail(told.error());
  return DayRead{std::move(*school),
                 std::move(*lines),
                 standing(std::move(*notices)),
                 {std::move(*events), std::move(*told)}};
}

void put_mark(const Visitor& who, const reg::Mark& mark, SchoolDay day, OpenLine& line) {
  line.written = mark.what.by.text() + ", at " + time_words(mark.at, day);
  if (!sees_code(who, mark.what.code)) {
    line.code = "•";
    line.code_name = "Absent, known";
    return;
  }
  line.code = std::string(mark.what.code.text());
  line.code_name = std::string(mark.what.code.name());
  line.reason = mark.what.reason;
}

void put_told(const DayRead& read, const reg::RegisterLine& from, OpenLine& line) {
  for (const auto& given : read.notices) {
    if (given.what.pupil != from.arrival.pupil || given.what.session != from.arrival.session) {
      continue;
    }
    line.told.push_back("Told at " + time_words(given.what.told, from.arrival.session.day) + ": " +
                        given.what.words);
  }
}

void put_suggestion(const reg::School& school, const reg::RegisterLine& from, OpenLine& line) {
  if (const auto suggestion = suggestion_for(from, school)) {
    line.suggested = std::string(suggestion->code.text());
    line.suggestion = suggestion->sentence;
  }
  int number = 0;
  for (const auto& ready : ready_reasons(from)) {
    line.ready.push_back(
        {std::to_string(number++), fmt::format("{}: {}", ready.code.text(), ready.words)});
  }
  line.ready.push_back({"own", "Another mark or reason"});
}

OpenLine open_line(const Visitor& who, const DayRead& read, const reg::RegisterLine& from,
                   const reg::PupilRecord& pupil) {
  OpenLine line;
  const SessionId session = from.arrival.session;
  line.key = key_of_line(from);
  line.pupil = std::to_string(pupil.id.number());
  line.name = child_name(pupil);
  line.class_name = pupil.class_name;
  line.half = std::string(text_of(session.half));
  line.session = half_words(session.half);
  line.seen = seen_of(from);
  line.missing_in_class = was_absent(from);
  put_mark(who, *from.mark, session.day, line);
  line.arrived = time_words(from.arrival.first_contact, session.day);
  line.door = with_reason(from.arrival);
  put_told(read, from, line);
  put_suggestion(*read.school, from, line);
  line.codes = codes_for(who, session);
  return line;
}

SettledLine settled_line(const reg::RegisterLine& from, const reg::Mark& before,
                         const reg::PupilRecord& pupil) {
  const auto& mark = *from.mark;
  const SessionId session = from.arrival.session;
  SettledLine line;
  line.key = key_of_line(from);
  line.pupil = std::to_string(pupil.id.number());
  line.name = child_name(pupil);
  line.class_name = pupil.class_name;
  line.half = std::string(text_of(session.half));
  line.session = half_words(session.half);
  line.was = std::string(before.what.code.text());
  line.is = std::string(mark.what.code.text());
  line.arrived = time_words(from.arrival.first_contact, session.day);
  line.why = mark.what.reason;
  line.who = mark.what.by.text();
  line.when = time_words(mark.at, session.day);
  line.entry = std::to_string(mark.entry);
  return line;
}

Status add_settled(const Visitor& who, store::Register& held, const reg::RegisterLine& from,
                   const reg::PupilRecord& pupil, ReconcileView& view) {
  const auto history = held.history(pupil.id, from.arrival.session);
  if (!history) return fail(history.error());
  const auto before = std::ranges::find(*history, from.mark->replaces, &reg::Mark::entry);
  if (before == history->end()) return {};
  SettledLine line = settled_line(from, *before, pupil);
  if (!sees_code(who, before->what.code)) line.was = "•";
  line.may_undo = sees_code(who, before->what.code) && sees_code(who, from.mark->what.code);
  if (!sees_code(who, from.mark->what.code)) {
    line.is = "•";
    line.why.clear();
  }
  view.settled.push_back(std::move(line));
  return {};
}

Status add_lines(const Visit& visit, store::Register& held, const DayRead& read, SchoolDay day,
                 ReconcileView& view) {
  const reg::Presence presence(read.facts, day, reg::presence_closes());
  for (const auto& from : read.lines) {
    const auto* pupil = read.school->pupil(from.arrival.pupil);
    if (pupil == nullptr) continue;
    if (is_open(from)) {
      view.open.push_back(open_line(visit.who, read, from, *pupil));
      view.open.back().where = where_words(presence.where(pupil->id, visit.now));
    }
    if (!is_settled(from)) continue;
    if (Status added = add_settled(visit.who, held, from, *pupil, view); !added) return added;
  }
  std::ranges::stable_sort(view.open, std::greater{}, &OpenLine::missing_in_class);
  return {};
}

SchoolDay weekday_beside(SchoolDay day, int step) {
  do {
    day = day.plus(step);
  } while (day.is_weekend());
  return day;
}

Status add_earlier(store::Register& held, const reg::School& school, SchoolDay day,
                   ReconcileView& view) {
  for (int back = 1; back <= kDaysBack; ++back) {
    const SchoolDay before = day.plus(-back);
    if (school.calendar.state(before) != reg::DayState::open) continue;
    const auto open = count_open(held, before);
    if (!open) return fail(open.error());
    if (*open > 0) view.earlier.push_back({before.text(), before.words(), *open});
  }
  return {};
}

}  // namespace

bool is_open(const reg::RegisterLine& line) {
  if (!line.mark || !line.arrival.judgement.proposal) return false;
  return line.state == reg::LineState::conflict || line.state == reg::LineState::pending;
}

bool is_settled(const reg::RegisterLine& line) {
  return line.state == reg::LineState::accepted && line.mark && line.mark->replaces != 0 &&
         reg::settles(*line.mark, line.arrival);
}

std::string key_of_line(const reg::RegisterLine& line) {
  return fmt::format("{}-{}", text_of(line.arrival.session.half), line.arrival.pupil.number());
}

std::string seen_of(const reg::RegisterLine& line) {
  const auto& judgement = line.arrival.judgement;
  return fmt::format("{}.{}.{}", line.mark ? line.mark->entry : 0,
                     judgement.proposal ? judgement.proposal->text() : "",
                     line.arrival.first_contact.ms);
}

Result<std::optional<reg::RegisterLine>> line_of(store::Register& held, SessionId session,
                                                 PupilId pupil) {
  const auto lines = reg::lines_of(held, session);
  if (!lines) return fail(lines.error());
  for (const auto& line : *lines) {
    if (line.arrival.pupil == pupil) return line;
  }
  return std::nullopt;
}

Result<int> count_open(store::Register& held, SchoolDay day) {
  const auto lines = both_lines(held, day);
  if (!lines) return fail(lines.error());
  return static_cast<int>(std::ranges::count_if(*lines, is_open));
}

Result<ReconcileView> reconcile_view(const Visit& visit, store::Register& held, SchoolDay day) {
  ReconcileView view;
  view.day = day.text();
  view.date = day.words();
  view.is_today = day == visit.today;
  view.previous = weekday_beside(day, -1).text();
  if (day < visit.today) view.next = weekday_beside(day, 1).text();
  const auto read = read_day(held, day);
  if (!read) return fail(read.error());
  if (Status added = add_lines(visit, held, *read, day, view); !added) return fail(added.error());
  if (Status added = add_earlier(held, *read->school, day, view); !added) {
    return fail(added.error());
  }
  const auto settings = held.settings();
  if (!settings) return fail(settings.error());
  const std::string legal = reg::legal_register(*settings, day);
  if (legal != reg::kHandbellRegister) view.other_register = legal;
  const auto different = count_differences(held, day);
  if (!different) return fail(different.error());
  view.different = *different;
  return view;
}

}  // namespace handbell::office
