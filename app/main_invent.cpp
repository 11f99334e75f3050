// handbell-invent: writes an invented school's files, and one late morning of it.
#include "app/exchange/calendar_file.h"
#include "app/exchange/card_file.h"
#include "app/exchange/pupil_file.h"
#include "app/invent/invented_school.h"
#include "app/invent/late_morning.h"
#include "app/store/atomic_file.h"

#include "command_words.h"

#include <array>
#include <filesystem>
#include <iostream>

namespace {

namespace fs = std::filesystem;
using namespace handbell;

struct Asked {
  std::string folder;
  std::string taps_on;
  invent::Plan plan;
  bool replace = false;
};

Status write_all(const reg::School& school, const Asked& asked) {
  const std::array<std::pair<const char*, std::string>, 3> files{
      {{"pupils.csv", exchange::write_pupils(school.pupils)},
       {"cards.csv", exchange::write_cards(school.cards, school)},
       {"calendar.csv", exchange::write_calendar(school.calendar.periods())}}};
  std::error_code failed;
  fs::create_directories(asked.folder, failed);
  for (const auto& [name, text] : files) {
    const fs::path path = fs::path(asked.folder) / name;
    if (!asked.replace && fs::exists(path, failed)) {
      return fail(FaultCode::folder_exists, path.string());
    }
  }
  for (const auto& [name, text] : files) {
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
  app.add_flag("--replace", asked.replace, "write over files that are there");
  auto* taps = app.add_option("--taps", asked.taps_on, "print a late morning of this day as CSV");
  if (const auto status = handbell::ends_with(app, argc, argv)) return *status;
  if (folder->count() + taps->count() == 0) {
    std::cerr << "Name a folder for the files, or a day with --taps.\n";
    return 2;
  }
  const auto done = run(asked);
  if (done) return 0;
  std::cerr << sentence(done.error()) << "\n";
  return 1;
}
