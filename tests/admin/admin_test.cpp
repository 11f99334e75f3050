// The commands as a school's scripts use them: the real program on a real folder.
#include "app/admin/commands.h"
#include "app/exchange/csv.h"

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <sys/wait.h>

#include <array>
#include <filesystem>
#include <fstream>

namespace handbell::admin {
namespace {

namespace fs = std::filesystem;

struct Printed {
  int status = -1;
  std::string out;
  std::string err;
};

class Admin : public testing::Test {
 protected:
  void SetUp() override {
    std::string pattern = (fs::temp_directory_path() / "handbell-admin-XXXXXX").string();
    ASSERT_NE(::mkdtemp(pattern.data()), nullptr);
    folder_ = pattern;
    ASSERT_EQ(run("init " + site() + " --name 'Oak Lane Infants' --rehearsal").status, 0);
    write("roll.csv", kRoll);
    write("year.csv", "From,To,Kind,Name,Groups\n2025-09-01,2027-07-20,term,All,\n");
    ASSERT_EQ(ask("import pupils " + path("roll.csv")).status, 0);
    ASSERT_EQ(ask("import calendar " + path("year.csv")).status, 0);
  }
  void TearDown() override { fs::remove_all(folder_); }

  std::string site() const { return path("site"); }
  std::string path(const std::string& name) const { return (folder_ / name).string(); }
  void write(const std::string& name, const std::string& text) const {
    std::ofstream(path(name), std::ios::binary) << text;
  }
  Printed run(const std::string& arguments) const {
    const std::string errors = path("stderr");
    const std::string line = std::string(HANDBELL_BIN) + "/handbell " + arguments + " 2>" + errors;
    FILE* pipe = ::popen(line.c_str(), "r");
    Printed answer;
    std::array<char, 4096> part{};
    while (const auto got = std::fread(part.data(), 1, part.size(), pipe)) {
      answer.out.append(part.data(), got);
    }
    answer.status = WEXITSTATUS(::pclose(pipe));
    std::ifstream file(errors);
    answer.err.assign(std::istreambuf_iterator<char>(file), {});
    return answer;
  }
  Printed ask(const std::string& arguments) const {
    return run("--site " + site() + " " + arguments);
  }
  nlohmann::json json(const std::string& arguments) const {
    const auto answer = ask(arguments);
    EXPECT_EQ(answer.status, 0) << answer.err;
    return nlohmann::json::parse(answer.out, nullptr, false);
  }
  /// Refused with one sentence, and the pupils are as they were.
  void refused(const std::string& arguments, const std::string& word) const {
    const auto before = ask("list pupils --format csv").out;
    const auto answer = ask(arguments);
    EXPECT_EQ(answer.status, 1) << arguments << answer.out;
    EXPECT_NE(answer.err.find(word), std::string::npos) << answer.err;
    EXPECT_EQ(std::count(answer.err.begin(), answer.err.end(), '\n'), 1) << answer.err;
    EXPECT_EQ(ask("list pupils --format csv").out, before);
  }

