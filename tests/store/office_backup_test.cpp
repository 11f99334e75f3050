// One file holds the register, who signs in and who read what; whole, or it is not there.
#include "app/store/office_backup.h"

#include "app/store/accounts.h"
#include "app/store/audit_file.h"
#include "app/store/register_file.h"

#include "counted_random.h"
#include "small_school.h"
#include "temporary_folder.h"
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace handbell::store {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::IsEmpty;

const Instant kThatDay = instant("2026-01-12T09:00:00");

class OfficeBackup : public testing::Test {
 protected:
  void SetUp() override {
    for (const char* name : {"office", "again"}) fs::create_directory(folder_.file(name));
    auto file = RegisterFile::open(office("register.db"), random_);
    ASSERT_TRUE(file);
    ASSERT_TRUE((*file)->put_pupils(three_pupils()));
  }
  std::string office(const std::string& name) const { return folder_.file("office/" + name); }
  std::string again(const std::string& name) const { return folder_.file("again/" + name); }
  std::string copy() const { return folder_.file("copy.db"); }

  /// Somebody is signed in, somebody is invited, a tablet is enrolled, a supply teacher is here.
  void put_accounts() {
    const auto file = Accounts::open(office("accounts.db"));
    ASSERT_TRUE(file);
    Account account;
    account.staff = "s1";
    account.password = "argon";
    account.totp = {1, 2, 3};
    ASSERT_TRUE((*file)->activate(account, {"r1"}));
    ASSERT_TRUE((*file)->put_session({"session", "s1", "", 0, true, kThatDay, kThatDay}));
    ASSERT_TRUE((*file)->invite({"s2", "code", kThatDay + hours(24)}));
    ASSERT_TRUE((*file)->add_pass({"pass", "M Day", "Owls", kThatDay + hours(8), "A Noor"}));
    ASSERT_TRUE((*file)->know_browser("browser", "s1", kThatDay + hours(24)));
    ASSERT_TRUE((*file)->add_device({"Owls", {"Owls"}, "A Noor", "owls", kThatDay + hours(1)}));
    ASSERT_TRUE((*file)->enrol("owls", "cookie", kThatDay));
    ASSERT_TRUE((*file)->add_device({"Bees", {"Bees"}, "A Noor", "bees", kThatDay + hours(1)}));
  }
  void put_audit(int readings) {
    const auto file = AuditFile::open(office("audit.db"), random_);
    ASSERT_TRUE(file);
    std::vector<reg::Reading> all;
    for (int i = 0; i < readings; ++i) {
      all.push_back({reg::ReadKind::contacts, PupilId(1), "words", kThatDay,
                     *reg::Author::from("R Patel", "Office")});
    }
    ASSERT_TRUE((*file)->append(all));
  }
  static void attack(const std::string& path, const std::string& sql) {
    SQLite::Database raw(path, SQLite::OPEN_READWRITE);
    raw.exec("DROP TRIGGER IF EXISTS entry_is_never_changed");
    raw.exec(sql);
  }
  /// What stands in the folder beside the two that are meant to.
  std::vector<std::string> left_over() const {
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(folder_.path())) {
      if (!entry.is_directory()) names.push_back(entry.path().filename());
    }
    return names;
  }
  FaultCode refused() {
    const auto made = restore_office(copy(), folder_.file("again"), random_);
    EXPECT_FALSE(made);
    EXPECT_TRUE(fs::is_empty(folder_.file("again")));
    return made ? FaultCode::usage : made.error().code;
  }

  CountedRandom random_;
  TemporaryFolder folder_;
};

TEST_F(OfficeBackup, a_restored_office_knows_who_may_sign_in_and_who_read_what) {
  put_accounts();
  put_audit(3);
  const auto made = back_up_office(folder_.file("office"), copy(), random_);
  ASSERT_TRUE(made) << sentence(made.error());
  EXPECT_THAT(made->text(), HasSubstr("; 1 accounts; 3 readings of who read what"));
  EXPECT_EQ(words_of_copy(copy()), "register, accounts, who read what");
  EXPECT_THAT(left_over(), testing::ElementsAre("copy.db"));
  const auto back = restore_office(copy(), folder_.file("again"), random_);
  ASSERT_TRUE(back) << sentence(back.error());
  EXPECT_EQ(back->text(), made->text());
  EXPECT_EQ((*Accounts::open(again("accounts.db")))->of("s1")->value().totp, (Bytes{1, 2, 3}));
  const auto audit = AuditFile::open(again("audit.db"), random_);
  EXPECT_EQ(*(*audit)->verify(), 3U);
  EXPECT_EQ((*audit)->read(kThatDay, kThatDay + hours(1), 9)->size(), 3U);
  EXPECT_TRUE((*RegisterFile::open(again("register.db"), random_))->verify());
  EXPECT_EQ(words_of_copy(again("register.db")), "register") << "nothing stays within it";
}

