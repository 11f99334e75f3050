// What the office tells its doors, as the office's scripts say it.
#include "app/journal/door_book_codec.h"

#include "report_school.h"

namespace handbell::admin {
namespace {

constexpr const char* kHead =
    "StaffId,Name,Position,Role,Classes\n"
    "AN,A Noor,Headteacher,headteacher,\n";

constexpr const char* kFamilies =
    "AdmissionNumber,Surname,Forename,DOB,Year,Class,StartDate,Family,HideSiblings\n"
    "2001,Hill,Ida,2020-09-10,R,Owls,2025-09-01,hill,\n"
    "2002,Hill,Jon,2019-09-10,1,Foxes,2025-09-01,hill,\n"
    "2003,Hill,Kit,2019-09-10,1,Foxes,2025-09-01,hill,Y\n";

class DoorCommands : public ReportSchool {
 protected:
  void SetUp() override {
    ReportSchool::SetUp();
    import("pupils", kFamilies);
    import("staff", kHead);
  }
  std::string listed(const std::string& what) const {
    std::string text = done({"list", what, "--format", "csv"});
    std::erase(text, '\r');
    return text.substr(text.find('\n') + 1);
  }
  Answer with_pin(const std::vector<std::string>& words, const std::string& pin) const {
    return run_in_shell(words, folder_ + "/site", [pin](const std::string&) { return pin; });
  }
  void refused(const Answer& answer, const std::string& part) const {
    EXPECT_EQ(answer.status, 1) << answer.out;
    EXPECT_NE(answer.err.find(part), std::string::npos) << answer.err;
  }
  Result<reg::School> school() const {
    auto opened = Site::open(folder_ + "/site")->open_register();
    return opened->file->school();
  }
};

TEST_F(DoorCommands, a_keyring_is_the_familys_until_it_is_revoked) {
  EXPECT_EQ(done({"cards", "issue", "04A1B2C3D4E580", "--pupil", "2001", "--family"}),
            "The card ...E580 is of the family of Ida Hill.\n");
  EXPECT_EQ(listed("cards"),
            ",,Ida Hill and Jon Hill and Kit Hill,04A1B2C3D4E580,2026-01-16,,hill\n");
  refused(ask({"cards", "issue", "04A1B2C3D4E580", "--pupil", "1001"}), "somebody else's");
  refused(ask({"cards", "issue", "04A1B2C3D4E581", "--pupil", "1001", "--family"}),
          "No pupil belongs to the family of Amira Khan");
  done({"cards", "revoke", "04A1B2C3D4E580"});
  done({"cards", "issue", "04A1B2C3D4E580", "--pupil", "1001"});
}

TEST_F(DoorCommands, a_hidden_link_stands_in_the_list_of_pupils) {
  EXPECT_NE(listed("pupils").find("hill,false,false,true"), std::string::npos);
}

TEST_F(DoorCommands, a_staff_card_has_a_PIN_that_stands_nowhere) {
  const std::vector<std::string> words{"staff", "card", "A Noor", "--card", "04A1B2C3D4E582"};
  refused(with_pin(words, "1234"), "A PIN is four digits");
  refused(with_pin(words, ""), "A PIN is four digits");
  const Answer given = with_pin(words, "4711");
  EXPECT_EQ(given.status, 0) << given.err;
  EXPECT_EQ(given.out.find("4711"), std::string::npos);
  EXPECT_NE(given.out.find("it releases no child"), std::string::npos);
  EXPECT_EQ(listed("staff-cards"), "AN,A Noor,04A1B2C3D4E582,2026-01-16,\n");
  const auto first = school()->staff_cards.at(0).pin;
  EXPECT_EQ(with_pin(words, "4712").status, 0);
  ASSERT_EQ(school()->staff_cards.size(), 1U) << "another PIN is no second card";
  EXPECT_NE(school()->staff_cards[0].pin, first);
  refused(ask({"cards", "issue", "04A1B2C3D4E582", "--pupil", "1001"}), "somebody else's");
  refused(with_pin({"staff", "card", "X Body", "--card", "04A1B2C3D4E583"}, "4711"), "X Body");
  done({"staff", "card", "AN", "--card", "04A1B2C3D4E582", "--revoke"});
  EXPECT_EQ(listed("staff-cards"), "AN,A Noor,04A1B2C3D4E582,2026-01-16,2026-01-16\n");
  refused(ask({"cards", "revoke", "04A1B2C3D4E582"}), "Nobody holds the card");
}

TEST_F(DoorCommands, the_office_takes_a_PIN_that_was_typed_in_a_shell) {
  const auto site = *Site::open(folder_ + "/site");
  auto opened = site.open_register();
  ASSERT_TRUE(opened);
  const CommandOrder order{{"staff", "card", "AN", "--card", "04A1B2C3D4E582"}, "4711"};
  const Answer given = run_in_office(site.held_by_office(*opened->file), order);
  EXPECT_EQ(given.status, 0) << given.err;
  EXPECT_EQ(opened->file->school()->staff_cards.size(), 1U);
}

TEST_F(DoorCommands, another_PIN_of_four_digits_leaves_a_release_key_as_it_is) {
  const auto site = *Site::open(folder_ + "/site");
  auto opened = site.open_register();
  ASSERT_TRUE(opened);
  const reg::StaffCardRecord enrolled{*CardNumber::parse("04A1B2C3D4E582"),
                                      "AN",
                                      {},
                                      *SchoolDay::parse("2026-01-10"),
                                      std::nullopt,
                                      reg::ReleaseKey{2, {7}}};
  ASSERT_TRUE(opened->file->put_staff_cards({enrolled}));
  const CommandOrder order{{"staff", "card", "AN", "--card", "04A1B2C3D4E582"}, "4711"};
  const Answer given = run_in_office(site.held_by_office(*opened->file), order);
  EXPECT_NE(given.out.find("keeps its release key"), std::string::npos) << given.err;
  const auto cards = opened->file->school()->staff_cards;
  ASSERT_EQ(cards.size(), 1U);
  EXPECT_EQ(cards[0].release, enrolled.release);
  EXPECT_NE(cards[0].pin, enrolled.pin);
}

TEST_F(DoorCommands, a_school_words_its_own_reasons_and_gets_back_what_it_wrote) {
  const std::string builtin = listed("reasons");
  EXPECT_EQ(builtin.substr(0, builtin.find('\n')), "late,traffic,Traffic,car");
  import("reasons", "List,Key,Words,Picture\nlate,snow,Snow,\nlate,lost_shoe,Lost a shoe,dots\n");
  EXPECT_EQ(listed("reasons").find("late,snow,Snow,\nlate,lost_shoe,Lost a shoe,dots\nout,"), 0U);
  const auto same = file("same.csv", done({"list", "reasons", "--format", "csv"}));
  EXPECT_NE(done({"import", "reasons", same}).find("Taken: 0 added, 0 changed, 10 as they were"),
            std::string::npos);
  const auto one = file("one.csv", "List,Key,Words\nout,dentist,Dentist\n");
  refused(ask({"import", "reasons", one}), "the list out has 1 reasons, not 2 to 9");
  EXPECT_NE(done({"import", "reasons", file("r.csv", "List,Key,Words\nundo,a,A\nundo,b,B\n"),
                  "--dry-run"})
                .find("Would take: 2 added"),
            std::string::npos);
}

TEST_F(DoorCommands, leave_the_building_is_said_once_and_ended_by_a_name) {
  EXPECT_EQ(done({"evacuation", "off", "--by", "A Noor, Headteacher"}),
            "No door says \"Leave the building\".\n");
  refused(ask({"evacuation", "on", "--by", "A Noor"}), "does not name a person");
  EXPECT_NE(done({"evacuation", "on", "--by", "A Noor, Headteacher"}).find("says"),
            std::string::npos);
  EXPECT_NE(done({"evacuation", "on", "--by", "R Patel, Office manager"})
                .find("already: A Noor, Headteacher"),
            std::string::npos);
  EXPECT_TRUE(school()->evacuating());
  done({"evacuation", "off", "--by", "R Patel, Office manager"});
  EXPECT_FALSE(school()->evacuating());
  EXPECT_EQ(listed("evacuations"),
            "2026-01-16T15:30:00+00:00,on,A Noor,Headteacher\n"
            "2026-01-16T15:30:00+00:00,off,R Patel,Office manager\n");
}

}  // namespace
}  // namespace handbell::admin
