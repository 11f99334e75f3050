#include "drivers/keyholder/site_keys.h"

#include "../../store/temporary_folder.h"
#include "counted_random.h"
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <filesystem>
#include <fstream>

namespace handbell::keys {
namespace {

const CardNumber kAnyCard = CardNumber::parse("04A1B2C3D4E580").value();

class SiteKeysTest : public ::testing::Test {
 protected:
  [[nodiscard]] std::string office() const { return folder_.path() + "/office"; }
  [[nodiscard]] std::string kiosk() const { return folder_.path() + "/kiosk"; }
  KeyVersion make() { return make_site_key(office(), random_).value().version; }

  store::TemporaryFolder folder_;
  CountedRandom random_;
};

mode_t mode_of(const std::string& path) {
  struct stat about {};
  ::stat(path.c_str(), &about);
  return about.st_mode & 0777U;
}

TEST_F(SiteKeysTest, a_key_that_was_made_is_read_again_and_nobody_else_may) {
  EXPECT_EQ(make(), 1);
  EXPECT_EQ(make(), 2);
  const auto keys = site_keys_in(office());
  ASSERT_TRUE(keys);
  ASSERT_NE(keys->of(1), nullptr);
  EXPECT_NE(keys->of(1)->release.bytes(), keys->of(2)->release.bytes());
  EXPECT_NE(keys->of(1)->release.bytes(), keys->of(1)->administration->bytes());
  EXPECT_EQ(mode_of(office()), 0700U);
  EXPECT_EQ(mode_of(office() + "/site.key"), 0600U);
  EXPECT_EQ(std::distance(std::filesystem::directory_iterator(office()), {}), 1);
}

TEST_F(SiteKeysTest, a_kiosk_gets_what_proves_a_card_and_not_what_changes_it) {
  make();
  ASSERT_TRUE(copy_site_keys(office(), kiosk()));
  const auto keys = site_keys_in(kiosk());
  ASSERT_TRUE(keys);
  ASSERT_NE(keys->of(1), nullptr);
  EXPECT_FALSE(keys->of(1)->administration);
  EXPECT_EQ(mode_of(kiosk() + "/site.key"), 0600U);
  EXPECT_TRUE(card_key(*keys->of(1), kAnyCard, kReleaseNumber));
  EXPECT_FALSE(card_key(*keys->of(1), kAnyCard, kMasterNumber));
  std::ifstream in(kiosk() + "/site.key", std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(in), {}};
  const auto whole = site_keys_in(office()).value();
  const auto& hidden = whole.of(1)->administration->bytes();
  const auto& given = whole.of(1)->release.bytes();
  EXPECT_NE(text.find(std::string(given.begin(), given.end())), std::string::npos);
  EXPECT_EQ(text.find(std::string(hidden.begin(), hidden.end())), std::string::npos);
}

TEST_F(SiteKeysTest, a_retired_version_is_gone_there_and_with_the_next_copy_here) {
  make();
  make();
  ASSERT_TRUE(copy_site_keys(office(), kiosk()));
  ASSERT_TRUE(retire_site_key(office(), 1));
  EXPECT_EQ(retire_site_key(office(), 1).error().code, FaultCode::site_key_missing);
  ASSERT_TRUE(copy_site_keys(office(), kiosk()));
  EXPECT_EQ(site_keys_in(kiosk())->of(1), nullptr);
  EXPECT_NE(site_keys_in(kiosk())->of(2), nullptr);
  EXPECT_EQ(make(), 3);
}

TEST_F(SiteKeysTest, the_number_of_a_retired_version_is_not_given_again) {
  make();
  ASSERT_TRUE(retire_site_key(office(), 1));
  EXPECT_EQ(make(), 2);
  for (int i = 3; i <= 255; ++i) EXPECT_EQ(make(), i);
  EXPECT_EQ(make_site_key(office(), random_).error().code, FaultCode::too_many);
}

TEST_F(SiteKeysTest, what_is_shown_of_a_key_is_its_version_and_check_value) {
  make();
  const auto shown = shown_site_keys(office());
  ASSERT_TRUE(shown);
  ASSERT_EQ(shown->size(), 1U);
  EXPECT_EQ(shown->front().check_value.size(), 6U);
  EXPECT_TRUE(shown->front().administration);
  const auto key = to_hex(site_keys_in(office())->of(1)->release.bytes());
  EXPECT_EQ(key.find(shown->front().check_value), std::string::npos);
  ASSERT_TRUE(copy_site_keys(office(), kiosk()));
  EXPECT_EQ(shown_site_keys(kiosk())->front().check_value, shown->front().check_value);
}

TEST_F(SiteKeysTest, a_file_that_others_may_read_is_not_used) {
  make();
  ASSERT_EQ(::chmod((office() + "/site.key").c_str(), 0640), 0);
  EXPECT_EQ(site_keys_in(office()).error().code, FaultCode::site_key_open);
}

TEST_F(SiteKeysTest, none_made_is_empty_and_none_to_give_is_a_fault) {
  EXPECT_TRUE(site_keys_in(office())->empty());
  EXPECT_EQ(copy_site_keys(office(), kiosk()).error().code, FaultCode::site_key_missing);
}

TEST(SiteKeys, a_file_cut_or_changed_anywhere_is_refused_whole) {
  CountedRandom random;
  SiteKeys keys;
  ASSERT_TRUE(keys.make(random));
  ASSERT_TRUE(keys.make(random));
  const Bytes whole = keys.bytes();
  ASSERT_TRUE(SiteKeys::parse(whole));
  for (std::size_t at = 0; at < whole.size(); ++at) {
    EXPECT_FALSE(SiteKeys::parse({whole.begin(), whole.begin() + static_cast<long>(at)})) << at;
    Bytes turned = whole;
    turned[at] ^= 0x04;
    EXPECT_FALSE(SiteKeys::parse(turned)) << at;
  }
}

TEST(CardKey, is_another_for_each_card_each_number_and_each_version) {
  CountedRandom random;
  SiteKeys keys;
  ASSERT_TRUE(keys.make(random));
  ASSERT_TRUE(keys.make(random));
  std::set<cipher::Block> all;
  for (const char* uid : {"04A1B2C3D4E580", "04A1B2C3D4E581", "11223344"}) {
    for (const KeyVersion version : {KeyVersion{1}, KeyVersion{2}}) {
      for (std::uint8_t number = 0; number < kCardKeys; ++number) {
        const auto card = CardNumber::parse(uid).value();
        all.insert(card_key(*keys.of(version), card, number)->bytes());
      }
    }
  }
  EXPECT_EQ(all.size(), 3U * 2U * kCardKeys);
}

TEST(CardKey, there_is_none_for_what_a_wedge_reader_typed) {
  CountedRandom random;
  SiteKeys keys;
  ASSERT_TRUE(keys.make(random));
  const auto wedge = CardNumber::from_wedge("10D", "0012345678").value();
  EXPECT_FALSE(card_key(*keys.of(1), wedge, kReleaseNumber));
}

}  // namespace
}  // namespace handbell::keys
