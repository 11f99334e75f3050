// What leaves the school: one child's copy, the census figures, marks for another system.
#include "report_school.h"
#include <nlohmann/json.hpp>

namespace handbell::admin {
namespace {

namespace fs = std::filesystem;

class HandedOut : public ReportSchool {
 protected:
  void SetUp() override {
    ReportSchool::SetUp();
    import("contacts",
           "AdmissionNumber,Order,ContactName,Relationship,Phone1,CourtOrderNote\n"
           "1001,1,Nadia Khan,Mother,07700 900123,\n"
           "1001,2,Sam Hill,Father,07700 900124,Order of 2025\n"
           "1002,1,Ann Fell,Mother,07700 900125,\n");
    import("staff", "StaffId,Name,Position,Role\nJO,Joy Okoro,Teacher,class teacher\n");
  }
  void note(const char* pupil, const char* code, const char* reason) const {
    done({"mark", pupil, "2026-01-16", "am", code, "--reason", reason, "--by",
          "A Reid, Headteacher"});
  }
  static std::string text_of(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }
  std::string exported(std::vector<std::string> more = {}) const {
    more.insert(more.begin(), {"export", "marks", "--from", "2026-01-01", "--to", "2026-01-31"});
    std::string text = done(more);
    std::erase(text, '\r');
    return text;
  }
  void refused(const std::vector<std::string>& words, const std::string& part) const {
    const Answer answer = ask(words);
    EXPECT_EQ(answer.status, 1) << words[0] << words[1] << answer.out;
    EXPECT_NE(answer.err.find(part), std::string::npos) << answer.err;
    EXPECT_EQ(std::count(answer.err.begin(), answer.err.end(), '\n'), 1) << answer.err;
  }
};

TEST_F(HandedOut, a_parent_gets_all_that_is_held_about_one_child_and_nobody_elses_name_F10) {
  note("1001", "N", "Sam Hill rang, Ben and Ann Fell waited");
  note("1001", "I", "Joy Okoro saw the note of Nadia Khan");
  note("1002", "I", "another child's");
  tap(1, "2026-01-15T08:50:00", "L");
  tap(2, "2026-01-15T08:51:00", "L");
  told(1, "2026-01-20", "M");
  done({"cards", "issue", "04A1B2C3D4E580", "--pupil", "1001"});
  const std::string to = folder_ + "/copy";
  const auto said = done({"export", "pupil", "A1", "--to", to, "--asked-by", "1"});
  EXPECT_NE(said.find("Taken out of marks, row 1, Reason: Ben"), std::string::npos) << said;
  const auto json = nlohmann::json::parse(text_of(to + "/pupil.json"), nullptr, false);
  ASSERT_TRUE(json.is_object());
  EXPECT_EQ(json["record"]["Admission number"], "1001");
  ASSERT_EQ(json["marks"].size(), 2U) << "with the amendment, and no other child's";
  EXPECT_EQ(json["marks"][0]["Reason"],
            "[name removed] rang, [name removed] and [name removed] "
            "waited");
  EXPECT_EQ(json["marks"][1]["Reason"], "[name removed] saw the note of Nadia Khan");
  EXPECT_EQ(json["marks"][1]["Replaces code"], "N");
  ASSERT_EQ(json["events"].size(), 1U);
  EXPECT_EQ(json["events"][0]["Proposed code"], "L");
  EXPECT_EQ(json["contacts"][1]["Phone 1"], "[kept back: ask the school]");
  EXPECT_EQ(json["cards"][0]["Card"], "04A1B2C3D4E580");
  EXPECT_EQ(json["plans"][0]["Code"], "M");
  for (const char* name : {"record", "marks", "events", "contacts", "cards", "plans"}) {
    EXPECT_TRUE(fs::exists(to + "/" + name + ".csv")) << name;
  }
  for (const auto& entry : fs::directory_iterator(to)) {
    const std::string text = text_of(entry.path().string());
    for (const char* other : {"Ben", "Ross", "Hill", "Fell", "Okoro", "Reid", "Order of"}) {
      EXPECT_EQ(text.find(other), std::string::npos) << entry.path() << other;
    }
    EXPECT_EQ(entry.status().permissions(), fs::perms::owner_read | fs::perms::owner_write);
  }
}

TEST_F(HandedOut, a_familys_copy_has_leave_calls_collectors_and_what_was_told_F10) {
  const std::string clerk = "Ngozi Obi, Office assistant";
  it_is("2026-01-16T09:10:00");
  done({"leave", "ask", "1001", "1002", "--kind", "exceptional", "--from", "2026-01-20", "--to",
        "2026-01-21", "--grounds", "wedding of an aunt", "--asked-by", "Nadia Khan, mother", "--by",
        clerk});
  done({"leave", "decide", "1", "granted", "--reason", "once, with Ben", "--by",
        "Eva Nowak, Headteacher"});
  done({"call", "child", "1001", "spoke", "--contact", "1", "--words", "a cold", "--by", clerk});
  done({"collector", "add", "1001", "--adult", "Lin Wu", "--told-by", "Nadia Khan", "--how",
        "by telephone", "--despite-warning", "it is about another adult", "--by", clerk});
  done({"notice", "1001", "2026-01-16", "am", "I", "--told", "08:00", "--reason", "a cold", "--by",
        clerk});
  const std::string to = folder_ + "/copy";
  done({"export", "pupil", "1001", "--to", to, "--asked-by", "1"});
  const auto json = nlohmann::json::parse(text_of(to + "/pupil.json"), nullptr, false);
  ASSERT_TRUE(json.is_object());
  ASSERT_EQ(json["leave"].size(), 2U);
  EXPECT_EQ(json["leave"][0]["Grounds or reason"], "wedding of an aunt");
  EXPECT_EQ(json["leave"][1]["Grounds or reason"], "once, with [name removed]");
  ASSERT_EQ(json["calls"].size(), 1U);
  EXPECT_EQ(json["calls"][0]["Words"], "a cold");
  ASSERT_EQ(json["collectors"].size(), 1U);
  EXPECT_EQ(json["collectors"][0]["Adult"], "[kept back: ask the school]");
  ASSERT_EQ(json["notices"].size(), 5U) << "four sessions of leave, and the cold";
  EXPECT_TRUE(fs::exists(to + "/leave.csv"));
}

TEST_F(HandedOut, a_copy_is_one_file_by_its_ending_and_writes_over_nothing_F10) {
  note("1001", "I", "Ill, told by Ann");
  const std::string json = folder_ + "/copy.json";
  const std::string page = folder_ + "/copy.html";
  done({"export", "pupil", "1001", "--to", json, "--no-name", "Ann"});
  EXPECT_NE(text_of(json).find("told by Ann"), std::string::npos);
  EXPECT_EQ(text_of(json).find("Nadia"), std::string::npos) << "nobody of the contacts asked";
  done({"export", "pupil", "1001", "--to", page});
  EXPECT_EQ(text_of(page).substr(0, 9), "<!DOCTYPE");
  const std::string zip = folder_ + "/copy.zip";
  done({"export", "pupil", "1001", "--to", zip});
  EXPECT_EQ(text_of(zip).substr(0, 2), "PK");
  EXPECT_NE(text_of(zip).find("case.csv"), std::string::npos);
  const std::string before = text_of(json);
  refused({"export", "pupil", "1002", "--to", json}, "exists already");
  refused({"export", "pupil", "1002", "--to", folder_ + "/site"}, "exists already");
  refused({"export", "pupil", "1002", "--to", folder_ + "/no/where"}, "There is no folder");
  refused({"export", "pupil", "9999", "--to", folder_ + "/new"}, "UPN or admission number 9999");
  refused({"export", "pupil", "1001", "--to", folder_ + "/new", "--asked-by", "3"},
          "no contact 3 of this pupil");
  EXPECT_EQ(text_of(json), before);
  EXPECT_FALSE(fs::exists(folder_ + "/new"));
}

TEST_F(HandedOut, the_census_figures_count_pending_proposals_and_leave_the_nursery_out_F9) {
  note("1001", "I", "Ill");
  note("1006", "/", "In class");
  note("1007", "I", "Ill");
  tap(1, "2026-01-15T09:10:00", "U");
  std::string text = done({"export", "crosscheck", "--year", "2025"});
  std::erase(text, '\r');
  EXPECT_EQ(text.substr(text.find('\n') + 1),
            "A6,Gray,Finn,Spring term,1,0,0,,0\n"
            "A1,Khan,Amira,Spring term,2,1,1,I,1\n"
            "A1,Khan,Amira,Spring term,2,1,1,U,1\n");
  EXPECT_EQ(done({"export", "crosscheck"}), done({"export", "crosscheck", "--year", "2025"}));
  EXPECT_EQ(ask({"export", "crosscheck", "--year", "25"}).status, 2);
}

TEST_F(HandedOut, marks_go_out_in_the_aggregators_fields_with_a_whole_table_of_numbers_F5) {
  note("1001", "I", "Ill");
  const auto json = [&](const std::string& table) {
    return std::vector<std::string>{"export",   "marks",
                                    "--from",   "2026-01-16",
                                    "--to",     "2026-01-16",
                                    "--format", "json",
                                    "--ids",    file("ids.csv", "Kind,Ours,Theirs\n" + table)};
  };
  const auto marks = nlohmann::json::parse(done(json("pupil,A1,900\ncode,I,17\nperson,A Reid,5\n")),
                                           nullptr, false);
  ASSERT_EQ(marks.size(), 1U);
  EXPECT_EQ(marks[0]["student_id"], "900");
  EXPECT_EQ(marks[0]["attendance_code_id"], "17");
  EXPECT_EQ(marks[0]["employee_id"], "5");
  refused(json("pupil,A1,900\n"), "The code I has no number");
  refused(json("code,I,17\n"), "Pupil 1 has no number");
  refused(json("pupil,A1,900\npupil,A1,901\ncode,I,17\n"), "ids.csv, line 2, column Ours");
  refused(json("pupil,9999,900\n"), "column Ours: No pupil has");
  refused(json("child,A1,900\n"), "column Kind: \"child\" is none of: pupil, code, person");
  refused(json("pupil,A1,\n"), "column Theirs");
  refused({"export", "marks", "--from", "2026-01-16", "--to", "2026-01-16", "--format", "json"},
          "--ids");
}

TEST_F(HandedOut, what_left_goes_out_again_only_where_it_was_rejected_or_amended) {
  const auto lines = [&] {
    const std::string text = exported({"--new"});
    return std::count(text.begin(), text.end(), '\n') - 1;
  };
  const auto states = [&] {
    std::string text =
        done({"exported", "list", "--from", "2026-01-01", "--to", "2026-01-31", "--format", "csv"});
    std::string found;
    for (const std::string state : {"exported", "accepted", "rejected"}) {
      for (auto at = text.find("," + state + ","); at != std::string::npos;
           at = text.find("," + state + ",", at + 1)) {
        found += state.substr(0, 1);
      }
    }
    return found;
  };
  const std::vector<std::string> accepted{"exported",   "accepted", "--from",
                                          "2026-01-01", "--to",     "2026-01-31"};
  const std::vector<std::string> rejected{"exported", "rejected", "1001",    "2026-01-16",
                                          "am",       "--reason", "no pupil"};
  note("1001", "I", "Ill");
  note("1002", "I", "Ill");
  exported();
  refused(accepted, "Nothing of these days waits");
  refused(rejected, "was handed out for this pupil");
  EXPECT_EQ(lines(), 2);
  EXPECT_EQ(lines(), 0);
  EXPECT_EQ(states(), "ee");
  done(rejected);
  EXPECT_EQ(done(accepted), "1 marks were accepted there.\n");
  EXPECT_EQ(states(), "ar");
  EXPECT_EQ(lines(), 1) << "what was rejected";
  note("1002", "M", "Dentist after all");
  EXPECT_EQ(lines(), 1) << "the amendment";
  EXPECT_EQ(states(), "eea");
  done({"verify"});
}

}  // namespace
}  // namespace handbell::admin
