#include "app/register/release.h"

#include "app/register/presence_steps.h"

#include "small_school.h"
#include <gtest/gtest.h>

namespace handbell::reg {
namespace {

const Author kPatel = *Author::parse("R Patel, Office manager");

Instant at(const char* time) { return from_local(on("2026-01-12"), at_time(time)); }

SeenEvent asked(std::uint64_t seq, int pupil, const char* time) {
  ReleaseAsked event;
  event.pupil = PupilId(pupil);
  event.at.wall = at(time);
  event.who = "mum";
  return {{"A", seq}, event};
}

ReleaseGiven answer(std::uint64_t request, ReleaseStep step, const char* time, int pupil = 1) {
  ReleaseAnswer what{
      {"A", request}, PupilId(pupil), at("13:00"), step, at(time), {}, {}, {}, "J Okoro", "",
      kPatel};
  if (step == ReleaseStep::granted) what.checked = IdentityCheck::photo_id;
  if (step == ReleaseStep::handed_over) what.handed_to = *NamePart::parse("Nadia Khan");
  static std::uint64_t entry = 0;
  return {++entry, what.at, what};
}

ReleaseState state_after(const std::vector<ReleaseGiven>& answers, PresenceFacts facts = {}) {
  facts.door.push_back(asked(7, 1, "13:00"));
  const auto releases = releases_of(facts, answers);
  EXPECT_EQ(releases.size(), 1U);
  return releases.at(0).state;
}

TEST(Release, goes_from_asked_over_called_and_granted_to_handed_over_D49) {
  std::vector<ReleaseGiven> answers;
  EXPECT_EQ(state_after(answers), ReleaseState::asked);
  answers.push_back(answer(7, ReleaseStep::called, "13:01"));
  EXPECT_EQ(state_after(answers), ReleaseState::called);
  answers.push_back(answer(7, ReleaseStep::granted, "13:02"));
  EXPECT_EQ(state_after(answers), ReleaseState::granted);
  answers.push_back(answer(7, ReleaseStep::handed_over, "13:04"));
  EXPECT_EQ(state_after(answers), ReleaseState::handed_over);
  answers.push_back(answer(8, ReleaseStep::refused, "13:05"));
  EXPECT_EQ(state_after(answers), ReleaseState::handed_over) << "another request's";
}

TEST(Release, is_back_once_a_door_or_a_person_saw_the_child_again) {
  const std::vector<ReleaseGiven> answers{answer(7, ReleaseStep::handed_over, "13:04")};
  Passed back;
  back.pupil = PupilId(1);
  back.out = false;
  back.at.wall = at("14:10");
  EXPECT_EQ(state_after(answers, {{{{"A", 9}, back}}, {}}), ReleaseState::back);
  const SingleEntry seen{PupilId(1), Direction::in, at("14:10"), {}, {}, "", kPatel};
  EXPECT_EQ(state_after(answers, {{}, {{{"R", 3}, seen}}}), ReleaseState::back);
  Arrived before;
  before.pupil = PupilId(1);
  before.at.wall = at("08:41");
  EXPECT_EQ(state_after(answers, {{{{"A", 1}, before}}, {}}), ReleaseState::handed_over);
}

TEST(Release, a_request_or_an_answer_that_was_taken_back_does_not_count) {
  auto refused = answer(7, ReleaseStep::refused, "13:02");
  refused.back = TakenBack{{"R", refused.entry}, at("13:03"), "the wrong child", kPatel};
  EXPECT_EQ(state_after({refused}), ReleaseState::asked);
  EXPECT_TRUE(door_releases({refused}).empty());
  PresenceFacts facts{{asked(7, 1, "13:00")}, {}};
  facts.people.push_back({{"R", 1}, TakenBack{{"A", 7}, at("13:01"), "a game", kPatel}});
  EXPECT_TRUE(releases_of(facts, {}).empty());
}

TEST(Release, one_without_a_time_stands_last_and_hides_no_older_one_D17) {
  auto untimed = asked(1, 1, "13:00");
  auto& what = std::get<ReleaseAsked>(untimed.event);
  what.at.trusted = false;
  what.at.wall = Instant{0};
  const auto releases =
      releases_of({{untimed, asked(2, 1, "14:00"), asked(3, 1, "13:30")}, {}}, {});
  ASSERT_EQ(releases.size(), 3U);
  EXPECT_EQ(releases[0].ref.seq, 3U);
  EXPECT_EQ(releases[1].ref.seq, 2U);
  EXPECT_EQ(releases[2].ref.seq, 1U);
}

TEST(Release, is_answered_in_order_and_nothing_follows_a_refusal_or_a_hand_over) {
  const auto may = [](ReleaseState state) {
    Release release;
    release.state = state;
    std::string steps;
    for (const auto& [step, name] :
         {std::pair{ReleaseStep::called, "c"}, std::pair{ReleaseStep::granted, "g"},
          std::pair{ReleaseStep::refused, "r"}, std::pair{ReleaseStep::handed_over, "h"}}) {
      if (may_answer(release, step)) steps += name;
    }
    return steps;
  };
  EXPECT_EQ(may(ReleaseState::asked), "cgr");
  EXPECT_EQ(may(ReleaseState::called), "gr");
  EXPECT_EQ(may(ReleaseState::granted), "rh");
  EXPECT_EQ(may(ReleaseState::refused), "");
  EXPECT_EQ(may(ReleaseState::handed_over), "");
  EXPECT_EQ(may(ReleaseState::back), "");
  Release settled;
  settled.state = ReleaseState::handed_over;
  EXPECT_EQ(may_answer(settled, ReleaseStep::granted).error(),
            (Fault{FaultCode::release_settled, "handed over"}));
}

TEST(Release, an_answer_has_what_belongs_to_its_step_and_nothing_else) {
  auto granted = answer(7, ReleaseStep::granted, "13:02").what;
  EXPECT_TRUE(complete(granted));
  granted.checked.reset();
  EXPECT_EQ(complete(granted).error().code, FaultCode::entry_incomplete);
  auto handed = answer(7, ReleaseStep::handed_over, "13:02").what;
  EXPECT_TRUE(complete(handed));
  handed.handed_to.reset();
  EXPECT_FALSE(complete(handed));
  auto refused = answer(7, ReleaseStep::refused, "13:02").what;
  refused.words.clear();
  EXPECT_FALSE(complete(refused)) << "why";
  refused.words = std::string(1001, 'x');
  EXPECT_EQ(complete(refused).error().code, FaultCode::entry_too_long);
}

Contact contact(int place, const char* name, bool may_collect, const char* order = "") {
  return {.pupil = PupilId(1),
          .order = place,
          .name = *NamePart::parse(name),
          .relationship = place == 1 ? "Mother" : "Father",
          .parental_responsibility = true,
          .first_phone = std::nullopt,
          .second_phone = std::nullopt,
          .may_collect = may_collect,
          .court_order = order};
}

TEST(Release, warns_of_a_court_order_of_who_may_not_collect_and_where_nobody_may) {
  const auto warned = [](const std::vector<Contact>& contacts, const char* to = nullptr) {
    const auto name = to == nullptr ? std::nullopt : std::optional(*NamePart::parse(to));
    return collect_warning(contacts, PupilId(1), name).value_or("");
  };
  const auto mother = contact(1, "Nadia Khan", true);
  EXPECT_EQ(warned({mother}), "");
  EXPECT_EQ(warned({mother, contact(2, "Sam Hill", false)}), "");
  EXPECT_EQ(warned({mother, contact(2, "Sam Hill", false)}, "sam hill"),
            "Sam Hill (Father) may not collect");
  EXPECT_EQ(warned({mother, contact(2, "Sam Hill", false, "Order of 2025")}),
            "Sam Hill (Father), court order: Order of 2025");
  EXPECT_EQ(warned({}), "nobody is named who may collect");
  EXPECT_EQ(warned({contact(1, "Nadia Khan", false)}), "nobody is named who may collect");
}

TEST(Release, warns_of_an_adult_who_stands_on_no_list_where_others_do_D49) {
  const auto warned = [](const std::vector<Contact>& contacts, const char* to) {
    return collect_warning(contacts, PupilId(1), *NamePart::parse(to)).value_or("");
  };
  const auto mother = contact(1, "Nadia Khan", true);
  const auto father = contact(2, "Omar Khan", false);
  EXPECT_EQ(warned({mother, father}, "NADIA KHAN"), "");
  EXPECT_EQ(warned({mother, father}, "Mr Omar Khan"),
            "Mr Omar Khan is not on the list of who may collect")
      << "another spelling lifts nothing";
  EXPECT_EQ(warned({mother, father}, "Omar Khan"), "Omar Khan (Father) may not collect") << "once";
  EXPECT_EQ(warned({mother, contact(2, "Omar Khan", false, "Order of 2025")}, "Ann Carer"),
            "Omar Khan (Father), court order: Order of 2025; "
            "Ann Carer is not on the list of who may collect");
  EXPECT_EQ(warned({}, "Ann Carer"), "nobody is named who may collect") << "there is no list";
  EXPECT_EQ(warned({father}, "Ann Carer"), "nobody is named who may collect");
}

TEST(Release, tells_the_door_the_newest_answer_of_each_request_and_no_adult) {
  const auto heard = door_releases(
      {answer(7, ReleaseStep::called, "13:01"), answer(7, ReleaseStep::granted, "13:02"),
       answer(8, ReleaseStep::refused, "13:03", 2), answer(7, ReleaseStep::handed_over, "13:04"),
       answer(9, ReleaseStep::called, "13:05", 3)});
  EXPECT_EQ(heard, (std::vector<DoorRelease>{
                       {PupilId(2), at("13:00"), DoorReleaseState::refused, at("13:03")},
                       {PupilId(1), at("13:00"), DoorReleaseState::handed_over, at("13:04")}}));
}

DoorHandOver gone(const char* time, std::uint64_t request = 7) {
  DoorHandOver event;
  event.pupil = PupilId(1);
  event.request = request;
  event.who = "mum";
  event.why = "appointment";
  event.back_today = true;
  event.at.wall = at(time);
  event.key_version = 1;
  return event;
}

TEST(Release, handed_over_at_the_door_is_settled_and_the_child_is_out_D49) {
  PresenceFacts facts{{asked(7, 1, "13:00"), {{"A", 8}, gone("13:02")}}, {}};
  const auto releases = releases_of(facts, {});
  ASSERT_EQ(releases.size(), 1U);
  EXPECT_EQ(releases[0].state, ReleaseState::handed_over);
  ASSERT_TRUE(releases[0].at_door);
  EXPECT_EQ(releases[0].at_door->at, at("13:02"));
  EXPECT_EQ(may_answer(releases[0], ReleaseStep::handed_over).error().code,
            FaultCode::release_settled);
  const auto where = steps_of(facts)[PupilId(1)];
  ASSERT_EQ(where.size(), 1U);
  EXPECT_EQ(where[0].kind, StepKind::left);
  EXPECT_EQ(where[0].reason, "appointment");
  EXPECT_TRUE(where[0].returns);
  const SingleEntry seen{PupilId(1), Direction::in, at("14:10"), {}, {}, "", kPatel};
  facts.people.push_back({{"R", 3}, seen});
  EXPECT_EQ(releases_of(facts, {})[0].state, ReleaseState::back);
}

TEST(Release, handed_over_at_the_door_counts_whatever_the_office_had_answered) {
  const PresenceFacts facts{{asked(7, 1, "13:00"), {{"A", 8}, gone("13:02")}}, {}};
  for (const auto step : {ReleaseStep::called, ReleaseStep::granted, ReleaseStep::refused}) {
    const auto releases = releases_of(facts, {answer(7, step, "13:01")});
    ASSERT_EQ(releases.size(), 1U);
    EXPECT_EQ(releases[0].state, ReleaseState::handed_over);
    EXPECT_EQ(releases[0].answers.size(), 1U) << "what was answered stays readable";
  }
}

TEST(Release, handed_over_at_the_door_is_taken_back_by_the_door_or_by_people) {
  PresenceFacts facts{{asked(7, 1, "13:00"), {{"A", 8}, gone("13:02")}}, {}};
  auto by_door = facts;
  by_door.door.push_back({{"A", 9}, Withdrawn{8, {}}});
  EXPECT_EQ(releases_of(by_door, {})[0].state, ReleaseState::asked);
  EXPECT_TRUE(steps_of(by_door)[PupilId(1)].empty());
  facts.people.push_back({{"R", 1}, TakenBack{{"A", 8}, at("13:03"), "wrong child", kPatel}});
  EXPECT_EQ(releases_of(facts, {})[0].state, ReleaseState::asked);
  EXPECT_TRUE(steps_of(facts)[PupilId(1)].empty());
}

TEST(Release, handed_over_at_another_door_is_known_by_the_moment_it_was_asked) {
  auto other = gone("13:02", 0);
  other.asked = at("13:00");
  PresenceFacts facts{{asked(7, 1, "13:00"), {{"B", 1}, other}}, {}};
  ASSERT_EQ(releases_of(facts, {}).size(), 1U);
  EXPECT_EQ(releases_of(facts, {})[0].ref, (EventRef{"A", 7}));
  const auto heard = door_releases({answer(7, ReleaseStep::granted, "13:01")}, facts);
  ASSERT_EQ(heard.size(), 1U) << "what every door hears";
  EXPECT_EQ(heard[0].state, DoorReleaseState::handed_over);
  other.asked = at("12:00");
  facts.door[1].event = other;
  EXPECT_EQ(releases_of(facts, {}).size(), 2U) << "of a request that nobody here knows";
}

TEST(Release, names_how_an_identity_is_checked) {
  for (const auto check : {IdentityCheck::known_to_staff, IdentityCheck::photo_id,
                           IdentityCheck::password_of_the_day}) {
    EXPECT_EQ(*parse_identity_check(text_of(check)), check);
  }
  EXPECT_EQ(parse_identity_check("a card").error().code, FaultCode::bad_choice);
}

}  // namespace
}  // namespace handbell::reg
