// The real handbell-office: who may reach it, what it owns, and how it ends.
#include "app/base/school_time.h"
#include "app/store/folder_lock.h"
#include "app/store/register_file.h"
#include "app/store/site_random.h"

#include "running_office.h"
#include "running_program.h"
#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include <thread>

namespace handbell {
namespace {

using testing::HasSubstr;

class OfficeProgram : public OfficeProgramTest {};

TEST_F(OfficeProgram, serves_this_machine_alone_and_says_why) {
  for (const char* address : {"0.0.0.0:8400", "192.168.1.20:8400", "[::]:8400"}) {
    const auto refused = office("--site " + site_ + " --listen " + address);
    EXPECT_EQ(refused.status, 1) << address;
    EXPECT_THAT(refused.err, HasSubstr("handbell certificate make --for NAME"));
    EXPECT_EQ(std::count(refused.err.begin(), refused.err.end(), '\n'), 1) << refused.err;
  }
  EXPECT_EQ(office("--site " + site_ + " --listen nonsense").status, 1);
  EXPECT_EQ(office("--site " + folder_ + "/nowhere").status, 1);
  EXPECT_EQ(office("--frobnicate").status, 2);
  EXPECT_EQ(office("").status, 2);
}

TEST_F(OfficeProgram, ends_cleanly_and_leaves_nothing_behind) {
  for (const int signal : {SIGTERM, SIGINT}) {
    start();
    EXPECT_EQ(send(page_, "GET", "/healthz").body, "ready\n");
    EXPECT_TRUE(store::FolderLock::owner(site_ + "/office"));
    EXPECT_EQ(end(signal), 0);
    EXPECT_FALSE(store::FolderLock::owner(site_ + "/office"));
    EXPECT_FALSE(std::filesystem::exists(site_ + "/office/admin.sock"));
    EXPECT_FALSE(std::filesystem::exists(site_ + "/office/kiosks.sock"));
  }
  EXPECT_EQ(ask("verify").status, 0);
}

TEST_F(OfficeProgram, is_one_office_a_site) {
  start();
  const auto second = office("--site " + site_ + " --listen 127.0.0.1:0");
  EXPECT_EQ(second.status, 1);
  EXPECT_THAT(second.err, HasSubstr("in use by handbell-office (process "));
  EXPECT_EQ(send(page_, "GET", "/healthz").body, "ready\n");
}

TEST_F(OfficeProgram, starts_again_after_it_was_killed) {
  start();
  ASSERT_EQ(ask("import pupils " + folder_ + "/roll.csv").status, 0);
  EXPECT_EQ(end(SIGKILL), 128 + SIGKILL);
  start();
  EXPECT_THAT(ask("list pupils").out, HasSubstr("Amira"));
  EXPECT_EQ(end(SIGTERM), 0);
}

TEST_F(OfficeProgram, runs_the_commands_that_write_while_it_owns_the_folder) {
  start();
  EXPECT_THAT(ask("import pupils " + folder_ + "/roll.csv").out, HasSubstr("1 added"));
  EXPECT_THAT(ask("import calendar " + folder_ + "/year.csv").out, HasSubstr("1 added"));
  EXPECT_THAT(ask("cards issue 04A1B2C3D4E580 --pupil 1001").out, HasSubstr("Amira Khan's"));
  EXPECT_THAT(ask("cards revoke 04A1B2C3D4E580").out, HasSubstr("nobody's"));
  const auto marked = ask("mark 1001 2026-01-12 am L --reason 'came 8:50' --by 'R Patel, Office'");
  EXPECT_EQ(marked.status, 0) << marked.err;
  EXPECT_THAT(ask("history 1001 2026-01-12 am").out, HasSubstr("R Patel"));
  EXPECT_THAT(ask("report lateness --on 2026-01-12").status, 0);
  EXPECT_THAT(send(page_, "GET", "/today?on=2026-01-12").body, HasSubstr("Today"));
  EXPECT_EQ(ask("verify").status, 0);
}

TEST_F(OfficeProgram, a_backup_that_was_made_beside_it_brings_people_and_audit_back) {
  start();
  ASSERT_EQ(ask("import pupils " + folder_ + "/roll.csv").status, 0);
  EXPECT_EQ(send(page_, "GET", "/pupils/one?pupil=1").status, 200);
  std::this_thread::sleep_for(std::chrono::milliseconds(1500));  // it is written within a second
  const auto made = ask("backup " + folder_ + "/copy.db");
  ASSERT_EQ(made.status, 0) << made.err;
  EXPECT_THAT(made.out, HasSubstr("1 accounts; 1 readings"));
  EXPECT_EQ(end(SIGTERM), 0);
  ASSERT_EQ(handbell("restore " + folder_ + "/copy.db " + folder_ + "/again").status, 0);
  site_ = folder_ + "/again";
  start();
  EXPECT_THAT(ask("account list").out, HasSubstr("active"));
  EXPECT_THAT(ask("account first-run").err, HasSubstr("Somebody can sign in already"));
  EXPECT_EQ(send(page_, "GET", "/today").status, 303) << "the old session is over";
  EXPECT_THAT(ask("verify").out, HasSubstr("Who read what: 1 readings"));
  EXPECT_EQ(end(SIGTERM), 0);
}

TEST_F(OfficeProgram, begins_a_timetable_on_its_day_also_when_it_was_off) {
  ASSERT_EQ(ask("clock set 2026-01-12T09:00:00").status, 0);
  ASSERT_EQ(ask("import pupils " + folder_ + "/roll.csv").status, 0);
  {
    store::SiteRandom random;
    const auto file = store::RegisterFile::open(site_ + "/office/register.db", random);
    ASSERT_TRUE(file);
    const auto by = *reg::Author::from("A Noor", "Headteacher");
    ASSERT_TRUE(
        (*file)->write({reg::RecordChange{PupilId(1), *SchoolDay::parse("2026-01-19"), "pattern",
                                          "1111111111", "1010101010", "settling in", by}},
                       *parse_local("2026-01-12T09:00:00")));
  }
  start();
  EXPECT_THAT(ask("list pupils").out, HasSubstr("1111111111"));
  EXPECT_EQ(end(SIGTERM), 0);
  ASSERT_EQ(ask("clock set 2026-01-20T07:00:00").status, 0);
  start();
  EXPECT_TRUE(testing_support::until(
      [&] { return ask("list pupils").out.find("1010101010") != std::string::npos; }));
  EXPECT_EQ(end(SIGTERM), 0);
}

TEST_F(OfficeProgram, names_the_legal_register_on_its_page_in_reports_and_kept_exports_D50) {
  start();
  ASSERT_EQ(ask("import pupils " + folder_ + "/roll.csv").status, 0);
  ASSERT_EQ(ask("import calendar " + folder_ + "/year.csv").status, 0);
  ASSERT_EQ(ask("mark 1001 2026-01-12 am I --reason ill --by 'R Patel, Office'").status, 0);
  EXPECT_THAT(send(page_, "GET", "/today").body, HasSubstr("Legal register: Handbell</p>"));
  const auto set =
      ask("setting legal-register 'Other MIS' --from 2025-09-01 --reason agreed --by 'A Noor, "
          "Headteacher'");
  ASSERT_EQ(set.status, 0) << set.err;
  EXPECT_THAT(send(page_, "GET", "/today?on=2026-01-12").body,
              HasSubstr("Legal register: Other MIS</p>"));
  EXPECT_THAT(ask("report lateness --on 2026-01-12").out, HasSubstr("Legal register: Other MIS\n"));
  const auto kept = ask("export marks --from 2026-01-12 --to 2026-01-12 --new --folder " + folder_);
  const std::string file = folder_ + "/marks_2026-01-12_2026-01-12_legal-register-other-mis.csv";
  EXPECT_EQ(kept.out, file + " is written.\n") << kept.err;
  std::ifstream in(file, std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(in), {}};
  EXPECT_THAT(text, HasSubstr(",1001,"));
  EXPECT_THAT(ask("exported list --from 2026-01-12 --to 2026-01-12").out, HasSubstr("exported"));
}

TEST_F(OfficeProgram, refuses_in_the_same_words_as_without_it) {
  write("latin.csv",
        "AdmissionNumber,Surname,Forename,DOB,Year,Class,StartDate\n"
        "1001,Khan,Zo\xEB,2020-03-04,R,Owls,2025-09-01\n");
  write("empty.csv", "");
  write("large.csv", "");
  std::filesystem::resize_file(folder_ + "/large.csv", 50 * 1024 * 1024);
  const std::vector<std::string> lines{"import pupils " + folder_ + "/latin.csv",
                                       "import pupils " + folder_ + "/empty.csv",
                                       "import pupils " + folder_ + "/large.csv",
                                       "import pupils " + folder_ + "/nowhere.csv",
                                       "cards issue 04A1B2C3D4E580 --pupil 9",
                                       "mark 1001 2026-01-12 am L --by 'R Patel, Office'",
                                       "accept --on 2026-01-12 --session am --by 'R Patel, Office'",
                                       "accept --on 2026-01-12 --session am",
                                       "frobnicate"};
  std::vector<Ended> alone;
  for (const auto& line : lines) alone.push_back(ask(line));
  start();
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const auto running = ask(lines[i]);
    EXPECT_EQ(running.status, alone[i].status) << lines[i];
    EXPECT_EQ(running.err, alone[i].err) << lines[i];
    EXPECT_NE(running.status, 0);
  }
}

TEST_F(OfficeProgram, answers_programs_on_its_own_socket) {
  start();
  const auto status = nlohmann::json::parse(send(admin(), "GET", "/admin/v1/status").body);
  EXPECT_EQ(status["process"], process_);
  EXPECT_EQ(status["rehearsal"], true);
  const auto accepted = send(admin(), "POST", "/admin/v1/accept",
                             R"({"on":"2026-01-12","session":"am","by":"R Patel, Office"})");
  EXPECT_EQ(accepted.status, 200);
  const auto told = nlohmann::json::parse(accepted.body);
  EXPECT_EQ(told["status"], 1);
  EXPECT_THAT(told["err"].get<std::string>(), HasSubstr("no pending proposal"));
  for (const char* wrong : {"", "{", "[]", R"({"words":3})", R"({"words":[3]})"}) {
    EXPECT_EQ(send(admin(), "POST", "/admin/v1/command", wrong).status, 404) << wrong;
  }
  const auto init = send(admin(), "POST", "/admin/v1/command", R"({"words":["init","/tmp/x"]})");
  EXPECT_THAT(init.body, HasSubstr("without the office"));
  EXPECT_EQ(send(page_, "GET", "/admin/v1/status").status, 404) << "not for browsers";
  EXPECT_EQ(send(page_, "POST", "/kiosk/v1/sync").status, 404) << "nor for kiosks";
  const auto mode = std::filesystem::status(site_ + "/office/admin.sock").permissions();
  EXPECT_EQ(mode, std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
}

}  // namespace
}  // namespace handbell
