#include "app/register/contact.h"

#include <gtest/gtest.h>

namespace handbell::reg {
namespace {

Contact contact(int pupil, int order, const char* name) {
  return {PupilId(pupil), order, *NamePart::parse(name),
          "Mother",       true,  *PhoneNumber::parse("01632 960123"),
          std::nullopt,   true,  ""};
}

TEST(Contact, the_list_of_a_pupil_is_in_the_order_in_which_it_is_rung_D45) {
  const std::vector<Contact> all{contact(1, 2, "Sam Khan"), contact(2, 1, "Ann Ross"),
                                 contact(1, 1, "Nadia Khan")};
  const auto list = contacts_of(all, PupilId(1));
  ASSERT_EQ(list.size(), 2U);
  EXPECT_EQ(list[0].name.text(), "Nadia Khan");
  EXPECT_EQ(list[1].name.text(), "Sam Khan");
}

TEST(Contact, a_second_import_changes_nothing_and_another_order_changes_the_places) {
  const std::vector<Contact> held{contact(1, 1, "Nadia Khan"), contact(1, 2, "Sam Khan")};
  EXPECT_EQ(merge_contacts(held, held).count, (ImportCount{0, 0, 2}));
  const std::vector<Contact> turned{contact(1, 2, "Nadia Khan"), contact(1, 1, "Sam Khan")};
  const auto merged = merge_contacts(held, turned);
  EXPECT_EQ(merged.count, (ImportCount{0, 2, 0}));
  EXPECT_EQ(merged.rows, turned);
  EXPECT_EQ(merge_contacts(held, {contact(2, 1, "Ann Ross")}).count, (ImportCount{1, 0, 0}));
}

}  // namespace
}  // namespace handbell::reg
