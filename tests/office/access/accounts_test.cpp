// accounts.db and the sessions in it, on a real file.
#include "app/office/access/sessions.h"
#include "app/store/secret_code.h"
#include "app/store/site_random.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

namespace handbell::office {
namespace {

using store::Accounts;

class AccountsTest : public testing::Test {
 protected:
  void SetUp() override {
    std::string pattern =
        (std::filesystem::temp_directory_path() / "handbell-accounts-XXXXXX").string();
    ASSERT_NE(::mkdtemp(pattern.data()), nullptr);
    folder_ = pattern;
    open();
  }
  void TearDown() override {
    sessions_.reset();
    accounts_.reset();
    std::filesystem::remove_all(folder_);
  }
  void open() {
    sessions_.reset();
    accounts_.reset();
    auto opened = Accounts::open(folder_ + "/accounts.db");
    ASSERT_TRUE(opened) << sentence(opened.error());
    accounts_ = std::move(*opened);
    auto sessions = Sessions::open(*accounts_);
    ASSERT_TRUE(sessions);
    sessions_ = std::move(*sessions);
  }
  void activate(const std::string& staff) {
    store::Account account;
    account.staff = staff;
    account.password = "hash";
    account.totp = {1, 2, 3};
    account.totp_step = 10;
    account.pin = "pin";
    ASSERT_TRUE(accounts_->activate(account, {"r1", "r2"}));
  }
  std::string begin(const std::string& staff, std::int64_t device = 0) {
    const auto cookie = sessions_->begin({"", staff, "", device, true, {}, {}}, random_, now_);
    EXPECT_TRUE(cookie);
    return cookie.value_or("");
  }
  bool is_in(const std::string& cookie) { return sessions_->find(cookie, now_).has_value(); }

