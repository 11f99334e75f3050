// A school of 2,000 children in 80 classes with names of 80 letters in any script, through the real
// commands, office and kiosk.
#include "staff_school.h"

#include <chrono>

namespace handbell::chain {
namespace {

constexpr std::size_t kPupils = 2000;
constexpr std::size_t kClasses = 80;
constexpr std::size_t kLetters = 80;

using Clock = std::chrono::steady_clock;

std::int64_t ms_since(Clock::time_point then) {
  return std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - then).count();
}

/// Ten letters of each script; the last has marks that pile up, which no letter takes in.
const std::vector<std::vector<std::string>>& scripts() {
  static const std::vector<std::vector<std::string>> kAll{
      {"á", "ß", "ø", "ł", "ğ", "ě", "ň", "ő", "ű", "ç"},
      {"ا", "ب", "ت", "ث", "ج", "ح", "خ", "د", "ذ", "ر"},
      {"ک", "گ", "پ", "چ", "ژ", "ٹ", "ڈ", "ے", "ہ", "ی"},
      {"ক", "খ", "গ", "ঘ", "চ", "ছ", "জ", "ঝ", "ট", "ঠ"},
      {"ਕ", "ਖ", "ਗ", "ਘ", "ਚ", "ਛ", "ਜ", "ਝ", "ਟ", "ਠ"},
      {"а", "б", "в", "г", "д", "е", "ж", "з", "и", "к"},
      {"ế", "ạ", "ữ", "ơ", "ắ", "ộ", "ị", "ỳ", "ẽ", "ú"},
      {"王", "李", "张", "刘", "陈", "杨", "黄", "赵", "吴", "周"},
      {"😀", "🦉", "🦊", "🐝", "🐸", "🦆", "🦔", "🐻", "🐼", "🐧"},
      {"q\u0300\u0301\u0302\u0303", "x\u0323\u0324\u0330", "k\u030A\u030B\u030C", "w\u0316\u0317",
       "v\u0318\u0319\u031A", "p\u031B\u031C", "h\u0325\u0326", "f\u0338\u0339", "d\u033A\u033B",
       "b\u035C\u0361"}};
  return kAll;
}

std::size_t letters_in(const std::string& text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

/// The child's number in letters of its script, and on to 80 of them; every second one in words.
std::string forename(std::size_t pupil) {
  const auto& letters = scripts()[pupil % scripts().size()];
  std::string name;
  for (std::size_t rest = pupil, i = 0; i < 4; ++i, rest /= 10) name += letters[rest % 10];
  for (std::size_t i = 0;; ++i) {
    const bool gap = pupil % 20 < 10 && i % 9 == 8;
    const std::string next = (gap ? " " : "") + letters[(pupil + i) % 10];
    if (letters_in(name + next) > kLetters) return name;
    name += next;
  }
}

std::string surname(std::size_t pupil) {
  const auto& letters = scripts()[pupil % scripts().size()];
  std::string name;
  while (letters_in(name + letters[7]) <= kLetters) name += letters[7];
  return name;
}

std::string class_of(std::size_t pupil) {
  const auto number = std::to_string(100 + pupil % kClasses);
  return "Kingfishers of Rainbow Meadow " + number;
}

int month_of(std::size_t pupil) { return static_cast<int>(pupil / kClasses % 12) + 1; }

std::string two(int number) { return (number < 10 ? "0" : "") + std::to_string(number); }

std::string card_of(std::size_t pupil) {
  std::ostringstream number;
  number << std::hex << std::uppercase << 0x04A10000000000 + pupil * 7919;
  return "0" + number.str();
}

class LargeSchool : public testing::Test {
 protected:
  void SetUp() override {
    std::ofstream pupils(school_.file("pupils.csv"));
    std::ofstream cards(school_.file("cards.csv"));
    pupils << "AdmissionNumber,Surname,Forename,DateOfBirth,YearGroup,Class,StartDate\n";
    cards << "AdmissionNumber,CardId,IssuedOn\n";
    for (std::size_t i = 0; i < kPupils; ++i) {
      const std::string number = std::to_string(10'000 + i);
      pupils << number << "," << surname(i) << "," << forename(i) << ",2020-" << two(month_of(i))
             << "-05,R," << class_of(i) << ",2025-09-03\n";
      cards << number << "," << card_of(i) << ",2025-09-03\n";
    }
    pupils.close();
    cards.close();
    school_.handbell("import pupils " + school_.file("pupils.csv"));
    school_.handbell("import cards " + school_.file("cards.csv"));
    ASSERT_FALSE(HasFailure());
    school_.install();
    school_.start_office();
    const auto begun = Clock::now();
    school_.start_kiosk();
    ASSERT_TRUE(until([&] { return school_.shows("School"); })) << school_.lately();
    std::cout << "start to the first book: " << ms_since(begun) << " ms\n";
  }
  void TearDown() override {
    if (HasFailure()) return;
    EXPECT_EQ(school_.end_kiosk(), 0);
    EXPECT_EQ(school_.end_office(), 0);
    EXPECT_TRUE(school_.log().empty()) << school_.log().front();
  }

  /// As the screen names this child.
  static std::string shown(std::size_t pupil) {
    return forename(pupil) + " " + scripts()[pupil % scripts().size()][7];
  }
  std::int64_t tap(std::size_t pupil) {
    if (HasFailure()) return 0;
    const auto begun = Clock::now();
    (void)school_.card(card_of(pupil));
    EXPECT_TRUE(until([&] { return school_.greets(shown(pupil)); }))
        << pupil << " " << shown(pupil) << "\n"
        << school_.screen().dump();
    return ms_since(begun);
  }
  void expect_screen(const std::string& name) {
    ASSERT_TRUE(until([&] { return school_.shows_screen(name); })) << name << school_.lately();
  }
  /// Turns pages until a button says this, and presses it: how many were turned.
  int find_and_press(const std::string& label) {
    for (int turned = 0; turned < 20; ++turned) {
      const auto buttons = school_.buttons();
      if (const auto found = buttons.find(label); found != buttons.end()) {
        school_.press(found->second);
        return turned;
      }
      if (!buttons.contains("More")) break;
      const std::string before = school_.screen().dump();
      school_.press("more");
      EXPECT_TRUE(until([&] { return school_.screen().dump() != before; }));
    }
    ADD_FAILURE() << "no " << label << "\n" << school_.screen().dump();
    return -1;
  }

  StaffSchool school_{false};
};

TEST_F(LargeSchool, greets_every_script_by_its_card) {
  std::vector<std::int64_t> took;
  for (std::size_t i = 0; i < 40; ++i) took.push_back(tap(1'957 + i));
  std::sort(took.begin(), took.end());
  std::cout << "a tap of 40: median " << took[20] << " ms, longest " << took.back() << " ms\n";
  EXPECT_EQ(school_.end_kiosk(), 0);
  const auto begun = Clock::now();
  school_.begin_kiosk();
  EXPECT_TRUE(until([&] { return school_.shows("School"); }));
  std::cout << "start to the first frame with the roll: " << ms_since(begun) << " ms\n";
  (void)until([&] { return school_.answers(); });
  tap(3);
}

TEST_F(LargeSchool, finds_a_child_of_the_sixtieth_class_without_a_card) {
  constexpr std::size_t kChild = 59;
  school_.press("no_card");
  expect_screen("pick_class");
  EXPECT_EQ(find_and_press(class_of(kChild)), 2);
  expect_screen("pick_month");
  EXPECT_EQ(find_and_press("January"), 0);
  expect_screen("pick_child");
  EXPECT_EQ(find_and_press(shown(kChild)), 0);
  EXPECT_TRUE(until([&] { return school_.greets(shown(kChild)); })) << school_.screen().dump();
}

TEST_F(LargeSchool, staff_reach_each_of_forty_late_children) {
  for (std::size_t i = 0; i < 40; ++i) tap(i);
  school_.sign_in();
  school_.press("choice:0");
  expect_screen("staff_late");
  EXPECT_EQ(find_and_press(shown(0)), 3) << "who came first stands last";
  expect_screen("pick_reason");
}

TEST_F(LargeSchool, offers_fifteen_languages_page_by_page) {
  EXPECT_EQ(school_.end_kiosk(), 0);
  for (const std::string code : {"ha", "ig", "ny", "rw", "sn", "tn", "zu"}) {
    std::string text = text_of(school_.share() + "/i18n/so.po");
    text.replace(text.find("Soomaali"), 8, "Language " + code);
    std::ofstream(school_.share() + "/i18n/" + code + ".po") << text;
  }
  school_.start_kiosk();
  school_.press("languages");
  expect_screen("pick_language");
  EXPECT_EQ(find_and_press("Language zu"), 1);
  EXPECT_TRUE(until([&] { return school_.shows("\"language\":\"zu\""); }));
}

}  // namespace
}  // namespace handbell::chain