  static constexpr const char* kRoll =
      "UPN,AdmissionNumber,Surname,Forename,DOB,Year,Class,StartDate\n"
      ",1001,Khan,Amira,2020-03-04,R,Owls,2025-09-01\n"
      ",1002,O'Neill,Zoë,2021-03-04,N2,Ducklings,2025-09-01\n";
  fs::path folder_;
};

TEST_F(Admin, makes_a_site_that_is_nobody_elses_to_read) {
  for (const auto& entry : fs::recursive_directory_iterator(site())) {
    const auto open = entry.status().permissions() & (fs::perms::group_all | fs::perms::others_all);
    EXPECT_EQ(open, fs::perms::none) << entry.path();
  }
  EXPECT_EQ(run("init " + site()).status, 1);
  EXPECT_EQ(run("frobnicate").status, 2);
  EXPECT_EQ(run("--site /nowhere list pupils").status, 1);
}

TEST_F(Admin, a_demonstration_has_the_invented_school_of_assets_demo) {
  ASSERT_EQ(run("init " + path("demo") + " --demo").status, 0);
  ASSERT_EQ(run("init " + path("same") + " --rehearsal").status, 0);
  for (const std::string what : {"pupils", "cards", "calendar"}) {
    const std::string demo = run("--site " + path("demo") + " list " + what + " --format csv").out;
    const std::string file = HANDBELL_SOURCE "/assets/demo/" + what + ".csv";
    ASSERT_EQ(run("--site " + path("same") + " import " + what + " " + file).status, 0);
    EXPECT_EQ(run("--site " + path("same") + " list " + what + " --format csv").out, demo) << what;
    EXPECT_GT(std::count(demo.begin(), demo.end(), '\n'), 10) << what;
  }
  EXPECT_EQ(run("--site " + path("demo") + " clock hold").status, 0) << "it is a rehearsal";
}

TEST_F(Admin, a_code_for_a_kiosk_says_what_to_type_there) {
  const auto made = ask("kiosks add 'Side door'");
  ASSERT_EQ(made.status, 0) << made.err;
  EXPECT_NE(made.out.find("--office unix:" + site() + "/office/kiosks.sock --code "),
            std::string::npos)
      << made.out;
  EXPECT_EQ(made.out.find("has its"), std::string::npos);
  EXPECT_NE(ask("kiosks add 'Front door'").out.find("the old one can send nothing more"),
            std::string::npos);
  EXPECT_EQ(ask("kiosks add ' '").status, 1);
  EXPECT_EQ(json("list kiosks --format json").size(), 1U) << "nobody has used a code yet";
}

TEST_F(Admin, a_kiosk_that_cannot_be_enrolled_is_told_why_and_may_try_again) {
  const auto tried = [&](const std::string& rest, const std::string& word) {
    const auto answer = run("init-kiosk " + rest);
    EXPECT_EQ(answer.status, 1) << rest;
    EXPECT_NE(answer.err.find(word), std::string::npos) << answer.err;
    EXPECT_EQ(std::count(answer.err.begin(), answer.err.end(), '\n'), 1) << answer.err;
    EXPECT_FALSE(fs::exists(path("side") + "/kiosk.id"));
  };
  const std::string code = " --code 7K3M-0PXR-W2QH-ZD95";
  tried(path("side") + " --office unix:" + path("nobody") + code, "did not answer at");
  tried(path("side") + " --office somewhere" + code, "somewhere");
  tried(path("side") + " --office unix:" + path("nobody") + " --code 7K3M", "7K3M is not valid");
  tried(site() + " --office unix:" + path("nobody") + code, "empty");
  EXPECT_EQ(run("init-kiosk " + path("side")).status, 2);
}

TEST_F(Admin, a_second_import_changes_nothing_and_lists_are_flat_json) {
  EXPECT_NE(ask("import pupils " + path("roll.csv")).out.find("0 added, 0 changed, 2 as they were"),
            std::string::npos);
  const auto pupils = json("list pupils --format json");
  ASSERT_EQ(pupils.size(), 2U);
  EXPECT_EQ(pupils[1]["shown_as"], "Zoë O");
  EXPECT_EQ(pupils[1]["year_group"], "N2");
  EXPECT_EQ(pupils[1]["date_of_birth"], "2021-03-04");
}

TEST_F(Admin, refuses_bad_files_with_one_sentence_and_changes_nothing) {
  const std::string roll = kRoll;
  write("column.csv", "UPN,Surname\nA,Khan\n");
  refused("import pupils " + path("column.csv"), "lacks a column");
  write("twice.csv", roll + ",1002,Khan,Ali,2020-03-04,R,Owls,2025-09-01\n");
  refused("import pupils " + path("twice.csv"), "lines 3 and 4");
  write("date.csv", roll + ",1003,Khan,Ali,31/02/2021,R,Owls,2025-09-01\n");
  refused("import pupils " + path("date.csv"), "31/02/2021");
  write("latin.csv", roll + ",1003,Khan,Zo\xEB,2020-03-04,R,Owls,2025-09-01\n");
  refused("import pupils " + path("latin.csv"), "line 4, is not UTF-8");
  write("empty.csv", "");
  refused("import pupils " + path("empty.csv"), "is empty");
  write("large.csv", "");
  fs::resize_file(path("large.csv"), 50 * 1024 * 1024);
  refused("import pupils " + path("large.csv"), "larger than 8 MB");
  refused("import pupils " + path("nowhere.csv"), "cannot be read");
}

TEST_F(Admin, partial_takes_the_good_rows_and_dry_run_takes_none) {
  write("more.csv", std::string(kRoll) + ",1003,Khan,Ali,31/02/2021,R,Owls,2025-09-01\n" +
                        ",1004,Khan,Sara,2020-03-05,R,Owls,2025-09-01\n");
  EXPECT_EQ(ask("import pupils --dry-run --partial " + path("more.csv")).status, 0);
  EXPECT_EQ(json("list pupils --format json").size(), 2U);
  const auto taken = ask("import pupils --partial " + path("more.csv"));
  EXPECT_NE(taken.out.find("Not taken: line 4, column DateOfBirth"), std::string::npos);
  EXPECT_EQ(json("list pupils --format json").size(), 3U);
}

TEST_F(Admin, a_folder_that_another_program_runs_on_is_left_alone) {
  auto lock = store::FolderLock::take(site() + "/office", "handbell-office");
  ASSERT_TRUE(lock);
  refused("import pupils " + path("roll.csv"), "in use by handbell-office (process ");
  EXPECT_EQ(ask("list pupils").status, 0) << "reading goes on";
}

TEST_F(Admin, cards_are_issued_once_and_revoked) {
  EXPECT_EQ(ask("cards issue 04A1B2C3D4E580 --pupil 1001").status, 0);
  EXPECT_EQ(ask("cards issue 04A1B2C3D4E580 --pupil 1002").status, 1);
  EXPECT_EQ(ask("cards issue 08AABBCC --pupil 1002").status, 1);
  EXPECT_EQ(ask("cards revoke 04A1B2C3D4E580").status, 0);
  EXPECT_EQ(ask("cards revoke 04A1B2C3D4E580").status, 1);
  EXPECT_EQ(ask("cards issue 04A1B2C3D4E580 --pupil 1002").status, 0);
  EXPECT_EQ(json("list cards --format json").size(), 2U);
}

TEST_F(Admin, explains_8_59_59_as_L_and_9_00_00_as_U_in_winter_and_summer) {
  for (const char* day : {"2026-03-27", "2026-03-30", "2026-10-23", "2026-10-26"}) {
    for (const char* group : {"R", "N2"}) {
      const auto at = [&](const char* time) {
        return json(
            fmt::format("explain --year-group {} --on {} --session am --at {}", group, day, time));
      };
      EXPECT_EQ(at("08:59:59")["proposal"], "L") << day << group;
      EXPECT_EQ(at("09:00:00")["proposal"], "U") << day << group;
      EXPECT_EQ(at("08:40:00")["outcome"],
                std::string(group) == "R" ? "late_before_close" : "on_time");
    }
  }
}

TEST_F(Admin, an_entry_needs_all_five_items_and_an_amendment_keeps_what_was) {
  EXPECT_EQ(ask("mark 1001 2026-01-12 am / --by 'J Okoro, Teacher'").status, 1);
  EXPECT_EQ(ask("mark 1001 2026-01-12 am / --reason seen").status, 1);
  EXPECT_EQ(ask("mark 1001 2026-01-12 am / --reason seen --by 'J Okoro'").status, 1);
  EXPECT_EQ(ask("mark 1001 2026-01-12 am N --reason 'not there' --by 'J Okoro, Teacher'").status,
            0);
  EXPECT_EQ(ask("mark 1001 2026-01-12 am L --reason 'came 8:50' --by 'R Patel, Office'").status, 0);
  const auto history = json("history 1001 2026-01-12 am --format json");
  ASSERT_EQ(history.size(), 2U);
  EXPECT_EQ(history[0]["code"], "N");
  EXPECT_EQ(history[1]["replaces"], 1);
  EXPECT_EQ(history[1]["position"], "Office");
  EXPECT_NE(ask("verify").out.find("2 entries"), std::string::npos);
}

TEST_F(Admin, only_a_rehearsals_clock_can_be_set) {
  const auto set = ask("clock set 2026-01-12T08:52:00 --rate 60");
  EXPECT_NE(set.out.find("2026-01-12T08:52:0"), std::string::npos);
  EXPECT_EQ(ask("clock hold").status, 0);
  EXPECT_EQ(ask("clock step 10s").status, 0);
  EXPECT_EQ(ask("clock step 10").status, 1);
  ASSERT_EQ(run("init " + path("real")).status, 0);
  const auto refusal = run("--site " + path("real") + " clock set 2026-01-12T08:52:00");
  EXPECT_EQ(refusal.status, 1);
  EXPECT_NE(refusal.err.find("real site"), std::string::npos);
}

TEST_F(Admin, a_mark_that_may_not_be_is_refused_in_one_sentence_and_nothing_is_written) {
  const auto refused = [&](const std::string& words, const std::string& part) {
    const auto answer = ask("mark 1001 " + words + " --reason 'rang at 8:20'");
    EXPECT_EQ(answer.status, 1) << words;
    EXPECT_NE(answer.err.find(part), std::string::npos) << answer.err;
    EXPECT_EQ(std::count(answer.err.begin(), answer.err.end(), '\n'), 1) << answer.err;
  };
  const std::string office = " --by 'R Patel, Office manager'";
  refused("2026-01-12 am A" + office, "A is not an attendance code");
  refused("2026-01-12 am C" + office, "C is not for the office to set");
  refused("2026-01-12 am H --by 'A Noor, Headteacher'", "withdrawn on 19 August 2024");
  refused("2026-01-11 am I" + office, "no session on 2026-01-11 am");
  refused("2026-01-12 pm /" + office, "cannot stand in that half");
  refused("2099-01-12 am I" + office, "2099-01-12 am has not come yet");
  refused("2026-01-12 noon I" + office, "is not a session");
  EXPECT_EQ(json("history 1001 2026-01-12 am --format json").size(), 0U);
}

TEST_F(Admin, what_a_family_told_us_is_noted_with_both_times_and_marks_nothing_D04) {
  const std::string by = " --reason 'mother: dentist' --by 'R Patel, Office manager'";
  ASSERT_EQ(ask("clock set 2026-01-12T11:00:00").status, 0);
  const auto noted = ask("notice 1001 2026-01-12 am M --told 07:30" + by);
  EXPECT_EQ(noted.status, 0) << noted.err;
  EXPECT_NE(noted.out.find("told 2026-01-12T07:30:00+00:00, before the register closes"),
            std::string::npos)
      << noted.out;
  const auto late = ask("notice 1002 2026-01-12 am M --told 2026-01-12T09:00" + by);
  EXPECT_NE(late.out.find("not before the register closes"), std::string::npos) << late.out;
  EXPECT_EQ(json("history 1001 2026-01-12 am --format json").size(), 0U);
  EXPECT_NE(ask("notice 1001 2026-01-13 am I --told 10:55" + by).out.find("told 2026-01-12T10:55"),
            std::string::npos);
  const auto future = ask("notice 1001 2026-01-12 am M --told 11:01" + by);
  EXPECT_EQ(future.status, 1);
  EXPECT_NE(future.err.find("which is still to come"), std::string::npos) << future.err;
  EXPECT_EQ(ask("notice 1001 2026-01-12 am C --told 07:30" + by).status, 1);
  const std::string withdraw = "withdraw-notice 1001 2026-01-12 am" + by;
  EXPECT_NE(ask(withdraw).out.find("1 taken back"), std::string::npos);
  EXPECT_NE(ask(withdraw).err.find("nothing is noted"), std::string::npos);
  EXPECT_EQ(ask("verify").status, 0);
}

TEST_F(Admin, what_families_told_us_of_a_day_is_listed_with_what_was_taken_back_D04) {
  const std::string by = " --reason 'mother: dentist' --by 'R Patel, Office manager'";
  ASSERT_EQ(ask("clock set 2026-01-12T11:00:00").status, 0);
  ASSERT_EQ(ask("clock hold").status, 0);
  EXPECT_EQ(json("list notices --format json").size(), 0U);
  ASSERT_EQ(ask("notice 1001 2026-01-12 am M --told 07:30" + by).status, 0);
  ASSERT_EQ(ask("notice 1001 2026-01-12 am I --told 09:20" + by).status, 0);
  ASSERT_EQ(ask("notice 1001 2026-01-13 am I --told 10:55" + by).status, 0);
  const auto listed = [&](const std::string& more) {
    return json("list notices --format json" + more);
  };
  const auto today = listed("");
  ASSERT_EQ(today.size(), 2U);
  EXPECT_EQ(today[0]["name"], "Amira Khan");
  EXPECT_EQ(today[0]["code"], "M");
  EXPECT_EQ(today[0]["told_at"], "2026-01-12T07:30:00+00:00");
  EXPECT_EQ(today[0]["in_time"], true);
  EXPECT_EQ(today[0]["reason"], "mother: dentist");
  EXPECT_EQ(today[0]["recorded_at"], "2026-01-12T11:00:00+00:00");
  EXPECT_EQ(today[0]["recorded_by"], "R Patel");
  EXPECT_EQ(today[0]["position"], "Office manager");
  EXPECT_TRUE(today[0]["taken_back_at"].is_null());
  EXPECT_EQ(today[1]["in_time"], false);
  EXPECT_EQ(listed(" --on 2026-01-13").size(), 1U);
  const std::string back = " --reason 'another child' --by 'A Noor, Headteacher'";
  ASSERT_EQ(ask("withdraw-notice 1001 2026-01-12 am" + back).status, 0);
  const auto after = listed(" --on 2026-01-12");
  ASSERT_EQ(after.size(), 2U) << "both stay on record";
  EXPECT_EQ(after[1]["taken_back_at"], "2026-01-12T11:00:00+00:00");
  EXPECT_EQ(after[1]["taken_back_by"], "A Noor, Headteacher");
  EXPECT_EQ(after[1]["taken_back_reason"], "another child");
  EXPECT_NE(ask("withdraw-notice 1001 2026-01-12 am" + back).err.find("nothing is noted"),
            std::string::npos);
  EXPECT_EQ(ask("list notices --on 2026-02-30").status, 1);
  const auto refused = ask("list pupils --on 2026-01-12");
  EXPECT_EQ(refused.status, 1);
  EXPECT_NE(refused.err.find("leave --on out"), std::string::npos) << refused.err;
}

TEST_F(Admin, the_headteacher_says_which_register_is_the_legal_one_D50) {
  const std::string words = "setting legal-register 'Other MIS' --from 2026-01-05 --reason agreed";
  const auto refused = ask(words + " --by 'R Patel, Office manager'");
  EXPECT_EQ(refused.status, 1);
  EXPECT_NE(refused.err.find("the headteacher does"), std::string::npos) << refused.err;
  const auto done = ask(words + " --by 'A Noor, Headteacher'");
  EXPECT_EQ(done.out, "From 2026-01-05 the legal register is Other MIS.\n") << done.err;
  EXPECT_EQ(ask("verify").status, 0);
}

TEST_F(Admin, marks_come_in_once_go_out_with_their_amendments_and_contradict_nobody) {
  write("marks.csv",
        "AdmissionNumber,Date,Session,Code,MinutesLate\r\n"
        "1001,12/01/2026,AM,\xD0\xA1,\r\n"  // a Cyrillic letter (D44)
        "1002,2026-01-12,AM,L,6\r\n");
  const std::string import =
      "import marks " + path("marks.csv") + " --by 'R Patel, Office manager'";
  EXPECT_NE(ask(import + " --dry-run").out.find("Would take: 2 added"), std::string::npos);
  const auto taken = ask(import);
  EXPECT_NE(taken.out.find("Taken: 2 added"), std::string::npos) << taken.out << taken.err;
  EXPECT_NE(ask(import).out.find("0 added, 0 changed, 2 as they were"), std::string::npos);
  ASSERT_EQ(ask("mark 1002 2026-01-12 am I --reason 'went home ill' --by 'R Patel, Office'").status,
            0);
  EXPECT_NE(ask(import).out.find("the register has I, the file has L (6 minutes)"),
            std::string::npos);
  const std::string days = "export marks --from 2026-01-12 --to 2026-01-12";
  const std::string now = ask(days).out;
  EXPECT_EQ(std::count(now.begin(), now.end(), '\n'), 3) << now;
  const std::string all = ask(days + " --every-entry").out;
  EXPECT_EQ(std::count(all.begin(), all.end(), '\n'), 4) << all;
  EXPECT_NE(all.find("went home ill"), std::string::npos);
  EXPECT_EQ(ask("verify").status, 0);
}

TEST_F(Admin, one_bad_row_among_ten_thousand_marks_leaves_the_register_as_it_was) {
  constexpr int kPupils = 30;
  std::string roll = "AdmissionNumber,Surname,Forename,DOB,Year,Class,StartDate\n";
  for (int i = 0; i < kPupils; ++i) {
    roll += std::to_string(2000 + i) + ",Khan,Amira,2020-03-04,R,Owls,2025-09-01\n";
  }
  write("more.csv", roll);
  ASSERT_EQ(ask("import pupils " + path("more.csv")).status, 0);
  std::string rows = "AdmissionNumber,Date,Session,Code\n";
  int count = 0;
  for (SchoolDay day = *SchoolDay::parse("2025-09-01"); count < 9'999; day = day.plus(1)) {
    for (int i = 0; i < 2 * kPupils && !day.is_weekend() && count < 9'999; ++i, ++count) {
      rows +=
          std::to_string(2000 + i / 2) + "," + day.text() + (i % 2 == 0 ? ",AM,/\n" : ",PM,\\\n");
    }
  }
  write("many.csv", rows + "1001,2026-02-30,AM,/\n");
  const auto refused = ask("import marks " + path("many.csv"));
  EXPECT_EQ(refused.status, 1);
  EXPECT_NE(refused.err.find("1 of 10000 rows, the first in line 10001"), std::string::npos)
      << refused.err;
  EXPECT_NE(ask("verify").out.find("The register: 0 entries"), std::string::npos);
  EXPECT_EQ(ask("import marks " + path("many.csv") + " --partial").status, 0);
  EXPECT_NE(ask("verify").out.find("The register: 9999 entries"), std::string::npos);
}

TEST_F(Admin, a_backup_is_read_through_and_restored_where_nothing_is) {
  ASSERT_EQ(ask("mark 1001 2026-01-12 am / --reason seen --by 'J Okoro, Teacher'").status, 0);
  const std::string copy = path("register.copy");
  const auto made = ask("backup " + copy);
  ASSERT_EQ(made.status, 0) << made.err;
  EXPECT_NE(made.out.find("holds 1 entries"), std::string::npos) << made.out;
  EXPECT_EQ(ask("backup " + copy).status, 1) << "nothing is written over";
  EXPECT_EQ(run("restore " + copy + " " + site()).status, 1) << "over a live site";
  ASSERT_EQ(run("restore " + copy + " " + path("again")).status, 0);
  for (const char* end : {"-wal", "-shm", ".part"}) {
    EXPECT_FALSE(fs::exists(copy + end)) << "the copy is one file: " << end;
  }
  const auto history = "history 1001 2026-01-12 am --format json";
  EXPECT_EQ(run("--site " + path("again") + " " + history).out, ask(history).out);
  EXPECT_EQ(run("--site " + path("again") + " verify").status, 0);
}

TEST_F(Admin, whoever_restores_a_copy_hears_what_it_does_not_hold) {
  ASSERT_EQ(ask("backup " + path("bare.copy")).status, 0);
  EXPECT_NE(run("restore " + path("bare.copy") + " " + path("bare"))
                .out.find("neither accounts nor who read what"),
            std::string::npos);
  ASSERT_EQ(ask("staff add 7 --name 'A Noor' --position Head --role headteacher").status, 0);
  ASSERT_EQ(ask("account invite 7").status, 0);
  ASSERT_EQ(ask("backup " + path("some.copy")).status, 0);
  const auto some = run("restore " + path("some.copy") + " " + path("some"));
  EXPECT_NE(some.out.find("; 0 accounts"), std::string::npos) << some.out;
  EXPECT_NE(some.out.find("does not hold who read what"), std::string::npos) << some.out;
  EXPECT_NE(run("--site " + path("some") + " verify").out.find("Who signs in: the file is whole"),
            std::string::npos);
}

TEST_F(Admin, six_years_later_an_approved_erasure_leaves_a_register_that_verifies_D39) {
  ASSERT_EQ(ask("mark 1001 2026-01-12 am / --reason seen --by 'J Okoro, Teacher'").status, 0);
  EXPECT_EQ(json("retention list --format json").size(), 0U);
  EXPECT_NE(ask("retention approve --by 'A Noor, Headteacher'").out.find("Nothing is due"),
            std::string::npos);
  ASSERT_EQ(ask("clock set 2032-12-01T10:00:00").status, 0);
  const auto due = json("retention list --format json");
  ASSERT_EQ(due.size(), 1U);
  EXPECT_EQ(due[0]["history"], "register");
  EXPECT_EQ(due[0]["texts"], 1);
  EXPECT_EQ(ask("retention approve --by 'A Noor'").status, 1) << "a person with a position";
  EXPECT_EQ(ask("retention approve --by 'A Noor, Headteacher'").out,
            "1 texts erased, approved by A Noor, Headteacher.\n");
  EXPECT_EQ(json("history 1001 2026-01-12 am --format json").size(), 0U);
  EXPECT_NE(ask("verify").out.find("2 entries"), std::string::npos);
}

TEST_F(Admin, a_damaged_backup_is_refused_and_leaves_nothing) {
  ASSERT_EQ(ask("mark 1001 2026-01-12 am / --reason seen --by 'J Okoro, Teacher'").status, 0);
  const std::string copy = path("register.copy");
  ASSERT_EQ(ask("backup " + copy).status, 0);
  {
    SQLite::Database raw(copy, SQLite::OPEN_READWRITE);
    raw.exec("DROP TRIGGER entry_is_never_changed");
    raw.exec("UPDATE entry SET at = at + 1");
  }
  const auto changed = run("restore " + copy + " " + path("again"));
  EXPECT_EQ(changed.status, 1);
  EXPECT_NE(changed.err.find("Entry 1 of the register"), std::string::npos) << changed.err;
  EXPECT_FALSE(fs::exists(path("again")));
  std::ofstream(copy) << "no database";
  EXPECT_EQ(run("restore " + copy + " " + path("again")).status, 1);
  EXPECT_EQ(run("restore " + path("nothing") + " " + path("again")).status, 1);
  EXPECT_FALSE(fs::exists(path("again")));
}

TEST_F(Admin, verify_names_what_was_changed_and_exits_1) {
  ASSERT_EQ(ask("mark 1001 2026-01-12 am / --reason seen --by 'J Okoro, Teacher'").status, 0);
  {
    SQLite::Database raw(site() + "/office/register.db", SQLite::OPEN_READWRITE);
    raw.exec("DROP TRIGGER entry_is_never_changed");
    raw.exec("UPDATE entry SET payload = x'01'");
  }
  const auto found = ask("verify");
  EXPECT_EQ(found.status, 1);
  EXPECT_NE(found.err.find("1 of the register"), std::string::npos) << found.err;
}

}  // namespace
}  // namespace handbell::admin