  std::string folder_;
  std::unique_ptr<Accounts> accounts_;
  std::unique_ptr<Sessions> sessions_;
  store::SiteRandom random_;
  Instant now_{1'800'000'000'000};
};

TEST_F(AccountsTest, an_invitation_counts_for_its_time_and_once) {
  EXPECT_FALSE(*accounts_->any_active());
  ASSERT_TRUE(accounts_->invite({"S1", "h1", now_ + hours(1)}));
  EXPECT_EQ(*accounts_->invited("h1", now_), "S1");
  EXPECT_EQ(*accounts_->invited("h1", now_ + hours(1)), std::nullopt);
  EXPECT_EQ(*accounts_->invited("h2", now_), std::nullopt);
  ASSERT_TRUE(accounts_->invite({"S1", "h2", now_ + hours(1)}));
  EXPECT_EQ(*accounts_->invited("h1", now_), std::nullopt) << "a newer one ends it";
  EXPECT_FALSE(*accounts_->any_active());
  activate("S1");
  EXPECT_EQ(*accounts_->invited("h2", now_), std::nullopt);
  EXPECT_TRUE(*accounts_->any_active());
  ASSERT_EQ(accounts_->all()->size(), 1U);
}

TEST_F(AccountsTest, keeps_everything_over_a_restart) {
  activate("S1");
  ASSERT_TRUE(accounts_->count_pin("S1", false));
  open();
  const auto account = *accounts_->of("S1");
  ASSERT_TRUE(account);
  EXPECT_EQ(account->password, "hash");
  EXPECT_EQ(account->pin, "pin");
  EXPECT_EQ(account->pin_wrong, 1);
  EXPECT_EQ(account->totp, (Bytes{1, 2, 3}));
  EXPECT_EQ(account->recovery_left, 2);
  EXPECT_TRUE(account->active());
  EXPECT_EQ(*accounts_->of("S2"), std::nullopt);
}

TEST_F(AccountsTest, a_code_and_a_recovery_code_count_once) {
  activate("S1");
  EXPECT_FALSE(*accounts_->take_step("S1", 10));
  EXPECT_TRUE(*accounts_->take_step("S1", 11));
  EXPECT_FALSE(*accounts_->take_step("S1", 11));
  EXPECT_FALSE(*accounts_->take_step("S1", 9));
  EXPECT_FALSE(*accounts_->take_recovery("S2", "r1"));
  EXPECT_TRUE(*accounts_->take_recovery("S1", "r1"));
  EXPECT_FALSE(*accounts_->take_recovery("S1", "r1"));
  EXPECT_EQ((*accounts_->of("S1"))->recovery_left, 1);
}

TEST_F(AccountsTest, a_session_ends_after_a_quarter_of_an_hour_without_a_page) {
  const auto cookie = begin("S1");
  now_ = now_ + minutes(14);
  EXPECT_TRUE(is_in(cookie));
  now_ = now_ + minutes(14);
  EXPECT_TRUE(is_in(cookie));
  now_ = now_ + minutes(15);
  EXPECT_FALSE(is_in(cookie));
  EXPECT_FALSE(is_in(""));
  EXPECT_FALSE(is_in("someone's own"));
}

TEST_F(AccountsTest, a_session_ends_after_ten_hours_whatever_is_done) {
  const auto cookie = begin("S1");
  const Instant begun = now_;
  while (now_ - begun < hours(10) - minutes(10)) {
    now_ = now_ + minutes(10);
    EXPECT_TRUE(is_in(cookie));
  }
  now_ = now_ + minutes(10);
  EXPECT_FALSE(is_in(cookie));
}

TEST_F(AccountsTest, a_session_outlives_a_restart_of_the_office_but_not_its_idle_time) {
  const auto cookie = begin("S1");
  now_ = now_ + minutes(10);
  EXPECT_TRUE(is_in(cookie));
  open();
  now_ = now_ + minutes(10);
  EXPECT_TRUE(is_in(cookie)) << "it was seen ten minutes ago";
  open();
  now_ = now_ + minutes(16);
  EXPECT_FALSE(is_in(cookie));
}

TEST_F(AccountsTest, what_ends_a_way_in_ends_its_sessions) {
  activate("S1");
  activate("S2");
  const auto other = begin("S2");
  auto cookie = begin("S1");
  ASSERT_TRUE(accounts_->lock("S1", true));
  EXPECT_FALSE(is_in(cookie));
  EXPECT_FALSE((*accounts_->of("S1"))->active());
  ASSERT_TRUE(accounts_->lock("S1", false));
  cookie = begin("S1");
  ASSERT_TRUE(accounts_->end_sessions_of("S1"));
  EXPECT_FALSE(is_in(cookie));
  cookie = begin("S1");
  activate("S1");
  EXPECT_FALSE(is_in(cookie)) << "a new password";
  cookie = begin("S1", 7);
  ASSERT_TRUE(accounts_->remove_device(7));
  EXPECT_FALSE(is_in(cookie)) << "a device that was lost";
  cookie = begin("S1");
  EXPECT_EQ(sessions_->of("S1", now_).size(), 1U);
  ASSERT_TRUE(sessions_->end(cookie));
  EXPECT_FALSE(is_in(cookie));
  EXPECT_TRUE(is_in(other));
}

TEST_F(AccountsTest, a_device_is_enrolled_by_its_code_once_and_in_time) {
  const auto id = accounts_->add_device(
      {"Owls' tablet", {"Owls", "Foxes"}, "R Patel", "c1", now_ + minutes(30)});
  ASSERT_TRUE(id);
  EXPECT_EQ(*accounts_->enrol("c2", "k", now_), std::nullopt);
  EXPECT_EQ(*accounts_->enrol("", "k", now_), std::nullopt);
  EXPECT_EQ(*accounts_->enrol("c1", "k", now_ + minutes(30)), std::nullopt);
  const auto device = *accounts_->enrol("c1", "k", now_);
  ASSERT_TRUE(device);
  EXPECT_EQ(device->classes, (std::vector<std::string>{"Owls", "Foxes"}));
  EXPECT_EQ(*accounts_->enrol("c1", "k2", now_), std::nullopt);
  EXPECT_EQ(accounts_->devices()->front().cookie, "k");
  ASSERT_TRUE(accounts_->remove_device(*id));
  EXPECT_TRUE(accounts_->devices()->empty());
}

TEST_F(AccountsTest, a_day_pass_ends_in_the_evening_or_when_it_is_taken_back) {
  ASSERT_TRUE(accounts_->add_pass({"p1", "J Doe", "Owls", now_ + hours(1), "R Patel"}));
  EXPECT_EQ(accounts_->passes(now_)->size(), 1U);
  EXPECT_TRUE(accounts_->passes(now_ + hours(1))->empty());
  const auto cookie = sessions_->begin({"", "", "p1", 1, false, {}, {}}, random_, now_);
  ASSERT_TRUE(accounts_->end_pass("p1"));
  EXPECT_TRUE(accounts_->passes(now_)->empty());
  EXPECT_FALSE(is_in(*cookie));
}

TEST_F(AccountsTest, a_browser_is_known_for_one_person) {
  ASSERT_TRUE(accounts_->know_browser("b", "S1", now_ + hours(1)));
  EXPECT_TRUE(*accounts_->knows_browser("b", "S1", now_));
  EXPECT_FALSE(*accounts_->knows_browser("b", "S2", now_));
  EXPECT_FALSE(*accounts_->knows_browser("b", "S1", now_ + hours(1)));
}

TEST_F(AccountsTest, nothing_in_the_file_lets_its_reader_in) {
  const auto cookie = begin("S1");
  const auto code = store::new_code(random_, 3);
  ASSERT_TRUE(accounts_->invite({"S1", store::hash_of_code(code), now_ + hours(1)}));
  sessions_.reset();
  accounts_.reset();
  for (const char* name : {"/accounts.db", "/accounts.db-wal"}) {
    std::ifstream file(folder_ + name, std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(file), {}};
    EXPECT_EQ(bytes.find(cookie), std::string::npos);
    EXPECT_EQ(bytes.find(store::plain_code(code)), std::string::npos);
  }
}

TEST(Codes, are_read_however_they_are_typed) {
  store::SiteRandom random;
  const auto code = store::new_code(random, 3);
  EXPECT_THAT(code, testing::MatchesRegex("[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}"));
  EXPECT_EQ(store::plain_code(" k7qf 2mwp-9xrd "), "K7QF2MWP9XRD");
  EXPECT_EQ(store::new_secret(random).size(), 64U);
  EXPECT_NE(store::new_secret(random), store::new_secret(random));
}

}  // namespace
}  // namespace handbell::office
