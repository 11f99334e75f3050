#include "naive_year.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace handbell::reports {

namespace {

// Nothing here is quick or clever: every list is gone through from its beginning for every
// question.

using Days = std::map<SchoolDay, std::array<std::string, 2>>;  ///< the codes of each day

const std::set<std::string> kAttended{"/", "\\", "L", "B", "K", "P", "V", "W"};
const std::set<std::string> kAuthorised{"C", "C1", "C2", "E", "I", "J1", "M", "R", "S", "T"};
const std::set<std::string> kUnauthorised{"G", "N", "O", "U"};

bool attended(const std::string& code) { return kAttended.contains(code); }
bool without_leave(const std::string& code) { return kUnauthorised.contains(code); }
bool missed(const std::string& code) { return kAuthorised.contains(code) || without_leave(code); }
bool possible(const std::string& code) { return attended(code) || missed(code); }

/// Monday to Friday, within a term, and nothing closes the whole school.
bool is_open(const reg::School& school, SchoolDay day) {
  if (day.number() % 7 == 2 || day.number() % 7 == 3) return false;  // 1970-01-03 was a Saturday
  bool term = false;
  for (const auto& period : school.calendar.periods()) {
    if (!period.groups.empty() || day < period.from || period.to < day) continue;
    if (period.kind != reg::PeriodKind::term) return false;
    term = true;
  }
  return term;
}

/// D36: the first 31 March, 31 August or 31 December from the fifth birthday on.
SchoolDay school_age(SchoolDay born) {
  auto day = SchoolDay::from_parts(born.year() + 5, born.month(), born.day());
  if (!day) day = SchoolDay::from_parts(born.year() + 5, 3, 1);
  const auto ends = [](SchoolDay at) {
    const std::string text = at.text().substr(5);
    return text == "03-31" || text == "08-31" || text == "12-31";
  };
  while (!ends(*day)) day = day->plus(1);
  return *day;
}

SchoolDay first_of_september(SchoolDay today) {
  const int year = today.month() >= 9 ? today.year() : today.year() - 1;
  return *SchoolDay::from_parts(year, 9, 1);
}

SchoolDay monday(SchoolDay day) {
  while (day.number() % 7 != 4) day = day.plus(-1);  // 1970-01-05 was a Monday
  return day;
}

struct Calendar {
  std::vector<SchoolDay> open;
  std::vector<SchoolDay> weeks;  ///< Mondays of weeks with a day on which school met
};

/// One child as the decisions speak of it.
struct Child {
  const reg::PupilRecord* pupil;
  const Days* days;
  SchoolDay of_age;
};

struct One {
  std::string key;
  std::string figures;
  std::string reasons;
};

struct Rate {
  int absent = 0;
  int possible = 0;
};

Rate rate_of(const Child& child, SchoolDay today) {
  Rate rate;
  const SchoolDay first = first_of_september(today);
  for (const auto& [day, codes] : *child.days) {
    if (day < first || day < child.pupil->start || today < day) continue;
    for (const auto& code : codes) {
      if (attended(code)) {
        ++rate.possible;
      } else if (missed(code)) {
        ++rate.possible;
        ++rate.absent;
      }
    }
  }
  return rate;
}

struct Away {
  int day = 0;
  bool known = false;
};

/// D42, from today backwards.
Away away(const Child& child, const Calendar& calendar, SchoolDay today) {
  Away found;
  std::string newest;
  for (auto day = calendar.open.rbegin(); day != calendar.open.rend(); ++day) {
    if (today < *day) continue;
    const auto marks = child.days->find(*day);
    if (marks == child.days->end()) continue;
    std::vector<std::string> codes{marks->second[0]};
    if (*day != today) codes.push_back(marks->second[1]);
    bool seen = false;
    std::string last;
    for (const auto& code : codes) {
      if (attended(code) || code == "U") seen = true;
      if (missed(code)) last = code;
    }
    if (seen) break;
    if (last.empty()) continue;
    ++found.day;
    if (newest.empty()) newest = last;
  }
  found.known = !newest.empty() && newest != "N" && newest != "O";
  return found;
}

void add_stages(const Child& child, const Calendar& calendar, SchoolDay today, const Rate& rate,
                std::vector<One>& all) {
  const Away now = away(child, calendar, today);
  if (now.day >= 3) {
    all.push_back({"stage-2", std::to_string(now.day),
                   now.known ? " S2_day_three_optional" : " S2_day_three"});
  } else if (now.day >= 1 && !now.known) {
    all.push_back({"stage-1", std::to_string(now.day), " S1_call"});
  }
  const int present = rate.possible - rate.absent;
  std::string third;
  std::string fourth;
  if (present * 1000 < 965 * rate.possible) {
    third += " S3_below_96_5";
  } else if (present * 100 < 97 * rate.possible) {
    third += " S3_close_to_96_5";
  }
  if (now.day >= 6) third += " S3_week_two";
  if (present * 100 < 95 * rate.possible) fourth += " S4_below_95";
  if (rate.absent > 20) fourth += " S4_more_than_10_days";
  if (third.empty() && fourth.empty()) return;
  all.push_back({fourth.empty() ? "stage-3" : "stage-4",
                 fmt::format("{}/{}", rate.absent, rate.possible), third + fourth});
}

void add_missing(const Rate& rate, std::vector<One>& all) {
  if (rate.possible == 0) return;
  const std::string figures = fmt::format("{}/{}", rate.absent, rate.possible);
  if (rate.absent * 2 >= rate.possible) {
    all.push_back({"severe", figures, ""});
  } else if (rate.absent * 10 >= rate.possible) {
    all.push_back({"persistent", figures, ""});
  } else if (rate.absent * 100 >= 7 * rate.possible) {
    all.push_back({"at-risk", figures, ""});
  }
}

/// The sessions without leave that count, each with the number of its school week.
std::vector<std::pair<SchoolDay, int>> counted(const Child& child, const Calendar& calendar,
                                               SchoolDay today) {
  std::vector<std::pair<SchoolDay, int>> sessions;
  for (const auto& [day, codes] : *child.days) {
    if (!without_leave(codes[0]) && !without_leave(codes[1])) continue;
    const auto week = std::find(calendar.weeks.begin(), calendar.weeks.end(), monday(day));
    const bool open =
        std::find(calendar.open.begin(), calendar.open.end(), day) != calendar.open.end();
    if (!open || day < child.of_age || today < day) continue;
    for (const auto& code : codes) {
      if (without_leave(code)) {
        sessions.emplace_back(day, static_cast<int>(week - calendar.weeks.begin()));
      }
    }
  }
  return sessions;
}

/// D34: ten in any ten school weeks; listed while it was met this school year, or while the ten
/// weeks up to today's still hold as many.
void add_penalty(const Child& child, const Calendar& calendar, SchoolDay today,
                 std::vector<One>& all) {
  const auto sessions = counted(child, calendar, today);
  int latest = 0;
  SchoolDay met;
  for (std::size_t last = 0; last < sessions.size(); ++last) {
    int held = 0;
    for (std::size_t i = 0; i <= last; ++i) {
      if (sessions[i].second > sessions[last].second - 10) ++held;
    }
    if (held < 10) continue;
    latest = held;
    met = sessions[last].first;
  }
  if (latest == 0) return;
  int week = -1;
  for (const SchoolDay each : calendar.weeks) week += each <= today ? 1 : 0;
  const auto now = std::count_if(sessions.begin(), sessions.end(), [&](const auto& one) {
    return week - 10 < one.second && one.second <= week;
  });
  if (now < 10 && met < first_of_september(today)) return;
  all.push_back({"penalty", fmt::format("{}/10", latest), ""});
}

void add_unresolved(const Child& child, SchoolDay today, std::vector<One>& all) {
  int standing = 0;
  for (const auto& [day, codes] : *child.days) {
    for (const auto& code : codes) standing += code == "N" && day <= today ? 1 : 0;
  }
  if (standing > 0) all.push_back({"unresolved", std::to_string(standing), ""});
}

/// P57: the newest run that came to twenty, if it goes on or came to it this month.
void add_leave_return(const Child& child, const Calendar& calendar, SchoolDay today,
                      std::vector<One>& all) {
  int run = 0;
  int length = 0;
  bool goes_on = false;
  std::optional<SchoolDay> reached;
  for (const SchoolDay day : calendar.open) {
    const auto marks = child.days->find(day);
    if (marks == child.days->end() || day < child.of_age || today < day) continue;
    for (const auto& code : marks->second) {
      if (!possible(code)) continue;
      run = without_leave(code) ? run + 1 : 0;
      if (run == 20) reached = day;
      if (run >= 20) length = run;
      goes_on = run >= 20;
    }
  }
  if (!reached) return;
  const bool this_month = reached->text().substr(0, 7) == today.text().substr(0, 7);
  if (goes_on || this_month) all.push_back({"la-leave", fmt::format("{}/20", length), ""});
}

void add_illness_return(const Child& child, const Calendar& calendar, SchoolDay today,
                        std::vector<One>& all) {
  int ill = 0;
  for (const SchoolDay day : calendar.open) {
    const auto marks = child.days->find(day);
    if (marks == child.days->end() || day < child.of_age) continue;
    if (day < first_of_september(today) || today < day) continue;
    for (const auto& code : marks->second) ill += code == "I" ? 1 : 0;
  }
  if (ill >= 30) all.push_back({"la-illness", fmt::format("{}/30", ill), ""});
}

std::vector<One> all_of(const Child& child, const Calendar& calendar, SchoolDay today) {
  std::vector<One> all;
  if (today < child.pupil->start) return all;
  if (child.pupil->leaving && *child.pupil->leaving < today) return all;
  const Rate rate = rate_of(child, today);
  add_stages(child, calendar, today, rate, all);
  add_missing(rate, all);
  add_penalty(child, calendar, today, all);
  add_unresolved(child, today, all);
  add_leave_return(child, calendar, today, all);
  add_illness_return(child, calendar, today, all);
  return all;
}

/// Not there a week before, nor a higher step of the same.
bool is_new(const One& one, const std::vector<One>& before) {
  static const std::vector<std::vector<std::string>> kLadders{{"stage-1", "stage-2"},
                                                              {"stage-3", "stage-4"},
                                                              {"at-risk", "persistent", "severe"},
                                                              {"penalty"},
                                                              {"unresolved"},
                                                              {"la-leave"},
                                                              {"la-illness"}};
  for (const auto& ladder : kLadders) {
    const auto step = std::find(ladder.begin(), ladder.end(), one.key);
    if (step == ladder.end()) continue;
    return std::none_of(before.begin(), before.end(), [&](const One& other) {
      return std::find(step, ladder.end(), other.key) != ladder.end();
    });
  }
  return true;
}

Calendar calendar_of(const reg::School& school) {
  Calendar calendar;
  for (SchoolDay day = *SchoolDay::parse("2024-09-01"); day <= *SchoolDay::parse("2026-08-31");
       day = day.plus(1)) {
    if (!is_open(school, day)) continue;
    calendar.open.push_back(day);
    if (calendar.weeks.empty() || calendar.weeks.back() != monday(day)) {
      calendar.weeks.push_back(monday(day));
    }
  }
  return calendar;
}

}  // namespace

