// A child is asked for at the door, and the office answers (D49).
#include "report_school.h"

namespace handbell::admin {
namespace {

constexpr const char* kWhoCollects =
    "AdmissionNumber,Order,ContactName,Relationship,PR,Phone1,MayCollect,CourtOrderNote\n"
    "1001,1,Nadia Khan,Mother,Y,07700 900123,Y,\n"
    "1002,1,Ann Ross,Mother,Y,07700 900125,Y,\n"
    "1002,2,Sam Hill,Father,Y,07700 900124,N,Order of 2025\n";

const std::string kPatel = "R Patel, Office manager";

class ReleaseCommands : public ReportSchool {
 protected:
  void SetUp() override {
    ReportSchool::SetUp();
    import("contacts", kWhoCollects);
    it_is("2026-01-16T13:00:00");
    tap(1, "2026-01-16T08:30:00");
    tap(2, "2026-01-16T08:30:00");
    ask_for(1, "2026-01-16T12:58:00");
    ask_for(2, "2026-01-16T12:59:00");
  }
  void ask_for(int pupil, const char* local, const char* who = "mum") {
    reg::ReleaseAsked asked;
    asked.pupil = PupilId(pupil);
    asked.at.wall = instant(local);
    asked.who = who;
    asked.why = "appointment";
    event(asked, local);
  }
  std::string listed() const {
    std::string text = done({"release", "list", "--format", "csv"});
    std::erase(text, '\r');
    return text.substr(text.find('\n') + 1);
  }
  void refused(const std::vector<std::string>& words, const std::string& part) const {
    const Answer answer = ask(words);
    EXPECT_EQ(answer.status, 1) << answer.out;
    EXPECT_NE(answer.err.find(part), std::string::npos) << answer.err;
  }
  std::vector<std::string> grant(const char* pupil) const {
    return {"release", "grant", pupil, "--checked", "photo_id", "--by", kPatel};
  }
  std::vector<std::string> hand_over(const char* pupil, const char* to) const {
    return {"release", "hand-over", pupil, "--to", to, "--by", kPatel};
  }
};

TEST_F(ReleaseCommands, lists_who_is_asked_for_and_answers_step_by_step_until_the_child_is_out) {
  EXPECT_EQ(listed(),
            "12:58,asked,A1,Amira Khan,Owls,mum,Appointment,false,,,,,\n"
            "12:59,asked,A2,Ben Ross,Owls,mum,Appointment,false,,,,,\n");
  done({"release", "call", "1001", "--told", "J Okoro", "--by", kPatel});
  refused(hand_over("1001", "Nadia Khan"), "The request is called");
  done(grant("1001"));
  EXPECT_NE(report({"presence"}).find("at_door,A1"), std::string::npos);
  EXPECT_EQ(done(hand_over("1001", "Nadia Khan")),
            "Amira Khan was handed over to Nadia Khan and is out of the building.\n");
  EXPECT_NE(report({"presence"}).find("out,A1"), std::string::npos);
  const auto first = listed().substr(0, listed().find('\n'));
  EXPECT_EQ(first,
            "12:58,handed_over,A1,Amira Khan,Owls,mum,Appointment,false,photo_id,Nadia Khan,13:00,"
            "\"R Patel, Office manager\",Appointment");
  refused(grant("1001"), "The request is handed over");
  EXPECT_NE(done({"verify"}).find("all as they were written"), std::string::npos);
}

TEST_F(ReleaseCommands, lists_who_was_handed_over_at_the_door_and_answers_nothing_after_it_D49) {
  reg::DoorHandOver gone;
  gone.pupil = PupilId(1);
  gone.asked = instant("2026-01-16T12:58:00");
  gone.who = "mum";
  gone.checked = reg::IdentityCheck::password_of_the_day;
  gone.key_version = 1;
  gone.at.wall = instant("2026-01-16T13:00:00");
  event(gone, "2026-01-16T13:00:00");
  EXPECT_NE(report({"presence"}).find("out,A1"), std::string::npos);
  EXPECT_EQ(listed().substr(0, listed().find('\n')),
            "12:58,handed_over,A1,Amira Khan,Owls,mum,Appointment,false,password_of_the_day,,13:00,"
            "a staff card that is not known now,Handed over at the door");
  refused(grant("1001"), "The request is handed over");
  EXPECT_NE(done({"verify"}).find("all as they were written"), std::string::npos);
}

TEST_F(ReleaseCommands, expects_a_child_back_where_the_adult_says_when) {
  done(grant("1001"));
  auto words = hand_over("1001", "Nadia Khan");
  words.insert(words.end(), {"--back-by", "14:30"});
  done(words);
  EXPECT_NE(report({"presence"}).find("out_expected,A1"), std::string::npos);
}

TEST_F(ReleaseCommands, a_restricted_child_goes_only_in_spite_of_the_warning_with_a_reason) {
  refused(grant("1002"), "Ben Ross: Sam Hill (Father), court order: Order of 2025");
  auto words = grant("1002");
  words.insert(words.end(), {"--despite-warning", "His mother stands here, known for years"});
  done(words);
  refused(hand_over("1002", "Sam Hill"), "Sam Hill (Father) may not collect");
  refused(hand_over("1002", "Ann Ross"), "court order");
  words = hand_over("1002", "Ann Ross");
  words.insert(words.end(), {"--despite-warning", "The mother"});
  done(words);
  EXPECT_NE(listed().find("In spite of a warning: The mother"), std::string::npos);
}

TEST_F(ReleaseCommands, an_adult_on_no_list_takes_the_child_with_a_reason_or_not_at_all_D49) {
  done(grant("1001"));
  refused(hand_over("1001", "Mrs Nadia Khan"),
          "Amira Khan: Mrs Nadia Khan is not on the list of who may collect");
  auto words = hand_over("1001", "Mrs Nadia Khan");
  words.insert(words.end(), {"--despite-warning", "The mother, known for years"});
  EXPECT_NE(done(words).find("handed over to Mrs Nadia Khan"), std::string::npos);
}

TEST_F(ReleaseCommands, who_may_collect_for_one_day_is_somebody_who_may_D49) {
  ask_for(3, "2026-01-16T12:59:30");
  refused(grant("1003"), "nobody is named who may collect");
  done({"collector", "add", "1003", "--adult", "Ann Carer", "--told-by", "mother", "--how",
        "by telephone", "--by", kPatel});
  done(grant("1003"));
  EXPECT_NE(done(hand_over("1003", "Ann Carer")).find("handed over to Ann Carer"),
            std::string::npos);
}

TEST_F(ReleaseCommands, refuses_with_a_reason_and_a_new_request_begins_anew) {
  done({"release", "refuse", "1002", "--reason", "Nobody is known", "--by", kPatel});
  refused(grant("1002"), "The request is refused");
  refused(grant("1003"), "Nobody asked for Cara Lewis");
  ask_for(2, "2026-01-16T13:10:00");
  it_is("2026-01-16T13:11:00");
  done({"release", "call", "1002", "--told", "J Okoro", "--by", kPatel});
  EXPECT_NE(listed().find("12:59,refused"), std::string::npos);
  EXPECT_NE(listed().find("13:10,called"), std::string::npos);
}

TEST_F(ReleaseCommands, two_who_ask_for_one_child_are_never_answered_for_each_other) {
  ask_for(1, "2026-01-16T13:10:00", "dad");
  it_is("2026-01-16T13:11:00");
  refused(grant("1001"), "12:58 mum (asked), 13:10 dad (asked). Say which with --asked HH:MM");
  EXPECT_EQ(listed().find("granted"), std::string::npos) << "nothing was written";
  auto words = grant("1001");
  words.insert(words.end(), {"--asked", "12:58"});
  done(words);
  done({"release", "refuse", "1001", "--reason", "May not", "--by", kPatel, "--asker", "dad"});
  EXPECT_NE(done(hand_over("1001", "Nadia Khan")).find("was handed over"), std::string::npos);
  EXPECT_NE(listed().find("12:58,handed_over,A1"), std::string::npos) << listed();
  EXPECT_NE(listed().find("13:10,refused,A1"), std::string::npos) << listed();
  words.back() = "12:61";
  refused(words, "12:61");
  words.back() = "12:57";
  refused(words, "Nobody asked for Amira Khan (12:57)");
}

TEST_F(ReleaseCommands, a_familys_copy_has_what_was_answered_without_who_collected_F10) {
  auto words = grant("1002");
  words.insert(words.end(), {"--despite-warning", "Ann Ross is known for years"});
  done(words);
  words = hand_over("1002", "Ann Ross");
  words.insert(words.end(), {"--despite-warning", "The mother"});
  done(words);
  done({"export", "pupil", "1002", "--to", folder_ + "/copy"});
  std::ifstream in(folder_ + "/copy/releases.csv");
  const std::string table{std::istreambuf_iterator<char>(in), {}};
  EXPECT_NE(table.find("granted,photo id,"), std::string::npos) << table;
  EXPECT_NE(table.find("handed over,,[kept back: ask the school],Appointment"), std::string::npos);
  EXPECT_EQ(table.find("Ann"), std::string::npos) << table;
  EXPECT_EQ(table.find("known for years"), std::string::npos);
}

}  // namespace
}  // namespace handbell::admin
