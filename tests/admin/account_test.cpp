// Who may sign in at the office's pages, by the commands of whoever looks after the machine.
#include "app/store/account_invitation.h"
#include "app/store/audit_file.h"
#include "app/store/secret_code.h"
#include "app/store/site_clock.h"
#include "app/store/site_random.h"

#include "report_school.h"

namespace handbell::admin {
namespace {

class AccountCommands : public ReportSchool {
 protected:
  void SetUp() override {
    ReportSchool::SetUp();
    done({"staff", "add", "RP", "--name", "R Patel", "--position", "Office manager", "--role",
          "office"});
  }
  std::string state() const {
    const auto text = done({"account", "list", "--format", "csv"});
    const auto at = text.find("RP,R Patel,Office manager,");
    EXPECT_NE(at, std::string::npos) << text;
    const auto from = text.find("manager,", at) + 8;
    return text.substr(from, text.find(',', from) - from);
  }
  std::string code_in(const std::string& text) const {
    const auto at = text.find(": ");
    return text.substr(at + 2, text.find('\n') - at - 2);
  }
  std::unique_ptr<store::Accounts> accounts() const {
    return std::move(*store::Accounts::open(store::accounts_path(folder_ + "/site/office")));
  }
  void activate() const {
    store::Account account;
    account.staff = "RP";
    account.password = "hash";
    ASSERT_TRUE(accounts()->activate(account, {"a", "b"}));
  }
};

TEST_F(AccountCommands, invite_a_person_once_and_reset_an_account) {
  EXPECT_EQ(state(), "none");
  const auto code = code_in(done({"account", "invite", "R Patel"}));
  EXPECT_EQ(state(), "invited");
  EXPECT_EQ(*accounts()->invited(store::hash_of_code(code), store::SiteClock().now().wall), "RP");
  activate();
  EXPECT_EQ(state(), "active");
  EXPECT_NE(ask({"account", "invite", "RP"}).err.find("account reset"), std::string::npos);
  const auto again = code_in(done({"account", "reset", "RP"}));
  EXPECT_EQ(state(), "invited");
  EXPECT_NE(code, again);
  EXPECT_EQ((*accounts()->of("RP"))->recovery_left, 0);
  EXPECT_EQ(ask({"account", "invite", "nobody"}).status, 1);
}

TEST_F(AccountCommands, what_is_done_at_the_machine_stands_in_the_history_of_who_read_what) {
  store::SiteRandom random;
  const std::string path = folder_ + "/site/office/audit.db";
  ASSERT_TRUE(store::AuditFile::open(path, random)) << "an office ran here";
  done({"account", "invite", "RP"});
  done({"account", "lock", "RP"});
  done({"staff", "add", "JO", "--name", "J Okoro", "--position", "Teacher", "--role",
        "class teacher"});
  done({"staff", "add", "JO", "--name", "J Okoro", "--position", "Teacher", "--role",
        "class teacher"});
  const auto list =
      done({"audit", "list", "--from", "2026-01-16", "--to", "2026-01-16", "--format", "csv"});
  for (const char* words : {"R Patel: invited", "R Patel: locked", "J Okoro: on the staff list"}) {
    const auto at = list.find(words);
    EXPECT_NE(at, std::string::npos) << words << list;
    EXPECT_EQ(list.find(words, at + 1), std::string::npos) << words;
  }
  EXPECT_NE(list.find("handbell,a command at the machine"), std::string::npos) << list;
  EXPECT_EQ(list.find("RP"), list.npos) << "no code and no id";
}

TEST_F(AccountCommands, lock_and_unlock) {
  activate();
  EXPECT_EQ(done({"account", "lock", "RP"}), "R Patel is locked and signed out.\n");
  EXPECT_EQ(state(), "locked");
  EXPECT_EQ(done({"account", "unlock", "RP"}), "R Patel may sign in again.\n");
  EXPECT_EQ(state(), "active");
}

TEST_F(AccountCommands, make_a_first_run_code_until_somebody_can_sign_in) {
  const auto code = code_in(done({"account", "first-run"}));
  EXPECT_EQ(*accounts()->invited(store::hash_of_code(code), store::SiteClock().now().wall), "");
  activate();
  EXPECT_EQ(ask({"account", "first-run"}).status, 1);
  EXPECT_EQ(*accounts()->invited(store::hash_of_code(code), store::SiteClock().now().wall),
            std::nullopt);
}

}  // namespace
}  // namespace handbell::admin