TEST_F(OfficeBackup, nobody_is_signed_in_by_what_was_handed_out_before) {
  put_accounts();
  ASSERT_TRUE(back_up_office(folder_.file("office"), copy(), random_));
  ASSERT_TRUE(restore_office(copy(), folder_.file("again"), random_));
  const auto file = Accounts::open(again("accounts.db"));
  EXPECT_THAT(*(*file)->sessions(), IsEmpty());
  EXPECT_EQ(*(*file)->invited("code", kThatDay), std::nullopt);
  EXPECT_THAT(*(*file)->passes(kThatDay), IsEmpty());
  EXPECT_FALSE(*(*file)->knows_browser("browser", "s1", kThatDay));
  ASSERT_EQ((*file)->devices()->size(), 1U) << "one whose code was never typed goes";
  EXPECT_EQ((*file)->devices()->front().cookie, "cookie");
  const auto here = Accounts::open(office("accounts.db"));
  EXPECT_EQ((*here)->sessions()->size(), 1U) << "the office that was copied goes on";
}

TEST_F(OfficeBackup, it_is_made_beside_an_office_that_has_all_three_open) {
  put_accounts();
  put_audit(1);
  const auto accounts = Accounts::open(office("accounts.db"));
  const auto audit = AuditFile::open(office("audit.db"), random_);
  const auto file = RegisterFile::open(office("register.db"), random_);
  ASSERT_TRUE((*accounts)->lock("s1", true));
  const auto made = back_up_office(folder_.file("office"), copy(), random_);
  ASSERT_TRUE(made) << sentence(made.error());
  ASSERT_TRUE(restore_office(copy(), folder_.file("again"), random_));
  EXPECT_TRUE((*Accounts::open(again("accounts.db")))->of("s1")->value().locked)
      << "what stood in the log was copied, too";
}

TEST_F(OfficeBackup, a_copy_of_an_older_handbell_holds_the_register_alone) {
  {
    SQLite::Database source(office("register.db"), SQLite::OPEN_READONLY);
    SQLite::Statement into(source, "VACUUM INTO ?");
    into.bind(1, copy());
    into.exec();
  }
  EXPECT_EQ(words_of_copy(copy()), "register");
  const auto back = restore_office(copy(), folder_.file("again"), random_);
  ASSERT_TRUE(back) << sentence(back.error());
  EXPECT_FALSE(back->accounts);
  EXPECT_FALSE(back->readings);
  EXPECT_FALSE(fs::exists(again("accounts.db")));
  EXPECT_FALSE(fs::exists(again("audit.db")));
}

TEST_F(OfficeBackup, a_register_that_an_older_handbell_made_of_a_copy_is_copied_as_any_other) {
  put_accounts();
  ASSERT_TRUE(back_up_office(folder_.file("office"), copy(), random_));
  fs::rename(copy(), again("register.db"));
  const auto made = back_up_office(folder_.file("again"), copy(), random_);
  ASSERT_TRUE(made) << sentence(made.error());
  EXPECT_EQ(words_of_copy(copy()), "register") << "not the accounts of that time";
}

TEST_F(OfficeBackup, an_audit_of_several_parts_comes_back_whole_and_a_changed_byte_is_seen) {
  put_audit(15000);
  ASSERT_GT(fs::file_size(office("audit.db")), 2U * 1024 * 1024);
  ASSERT_TRUE(back_up_office(folder_.file("office"), copy(), random_));
  const auto whole = folder_.file("whole");
  fs::copy_file(copy(), whole);
  const auto attacked = [&](const std::string& sql) {
    fs::copy_file(whole, copy(), fs::copy_options::overwrite_existing);
    attack(copy(), sql);
    return refused();
  };
  EXPECT_EQ(attacked("DELETE FROM enclosed_part WHERE part = 2"), FaultCode::database_wrong);
  EXPECT_EQ(attacked("UPDATE enclosed_part SET bytes = zeroblob(8) WHERE part = 1"),
            FaultCode::database_wrong);
  EXPECT_EQ(attacked("UPDATE enclosed SET parts = parts + 1"), FaultCode::database_wrong);
  fs::copy_file(whole, copy(), fs::copy_options::overwrite_existing);
  const auto back = restore_office(copy(), folder_.file("again"), random_);
  ASSERT_TRUE(back) << sentence(back.error());
  EXPECT_EQ(back->readings, 15000U);
}

TEST_F(OfficeBackup, of_a_history_that_was_changed_there_is_no_copy) {
  put_audit(3);
  attack(office("audit.db"), "UPDATE entry SET payload = x'01' WHERE seq = 1");
  const auto made = back_up_office(folder_.file("office"), copy(), random_);
  ASSERT_FALSE(made);
  EXPECT_EQ(made.error().code, FaultCode::commitment_broken);
  EXPECT_THAT(left_over(), IsEmpty());
}

TEST_F(OfficeBackup, nothing_is_written_over) {
  put_accounts();
  ASSERT_TRUE(back_up_office(folder_.file("office"), copy(), random_));
  EXPECT_EQ(back_up_office(folder_.file("office"), copy(), random_).error().code,
            FaultCode::folder_exists);
  const auto over = restore_office(copy(), folder_.file("office"), random_);
  EXPECT_EQ(over.error().code, FaultCode::folder_exists);
  EXPECT_EQ((*Accounts::open(office("accounts.db")))->sessions()->size(), 1U);
}

}  // namespace
}  // namespace handbell::store
