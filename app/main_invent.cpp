// handbell-invent: writes an invented school's files, its marks so far, and one late morning of it.
#include "app/exchange/calendar_file.h"
#include "app/exchange/card_file.h"
#include "app/exchange/mark_file.h"
#include "app/exchange/pupil_file.h"
#include "app/invent/attendance_year.h"
#include "app/invent/invented_school.h"
#include "app/invent/late_morning.h"
#include "app/store/atomic_file.h"

#include "command_words.h"

#include <filesystem>
#include <iostream>
#include <utility>
#include <vector>

namespace {

namespace fs = std::filesystem;
using namespace handbell;

struct Asked {
  std::string folder;
  std::string taps_on;
  std::string history_to;
  invent::Plan plan;
  bool replace = false;
};

using Files = std::vector<std::pair<std::string, std::string>>;

/// Two years of marks, as far as this day.
std::string history_of(const reg::School& school, const Asked& asked, SchoolDay last) {
  std::vector<exchange::OutsideMark> marks;
  for (const auto& mark : invent::attendance_year(school, asked.plan.seed, asked.plan.year).marks) {
    if (last < mark.session.day) break;
    marks.push_back({mark.pupil, mark.session, mark.code, mark.minutes_late, ""});
  }
  return exchange::write_outside_marks(marks, school);
}

Result<Files> files_of(reg::School school, const Asked& asked) {
  Files files{{"pupils.csv", exchange::write_pupils(school.pupils)},
              {"cards.csv", exchange::write_cards(school.cards, school)}};
  if (!asked.history_to.empty()) {
    const auto last = SchoolDay::parse(asked.history_to);
    if (!last) return fail(last.error());
    school.calendar = invent::with_year_before(school.calendar, asked.plan.year);
    files.emplace_back("marks.csv", history_of(school, asked, *last));
  }
  files.emplace_back("calendar.csv", exchange::write_calendar(school.calendar.periods()));
  return files;
}

Status write_all(const reg::School& school, const Asked& asked) {
  const auto files = files_of(school, asked);
  if (!files) return fail(files.error());
  std::error_code failed;
  fs::create_directories(asked.folder, failed);
  for (const auto& [name, text] : *files) {
    const fs::path path = fs::path(asked.folder) / name;
    if (!asked.replace && fs::exists(path, failed)) {
      return fail(FaultCode::folder_exists, path.string());
    }
  }
  for (const auto& [name, text] : *files) {
    const auto written = store::write_file((fs::path(asked.folder) / name).string(), text);
    if (!written) return fail(written.error());
  }
  std::cerr << school.pupils.size() << " pupils, " << school.cards.size() << " cards and "
            << school.calendar.periods().size() << " rows of the calendar, all invented, are in "
            << asked.folder << ".\n";
  return {};
}

Status print_taps(const reg::School& school, const Asked& asked) {
  const auto day = SchoolDay::parse(asked.taps_on);
  if (!day) return fail(day.error());
  std::cout << "at,card_uid,pupil\n";
  for (const auto& tap : invent::late_morning(school, asked.plan.seed, *day)) {
    std::cout << tap.at.hh_mm_ss() << ',' << tap.card_uid << ',' << tap.pupil << '\n';
  }
  return {};
}

Status run(const Asked& asked) {
  const auto school = invent::invent_school(asked.plan);
  if (!school) return fail(school.error());
  if (!asked.folder.empty()) {
    if (auto written = write_all(*school, asked); !written) return written;
  }
  return asked.taps_on.empty() ? Status() : print_taps(*school, asked);
}

}  // namespace

int main(int argc, char** argv) {
  CLI::App app("Invents a school: its pupils, cards and calendar, ready for 'handbell import'");
  Asked asked;
  auto* folder = app.add_option("folder", asked.folder, "where the three files go");
  app.add_option("--seed", asked.plan.seed, "another seed, another school");
  app.add_option("--pupils", asked.plan.pupils, "how many, 1 to 2000");
  app.add_option("--year", asked.plan.year, "whose September begins the school year");
  app.add_option("--history", asked.history_to,
                 "also marks.csv: the year before and this one, up to this day");
  app.add_flag("--replace", asked.replace, "write over files that are there");
  auto* taps = app.add_option("--taps", asked.taps_on, "print a late morning of this day as CSV");
  if (const auto status = handbell::ends_with(app, argc, argv)) return *status;
  if (folder->count() + taps->count() == 0) {
    std::cerr << "Name a folder for the files, or a day with --taps.\n";
    return 2;
  }
  if (folder->count() == 0 && !asked.history_to.empty()) {
    std::cerr << "Name a folder for the marks.\n";
    return 2;
  }
  const auto done = run(asked);
  if (done) return 0;
  std::cerr << sentence(done.error()) << "\n";
  return 1;
}
