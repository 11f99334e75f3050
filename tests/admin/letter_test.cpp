// Letters as one PDF, for scripts.
#include "app/store/audit_file.h"

#include "counted_random.h"
#include "report_school.h"

namespace handbell::admin {
namespace {

const std::string kBy = "Eva Nowak, Headteacher";

class LetterCommand : public ReportSchool {
 protected:
  void SetUp() override {
    ReportSchool::SetUp();
    it_is("2026-01-16T09:10:00");
  }
  [[nodiscard]] std::string pdf(const std::string& name) const { return folder_ + "/" + name; }
  std::vector<std::string> words(const std::string& kind, std::vector<std::string> more) const {
    std::vector<std::string> all{"letters", kind, "--to", pdf(kind + ".pdf"), "--by", kBy};
    all.insert(all.end(), more.begin(), more.end());
    return all;
  }
  std::string text_of(const std::string& kind) const {
    FILE* pipe = ::popen(("pdftotext " + pdf(kind + ".pdf") + " -").c_str(), "r");
    std::string text;
    for (int c = std::fgetc(pipe); c != EOF; c = std::fgetc(pipe)) {
      text.push_back(static_cast<char>(c));
    }
    EXPECT_EQ(::pclose(pipe), 0);
    return text;
  }
  void refused(const std::vector<std::string>& asked, const std::string& part) const {
    const Answer answer = ask(asked);
    EXPECT_EQ(answer.status, 1) << answer.out;
    EXPECT_NE(answer.err.find(part), std::string::npos) << answer.err;
  }
};

TEST_F(LetterCommand, makes_one_sheet_for_each_child) {
  const std::string said = done(words("lateness", {"--pupils", "1001", "1002"}));
  EXPECT_EQ(said, pdf("lateness.pdf") + " holds 2 sheets: Lateness letter.\n");
  const std::string text = text_of("lateness");
  EXPECT_NE(text.find("Amira"), std::string::npos) << text;
  EXPECT_NE(text.find("Ben"), std::string::npos);
  EXPECT_NE(text.find("Rehearsal: nothing on this paper is real."), std::string::npos);
  EXPECT_NE(text.find("Made on Friday 16 January 2026, 09:10, by Eva Nowak, Headteacher."),
            std::string::npos);
}

TEST_F(LetterCommand, makes_the_boards_sheet_of_nobody) {
  done(words("governor", {}));
  const std::string text = text_of("governor");
  EXPECT_NE(text.find("governing board"), std::string::npos) << text;
  EXPECT_EQ(text.find("Amira"), std::string::npos);
}

TEST_F(LetterCommand, notes_for_each_child_what_was_made_and_a_case_that_was_read) {
  CountedRandom random;
  ASSERT_TRUE(store::AuditFile::open(folder_ + "/site/office/audit.db", random));
  done(words("penalty", {"--pupils", "1001", "1002"}));
  const std::string noted =
      done({"audit", "list", "--from", "2026-01-16", "--to", "2026-01-16", "--format", "csv"});
  const auto lines_with = [&](const std::string& pupil, const std::string& kind) {
    std::istringstream lines(noted);
    int count = 0;
    for (std::string line; std::getline(lines, line);) {
      const bool both =
          line.find(pupil) != std::string::npos && line.find(kind) != std::string::npos;
      if (both && line.find("Penalty consideration sheet, made by Eva") != std::string::npos)
        ++count;
    }
    return count;
  };
  for (const char* pupil : {"Amira", "Ben"}) {
    EXPECT_EQ(lines_with(pupil, std::string(words_of(reg::ReadKind::printed_list))), 1) << noted;
    EXPECT_EQ(lines_with(pupil, std::string(words_of(reg::ReadKind::case_read))), 1) << noted;
  }
}

TEST_F(LetterCommand, makes_no_line_of_the_yearly_report_for_the_nursery_D46) {
  refused(words("annual", {"--pupils", "1007"}), "Gia Noor is in the nursery");
  refused(words("annual", {"--class", "Ducklings"}), "Gia Noor is in the nursery");
}

TEST_F(LetterCommand, says_what_is_wrong_and_writes_nothing) {
  refused(words("fine", {"--pupils", "1001"}), "\"fine\" is no kind of letter");
  refused(words("lateness", {"--pupils", "4711"}), "4711");
  refused(words("lateness", {"--class", "Dragons"}), "Dragons");
  refused(words("lateness", {}), "Nobody is named");
  refused({"letters", "lateness", "--pupils", "1001", "--to", pdf("letter.txt"), "--by", kBy},
          "let it end with .pdf");
  refused({"letters", "lateness", "--pupils", "1001", "--to", pdf("l.pdf"), "--by", "nobody"},
          "NAME, POSITION");
  EXPECT_FALSE(std::filesystem::exists(pdf("lateness.pdf")));
  CountedRandom random;
  ASSERT_TRUE(store::AuditFile::open(folder_ + "/site/office/audit.db", random));
  done(words("lateness", {"--pupils", "1001"}));
  EXPECT_NE(done({"audit", "list", "--from", "2026-01-16", "--to", "2026-01-16"})
                .find("Lateness letter, made by Eva Nowak, Headteacher"),
            std::string::npos);
  refused(words("lateness", {"--pupils", "1001"}), "lateness.pdf");
}

}  // namespace
}  // namespace handbell::admin
