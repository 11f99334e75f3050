// Passwords, codes, waiting times: what signing in is made of.
#include "app/office/access/password.h"
#include "app/office/access/password_workers.h"
#include "app/office/access/qr_picture.h"
#include "app/office/access/throttle.h"
#include "app/office/access/totp.h"
#include "app/store/site_random.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <thread>

namespace handbell::office {
namespace {

using testing::HasSubstr;

const Bytes kRfcSecret{'1', '2', '3', '4', '5', '6', '7', '8', '9', '0',
                       '1', '2', '3', '4', '5', '6', '7', '8', '9', '0'};

TEST(Passwords, are_taken_from_twelve_characters_to_128) {
  EXPECT_EQ(why_no_password("brown goats x", {}), "");
  EXPECT_THAT(why_no_password("brown goats", {}), HasSubstr("at least 12"));
  EXPECT_EQ(why_no_password("łóśćłóśćłóść", {}), "") << "characters, not bytes";
  EXPECT_THAT(why_no_password(std::string(129, 'a') + "b", {}), HasSubstr("at most 128"));
  EXPECT_NE(why_no_password("brown goats \xFF\xFE", {}), "");
}

TEST(Passwords, hold_no_name_and_are_not_the_usual_ones) {
  const std::vector<std::string> about{"Zoë Patel", "Oak Lane School"};
  EXPECT_THAT(why_no_password("PATEL brown goats", about), HasSubstr("your name"));
  EXPECT_THAT(why_no_password("my lane to goats", about), HasSubstr("the school's"));
  EXPECT_EQ(why_no_password("brown old school goats", about), "");
  EXPECT_EQ(why_no_password("brown oaks climbing", about), "") << "three letters are in many words";
  EXPECT_THAT(why_no_password("Password12345", about), HasSubstr("everybody"));
  EXPECT_THAT(why_no_password("aaaaaaaaaaaaaa", about), HasSubstr("everybody"));
}

TEST(Passwords, count_the_same_however_the_accent_was_typed) {
  EXPECT_EQ(as_typed_anywhere("caf\u0065\u0301"), as_typed_anywhere("caf\u00e9"));
}

TEST(Passwords, are_kept_as_argon2id_of_64_MiB) {
  const auto hash = hash_password("brown goats climb");
  EXPECT_THAT(hash, HasSubstr("$argon2id$v=19$m=65536,t=2,p=1$"));
  EXPECT_TRUE(password_matches(hash, "brown goats climb"));
  EXPECT_FALSE(password_matches(hash, "brown goats climB"));
  EXPECT_FALSE(password_matches("", ""));
  EXPECT_NE(hash, hash_password("brown goats climb"));
}

TEST(Pins, are_six_figures_that_are_not_the_first_to_be_tried) {
  EXPECT_EQ(why_no_pin("482913"), "");
  for (const char* pin :
       {"", "48291", "4829133", "48291x", "111111", "123456", "654321", "４８２９１３"}) {
    EXPECT_NE(why_no_pin(pin), "") << pin;
  }
}

TEST(PasswordWorkers, are_never_more_than_two_at_once) {
  std::atomic<int> now = 0;
  std::atomic<int> most = 0;
  std::atomic<int> done = 0;
  {
    PasswordWorkers workers;
    for (int i = 0; i < 20; ++i) {
      ASSERT_TRUE(workers.leave([&] {
        const int beside = ++now;
        int before = most;
        while (before < beside && !most.compare_exchange_weak(before, beside)) {
        }
        (void)hash_password("brown goats climb");
        --now;
        ++done;
      }));
    }
  }
  EXPECT_EQ(done, 20) << "what was left is done, also at the end";
  EXPECT_EQ(most, 2);
}

TEST(PasswordWorkers, strangers_keep_nobody_out_who_is_known_and_one_address_not_the_others) {
  PasswordWorkers workers;
  std::promise<void> go;
  const auto gate = go.get_future().share();
  for (int i = 0; i < PasswordWorkers::kThreads; ++i) {
    ASSERT_TRUE(workers.leave([gate] { gate.wait(); }));
  }
  std::mutex mutex;
  std::string order;
  const auto says = [&](const char* who) {
    return [&, who] {
      const std::lock_guard lock(mutex);
      order += who;
    };
  };
  for (int i = 0; i < PasswordWorkers::kMostOfOne; ++i) {
    ASSERT_TRUE(workers.leave_for_stranger("10.0.0.1", says("s")));
  }
  EXPECT_FALSE(workers.leave_for_stranger("10.0.0.1", [] {}));
  std::size_t held = PasswordWorkers::kMostOfOne;
  for (; held < PasswordWorkers::kMostWaiting; ++held) {
    ASSERT_TRUE(workers.leave_for_stranger(std::to_string(held), says("s")));
  }
  EXPECT_FALSE(workers.leave_for_stranger("10.0.0.2", [] {}));
  EXPECT_TRUE(workers.leave(says("known")));
  go.set_value();
  workers.finish();
  EXPECT_EQ(order, "known" + std::string(PasswordWorkers::kMostWaiting, 's'));
}

TEST(PasswordWorkers, take_nothing_more_where_thirty_two_wait) {
  PasswordWorkers workers;
  std::promise<void> go;
  const auto gate = go.get_future().share();
  std::atomic<int> held = 0;
  for (int i = 0; i < PasswordWorkers::kThreads; ++i) {
    ASSERT_TRUE(workers.leave([&] {
      ++held;
      gate.wait();
    }));
  }
  while (held < PasswordWorkers::kThreads) std::this_thread::yield();
  for (std::size_t i = 0; i < PasswordWorkers::kMostWaiting; ++i) {
    ASSERT_TRUE(workers.leave([] {}));
  }
  EXPECT_FALSE(workers.leave([] {}));
  EXPECT_EQ(workers.ask([] { return 1; }), std::nullopt);
  go.set_value();
  workers.finish();
  EXPECT_FALSE(workers.leave([] {})) << "and nothing after the end";
}

TEST(Totp, gives_the_codes_of_RFC_6238) {
  const std::vector<std::pair<std::int64_t, std::string>> known{
      {59, "287082"},         {1111111109, "081804"}, {1111111111, "050471"},
      {1234567890, "005924"}, {2000000000, "279037"}, {20000000000, "353130"}};
  for (const auto& [second, code] : known) {
    EXPECT_EQ(totp_code(kRfcSecret, totp_step({second * 1000})), code) << second;
  }
}

TEST(Totp, counts_from_half_a_minute_before_to_half_a_minute_after) {
  const Instant now{1234567890'000};
  const auto step = totp_step(now);
  for (const int off : {-1, 0, 1}) {
    EXPECT_EQ(totp_step_of(kRfcSecret, totp_code(kRfcSecret, step + off), now, 0), step + off);
  }
  for (const int off : {-2, 2}) {
    EXPECT_FALSE(totp_step_of(kRfcSecret, totp_code(kRfcSecret, step + off), now, 0));
  }
  EXPECT_TRUE(totp_step_of(kRfcSecret, "005 924", now, 0));
  for (const char* code : {"", "5924", "0059240", "00592x"}) {
    EXPECT_FALSE(totp_step_of(kRfcSecret, code, now, 0)) << code;
  }
  EXPECT_FALSE(totp_step_of({}, "005924", now, 0)) << "nobody has no secret";
}

TEST(Totp, counts_once) {
  const Instant now{1234567890'000};
  const auto step = totp_step(now);
  EXPECT_FALSE(totp_step_of(kRfcSecret, "005924", now, step));
  EXPECT_FALSE(totp_step_of(kRfcSecret, totp_code(kRfcSecret, step - 1), now, step));
  EXPECT_TRUE(totp_step_of(kRfcSecret, totp_code(kRfcSecret, step + 1), now, step));
}

TEST(Totp, is_told_to_an_app_as_a_picture_and_as_letters) {
  EXPECT_EQ(totp_words(kRfcSecret), "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ");
  EXPECT_EQ(totp_address(kRfcSecret, "R Patel", "Oak Lane"),
            "otpauth://totp/Handbell%20Oak%20Lane:R%20Patel"
            "?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Handbell%20Oak%20Lane");
  store::SiteRandom random;
  EXPECT_EQ(new_totp_secret(random).size(), 20U);
  const auto picture = qr_picture(totp_address(kRfcSecret, "R Patel", "Oak Lane"), "for the app");
  EXPECT_THAT(picture.markup(), HasSubstr("aria-label=\"for the app\""));
  EXPECT_THAT(picture.markup(), HasSubstr("h1v1h-1z"));
  EXPECT_TRUE(qr_picture(std::string(5000, 'x'), "").empty());
}

TEST(Throttle, lets_five_tries_pass_and_then_waits_up_to_half_a_minute) {
  Throttle throttle;
  Steady now{1'000'000};
  for (int i = 0; i < 5; ++i) EXPECT_EQ(throttle.begin({"a"}, now).count, 0) << i;
  for (const int wait : {1, 2, 4, 8, 16, 30, 30, 30}) {
    EXPECT_EQ(throttle.begin({"a"}, now), seconds(wait));
    EXPECT_EQ(throttle.begin({"b", "a"}, now), seconds(wait)) << "the longest of both";
    now = now + seconds(wait);
    EXPECT_EQ(throttle.begin({"a"}, now).count, 0) << wait;
  }
  EXPECT_EQ(throttle.begin({"b"}, now).count, 0);
  throttle.right({"a"});
  EXPECT_EQ(throttle.begin({"a"}, now).count, 0);
}

TEST(Throttle, forgets_after_a_quarter_of_an_hour_and_holds_so_many_keys) {
  Throttle throttle;
  Steady now{1'000'000};
  for (int i = 0; i < 5; ++i) (void)throttle.begin({"a"}, now);
  EXPECT_GT(throttle.begin({"a"}, now).count, 0);
  now = now + minutes(15);
  for (int i = 0; i < 5; ++i) EXPECT_EQ(throttle.begin({"a"}, now).count, 0);
  EXPECT_GT(throttle.begin({"a"}, now).count, 0);
  for (std::size_t i = 0; i < 3 * Throttle::kMostKeys; ++i) {
    EXPECT_EQ(throttle.begin({"k" + std::to_string(i)}, now).count, 0);
  }
  EXPECT_GT(throttle.begin({"a"}, now).count, 0) << "a flood of others does not free anybody";
  EXPECT_EQ(wait_words({1}), "Too many tries. Wait 1 second, then try again.");
  EXPECT_EQ(wait_words({7001}), "Too many tries. Wait 8 seconds, then try again.");
}

}  // namespace
}  // namespace handbell::office
