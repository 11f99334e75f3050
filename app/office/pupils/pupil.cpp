#include "app/office/pupils/pupil.h"

#include "app/base/school_time.h"
#include "app/base/text.h"
#include "app/office/page/child_name.h"
#include "app/office/pupils/groups.h"
#include "app/office/web/code_choice.h"
#include "app/register/pupil_search.h"
#include "app/register/school_days.h"
#include "app/reports/report_source.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>

namespace handbell::office {
namespace {

using reg::Role;

std::string short_date(SchoolDay day) {
  const auto words = split(day.words(), ' ');  // "Monday 12 January 2026"
  return words.at(1) + " " + words.at(2).substr(0, 3);
}

std::string year_group_words(reg::YearGroup group) {
  if (group == reg::YearGroup::reception) return "Reception";
  if (reg::is_nursery(group)) return "Nursery " + std::string(text_of(group));
  return "Year " + std::string(text_of(group));
}

bool may_edit(const Visitor& who) { return who.has_one_of({Role::office, Role::head}); }

void name_cell(const Visitor& who, const reg::Standing& standing, GridCell& cell) {
  if (!sees_code(who, standing.code)) {
    cell.letter = "•";
    cell.name = "absent, known";
    cell.absent = true;
    return;
  }
  cell.letter = std::string(standing.code.text());
  cell.name = std::string(standing.code.name());
  cell.late = standing.code == reg::code_of("L");
  cell.absent = standing.code.is_possible() && !standing.code.is_attended();
  if (standing.minutes_late) cell.name += fmt::format(", {} minutes", *standing.minutes_late);
}

class Grid {
 public:
  Grid(const Visit& visit, const reports::ReportSource& source, const reg::PupilRecord& pupil)
      : who_(visit.who),
        today_(visit.today),
        pupil_(pupil),
        years_(source.entries_of(pupil.id)),
        days_(reg::SchoolDays::of(source.school().calendar, text_of(pupil.group),
                                  pupil.class_name)) {}

  [[nodiscard]] std::vector<GridWeek> of_year(int year) const {
    std::vector<GridWeek> weeks;
    const SchoolDay last = reg::last_day_of(year);
    for (SchoolDay monday = reg::monday_of(reg::first_day_of(year)); monday <= last;
         monday = monday.plus(7)) {
      GridWeek week = week_of(monday);
      const bool shown = std::ranges::any_of(
          week.cells, [](const GridCell& cell) { return cell.met || !cell.letter.empty(); });
      if (shown) weeks.push_back(std::move(week));
    }
    return weeks;
  }

 private:
  [[nodiscard]] GridWeek week_of(SchoolDay monday) const {
    GridWeek week{short_date(monday), {}};
    for (int i = 0; i < 5; ++i) {
      for (const Half half : {Half::am, Half::pm}) week.cells.push_back(cell(monday.plus(i), half));
    }
    return week;
  }

  [[nodiscard]] GridCell cell(SchoolDay day, Half half) const {
    GridCell made;
    made.met = days_.meets(day) && pupil_.on_roll(day);
    if (made.met && day <= today_) {
      made.place = fmt::format("/pupils/mark?pupil={}&day={}&session={}", pupil_.id.number(),
                               day.text(), text_of(half));
    }
    if (const auto standing = years_.at({day, half})) name_cell(who_, *standing, made);
    return made;
  }

