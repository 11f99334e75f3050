// The letters of the simulated year at its four dates, as they are filled for the children with a
// story: held as golden files, and their figures worked out a second time. HANDBELL_WRITE=1 writes
// the files anew.
#include "app/base/school_time.h"
#include "app/paper/child_letter.h"
#include "app/reports/suggestion.h"
#include "app/store/memory_register.h"

#include "counted_random.h"
#include "naive_year.h"
#include "year_lists.h"
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>

namespace handbell::reports {
namespace {

using paper::LetterKind;
using paper::LetterSource;
using testing::HasSubstr;

const auto kBy = *reg::Author::from("A Noor", "Headteacher");

/// A block of a sheet as plain text.
struct PlainBlock {
  std::string operator()(const paper::HeadingBlock& block) const {
    return std::string(static_cast<std::size_t>(block.level), '#') + " " + block.words + "\n";
  }
  std::string operator()(const paper::ParagraphBlock& block) const { return block.words + "\n"; }
  std::string operator()(const paper::ListBlock& block) const {
    std::string lines;
    for (const auto& item : block.items) lines += "- " + item + "\n";
    return lines;
  }
  std::string operator()(const paper::FactsBlock& block) const {
    std::string lines;
    for (const auto& [name, value] : block.facts) lines += name + ": " + value + "\n";
    return lines;
  }
  std::string operator()(const paper::TableBlock& block) const {
    std::string lines = block.caption + "\n";
    for (const auto& row : block.rows) {
      std::string cells;
      for (const auto& cell : row) cells += (cells.empty() ? "  " : " | ") + cell;
      lines += cells + "\n";
    }
    return lines;
  }
  std::string operator()(const paper::SignBlock& block) const {
    return "[sign: " + block.who + "]\n";
  }
  std::string operator()(const paper::WritingBlock& block) const {
    return fmt::format("[lines: {}]\n", block.lines);
  }
  std::string operator()(const paper::PictureBlock& block) const { return block.words + "\n"; }
};

std::string plain(const paper::Sheet& sheet) {
  std::string text;
  for (const auto& block : sheet.blocks) text += std::visit(PlainBlock{}, block);
  return text;
}

class YearLetters : public testing::Test {
 protected:
  YearLetters() {
    children_ = year_.cast.persistent;
    const auto& family = year_.cast.holiday_family;
    children_.insert(children_.end(), family.begin(), family.end());
    children_.push_back(*year_.cast.turning_five);
    std::sort(children_.begin(), children_.end());
  }
  void SetUp() override {
    ASSERT_TRUE(store_.name_school("Oak Lane"));
    ASSERT_TRUE(store_.put_pupils(year_.school->pupils));
    ASSERT_TRUE(store_.put_periods(year_.school->calendar.periods()));
    ASSERT_TRUE(store_.put_times(reg::policy_times(*SchoolDay::parse("2024-09-01"))));
    const auto school = store_.school();
    for (const PupilId id : children_) {
      ASSERT_EQ(school->pupil(id)->full_name(), year_.school->pupil(id)->full_name());
    }
  }

  /// The marks of these children up to the day, and none of after it.
  void come_to(SchoolDay day) {
    std::vector<reg::MarkDraft> drafts;
    for (; next_ < year_.marks.size() && year_.marks[next_].session.day <= day; ++next_) {
      const auto& mark = year_.marks[next_];
      if (std::find(children_.begin(), children_.end(), mark.pupil) == children_.end()) continue;
      drafts.push_back({mark.pupil, mark.session, mark.code, mark.minutes_late, std::nullopt,
                        "in class", "Class register", kBy});
    }
    const auto entered = store_.enter(drafts, from_local(day, {}));
    ASSERT_TRUE(entered) << sentence(entered.error());
  }

