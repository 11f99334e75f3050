#include "app/register/release_check.h"

#include "small_school.h"
#include <gmock/gmock.h>

namespace handbell::reg::release_checking {
namespace {

const Author kOffice = *Author::parse("R Patel, Office manager");

NamePart adult(const char* name) { return *NamePart::parse(name); }

Contact contact(const char* name, bool may_collect, const char* court_order = "") {
  return {PupilId(1), 1, adult(name), "Mother", true, {}, {}, may_collect, court_order};
}

ReleaseAnswer answer(ReleaseStep step, const char* to = nullptr, const char* despite = "") {
  ReleaseAnswer made{{"A", 7},
                     PupilId(1),
                     instant("2026-01-12T13:00:00"),
                     step,
                     instant("2026-01-12T13:01:00"),
                     {},
                     {},
                     {},
                     "",
                     despite,
                     kOffice};
  if (step == ReleaseStep::granted) made.checked = IdentityCheck::photo_id;
  if (step == ReleaseStep::called || step == ReleaseStep::refused) made.words = "J Okoro";
  if (to != nullptr) made.handed_to = adult(to);
  return made;
}

Release asked() {
  ReleaseAsked event;
  event.pupil = PupilId(1);
  return {{"A", 7}, event, instant("2026-01-12T13:00:00"), ReleaseState::asked, {}};
}

Release granted_to(const char* name, const char* despite = "") {
  Release release = asked();
  release.state = ReleaseState::granted;
  const auto grant = answer(ReleaseStep::granted, name, despite);
  release.answers.push_back({1, grant.at, grant});
  return release;
}

FaultCode fault(const Release& release, const ReleaseAnswer& given, const CollectLists& lists) {
  const Status may = may_give(release, given, lists);
  EXPECT_FALSE(may);
  return may ? FaultCode::usage : may.error().code;
}

TEST(ReleaseCheck, a_child_with_somebody_who_may_collect_goes_without_a_word) {
  const CollectLists lists{{contact("Nadia Khan", true)}, {}};
  EXPECT_TRUE(may_give(asked(), answer(ReleaseStep::granted, "Nadia Khan"), lists));
  EXPECT_TRUE(
      may_give(granted_to("Nadia Khan"), answer(ReleaseStep::handed_over, "nadia khan"), lists));
}

TEST(ReleaseCheck, a_restricted_child_goes_with_a_reason_or_not_at_all_D49) {
  const CollectLists order{{contact("Nadia Khan", true, "no contact with the father")}, {}};
  EXPECT_EQ(fault(asked(), answer(ReleaseStep::granted, "Nadia Khan"), order),
            FaultCode::release_restricted);
  EXPECT_TRUE(may_give(asked(), answer(ReleaseStep::granted, "Nadia Khan", "DSL agreed"), order));
  const CollectLists barred{{contact("Nadia Khan", true), contact("Omar Khan", false)}, {}};
  EXPECT_EQ(fault(asked(), answer(ReleaseStep::granted, "OMAR KHAN"), barred),
            FaultCode::release_restricted);
  EXPECT_TRUE(may_give(asked(), answer(ReleaseStep::refused), order)) << "who stays, stays";
  EXPECT_TRUE(may_give(asked(), answer(ReleaseStep::called), order));
}

TEST(ReleaseCheck, who_may_collect_today_is_somebody_who_may_on_every_way_D49) {
  const CollectLists none{{contact("Omar Khan", false)}, {}};
  EXPECT_EQ(fault(asked(), answer(ReleaseStep::granted, "Ann Carer"), none),
            FaultCode::release_restricted);
  const std::vector<DayNoteGiven> notes{
      {1,
       {},
       DayCollector{PupilId(1), on("2026-01-12"), adult("Ann Carer"), "", "mother", "telephone", "",
                    kOffice}}};
  EXPECT_TRUE(may_give(asked(), answer(ReleaseStep::granted, "Ann Carer"),
                       {none.contacts, collectors_of(notes)}));
}

TEST(ReleaseCheck, the_child_is_handed_over_to_who_was_checked_and_to_nobody_else) {
  const CollectLists lists{{contact("Nadia Khan", true)}, {}};
  EXPECT_EQ(fault(granted_to("Nadia Khan"), answer(ReleaseStep::handed_over, "Ann Carer"), lists),
            FaultCode::release_other_adult);
  EXPECT_TRUE(may_give(granted_to(nullptr), answer(ReleaseStep::handed_over, "Nadia Khan"), lists))
      << "nobody wrote down who was checked";
  EXPECT_EQ(fault(asked(), answer(ReleaseStep::handed_over, "Ann Carer"), lists),
            FaultCode::release_settled);
}

/// As the office grants it: with what stands against it at that time.
Release granted_under(const CollectLists& lists, const char* name, const char* despite) {
  Release release = granted_to(name, despite);
  auto& grant = release.answers.back().what;
  grant = under_lists(asked(), grant, lists);
  EXPECT_TRUE(may_give(asked(), grant, lists));
  return release;
}

TEST(ReleaseCheck, the_reason_of_the_grant_holds_for_the_same_adult_alone) {
  const CollectLists order{{contact("Nadia Khan", true, "see file")}, {}};
  const auto release = granted_under(order, "Nadia Khan", "DSL agreed");
  const auto hand = under_lists(release, answer(ReleaseStep::handed_over, "Nadia Khan"), order);
  EXPECT_EQ(hand.despite, "DSL agreed");
  EXPECT_EQ(hand.warning, "Nadia Khan (Mother), court order: see file");
  EXPECT_TRUE(may_give(release, hand, order));
  EXPECT_FALSE(asks_reason_anew(release, order));
  EXPECT_EQ(under_lists(release, answer(ReleaseStep::handed_over, "Ann"), order).despite, "");
}

TEST(ReleaseCheck, a_warning_entered_after_the_grant_is_answered_anew_D49) {
  const CollectLists before{{contact("Nadia Khan", true, "see file")}, {}};
  const auto release = granted_under(before, "Nadia Khan", "DSL agreed");
  const CollectLists since{
      {contact("Nadia Khan", true, "see file"),
       {PupilId(1), 2, adult("Omar Khan"), "Father", true, {}, {}, false, "no contact from today"}},
      {}};
  EXPECT_TRUE(asks_reason_anew(release, since));
  const auto silent = under_lists(release, answer(ReleaseStep::handed_over, "Nadia Khan"), since);
  EXPECT_EQ(silent.despite, "");
  EXPECT_EQ(fault(release, silent, since), FaultCode::release_restricted);
  const auto anew = under_lists(
      release, answer(ReleaseStep::handed_over, "Nadia Khan", "read, the DSL is here"), since);
  EXPECT_TRUE(may_give(release, anew, since));
  EXPECT_THAT(anew.warning, testing::HasSubstr("no contact from today"));
  const CollectLists barred{{contact("Nadia Khan", false, "see file")}, {}};
  const auto now_barred =
      under_lists(release, answer(ReleaseStep::handed_over, "Nadia Khan"), barred);
  EXPECT_EQ(fault(release, now_barred, barred), FaultCode::release_restricted)
      << "who was granted may not collect any more";
  const CollectLists lifted{{contact("Nadia Khan", true)}, {}};
  const auto free = under_lists(release, answer(ReleaseStep::handed_over, "Nadia Khan"), lifted);
  EXPECT_EQ(free.despite, "") << "nothing is in spite of nothing";
  EXPECT_TRUE(may_give(release, free, lifted));
  EXPECT_FALSE(asks_reason_anew(release, lifted));
}

TEST(ReleaseCheck, a_grant_from_before_its_warning_was_kept_is_answered_anew) {
  const CollectLists order{{contact("Nadia Khan", true, "see file")}, {}};
  const auto release = granted_to("Nadia Khan", "DSL agreed");
  EXPECT_TRUE(asks_reason_anew(release, order));
  const auto hand = under_lists(release, answer(ReleaseStep::handed_over, "Nadia Khan"), order);
  EXPECT_EQ(fault(release, hand, order), FaultCode::release_restricted);
}

TEST(ReleaseCheck, a_warning_longer_than_is_kept_is_answered_at_each_step) {
  const std::string order(kLongestReason, 'x');
  const CollectLists lists{{contact("Nadia Khan", true, order.c_str())}, {}};
  const auto release = granted_under(lists, "Nadia Khan", "DSL agreed");
  EXPECT_EQ(release.answers.back().what.warning.size(), kLongestReason);
  EXPECT_TRUE(asks_reason_anew(release, lists));
}

TEST(ReleaseCheck, who_may_not_collect_is_known_by_another_spelling_of_the_name) {
  const CollectLists lists{{contact("Nadia Khan", true), contact("Jos\u00e9 Khan", false)}, {}};
  EXPECT_EQ(fault(asked(), answer(ReleaseStep::granted, "jose khan"), lists),
            FaultCode::release_restricted);
}

TEST(ReleaseCheck, an_adult_on_no_list_takes_the_child_with_a_reason_or_not_at_all_D49) {
  const CollectLists lists{{contact("Nadia Khan", true), contact("Omar Khan", false)}, {}};
  EXPECT_EQ(fault(asked(), answer(ReleaseStep::granted, "Mr Omar Khan"), lists),
            FaultCode::release_restricted);
  EXPECT_EQ(fault(granted_to(nullptr), answer(ReleaseStep::handed_over, "Ann Carer"), lists),
            FaultCode::release_restricted)
      << "though nobody wrote down who was checked";
  const auto release = granted_under(lists, "Ann Carer", "the mother telephoned");
  EXPECT_EQ(release.answers.back().what.warning, "Ann Carer is not on the list of who may collect");
  const auto hand = under_lists(release, answer(ReleaseStep::handed_over, "ann carer"), lists);
  EXPECT_EQ(hand.despite, "") << "the warning names who was typed";
  const auto same = under_lists(release, answer(ReleaseStep::handed_over, "Ann Carer"), lists);
  EXPECT_EQ(same.despite, "the mother telephoned");
  EXPECT_TRUE(may_give(release, same, lists));
}

TEST(ReleaseCheck, who_is_listed_for_today_alone_makes_a_list_too) {
  const CollectLists today{
      {},
      {{PupilId(1), on("2026-01-12"), adult("Ann Carer"), "", "mother", "telephone", "", kOffice}}};
  EXPECT_TRUE(somebody_listed(PupilId(1), today));
  EXPECT_FALSE(somebody_listed(PupilId(2), today));
  EXPECT_FALSE(restriction_of(PupilId(1), today));
  EXPECT_FALSE(restriction_of(PupilId(1), today, adult("ann carer")));
  EXPECT_EQ(restriction_of(PupilId(1), today, adult("Omar Khan")),
            "Omar Khan is not on the list of who may collect");
  EXPECT_FALSE(restriction_of(PupilId(2), today, adult("Omar Khan")));
}

TEST(ReleaseCheck, a_child_is_asked_for_until_somebody_has_answered_for_good) {
  auto settled = asked();
  settled.asked.pupil = PupilId(2);
  settled.state = ReleaseState::refused;
  EXPECT_EQ(asked_for({asked(), granted_to("Nadia Khan"), settled}), std::set{PupilId(1)});
}

TEST(ReleaseCheck, a_school_that_entered_nobody_has_restricted_nobody) {
  EXPECT_FALSE(restriction_of(PupilId(1), {}));
  const CollectLists barred{{contact("Omar Khan", false)}, {}};
  EXPECT_TRUE(restriction_of(PupilId(1), barred));
  EXPECT_FALSE(restriction_of(PupilId(2), barred));
  const CollectLists free{{contact("Nadia Khan", true)}, {}};
  EXPECT_FALSE(restriction_of(PupilId(1), free));
}

TEST(ReleaseCheck, what_is_asked_in_the_office_stands_among_the_requests_and_no_door_hears_of_it) {
  auto told = answer(ReleaseStep::called);
  told.request = {std::string(kAskedAtOffice), 42};
  auto sibling = told;
  sibling.pupil = PupilId(2);
  const std::vector<ReleaseGiven> answers{{1, told.at, told}, {2, told.at, sibling}};
  const auto releases = releases_of({}, answers);
  ASSERT_EQ(releases.size(), 2U);
  EXPECT_TRUE(releases[0].at_office());
  EXPECT_EQ(releases[0].state, ReleaseState::called);
  EXPECT_EQ(releases[0].answers.size(), 1U);
  EXPECT_EQ(releases[0].at, told.asked);
  auto granted = answer(ReleaseStep::granted, "Nadia Khan");
  granted.request = told.request;
  EXPECT_TRUE(door_releases({{3, granted.at, granted}}).empty());
}

}  // namespace
}  // namespace handbell::reg::release_checking
