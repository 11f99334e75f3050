#include "app/invent/attendance_year.h"

#include "app/invent/chance.h"
#include "app/invent/pupil_marks.h"
#include "app/invent/school_year.h"
#include "app/register/school_age.h"
#include "app/register/year_line.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <tuple>

namespace handbell::invent {

namespace {

// 1. Every session that a child is expected in begins as present.
// 2. Those with a story have their absences first.
// 3. Trips, feasts, appointments and a few days without leave, as chance has it; then illness, by
//    the day's weight in the waves, until each child has missed what it may.
// 4. Of the sessions attended then, exactly the share that is asked for becomes late.

constexpr int kMostWithoutLeave = 4;  // a year and child, so that no threshold is met by chance
constexpr int kOfTenThousand = 10'000;

reg::Code code(const char* text) { return reg::code_of(text); }

struct YearRows {
  int year = 0;
  std::vector<PupilMarks> pupils;
  std::vector<SchoolDay> days;  ///< of the whole school, in order
};

using ClassKey = std::pair<reg::YearGroup, std::string>;

std::vector<SchoolDay> open_days(const reg::School& school, int year, const ClassKey& of) {
  std::vector<SchoolDay> days;
  for (SchoolDay day = reg::first_day_of(year); day <= reg::last_day_of(year); day = day.plus(1)) {
    const auto state = school.calendar.state(day, reg::text_of(of.first), of.second);
    if (state == reg::DayState::open) days.push_back(day);
  }
  return days;
}

YearRows rows_of(const reg::School& school, int year) {
  YearRows rows;
  rows.year = year;
  std::map<ClassKey, std::vector<SchoolDay>> days;
  for (const auto& pupil : school.pupils) {
    const ClassKey key{pupil.group, pupil.class_name};
    if (!days.contains(key)) days.emplace(key, open_days(school, year, key));
    std::vector<SessionId> sessions;
    for (const SchoolDay day : days.at(key)) {
      if (!pupil.on_roll(day)) continue;
      for (const Half half : {Half::am, Half::pm}) {
        if (pupil.pattern.expects({day, half})) sessions.push_back({day, half});
      }
    }
    rows.pupils.emplace_back(pupil, std::move(sessions));
  }
  for (const auto& [key, open] : days) {
    if (open.size() > rows.days.size()) rows.days = open;
  }
  return rows;
}

bool is_full_time(const reg::PupilRecord& pupil) {
  return pupil.pattern == reg::AttendancePattern();
}

/// The first of those who have most children among these.
std::vector<PupilId> largest_family(const std::vector<const reg::PupilRecord*>& pupils) {
  std::vector<PupilId> largest;
  for (const auto* pupil : pupils) {
    if (pupil->family.empty()) continue;
    std::vector<PupilId> family;
    for (const auto* other : pupils) {
      if (other->family == pupil->family) family.push_back(other->id);
    }
    if (family.size() > largest.size()) largest = std::move(family);
  }
  std::sort(largest.begin(), largest.end());
  return largest;
}

YearCast cast_of(const reg::School& school, int year, Chance& chance) {
  const SchoolDay july = school_year(year).periods.front().from.plus(-60);
  const SchoolDay before = reg::first_day_of(year - 1);
  std::vector<const reg::PupilRecord*> infants;
  YearCast cast;
  for (const auto& pupil : school.pupils) {
    const bool here = is_full_time(pupil) && !pupil.leaving;
    const SchoolDay of_age = reg::school_age_from(pupil.date_of_birth);
    if (here && of_age <= july && pupil.start <= before.plus(7)) infants.push_back(&pupil);
    const bool turns = of_age.year() == year && of_age.month() == 12;
    if (here && turns && pupil.start <= reg::first_day_of(year).plus(7)) {
      cast.turning_five = pupil.id;
    }
  }
  chance.shuffle(infants);
  cast.holiday_family = largest_family(infants);
  const std::set<PupilId> taken(cast.holiday_family.begin(), cast.holiday_family.end());
  for (const auto* pupil : infants) {
    if (cast.persistent.size() < 2 && !taken.contains(pupil->id)) {
      cast.persistent.push_back(pupil->id);
    }
  }
  return cast;
}

bool is_one_of(const std::vector<PupilId>& all, PupilId pupil) {
  return std::find(all.begin(), all.end(), pupil) != all.end();
}

/// Three days before the summer, and three after it.
void go_on_holiday(PupilMarks& marks, const YearRows& rows, int year) {
  constexpr int kDays = 3;
  const auto last = rows.days.size() - kDays;
  const SchoolDay from = rows.year == year ? rows.days.front() : rows.days[last];
  marks.put_days(from, kDays, code("G"), kDays * 2);
}

/// The days about the first of January: as many without leave before school age as after it.
void stay_away_about_the_new_year(PupilMarks& marks, const YearRows& rows) {
  constexpr int kDays = 4;
  const auto new_year = SchoolDay::from_parts(rows.year + 1, 1, 1);
  const auto first = std::lower_bound(rows.days.begin(), rows.days.end(), *new_year);
  if (first - rows.days.begin() < kDays) return;
  marks.put_days(*(first - kDays), kDays, code("O"), kDays * 2);
  marks.put_days(*first, kDays, code("O"), kDays * 2);
}

/// A day or two every few weeks, all through the year; `often`: how many weeks between.
void miss_much(PupilMarks& marks, const YearRows& rows, int often, Chance& chance) {
  constexpr std::size_t kWeek = 5;
  for (std::size_t at = 2; at + 2 < rows.days.size();
       at += kWeek * static_cast<std::size_t>(often)) {
    const std::size_t day = at + chance.below(2);
    const bool without = chance.percent(15) && marks.unauthorised() < kMostWithoutLeave;
    const int days = often == 1 ? 1 : 2;
    marks.put_days(rows.days[day], days, code(without ? "O" : "I"), without ? 2 : days * 2);
  }
}

void tell_stories(YearRows& rows, const YearCast& cast, int year, Chance& chance) {
  for (auto& marks : rows.pupils) {
    const PupilId pupil = marks.pupil().id;
    if (is_one_of(cast.holiday_family, pupil)) {
      go_on_holiday(marks, rows, year);
    } else if (cast.turning_five == pupil && rows.year == year) {
      stay_away_about_the_new_year(marks, rows);
    } else if (is_one_of(cast.persistent, pupil)) {
      miss_much(marks, rows, cast.persistent.front() == pupil ? 1 : 3, chance);
    } else {
      continue;
    }
    marks.has_story = true;
  }
}

/// Each child's share of the year, in tenths of a per cent: many miss little, some much, and none
/// by chance a tenth.
void allow_absences(YearRows& rows, Chance& chance) {
  for (auto& marks : rows.pupils) {
    const int kind = chance.between(1, 10);
    const int share = kind <= 3   ? chance.between(3, 15)
                      : kind <= 7 ? chance.between(30, 65)
                                  : chance.between(60, 93);
    marks.most_absent = marks.size() * share / 1000;
    // Whoever has a story is seldom ill beside it.
    if (marks.has_story) marks.most_absent = marks.absent() + marks.size() / 100;
  }
}

bool has_room(const PupilMarks& marks, int sessions) {
  return marks.absent() + sessions <= marks.most_absent;
}

void go_on_trips(YearRows& rows, Chance& chance) {
  std::map<std::string, SchoolDay> trips;
  for (auto& marks : rows.pupils) {
    const auto& pupil = marks.pupil();
    if (reg::is_nursery(pupil.group) || rows.days.size() < 40) continue;
    const auto day = rows.days[rows.days.size() - 10 - chance.below(25)];
    const SchoolDay of_class = trips.try_emplace(pupil.class_name, day).first->second;
    marks.put_days(of_class, 1, code("V"), 2);
  }
}

/// A year that is over has no N any more.
void keep_appointments_and_feasts(YearRows& rows, bool is_over, Chance& chance) {
  for (auto& marks : rows.pupils) {
    if (marks.size() == 0) continue;
    const auto any = [&] { return static_cast<int>(chance.below(marks.sessions().size())); };
    for (int i = chance.between(0, 3); i > 0; --i) {
      if (has_room(marks, 1)) marks.put(any(), code("M"));
    }
    const SchoolDay day = marks.sessions()[static_cast<std::size_t>(any())].day;
    if (chance.percent(8) && has_room(marks, 2)) marks.put_days(day, 1, code("R"), 2);
    if (chance.percent(3) && has_room(marks, 4)) marks.put_days(day, 2, code("C"), 4);
    const bool free = !marks.has_story && has_room(marks, kMostWithoutLeave);
    if (free && chance.percent(5)) marks.put_days(day, 2, code("G"), kMostWithoutLeave);
    if (free && chance.percent(4) && marks.unauthorised() == 0) {
      marks.put_days(day, 1, code(chance.percent(70) || is_over ? "O" : "N"), 2);
    }
  }
}

/// How likely a day's illness is beside a calm one's: a wave before Christmas, one in February.
class Waves {
 public:
  Waves(const std::vector<SchoolDay>& days, Chance& chance) {
    const double size = static_cast<double>(days.size());
    const double first = size * (0.30 + 0.01 * chance.between(0, 6));
    const double second = size * (0.52 + 0.01 * chance.between(0, 8));
    for (std::size_t i = 0; i < days.size(); ++i) {
      const double at = static_cast<double>(i);
      const double weight =
          1 + 5 * bell(at - first, size * 0.05) + 4 * bell(at - second, size * 0.04);
      sum_ += static_cast<std::uint64_t>(weight * 1000);
      sums_.push_back(sum_);
    }
  }

