// Where the legal register is named (D50): on every report, every export that is kept, and in the
// list of settings.
#include "report_school.h"
#include <nlohmann/json.hpp>

namespace handbell::admin {
namespace {

class NamedRegister : public ReportSchool {
 protected:
  void set_legal(const char* name, const char* from) const {
    done({"setting", "legal-register", name, "--from", from, "--reason", "governors' decision",
          "--by", "A Noor, Headteacher"});
  }
  /// What stands above the table.
  std::string head(std::vector<std::string> words) const {
    words.insert(words.begin(), "report");
    const std::string text = done(words);
    return text.substr(0, text.find("\n\n") + 1);
  }
};

TEST_F(NamedRegister, every_report_says_what_it_is_of_which_days_and_which_register_is_legal_D50) {
  const std::string legal = "Legal register: Handbell\nMade on Friday 16 January 2026 at 15:30\n";
  const std::string today = "Friday 16 January 2026";
  EXPECT_EQ(head({"lateness", "--on", "2026-01-12"}),
            "Oak Lane\nLate arrivals, Monday 12 January 2026\n" + legal);
  EXPECT_EQ(head({"attendance", "--from", "2026-01-12", "--to", "2026-01-14", "--by", "class"}),
            "Oak Lane\nAttendance by class, Monday 12 January 2026 to Wednesday 14 January 2026\n" +
                legal);
  EXPECT_EQ(head({"attendance", "--from", "2026-01-12", "--to", "2026-01-12"}),
            "Oak Lane\nAttendance, Monday 12 January 2026\n" + legal);
  EXPECT_EQ(head({"week"}),
            "Oak Lane\nAttendance of the week, Monday 12 January 2026 to " + today + "\n" + legal);
  EXPECT_EQ(head({"term"}),
            "Oak Lane\nAttendance of the term, Monday 5 January 2026 to " + today + "\n" + legal);
  EXPECT_EQ(head({"term", "--on", "2025-08-01"}),
            "Oak Lane\nAttendance of the term, Friday 1 August 2025\n" + legal);
  EXPECT_EQ(head({"governors"}),
            "Oak Lane\nAttendance report for governors, Monday 5 January 2026 to " + today + "\n" +
                legal);
  EXPECT_EQ(head({"patterns", "--from", "2026-01-12", "--to", "2026-01-16"}),
            "Oak Lane\nAttendance patterns, Monday 12 January 2026 to " + today + "\n" + legal);
  EXPECT_EQ(head({"annual"}),
            "Oak Lane\nAttendance lines for the annual report, Monday 1 September 2025 to " +
                today + "\n" + legal);
  EXPECT_EQ(head({"persistent"}),
            "Oak Lane\nPersistent and severe absence, Monday 1 September 2025 to " + today + "\n" +
                legal);
  EXPECT_EQ(
      head({"suggestions"}),
      "Oak Lane\nWhat the figures suggest, Monday 1 September 2025 to " + today + "\n" + legal);
  const std::vector<std::pair<const char*, std::string>> of_a_day{
      {"stages", "Stages of the attendance policy"},
      {"penalty", "Threshold of a penalty notice"},
      {"unresolved", "Absences without a reason"},
      {"la-returns", "Returns to the local authority"},
      {"reconcile", "Register and door"}};
  for (const auto& [name, title] : of_a_day) {
    EXPECT_EQ(head({name}), "Oak Lane\n" + title + ", " + today + "\n" + legal);
  }
  EXPECT_EQ(head({"calls"}), "Oak Lane\nCalls to make, " + today + ", 15:30\n" + legal);
  EXPECT_EQ(head({"presence", "--on", "2026-01-15"}),
            "Oak Lane\nWhere the children are, Thursday 15 January 2026, 09:00\n" + legal);
}

TEST_F(NamedRegister, a_report_over_its_change_names_both_with_the_day_D50) {
  set_legal("Other MIS", "2026-01-14");
  mark(1, "2026-01-13 am", "I");
  const auto named = [&](const char* from, const char* to) {
    return head({"attendance", "--from", from, "--to", to});
  };
  EXPECT_NE(named("2026-01-12", "2026-01-13").find("\nLegal register: Handbell\n"),
            std::string::npos);
  EXPECT_NE(named("2026-01-14", "2026-01-16").find("\nLegal register: Other MIS\n"),
            std::string::npos);
  const std::string both = "Other MIS from Wednesday 14 January 2026; before that Handbell";
  EXPECT_NE(named("2026-01-12", "2026-01-16").find("\nLegal register: " + both + "\n"),
            std::string::npos);
  EXPECT_NE(head({"week"}).find(both), std::string::npos);
  EXPECT_NE(head({"persistent"}).find(both), std::string::npos);
  EXPECT_NE(head({"stages"}).find("Legal register: Other MIS\n"), std::string::npos);
  const auto rows = nlohmann::ordered_json::parse(done(
      {"report", "attendance", "--from", "2026-01-12", "--to", "2026-01-16", "--format", "json"}));
  ASSERT_FALSE(rows.empty());
  EXPECT_EQ(rows[0]["legal_register"], both);
  EXPECT_EQ(std::prev(rows[0].end()).key(), "legal_register") << "behind all other columns";
}

TEST_F(NamedRegister, the_history_of_a_mark_is_a_page_of_the_register_and_names_it_D50) {
  set_legal("Other MIS", "2026-01-14");
  mark(1, "2026-01-13 am", "I");
  const std::vector<std::string> words{"history", "1001", "2026-01-13", "am"};
  EXPECT_EQ(done(words).find("Oak Lane\nEvery entry of Amira Khan, Owls, Tuesday 13 January 2026, "
                             "am\nLegal register: Handbell\nMade on Friday 16 January 2026 at "
                             "15:30\n\nentry  code"),
            0U)
      << done(words);
  const auto later =
      nlohmann::json::parse(done({"history", "1001", "2026-01-13", "am", "--format", "json"}));
  EXPECT_EQ(later[0]["legal_register"], "Handbell");
}

TEST_F(NamedRegister, an_export_that_is_kept_has_it_in_its_name_and_its_columns_stay_D50) {
  mark(1, "2026-01-13 am", "I");
  const std::vector<std::string> marks{"export",     "marks", "--from",
                                       "2026-01-12", "--to",  "2026-01-16"};
  const auto kept = [&](std::vector<std::string> words) {
    words.insert(words.end(), {"--folder", folder_});
    const std::string said = done(words);
    return said.substr(0, said.find(" is written.\n"));
  };
  const auto text_of = [](const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    return std::string{std::istreambuf_iterator<char>(in), {}};
  };
  const std::string first = kept(marks);
  EXPECT_EQ(first, folder_ + "/marks_2026-01-12_2026-01-16_legal-register-handbell.csv");
  EXPECT_EQ(text_of(first), done(marks));
  auto again = marks;
  again.insert(again.end(), {"--folder", folder_, "--new"});
  EXPECT_NE(ask(again).err.find("is there already; move it away first"), std::string::npos);
  EXPECT_EQ(
      done({"exported", "list", "--from", "2026-01-12", "--to", "2026-01-16", "--format", "json"}),
      "[]\n")
      << "nothing left";
  again[7] = folder_ + "/nowhere";
  EXPECT_NE(ask(again).err.find("There is no folder"), std::string::npos);
  EXPECT_EQ(kept({"export", "crosscheck"}),
            folder_ + "/crosscheck_2025-08-01_2026-07-31_legal-register-handbell.csv");
  set_legal("Other MIS", "2026-01-14");
  set_legal("Third MIS", "2026-02-02");
  const std::string both =
      "_legal-register-other-mis-from-wednesday-14-january-2026-before-that-handbell.";
  auto json = marks;
  json.insert(json.end(), {"--format", "json", "--ids",
                           file("ids.csv", "Kind,Ours,Theirs\npupil,1001,A\ncode,I,B\n")});
  EXPECT_EQ(kept(json), folder_ + "/marks_2026-01-12_2026-01-16" + both + "json");
  EXPECT_EQ(kept({"export", "crosscheck"}),
            folder_ + "/crosscheck_2025-08-01_2026-07-31" + both + "csv")
      << "the days as far as they have come";
}

TEST_F(NamedRegister, settings_are_listed_with_who_why_and_from_when_D50) {
  const auto listed = [&] {
    std::string text = done({"list", "settings", "--format", "csv"});
    std::erase(text, '\r');
    return text.substr(text.find('\n') + 1);
  };
  EXPECT_EQ(listed(), "");
  set_legal("Other MIS", "2026-01-14");
  set_legal("Handbell", "2026-09-01");
  EXPECT_EQ(listed(),
            "register.legal,Other MIS,2026-01-14,governors' decision,A Noor,Headteacher\n"
            "register.legal,Handbell,2026-09-01,governors' decision,A Noor,Headteacher\n");
  EXPECT_EQ(ask({"list", "settings", "--on", "2026-01-14"}).status, 1);
}

}  // namespace
}  // namespace handbell::admin