  const Visitor& who_;
  SchoolDay today_;
  const reg::PupilRecord& pupil_;
  reports::PupilYears years_;
  reg::SchoolDays days_;
};

std::vector<PupilFigureLine> figures_of(const reports::AttendanceCount& count) {
  const auto number = [](int figure) { return std::to_string(figure); };
  std::vector<PupilFigureLine> lines{
      {"Attendance", count.possible() == 0 ? "–" : count.attendance().text() + " %"},
      {"Attended", fmt::format("{} of {} sessions", count.attended(), count.possible())},
      {"Authorised absence", number(count.authorised())},
      {"Unauthorised absence", number(count.unauthorised())},
      {"Late before close", number(count.late_before_close())},
      {"Late after close", number(count.late_after_close())}};
  if (count.minutes_lost() > 0) {
    lines.push_back({"Minutes lost by lateness", std::to_string(count.minutes_lost())});
  }
  if (count.pending() > 0) {
    lines.push_back({"Counted as the door proposes", number(count.pending())});
  }
  return lines;
}

std::vector<std::string> flags_of(const reg::PupilRecord& pupil) {
  std::vector<std::string> flags;
  if (pupil.see_office) flags.emplace_back("The door sends this child to the office");
  if (pupil.never_show) flags.emplace_back("Never shown at the door");
  if (pupil.hide_siblings) flags.emplace_back("At the door nobody's brother or sister");
  return flags;
}

std::vector<PupilCardLine> cards_of(const reg::School& school, const reg::PupilRecord& pupil) {
  std::vector<PupilCardLine> lines;
  for (const auto& card : school.cards) {
    const bool own = card.family.empty() && card.pupil == pupil.id;
    const bool familys = !card.family.empty() && card.family == pupil.family;
    if (!own && !familys) continue;
    lines.push_back({card.uid.text(), card.uid.masked(), own ? "own card" : "the family's",
                     card.issued.text(), card.revoked ? card.revoked->text() : ""});
  }
  return lines;
}

PupilContactLine contact_line(const reg::Contact& contact) {
  PupilContactLine line{
      std::to_string(contact.order), contact.name.text(), contact.relationship, "", "", false};
  for (const auto& phone : {contact.first_phone, contact.second_phone}) {
    if (phone) line.phones += (line.phones.empty() ? "" : ", ") + phone->text();
  }
  line.may = contact.may_collect ? "may collect" : "may not collect";
  line.warning = !contact.court_order.empty();
  if (line.warning) line.may += ": " + contact.court_order;
  return line;
}

void add_people(const reg::School& school, const std::vector<reg::Contact>& contacts,
                const reg::PupilRecord& pupil, PupilView& view) {
  for (const auto& other : school.pupils) {
    if (pupil.family.empty() || other.family != pupil.family || other.id == pupil.id) continue;
    view.siblings.emplace_back(std::to_string(other.id.number()), child_and_class(other));
  }
  if (!view.shows_contacts) return;
  for (const auto& contact : reg::contacts_of(contacts, pupil.id)) {
    view.contacts.push_back(contact_line(contact));
  }
}

PupilView entered_of(const reg::PupilRecord& pupil) {
  PupilView view;
  view.id = std::to_string(pupil.id.number());
  view.name = child_name(pupil);
  if (pupil.preferred) view.roll_name = pupil.forename.text() + " " + pupil.surname.text();
  view.class_name = pupil.class_name;
  view.year_group = year_group_words(pupil.group);
  view.born = pupil.date_of_birth.text();
  view.admission_number = pupil.admission_number;
  view.upn = pupil.upn_written;
  if (!pupil.upn && !view.upn.empty()) view.upn += " (not a valid UPN)";
  view.on_roll = "from " + pupil.start.text();
  if (pupil.leaving) view.on_roll += " to " + pupil.leaving->text();
  view.language = pupil.language;
  view.expected = expected_words(pupil.pattern);
  view.flags = flags_of(pupil);
  view.has_family = !pupil.family.empty();
  return view;
}

int year_asked(const Visit& visit) {
  constexpr int kFirst = 2000;
  constexpr int kLast = 2198;
  const auto asked = whole_number(visit.query("year"));
  return asked && *asked >= kFirst && *asked <= kLast ? static_cast<int>(*asked)
                                                      : reg::school_year_of(visit.today);
}

void add_years(const Visit& visit, const reg::PupilRecord& pupil, int shown, PupilView& view) {
  const int now = reg::school_year_of(visit.today);
  for (int year = std::max(reg::school_year_of(pupil.start), now - 6); year <= now; ++year) {
    if (year == shown) continue;
    view.years.emplace_back(fmt::format("/pupils/one?pupil={}&year={}", view.id, year),
                            words_for_year(year));
  }
}

std::string words_of(const reg::Mark& mark) {
  const auto& what = mark.what;
  const std::string code = fmt::format("{} {}", what.code.text(), what.code.name());
  return what.minutes_late ? fmt::format("{}, {} minutes", code, *what.minutes_late) : code;
}

std::string when_words(Instant at) {
  const auto local = to_local(at);
  return local ? local->day.text() + " " + local_hh_mm(at) : with_offset(at);
}

std::vector<HistoryLine> lines_of_history(const std::vector<reg::Mark>& marks) {
  std::vector<HistoryLine> lines;
  std::string was = "–";
  for (const auto& mark : marks) {
    lines.push_back({was, words_of(mark), mark.what.reason, when_words(mark.at),
                     mark.what.by.text(), mark.what.source});
    was = lines.back().is;
  }
  return lines;
}

Status add_door(store::Register& held, PupilId pupil, SessionId session, MarkView& view) {
  const auto lines = reg::lines_of(held, session);
  if (!lines) return fail(lines.error());
  for (const auto& line : *lines) {
    if (line.arrival.pupil != pupil) continue;
    view.door.push_back(reg::with_reason(line.arrival));
  }
  return {};
}

}  // namespace

std::string expected_words(const reg::AttendancePattern& pattern) {
  if (pattern == reg::AttendancePattern()) return "full time";
  constexpr std::array kDays{"Mon", "Tue", "Wed", "Thu", "Fri"};
  const std::string digits = pattern.text();
  std::string words;
  for (std::size_t i = 0; i < kDays.size(); ++i) {
    const bool am = digits[2 * i] == '1';
    const bool pm = digits[2 * i + 1] == '1';
    if (!am && !pm) continue;
    if (!words.empty()) words += ", ";
    words += fmt::format("{}{}", kDays.at(i), am && pm ? "" : am ? " am" : " pm");
  }
  return words.empty() ? "never" : words;
}

std::string words_for_year(int school_year) {
  return fmt::format("{}/{:02}", school_year, (school_year + 1) % 100);
}

const reg::PupilRecord* seen_pupil(const Visitor& who, const reg::School& school,
                                   const std::string& text) {
  const auto number = whole_number(text);
  const auto* pupil = number ? school.pupil(PupilId(*number)) : nullptr;
  return pupil != nullptr && who.sees_class(pupil->class_name) ? pupil : nullptr;
}

SearchView search_view(const Visit& visit, const reg::School& school, const std::string& typed,
                       const std::string& class_name) {
  SearchView view;
  view.typed = typed;
  view.searched = !typed.empty();
  view.class_name = class_name;
  std::map<std::string, int> classes;
  std::vector<const reg::PupilRecord*> shown;
  for (const auto& pupil : school.pupils) {
    if (!pupil.on_roll(visit.today) || !visit.who.sees_class(pupil.class_name)) continue;
    ++classes[pupil.class_name];
    if (view.typed.empty() && pupil.class_name == class_name) shown.push_back(&pupil);
  }
  view.classes.assign(classes.begin(), classes.end());
  std::ranges::sort(shown, {}, [](const auto* pupil) { return folded(pupil->surname.text()); });
  if (!typed.empty()) {
    reg::School mine;
    std::ranges::copy_if(school.pupils, std::back_inserter(mine.pupils),
                         [&](const auto& pupil) { return visit.who.sees_class(pupil.class_name); });
    for (const auto* pupil : reg::find_pupils(mine, typed, visit.today)) {
      shown.push_back(school.pupil(pupil->id));
    }
    view.more = shown.size() == reg::kMostFound;
  }
  for (const auto* pupil : shown) {
    const bool gone = !pupil->on_roll(visit.today);
    view.found.push_back({std::to_string(pupil->id.number()), child_name(*pupil), pupil->class_name,
                          year_group_words(pupil->group), gone ? "not on roll today" : ""});
  }
  return view;
}

Result<PupilView> pupil_view(const Visit& visit, store::Register& held, const reg::School& school,
                             const reg::PupilRecord& pupil) {
  PupilView view = entered_of(pupil);
  view.may_edit = may_edit(visit.who);
  view.may_change = visit.who.has_one_of({Role::office, Role::head, Role::dsl});
  view.may_group = sees_groups(visit.who);
  view.groups = group_words(visit.who, pupil);
  view.may_copy = visit.who.has_one_of({Role::head, Role::dsl});
  view.shows_contacts = sees_all_classes(visit.who);
  view.may_see_case = view.shows_contacts;
  view.cards = cards_of(school, pupil);
  std::vector<reg::Contact> contacts;
  if (view.shows_contacts) {
    auto all = held.contacts();
    if (!all) return fail(all.error());
    contacts = std::move(*all);
  }
  add_people(school, contacts, pupil, view);
  const int year = year_asked(visit);
  view.year = words_for_year(year);
  add_years(visit, pupil, year, view);
  const auto whole = reports::DateRange::from_days(reg::first_day_of(year), reg::last_day_of(year));
  if (!whole) return fail(whole.error());
  const auto so_far = reports::DateRange::from_days(
      whole->from(), std::clamp(visit.today, whole->from(), whole->to()));
  if (!so_far) return fail(so_far.error());
  const auto source =
      reports::ReportSource::read(held, *whole, reports::DateRange::of_day(visit.today));
  if (!source) return fail(source.error());
  view.weeks = Grid(visit, *source, pupil).of_year(year);
  view.figures = figures_of(source->figures().of(pupil.id, *so_far));
  return view;
}

Result<MarkView> standing_mark(const Visit& visit, store::Register& held,
                               const reg::PupilRecord& pupil, SessionId session) {
  MarkView view;
  view.pupil = std::to_string(pupil.id.number());
  view.name = child_name(pupil);
  view.class_name = pupil.class_name;
  view.day = session.day.text();
  view.half = std::string(text_of(session.half));
  view.session = session.day.words() + (session.half == Half::am ? ", morning" : ", afternoon");
  const auto marks = held.history(pupil.id, session);
  if (!marks) return fail(marks.error());
  view.seen = std::to_string(marks->empty() ? 0 : marks->back().entry);
  view.hidden = std::ranges::any_of(
      *marks, [&](const auto& mark) { return !sees_code(visit.who, mark.what.code); });
  if (!view.hidden) view.history = lines_of_history(*marks);
  const bool teaches = visit.who.has(Role::teacher);
  if (!view.hidden && (teaches || may_edit(visit.who))) view.codes = codes_for(visit.who, session);
  return view;
}

Result<MarkView> mark_view(const Visit& visit, store::Register& held, const reg::PupilRecord& pupil,
                           SessionId session) {
  auto view = standing_mark(visit, held, pupil, session);
  if (!view) return view;
  if (Status added = add_door(held, pupil.id, session, *view); !added) return fail(added.error());
  return view;
}

}  // namespace handbell::office
