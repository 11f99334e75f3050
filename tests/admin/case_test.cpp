// A child's case by command: what was said, agreed and decided, and what is due (policy 4.2 to 6).
#include "app/store/audit_file.h"

#include "counted_random.h"
#include "report_school.h"

namespace handbell::admin {
namespace {

const std::string kCaseChampion = "Zoë Reid, Senior attendance champion";
const std::string kCaseHead = "Eva Nowak, Headteacher";
using Words = std::vector<std::string>;

class CaseCommands : public ReportSchool {
 protected:
  std::string rows(Words words) const {
    words.insert(words.end(), {"--format", "csv"});
    std::string text = done(words);
    std::erase(text, '\r');
    return text.substr(text.find('\n') + 1);
  }
  void refused(const Words& words, const std::string& part) const {
    const Answer answer = ask(words);
    EXPECT_EQ(answer.status, 1) << answer.out;
    EXPECT_NE(answer.err.find(part), std::string::npos) << answer.err;
  }
  static bool has(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
  }
  static Words with(Words words, const Words& more) {
    words.insert(words.end(), more.begin(), more.end());
    return words;
  }
  const Words held_{"case",
                    "meeting",
                    "1001",
                    "--kind",
                    "support",
                    "--state",
                    "held",
                    "--place",
                    "Room 2",
                    "--present",
                    "Nadia Khan",
                    "--agreed",
                    "Walk with a neighbour",
                    "--by",
                    kCaseChampion};
  const Words notice_{"case",       "notice", "1001",   "--parent", "Nadia Khan", "--issued",
                      "2026-01-09", "--how",  "letter", "--by",     kCaseHead};
};

TEST_F(CaseCommands, a_meeting_is_planned_and_held_and_the_list_says_what_is_due) {
  EXPECT_EQ(done({"case", "meeting", "1001", "--kind", "support", "--state", "planned", "--on",
                  "2026-01-15", "--at", "15:30", "--place", "by telephone", "--by", kCaseChampion}),
            "The meeting of Amira Khan is kept; entry 1.\n");
  EXPECT_TRUE(has(rows({"case", "list"}), "A1,Amira Khan,Owls,true,1,2026-01-15,meeting,"));
  done(with(held_, {"--on", "2026-01-15", "--of", "1", "--review", "2026-02-06"}));
  const auto due = rows({"case", "list"});
  for (const char* part :
       {"2026-01-15,email,", "2026-01-15,cpoms,", "2026-02-06,meeting_review,"}) {
    EXPECT_TRUE(has(due, part)) << due;
  }
  const auto shown = rows({"case", "show", "1001"});
  EXPECT_TRUE(has(shown, "1,support_meeting,planned,2026-01-15,15:30,,")) << shown;
  EXPECT_TRUE(has(shown, "2,support_meeting,held,2026-01-15,,1,Nadia Khan,")) << shown;
}

TEST_F(CaseCommands, talks_contracts_and_decisions_are_kept_and_an_error_is_taken_back) {
  done({"case", "contact", "1001", "--how", "home_visit", "--with", "Nadia Khan", "--words",
        "The baby is ill", "--by", kCaseChampion});
  done({"case", "contract", "1001", "--state", "agreed", "--parents-will", "be here by 8:30",
        "--school-will", "meet her", "--signed", "2026-01-16", "--review", "2026-02-20", "--by",
        kCaseChampion});
  done({"case", "decide", "1001", "--about", "close", "--decision", "Closed", "--reason",
        "Above 97 %", "--by", kCaseHead});
  done({"case", "decide", "1001", "--about", "penalty", "--considered", "no,no,yes,yes",
        "--decision", "None", "--reason", "Support first", "--by", kCaseHead});
  EXPECT_TRUE(has(rows({"case", "show", "1001"}), "Is the national threshold met? no."));
  done({"case", "take-back", "4", "--reason", "too early", "--by", kCaseHead});
  EXPECT_EQ(rows({"case", "list"}), "");
  EXPECT_TRUE(has(rows({"case", "list", "--ended"}), "A1,Amira Khan,Owls,false,4,"));
  EXPECT_EQ(done({"case", "take-back", "3", "--reason", "wrong child", "--by", kCaseHead}),
            "Entry 3 is taken back; it stays in the history.\n");
  EXPECT_TRUE(has(rows({"case", "list"}), "contract_review"));
  EXPECT_TRUE(has(rows({"case", "show", "1001"}), "wrong child"));
  refused({"case", "take-back", "3", "--reason", "again", "--by", kCaseHead}, "has the entry 3");
}

TEST_F(CaseCommands, whoever_reads_a_case_stands_in_the_audit) {
  CountedRandom random;
  ASSERT_TRUE(store::AuditFile::open(folder_ + "/site/office/audit.db", random)) << "it ran here";
  done({"case", "show", "1001"});
  done({"case", "list"});
  refused({"case", "show", "9999"}, "9999");
  const std::string noted =
      done({"audit", "list", "--from", "2026-01-16", "--to", "2026-01-16", "--format", "csv"});
  EXPECT_TRUE(has(noted, "attendance case,case,A1,Amira Khan")) << noted;
  EXPECT_TRUE(has(noted, "list of cases")) << noted;
  EXPECT_FALSE(has(noted, "9999")) << noted;
}

TEST_F(CaseCommands, notices_that_were_told_of_decide_what_report_penalty_names_next_D37) {
  mark_days(6, "2026-01-05", "2026-01-09", "G");
  const auto before = report({"penalty"});
  EXPECT_TRUE(has(before, ",0,first_notice,")) << before;
  Words notice = notice_;
  notice[2] = "1006";
  done(notice);
  const auto after = report({"penalty"});
  EXPECT_TRUE(has(after, ",1,second_notice,Nadia Khan: second_notice")) << after;
  done(with(notice, {"--of", "11", "--state", "withdrawn"}));
  EXPECT_TRUE(has(report({"penalty"}), ",0,first_notice,Nadia Khan: first_notice"));
}

TEST_F(CaseCommands, what_cannot_be_is_refused_in_one_sentence_and_nothing_is_written) {
  refused(with(held_, {"--on", "2025-08-29"}), "before the child was on roll here");
  refused(with(held_, {"--on", "2026-01-19"}), "is still to come");
  refused(with(held_, {"--review", "2026-01-16"}), "has to be after the meeting");
  refused(with(held_, {"--of", "7"}), "no entry 7");
  Words later = notice_;
  later[6] = "2026-01-19";
  refused(with(later, {"--told", "2026-01-19"}), "is still to come");
  refused({"case", "contact", "1001", "--how", "pigeon", "--with", "x", "--words", "y", "--by",
           kCaseChampion},
          "\"pigeon\" is none of");
  refused({"case", "decide", "1001", "--about", "penalty", "--considered", "yes,no,yes,yes",
           "--decision", "Asked for", "--reason", "r", "--by", kCaseChampion},
          "is for the headteacher");
  refused({"case", "show", "9999"}, "9999");
  EXPECT_EQ(rows({"case", "show", "1001"}), "");
}

}  // namespace
}  // namespace handbell::admin
