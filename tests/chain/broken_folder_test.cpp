// Whatever of the installation or of a school's own files is broken: one clear sentence in the log
// and in staff mode, and a kiosk that takes cards.
#include "staff_school.h"
#include <gmock/gmock.h>

#include <filesystem>
#include <functional>

namespace handbell::chain {
namespace {

namespace fs = std::filesystem;

void write(const std::string& path, const std::string& bytes) {
  fs::create_directories(fs::path(path).parent_path());
  std::ofstream(path, std::ios::binary) << bytes;
}

std::string noise(std::size_t length) {
  std::string bytes;
  std::uint32_t next = 2026;
  for (std::size_t i = 0; i < length; ++i) {
    next = next * 1664525U + 1013904223U;
    bytes += static_cast<char>(next >> 24U);
  }
  return bytes;
}

/// A private copy of the installation beside a school that has its door book and an office.
class BrokenFolder : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    school_ = std::make_unique<StaffSchool>();
    school_->learn_school();
    children_ = children_of(*school_);
    school_->start_office();
    settings_ = text_of(toml());
  }
  static void TearDownTestSuite() {
    children_.clear();
    school_.reset();
  }
  void SetUp() override {
    school_->install();
    write(toml(), settings_);
  }

  static std::string toml() { return school_->site() + "/handbell.toml"; }
  static std::string share() { return school_->share(); }
  static std::string own(const std::string& name) { return school_->file("own/" + name); }

  /// `value` as it stands in handbell.toml.
  static void set(const std::string& key, const std::string& value) {
    std::string text = text_of(toml());
    const auto at = text.find("\n" + key + " = ") + 1;
    ASSERT_NE(at, 0U) << key;
    text.replace(at, text.find('\n', at) - at, key + " = " + value);
    write(toml(), text);
  }
  /// The kiosk says this, once and nothing else, in its log and to staff, and takes a card.
  static void expect_told(const std::string& told) {
    school_->start_kiosk();
    const Child child = children_.back();
    children_.pop_back();
    (void)school_->card(child.card);
    EXPECT_TRUE(until([&] { return school_->greets(child.shown); })) << school_->lately();
    school_->sign_in();
    EXPECT_EQ(school_->texts_with(told), 1U) << school_->screen().dump();
    EXPECT_EQ(school_->end_kiosk(), 0);
    EXPECT_EQ(school_->log(), std::vector<std::string>{"handbell-kiosk: " + told});
  }
  static void expect_told(FaultCode code, const std::string& where) {
    expect_told(sentence({code, where}));
  }

  inline static std::unique_ptr<StaffSchool> school_;
  inline static std::vector<Child> children_;
  inline static std::string settings_;
};

TEST_F(BrokenFolder, nothing_is_said_where_nothing_is_broken) {
  school_->start_kiosk();
  (void)school_->card(children_.front().card);
  EXPECT_TRUE(until([&] { return school_->greets(children_.front().shown); }));
  EXPECT_EQ(school_->end_kiosk(), 0);
  EXPECT_TRUE(school_->log().empty());
}

TEST_F(BrokenFolder, a_theme_that_is_no_toml) {
  write(own("mine.toml"), "[colours]\npaper = [\"#FFFFFF\"\n[sizes]\n");
  set("theme", "[\"" + own("mine.toml") + "\"]");
  expect_told(FaultCode::theme_unusable, "mine.toml, line 3");
}

TEST_F(BrokenFolder, a_theme_that_nobody_could_read) {
  write(own("pale.toml"), "[colours]\npaper = [\"#FFFFFF\", \"#888888\"]\n");
  set("theme", "[\"large\", \"" + own("pale.toml") + "\"]");
  expect_told(FaultCode::theme_unusable, "pale.toml, paper: the contrast is 3.5, not 7");
}

TEST_F(BrokenFolder, a_theme_that_is_not_there) {
  set("theme", "[\"" + own("gone.toml") + "\"]");
  expect_told(FaultCode::theme_unusable, "gone.toml, which cannot be read");
}

