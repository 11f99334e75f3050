// handbell-attendance-bench [--invented]: what the page Attendance costs on 1,000 pupils: an
// invented school with two years of marks and of late arrivals at its door, where somewhat under
// half of the children stand on it, and one with marks by chance, where nearly all do, with one
// year of marks and with six.
//
// Milliseconds are told, and decide nothing; the aim is 50 for the whole page.
#include "app/base/school_time.h"
#include "app/invent/attendance_year.h"
#include "app/office/attendance/attendance.h"
#include "app/office/attendance/page_attendance.h"
#include "app/reports/suggestion.h"
#include "app/store/register_file.h"
#include "app/store/site_random.h"

#include "runs.h"
#include "scale_school.h"
#include "small_school.h"

#include <filesystem>
#include <iostream>
#include <string_view>

namespace {

using namespace handbell;
namespace fs = std::filesystem;

constexpr int kPupils = 1'000;
constexpr std::int64_t kMinute = 60'000;

void must(const Status& done) {
  if (done) return;
  std::cerr << sentence(done.error()) << "\n";
  std::exit(1);
}

template <class T>
T must(Result<T> done) {
  if (done) return std::move(*done);
  std::cerr << sentence(done.error()) << "\n";
  std::exit(1);
}

office::Visit visit_on(SchoolDay day) {
  const auto by = *reg::Author::from("A Noor", "Headteacher");
  const office::Visitor who{"", by, {reg::Role::head}, {}, "t0ken"};
  return office::Visit{{}, {}, who, {}, day, {}, ""};
}

/// What the door saw of these marks: an arrival for each L and U of a morning.
void send_arrivals(store::RegisterFile& file, const reg::School& school,
                   const std::vector<reg::MarkDraft>& drafts) {
  PaperKiosk door(must(file.enrol("Front door", {1})), 0xA1);
  for (const auto& draft : drafts) {
    const bool late = draft.code == reg::code_of("L") || draft.code == reg::code_of("U");
    const auto* pupil = school.pupil(draft.pupil);
    const auto known = reg::facts_of(school, *pupil, draft.session, std::nullopt);
    if (!late || !known.window) continue;
    const auto minute = known.window->arrive_by.minute() + draft.minutes_late.value_or(1);
    const auto time = TimeOfDay::from_ms(minute * kMinute);
    door.tap(draft.pupil, from_local(draft.session.day, time), draft.code);
  }
  for (std::uint64_t sent = 0; sent < door.entries().size();) {
    const auto message = door.message(sent + 1);
    sent = must(file.apply(message, message.entries.back().at)).received;
  }
}

/// Two invented years up to a Friday in March; answers that day.
SchoolDay write_invented(const std::string& path) {
  constexpr int kYear = 2025;
  const SchoolDay last = *SchoolDay::parse("2026-03-13");
  store::SiteRandom random;
  const auto file = must(store::RegisterFile::open(path, random));
  auto school = must(invent::invent_school({invent::kDemoSeed, kPupils, kYear}));
  school.calendar = invent::with_year_before(school.calendar, kYear);
  (void)must(file->put_pupils(school.pupils));
  (void)must(file->put_periods(school.calendar.periods()));
  must(file->put_times(school.times));
  const auto by = *reg::Author::from("J Okoro", "Class teacher");
  std::vector<reg::MarkDraft> all;
  std::vector<reg::MarkDraft> drafts;
  for (const auto& mark : invent::attendance_year(school, invent::kDemoSeed, kYear).marks) {
    if (last < mark.session.day) break;
    if (!drafts.empty() && drafts.back().session.day != mark.session.day) {
      (void)must(file->enter(drafts, from_local(drafts.back().session.day, {})));
      drafts.clear();
    }
    drafts.push_back({mark.pupil, mark.session, mark.code, mark.minutes_late, std::nullopt,
                      "Register", "Class register", by});
    all.push_back(drafts.back());
  }
  (void)must(file->enter(drafts, from_local(last, {})));
  send_arrivals(*file, school, all);
  return last;
}

template <class Work>
bench::Figure ten_times(const std::string& what, Work work) {
  const auto runs = bench::runs_of([&] { return bench::each_of(10, work); });
  return bench::told(what, runs, bench::median, 50, "");
}

std::vector<bench::Figure> figures_of(const std::string& path, SchoolDay day,
                                      const std::string& of) {
  store::SiteRandom random;
  const auto file = must(store::RegisterFile::open(path, random));
  const auto visit = visit_on(day);
  const auto source = must(reports::ReportSource::read_back(*file, visit.today));
  const auto view = must(office::attendance_view(visit, *file));
  std::vector<bench::Figure> figures;
  figures.push_back(ten_times("attendance: what is read, " + of, [&] {
    return reports::ReportSource::read_back(*file, visit.today).has_value();
  }));
  figures.push_back(ten_times("attendance: every suggestion, " + of,
                              [&] { return !reports::suggestions(source, visit.today).empty(); }));
  figures.push_back(ten_times("attendance: the whole page, " + of, [&] {
    const auto made = office::attendance_view(visit, *file);
    return made && !office::attendance_page(*made, visit.frame).empty();
  }));
  figures.back().more += fmt::format("; {} of {} children stand on it", view.children, kPupils);
  return figures;
}

}  // namespace

int main(int argc, char** argv) {
  const bool all = argc < 2 || std::string_view(argv[1]) != "--invented";
  std::string pattern = (fs::temp_directory_path() / "handbell-attendance-XXXXXX").string();
  const fs::path folder = ::mkdtemp(pattern.data());
  std::vector<bench::Figure> figures;
  const auto add = [&](std::vector<bench::Figure> more) {
    for (auto& figure : more) figures.push_back(std::move(figure));
  };
  const SchoolDay march = write_invented(folder / "invented.db");
  add(figures_of(folder / "invented.db", march, "invented"));
  for (const int years : {1, 6}) {
    if (!all) break;
    const bench::Scale scale{kPupils, years};
    const std::string path = folder / fmt::format("{}.db", years);
    bench::write_school(path, scale);
    add(figures_of(path, bench::today(scale),
                   fmt::format("{} year{} by chance", years, years == 1 ? "" : "s")));
  }
  fs::remove_all(folder);
  return bench::print(figures) ? 0 : 1;
}