std::vector<std::string> naive_lines(const SimulatedYear& year, SchoolDay today) {
  const Calendar calendar = calendar_of(*year.school);
  std::map<PupilId, Days> marks;
  for (const auto& mark : year.marks) {
    marks[mark.pupil][mark.session.day][mark.session.half == Half::am ? 0 : 1] =
        std::string(mark.code.text());
  }
  std::vector<std::string> lines;
  for (const auto& pupil : year.school->pupils) {
    const Child child{&pupil, &marks[pupil.id], school_age(pupil.date_of_birth)};
    const auto all = all_of(child, calendar, today);
    if (all.empty()) continue;
    const auto before = all_of(child, calendar, today.plus(-7));
    const bool small = rate_of(child, today).possible < 60;
    for (const auto& one : all) {
      lines.push_back(fmt::format("{} {} {}{}{}{}", pupil.id.number(), one.key, one.figures,
                                  is_new(one, before) ? " new" : "", small ? " small" : "",
                                  one.reasons));
    }
  }
  return lines;
}

NaiveRate naive_rate(const SimulatedYear& year, PupilId pupil, SchoolDay from, SchoolDay to) {
  NaiveRate rate;
  const SchoolDay start = year.school->pupil(pupil)->start;
  for (const auto& mark : year.marks) {
    const SchoolDay day = mark.session.day;
    if (mark.pupil != pupil || day < from || day < start || to < day) continue;
    const std::string code(mark.code.text());
    if (attended(code)) ++rate.attended;
    if (possible(code)) ++rate.possible;
  }
  rate.percent = "–";
  if (rate.possible == 0) return rate;
  // Ten times a per cent; half a tenth more and what is left over falls away.
  const int tenths = (rate.attended * 2000 + rate.possible) / (rate.possible * 2);
  rate.percent = fmt::format("{}.{}", tenths / 10, tenths % 10);
  return rate;
}

}  // namespace handbell::reports
