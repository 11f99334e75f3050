// A family asks for leave, and the headteacher decides (policy 4.1).
#include "report_school.h"

namespace handbell::admin {
namespace {

const std::string kClerk = "Ngozi Obi, Office assistant";
const std::string kNowak = "Eva Nowak, Headteacher";

class LeaveCommands : public ReportSchool {
 protected:
  void SetUp() override {
    ReportSchool::SetUp();
    it_is("2026-01-16T09:10:00");
  }
  std::string rows(std::vector<std::string> words) const {
    words.insert(words.end(), {"--format", "csv"});
    std::string text = done(words);
    std::erase(text, '\r');
    return text.substr(text.find('\n') + 1);
  }
  void refused(const std::vector<std::string>& words, const std::string& part) const {
    const Answer answer = ask(words);
    EXPECT_EQ(answer.status, 1) << answer.out;
    EXPECT_NE(answer.err.find(part), std::string::npos) << answer.err;
  }
  std::string asked(const std::string& kind, const std::string& from, const std::string& to) const {
    return done({"leave", "ask", "1001", "1002", "--kind", kind, "--from", from, "--to", to,
                 "--grounds", "wedding of an aunt", "--asked-by", "Nadia Khan, mother", "--by",
                 kClerk});
  }
};

TEST_F(LeaveCommands, a_request_waits_for_the_headteacher_and_for_nobody_else_D52) {
  EXPECT_EQ(asked("exceptional", "2026-01-20", "2026-01-21"),
            "Leave for Amira Khan, Ben Ross from 2026-01-20 am to 2026-01-21 pm waits for the "
            "headteacher; entry 1; asked 4 days before, in time.\n");
  EXPECT_NE(rows({"leave", "list"}).find(",waiting,"), std::string::npos);
  refused({"leave", "decide", "1", "granted", "--reason", "yes", "--by", kClerk},
          "is for the headteacher to decide");
  EXPECT_EQ(done({"leave", "decide", "1", "partly", "--from", "2026-01-20", "--reason",
                  "the day of the wedding", "--by", kNowak}),
            "Leave for Amira Khan, Ben Ross: partly; entry 2; 4 sessions noted as C.\n");
  const auto noted = rows({"list", "notices", "--on", "2026-01-20"});
  EXPECT_NE(noted.find("2026-01-20,am,C,"), std::string::npos) << noted;
  EXPECT_EQ(rows({"list", "notices", "--on", "2026-01-21"}), "");
  refused({"leave", "decide", "1", "refused", "--reason", "no", "--by", kNowak}, "decided already");
  refused({"leave", "decide", "9", "refused", "--reason", "no", "--by", kNowak}, "has the entry 9");
}

TEST_F(LeaveCommands, a_decision_that_was_an_error_is_taken_back_with_its_notices) {
  asked("exceptional", "2026-01-20", "2026-01-21");
  done({"leave", "decide", "1", "granted", "--reason", "yes", "--by", kNowak});
  done({"take-back", "2", "--on", "2026-01-20", "--reason", "other family", "--by", kNowak});
  const auto noted = rows({"list", "notices", "--on", "2026-01-21"});
  EXPECT_NE(noted.find("other family"), std::string::npos) << noted;
  EXPECT_NE(rows({"leave", "list"}).find(",waiting,"), std::string::npos);
  EXPECT_NE(done({"leave", "decide", "1", "refused", "--reason", "a holiday", "--by", kNowak})
                .find("0 sessions noted as G"),
            std::string::npos);
}

TEST_F(LeaveCommands, short_notice_is_said_and_refuses_nothing) {
  EXPECT_NE(asked("traveller", "2026-01-19", "2026-01-23")
                .find("asked 3 days before; the policy asks for 5"),
            std::string::npos);
  refused({"leave", "ask", "1001", "--kind", "religious", "--from", "2026-01-20", "--to",
           "2026-01-21", "--grounds", "Eid", "--asked-by", "mother", "--by", kClerk},
          "one day at most");
  refused({"leave", "ask", "1001", "--from", "2026-01-24", "--grounds", "x", "--asked-by", "y",
           "--by", kClerk},
          "Amira Khan has no session");
  refused({"leave", "ask", "1001", "--from", "2026-02-30", "--grounds", "x", "--asked-by", "y",
           "--by", kClerk},
          "2026-02-30");
}

TEST_F(LeaveCommands, an_appointment_is_noted_at_once) {
  EXPECT_EQ(done({"leave", "ask", "1001", "--kind", "appointment", "--from", "2026-01-19", "--back",
                  "10:30", "--grounds", "dentist", "--asked-by", "Nadia Khan", "--by", kClerk}),
            "Appointment of Amira Khan on 2026-01-19; entry 1.\n");
  EXPECT_NE(rows({"list", "notices", "--on", "2026-01-19"}).find("2026-01-19,am,M,"),
            std::string::npos);
  const auto listed = rows({"leave", "list", "--on", "2026-01-19"});
  EXPECT_NE(listed.find("appointment,2026-01-19 am,2026-01-19 pm,1111111111,,10:30,dentist"),
            std::string::npos)
      << listed;
  EXPECT_EQ(rows({"leave", "list", "--on", "2026-01-20"}), "");
}

}  // namespace
}  // namespace handbell::admin