  [[nodiscard]] std::size_t day(Chance& chance) const {
    const std::uint64_t at = chance.next() % sum_;
    return static_cast<std::size_t>(std::upper_bound(sums_.begin(), sums_.end(), at) -
                                    sums_.begin());
  }

 private:
  /// Divisions alone: they come out the same on every machine.
  static double bell(double from_middle, double wide) {
    const double far = from_middle / wide;
    return 1 / (1 + far * far * far * far);
  }

  std::uint64_t sum_ = 0;
  std::vector<std::uint64_t> sums_;
};

int days_ill(Chance& chance) {
  static constexpr std::array kLengths{1, 1, 1, 1, 2, 2, 2, 3, 3, 5};
  return kLengths.at(chance.below(kLengths.size()));
}

void fall_ill(YearRows& rows, Chance& chance) {
  constexpr int kTries = 60;
  const Waves waves(rows.days, chance);
  for (auto& marks : rows.pupils) {
    for (int i = 0; i < kTries && has_room(marks, 2); ++i) {
      const SchoolDay day = rows.days[waves.day(chance)];
      if (!marks.pupil().on_roll(day)) continue;
      marks.put_days(day, days_ill(chance), code("I"), marks.most_absent - marks.absent());
    }
  }
}

/// Sessions that may become late, those of children who are often late six times over.
std::vector<std::pair<PupilMarks*, int>> may_be_late(YearRows& rows, Chance& chance) {
  std::vector<std::pair<PupilMarks*, int>> places;
  for (auto& marks : rows.pupils) {
    const int times = chance.percent(12) ? 6 : 1;
    for (int at = 0; at < marks.size(); ++at) {
      const bool morning = marks.sessions()[static_cast<std::size_t>(at)].half == Half::am;
      if (!marks.is_present(at) || !morning) continue;
      for (int i = 0; i < times; ++i) places.emplace_back(&marks, at);
    }
  }
  chance.shuffle(places);
  return places;
}

int possible_in(const YearRows& rows) {
  int possible = 0;
  for (const auto& marks : rows.pupils) {
    for (int at = 0; at < marks.size(); ++at) possible += marks.code(at).is_possible() ? 1 : 0;
  }
  return possible;
}

int share_of(int possible, int of_ten_thousand) {
  return (possible * of_ten_thousand + kOfTenThousand / 2) / kOfTenThousand;
}

void come_late(YearRows& rows, Chance& chance) {
  const int possible = possible_in(rows);
  int after = share_of(possible, kLateAfterCloseShare);
  int before = share_of(possible, kLateShare);
  for (auto& [marks, at] : may_be_late(rows, chance)) {
    const bool free = !marks->has_story && marks->unauthorised() < kMostWithoutLeave &&
                      marks->absent() * 1000 < marks->size() * 94;
    if (after > 0 && free && marks->put(at, code("U"), chance.between(25, 75))) {
      --after;
    } else if (before > 0 && marks->put(at, code("L"), chance.between(1, 24))) {
      --before;
    }
  }
}

void fill(YearRows& rows, const YearCast& cast, int year, Chance& chance) {
  if (rows.days.size() < 40) return;
  tell_stories(rows, cast, year, chance);
  allow_absences(rows, chance);
  go_on_trips(rows, chance);
  keep_appointments_and_feasts(rows, rows.year < year, chance);
  fall_ill(rows, chance);
  come_late(rows, chance);
}

}  // namespace

reg::Calendar with_year_before(const reg::Calendar& calendar, int year) {
  auto periods = school_year(year - 1).periods;
  const auto& held = calendar.periods();
  periods.insert(periods.end(), held.begin(), held.end());
  auto joined = reg::Calendar::from_periods(std::move(periods));
  check(joined.has_value());
  return *joined;
}

AttendanceYear attendance_year(const reg::School& school, std::uint64_t seed, int year) {
  Chance chance(seed);
  AttendanceYear made;
  made.cast = cast_of(school, year, chance);
  for (const int each : {year - 1, year}) {
    YearRows rows = rows_of(school, each);
    fill(rows, made.cast, year, chance);
    for (const auto& marks : rows.pupils) {
      for (int at = 0; at < marks.size(); ++at) {
        made.marks.push_back({marks.pupil().id, marks.sessions()[static_cast<std::size_t>(at)],
                              marks.code(at), marks.minutes(at)});
      }
    }
  }
  std::sort(made.marks.begin(), made.marks.end(), [](const YearMark& a, const YearMark& b) {
    return std::tuple(a.session, a.pupil) < std::tuple(b.session, b.pupil);
  });
  return made;
}

}  // namespace handbell::invent
