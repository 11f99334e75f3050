#include "app/office/today/today.h"

#include "app/base/reader_health.h"
#include "app/base/school_time.h"
#include "app/base/text.h"
#include "app/office/page/child_name.h"
#include "app/office/today/alerts.h"
#include "app/office/today/missing_part.h"
#include "app/office/today/today_notes.h"
#include "app/office/today/today_presence.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

namespace handbell::office {
namespace {

// A kiosk greets every 15 s; after two minutes somebody should go and look.
constexpr Millis kLongestSilence = minutes(2);

bool is_morning(SessionId session) { return session.half == Half::am; }

std::string key_of(SessionId session, PupilId pupil) {
  return fmt::format("{}-{}", text_of(session.half), pupil.number());
}

void put_mark(LateLine& line, reg::Code code, std::optional<int> minutes_late) {
  line.code = std::string(code.text());
  line.code_name = std::string(code.name());
  line.minutes_late = minutes_late;
}

LateLine child_line(const reg::PupilRecord& pupil, SessionId session) {
  LateLine line;
  line.key = key_of(session, pupil.id);
  line.name = child_name(pupil);
  line.class_name = pupil.class_name;
  line.half = is_morning(session) ? "Morning" : "Afternoon";
  return line;
}

std::string note_on(const reg::RegisterLine& line) {
  const auto& judgement = line.arrival.judgement;
  if (!line.arrival.note.empty()) return line.arrival.note;
  const bool plain = judgement.outcome == reg::Outcome::late_before_close ||
                     judgement.outcome == reg::Outcome::late_after_close;
  if (!plain || judgement.office_task) return with_reason(line.arrival);
  // An adult at the door chose the child (D25).
  const bool looked_up = line.arrival.means == reg::ArrivalMeans::lookup;
  std::string note = looked_up ? "No card, check." : "";
  if (line.arrival.reason.empty()) return note;
  return note + (looked_up ? " " : "") + "Said at the door: " + line.arrival.reason + ".";
}

LateLine late_line(const reg::RegisterLine& line, const reg::PupilRecord& pupil) {
  LateLine made = child_line(pupil, line.arrival.session);
  const auto& judgement = line.arrival.judgement;
  made.arrived = local_hh_mm(line.arrival.first_contact);
  made.urgent = judgement.urgent;
  if (line.mark) {
    made.entered = std::string(line.mark->what.code.text());
    made.entered_by = line.mark->what.by.text();
  }
  if (line.state == reg::LineState::accepted && line.mark) {
    put_mark(made, line.mark->what.code, line.mark->what.minutes_late);
    return made;
  }
  if (judgement.proposal) put_mark(made, *judgement.proposal, judgement.minutes_late);
  made.token = token_of(line);
  if (line.state == reg::LineState::pending) made.note = note_on(line);
  return made;
}

void sort_in(const reg::RegisterLine& line, const reg::PupilRecord& pupil, TodayView& view) {
  const auto late = reg::late_code(line);
  const bool conflict = line.state == reg::LineState::conflict;
  if (late) ++(*late == reg::code_of("L") ? view.tiles.before_close : view.tiles.after_close);
  if (line.state == reg::LineState::pending) view.waiting.push_back(late_line(line, pupil));
  if (conflict) view.conflicts.push_back(late_line(line, pupil));
  if (line.state == reg::LineState::accepted && late) {
    view.accepted.push_back(late_line(line, pupil));
  }
}

/// Late marks that a person wrote where no door saw the child.
void add_unseen(const std::vector<reg::Mark>& marks, const std::set<std::string>& seen,
                const reg::School& school, TodayView& view) {
  for (const auto& mark : marks) {
    const bool late = mark.what.code == reg::code_of("L") || mark.what.code == reg::code_of("U");
    const auto* pupil = school.pupil(mark.what.pupil);
    if (!late || pupil == nullptr || seen.contains(key_of(mark.what.session, pupil->id))) continue;
    LateLine line = child_line(*pupil, mark.what.session);
    if (mark.what.arrived) line.arrived = local_hh_mm(*mark.what.arrived);
    put_mark(line, mark.what.code, mark.what.minutes_late);
    line.entered = line.code;
    line.entered_by = mark.what.by.text();
    ++(line.code == "L" ? view.tiles.before_close : view.tiles.after_close);
    view.accepted.push_back(std::move(line));
  }
}

std::string closes_words(const reg::School& school, SchoolDay day, Instant now) {
  const auto state = school.calendar.state(day);
  if (state == reg::DayState::outside_term) return "No term covers this day: import the calendar.";
  if (state != reg::DayState::open) return "School is closed on this day.";
  const auto local = to_local(now);
  const bool afternoon = local && local->day == day && reg::half_of(local->time) == Half::pm;
  std::set<TimeOfDay> closes;
  for (const auto group : reg::kYearGroups) {
    const auto window = school.times.window(group, {day, afternoon ? Half::pm : Half::am});
    if (window) closes.insert(window->closes);
  }
  if (closes.empty()) {
    return afternoon ? "No times are set for the afternoon: arrivals are noted, not marked."
                     : "No times are set for this day: arrivals are noted, not marked.";
  }
  if (closes.size() == 1) return fmt::format("Registers close at {}.", closes.begin()->hh_mm());
  return fmt::format("Registers close from {} to {}.", closes.begin()->hh_mm(),
                     closes.rbegin()->hh_mm());
}

std::string last_heard(Instant at, SchoolDay day) {
  const auto local = to_local(at);
  if (!local) return "";
  return local->day == day ? local->time.hh_mm() : local->time.hh_mm() + ", " + local->day.words();
}

KioskState state_of(const journal::KioskSeen& kiosk, Instant now, bool rehearsal) {
  if (!kiosk.fault.empty()) return KioskState::fault;
  if (!kiosk.last_contact) return KioskState::never_heard;
  // A rehearsal's clock may run as fast as it likes: silence cannot be told from it.
  const bool silent = !rehearsal && now - *kiosk.last_contact > kLongestSilence;
  return silent ? KioskState::silent : KioskState::working;
}

void add_kiosks(const TodayFacts& facts, TodayView& view) {
  const auto today = to_local(facts.now);
  for (const auto& kiosk : facts.kiosks) {
    KioskLine line;
    line.name = kiosk.name;
    line.state = state_of(kiosk, facts.now, facts.rehearsal);
    if (kiosk.last_contact && today)
      line.last_contact = last_heard(*kiosk.last_contact, today->day);
    line.reader = readers_words(kiosk.health.reader);
    line.reader_troubled = !all_ready(kiosk.health.reader);
    line.waiting = kiosk.health.waiting;
    line.clock_trusted = kiosk.health.clock_trusted;
    line.door_book = kiosk.health.book_version;
    line.door_book_is_newest = kiosk.health.book_version == facts.school.version;
    view.kiosks.push_back(std::move(line));
    if (kiosk.fault.empty()) continue;
    const std::string since = kiosk.fault_since ? local_hh_mm(*kiosk.fault_since) : "";
    view.faults.push_back({kiosk.name, kiosk.fault, since});
  }
}

SchoolDay weekday_from(SchoolDay day, int step) {
  do {
    day = day.plus(step);
  } while (day.is_weekend());
  return day;
}

void set_head(const TodayFacts& facts, TodayView& view) {
  const auto now = to_local(facts.now);
  view.school = facts.school.name;
  view.legal_register = facts.legal_register;
  view.day = facts.of_day.day.text();
  view.date = facts.of_day.day.words();
  view.is_today = now && now->day == facts.of_day.day;
  view.rehearsal = facts.rehearsal;
  view.closes = closes_words(facts.school, facts.of_day.day, facts.now);
  view.previous = weekday_from(facts.of_day.day, -1).text();
  if (now && facts.of_day.day < now->day) view.next = weekday_from(facts.of_day.day, 1).text();
}

std::vector<reg::RegisterLine> lines_of_day(const DayFacts& day, const reg::School& school) {
  auto lines = reg::register_lines(day.events, school, day.morning, {day.day, Half::am});
  auto later = reg::register_lines(day.events, school, day.afternoon, {day.day, Half::pm});
  lines.insert(lines.end(), std::make_move_iterator(later.begin()),
               std::make_move_iterator(later.end()));
  return lines;
}

/// Who left and was not back waits among the others: accepted singly or all at once (D18).
void add_afternoon(const TodayFacts& facts, TodayView& view) {
  for (const auto& line : afternoon_of(facts.of_day, facts.school, facts.now)) {
    LateLine made = child_line(*facts.school.pupil(line.pupil), line.session);
    made.key = fmt::format("left-{}", line.pupil.number());
    put_mark(made, line.code, std::nullopt);
    made.note = reg::sentence(line);
    made.token = token_of(line);
    made.left = true;
    if (line.mark) {
      made.entered = std::string(line.mark->what.code.text());
      made.entered_by = line.mark->what.by.text();
    }
    view.waiting.push_back(std::move(made));
  }
}

void add_left_over(const TodayFacts& facts, TodayView& view) {
  if (!facts.before) return;
  LeftOver left{facts.before->day.text(), facts.before->day.words(), 0, 0, 0};
  for (const auto& line : lines_of_day(*facts.before, facts.school)) {
    if (line.state == reg::LineState::pending) ++left.waiting;
    if (line.state == reg::LineState::conflict) ++left.conflicts;
  }
  left.left = static_cast<int>(afternoon_of(*facts.before, facts.school, facts.now).size());
  left.waiting += left.left;
  if (left.waiting + left.conflicts > 0) view.left_over = left;
}

}  // namespace

std::string token_of(const reg::RegisterLine& line) {
  const auto& judgement = line.arrival.judgement;
  return fmt::format("{}.{}.{}.{}.{}", line.arrival.session.day.text(),
                     text_of(line.arrival.session.half), line.arrival.pupil.number(),
                     judgement.proposal ? judgement.proposal->text() : "",
                     judgement.minutes_late.value_or(-1));
}

std::string token_of(const reg::AfternoonLine& line) {
  return fmt::format("{}.{}.{}.{}{}{}", line.session.day.text(), text_of(line.session.half),
                     line.pupil.number(), line.code.text(), kLeftToken,
                     line.mark ? std::to_string(line.mark->entry) : "");
}

std::optional<SeenProposal> parse_token(const std::string& token) {
  const auto parts = split(token, '.');
  if (parts.size() != 5) return std::nullopt;
  const auto day = SchoolDay::parse(parts[0]);
  const auto half = parse_half(parts[1]);
  const auto pupil = whole_number(parts[2]);
  if (!day || !half || !pupil) return std::nullopt;
  return SeenProposal{{*day, *half}, PupilId(*pupil), parts[3] + "." + parts[4]};
}

std::optional<SchoolDay> school_day_before(const reg::School& school, SchoolDay day) {
  constexpr int kFurthest = 14;
  for (int back = 1; back <= kFurthest; ++back) {
    const auto before = day.plus(-back);
    if (school.calendar.state(before) == reg::DayState::open) return before;
  }
  return std::nullopt;
}

TodayView today_view(const TodayFacts& facts, const reg::HashOfCard& hash) {
  TodayView view;
  set_head(facts, view);
  std::set<std::string> seen;
  const auto lines = lines_of_day(facts.of_day, facts.school);
  for (const auto& line : lines) {
    const auto* pupil = facts.school.pupil(line.arrival.pupil);
    if (pupil == nullptr) continue;
    seen.insert(key_of(line.arrival.session, pupil->id));
    sort_in(line, *pupil, view);
  }
  add_unseen(facts.of_day.morning, seen, facts.school, view);
  add_unseen(facts.of_day.afternoon, seen, facts.school, view);
  add_afternoon(facts, view);
  view.tiles.waiting = static_cast<int>(view.waiting.size());
  view.tiles.conflicts = static_cast<int>(view.conflicts.size());
  add_left_over(facts, view);
  add_presence(facts, lines, view);
  add_missing(facts, view);
  if (view.is_today) {
    add_alerts(facts.of_day, facts.school, lines, facts.now, view);
    add_release_lines(facts.of_day, facts.school, facts.now, view);
  }
  add_notes(facts, lines, hash, view);
  add_kiosks(facts, view);
  return view;
}

TodayView without_reasons(TodayView view) {
  std::erase_if(view.waiting, [](const LateLine& line) { return line.left; });
  view.tiles.waiting = static_cast<int>(view.waiting.size());
  for (auto& line : view.conflicts) {
    const auto code = reg::Code::parse(line.entered);
    if (code && code->is_sensitive()) line.entered = "•";
  }
  if (!view.left_over) return view;
  view.left_over->waiting -= view.left_over->left;
  view.left_over->left = 0;
  if (view.left_over->waiting + view.left_over->conflicts == 0) view.left_over.reset();
  return view;
}

}  // namespace handbell::office
