// Changing what is entered about a pupil: flags of the door, contacts, brothers and sisters.
#include "golden.h"
#include "office_fixture.h"
#include <gmock/gmock.h>

namespace handbell::office {
namespace {

using testing::HasSubstr;
using testing::Not;

class PupilEdit : public OfficeTest {
 protected:
  reg::PupilRecord pupil(int id) {
    const auto school = writer_->ask([](store::Register& held) { return held.school(); });
    return *school->pupil(PupilId(id));
  }
  std::vector<reg::Contact> contacts(int id) {
    const auto all = *writer_->ask([](store::Register& held) { return held.contacts(); });
    return reg::contacts_of(all, PupilId(id));
  }
  net::Response add(int id, const std::string& name, const std::string& phone, int order) {
    return post("/pupils/contact", "pupil=" + std::to_string(id) + "&place=&seen=&as=save&order=" +
                                       std::to_string(order) + "&name=" + name +
                                       "&relationship=Mother&first-phone=" + phone +
                                       "&second-phone=&court-order=&right=collect");
  }
  /// What the form of a contact says it has seen.
  std::string seen(int id, int place) {
    const auto body =
        get("/pupils/contact?pupil=" + std::to_string(id) + "&place=" + std::to_string(place)).body;
    const std::string mark = "name=\"seen\" value=\"";
    const auto from = body.find(mark) + mark.size();
    return net::encoded(body.substr(from, body.find('"', from) - from));
  }
};

TEST_F(PupilEdit, language_and_the_flags_of_the_door_are_set_and_taken_back_D53) {
  expect_golden("edit.html", get("/pupils/edit?pupil=1").body);
  EXPECT_EQ(post("/pupils/edit",
                 "pupil=1&language=Urdu&flag=never-show&flag=see-office"
                 "&reason=the+foster+carer+asked")
                .status,
            303);
  EXPECT_EQ(pupil(1).language, "ur");
  EXPECT_TRUE(pupil(1).never_show);
  EXPECT_TRUE(pupil(1).see_office);
  EXPECT_FALSE(pupil(1).hide_siblings);
  EXPECT_THAT(get("/pupils/one?pupil=1").body, HasSubstr("Never shown at the door"));
  const auto refused = post("/pupils/edit", "pupil=1&language=%3Cb%3E&flag=hide-siblings");
  EXPECT_EQ(refused.status, 422);
  EXPECT_THAT(refused.body, HasSubstr("value=\"&lt;b&gt;\""));
  EXPECT_TRUE(pupil(1).never_show) << "nothing was changed";
  EXPECT_EQ(post("/pupils/edit", "pupil=1&language=&reason=it+is+over").status, 303);
  EXPECT_FALSE(pupil(1).never_show);
}

TEST_F(PupilEdit, a_flag_needs_a_reason_which_is_kept_with_what_was_and_what_is) {
  const auto bare = post("/pupils/edit", "pupil=2&language=ur&flag=social-worker");
  EXPECT_EQ(bare.status, 422);
  EXPECT_THAT(bare.body, HasSubstr("Say why it is changed."));
  EXPECT_FALSE(pupil(2).social_worker);
  EXPECT_EQ(post("/pupils/edit", "pupil=2&language=ur").status, 303) << "a language needs none";
  EXPECT_EQ(
      post("/pupils/edit", "pupil=2&language=ur&flag=social-worker&reason=Ms+Day+rang").status,
      303);
  EXPECT_TRUE(pupil(2).social_worker);
  clock_.forward(minutes(1));
  gate_.become("A Noor", "Headteacher", {reg::Role::head});
  EXPECT_EQ(post("/pupils/edit", "pupil=2&language=ur&reason=%3Cb%3Eover%3C%2Fb%3E").status, 303);
  const auto page = get("/pupils/edit?pupil=2").body;
  EXPECT_THAT(page, HasSubstr("Ms Day rang"));
  EXPECT_THAT(page, HasSubstr("&lt;b&gt;over&lt;/b&gt;"));
  EXPECT_THAT(page, HasSubstr("A Noor, Headteacher"));
  EXPECT_LT(page.find("over&lt;"), page.find("Ms Day")) << "newest first";
  expect_golden("edit-changes.html", page);
  EXPECT_THAT(get("/pupils/edit?pupil=1").body, HasSubstr("Nothing was changed"));
  const auto verified = writer_->ask([](store::Register& held) { return held.verify(); });
  EXPECT_TRUE(verified);
}

TEST_F(PupilEdit, a_reason_that_fits_no_entry_changes_nothing) {
  const auto refused =
      post("/pupils/edit", "pupil=2&language=&flag=see-office&reason=" + std::string(5000, 'x'));
  EXPECT_EQ(refused.status, 422);
  EXPECT_FALSE(pupil(2).see_office);
}

TEST_F(PupilEdit, contacts_are_added_moved_changed_and_removed) {
  EXPECT_EQ(add(1, "Nadia+Khan", "07700+900123", 1).status, 303);
  EXPECT_EQ(add(1, "Omar+Khan", "07700+900124", 1).status, 303);
  EXPECT_THAT(get("/pupils/one?pupil=1").body, HasSubstr("Omar Khan is a contact of Amira Khan."));
  ASSERT_EQ(contacts(1).size(), 2U);
  EXPECT_EQ(contacts(1)[0].name.text(), "Omar Khan") << "rung first";
  EXPECT_TRUE(contacts(1)[0].may_collect);
  expect_golden("contact.html", get("/pupils/contact?pupil=1&place=2").body);
  const std::string nadia = "pupil=1&place=2&seen=" + seen(1, 2);
  EXPECT_EQ(post("/pupils/contact", nadia + "&as=save&order=1&name=Nadia+Khan&relationship=&"
                                            "first-phone=&second-phone=&court-order=Order+of+2025")
                .status,
            303);
  EXPECT_EQ(contacts(1)[0].name.text(), "Nadia Khan");
  EXPECT_EQ(contacts(1)[0].court_order, "Order of 2025");
  EXPECT_FALSE(contacts(1)[0].may_collect);
  const auto late = post("/pupils/contact", nadia + "&as=remove");
  EXPECT_EQ(late.status, 422);
  EXPECT_THAT(late.body, HasSubstr("Somebody has changed the contacts meanwhile."));
  EXPECT_EQ(post("/pupils/contact", "pupil=1&place=1&as=remove&seen=" + seen(1, 1)).status, 303);
  ASSERT_EQ(contacts(1).size(), 1U);
  EXPECT_EQ(contacts(1)[0].order, 1);
}

TEST_F(PupilEdit, a_contact_that_cannot_be_comes_back_as_typed) {
  const std::string start = "pupil=1&place=&seen=&as=save&order=1&";
  for (const auto& [typed, words] : std::vector<std::pair<std::string, std::string>>{
           {"name=&first-phone=", "Give the name."},
           {"name=A%01b&first-phone=", "There is a problem"},
           {"name=" + std::string(81, 'x'), "There is a problem"},
           {"name=A&first-phone=12", "12"},
           {"name=A&relationship=" + std::string(81, 'x'), "There is a problem"},
           {"name=A&court-order=" + std::string(1001, 'x'), "1000 characters at most"},
           {"name=A&court-order=a%00b", "no text"}}) {
    const auto refused = post("/pupils/contact", start + typed);
    EXPECT_EQ(refused.status, 422) << typed.substr(0, 60);
    EXPECT_THAT(refused.body, HasSubstr(words)) << typed.substr(0, 60);
  }
  EXPECT_EQ(post("/pupils/contact", "pupil=1&place=&as=save&order=99&name=A").status, 422);
  const auto kept =
      post("/pupils/contact", start + "name=%3Cscript%3E&first-phone=12&right=collect");
  EXPECT_THAT(kept.body, HasSubstr("value=\"&lt;script&gt;\""));
  expect_golden("contact-refused.html", kept.body);
  EXPECT_TRUE(contacts(1).empty());
  EXPECT_EQ(get("/pupils/contact?pupil=1&place=7").status, 404);
  EXPECT_EQ(get("/pupils/contact?pupil=99").status, 404);
}

TEST_F(PupilEdit, siblings_are_proposed_from_shared_numbers_and_a_person_says_so) {
  EXPECT_EQ(add(1, "Nadia+Khan", "07700+900123", 1).status, 303);
  EXPECT_EQ(add(3, "N+Lewis", "07700-900123", 1).status, 303);
  const auto page = get("/pupils/edit?pupil=1").body;
  EXPECT_THAT(page, HasSubstr("the same telephone number as Nadia Khan"));
  expect_golden("edit-siblings.html", page);
  EXPECT_EQ(post("/pupils/family", "pupil=1&other=3&as=join").status, 303);
  EXPECT_EQ(pupil(1).family, pupil(3).family);
  EXPECT_FALSE(pupil(1).family.empty());
  EXPECT_THAT(get("/pupils/edit?pupil=1").body, Not(HasSubstr("They are siblings")));
  EXPECT_EQ(post("/pupils/family", "pupil=1&as=leave").status, 303);
  EXPECT_TRUE(pupil(1).family.empty());
  EXPECT_FALSE(pupil(3).family.empty());
  EXPECT_EQ(post("/pupils/family", "pupil=1&other=1&as=join").status, 404);
  EXPECT_EQ(post("/pupils/family", "pupil=1&other=99&as=join").status, 404);
}

TEST_F(PupilEdit, two_families_are_not_made_one_by_a_click) {
  auto amira = pupil(1);
  auto ben = pupil(2);
  amira.family = "khan";
  ben.family = "ross";
  ASSERT_TRUE(writer_->ask([&](store::Register& held) { return held.put_pupils({amira, ben}); }));
  const auto refused = post("/pupils/family", "pupil=1&other=2&as=join");
  EXPECT_EQ(refused.status, 422);
  EXPECT_THAT(refused.body, HasSubstr("Ben Ross has another family here"));
}

TEST_F(PupilEdit, a_teacher_changes_nothing_of_it) {
  gate_.become("J Okoro", "Class teacher", {reg::Role::teacher}, {"Owls"});
  EXPECT_EQ(get("/pupils/edit?pupil=1").status, 404);
  EXPECT_EQ(post("/pupils/edit", "pupil=1&language=ur").status, 404);
  EXPECT_EQ(add(1, "X", "07700+900123", 1).status, 404);
  EXPECT_EQ(post("/pupils/family", "pupil=1&other=2&as=join").status, 404);
  EXPECT_THAT(get("/pupils/one?pupil=1").body, Not(HasSubstr("Change language")));
}

}  // namespace
}  // namespace handbell::office