TEST_F(BrokenFolder, each_font_that_is_missing) {
  const std::vector<std::pair<std::string, std::string>> files{
      {"Andika-", "Andika"},
      {"NotoSans-", "Noto Sans"},
      {"NotoNastaliqUrdu-", "Noto Nastaliq Urdu"},
      {"NotoSansArabic-", "Noto Sans Arabic"},
      {"NotoSansBengali-", "Noto Sans Bengali"},
      {"NotoSansGurmukhi-", "Noto Sans Gurmukhi"}};
  for (const auto& [file, family] : files) {
    SCOPED_TRACE(family);
    SetUp();
    for (const char* weight : {"Regular.ttf", "Bold.ttf"}) {
      fs::remove(share() + "/fonts/" + file + weight);
    }
    expect_told(FaultCode::asset_missing, share() + "/fonts (the font " + family + ")");
  }
}

TEST_F(BrokenFolder, a_font_that_is_noise) {
  for (const char* weight : {"Regular", "Bold"}) {
    write(share() + "/fonts/Andika-" + weight + ".ttf", noise(600'000));
  }
  expect_told(FaultCode::asset_missing, share() + "/fonts (the font Andika)");
}

TEST_F(BrokenFolder, all_fonts_gone) {
  fs::remove_all(share() + "/fonts");
  expect_told(FaultCode::asset_missing, share() + "/fonts (the font Andika and 5 more)");
}

TEST_F(BrokenFolder, the_pictures_gone) {
  fs::remove_all(share() + "/icons");
  expect_told(FaultCode::asset_missing, share() + "/icons");
}

TEST_F(BrokenFolder, a_picture_that_is_noise) {
  for (const auto& entry : fs::directory_iterator(share() + "/icons")) {
    write(entry.path().string(), noise(500));
  }
  expect_told(FaultCode::asset_missing, share() + "/icons");
}

TEST_F(BrokenFolder, a_language_that_was_cut_within_a_word) {
  const std::string whole = text_of(share() + "/i18n/ur.po");
  const auto at = whole.find("msgstr \"", whole.size() / 2) + 10;
  write(share() + "/i18n/ur.po", whole.substr(0, at));
  const auto line =
      std::count(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(at), '\n') + 1;
  expect_told(FaultCode::words_garbled, "ur.po, line " + std::to_string(line));
}

TEST_F(BrokenFolder, a_language_that_was_cut_between_its_words) {
  const std::string whole = text_of(share() + "/i18n/so.po");
  const auto at = whole.find("\n\n", whole.size() - 300);
  const auto next = whole.find("msgid \"", at) + 7;
  const std::string first = whole.substr(next, whole.find('"', next) - next);
  std::size_t lost = 0;
  for (auto found = whole.find("msgid \"", at); found != std::string::npos;
       found = whole.find("msgid \"", found + 1)) {
    ++lost;
  }
  write(share() + "/i18n/so.po", whole.substr(0, at));
  ASSERT_GT(lost, 1U);
  school_->start_kiosk();
  EXPECT_EQ(school_->end_kiosk(), 0);
  EXPECT_THAT(
      school_->log(),
      testing::ElementsAre(testing::HasSubstr(" and " + std::to_string(lost - 1) + " more")));
}

TEST_F(BrokenFolder, a_language_that_lacks_one_sentence) {
  std::string text = text_of(share() + "/i18n/pl.po");
  const auto at = text.find("msgid \"Not me\"");
  ASSERT_NE(at, std::string::npos);
  text.erase(at, text.find("\n\n", at) - at);
  write(share() + "/i18n/pl.po", text);
  expect_told(FaultCode::words_missing, "pl.po (\"Not me\")");
}

TEST_F(BrokenFolder, a_language_whose_english_was_changed_is_the_only_one_that_is_blamed) {
  std::string text = text_of(share() + "/i18n/pl.po");
  text.replace(text.find("msgid \"Not me\""), 14, "msgid \"Not mine\"");
  write(share() + "/i18n/pl.po", text);
  expect_told(FaultCode::words_missing, "pl.po (\"Not me\")");
}

TEST_F(BrokenFolder, a_language_that_is_noise) {
  write(share() + "/i18n/bn.po", noise(4'000));
  expect_told(FaultCode::words_garbled, "bn.po, line 1");
}

TEST_F(BrokenFolder, a_language_that_is_empty) {
  write(share() + "/i18n/bn.po", "");
  expect_told(FaultCode::words_garbled, "bn.po, which says nothing");
}

TEST_F(BrokenFolder, a_language_without_a_file) {
  set("languages", "[\"ur\", \"ti\"]");
  expect_told(FaultCode::words_missing, "ti.po, which is not there");
}

TEST_F(BrokenFolder, a_picture_of_the_school_that_is_none) {
  write(own("logo.png"), noise(5'000));
  write(own("cut.png"), std::string("\x89PNG\r\n\x1a\n", 8));
  write(own("large.png"), "\x89PNG" + std::string(20'000'000, 'x'));
  // A head that promises 60,000 by 60,000 pixels.
  write(own("bomb.png"),
        std::string("\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0\xea\x60\0\0\xea\x60\x08\x06"
                    "\0\0\0",
                    29));
  fs::create_directories(own("folder.png"));
  for (const char* name :
       {"logo.png", "cut.png", "large.png", "bomb.png", "folder.png", "gone.png"}) {
    SCOPED_TRACE(name);
    SetUp();
    set("logo", "\"" + own(name) + "\"");
    expect_told(FaultCode::picture_unusable, own(name));
  }
}

TEST_F(BrokenFolder, a_recording_that_is_noise) {
  const std::string recording = school_->kiosk_folder() + "/voice/en/you_are_in.wav";
  write(recording, noise(5'000));
  set("speech", "true");
  set("volume", "0");
  expect_told(FaultCode::voice_unusable, "en/you_are_in.wav, which is no WAV file");
  fs::remove_all(school_->kiosk_folder() + "/voice");
}

/// Staff cards stand in the book: it is whole again before anybody can sign in.
TEST_F(BrokenFolder, a_door_book_that_cannot_be_read_is_asked_for_again) {
  const std::string path = school_->kiosk_folder() + "/door.book";
  const std::string whole = text_of(path);
  for (const auto& broken : {whole.substr(0, whole.size() / 2), noise(20'000), std::string()}) {
    write(path, broken);
    school_->start_kiosk();
    EXPECT_TRUE(until([&] { return school_->shows("School"); })) << school_->lately();
    const Child child = children_.back();
    children_.pop_back();
    (void)school_->card(child.card);
    EXPECT_TRUE(until([&] { return school_->greets(child.shown); })) << school_->lately();
    EXPECT_EQ(school_->end_kiosk(), 0);
    EXPECT_EQ(school_->log(),
              std::vector<std::string>{"handbell-kiosk: " +
                                       sentence({FaultCode::door_book_garbled, path})});
    EXPECT_EQ(text_of(path), whole);
  }
}

/// A key that is not known would be a setting that somebody believes in.
TEST_F(BrokenFolder, a_key_that_nobody_knows_ends_the_kiosk_with_one_sentence_what_and_where) {
  set("volume", "60\nvolumme = 70");
  school_->begin_kiosk();
  EXPECT_EQ(school_->kiosk().wait(), 1);
  const auto log = school_->log();
  ASSERT_EQ(log.size(), 1U);
  EXPECT_NE(log[0].find("\"kiosk.volumme\" (line "), std::string::npos) << log[0];
  EXPECT_NE(log[0].find("put it right in handbell.toml and start again."), std::string::npos);
}

/// One line a fault; staff see what there is room for, and how many more the log has.
TEST_F(BrokenFolder, everything_at_once) {
  for (const char* part : {"/fonts", "/icons", "/i18n", "/theme", "/voice"}) {
    fs::remove_all(share() + part);
  }
  set("logo", "\"" + own("gone.png") + "\"");
  school_->start_kiosk();
  const Child child = children_.back();
  children_.pop_back();
  (void)school_->card(child.card);
  EXPECT_TRUE(until([&] { return school_->greets(child.shown); })) << school_->lately();
  school_->sign_in();
  EXPECT_EQ(school_->end_kiosk(), 0);
  const auto log = school_->log();
  EXPECT_EQ(log.size(), 4U) << "fonts, pictures, languages, logo";
  EXPECT_EQ(school_->texts_with("The card reader is not working."), 1U);
  EXPECT_EQ(school_->texts_with("and " + std::to_string(log.size() - 2) + " more in the log"), 1U)
      << school_->lately();
  EXPECT_EQ(std::set<std::string>(log.begin(), log.end()).size(), log.size());
  for (const auto& line : log) EXPECT_EQ(line.find("handbell-kiosk: "), 0U) << line;
}

}  // namespace
}  // namespace handbell::chain
