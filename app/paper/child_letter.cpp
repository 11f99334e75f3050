#include "app/paper/child_letter.h"

#include "app/base/school_time.h"
#include "app/base/text.h"
#include "app/paper/direction.h"
#include "app/register/school_age.h"
#include "app/register/year_group.h"
#include "app/register/year_line.h"
#include "app/reports/penalty_notice.h"
#include "app/reports/penalty_window.h"

#include <fmt/format.h>

#include <algorithm>

namespace handbell::paper {
namespace {

using reports::AttendanceCount;
using reports::DateRange;

std::string per_cent(const reports::Fraction& part) {
  return part.whole() == 0 ? "not known" : part.text() + " %";
}

std::string per_mille_words(int per_mille) {
  return per_mille % 10 == 0 ? std::to_string(per_mille / 10)
                             : fmt::format("{}.{}", per_mille / 10, per_mille % 10);
}

std::string year_words(int year) { return fmt::format("{}/{:02}", year, (year + 1) % 100); }

std::string session_words(int count) {
  return count == 1 ? "1 session" : fmt::format("{} sessions", count);
}

/// Behind a session that no person has accepted yet (D22).
const char* waiting_words(bool pending) {
  return pending ? " (as the door saw it, not yet accepted)" : "";
}

/// Each line that somebody typed is a point of its own.
ListBlock points_in(const std::string& words) {
  ListBlock list;
  for (const auto& line : split(words, '\n')) {
    std::string point = trimmed(line);
    if (point.starts_with("- ")) point = trimmed(std::string_view(point).substr(2));
    if (!point.empty()) list.items.push_back(std::move(point));
  }
  return list;
}

/// One child's figures, counted from one source.
struct Counted {
  AttendanceCount now;
  AttendanceCount last_year;
};

Counted counted(const LetterSource& source, const reg::PupilRecord& pupil) {
  const int year = reg::school_year_of(source.today());
  Counted found;
  if (const auto own = year_of(pupil, source.today()))
    found.now = source.figures().of(pupil.id, *own);
  const auto before = DateRange::from_days(reg::first_day_of(year - 1), reg::last_day_of(year - 1));
  if (before) found.last_year = source.figures().of(pupil.id, *before);
  return found;
}

void add_figures(LetterValues& values, const LetterSource& source, const reg::PupilRecord& pupil,
                 const Counted& figures) {
  const auto& now = figures.now;
  const std::string as_of = source.today().words();
  values["as_of"] = as_of;
  values["rate"] = now.attendance().text();
  values["target"] = per_mille_words(reports::Thresholds().target_per_mille);
  values["attended"] = std::to_string(now.attended());
  values["possible"] = std::to_string(now.possible());
  values["absent"] = std::to_string(now.absent());
  values["last_year_rate"] = per_cent(figures.last_year.attendance());
  const std::string so_far =
      now.possible() == 0 ? "no session so far this school year"
                          : fmt::format("{} up to {} ({} of {})", per_cent(now.attendance()), as_of,
                                        now.attended(), session_words(now.possible()));
  FactsBlock facts{{{"Class", pupil.class_name},
                    {"Attendance", so_far},
                    {"Last school year", per_cent(figures.last_year.attendance())}}};
  if (now.pending() > 0) {
    facts.facts.emplace_back("Counted as the door saw it",
                             session_words(now.pending()) + ", not yet accepted by the office");
  }
  values["figures"] = std::move(facts);
}

void add_year(LetterValues& values, const AttendanceCount& now) {
  values["year_figures"] = FactsBlock{{{"Attendance", per_cent(now.attendance())},
                                       {"Possible", session_words(now.possible())},
                                       {"Attended", session_words(now.attended())},
                                       {"Absent, authorised", session_words(now.authorised())},
                                       {"Absent, unauthorised", session_words(now.unauthorised())},
                                       {"Late", times_words(now.late())}}};
}

/// No family is told that nothing was missed where nobody wrote down how much it was.
std::string lost_words(std::int64_t minutes, int late, int unmeasured) {
  if (unmeasured == 0) return minutes_words(minutes);
  if (unmeasured >= late) return "some time (how long was not written down)";
  return "at least " + minutes_words(minutes);
}

void add_lateness(LetterValues& values, const LetterSource& source, const reg::PupilRecord& pupil,
                  const AttendanceCount& now) {
  values["late_times"] = times_words(now.late());
  TableBlock table{"Day by day", {"Day", "Session", "Minutes late"}, {}, {false, false, true}};
  const auto years = source.register_of().years_of(pupil.id);
  const SchoolDay from =
      std::max(reg::first_day_of(reg::school_year_of(source.today())), pupil.start);
  int unmeasured = 0;
  years.each(from, source.today(), [&](SessionId session, const reg::Standing& mark) {
    const auto code = mark.code.text();
    if (code != "L" && code != "U") return;
    if (!mark.minutes_late) ++unmeasured;
    const std::string half = session.half == Half::am ? "morning" : "afternoon";
    table.rows.push_back({session.day.words(), half + waiting_words(years.is_pending(session)),
                          mark.minutes_late ? std::to_string(*mark.minutes_late) : "not known"});
  });
  values["minutes_lost"] = lost_words(now.minutes_lost(), now.late(), unmeasured);
  values["late_sessions"] = std::move(table);
}

void add_window(LetterValues& values, const LetterSource& source, const reg::PupilRecord& pupil) {
  const auto years = source.register_of().years_of(pupil.id);
  const auto window =
      reports::penalty_window(years, source.register_of().days(),
                              reg::school_age_from(pupil.date_of_birth), source.today());
  TableBlock table{"The sessions that count", {"Day", "Session", "Code", "What it says"}, {}, {}};
  if (window.latest) {
    values["window"] = reports::sentence(*window.latest);
    for (const auto& one : window.latest->sessions) {
      table.rows.push_back({one.session.day.words(),
                            one.session.half == Half::am ? "morning" : "afternoon",
                            std::string(one.code.text()),
                            std::string(one.code.name()) + waiting_words(one.pending)});
    }
  } else {
    values["window"] = fmt::format(
        "The threshold is not met. Within any ten school weeks, from the day of compulsory school "
        "age on: {} at most.",
        session_words(window.most));
  }
  values["counted_sessions"] = std::move(table);
}

void add_notices(LetterValues& values, const LetterSource& source, PupilId pupil) {
  std::vector<reports::PenaltyNotice> notices;
  std::map<std::string, std::string> parents;  // key to name
  ListBlock list;
  for (const auto& step : reg::newest_steps<reg::NoticeTold>(source.case_of(pupil))) {
    const auto& told = step.what;
    notices.push_back(
        {pupil, told.parent_key, told.issued, told.state == reg::NoticeState::withdrawn});
    parents[told.parent_key] = told.parent;
    list.items.push_back(from_left(fmt::format("{}: issued on {}, {}", told.parent,
                                               told.issued.words(), reg::words_of(told.state))));
  }
  if (notices.empty()) list.items.emplace_back("None is known to the school.");
  if (parents.empty()) parents[""] = "Each parent";
  for (const auto& [key, name] : parents) {
    list.items.push_back(from_left(
        name + ": " + reports::sentence(reports::next_step(notices, key, pupil, source.today()))));
  }
  values["notices"] = std::move(list);
}

/// This school year's newest meeting that stands and was not cancelled: what was agreed last year
/// is not what is agreed now. Of invitations only one that is planned.
std::optional<reg::Meeting> meeting_for(const LetterSource& source, PupilId pupil) {
  const bool invites = source.wording().kind() == LetterKind::invitation;
  const SchoolDay year_began = reg::first_day_of(reg::school_year_of(source.today()));
  std::optional<reg::Meeting> found;
  for (const auto& step : reg::newest_steps<reg::Meeting>(source.case_of(pupil))) {
    const auto& meeting = step.what;
    const bool planned = meeting.state == reg::MeetingState::planned;
    const bool other =
        (meeting.kind == reg::MeetingKind::contract && !invites) || meeting.day < year_began;
    if (meeting.state == reg::MeetingState::cancelled || other) continue;
    if (invites && (!planned || meeting.day < source.today())) continue;
    found = meeting;
  }
  return found;
}

void add_meeting(LetterValues& values, const LetterSource& source, PupilId pupil,
                 const LetterAbout& about) {
  const auto meeting = meeting_for(source, pupil);
  if (meeting) {
    values["strategies"] = points_in(meeting->strategies);
    values["meeting_day"] = meeting->day.words();
    values["meeting_time"] = meeting->at ? meeting->at->hh_mm() : "";
    values["meeting_place"] = meeting->place;
    values["review_day"] = meeting->review ? meeting->review->words() : "";
  }
  // What was typed just now says more than what was planned before.
  if (!about.meeting_day.empty()) values["meeting_day"] = about.meeting_day;
  if (!about.meeting_time.empty()) values["meeting_time"] = about.meeting_time;
  if (!about.meeting_place.empty()) values["meeting_place"] = about.meeting_place;
}

void add_contract(LetterValues& values, const LetterSource& source, PupilId pupil) {
  const auto steps = reg::newest_steps<reg::Contract>(source.case_of(pupil));
  const auto open = std::ranges::find_if(
      steps.rbegin(), steps.rend(), [](const auto& step) { return reg::is_open(step.what.state); });
  if (open == steps.rend()) return;
  values["parents_will"] = points_in(open->what.parents_will);
  values["school_will"] = points_in(open->what.school_will);
  values["review_day"] = open->what.review.words();
}

void add_slip(LetterValues& values, const LetterSource& source, PupilId pupil) {
  for (const auto& step : source.steps_of(pupil)) {
    if (!step.at) continue;
    const bool came = step.kind == reg::StepKind::claimed_in;
    const bool went = step.kind == reg::StepKind::claimed_out || step.kind == reg::StepKind::left;
    if (came) values["arrived"] = local_hh_mm(*step.at);
    if (went) values["left"] = local_hh_mm(*step.at);
  }
}

}  // namespace

bool has_letter(LetterKind kind, const reg::PupilRecord& pupil) {
  return kind != LetterKind::annual || !reg::is_nursery(pupil.group);
}

std::optional<DateRange> year_of(const reg::PupilRecord& pupil, SchoolDay today) {
  return DateRange::year_to_date(today).not_before(pupil.start);
}

std::string times_words(int times) {
  if (times == 0) return "on no day";
  return times == 1 ? "once" : fmt::format("{} times", times);
}

std::string minutes_words(std::int64_t minutes) {
  constexpr std::int64_t kHour = 60;
  const auto some = [](std::int64_t count, const char* one) {
    return fmt::format("{} {}{}", count, one, count == 1 ? "" : "s");
  };
  if (minutes < kHour) return some(minutes, "minute");
  const std::string hours = some(minutes / kHour, "hour");
  return minutes % kHour == 0 ? hours : hours + " " + some(minutes % kHour, "minute");
}

LetterValues values_of(const LetterSource& source, const reg::PupilRecord& pupil,
                       const LetterAbout& about) {
  LetterValues values;
  const LetterKind kind = source.wording().kind();
  values["school"] = source.school().name;
  values["today"] = source.today().words();
  values["made_by"] = about.made_by;
  values["first_name"] = pupil.called().text();
  values["full_name"] = pupil.full_name();
  values["class"] = pupil.class_name;
  if (size_of(kind) == PaperSize::slip) {
    add_slip(values, source, pupil.id);
    return values;
  }
  values["year_group"] = std::string(reg::text_of(pupil.group));
  values["school_year"] = year_words(reg::school_year_of(source.today()));
  const Counted figures = counted(source, pupil);
  add_figures(values, source, pupil, figures);
  if (kind == LetterKind::meeting || kind == LetterKind::invitation) {
    add_meeting(values, source, pupil.id, about);
  }
  if (kind == LetterKind::contract) add_contract(values, source, pupil.id);
  if (kind == LetterKind::lateness) add_lateness(values, source, pupil, figures.now);
  if (kind == LetterKind::annual) add_year(values, figures.now);
  if (kind == LetterKind::penalty) {
    add_window(values, source, pupil);
    add_notices(values, source, pupil.id);
  }
  return values;
}

LetterValues example_values(LetterKind kind) {
  LetterValues values;
  for (const auto& field : fields_of(kind)) {
    if (field.shape == FieldShape::words)
      values[std::string(field.name)] = std::string(field.example);
  }
  return values;
}

}  // namespace handbell::paper
