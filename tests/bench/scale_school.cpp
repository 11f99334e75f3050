#include "scale_school.h"

#include "app/base/check.h"
#include "app/register/year_line.h"
#include "app/store/register_file.h"

#include "counted_random.h"
#include "small_school.h"

namespace handbell::bench {

namespace {

constexpr int kFirstYear = 2019;
constexpr std::uint32_t kMix = 2'654'435'761;

const reg::Author& teacher() {
  static const reg::Author kTeacher = *reg::Author::from("S Day", "class teacher");
  return kTeacher;
}

bool is_weekday(SchoolDay day) { return !day.is_weekend(); }

/// What was entered without a fault; there is nobody here to tell of one.
template <class T>
T must(Result<T> result) {
  if (!result) std::fputs((sentence(result.error()) + "\n").c_str(), stderr);
  check(result.has_value());
  if constexpr (!std::is_void_v<T>) return std::move(*result);
}

std::vector<reg::PupilRecord> roll(int pupils) {
  std::vector<reg::PupilRecord> rows;
  for (int i = 1; i <= pupils; ++i) {
    auto row = pupil_named("Amira", "Khan", i);
    row.class_name = "Class " + std::to_string(i / 30);
    row.start = first_day(kFirstYear);
    rows.push_back(std::move(row));
  }
  return rows;
}

/// Everybody of a session, but for those whom the door will report.
std::vector<reg::MarkDraft> marks(SessionId session, int first, int last) {
  std::vector<reg::MarkDraft> drafts;
  for (int pupil = first; pupil <= last; ++pupil) {
    drafts.push_back({PupilId(pupil), session, code_at(pupil, session), std::nullopt, std::nullopt,
                      "Register", "Class register", teacher()});
    if (drafts.back().code.text() == "L") drafts.back().minutes_late = 9;
  }
  return drafts;
}

void write_late(store::RegisterFile& file, SchoolDay day) {
  const auto kiosk = must(file.enrol("Front door", journal::KioskKey{7}));
  PaperKiosk door(kiosk, 9);
  for (int pupil = 1; pupil <= kLateToday; ++pupil) {
    const Instant at = from_local(day, at_time("08:41")) + seconds(pupil);
    (void)door.tap(PupilId(pupil), at, reg::code_of("L"));
  }
  (void)must(file.apply(door.message(1), from_local(day, at_time("08:50"))));
}

}  // namespace

int first_year() { return kFirstYear; }

SchoolDay first_day(int year) {
  SchoolDay day = reg::first_day_of(year);
  while (!is_weekday(day)) day = day.plus(1);
  return day;
}

SchoolDay last_day(int year) {
  SchoolDay day = first_day(year);
  for (int left = kSchoolDays - 1; left > 0; left -= is_weekday(day) ? 1 : 0) day = day.plus(1);
  return day;
}

SchoolDay today(const Scale& scale) { return last_day(kFirstYear + scale.years - 1); }

reg::Code code_at(int pupil, SessionId session) {
  const auto number =
      static_cast<std::uint32_t>(session.day.number() * 2) + (session.half == Half::pm ? 1U : 0U);
  const auto dice = ((static_cast<std::uint32_t>(pupil) * kMix) ^ (number * 40'503U)) * kMix >> 22U;
  if (dice < 20) return reg::code_of("L");
  if (dice < 50) return reg::code_of("I");
  if (dice < 60) return reg::code_of("M");
  if (dice < 68) return reg::code_of("U");
  if (dice < 80) return reg::code_of("O");
  return reg::code_of(session.half == Half::am ? "/" : "\\");
}

void write_school(const std::string& path, const Scale& scale) {
  CountedRandom random{1};
  const auto file = must(store::RegisterFile::open(path, random));
  must(file->name_school("A large school"));
  (void)must(file->put_pupils(roll(scale.pupils)));
  must(file->put_times(reg::policy_times(first_day(kFirstYear))));
  for (int year = kFirstYear; year < kFirstYear + scale.years; ++year) {
    (void)must(
        file->put_periods({{first_day(year), last_day(year), reg::PeriodKind::term, "Year", {}}}));
    int days = 0;
    for (SchoolDay day = first_day(year); day <= last_day(year); day = day.plus(1)) {
      if (!is_weekday(day)) continue;
      const bool is_today = day == today(scale);
      for (const Half half : {Half::am, Half::pm}) {
        const bool late = is_today && half == Half::am;
        const auto drafts = marks({day, half}, late ? kLateToday + 1 : 1, scale.pupils);
        (void)must(file->enter(drafts, from_local(day, at_time("08:36"))));
      }
      if (++days % 10 == 0) must(file->rest());
    }
  }
  write_late(*file, today(scale));
  must(file->rest());
}

}  // namespace handbell::bench
