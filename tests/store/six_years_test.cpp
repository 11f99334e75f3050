// A register that ran from 2024 to 2032, every Monday of it: the monthly job takes what each class
// of entry has outlived and nothing else, and no figure of the years that are kept moves.
#include "app/reports/pupil_figures.h"
#include "app/store/power_cut_vfs.h"
#include "app/store/register_file.h"

#include "counted_random.h"
#include "small_school.h"
#include <gtest/gtest.h>

#include <array>
#include <map>

namespace handbell::store {
namespace {

using journal::EntryKind;

constexpr int kAmendedDaysLater = 60;

class SixYears : public testing::Test {
 protected:
  void SetUp() override {
    file_ = std::move(*RegisterFile::open("register.db", random_, {vfs_.vfs_name()}));
    ASSERT_TRUE(file_->put_pupils(three_pupils()));
    ASSERT_EQ(*file_->enrol("Front door", {1}), 1U);
    const SchoolDay end = on("2032-01-12");
    for (SchoolDay day = on("2024-09-02"); day <= end; day = day.plus(7)) monday(day);
    for (std::uint64_t from = 1; from <= door_.entries().size(); from += 256) {
      ASSERT_TRUE(file_->apply(door_.message(from), instant("2032-01-12T10:00:00")));
    }
    ASSERT_TRUE(file_->verify());
  }

  void monday(SchoolDay day) {
    const auto at = [&](const char* time) { return from_local(day, at_time(time)); };
    reg::DoorMoment left;
    left.wall = at("11:00");
    door_.write(reg::KioskStarted{1, "0.1"}, at("07:00"));
    door_.tap(PupilId(1), at("08:50"), reg::code_of("L"));
    door_.write(reg::RefusedCard{{9}, left, 1}, at("11:00"));
    door_.write(reg::Passed{PupilId(1), left, true, ""}, at("11:00"));
    static const std::array kCodes{"/", "L", "I", "/", "U", "V", "O", "D", "C"};
    for (int pupil = 1; pupil <= 3; ++pupil) {
      const auto code = kCodes.at(static_cast<std::size_t>(mondays_ * 4 + pupil) % kCodes.size());
      enter(PupilId(pupil), day, code, at("09:30"));
    }
    // Every fourth Monday a parent rings long afterwards.
    if (++mondays_ % 4 == 0) {
      enter(PupilId(2), day, "M", from_local(day.plus(kAmendedDaysLater), at_time("12:00")));
    }
  }
  void enter(PupilId pupil, SchoolDay day, const char* code, Instant at) {
    const auto what = reg::code_of(code);
    const bool late = what == reg::code_of("L") || what == reg::code_of("U");
    ASSERT_TRUE(file_->enter({{pupil,
                               {day, Half::am},
                               what,
                               late ? std::optional(15) : std::nullopt,
                               std::nullopt,
                               "As the parent said",
                               "Office",
                               patel_}},
                             at));
    auto& youngest = youngest_[{day, pupil}];
    youngest = std::max(youngest, to_local(at)->day);
  }

  void erase_on(const char* day) {
    const auto erased = file_->erase(on(day), patel_, from_local(on(day), at_time("10:00")));
    ASSERT_TRUE(erased) << sentence(erased.error());
    EXPECT_GT(*erased, 0U);
    const auto count = file_->verify();
    ASSERT_TRUE(count) << sentence(count.error());
  }

  /// The first and last day on which texts of this kind were written, blank or not.
  std::pair<std::string, std::string> days_of(EntryKind kind, bool blank) {
    SQLite::Database raw(std::string("register.db"), SQLite::OPEN_READONLY, 0, vfs_.vfs_name());
    SQLite::Statement row(
        raw, "SELECT min(at), max(at) FROM event WHERE kind = ? AND (salt IS NULL) = ?");
    row.bind(1, static_cast<int>(kind));
    row.bind(2, blank ? 1 : 0);
    EXPECT_TRUE(row.executeStep() && !row.getColumn(0).isNull());
    const auto text = [&](int column) {
      return to_local(Instant{row.getColumn(column).getInt64()})->day.text();
    };
    return {text(0), text(1)};
  }
  void expect_kept_from(EntryKind kind, const char* last_blank, const char* first_kept) {
    EXPECT_EQ(days_of(kind, true), (std::pair<std::string, std::string>("2024-09-02", last_blank)));
    EXPECT_EQ(days_of(kind, false),
              (std::pair<std::string, std::string>(first_kept, "2032-01-12")));
  }

