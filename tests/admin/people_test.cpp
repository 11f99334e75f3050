// The people around the children, as the office's scripts bring them in, and what they may do then.
#include "report_school.h"

namespace handbell::admin {
namespace {

constexpr const char* kContacts =
    "AdmissionNumber,Order,ContactName,Relationship,PR,Phone1,MayCollect,CourtOrderNote\n"
    "1001,1,Nadia Khan,Mother,Y,07700 900123,Y,\n"
    "1001,2,Sam Hill,Father,Y,07700 900124,N,Order of 2025\n"
    "1002,1,Ann Ross,Mother,Y,07700 900125,Y,\n";

constexpr const char* kStaff =
    "StaffId,Name,Position,Role,Classes\n"
    "AN,A Noor,Headteacher,headteacher,\n"
    "SL,S Lund,Deputy headteacher,office,\n"
    "JO,J Okoro,Reception teacher,class teacher;senior attendance champion,Owls\n";

class People : public ReportSchool {
 protected:
  std::string listed(const std::string& what) const {
    std::string text = done({"list", what, "--format", "csv"});
    std::erase(text, '\r');
    return text.substr(text.find('\n') + 1);
  }
  /// Refused with one sentence.
  void refused(const std::vector<std::string>& words, const std::string& part) const {
    const Answer answer = ask(words);
    EXPECT_EQ(answer.status, 1) << words[0] << words[1] << answer.out;
    EXPECT_NE(answer.err.find(part), std::string::npos) << answer.err;
    EXPECT_EQ(std::count(answer.err.begin(), answer.err.end(), '\n'), 1) << answer.err;
  }
  std::vector<std::string> marking(const char* code, const char* by) const {
    return {"mark", "1001", "2026-01-16", "am", code, "--reason", "Asked and told", "--by", by};
  }
};

TEST_F(People, whom_to_ring_comes_in_once_and_a_bad_row_changes_nothing_F2) {
  const auto contacts = file("c.csv", kContacts);
  EXPECT_NE(done({"import", "contacts", contacts, "--dry-run"}).find("Would take: 3 added"),
            std::string::npos);
  EXPECT_EQ(listed("contacts"), "");
  EXPECT_NE(done({"import", "contacts", contacts}).find("Taken: 3 added"), std::string::npos);
  const std::string before = listed("contacts");
  EXPECT_EQ(before.substr(0, before.find('\n')),
            "A1,1001,Amira Khan,1,Nadia Khan,Mother,true,07700 900123,,true,");
  EXPECT_NE(done({"import", "contacts", contacts}).find("0 added, 0 changed, 3 as they were"),
            std::string::npos);
  const auto bad = file("bad.csv",
                        "AdmissionNumber,Order,ContactName,Phone1\n"
                        "1003,1,Joe Lewis,call mum\n"
                        "1002,1,Ann Ross-Hill,07700 900125\n");
  refused({"import", "contacts", bad}, "line 2, column Phone1: \"call mum\"");
  EXPECT_EQ(listed("contacts"), before);
  const auto taken = done({"import", "contacts", bad, "--partial"});
  EXPECT_NE(taken.find("Not taken: line 2, column Phone1"), std::string::npos);
  EXPECT_NE(taken.find("Taken: 0 added, 1 changed"), std::string::npos);
  EXPECT_NE(listed("contacts").find("Ann Ross-Hill"), std::string::npos);
}

TEST_F(People, who_works_here_comes_from_a_file_or_one_by_one_F11) {
  const auto staff = file("s.csv", kStaff);
  EXPECT_NE(done({"import", "staff", staff}).find("Taken: 3 added"), std::string::npos);
  EXPECT_NE(done({"import", "staff", staff}).find("0 added, 0 changed, 3 as they were"),
            std::string::npos);
  const std::string before = listed("staff");
  EXPECT_NE(before.find("JO,J Okoro,Reception teacher,class teacher;senior attendance champion,"
                        "Owls\n"),
            std::string::npos);
  const std::vector<std::string> add{"staff",      "add",     "RP",     "--name", "R Patel",
                                     "--position", "Manager", "--role", "office"};
  const auto with = [&](std::vector<std::string> more) {
    more.insert(more.begin(), add.begin(), add.end());
    return more;
  };
  refused(with({"--class", "Larks"}), "There is no class Larks");
  refused(with({"--role", "chief"}), "\"chief\" is none of: class teacher");
  EXPECT_EQ(listed("staff"), before);
  EXPECT_NE(done(with({"--role", "governor", "--class", "Owls"})).find("is on the staff list"),
            std::string::npos);
  EXPECT_NE(listed("staff").find("RP,R Patel,Manager,office;governor,Owls\n"), std::string::npos);
  EXPECT_NE(done(add).find("as given now"), std::string::npos);
  EXPECT_NE(listed("staff").find("RP,R Patel,Manager,office,\n"), std::string::npos);
}

TEST_F(People, once_a_name_stands_on_the_list_the_words_of_the_position_do_not_count) {
  done(marking("C", "S Lund, Headteacher"));
  import("staff", kStaff);
  refused(marking("C", "S Lund, Headteacher"), "C is not for the office to set");
  done(marking("I", "S Lund, Headteacher"));
  done(marking("C", "B Ives, Headteacher"));
}

TEST_F(People, the_head_names_a_deputy_who_sets_leave_and_signs_as_acting_until_the_last_day_D52) {
  import("staff", kStaff);
  const auto acting = [](const char* who, const char* from, const char* to, const char* by) {
    return std::vector<std::string>{
        "staff", "acting", who, "--role", "headteacher", "--from", from, "--to", to, "--by", by};
  };
  refused(marking("C", "S Lund, Deputy headteacher"), "C is not for the office to set");
  const char* noor = "A Noor, Headteacher";
  refused(acting("SL", "2026-01-12", "2026-01-16", "S Lund, Deputy headteacher"), "may not name");
  refused(acting("AN", "2026-01-12", "2026-01-16", noor), "nobody names himself or herself");
  refused(acting("Nobody", "2026-01-12", "2026-01-16", noor), "id or name Nobody");
  refused(acting("SL", "2026-01-16", "2026-01-12", noor), "ends before it begins");
  refused(acting("SL", "2026-01-32", "2026-02-12", noor), "is not a date");
  EXPECT_EQ(listed("acting"), "");
  done(acting("S Lund", "2026-01-12", "2026-01-16", noor));
  EXPECT_EQ(listed("acting"), "SL,S Lund,headteacher,2026-01-12,2026-01-16,A Noor,Headteacher\n");
  done(marking("C", "S Lund, Deputy headteacher"));
  const auto entries = done({"history", "1001", "2026-01-16", "am", "--format", "csv"});
  EXPECT_NE(entries.find("S Lund,acting headteacher"), std::string::npos) << entries;
  it_is("2026-01-17T10:00:00");
  refused(marking("T", "S Lund, Deputy headteacher"), "T is not for the office to set");
}

}  // namespace
}  // namespace handbell::admin