  /// Whose sheet the list of the day offers, and which.
  [[nodiscard]] std::vector<std::pair<PupilId, LetterKind>> offered(SchoolDay day) const {
    std::vector<std::pair<PupilId, LetterKind>> sheets;
    for (const PupilId id : children_) {
      for (const auto& each : suggestions_about(source_, id, day).suggestions) {
        const auto kind = paper::parse_letter_kind(sheet_of(each.key));
        if (kind) sheets.emplace_back(id, *kind);
      }
    }
    return sheets;
  }

  std::string letter(PupilId pupil, LetterKind kind, SchoolDay day) {
    const auto source = LetterSource::read(store_, kind, from_local(day, {}));
    EXPECT_TRUE(source) << sentence(source.error());
    const auto sheet = source->wording().filled(
        paper::values_of(*source, *source->school().pupil(pupil), {kBy.text()}));
    return plain(sheet);
  }

  /// What must stand in it, counted from the marks one by one.
  void expect_naive(const std::string& words, PupilId pupil, LetterKind kind, SchoolDay day) {
    const int first = day.month() >= 9 ? day.year() : day.year() - 1;
    const auto september = [](int year) { return *SchoolDay::from_parts(year, 9, 1); };
    const auto now = naive_rate(year_, pupil, september(first), day);
    const auto before = naive_rate(year_, pupil, september(first - 1), september(first).plus(-1));
    EXPECT_THAT(words, HasSubstr(fmt::format("{} % up to {} ({} of {} sessions)", now.percent,
                                             day.words(), now.attended, now.possible)));
    EXPECT_THAT(words,
                HasSubstr(fmt::format("Last school year: {}\n",
                                      before.possible == 0 ? "not known" : before.percent + " %")));
    if (kind != LetterKind::penalty) return;
    const auto lines = naive_lines(year_, day);
    const auto own = std::find_if(lines.begin(), lines.end(), [&](const std::string& line) {
      return line.starts_with(fmt::format("{} penalty ", pupil.number()));
    });
    ASSERT_NE(own, lines.end());
    const auto from = own->rfind(' ', own->find('/')) + 1;
    const int counted = std::stoi(own->substr(from));
    int listed = 0;
    for (const auto& mark : year_.marks) {
      if (mark.pupil != pupil || day < mark.session.day) continue;
      const std::string row =
          fmt::format("  {} | {} | {} | ", mark.session.day.words(),
                      mark.session.half == Half::am ? "morning" : "afternoon", mark.code.text());
      if (words.find(row) != std::string::npos) ++listed;
    }
    EXPECT_EQ(listed, counted) << "each session that counts, and no other";
    EXPECT_EQ(std::count(words.begin(), words.end(), '|'), 3 * counted);
  }

  const SimulatedYear year_ = simulated_year(invent::kDemoSeed);
  const ReportSource source_ = source_of(year_);
  CountedRandom random_{1};
  store::MemoryRegister store_{random_};
  std::vector<PupilId> children_;
  std::size_t next_ = 0;
};

TEST_F(YearLetters, of_four_days_are_held_as_files_and_their_figures_counted_twice) {
  int penalties = 0;
  for (const SchoolDay day : four_days()) {
    come_to(day);
    std::string text;
    for (const auto& [pupil, kind] : offered(day)) {
      const std::string words = letter(pupil, kind, day);
      expect_naive(words, pupil, kind, day);
      penalties += kind == LetterKind::penalty ? 1 : 0;
      text += fmt::format("{}==== {}\n{}", text.empty() ? "" : "\n", paper::text_of(kind), words);
    }
    const std::string path = std::string(HANDBELL_GOLDEN) + "/letters-" + day.text() + ".txt";
    if (std::getenv("HANDBELL_WRITE") != nullptr) {
      std::ofstream(path, std::ios::binary) << text;
    }
    std::ifstream file(path, std::ios::binary);
    EXPECT_EQ(text, std::string(std::istreambuf_iterator<char>(file), {})) << path;
  }
  EXPECT_GE(penalties, 4) << "the family's, on each of the four days";
}

}  // namespace
}  // namespace handbell::reports
