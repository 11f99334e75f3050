// Children who share an adult may be brothers and sisters; a person says so.
#include "app/register/likely_siblings.h"

#include "small_school.h"
#include <gtest/gtest.h>

namespace handbell::reg {
namespace {

Contact adult(int pupil, const char* name, const char* phone) {
  Contact contact{.pupil = PupilId(pupil),
                  .order = 1,
                  .name = *NamePart::parse(name),
                  .relationship = "",
                  .parental_responsibility = false,
                  .first_phone = std::nullopt,
                  .second_phone = std::nullopt,
                  .may_collect = false,
                  .court_order = ""};
  if (phone != nullptr) contact.first_phone = *PhoneNumber::parse(phone);
  return contact;
}

class LikelySiblings : public testing::Test {
 protected:
  void SetUp() override {
    school_.pupils = three_pupils();
    for (std::size_t i = 0; i < school_.pupils.size(); ++i) {
      school_.pupils[i].id = PupilId(static_cast<long long>(i) + 1);
    }
  }
  std::vector<LikelySibling> of(const std::vector<Contact>& contacts) {
    return likely_siblings(school_, contacts, school_.pupils[0], on("2026-01-12"));
  }
  School school_;
};

TEST_F(LikelySiblings, share_a_number_however_it_is_written) {
  EXPECT_EQ(of({adult(1, "Nadia Khan", "07700 900123"), adult(2, "N Khan", "07700-900123"),
                adult(3, "Tom Lewis", "07700 900124")}),
            (std::vector<LikelySibling>{{PupilId(2), "Nadia Khan", true}}));
}

TEST_F(LikelySiblings, share_an_adult_of_the_same_name) {
  EXPECT_EQ(of({adult(1, "Zoë Khan", nullptr), adult(3, "zoe khan", nullptr)}),
            (std::vector<LikelySibling>{{PupilId(3), "Zoë Khan", false}}));
}

TEST_F(LikelySiblings, are_asked_about_no_more_once_they_are_a_family_or_have_left) {
  const std::vector<Contact> both{adult(1, "Zoë Khan", nullptr), adult(3, "Zoë Khan", nullptr)};
  school_.pupils[0].family = school_.pupils[2].family = "khan";
  EXPECT_TRUE(of(both).empty());
  school_.pupils[2].family = "";
  EXPECT_EQ(of(both).size(), 1U);
  school_.pupils[2].leaving = on("2025-12-19");
  EXPECT_TRUE(of(both).empty());
}

}  // namespace
}  // namespace handbell::reg