  /// Each pupil's figures of each school year from `from` on.
  std::vector<reports::AttendanceCount> figures(SchoolDay from) {
    const reports::PupilFigures all(*file_->years(2024, 2032), {});
    std::vector<reports::AttendanceCount> counts;
    for (int pupil = 1; pupil <= 3; ++pupil) {
      for (int year = reg::school_year_of(from); year <= 2031; ++year) {
        const auto first = std::max(from, reg::first_day_of(year));
        counts.push_back(
            all.of(PupilId(pupil), *reports::DateRange::from_days(first, reg::last_day_of(year))));
      }
    }
    return counts;
  }

  PowerCutVfs vfs_{"six_years"};
  CountedRandom random_;
  std::unique_ptr<RegisterFile> file_;
  PaperKiosk door_{1, 0xA1};
  const reg::Author patel_ = *reg::Author::parse("R Patel, Office manager");
  int mondays_ = 0;
  /// When the youngest entry of each mark was made.
  std::map<std::pair<SchoolDay, PupilId>, SchoolDay> youngest_;
};

TEST_F(SixYears, each_class_goes_when_its_time_has_come_and_the_chain_still_stands_D39_D51) {
  erase_on("2032-01-14");
  // Six years: the Monday before 14 January 2026 goes, the one after it stays.
  expect_kept_from(EntryKind::arrival, "2026-01-12", "2026-01-19");
  // The current school year and one: 2030/31 is kept until August 2032.
  for (const auto kind : {EntryKind::went_out, EntryKind::refused_card, EntryKind::kiosk_started}) {
    expect_kept_from(kind, "2030-08-26", "2030-09-02");
  }
}

TEST_F(SixYears, a_mark_goes_with_its_whole_chain_and_only_when_its_youngest_entry_may_D39) {
  erase_on("2032-01-14");
  int gone = 0;
  int waiting = 0;
  for (const auto& [of, made] : youngest_) {
    const auto& [day, pupil] = of;
    const bool due = made < on("2026-01-14");
    EXPECT_EQ(file_->history(pupil, {day, Half::am})->empty(), due) << day.text();
    gone += due ? 1 : 0;
    waiting += !due && day < on("2026-01-14") ? 1 : 0;
  }
  EXPECT_GT(gone, 0);
  EXPECT_GT(waiting, 0) << "old marks that an amendment keeps";
}

TEST_F(SixYears, the_figures_of_the_years_kept_are_the_same_before_and_after_D39_D51) {
  const auto kept = figures(on("2026-01-14"));
  const auto all = figures(on("2024-09-01"));
  erase_on("2032-01-14");
  EXPECT_EQ(figures(on("2026-01-14")), kept);
  EXPECT_NE(figures(on("2024-09-01")), all) << "and what was due is counted no more";
  int possible = 0;
  for (const auto& count : kept) possible += count.possible();
  EXPECT_GT(possible, 500);
}

TEST_F(SixYears, month_after_month_the_chain_stands_and_the_years_kept_do_not_move_D39_D51) {
  const char* const last = "2032-12-14";
  const auto kept = figures(on(last).plus(-6 * 365));
  for (const char* day : {"2032-01-14", "2032-02-14", "2032-09-14", last}) {
    erase_on(day);
    EXPECT_EQ(figures(on(last).plus(-6 * 365)), kept) << day;
  }
}

}  // namespace
}  // namespace handbell::store
