// handbell-attendance-bench [--invented]: what the page Attendance costs on 1,000 pupils: an
// invented school with two years of marks, where somewhat under half of the children stand on it,
// and one with marks by chance, where nearly all do, with one year of marks and with six.
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

#include <filesystem>
#include <iostream>
#include <string_view>

namespace {

using namespace handbell;
namespace fs = std::filesystem;

constexpr int kPupils = 1'000;

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
  const auto by = *reg::Author::from("J Okoro", "Class teacher");
  std::vector<reg::MarkDraft> drafts;
  for (const auto& mark : invent::attendance_year(school, invent::kDemoSeed, kYear).marks) {
    if (last < mark.session.day) break;
    if (!drafts.empty() && drafts.back().session.day != mark.session.day) {
      (void)must(file->enter(drafts, from_local(drafts.back().session.day, {})));
      drafts.clear();
    }
    drafts.push_back({mark.pupil, mark.session, mark.code, mark.minutes_late, std::nullopt,
                      "Register", "Class register", by});
  }
  (void)must(file->enter(drafts, from_local(last, {})));
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
  const auto source = must(reports::read_for_suggestions(*file, visit.today));
  const auto view = must(office::attendance_view(visit, *file));
  std::vector<bench::Figure> figures;
  figures.push_back(ten_times("attendance: what is read, " + of, [&] {
    return reports::read_for_suggestions(*file, visit.today).has_value();
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
